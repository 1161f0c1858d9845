"""Rules and glyphs of a page -> its tables, cell by cell."""

from bisect import bisect
from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.inspect.pdf.drawn_rules import DrawnRule
from pipeline.inspect.pdf.glyphs import Glyph
from pipeline.inspect.pdf.lines import PdfLine, make_lines
from pipeline.inspect.seen import Box, around

_TOUCH_MM = 0.8
"""Rules nearer than this meet; LibreOffice leaves a hair between some."""

_MIN_LEVEL = 2
"""A frame has two level rules at least; with fewer it is no table."""

_MAX_RULES = 1000
"""A page with more is a drawing; each is held against each."""


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A region that rules bound, and its cells that have words, by rows."""

    box_mm: Box
    cells: tuple[tuple[PdfLine, ...], ...]


def find_regions(rules: Iterable[DrawnRule]) -> tuple[tuple[DrawnRule, ...], ...]:
    """The rules of each table: those that meet, with an upright one among them."""
    kept = tuple(rules)
    groups: list[list[DrawnRule]] = []
    for rule in kept if len(kept) <= _MAX_RULES else ():
        met = [group for group in groups if any(_meet(rule, other) for other in group)]
        merged = [rule, *(other for group in met for other in group)]
        groups = [group for group in groups if group not in met] + [merged]
    return tuple(tuple(group) for group in groups if _is_table(group))


def _meet(one: DrawnRule, other: DrawnRule) -> bool:
    a, b = one.box_mm, other.box_mm
    return (
        a[0] <= b[2] + _TOUCH_MM
        and b[0] <= a[2] + _TOUCH_MM
        and a[1] <= b[3] + _TOUCH_MM
        and b[1] <= a[3] + _TOUCH_MM
    )


def _is_table(group: list[DrawnRule]) -> bool:
    level = sum(rule.is_level for rule in group)
    return level >= _MIN_LEVEL and level < len(group)


def is_inside(glyph: Glyph, box: Box) -> bool:
    """Whether a glyph's middle lies in a box."""
    left, top, right, bottom = glyph.ink_mm
    return box[0] <= (left + right) / 2 <= box[2] and box[1] <= (top + bottom) / 2 <= box[3]


def fill_table(page: int, rules: Iterable[DrawnRule], glyphs: Iterable[Glyph]) -> RuledTable:
    """A table with each glyph in the cell that the rules around it make."""
    kept = tuple(rules)
    upright = [rule for rule in kept if not rule.is_level]
    level = [rule for rule in kept if rule.is_level]
    cells: dict[tuple[int, int], list[Glyph]] = {}
    for line in make_lines(page, glyphs):
        _, top, _, bottom = line.box_mm
        columns = _crossed(upright, (top + bottom) / 2, 1)
        rows: dict[int, int] = {}
        for glyph in line.glyphs:
            column = bisect(columns, (glyph.left_mm + glyph.right_mm) / 2)
            if column not in rows:
                rows[column] = _row_of(level, columns, column, glyph)
            edge = _tenths(columns[column - 1]) if column else 0
            cells.setdefault((rows[column], edge), []).append(glyph)
    filled = tuple(make_lines(page, cells[place]) for place in sorted(cells))
    return RuledTable(around(rule.box_mm for rule in kept), filled)


def _tenths(place_mm: float) -> int:
    """A place coarse enough to name a cell by."""
    return round(place_mm * 10)


def _crossed(rules: list[DrawnRule], place: float, low: int) -> list[float]:
    """Where rules cross the line at `place`; `low` is where a box begins along them."""
    return sorted(
        rule.middle_mm
        for rule in rules
        if rule.box_mm[low] - _TOUCH_MM <= place <= rule.box_mm[low + 2] + _TOUCH_MM
    )


def _row_of(level: list[DrawnRule], columns: list[float], column: int, glyph: Glyph) -> int:
    """Where the rule above a glyph's cell lies."""
    left = columns[column - 1] if column else glyph.left_mm
    right = columns[column] if column < len(columns) else glyph.right_mm
    rules = _crossed(level, (left + right) / 2, 0)
    middle = (glyph.ink_mm[1] + glyph.ink_mm[3]) / 2
    above = bisect(rules, middle)
    return _tenths(rules[above - 1]) if above else 0
