"""The structure tree of a tagged .pdf -> its tables, whole again where pages part them."""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.inspect.tags import children_of, contents_of, descendants_of, kind_of, open_tree
from pipeline.verify.drawn import DrawnMark


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table: how many columns, and row by row the texts of its cells that have words.

    A cell that spans rows stands in its first. PDFium does not show a cell without words.
    """

    columns: int
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class TableOnPage:
    """What of a table stands on one page; whether it is the first and the last thing there."""

    columns: int
    head: tuple[tuple[str, ...], ...]
    rows: tuple[tuple[str, ...], ...]
    opens: bool
    closes: bool


def read_tables(page: pypdfium2.PdfPage, marks: tuple[DrawnMark, ...]) -> tuple[TableOnPage, ...]:
    """The tables that are tagged on a page; none where the page is not tagged."""
    with open_tree(page) as roots:
        order = [content for root in roots for content in contents_of(root)]
        words = _words_by_content(marks)
        return tuple(
            _read_table(table, words, order)
            for root in roots
            for table in descendants_of(root, "Table")
        )


def join_tables(pages: Iterable[tuple[TableOnPage, ...]]) -> Iterator[TableReading]:
    """Tables whole: one that opens a page goes on with what closed the page before.

    WeasyPrint draws the header again on each page and tags it as if it were another table's.
    """
    last: TableOnPage | None = None
    rows: tuple[tuple[str, ...], ...] = ()
    for table in itertools.chain.from_iterable(pages):
        if last and last.closes and table.opens and last.head == table.head:
            rows += table.rows
        else:
            if last:
                yield TableReading(last.columns, rows)
            rows = table.head + table.rows
        last = table
    if last:
        yield TableReading(last.columns, rows)


def _words_by_content(marks: tuple[DrawnMark, ...]) -> dict[int, str]:
    words: dict[int, str] = {}
    for mark in marks:
        words[mark.content] = words.get(mark.content, "") + mark.text
    return words


def _read_table(table: Any, words: dict[int, str], order: list[int]) -> TableOnPage:
    own = list(contents_of(table))
    first = next(descendants_of(table, "TR"), None)
    return TableOnPage(
        sum(map(_column_span, _cells(first))) if first else 0,
        tuple(_rows(table, "THead", words)),
        tuple(_rows(table, "TBody", words)),
        opens=own[:1] == order[:1],
        closes=own[-1:] == order[-1:],
    )


def _rows(table: Any, part: str, words: dict[int, str]) -> Iterator[tuple[str, ...]]:
    for group in descendants_of(table, part):
        for row in descendants_of(group, "TR"):
            texts = (
                "".join(words.get(id_, "") for id_ in contents_of(cell)) for cell in _cells(row)
            )
            if found := tuple(text for text in texts if text):
                yield found


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in children_of(row) if kind_of(cell) in ("TH", "TD"))


def _column_span(cell: Any) -> int:
    for index in range(pdfium.FPDF_StructElement_GetAttributeCount(cell)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(cell, index)
        value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"ColSpan")
        number = pdfium.c_float()
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return int(number.value)
    return 1
