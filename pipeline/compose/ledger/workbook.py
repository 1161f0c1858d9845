"""The ledger -> .xlsx bytes: to be ticked off on paper or in Excel. An importer of openpyxl.

Every cell is text, whatever it begins with; the same ledger gives the same bytes on any day.
"""

import io
import math
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.chinese.dates import write_date
from pipeline.compose.ledger.entries import Ledger, LedgerEntry, LedgerPlace
from pipeline.diagnostics.diagnostic import columns_of
from pipeline.load.archive import read_zip, write_zip

SHEET = "数据核对表"


@dataclass(frozen=True, slots=True)
class _Column:
    """A column: name, width in digits, what it says of a figure or of one of its places."""

    name: str
    width: int
    of_figure: Callable[[LedgerEntry], str] | None = None
    of_place: Callable[[LedgerPlace], str] | None = None
    is_centred: bool = False
    is_kept: bool = False
    """Whether it stands there even where no figure has anything in it."""
    without_place: str = ""
    """What it says of a figure that stands nowhere."""


_NUMBER = _Column("序号", 5, is_centred=True, is_kept=True)
_COLUMNS = (
    _Column("数据名称", 18, lambda entry: entry.name, is_kept=True),
    _Column("数值", 12, lambda entry: entry.value, is_centred=True, is_kept=True),
    _Column("上期", 10, lambda entry: entry.previous, is_centred=True),
    _Column("分项", 22, lambda entry: entry.parts),
    _Column("依据", 22, lambda entry: entry.evidence, is_kept=True),
    _Column("来源", 22, lambda entry: entry.source),
    _Column("公式", 22, lambda entry: entry.formula),
    _Column(
        "所在标题", 30, None, lambda place: place.heading, is_kept=True, without_place="未引用"
    ),
    _Column("页码", 6, of_place=lambda place: str(place.page), is_centred=True, is_kept=True),
    _Column("上下文", 34, of_place=lambda place: place.excerpt, is_kept=True),
    _Column("核对", 8, of_place=lambda _: "", is_kept=True),
)
_HEADER_ROW = 3
_MOST_CHARS = 32_000
"""Excel holds 32,767 characters a cell."""
_EPOCH = datetime(1980, 1, 1)  # noqa: DTZ001 - openpyxl writes a naive time as UTC
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*")

_LINE = Side(style="thin", color="FF808080")
_FONT = "宋体"


@dataclass(frozen=True, slots=True)
class _Look:
    size_pt: int = 11
    is_bold: bool = False
    is_centred: bool = False
    is_framed: bool = True
    is_shaded: bool = False


_TITLE = _Look(16, is_bold=True, is_framed=False)
_NOTE = _Look(is_framed=False)
_HEAD = _Look(is_bold=True, is_centred=True, is_shaded=True)
_TEXT, _CENTRED = _Look(), _Look(is_centred=True)


