"""Names in the lists of recipients and signers, which the program parts and ends by itself."""

from collections.abc import Iterable, Iterator

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import ResolvedText
from pipeline.model.report import Report
from pipeline.model.report.description import fields_of
from pipeline.model.report.traits import Trait

_END_MARKS = "：，。；、:,.;"
_PARTING_MARKS = "、，"


def check_recipients(texts: Iterable[ResolvedText]) -> Iterator[Diagnostic]:
    """Marks in the names that end a list or part its items."""
    for text in texts:
        if text.path[0] in _LISTS and text.text.strip():
            yield from _check_name(text, str(text.path[0]))


_LISTS = frozenset(field.key for field in fields_of(Report) if Trait.RECIPIENTS in field.traits)


def _check_name(name: ResolvedText, key: str) -> Iterator[Diagnostic]:
    words = name.text.rstrip()
    is_listed = len(name.path) > 1
    found = next((mark for mark in _PARTING_MARKS if mark in words), "")
    if words[-1] in _END_MARKS:
        place = name.place(len(words) - 1, len(words))
        yield diagnose("recipient-end-mark", place, key=key, found=words[-1])
    elif is_listed and name.is_plain and "，" in words:
        place = name.place(words.index("，"), words.index("，") + 1)
        yield diagnose("fullwidth-mark", place, found="，", wanted=",")
    elif found:
        at = words.index(found)
        yield diagnose("several-recipients", name.place(at, at + 1), key=key, found=found)
