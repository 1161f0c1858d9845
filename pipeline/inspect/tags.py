"""The structure tree of a tagged .pdf: its elements, what they hold, its figures."""

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class TaggedFigure:
    """A figure on a page: what a screen reader says of it, and the ids of its drawn content."""

    words: str
    contents: frozenset[int]


def read_figures(page: pypdfium2.PdfPage) -> tuple[TaggedFigure, ...]:
    """The figures that are tagged on a page in their order; none where it is not tagged."""
    with open_tree(page) as roots:
        return tuple(
            TaggedFigure(
                _text(pdfium.FPDF_StructElement_GetAltText, figure), frozenset(contents_of(figure))
            )
            for root in roots
            for figure in descendants_of(root, "Figure")
        )


def _text(function: Any, element: Any) -> str:
    length = function(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    function(element, buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


@contextmanager
def open_tree(page: pypdfium2.PdfPage) -> Iterator[list[Any]]:
    """The elements at the head of a page's tree, none where it is not tagged."""
    tree = pdfium.FPDF_StructTree_GetForPage(page)
    if not tree:
        yield []
        return
    try:
        count = pdfium.FPDF_StructTree_CountChildren(tree)
        yield [pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(count)]
    finally:
        pdfium.FPDF_StructTree_Close(tree)


def children_of(element: Any) -> Iterator[Any]:
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            yield child


def descendants_of(element: Any, kind: str) -> Iterator[Any]:
    """The elements of a kind below one, none of them inside another."""
    for child in children_of(element):
        if kind_of(child) == kind:
            yield child
        else:
            yield from descendants_of(child, kind)


def contents_of(element: Any) -> Iterator[int]:
    """The ids of the tagged content of an element and of all below it, in order."""
    for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if child := pdfium.FPDF_StructElement_GetChildAtIndex(element, index):
            yield from contents_of(child)
        else:
            content = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index)
            if content >= 0:
                yield content


def kind_of(element: Any) -> str:
    return _text(pdfium.FPDF_StructElement_GetType, element)
