"""The text of a made artifact against the text of its Document: nothing lost, nothing added."""

import bisect
import itertools
import math
from collections.abc import Iterable, Iterator

import pypdfium2
from lxml import etree

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.archive import read_zip
from pipeline.model.document import Document, Table, texts_of
from pipeline.model.standard import PT_PER_MM, Measures
from pipeline.template.ooxml import TAG, parse_part
from pipeline.typography.typeset import without_blanks
from pipeline.verify.drawn import foot_pt, read_marks


def check_word_text(data: bytes, document: Document, place: Location) -> tuple[Diagnostic, ...]:
    """A diagnostic where the text of a .docx is not that of the document."""
    return _compare("Word", word_text(data), document, place)


def check_pdf_text(
    data: bytes, document: Document, measures: Measures, place: Location
) -> tuple[Diagnostic, ...]:
    """A diagnostic where the text of a .pdf is not that of the document."""
    return _compare("PDF", running_text(data, document, measures), document, place)


_MOST_HEAD_TEXTS = 100
"""More texts than the header of a table has cells."""


def running_text(data: bytes, document: Document, measures: Measures) -> str:
    """The words of a .pdf without blanks, page numbers and repeated headers of tables."""
    return "".join(_running_pages(data, document, measures))


def _running_pages(data: bytes, document: Document, measures: Measures) -> Iterator[str]:
    """The words of each page, less a table's header at its top that stood on a page before."""
    texts = [text for text in map(without_blanks, texts_of(document)) if text]
    heads = {
        without_blanks("".join(cell.text for row in block.header for cell in row))
        for block in document.blocks
        if isinstance(block, Table)
    } - {""}
    seen, position, cursor = "", 0, 0
    for page in map(without_blanks, pdf_pages(data, measures)):
        coming = "".join(texts[cursor : cursor + _MOST_HEAD_TEXTS])
        repeated = (h for h in heads if page.startswith(h) and not coming.startswith(h))
        running = page.removeprefix(max(repeated, key=len, default=""))
        yield running
        seen += running
        while cursor < len(texts) and (found := seen.find(texts[cursor], position)) >= 0:
            position = found + len(texts[cursor])
            cursor += 1


def find_pages(
    data: bytes, document: Document, measures: Measures, offsets: Iterable[int]
) -> tuple[int, ...]:
    """The page of a .pdf on which each character of its document stands, counted from 1.

    An offset counts the characters of `texts_of(document)` one text after the other, less blanks.
    Words of the template's own between the texts are passed over.
    """
    pages = list(_running_pages(data, document, measures))
    ends = list(itertools.accumulate(map(len, pages)))
    joined = "".join(pages)
    starts: list[tuple[int, int]] = []
    offset = position = 0
    for text in map(without_blanks, texts_of(document)):
        found = joined.find(text, position)
        position = found if found >= 0 else position
        starts.append((offset, position))
        offset, position = offset + len(text), position + len(text)
    return tuple(_page_of(offset, starts, ends) for offset in offsets)


def _page_of(offset: int, starts: list[tuple[int, int]], ends: list[int]) -> int:
    index = bisect.bisect_right(starts, offset, key=lambda start: start[0]) - 1
    begins, position = starts[index]
    return min(bisect.bisect_right(ends, position + offset - begins) + 1, len(ends))


def word_text(data: bytes) -> str:
    """The words of a .docx in the order of its body; tabs and line breaks count as blanks."""
    return "".join(_words(parse_part(read_zip(data)["word/document.xml"])))


def _words(document: etree._Element) -> Iterator[str]:
    for node in document.iter(f"{TAG}t", f"{TAG}tab", f"{TAG}br", f"{TAG}p"):
        if node.tag == f"{TAG}t":
            yield node.text or ""
        else:
            yield "\n" if node.tag == f"{TAG}p" else "\t"


def pdf_text(data: bytes) -> str:
    """The words of a whole .pdf as they are drawn, less blanks, page numbers among them."""
    return "".join(_pages_between(data, -math.inf, math.inf))


def pdf_pages(data: bytes, measures: Measures) -> tuple[str, ...]:
    """The words of each page of a .pdf inside the margins, so without blanks and page number."""
    high_pt = (measures.page.height_mm - measures.page.top_mm) * PT_PER_MM
    return _pages_between(data, foot_pt(measures), high_pt)


def _pages_between(data: bytes, low_pt: float, high_pt: float) -> tuple[str, ...]:
    """The words of each page that are drawn between two heights above the paper's foot."""
    with pypdfium2.PdfDocument(data) as pdf:
        return tuple(
            "".join(mark.text for mark in read_marks(page) if low_pt <= mark.y_pt <= high_pt)
            for page in pdf
        )


_SHOWN_CHARS = 12


def _compare(
    artifact: str, found: str, document: Document, place: Location
) -> tuple[Diagnostic, ...]:
    """Every text of the document must stand in the artifact, in its order.

    Words of the template's own may stand between them.
    """
    found = without_blanks(found)
    position = 0
    for text in map(without_blanks, texts_of(document)):
        start = found.find(text, position)
        if start < 0:
            wanted, shown = _first_difference(text, found[position:])
            return (diagnose("text-lost", place, artifact=artifact, wanted=wanted, found=shown),)
        position = start + len(text)
    return ()


def _first_difference(wanted: str, found: str) -> tuple[str, str]:
    """The words around the place where two texts part."""
    pairs = enumerate(zip(wanted, found, strict=False))
    at = next((i for i, (a, b) in pairs if a != b), min(len(wanted), len(found)))
    span = slice(max(0, at - 2), at + _SHOWN_CHARS)
    return wanted[span], found[span]
