"""The marks 【待确认：…】 of an input: told one by one, and the tree as it is without them.

What a mark holds is judged as if it stood there alone, so that a form is checked and nothing is
told twice: a fault within a mark is shadowed by the mark itself.
"""

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline import load
from pipeline.dates import (
    find_dates,
    find_day_ordinals,
    find_ordinals,
    find_weekday,
    renew,
    renew_number,
)
from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.load import Entry, Node, Scalar, Source, spans_of
from pipeline.marks import WORD, find_marks, take_off_marks
from pipeline.report import Carried
from pipeline.validate.tree import FIGURES, InputTree, Path


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark in an input: the way to its value, its span in the source, what it holds.

    `held` is None where it is broken. The span is that of the whole value, with its quotes, where
    that holds nothing else.
    """

    path: Path
    start: int
    end: int
    held: str | None

    def place(self, source: Source) -> Location:
        first_line = source.text[self.start : self.end].split("\n", 1)[0]
        return source.location(self.start, len(first_line.rstrip()))


class Confirmed:
    """The paths whose values hold no mark any more."""

    def __init__(self, input_: InputTree, marks: tuple[PlacedMark, ...]) -> None:
        self._input = input_
        self._marks = marks

    def __contains__(self, path: Path) -> bool:
        node = self._input.node(path)
        return not any(mark.start < node.end and node.start < mark.end for mark in self._marks)


def unmark(input_: InputTree) -> tuple[InputTree, tuple[PlacedMark, ...]]:
    """The tree with what its marks hold in their places, and the marks in the file's order."""
    marks: list[PlacedMark] = []

    def bare(node: Node, path: Path) -> Node:
        match node:
            case Scalar() if WORD in node.text:
                marks.extend(_marks_of(input_.source, node, path))
                return replace(node, text=take_off_marks(node.text))
            case Scalar():
                return node
            case load.Sequence():
                items = tuple(bare(item, (*path, index)) for index, item in enumerate(node.items))
                return replace(node, items=items)
            case load.Mapping():
                return bare_mapping(node, path)

    def bare_mapping(node: load.Mapping, path: Path) -> load.Mapping:
        entries = (Entry(e.key, bare(e.value, (*path, e.key.text))) for e in node.entries)
        return replace(node, entries=tuple(entries))

    root = bare_mapping(input_.root, ())
    return InputTree(input_.source, root), tuple(marks)


def _marks_of(source: Source, scalar: Scalar, path: Path) -> Iterator[PlacedMark]:
    places = spans_of(source, scalar)
    for mark in find_marks(scalar.text):
        start, end = scalar.start, scalar.end
        if places is not None:
            start, end = places[mark.start][0], places[mark.end - 1][1]
        if mark.end - mark.start == len(scalar.text.strip()):
            start, end = min(start, scalar.start), max(end, scalar.end)
        yield PlacedMark(path, start, end, mark.held)


def drop_shadowed(
    faults: Iterable[Diagnostic], marks: tuple[PlacedMark, ...], source: Source
) -> Iterator[Diagnostic]:
    """The faults without those that stand within a mark, which is told by itself."""
    starts = [mark.start for mark in marks]
    for fault in faults:
        place = fault.location
        if place is None or place.file != source.path or place.sheet is not None:
            yield fault
            continue
        offset = source.line_start(place.line) + place.column - 1
        index = bisect.bisect_right(starts, offset) - 1
        if index < 0 or offset >= marks[index].end:
            yield fault


def check_marks(
    marks: tuple[PlacedMark, ...], source: Source, carried: Carried | None
) -> Iterator[Diagnostic]:
    """One error for each mark, by the kind of what it holds."""
    for mark in marks:
        place = mark.place(source)
        if mark.held is None:
            found = source.text[mark.start : mark.end].split("\n", 1)[0]
            yield diagnose("broken-confirmation", place, found=found)
            continue
        kind = kind_of(mark.path, mark.held)
        details = {**_last_time(mark, carried), **_words_of(kind, mark)}
        yield diagnose(f"unconfirmed-{kind}", place, what=mark.held, **details)


