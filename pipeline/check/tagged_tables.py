"""The structure tree of a tagged .pdf -> its tables, whole again where pages part them."""

import ctypes
import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.check.drawn import Mark


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table: how many columns, and row by row the texts of its cells that have words.

    A cell that spans rows stands in its first. PDFium does not tell a cell without words.
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


def read_tables(page: pypdfium2.PdfPage, marks: tuple[Mark, ...]) -> tuple[TableOnPage, ...]:
    """The tables that are tagged on a page; none where the page is not tagged."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        return ()
    try:
        roots = pdfium.FPDF_StructTree_CountChildren(tree)
        elements = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(roots)]
        order = [content for element in elements for content in _contents(element)]
        words = _words_by_content(marks)
        return tuple(
            _read_table(table, words, order)
            for element in elements
            for table in _descendants(element, "Table")
        )
    finally:
        pdfium.FPDF_StructTree_Close(tree)


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


def _words_by_content(marks: tuple[Mark, ...]) -> dict[int, str]:
    words: dict[int, str] = {}
    for mark in marks:
        words[mark.content] = words.get(mark.content, "") + mark.text
    return words


def _read_table(table: Any, words: dict[int, str], order: list[int]) -> TableOnPage:
    own = list(_contents(table))
    first = next(_descendants(table, "TR"), None)
    return TableOnPage(
        sum(map(_column_span, _cells(first))) if first else 0,
        tuple(_rows(table, "THead", words)),
        tuple(_rows(table, "TBody", words)),
        opens=own[:1] == order[:1],
        closes=own[-1:] == order[-1:],
    )


def _rows(table: Any, part: str, words: dict[int, str]) -> Iterator[tuple[str, ...]]:
    for group in _descendants(table, part):
        for row in _descendants(group, "TR"):
            texts = ("".join(words.get(id_, "") for id_ in _contents(cell)) for cell in _cells(row))
            if found := tuple(text for text in texts if text):
                yield found


def _cells(row: Any) -> Iterator[Any]:
    return (cell for cell in _children(row) if _kind(cell) in ("TH", "TD"))


def _column_span(cell: Any) -> int:
    for index in range(pdfium.FPDF_StructElement_GetAttributeCount(cell)):
        attributes = pdfium.FPDF_StructElement_GetAttributeAtIndex(cell, index)
        value = pdfium.FPDF_StructElement_Attr_GetValue(attributes, b"ColSpan")
        number = pdfium.c_float()
        if value and pdfium.FPDF_StructElement_Attr_GetNumberValue(value, number):
            return int(number.value)
    return 1


# --- the tree --------------------------------------------------------------------------------


def _children(element: Any) -> Iterator[Any]:
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            yield child


def _descendants(element: Any, kind: str) -> Iterator[Any]:
    """The elements of a kind below one, none of them inside another."""
    for child in _children(element):
        if _kind(child) == kind:
            yield child
        else:
            yield from _descendants(child, kind)


def _contents(element: Any) -> Iterator[int]:
    """The ids of the tagged content of an element and of all below it, in order."""
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from _contents(child)
        else:
            content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if content >= 0:
                yield content


def _kind(element: Any) -> str:
    length = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    pdfium.FPDF_StructElement_GetType(element, buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")
