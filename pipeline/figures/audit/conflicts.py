"""One thing, two numbers: counts of the same noun and unit that differ, in text and tables.

Figures that are referred to by their names never conflict with each other: who declares two means
two. So each conflict has at least one number that was typed, and is settled by declaring it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.figures.audit.cells import AuditedCell, AuditedTable, bare_name
from pipeline.figures.audit.finding import Declared
from pipeline.figures.audit.nouns import NARROW, find_counted
from pipeline.figures.audit.statements import Statement, TextSpot
from pipeline.figures.facts import Fact, Facts, Quantity
from pipeline.figures.facts.quantity import SCALES, rounded, times

_LEAST_SHARED = 4
"""A noun of so many characters says enough for two typed numbers to be held against each other."""
_LEAST_DECLARED = 3
_MOST_VALUES = 20
"""So many mentions of a noun are remembered; of a report with more, twenty faults are reported."""


@dataclass(frozen=True, slots=True)
class NounMention:
    """A number that says what it counts, wherever it stands."""

    nouns: tuple[str, ...]
    quantity: Quantity
    spot: TextSpot
    is_typed: bool


@dataclass(frozen=True, slots=True)
class Conflict:
    """A typed number and the other one that it contradicts."""

    noun: str
    here: NounMention
    there: Quantity
    where: TextSpot | Declared


def find_conflicts(
    prose: list[Statement], grids: list[AuditedTable], facts: Facts
) -> Iterator[Conflict]:
    """The contradictions of a report, each typed number reported once."""
    seen: dict[tuple[str, str], list[NounMention]] = {}
    for mention in (*_in_prose(prose), *_in_tables(grids)):
        found = _against_figures(mention, facts.by_name)
        for key in _keys(mention):
            others = seen.setdefault(key, [])
            found = found or _against_others(mention, key[0], others)
            if len(others) < _MOST_VALUES:
                others.append(mention)
        if found is not None:
            yield found


def _against_figures(mention: NounMention, figures: Mapping[str, Fact]) -> Conflict | None:
    for noun in mention.nouns if mention.is_typed else ():
        fact = figures.get(noun)
        if len(noun) >= _LEAST_DECLARED and fact is not None and fact.quantity is not None:
            if _differ(mention.quantity, fact.quantity):
                return Conflict(noun, mention, fact.quantity, Declared(noun))
            return None
    return None


def _keys(mention: NounMention) -> list[tuple[str, str]]:
    """What a mention is held against others by: each noun that says enough, the barest first."""
    unit = mention.quantity.unit
    return [(n, unit) for n in reversed(mention.nouns) if unit and len(n) >= _LEAST_SHARED]


def _against_others(mention: NounMention, noun: str, others: list[NounMention]) -> Conflict | None:
    """The first other value of the same noun; none where an earlier mention has this one too."""
    if any(not _differ(mention.quantity, other.quantity) for other in others):
        return None
    for other in others:
        if mention.is_typed:
            return Conflict(noun, mention, other.quantity, other.spot)
        if other.is_typed:
            return Conflict(noun, other, mention.quantity, mention.spot)
    return None


def _differ(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are not the same, even rounded: 3.5万 and 35126 may be."""
    if one.unit != other.unit or not one.unit:
        return False
    rough = max(one, other, key=lambda quantity: SCALES[quantity.scale] - quantity.decimals)
    power = SCALES[rough.scale]
    values = {rounded(times(each.number, -power), rough.decimals) for each in (one, other)}
    return len(values) > 1


def _in_prose(prose: list[Statement]) -> Iterator[NounMention]:
    for statement in prose:
        for found in find_counted(statement):
            spot = statement.spot(found.start, found.end)
            yield NounMention(found.nouns, found.quantity, spot, found.reference is None)


# --- tables --------------------------------------------------------------------------------------

_AMOUNT = re.compile(r"数量|数值|数|完成数|总数|合计|总计|共计|完成情况")


def _in_tables(grids: list[AuditedTable]) -> Iterator[NounMention]:
    for grid in grids:
        # A table of one month or one stage counts its own things.
        if not NARROW.search(grid.annex.name):
            yield from _by_rows(grid)
            yield from _by_columns(grid)


def _by_rows(grid: AuditedTable) -> Iterator[NounMention]:
    """合理化建议 | 37条: the name of a row, and the one number that stands for it."""
    columns = [
        column
        for column in range(len(grid.columns))
        if grid.is_counted(column) and any(row[column].quantity for row in grid.rows)
    ]
    wanted = [c for c in columns if _AMOUNT.fullmatch(bare_name(grid.columns[c]))]
    if len(columns) == 1:
        wanted = columns
    totals = grid.total_rows()
    for row, cells in enumerate(grid.rows):
        for column in wanted[-1:] if row not in totals else ():
            yield from _mention(grid.label(row), cells[column])


def _by_columns(grid: AuditedTable) -> Iterator[NounMention]:
    """The name of a column, and the number in the row of the total."""
    for row in grid.total_rows()[-1:]:
        for column, cell in enumerate(grid.rows[row]):
            yield from _mention(bare_name(grid.columns[column]), cell)


def _mention(noun: str, cell: AuditedCell) -> Iterator[NounMention]:
    if cell.quantity is None or NARROW.search(noun):
        return
    yield NounMention((noun,), cell.quantity, TextSpot(cell.resolved), cell.reference is None)
