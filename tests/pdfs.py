"""What a test sees of a PDF: lines with their places, as PDFium reads them."""

from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

MM_PER_PT = 25.4 / 72


@dataclass(frozen=True)
class Char:
    """A character with its origin and right edge, in pt from the page's foot and left edge."""

    text: str
    x: float
    y: float
    right: float


@dataclass(frozen=True)
class Line:
    """Characters of one baseline, left to right."""

    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars).strip()

    @property
    def y(self) -> float:
        return self.chars[0].y

    @property
    def x(self) -> float:
        return self.chars[0].x


def read_lines(path: Path) -> list[list[Line]]:
    """The lines of each page, from the top."""
    with pypdfium2.PdfDocument(path) as pdf:
        return [_lines(page) for page in pdf]


def _lines(page: pypdfium2.PdfPage) -> list[Line]:
    text = page.get_textpage()
    rows: dict[int, list[Char]] = {}
    x, y = pdfium.c_double(), pdfium.c_double()
    for index in range(text.count_chars()):
        char = chr(pdfium.FPDFText_GetUnicode(text, index))
        if pdfium.FPDFText_IsGenerated(text, index) == 1 or char.isspace():
            continue
        pdfium.FPDFText_GetCharOrigin(text, index, x, y)
        _, _, right, _ = text.get_charbox(index, loose=True)
        rows.setdefault(round(y.value / 2), []).append(Char(char, x.value, y.value, right))
    joined = [tuple(sorted(chars, key=lambda c: c.x)) for chars in rows.values()]
    return sorted((Line(chars) for chars in joined), key=lambda line: -line.y)


def body_lines(pages: list[list[Line]], bottom_mm: float = 34) -> list[list[Line]]:
    """The lines inside the type area, so without the page numbers."""
    return [[line for line in page if line.y * MM_PER_PT > bottom_mm] for page in pages]
