"""Pages -> .xlsx bytes, the same for the same pages; what writes workbooks with openpyxl."""

import datetime as dt
import io
import re
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import Cell as XlsxCell
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.dimensions import ColumnDimension
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.diagnostics.diagnostic import columns_of
from pipeline.load.archive import read_zip, write_zip
from pipeline.tasks.form.page import Ask, FormCell, FormLook, FormPage

MAX_CHARS = 32_767
"""What a cell holds, in UTF-16 units."""

_CORE = "docProps/core.xml"
_A4 = "9"
_TEXT, _DATE = "@", "yyyy-mm-dd"
_LAST_COLUMN = 16_384
_LINE_PT = 16.0
_TALLEST_PT = 409.0
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_LOCKED = (FormLook.BANNER, FormLook.HEADING, FormLook.LABEL, FormLook.NOTE)
_EDGE = Side(style="thin", color="A6A6A6")
_BOX = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_GREY, _PALE, _YELLOW = (
    PatternFill("solid", start_color=colour, end_color=colour)
    for colour in ("D9D9D9", "F2F2F2", "FFF2CC")
)
_FONTS = {
    FormLook.BANNER: Font(name="宋体", size=11, bold=True, color="1F3864"),
    FormLook.HEADING: Font(name="黑体", size=12),
    FormLook.LABEL: Font(name="宋体", size=12, bold=True),
    FormLook.NOTE: Font(name="宋体", size=11, color="404040"),
    FormLook.COLUMN: Font(name="黑体", size=12),
}
_INPUT_FONT = Font(name="仿宋", size=12)
_FILLS = {FormLook.HEADING: _GREY, FormLook.LABEL: _PALE, FormLook.COLUMN: _PALE}


