"""Workbooks (.xlsx) and lists (.csv) -> frozen values: what a person sees in each cell.

Nothing in a file is run, fetched or worked out: of a formula the value is taken that Excel or WPS
worked out when the file was last saved. All that can be known without knowing what the cells
are for is reported here.
"""

from pipeline.load.sheets.address import Address, read_address
from pipeline.load.sheets.area import Area, read_area
from pipeline.load.sheets.book import Book, CellKind, Sheet, SheetCell
from pipeline.load.sheets.numbers import as_number
from pipeline.load.sheets.read import read_book, read_book_bytes

__all__ = [
    "Address",
    "Area",
    "Book",
    "CellKind",
    "Sheet",
    "SheetCell",
    "as_number",
    "read_address",
    "read_area",
    "read_book",
    "read_book_bytes",
]
