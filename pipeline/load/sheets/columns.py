"""Columns by the names above them, and the sums of cells: what is counted, and what must not be."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce

from pipeline.load.sheets.area import Area
from pipeline.load.sheets.book import CellKind, Sheet, SheetCell
from pipeline.load.sheets.numbers import add, as_number, round_to

_BLANKS = re.compile(r"\s+")
_GRAND_TOTAL = re.compile(r"(?:合计|总计|共计|总和|total)[:：]?", re.IGNORECASE)
_TOTAL = re.compile(r".{0,20}(?:合计|总计|共计|小计|总和|subtotal|total)[:：]?", re.IGNORECASE)
_NOTHING = frozenset("—-－–/／无") | {"——", "--"}
"""What is typed where there is nothing to count."""


def squeeze(text: str) -> str:
    """A label without blanks and line breaks, full-width letters as plain ones."""
    return _BLANKS.sub("", unicodedata.normalize("NFKC", text))


def find_columns(sheet: Sheet, name: str) -> tuple[Area, ...]:
    """The header cells that bear a name, all of one row: the first row that has one."""
    wanted = squeeze(name)
    found = [at for at, cell in sheet.cells.items() if squeeze(cell.text) == wanted]
    top = min((row for row, _ in found), default=0)
    return tuple(sheet.merge_at(row, column) for row, column in sorted(found) if row == top)


def header_names(sheet: Sheet) -> list[str]:
    """The names of a sheet's columns, to offer one for a name that no column has."""
    head = _find_head(sheet)
    texts = (sheet.cell(*at).text.split() for at in head.cells())
    return [text for text in dict.fromkeys("".join(words) for words in texts) if text]


def _find_head(sheet: Sheet) -> Area:
    """The rows of the header: the first row of two texts or more, and those it is merged with."""
    used = sheet.used()
    texts = Counter(row for (row, _), cell in sheet.cells.items() if cell.kind is CellKind.TEXT)
    top = min((row for row, count in texts.items() if count > 1), default=used.top)
    below = Area(top, used.left, used.bottom, used.right)
    return Area(top, used.left, top + header_height(sheet, below) - 1, used.right)


def header_height(sheet: Sheet, area: Area) -> int:
    """How many rows of a table are its header, by the merged cells in the first of them."""
    height = 1
    for column in range(area.left, area.right + 1):
        merge = sheet.merge_at(area.top, column).meet(area)
        has_names_below = merge.width > 1 and merge.height == 1
        height = max(height, merge.height + has_names_below)
    return max(1, min(height, area.height, MOST_HEADER_ROWS))


MOST_HEADER_ROWS = 5


def label_of(sheet: Sheet, row: int, column: int) -> str | None:
    """The label by which a row is one of totals, None where it is a row like others.

    It stands left of the column that is added, or right of one that is itself at the left edge.
    """
    for left in range(1, min(max(column, _LABEL_COLUMNS + 1), _MOST_LABEL_COLUMNS)):
        cell = sheet.seen(row, left)
        is_label = cell.kind is CellKind.TEXT and _TOTAL.fullmatch(squeeze(cell.text))
        # A label merged over rows of data is the heading of a group.
        if is_label and left != column and sheet.merge_at(row, left).height == 1:
            return cell.text.strip()
    return None


_LABEL_COLUMNS = 3
_MOST_LABEL_COLUMNS = 50


@dataclass(frozen=True, slots=True)
class WrongColumnTotal:
    """A row of totals whose number is not the sum of the rows above it."""

    row: int
    label: str
    found: str
    wanted: str


@dataclass(frozen=True, slots=True)
class Sum:
    """What cells come to: `digits` as the most exact of them is written.

    `counted` are the cells that were added, `odd` those that are neither numbers nor empty.
    """

    digits: str
    counted: tuple[tuple[int, int], ...]
    odd: tuple[tuple[int, int], ...] = ()
    wrong_totals: tuple[WrongColumnTotal, ...] = ()
    is_mixed: bool = False
    """Whether some are percentages and some are not."""


def number_of(cell: SheetCell, unit: str = "") -> tuple[Decimal, str] | None:
    """A cell's number and its digits; `18条` is 18 where the unit is 条."""
    if cell.number is not None and cell.kind is not CellKind.DATE:
        return cell.number, cell.digits
    if cell.kind is CellKind.TEXT and unit and cell.text.strip().endswith(unit):
        return as_number(cell.text.strip().removesuffix(unit))
    return None


