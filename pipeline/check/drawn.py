"""A page of a .pdf -> its characters in the order they are drawn, with their places."""

import ctypes
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium


@dataclass(frozen=True, slots=True)
class Mark:
    """A drawn character: where its origin lies, in pt, and which tagged content it belongs to."""

    text: str
    x_pt: float
    y_pt: float
    content: int


def read_marks(page: pypdfium2.PdfPage) -> tuple[Mark, ...]:
    """The characters of a page, less blanks, in the order they are drawn: the document's.

    PDFium's own order of reading mixes the cells of a table row.
    """
    text = page.get_textpage()
    drawn = list(page.get_objects((pdfium.FPDF_PAGEOBJ_TEXT,)))
    place = {_address(item.raw): order for order, item in enumerate(drawn)}
    content = [pdfium.FPDFPageObj_GetMarkedContentID(item) for item in drawn]
    found: list[list[Mark]] = [[] for _ in drawn]
    for index, char in _chars(text):
        order = place.get(_address(pdfium.FPDFText_GetTextObject(text, index)))
        if order is not None:
            found[order].append(Mark(char, *_origin(text, index), content[order]))
    return tuple(itertools.chain.from_iterable(found))


_SURROGATES = range(0xD800, 0xDC00)
_HYPHEN = 0x02
"""What PDFium says for a hyphen at the end of a line."""


def _chars(text: pypdfium2.PdfTextPage) -> Iterator[tuple[int, str]]:
    """The characters that are no blanks, each with its index in PDFium's order.

    PDFium tells a character beyond U+FFFF in two halves.
    """
    high = ""
    for index in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, index)
        if code in _SURROGATES:
            high = chr(code)
            continue
        char = (
            (high + chr(code)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        )
        high = ""
        char = "-" if code == _HYPHEN else char
        if not char.isspace():
            yield index, char


def _origin(text: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    x, y = pdfium.c_double(), pdfium.c_double()
    pdfium.FPDFText_GetCharOrigin(text, index, x, y)
    return x.value, y.value


def _address(item: Any) -> int | None:
    return ctypes.cast(item, ctypes.c_void_p).value if item else None