def ledger_workbook(ledger: Ledger) -> bytes:
    """The bytes of the workbook; one row for each place of a figure."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    sheet.title = SHEET
    columns = (_NUMBER, *(column for column in _COLUMNS if _is_wanted(column, ledger)))
    _write_heading(sheet, ledger, columns)
    row = _HEADER_ROW + 1
    for number, entry in enumerate(ledger.entries, start=1):
        row = _write_entry(sheet, row, (str(number), entry), columns)
    _lay_out(sheet, row - 1, columns)
    book.properties.creator = ledger.organisation
    book.properties.title = f"{ledger.title} {SHEET}"
    book.properties.created = _EPOCH
    buffer = io.BytesIO()
    book.save(buffer)
    return _undated(buffer.getvalue())


def _is_wanted(column: _Column, ledger: Ledger) -> bool:
    of_figure = column.of_figure
    return column.is_kept or (of_figure is not None and any(map(of_figure, ledger.entries)))


def _write_heading(sheet: Worksheet, ledger: Ledger, columns: tuple[_Column, ...]) -> None:
    day = ledger.date
    _write(sheet, 1, 1, f"{ledger.title}{SHEET}", _TITLE)
    about = f"单位：{ledger.organisation}　　成文日期：{write_date(day)}"
    _write(sheet, 2, 1, about, _NOTE)
    for row, height in ((1, 30), (2, 20), (_HEADER_ROW, 22)):
        sheet.row_dimensions[row].height = height
        if row < _HEADER_ROW:
            sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(columns))
    for index, column in enumerate(columns, start=1):
        _write(sheet, _HEADER_ROW, index, column.name, _HEAD)


def _write_entry(
    sheet: Worksheet, first: int, numbered: tuple[str, LedgerEntry], columns: tuple[_Column, ...]
) -> int:
    """The row below those of the figure: one for each place, the figure's own cells merged."""
    number, entry = numbered
    places: tuple[LedgerPlace | None, ...] = entry.places or (None,)
    last = first + len(places) - 1
    for index, column in enumerate(columns, start=1):
        look = _CENTRED if column.is_centred else _TEXT
        if column.of_place is None:
            text = column.of_figure(entry) if column.of_figure else number
            for row in range(first, last + 1):
                _write(sheet, row, index, text if row == first else "", look)
            _merge(sheet, first, last, index)
            continue
        for row, place in enumerate(places, start=first):
            text = column.of_place(place) if place else column.without_place
            _write(sheet, row, index, text, look)
    _set_heights(sheet, first, last, columns)
    return last + 1


def _merge(sheet: Worksheet, first: int, last: int, column: int) -> None:
    if last > first:
        sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)


_LINE_PT, _PADDING_PT = 15, 5


def _set_heights(sheet: Worksheet, first: int, last: int, columns: tuple[_Column, ...]) -> None:
    """Rows as high as their texts: Excel fits no row that has merged cells by itself."""
    lines = dict.fromkeys(range(first, last + 1), 1)
    for index, column in enumerate(columns, start=1):
        needs = [_lines(str(sheet.cell(row, index).value or ""), column.width) for row in lines]
        if column.of_place is None:
            lines[last] = max(lines[last], needs[0] - sum(lines.values()) + lines[last])
        else:
            lines |= {row: max(lines[row], need) for row, need in zip(lines, needs, strict=True)}
    for row, count in lines.items():
        sheet.row_dimensions[row].height = count * _LINE_PT + _PADDING_PT


def _lines(text: str, width: int) -> int:
    return max(1, math.ceil(columns_of(text) / (width - 2)))


def _write(sheet: Worksheet, row: int, column: int, text: str, look: _Look) -> None:
    cell = sheet.cell(row, column)
    cell.value = text[:_MOST_CHARS]
    # Text that begins with = would be taken for a formula, here and by whoever edits it.
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    cell.font = Font(name=_FONT, size=look.size_pt, bold=look.is_bold)
    cell.alignment = Alignment(
        horizontal="center" if look.is_centred else "left", vertical="center", wrap_text=True
    )
    if look.is_framed:
        cell.border = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
    if look.is_shaded:
        cell.fill = PatternFill("solid", fgColor="FFE7E6E6")


def _lay_out(sheet: Worksheet, last_row: int, columns: tuple[_Column, ...]) -> None:
    """Widths, the frozen header, and a print on A4 landscape that is one page wide."""
    for index, column in enumerate(columns, start=1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
    sheet.freeze_panes = f"C{_HEADER_ROW + 1}"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(columns))}{last_row}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    footer = sheet.oddFooter
    assert footer is not None  # a new sheet has an empty one
    assert footer.center is not None
    footer.center.text = "第 &P 页　共 &N 页"


def _undated(data: bytes) -> bytes:
    """The workbook without the time at which it was saved."""
    files = read_zip(data)
    core = files["docProps/core.xml"]
    files["docProps/core.xml"] = _MODIFIED.sub(rb"\g<1>1980-01-01T00:00:00Z", core)
    return write_zip(files)