def sum_cells(sheet: Sheet, cells: Iterable[tuple[int, int]], unit: str = "") -> Sum:
    """The sum of cells; a merged area counts once."""
    numbers: dict[tuple[int, int], tuple[Decimal, str]] = {}
    odd: list[tuple[int, int]] = []
    for at in cells:
        cell = sheet.cell(*at)
        if cell.is_empty or cell.text.strip() in _NOTHING:
            continue
        found = number_of(cell, unit)
        if found is None:
            odd.append(at)
        else:
            numbers[at] = found
    percents = {digits.endswith("%") for _, digits in numbers.values()}
    total = _write(numbers.values())
    return Sum(total, tuple(numbers), tuple(odd), is_mixed=len(percents) > 1)


def _write(numbers: Iterable[tuple[Decimal, str]]) -> str:
    """The sum of numbers, with as many decimals as the most exact of them is shown with."""
    numbers = tuple(numbers)
    total = reduce(add, (number for number, _ in numbers), Decimal(0))
    digits = [shown for _, shown in numbers]
    is_percent = bool(digits) and all(shown.endswith("%") for shown in digits)
    places = max((len(shown.rstrip("%").partition(".")[2]) for shown in digits), default=0)
    total = total.scaleb(2) if is_percent else total
    return f"{round_to(total, places):f}" + ("%" if is_percent else "")


def sum_column(sheet: Sheet, header: Area, unit: str = "") -> Sum:
    """The sum of the column under a header, rows of totals left out and held against it."""
    column = header.left
    rows = [row for row, _ in sheet.column(column) if row > header.bottom]
    labels = {row: label_of(sheet, row, column) for row in rows}
    data = [(row, column) for row in rows if labels[row] is None]
    found = sum_cells(sheet, data, unit)
    counted = {row for row, _ in found.counted}
    numbers = [
        (row, number)
        for row in rows
        if row in counted or labels[row] is not None
        if (number := number_of(sheet.cell(row, column), unit)) is not None
    ]
    wrong = tuple(_wrong_totals(numbers, labels))
    return Sum(found.digits, found.counted, found.odd, wrong, found.is_mixed)


class _Running:
    """The sums of the rows above, counted from any row on."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self._before: set[Decimal] = set()

    def add(self, number: Decimal) -> None:
        self._before.add(self.total)
        self.total = round_to(add(self.total, number), _DUST_PLACES)

    def has(self, number: Decimal, *, is_whole: bool) -> bool:
        """Whether the rows come to a number: all of them, or those from some row on."""
        rest = round_to(add(self.total, -number), _DUST_PLACES)
        return rest == 0 if is_whole else rest in self._before


_DUST_PLACES = 9


def _wrong_totals(
    numbers: list[tuple[int, tuple[Decimal, str]]], labels: dict[int, str | None]
) -> Iterator[WrongColumnTotal]:
    """Each row of totals that is not the sum of rows above it, by value or as they are shown.

    The last 合计 or 总计 is the sum of all; any other row of totals may count from any row on.
    """
    grand = [row for row, _ in numbers if _GRAND_TOTAL.fullmatch(squeeze(labels[row] or ""))]
    exact, shown = _Running(), _Running()
    for row, (number, digits) in numbers:
        label = labels[row]
        if label is None:
            exact.add(number)
            shown.add(as_decimal(digits))
            continue
        is_whole = row == grand[-1] if grand else False
        is_right = exact.has(number, is_whole=is_whole) or shown.has(
            as_decimal(digits), is_whole=is_whole
        )
        wanted = _as_shown(exact.total, digits)
        if not is_right and wanted != digits:
            yield WrongColumnTotal(row, label, digits, wanted)


def _as_shown(number: Decimal, digits: str) -> str:
    """A number with the decimals of another one."""
    places = len(digits.rstrip("%").partition(".")[2])
    number = number.scaleb(2) if digits.endswith("%") else number
    return f"{round_to(number, places):f}" + ("%" if digits.endswith("%") else "")


def as_decimal(digits: str) -> Decimal:
    return Decimal(digits.rstrip("%"))
