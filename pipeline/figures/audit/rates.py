"""Rates in a table (整改率, 完成率), recomputed from the two columns that they surely come from.

Nothing says which columns those are. A pair is taken only if its quotient is the rate in at least
three rows and in most of them, and no other pair explains as many.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from pipeline.figures.audit.cells import AuditedTable, bare_name
from pipeline.figures.facts import Quantity, write_number
from pipeline.figures.facts.quantity import PERCENT, rounded

_RATE = re.compile(r".+(?:率|占比)")
_HUNDRED = Decimal(100)
_LEAST_AGREED = 3
_MOST_COLUMNS = 8
"""Of a table of more counts, any two may have some quotient by chance."""


@dataclass(frozen=True, slots=True)
class WrongRate:
    """A rate that is not the quotient of its row: its place, what it should be, and of what."""

    grid: AuditedTable
    row: int
    column: int
    expected: str
    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two columns, and which rows have their quotient for the rate, and which have not."""

    part: int
    whole: int
    agreed: tuple[int, ...]
    wrong: tuple[int, ...]

    @property
    def is_clear(self) -> bool:
        """Whether a clear majority of the rows agrees."""
        return len(self.agreed) >= max(_LEAST_AGREED, 2 * len(self.wrong) + 1)


def find_wrong_rates(grid: AuditedTable) -> Iterator[WrongRate]:
    """The rates that their row disagrees with, where most rows show what they are rates of."""
    counts = [c for c in range(len(grid.columns)) if grid.is_counted(c) and _has_numbers(grid, c)]
    if len(counts) > _MOST_COLUMNS:
        return
    for column, name in enumerate(grid.columns):
        rates = _rates(grid, column) if _RATE.fullmatch(bare_name(name)) else {}
        pairs = [
            _judge(grid, rates, part, whole) for part in counts for whole in counts if part != whole
        ]
        most = max((len(pair.agreed) for pair in pairs), default=0)
        best = [pair for pair in pairs if len(pair.agreed) == most]
        if len(best) != 1 or not best[0].is_clear:
            continue
        for row in best[0].wrong:
            expected = _quotient(grid, row, best[0].part, best[0].whole)
            if expected is not None:
                wanted = write_number(expected, decimals=rates[row].decimals)
                yield WrongRate(grid, row, column, f"{wanted}%", best[0].part, best[0].whole)


def _has_numbers(grid: AuditedTable, column: int) -> bool:
    found = [cells[column].quantity for cells in grid.rows]
    return any(number is not None and number.unit != PERCENT for number in found)


def _rates(grid: AuditedTable, column: int) -> dict[int, Quantity]:
    """The percentages of a column by their rows."""
    found = {row: cells[column].quantity for row, cells in enumerate(grid.rows)}
    return {row: rate for row, rate in found.items() if rate is not None and rate.unit == PERCENT}


def _judge(grid: AuditedTable, rates: dict[int, Quantity], part: int, whole: int) -> _Pair:
    agreed: list[int] = []
    wrong: list[int] = []
    for row, rate in rates.items():
        quotient = _quotient(grid, row, part, whole)
        if quotient is not None:
            (agreed if _is_rounded(quotient, rate) else wrong).append(row)
    return _Pair(part, whole, tuple(agreed), tuple(wrong))


def _quotient(grid: AuditedTable, row: int, part: int, whole: int) -> Decimal | None:
    """The percentage that one cell of a row is of another; None where they are not alike."""
    one, other = grid.rows[row][part].quantity, grid.rows[row][whole].quantity
    if one is None or other is None or other.number == 0:
        return None
    if one.unit != other.unit and one.unit and other.unit:
        return None
    return _HUNDRED * one.number / other.number


def _is_rounded(exact: Decimal, rate: Quantity) -> bool:
    """Whether a rate is the exact one, rounded or cut off at its own decimals."""
    step = Decimal(1).scaleb(-rate.decimals)
    return rate.number == rounded(exact, rate.decimals) or 0 <= exact - rate.number < step
