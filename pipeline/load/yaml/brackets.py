"""What went wrong between `[` or `{` and its end, found by the look of the source."""

import re
from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml.nodes import Source
from pipeline.load.yaml.rows import Row
from pipeline.load.yaml.typos import LOOKALIKES, find_inner_colons, find_inner_commas

_CLOSERS = {"[": "]", "{": "}"}
_LAST_PLAIN = re.compile(r"[^\s,\[\]{}:]+$")


def explain_brackets(
    source: Source, rows: tuple[Row, ...], opening: int, problem: int
) -> Iterator[Diagnostic]:
    """The typo within the bracket at `opening` that the parser met at `problem`."""
    text = source.text
    row = rows[source.location(opening).line - 1]
    is_same_row = problem <= row.start + len(row.text) and problem < len(text)
    before = text[opening:problem].rstrip()
    if text[problem : problem + 1] == "," and before[-1:] in (",", "[", "{"):
        yield diagnose("empty-cell", source.location(problem))
    elif typos := (*find_inner_commas(source, row), *find_inner_colons(source, row)):
        yield from typos
    elif is_same_row and text[problem : problem + 1] == ":":
        yield _explain_colon(source, problem, before)
    elif is_same_row and text[problem] in _CLOSERS and before[-1:] not in ("]", "}"):
        yield _not_closed(source, problem)
    elif closers := tuple(_find_wide_closers(source, row)):
        yield from closers
    elif not is_same_row or text[problem] in "]}":
        # A second row of a table lacks its comma; its bracket is no sign of an open one.
        lacks_comma = before[-1:] in ("]", "}") and text[problem : problem + 1] in ("[", "{")
        if not lacks_comma:
            yield _not_closed(source, opening)


def _not_closed(source: Source, opening: int) -> Diagnostic:
    mark = source.text[opening]
    place = source.location(opening)
    return diagnose("bracket-not-closed", place, mark=mark, wanted=_CLOSERS[mark])


def find_open_bracket(row: Row, column: int) -> int | None:
    """The offset in the source of the innermost bracket that is open at a column of a row."""
    opened: list[int] = []
    for index, char in enumerate(row.text[:column]):
        if char in _CLOSERS:
            opened.append(row.start + index)
        elif char in _CLOSERS.values() and opened:
            opened.pop()
    return opened[-1] if opened else None


def _explain_colon(source: Source, problem: int, before: str) -> Diagnostic:
    """`{单位:, …}` lacks a blank; `{依据: 签到表: 各班}` has one colon too many."""
    place = source.location(problem)
    match = _LAST_PLAIN.search(before)
    if source.text[problem + 1 : problem + 2].strip() and match:
        return diagnose("colon-without-blank", place, key=match[0])
    return diagnose("colon-in-value", place)


def _find_wide_closers(source: Source, row: Row) -> Iterator[Diagnostic]:
    end = len(row.text.rstrip()) - 1
    found = row.text[end : end + 1]
    if found in ("］", "｝"):
        yield diagnose(
            "fullwidth-mark", row.place(source, end), found=found, wanted=LOOKALIKES[found]
        )
