"""An examined document -> pictures of its pages, and where on them its findings stand."""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
from PIL import Image

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.diagnostics.errors import MachineError
from pipeline.inspect.examine import Examination
from pipeline.inspect.finding import Finding, Said
from pipeline.inspect.guard import Guard
from pipeline.inspect.office import word_to_pdf
from pipeline.inspect.pdf.read import damaged
from pipeline.inspect.seen import Box, Row, Seen, around
from pipeline.inspect.word import without_character_grid
from pipeline.messages import Lang
from pipeline.model.standard import PT_PER_MM
from pipeline.rules import Medium
from pipeline.typography.typeset import without_blanks

_DOTS_PER_INCH = 110
_MOST_PIXELS = 1800
"""Of the longer side, for a page that is larger than A4."""

_COLOURS = 32
"""Enough for grey letters, red rules and a seal; a picture is a fifth of the size so."""

_WHITE, _NEARLY_WHITE = (255, 255, 255), 250

_MOST_IMAGES = 60
_IMAGES_AT_ONCE = 10
"""So many are drawn within one stretch of the guard's clock."""


@dataclass(frozen=True, slots=True)
class PageImage:
    """One page as a picture; `page` counts from 1."""

    page: int
    width_mm: float
    height_mm: float
    png: bytes


@dataclass(frozen=True, slots=True)
class PageMark:
    """Where a finding, `examination.findings[finding]`, stands on a page."""

    finding: int
    page: int
    box_mm: Box


@dataclass(frozen=True, slots=True)
class PageImages:
    """The pictures of a document's pages with the marks on them.

    `remark` says why there are none, or not all, or whose pages they are; it may be empty.
    """

    pictures: tuple[PageImage, ...]
    marks: tuple[PageMark, ...]
    remark: Said


def draw_page_images(data: bytes, examination: Examination, guard: Guard) -> PageImages:
    """The pages of a document, those of a Word file as LibreOffice breaks them."""
    if examination.seen.medium is Medium.PDF:
        marks = tuple(_marks_of_pdf(examination.findings))
        return _draw(data, examination.path, marks, guard, Said("", ""))
    gridless = guard.run(examination.path, without_character_grid, data)
    try:
        pdf = word_to_pdf(data if isinstance(gridless, Diagnostic) else gridless)
    except MachineError as error:
        zh, en = error.words(Lang.ZH), error.words(Lang.EN)
        return PageImages((), (), Said(f"没有页面的图：{zh}", f"no pictures of the pages: {en}"))
    shown, found = guard.examine(pdf, examination.path.with_suffix(".pdf"))
    if shown is None:
        zh, en = found[0].message(Lang.ZH), found[0].message(Lang.EN)
        return PageImages((), (), Said(f"没有页面的图：{zh}", f"no pictures of the pages: {en}"))
    marks = tuple(_marks_of_word(examination, shown.seen))
    remark = Said(
        "页面由 LibreOffice 排出，换行和分页可能与 Word 略有不同",
        "the pages are as LibreOffice sets them; Word may break lines and pages a little otherwise",
    )
    return _draw(pdf, examination.path, marks, guard, remark)


def _draw(
    data: bytes, path: Path, marks: tuple[PageMark, ...], guard: Guard, remark: Said
) -> PageImages:
    count = guard.run(path, count_pages, data, path)
    if isinstance(count, Diagnostic):
        return PageImages((), marks, Said(count.message(Lang.ZH), count.message(Lang.EN)))
    pages = tuple(range(1, count + 1))
    if count > _MOST_IMAGES:
        marked = sorted({1, *(mark.page for mark in marks)})
        pages = tuple(page for page in marked if page <= count)[:_MOST_IMAGES]
        remark = Said(
            f"共 {count} 页，只画出有问题的页，至多 {_MOST_IMAGES} 页",
            f"of {count} pages those with findings are shown, {_MOST_IMAGES} at most",
        )
    pictures: list[PageImage] = []
    for start in range(0, len(pages), _IMAGES_AT_ONCE):
        drawn = guard.run(path, draw_pages, data, pages[start : start + _IMAGES_AT_ONCE], path)
        if isinstance(drawn, Diagnostic):
            remark = Said(
                f"从第 {pages[start]} 页起没有图：{drawn.message(Lang.ZH)}",
                f"no pictures from page {pages[start]} on: {drawn.message(Lang.EN)}",
            )
            break
        pictures += drawn
    return PageImages(tuple(pictures), marks, remark)


