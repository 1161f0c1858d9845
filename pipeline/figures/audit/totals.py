"""Totals of tables, recomputed: rows and columns called 合计, 总计, 小计, 共计.

What a total sums is not always written down (a 小计 may begin anywhere above it), so every reading
is tried and the one that most of the cells support is taken; a cell is blamed only by that one.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from pipeline.figures.audit.cells import AuditedCell, AuditedTable, is_subtotal
from pipeline.figures.facts import Quantity, write_number
from pipeline.figures.facts.quantity import PERCENT, decimals_of

SummedCells = tuple[int, ...]
"""The rows, or the columns, that a total is taken to sum."""


@dataclass(frozen=True, slots=True)
class WrongTotal:
    """A total that is not the sum of its cells: where it stands, what it should be."""

    grid: AuditedTable
    row: int
    column: int
    found: Quantity
    sum: Quantity
    items: SummedCells
    is_down: bool
    """Whether the total sums a column, else a row."""


def find_wrong_totals(grid: AuditedTable) -> Iterator[WrongTotal]:
    """Every total of a table that does not agree with what it sums; each cell once.

    A total that is right once another wrong one among its items is corrected is none.
    """
    wrongs = [*_down(grid), *_across(grid)]
    sums = {(wrong.row, wrong.column): wrong.sum for wrong in reversed(wrongs)}
    reported: set[tuple[int, int]] = set()
    for wrong in wrongs:
        if (wrong.row, wrong.column) not in reported and not _is_right_by(wrong, sums):
            reported.add((wrong.row, wrong.column))
            yield wrong


def _is_right_by(wrong: WrongTotal, sums: Mapping[tuple[int, int], Quantity]) -> bool:
    """Whether a total is the sum of its items once those that are wrong totals are corrected."""
    corrected = wrong.sum.number
    for item in wrong.items:
        place = (item, wrong.column) if wrong.is_down else (wrong.row, item)
        found = wrong.grid.rows[place[0]][place[1]].quantity
        if found is not None and place in sums:
            corrected += sums[place].number - found.number
    return corrected == wrong.found.number


def _down(grid: AuditedTable) -> Iterator[WrongTotal]:
    totals = grid.total_rows()
    columns = [column for column in range(len(grid.columns)) if grid.is_counted(column)]
    for total in totals:
        is_part = is_subtotal(grid.label(total))
        readings = _readings(total, len(grid.rows), totals, is_part=is_part)

        def cell(item: int, line: int) -> AuditedCell:
            return grid.rows[item][line]

        for line, reading, found, expected in _judge(readings, total, columns, cell):
            yield WrongTotal(grid, total, line, found, expected, reading, is_down=True)


def _across(grid: AuditedTable) -> Iterator[WrongTotal]:
    totals = grid.total_columns()
    for total in totals:
        counted = [c for c in range(len(grid.columns)) if grid.is_counted(c)]
        every = _readings(total, len(grid.columns), totals, is_part=True)
        readings = [tuple(c for c in reading if c in counted) for reading in every]

        def cell(item: int, line: int) -> AuditedCell:
            return grid.rows[line][item]

        rows = range(len(grid.rows))
        for line, reading, found, expected in _judge(readings, total, rows, cell, is_sure=False):
            yield WrongTotal(grid, line, total, found, expected, reading, is_down=False)


def _readings(total: int, size: int, totals: Sequence[int], *, is_part: bool) -> list[SummedCells]:
    """What a total may sum, the likeliest first: items, or totals and the items outside them."""
    above = [i for i in range(total) if i not in totals]
    below = [i for i in range(total + 1, size) if i not in totals]
    if not above:
        end = next((t for t in totals if t > total), size)
        return [tuple(below), tuple(i for i in below if i < end)]
    start = max((t for t in totals if t < total), default=-1)
    near = tuple(i for i in above if i > start)
    earlier = tuple(t for t in totals if t < total)
    readings = [near, tuple(above)] if is_part else [tuple(above), near]
    readings += [earlier, (*earlier, *near)]
    if is_part:
        readings += [
            tuple(above[-count:]) for count in range(min(_LONGEST_RUN, len(above) - 1), 0, -1)
        ]
    return [reading for reading in dict.fromkeys(readings) if reading]


_LONGEST_RUN = 60
"""A subtotal that begins amid the rows above it sums no more of them than this."""

_FEW = 2
"""A table of so few columns of numbers may be wrong in all of them."""


def _judge(
    readings: Sequence[SummedCells],
    total: int,
    lines: Sequence[int],
    cell: Callable[[int, int], AuditedCell],
    *,
    is_sure: bool = True,
) -> Iterator[tuple[int, SummedCells, Quantity, Quantity]]:
    """The lines whose total is wrong by the best reading, with that reading, both numbers."""
    best: tuple[int, SummedCells, list[tuple[int, Quantity, Quantity]]] | None = None
    for reading in readings:
        sums = [
            (line, found, expected)
            for line in lines
            if (found := cell(total, line).quantity) is not None
            and (expected := _sum([cell(item, line) for item in reading], found)) is not None
        ]
        agreed = sum(found.number == expected.number for _, found, expected in sums)
        if sums and (best is None or agreed > best[0]):
            best = (agreed, reading, sums)
    if best is None:
        return
    agreed, reading, sums = best
    wrong = [one for one in sums if one[1].number != one[2].number]
    if agreed >= max(1, len(wrong)) or (is_sure and len(sums) <= _FEW):
        for line, found, expected in wrong:
            yield line, reading, found, expected


def _sum(cells: Sequence[AuditedCell], total: Quantity) -> Quantity | None:
    """The sum of cells in the unit of their total; None where they cannot be added."""
    numbers: list[Quantity] = []
    for cell in cells:
        if cell.quantity is not None:
            numbers.append(cell.quantity)
        elif not cell.is_blank:
            return None
    units = {number.unit for number in (*numbers, total)} - {""}
    if not numbers or len(units) > 1 or PERCENT in units:
        return None
    found = sum((number.number for number in numbers), Decimal(0))
    decimals = max(total.decimals, decimals_of(found, total.scale))
    return Quantity(found, total.unit, total.scale, decimals)


def describe_items(wrong: WrongTotal) -> tuple[str, str]:
    """The cells that were added, in the words of both languages."""
    if not wrong.is_down:
        names = "、".join(f"“{wrong.grid.columns[item]}”" for item in wrong.items)
        return f"同行{names}", names
    first, last = wrong.items[0] + 1, wrong.items[-1] + 1
    is_run = last - first + 1 == len(wrong.items)
    numbers = "、".join(str(item + 1) for item in wrong.items)
    rows = f"{first}—{last}" if is_run and first != last else numbers
    return f"表中第 {rows} 行", f"rows {rows}"


def write_quantity(quantity: Quantity) -> str:
    number = write_number(quantity.number, quantity.scale, quantity.decimals)
    return number + quantity.scale + quantity.unit
