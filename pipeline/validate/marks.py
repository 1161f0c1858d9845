"""The marks 【待确认：…】 of an input: reported one by one, and the tree as it is without them.

What a mark holds is judged as if it stood there alone, so that a form is checked and nothing is
reported twice: a fault within a mark is shadowed by the mark itself.
"""

import bisect
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.dates import (
    find_dates,
    find_day_ordinals,
    find_ordinals,
    find_weekday,
    renew,
    renew_number,
)
from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load import yaml
from pipeline.load.yaml import Node, Scalar, Source, spans_of
from pipeline.model.marks import WORD, find_marks, take_off_marks
from pipeline.model.report import FIGURES, Carried
from pipeline.model.report.description import Field
from pipeline.model.report.traits import Holds
from pipeline.validate.tree import InputTree, Path


@dataclass(frozen=True, slots=True)
class PlacedMark:
    """A mark in an input: the way to its value, its span in the source, what it holds.

    `held` is None where it is broken. The span is that of the whole value, with its quotes, where
    that holds nothing else.
    """

    path: Path
    field: Field | None
    start: int
    end: int
    held: str | None

    @property
    def holds(self) -> Holds | None:
        """What the field holds that the mark stands in."""
        return self.field.holds if self.field else None

    @property
    def is_declared(self) -> bool:
        """Whether it stands in a figure that the input declares."""
        return self.path[0] == FIGURES

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

    def bare(node: Node, path: Path, field: Field | None) -> Node:
        match node:
            case Scalar() if WORD in node.text:
                marks.extend(_marks_of(input_.source, node, path, field))
                return replace(node, text=take_off_marks(node.text))
            case Scalar():
                return node
            case yaml.Sequence():
                numbered = enumerate(node.items)
                items = tuple(bare(item, (*path, index), field) for index, item in numbered)
                return replace(node, items=items)
            case yaml.Mapping():
                return bare_mapping(node, path, field)

    def bare_mapping(node: yaml.Mapping, path: Path, field: Field | None) -> yaml.Mapping:
        entries = (
            replace(entry, value=bare(entry.value, (*path, entry.name), entry.field or field))
            for entry in node.entries
        )
        return replace(node, entries=tuple(entries))

    return replace(input_, root=bare_mapping(input_.root, (), None)), tuple(marks)


def _marks_of(
    source: Source, scalar: Scalar, path: Path, field: Field | None
) -> Iterator[PlacedMark]:
    places = spans_of(source, scalar)
    for mark in find_marks(scalar.text):
        start, end = scalar.start, scalar.end
        if places is not None:
            start, end = places[mark.start][0], places[mark.end - 1][1]
        if mark.end - mark.start == len(scalar.text.strip()):
            start, end = min(start, scalar.start), max(end, scalar.end)
        yield PlacedMark(path, field, start, end, mark.held)


def drop_shadowed(
    faults: Iterable[Diagnostic], marks: tuple[PlacedMark, ...], source: Source
) -> Iterator[Diagnostic]:
    """The faults without those that stand within a mark, which is reported by itself."""
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
        kind = _kind_of(mark, mark.held)
        details = {**_last_time(mark, carried), **_words_of(kind, mark)}
        yield diagnose(f"unconfirmed-{kind}", place, what=mark.held, **details)


def _last_time(mark: PlacedMark, carried: Carried | None) -> dict[str, str]:
    """What stood there last time, in both languages; nothing where that is not known."""
    if carried is None or mark.held is None or _is_weekday(mark.field, mark.held):
        # A weekday in a cell of its own was reckoned by the date in another.
        return {"was_zh": "", "was_en": ""}
    years = carried.this_year - carried.year
    if mark.holds is Holds.SOURCE:
        # The name of a file is not reckoned: nobody knows what this year's is called.
        return _AS_IT_WAS
    was = renew(mark.held, -years, since=carried.this_year - 1, context=carried.this_year)
    if mark.holds is Holds.ORDINAL and mark.held.isdigit():
        was = str(int(mark.held) - years)
    elif mark.holds is Holds.DOCUMENT_NUMBER:
        was = renew_number(mark.held, -years)
    if was == mark.held:
        return _AS_IT_WAS
    return {"was_zh": f"，上次是“{was}”", "was_en": f"; last time it was “{was}”"}


_AS_IT_WAS = {"was_zh": "，是从上次照搬的", "was_en": ", carried over as it was"}


def _words_of(kind: str, mark: PlacedMark) -> dict[str, str]:
    """What the held is called: whose a value or a source is, whether a date is an ordinal."""
    if kind in ("figure", "source"):
        name = mark.path[1] if mark.is_declared else ""
        return {
            "of_zh": f"数据“{name}”的" if mark.is_declared else "",
            "of_en": f" of “{name}”" if mark.is_declared else "",
        }
    if mark.holds is Holds.DATE or find_dates(mark.held or ""):
        return {"kind_zh": "日期", "kind_en": "date"}
    if _is_weekday(mark.field, mark.held or ""):
        return {"kind_zh": "星期", "kind_en": "weekday"}
    return {"kind_zh": "届次", "kind_en": "ordinal"}


_NAMES = frozenset({Holds.PARTY, Holds.DOCUMENT_NUMBER, Holds.REMARK})


def _kind_of(mark: PlacedMark, held: str) -> str:
    """`figure`, `source`, `date` or `name`: by the field, else by what the mark holds."""
    if mark.holds is Holds.SOURCE:
        return "source"
    if mark.is_declared and mark.holds is not Holds.EVIDENCE:
        return "figure"
    if mark.holds in _NAMES or "〔" in held:
        return "name"
    is_dated = mark.holds in (Holds.ORDINAL, Holds.DATE)
    if is_dated or find_dates(held) or _is_weekday(mark.field, held):
        return "date"
    if any(find_ordinals(held)) or any(find_day_ordinals(held)):
        return "date"
    return "figure" if any(char.isdigit() for char in held) else "name"


def _is_weekday(field: Field | None, held: str) -> bool:
    """Whether a mark holds the weekday that is all of a cell."""
    is_cell = field is not None and field.holds is Holds.CELLS
    return is_cell and find_weekday(held) is not None