def write_workbook(pages: tuple[FormPage, ...]) -> bytes:
    """The workbook; its headings are protected without a password, its texts are never formulas."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for page in pages:
        _write_sheet(book.create_sheet(page.name), page)
    # The page that is filled in first is the one that is seen first.
    book.active = min(1, len(pages) - 1)
    buffer = io.BytesIO()
    book.save(buffer)
    return write_zip(_settle(read_zip(buffer.getvalue())))


def _settle(files: dict[str, bytes]) -> dict[str, bytes]:
    """The files of a workbook with a fixed day of making, and heights that may grow."""
    core = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", b"2000-01-01T00:00:00Z", files[_CORE])
    # openpyxl marks each height as meant, and Excel then keeps it whatever is typed.
    grown = {
        name: data.replace(b' customHeight="1"', b"")
        for name, data in files.items()
        if name.startswith("xl/worksheets/")
    }
    return {**files, **grown, _CORE: core}


def _write_sheet(sheet: Worksheet, page: FormPage) -> None:
    for column, width in enumerate(page.widths, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    if page.open_from is not None:
        _open(sheet, page)
    for (row, column), cell in page.cells.items():
        _write_cell(sheet, row, column, cell)
    _set_heights(sheet, page)
    for ask in page.asks:
        sheet.add_data_validation(_validation(ask))
    for row in page.required:
        empty = f"LEN(TRIM($B${row}))=0"
        rule = Rule(type="expression", dxf=DifferentialStyle(fill=_YELLOW), formula=[empty])
        sheet.conditional_formatting.add(f"B{row}", rule)
    sheet.freeze_panes = f"A{page.header + 1}"
    _protect(sheet)
    _set_print(sheet, page)


_SPARE_ROWS = 60
"""Empty rows with borders below what is filled in."""


def _open(sheet: Worksheet, page: FormPage) -> None:
    """Lets the rows below the headings be typed into, and whole rows be inserted and deleted."""
    columns = len(page.widths)
    assert page.open_from is not None
    last = max(row for row, _ in page.cells)
    for column in range(1, columns + 1):
        dimension = sheet.column_dimensions[get_column_letter(column)]
        dimension.protection = Protection(locked=False)
        dimension.number_format = _TEXT
        for row in range(page.open_from, last + _SPARE_ROWS):
            _style(sheet.cell(row, column), FormLook.INPUT)
    # A row can be deleted only where none of its cells is locked, to the last column.
    beyond = ColumnDimension(
        sheet, index=get_column_letter(columns + 1), min=columns + 1, max=_LAST_COLUMN, width=9
    )
    beyond.protection = Protection(locked=False)
    sheet.column_dimensions[get_column_letter(columns + 1)] = beyond


def _write_cell(sheet: Worksheet, row: int, column: int, cell: FormCell) -> None:
    last_row, last_column = row + cell.rows - 1, column + cell.columns - 1
    for across in range(column, last_column + 1):
        for down in range(row, last_row + 1):
            _style(sheet.cell(down, across), cell.look)
    drawn = sheet.cell(row, column)
    if isinstance(cell.content, dt.date):
        drawn.value = cell.content
        drawn.number_format = _DATE
    elif cell.content:
        _write_text(drawn, cell.content)
    if (last_row, last_column) != (row, column):
        sheet.merge_cells(
            start_row=row, start_column=column, end_row=last_row, end_column=last_column
        )


def _write_text(drawn: Any, text: str) -> None:
    """A text as a text, though it looks like a formula, a number or an error of Excel."""
    drawn.value = _LOOKS_ESCAPED.sub("_x005F_", text)
    drawn.data_type = "s"
    drawn.quotePrefix = text[0] in "=+-@'"


def _style(drawn: Any, look: FormLook) -> None:
    assert isinstance(drawn, XlsxCell)
    is_flush = look not in (FormLook.HEADING, FormLook.LABEL, FormLook.COLUMN)
    drawn.font = _FONTS.get(look, _INPUT_FONT)
    drawn.alignment = Alignment(
        horizontal="left" if is_flush else "center", vertical="center", wrap_text=True
    )
    drawn.protection = Protection(locked=look in _LOCKED)
    if look is not FormLook.BANNER:
        drawn.border = _BOX
    if look in _FILLS:
        drawn.fill = _FILLS[look]
    if look not in _LOCKED:
        drawn.number_format = _TEXT


def _set_heights(sheet: Worksheet, page: FormPage) -> None:
    """Heights by what the rows hold: programs find none over merged cells, some none at all."""
    lines: dict[int, int] = {}
    for (row, column), cell in page.cells.items():
        if cell.rows == 1:
            width = sum(page.widths[column - 1 : column - 1 + cell.columns])
            lines[row] = max(lines.get(row, 1), _count_lines(str(cell.content), width))
    for row, count in lines.items():
        sheet.row_dimensions[row].height = min(_LINE_PT * count + 4, _TALLEST_PT)


def _count_lines(text: str, width: float) -> int:
    """Lines that a text takes in a cell of a width in digits, of which 汉字 of 12 pt take two."""
    return sum(1 + int(1.05 * columns_of(line) / width) for line in text.split("\n"))


def _validation(ask: Ask) -> DataValidation:
    letter = get_column_letter(ask.column)
    asked = DataValidation(sqref=f"{letter}{ask.first}:{letter}{ask.last}", allow_blank=True)
    asked.promptTitle, asked.prompt, asked.showInputMessage = ask.title[:32], ask.words[:255], True
    if ask.choices:
        asked.type = "list"
        asked.formula1 = '"' + ",".join(ask.choices) + '"'
        asked.errorTitle, asked.error = "请在下拉框里选", "可以选：" + "、".join(ask.choices)
    elif ask.is_date:
        asked.type, asked.operator, asked.errorStyle = "date", "greaterThan", "warning"
        asked.formula1 = "1"
        asked.errorTitle, asked.error = "不是日期", "写成 2026-10-08 的样子。"
    asked.showErrorMessage = bool(ask.choices) or ask.is_date
    return asked


def _protect(sheet: Worksheet) -> None:
    """Locks what is locked; whoever means to can take the protection off, it has no password."""
    protection = sheet.protection
    protection.sheet = True
    # False lets it be done.
    protection.formatCells = protection.formatColumns = protection.formatRows = False
    protection.insertRows = protection.deleteRows = protection.sort = False
    protection.insertColumns = protection.deleteColumns = False


def _set_print(sheet: Worksheet, page: FormPage) -> None:
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.orientation = "landscape" if page.is_wide else "portrait"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"1:{page.header}"
    sheet.page_margins.left = sheet.page_margins.right = 0.5
    footer = sheet.oddFooter
    assert footer is not None
    footer.center.text = "&A  第&P页"
    last = max(row + cell.rows - 1 for (row, _), cell in page.cells.items())
    sheet.print_area = f"A1:{get_column_letter(len(page.widths))}{last}"