# --- in the guard's worker -------------------------------------------------------------------


def count_pages(data: bytes, path: Path) -> int | Diagnostic:
    """How many pages a .pdf has, or why it does not open."""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            return len(pdf)
    except pypdfium2.PdfiumError:
        return damaged(path)


def draw_pages(
    data: bytes, pages: tuple[int, ...], path: Path
) -> tuple[PageImage, ...] | Diagnostic:
    """Pictures of some pages of a .pdf, or why they cannot be drawn."""
    try:
        with pypdfium2.PdfDocument(data) as pdf:
            return tuple(_draw_page(pdf[page - 1], page) for page in pages)
    except pypdfium2.PdfiumError:
        return damaged(path)


def _draw_page(page: pypdfium2.PdfPage, number: int) -> PageImage:
    width_pt, height_pt = page.get_size()
    scale = min(_DOTS_PER_INCH / 72, _MOST_PIXELS / max(width_pt, height_pt))
    picture = page.render(scale=scale).to_pil().convert("RGB")
    buffer = io.BytesIO()
    _with_few_colours(picture).save(buffer, "PNG")
    return PageImage(number, width_pt / PT_PER_MM, height_pt / PT_PER_MM, buffer.getvalue())


def _with_few_colours(picture: Image.Image) -> Image.Image:
    few = picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    # Paper that comes out a shade darker than white would be printed as grey.
    palette = few.getpalette() or []
    colours = (palette[at : at + 3] for at in range(0, len(palette), 3))
    few.putpalette(
        [c for colour in colours for c in (_WHITE if min(colour) >= _NEARLY_WHITE else colour)]
    )
    return few


# --- where findings stand --------------------------------------------------------------------


def _marks_of_pdf(findings: tuple[Finding, ...]) -> Iterator[PageMark]:
    for index, finding in enumerate(findings):
        if finding.spot.page is not None and finding.spot.box_mm is not None:
            yield PageMark(index, finding.spot.page, finding.spot.box_mm)


def _marks_of_word(examination: Examination, shown: Seen) -> Iterator[PageMark]:
    """A paragraph of a Word file has no place; on the pages it is found by its words."""
    rows_by_number = _find_paragraphs(examination.seen, shown)
    for index, finding in enumerate(examination.findings):
        for page, box in _boxes(rows_by_number.get(finding.spot.paragraph or 0, ())):
            yield PageMark(index, page, box)


def _find_paragraphs(word: Seen, shown: Seen) -> dict[int, tuple[Row, ...]]:
    """The lines of each paragraph by its number; they come in the same order in both."""
    rows = [row for look in shown.looks for row in look.rows]
    row_of_char = [row for row in rows for _ in without_blanks(row.text)]
    text = "".join(without_blanks(row.text) for row in rows)
    found: dict[int, tuple[Row, ...]] = {}
    position = 0
    for look in word.looks:
        wanted = without_blanks(look.text)
        start = text.find(wanted, position)
        if start < 0:
            # A table may be read in another order; such a paragraph moves nobody's place.
            start = text.find(wanted)
        else:
            position = start + len(wanted)
        if start >= 0 and wanted:
            found[look.number] = tuple(dict.fromkeys(row_of_char[start : start + len(wanted)]))
    return found


def _boxes(rows: tuple[Row, ...]) -> Iterator[tuple[int, Box]]:
    """One box for the lines on each page."""
    for page in dict.fromkeys(row.page for row in rows):
        yield page, around(row.box_mm for row in rows if row.page == page)
