"""The XML of one sheet -> its cells as a person sees them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.load.sheets.area import MAX_COLUMNS, MAX_ROWS, Area, read_area
from pipeline.load.sheets.book import CellKind, Sheet, SheetCell
from pipeline.load.sheets.dates import as_serial
from pipeline.load.sheets.formats import GENERAL, show_number
from pipeline.load.sheets.numbers import as_number, exact, whole_number
from pipeline.load.sheets.package import damaged, too_large
from pipeline.load.sheets.parts import SheetEntry, unescape
from pipeline.load.sheets.scan import scan
from pipeline.load.yaml.characters import INVISIBLE

MAX_CELLS = 200_000
MAX_COVERED = 500_000
"""Cells that merged areas of one sheet may cover."""

_TRUE = ("1", "true")


@dataclass(slots=True)
class WorkbookContext:
    """What the cells of a workbook refer to, and how many more it may have."""

    strings: list[str]
    formats: list[str]
    is_1904: bool
    cells_left: int = MAX_CELLS
    covered_left: int = MAX_COVERED


def read_sheet(entry: SheetEntry, data: bytes, context: WorkbookContext) -> Sheet:
    """The sheet; raises `RefusedError` where it is broken or too large."""
    scanned = _Scanned(entry.name, context)
    scan(entry.part, data, scanned)
    cells = scanned.cells
    merges, merged = _cover(_clip(scanned.merges, cells), entry.name, context)
    return Sheet(
        name=entry.name,
        cells=cells,
        merges=merges,
        merged=merged,
        hidden_rows=frozenset(scanned.hidden_rows),
        hidden_columns=frozenset(_columns_of(scanned.hidden_columns)),
        is_hidden=entry.is_hidden,
        is_filtered=scanned.is_filtered,
    )


def make_text(text: str) -> SheetCell:
    """The cell of a text: without what nobody sees, with its number where it reads as one."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    dropped = "".join(dict.fromkeys(INVISIBLE.findall(plain)))
    plain = INVISIBLE.sub("", plain) if dropped else plain
    found = as_number(plain)
    number, digits = found or (None, "")
    kind = CellKind.TEXT if plain else CellKind.EMPTY
    return SheetCell(plain, kind, number, digits, dropped=dropped)


@dataclass(slots=True)
class _Open:
    """The cell that is being read."""

    row: int
    column: int
    type: str
    style: str
    has_formula: bool = False
    pieces: list[str] = field(default_factory=list)


class _Scanned:
    """Takes the elements of a sheet."""

    def __init__(self, name: str, context: WorkbookContext) -> None:
        self.cells: dict[tuple[int, int], SheetCell] = {}
        self.merges: list[Area] = []
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.is_filtered = False
        self._name = name
        self._context = context
        self._row = 0
        self._column = 0
        self._open: _Open | None = None
        self._is_text = False
        self._is_reading_aid = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        match name:
            case "c":
                self._begin_cell(attributes)
            case "v" | "t":
                self._is_text = self._open is not None and not self._is_reading_aid
            case "f" if self._open is not None:
                self._open.has_formula = True
            case "rPh":
                self._is_reading_aid = True
            case "row":
                self._begin_row(attributes)
            case "col" if attributes.get("hidden") in _TRUE:
                self._hide_columns(attributes)
            case "mergeCell":
                self._take_merge(attributes.get("ref", ""))
            case "filterColumn":
                self.is_filtered = True

    def text(self, text: str) -> None:
        if self._is_text and self._open is not None:
            self._open.pieces.append(text)

    def finish(self, name: str) -> None:
        if name in ("v", "t"):
            self._is_text = False
        elif name == "rPh":
            self._is_reading_aid = False
        elif name == "c" and self._open is not None:
            cell = _make_cell(self._open, self._context)
            if cell.kind is not CellKind.EMPTY:
                self._keep(self._open, cell)
            self._open = None

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        low, high = (whole_number(attributes.get(name)) for name in ("min", "max"))
        if low and high:
            self.hidden_columns.append((low, high))

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = attributes.get("r")
        row = self._row + 1 if number is None else whole_number(number)
        if row is None or not 1 <= row <= MAX_ROWS:
            raise self._misplaced(number or str(row))
        self._row, self._column = row, 0
        if attributes.get("hidden") in _TRUE:
            self.hidden_rows.add(self._row)

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        name = attributes.get("r")
        if name is None:
            self._column += 1
        else:
            area = read_area(name)
            if area is None or not area.is_one:
                raise self._misplaced(name)
            self._row, self._column = area.top, area.left
        if self._column > MAX_COLUMNS or self._row < 1:
            raise self._misplaced(str(self._column))
        kind, style = attributes.get("t", "n"), attributes.get("s", "0")
        self._open = _Open(self._row, self._column, kind, style)

    def _keep(self, opened: _Open, cell: SheetCell) -> None:
        self._context.cells_left -= 1
        if self._context.cells_left < 0:
            zh, en = "有内容的单元格太多", "it has too many cells with content"
            raise too_large(zh, en, f"{MAX_CELLS:,}")
        self.cells[opened.row, opened.column] = cell

    def _take_merge(self, reference: str) -> None:
        area = read_area(reference)
        if area is None:
            raise self._misplaced(reference)
        if not area.is_one:
            self.merges.append(area)

    def _misplaced(self, found: str) -> Exception:
        zh = f"工作表“{self._name}”里有不存在的位置 {found[:20]}"
        return damaged(zh, f"sheet “{self._name}” has a place that does not exist: {found[:20]}")


