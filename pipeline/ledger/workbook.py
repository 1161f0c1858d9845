"""The ledger -> .xlsx bytes: to be ticked off on paper or in Excel. An importer of openpyxl.

Every cell is text, whatever it begins with; the same ledger gives the same bytes on any day.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.archive import read_zip, write_zip
from pipeline.ledger.entries import Entry, Ledger

SHEET = "数据核对表"
_COLUMNS = (
    *(("序号", 5), ("数据名称", 18), ("数值", 12), ("上期", 10), ("依据", 22), ("来源或公式", 22)),
    *(("分项", 18), ("所在标题", 28), ("页码", 6), ("上下文", 34), ("核对", 8)),
)
_OF_FIGURE = 7
"""The first columns tell of the figure, the rest of one of its places."""
_CENTRED = frozenset({"序号", "数值", "上期", "页码"})
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
_TEXT, _NUMBER = _Look(), _Look(is_centred=True)


def ledger_workbook(ledger: Ledger) -> bytes:
    """The bytes of the workbook; one row for each place of a figure."""
    book = Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)  # a new workbook has one
    sheet.title = SHEET
    _write_heading(sheet, ledger)
    row = _HEADER_ROW + 1
    for number, entry in enumerate(ledger.entries, start=1):
        row = _write_entry(sheet, row, number, entry)
    _lay_out(sheet, row - 1)
    book.properties.creator = ledger.organisation
    book.properties.title = f"{ledger.title} {SHEET}"
    book.properties.created = _EPOCH
    buffer = io.BytesIO()
    book.save(buffer)
    return _undated(buffer.getvalue())


def _write_heading(sheet: Worksheet, ledger: Ledger) -> None:
    day = ledger.date
    _write(sheet, 1, 1, f"{ledger.title}{SHEET}", _TITLE)
    told = f"单位：{ledger.organisation}　　成文日期：{day.year}年{day.month}月{day.day}日"
    _write(sheet, 2, 1, told, _NOTE)
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=len(_COLUMNS))
        sheet.row_dimensions[row].height = 30 if row == 1 else 20
    for column, (name, _) in enumerate(_COLUMNS, start=1):
        _write(sheet, _HEADER_ROW, column, name, _HEAD)


def _write_entry(sheet: Worksheet, first: int, number: int, entry: Entry) -> int:
    """The row below those of the figure."""
    rows = list(_place_cells(entry))
    for index, places in enumerate(rows):
        cells = (*(_figure_cells(number, entry) if index == 0 else [""] * _OF_FIGURE), *places)
        for column, ((name, _), text) in enumerate(zip(_COLUMNS, cells, strict=True), start=1):
            _write(sheet, first + index, column, text, _NUMBER if name in _CENTRED else _TEXT)
    last = first + len(rows) - 1
    if last > first:
        for column in range(1, _OF_FIGURE + 1):
            sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)
    return last + 1


def _figure_cells(number: int, entry: Entry) -> list[str]:
    origin = "；".join(text for text in (entry.source, entry.formula) if text)
    return [
        *(str(number), entry.name, entry.value, entry.previous, entry.evidence, origin),
        entry.parts,
    ]


def _place_cells(entry: Entry) -> Iterator[tuple[str, str, str, str]]:
    for place in entry.places:
        yield place.heading, str(place.page), place.excerpt, ""
    if not entry.places:
        yield "未引用", "", "", ""


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


def _lay_out(sheet: Worksheet, last_row: int) -> None:
    """Widths, the frozen header, and a print on A4 landscape that is one page wide."""
    for column, (_, width) in enumerate(_COLUMNS, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = f"C{_HEADER_ROW + 1}"
    sheet.print_title_rows = f"{_HEADER_ROW}:{_HEADER_ROW}"
    sheet.print_area = f"A1:{get_column_letter(len(_COLUMNS))}{last_row}"
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
