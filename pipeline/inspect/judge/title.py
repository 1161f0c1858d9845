"""The title (7.3.1): its shape, its words, its end; what stands below it."""

from collections.abc import Iterator
from itertools import accumulate, pairwise

from pipeline.inspect.finding import Finding, Said, quote
from pipeline.inspect.judge.case import Case, blame
from pipeline.inspect.outline import ElementRole, SeenPart
from pipeline.inspect.wordings import DATE, END_MARKS
from pipeline.typography.places import width_chars
from pipeline.typography.title import find_words, is_trapezoid_or_diamond

_LEAST_LAST_CHARS = 3
"""A last line of one or two 汉字 is no side of a trapezoid (B02)."""


def judge_title(case: Case) -> Iterator[Finding]:
    for role in (ElementRole.TITLE, ElementRole.ANNEX_TITLE):
        for parts in _runs(case, role):
            yield from _judge_lines(parts)
            text = "".join(part.look.text for part in parts)
            if text[-1] in END_MARKS:
                yield blame("S02-mark", parts[-1], quote(text[-4:]), quote(text[-4:-1]))
    yield from _judge_double_signature(case)


def _runs(case: Case, role: ElementRole) -> Iterator[list[SeenPart]]:
    """The paragraphs of each title, which may be several."""
    run: list[SeenPart] = []
    for part in case.outline.of(role):
        if run and part.index != run[-1].index + 1:
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _judge_lines(parts: list[SeenPart]) -> Iterator[Finding]:
    rows = [row for part in parts for row in (part.look.typed_lines or (part.look.text,))]
    rows = [row.strip() for row in rows]
    if len(rows) == 1:
        return
    widths = [width_chars(row) for row in rows]
    shown = " / ".join(f"{row}（{width:g}）" for row, width in zip(rows, widths, strict=True))
    if not is_trapezoid_or_diamond(widths) or widths[-1] < _LEAST_LAST_CHARS:
        wanted = Said("梯形或菱形", "a trapezoid or a diamond")
        yield blame("B02-shape", parts[0], Said(shown, shown), wanted)
    text = "".join(rows)
    ends = set(accumulate(len(word) for word in find_words(text)))
    place = 0
    for row, after in pairwise(rows):
        place += len(row)
        if place not in ends:
            broken = f"{row[-3:]}｜{after[:3]}"
            wanted = Said("词不拆开", "words kept whole")
            yield blame("B02-word", parts[0], Said(broken, broken), wanted)


def _judge_double_signature(case: Case) -> Iterator[Finding]:
    bylines = [part for part in case.outline.of(ElementRole.BYLINE) if not _is_subtitle(part)]
    signature = case.outline.first(ElementRole.SIGNATURE, ElementRole.DATE)
    if bylines and signature is not None:
        found = f"“{bylines[0].look.text}”“{signature.look.text}”"
        yield blame("S08-both", signature, Said(found, found), Said("只留一处", "one of them"))


def _is_subtitle(part: SeenPart) -> bool:
    return part.look.text.startswith("—") and DATE.search(part.look.text) is None
