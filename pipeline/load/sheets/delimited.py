"""The bytes of a .csv -> its one sheet. A cell is text or a number, never a formula."""

import codecs
import csv
import io
from collections import Counter

from pipeline.load.sheets.book import CellKind, Sheet, SheetCell
from pipeline.load.sheets.package import RefusedError, too_large
from pipeline.load.sheets.worksheet import MAX_CELLS, make_text

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DELIMITERS = ",\t;，；"
_SAMPLE_CHARS = 10_000
_MOST_COLUMNS = 1_000


def read_delimited(data: bytes) -> tuple[Sheet, bool]:
    """The sheet of a .csv, and whether it was GB18030; raises `RefusedError`.

    The sheet has no name: a .csv has only the one.
    """
    text, is_gb18030 = _decode(data)
    if (nul := text.find("\0")) >= 0:
        raise RefusedError("csv-encoding", offset=nul + 1, byte="00")
    rows = _parse(text)
    cells: dict[tuple[int, int], SheetCell] = {}
    for number, row in enumerate(rows, start=1):
        for column, field in enumerate(row, start=1):
            cell = _make_cell(field)
            if cell.kind is not CellKind.EMPTY:
                cells[number, column] = cell
        if len(cells) > MAX_CELLS or len(row) > _MOST_COLUMNS:
            zh, en = "有内容的单元格太多", "it has too many cells with content"
            raise too_large(zh, en, f"{MAX_CELLS:,}")
    width, ragged = _find_ragged(rows)
    return Sheet("", cells, ragged=ragged, width=width), is_gb18030


def _decode(data: bytes) -> tuple[str, bool]:
    """The text, and whether it was in the code that Excel and WPS write in China."""
    marked = (encoding for mark, encoding in _MARKS if data.startswith(mark))
    encoding = next(marked, "utf-8")
    try:
        return data.decode(encoding), False
    except UnicodeDecodeError as error:
        fault = RefusedError(
            "csv-encoding", offset=error.start + 1, byte=f"{data[error.start]:02X}"
        )
        if encoding != "utf-8":
            raise fault from error
    try:
        return data.decode("gb18030"), True
    except UnicodeDecodeError:
        raise fault from None


def _parse(text: str) -> list[list[str]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    rows: list[list[str]] = []
    begun = 1
    try:
        for row in reader:
            rows.append(row)
            begun = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError("csv-broken", line=begun) from error
    return rows


def _delimiter(text: str) -> str:
    """The mark that stands most often between the fields of the first lines."""
    sample = text[:_SAMPLE_CHARS]
    outside = "".join(sample.split('"')[::2])
    counts = Counter(char for char in outside if char in _DELIMITERS)
    # The full-width marks are text, unless no other mark is there at all.
    usual = max(_DELIMITERS[:3], key=lambda mark: counts[mark])
    return usual if counts[usual] or not counts else max(_DELIMITERS, key=lambda m: counts[m])


def _make_cell(field: str) -> SheetCell:
    """A .csv has no types: what reads as a number is one."""
    cell = make_text(field)
    if not cell.is_number_as_text:
        return cell
    return SheetCell(cell.text, CellKind.NUMBER, cell.number, cell.digits, dropped=cell.dropped)


def _find_ragged(rows: list[list[str]]) -> tuple[int, dict[int, int]]:
    """How many fields most lines have, and the lines that have another number of them.

    Empty fields at the end of a line count as little as if they were not there.
    """
    filled = {number: row for number, row in enumerate(rows, start=1) if any(map(str.strip, row))}
    counts = Counter(len(row) for row in filled.values())
    width = max(counts, key=lambda count: (counts[count], count), default=0)
    return width, {
        number: len(row)
        for number, row in filled.items()
        if len(row) < width or any(map(str.strip, row[width:]))
    }