def _last_time(mark: PlacedMark, carried: Carried | None) -> dict[str, str]:
    """What stood there last time, in both languages; nothing where that is not known."""
    if carried is None or mark.held is None or _is_weekday(mark.path, mark.held):
        # A weekday in a cell of its own was reckoned by the date in another.
        return {"was_zh": "", "was_en": ""}
    years = carried.this_year - carried.year
    if kind_of(mark.path, mark.held) == "source":
        # The name of a file is not reckoned: nobody knows what this year's is called.
        return _AS_IT_WAS
    was = renew(mark.held, -years, since=carried.this_year - 1, context=carried.this_year)
    if mark.path[-1] in _ORDINALS and mark.held.isdigit():
        was = str(int(mark.held) - years)
    elif mark.path[0] in _NUMBERS:
        was = renew_number(mark.held, -years)
    if was == mark.held:
        return _AS_IT_WAS
    return {"was_zh": f"，上次是“{was}”", "was_en": f"; last time it was “{was}”"}


_AS_IT_WAS = {"was_zh": "，是从上次照搬的", "was_en": ", carried over as it was"}


def _words_of(kind: str, mark: PlacedMark) -> dict[str, str]:
    """What the held is called: whose a value or a source is, whether a date is an ordinal."""
    if kind in ("figure", "source"):
        is_declared = mark.path[0] in FIGURES
        name = mark.path[1] if is_declared else ""
        return {
            "of_zh": f"数据“{name}”的" if is_declared else "",
            "of_en": f" of “{name}”" if is_declared else "",
        }
    if mark.path[-1] in _DATES or find_dates(mark.held or ""):
        return {"kind_zh": "日期", "kind_en": "date"}
    if _is_weekday(mark.path, mark.held or ""):
        return {"kind_zh": "星期", "kind_en": "weekday"}
    return {"kind_zh": "届次", "kind_en": "ordinal"}


_ROWS = frozenset({"行", "rows"})
_ORDINALS = frozenset({"届次", "ordinal"})
_EVIDENCE = frozenset({"依据", "evidence"})
_SOURCES = frozenset({"来源", "source"})
_NUMBERS = frozenset({"发文字号", "document_number"})
_DATES = frozenset({"日期", "印发日期", "开始", "结束", "date", "printing_date", "start", "end"})
_NAMES = frozenset(
    {
        *("单位", "发文字号", "签发人", "附注", "主送", "抄送", "印发机关", "发文机关标志"),
        *("organisation", "document_number", "signers", "remark", "addressees", "copied_to"),
        *("printing_office", "issuer_mark"),
    }
)


def kind_of(path: Path, held: str) -> str:
    """`figure`, `source`, `date` or `name`: by the field, else by what the mark holds."""
    field = _field_of(path)
    if field in _SOURCES:
        return "source"
    if path[0] in FIGURES and field not in _EVIDENCE:
        return "figure"
    if path[0] in _NAMES or "〔" in held:
        return "name"
    if path[-1] in _ORDINALS | _DATES or find_dates(held) or _is_weekday(path, held):
        return "date"
    if any(find_ordinals(held)) or any(find_day_ordinals(held)):
        return "date"
    return "figure" if any(char.isdigit() for char in held) else "name"


def _is_weekday(path: Path, held: str) -> bool:
    """Whether a mark holds the weekday that is all of a cell."""
    return not _ROWS.isdisjoint(path) and find_weekday(held) is not None


def _field_of(path: Path) -> str | int:
    """The field that a value stands in; none of a figure or a part, whatever its name."""
    if path[0] not in FIGURES:
        return path[-1]
    return path[2] if len(path) == _LENGTH_OF_FIELD else ""


_LENGTH_OF_FIELD = 3
"""数据, the figure, its field."""