def _make_cell(opened: _Open, context: WorkbookContext) -> SheetCell:
    text = "".join(opened.pieces)
    is_string = opened.type in ("s", "str", "inlineStr")
    if opened.has_formula and not text and opened.type != "str":
        return SheetCell("", CellKind.UNCALCULATED)
    if not text and not is_string:
        return SheetCell("", CellKind.EMPTY)
    match opened.type:
        case "s":
            cell = make_text(_shared(text, context.strings))
        case "str" | "inlineStr":
            cell = make_text(unescape(text))
        case "e":
            cell = SheetCell(text, CellKind.ERROR)
        case "b":
            cell = SheetCell("TRUE" if text in _TRUE else "FALSE", CellKind.TEXT)
        case _:
            number = as_serial(text) if opened.type == "d" else exact(text)
            cell = make_text(text) if number is None else _make_number(number, opened, context)
    return cell


def _shared(text: str, strings: list[str]) -> str:
    number = whole_number(text.strip())
    if number is None or number >= len(strings):
        raise damaged("有单元格的文字缺失", "the text of a cell is missing")
    return strings[number]


def _make_number(number: Decimal, opened: _Open, context: WorkbookContext) -> SheetCell:
    style = whole_number(opened.style) or 0
    code = context.formats[style] if style < len(context.formats) else GENERAL
    if opened.type == "d":
        code = code if code != GENERAL else "yyyy-mm-dd"
        return show_number(number, code)
    return show_number(number, code, is_1904=context.is_1904)


def _columns_of(spans: list[tuple[int, int]]) -> Iterator[int]:
    """The columns of spans that may overlap, in one pass."""
    done = 0
    for first, last in sorted(spans):
        end = min(last, MAX_COLUMNS)
        yield from range(max(first, done + 1), end + 1)
        done = max(done, end)


def _clip(merges: list[Area], cells: Mapping[tuple[int, int], SheetCell]) -> list[Area]:
    """The merged areas that hold a value, within the rows and columns that are used.

    A merged area may be as large as the sheet; what lies beyond the last value is of no account.
    """
    bottom = max((row for row, _ in cells), default=0)
    right = max((column for _, column in cells), default=0)
    used = Area(1, 1, bottom, right)
    clipped = (area.meet(used) for area in merges if (area.top, area.left) in cells)
    return [area for area in clipped if area.size > 1]


_At = tuple[int, int]


def _cover(
    merges: list[Area], name: str, context: WorkbookContext
) -> tuple[dict[_At, Area], dict[_At, _At]]:
    """The areas by their first cells, and the way from each covered cell to that one.

    Of areas that overlap, which Excel never writes, the first stands.
    """
    context.covered_left -= sum(area.size for area in merges)
    if context.covered_left < 0:
        zh, en = f"工作表“{name}”的合并单元格太大", f"the merged cells of “{name}” are too large"
        raise too_large(zh, en, f"{MAX_COVERED:,}")
    areas: dict[_At, Area] = {}
    covered: dict[_At, _At] = {}
    for area in merges:
        first, *rest = cells = [*area.cells()]
        if not any(cell in covered or cell in areas for cell in cells):
            areas[first] = area
            covered.update(dict.fromkeys(rest, first))
    return areas, covered
