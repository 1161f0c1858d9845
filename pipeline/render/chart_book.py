"""Chart -> the bytes of the workbook that Word opens for “edit data”; an importer of openpyxl."""

import datetime as dt
import io
import re

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.figures.charts import lay_out
from pipeline.load.archive import read_zip, write_zip
from pipeline.model.document import Chart
from pipeline.model.standard import Measures

SHEET = "数据"
_PROPERTIES = "docProps/core.xml"
_TIME = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_NO_TIME = b"2000-01-01T00:00:00Z"


def draw_book(chart: Chart, measures: Measures) -> bytes:
    """The .xlsx of a chart: categories in column A, a column for each series below its name.

    Categories stand in it as they are drawn, so that Word finds in the sheet what the chart has.
    """
    book = Workbook()
    book.properties.created = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - a fixed day, of no zone
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = SHEET
    for row, name in enumerate(lay_out(chart, measures).names, start=2):
        _write_text(sheet.cell(row, 1), name)
    for column, series in enumerate(chart.series, start=2):
        _write_text(sheet.cell(1, column), series.name)
        for row, value in enumerate(series.values, start=2):
            cell = sheet.cell(row, column, value)
            cell.number_format = number_format(chart)
    buffer = io.BytesIO()
    book.save(buffer)
    files = read_zip(buffer.getvalue())
    # openpyxl writes the time of day.
    files[_PROPERTIES] = _TIME.sub(_NO_TIME, files[_PROPERTIES])
    return write_zip(files)


def _write_text(cell: Cell | MergedCell, text: str) -> None:
    """A text as it is, also one that looks like a formula."""
    cell.value = text
    cell.data_type = "s"


def number_format(chart: Chart) -> str:
    """How Excel and Word write the numbers of a chart: all with the same decimals."""
    return "0" + ("." + "0" * chart.decimals if chart.decimals else "")


def cells_of_categories(chart: Chart) -> str:
    return f"{SHEET}!$A$2:$A${len(chart.categories) + 1}"


def cell_of_name(series: int) -> str:
    """The cell of a series' name; series are counted from 0."""
    return f"{SHEET}!${get_column_letter(series + 2)}$1"


def cells_of_values(chart: Chart, series: int) -> str:
    letter = get_column_letter(series + 2)
    return f"{SHEET}!${letter}$2:${letter}${len(chart.categories) + 1}"
