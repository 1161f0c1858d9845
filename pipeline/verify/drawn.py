"""A page of a .pdf -> its characters in the order they are drawn, with their places."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.inspect.pdfium import address_of, join_halves
from pipeline.model.standard import PT_PER_MM, Measures


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A drawn character: where its origin lies, in pt, and which tagged content it belongs to."""

    text: str
    x_pt: float
    y_pt: float
    content: int


_BELOW_MARGIN_PT = 1
"""The roundings of different renderers; the page number stands far lower."""


def foot_pt(measures: Measures) -> float:
    """The height above the paper's foot below which no text stands, only the page number."""
    return measures.page.bottom_mm * PT_PER_MM - _BELOW_MARGIN_PT


def read_marks(page: pypdfium2.PdfPage) -> tuple[DrawnMark, ...]:
    """The characters of a page, less blanks, in the order they are drawn: the document's.

    PDFium's own order of reading mixes the cells of a table row.
    """
    text = page.get_textpage()
    drawn = list(page.get_objects((pdfium.FPDF_PAGEOBJ_TEXT,)))
    place = {address_of(item.raw): order for order, item in enumerate(drawn)}
    content = [pdfium.FPDFPageObj_GetMarkedContentID(item) for item in drawn]
    found: list[list[DrawnMark]] = [[] for _ in drawn]
    for index, char in _chars(text):
        order = place.get(address_of(pdfium.FPDFText_GetTextObject(text, index)))
        if order is not None:
            found[order].append(DrawnMark(char, *_origin(text, index), content[order]))
    return tuple(itertools.chain.from_iterable(found))


def _chars(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """The characters that are no blanks, each with its index in PDFium's order."""
    high = ""
    for index in range(text.count_chars()):
        char, high = join_halves(pdfium.FPDFText_GetUnicode(text, index), high)
        if char and not char.isspace():
            yield index, char


def _origin(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = pdfium.c_double(), pdfium.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value, y.value
