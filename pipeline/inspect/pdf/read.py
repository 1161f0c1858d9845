"""The bytes of a .pdf -> PdfFile: its pages as they were read, and what is seen of them."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.inspect.pdf.area import TypeArea, area_of, find_area
from pipeline.inspect.pdf.drawings import read_drawings
from pipeline.inspect.pdf.glyphs import read_glyphs
from pipeline.inspect.pdf.looks import look_of
from pipeline.inspect.pdf.page_numbers import page_number_of
from pipeline.inspect.pdf.paragraphs import assemble
from pipeline.inspect.pdf.plane import plane_of
from pipeline.inspect.pdf.seals import has_seal
from pipeline.inspect.pdf.sheet import PdfSheet, make_sheet, without_margins
from pipeline.inspect.seen import Look, RuleLine, Seen
from pipeline.model.standard import PROFILES, Measures
from pipeline.rules import Medium

MAX_PAGES = 500
MAX_GLYPHS = 20_000
"""On one page: an A4 page of the standard has 616 characters, one of small print 6,000."""
MAX_OBJECTS = 50_000
"""On one page: text, rules and pictures."""

_PAPER_MM = (10, 1500)
"""A page smaller or larger than this is damaged."""


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A PDF that was read; `area` is the type area that it really uses."""

    path: Path
    sheets: tuple[PdfSheet, ...]
    area: TypeArea
    seen: Seen


class _NotReadableError(Exception):
    """What makes a PDF one that cannot be examined, as a diagnostic."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def open_pdf(
    data: bytes, path: Path, measures: Measures = PROFILES["office"]
) -> tuple[PdfFile | None, tuple[Diagnostic, ...]]:
    """A .pdf as it was read, or why it cannot be.

    `measures` are taken where the pages do not say: its edges where no line is full, and where
    the page number stands.
    """
    try:
        sheets = _read_sheets(data, path, measures)
    except _NotReadableError as error:
        return None, (error.diagnostic,)
    upright = [sheet for sheet in sheets if sheet.is_judged]
    area = find_area((line for sheet in upright for line in sheet.lines), measures)
    return PdfFile(path, sheets, area, _see(sheets, area)), ()


def _see(sheets: tuple[PdfSheet, ...], area: TypeArea) -> Seen:
    areas = {sheet.number: area_of(sheet, area) for sheet in sheets}
    drafts = assemble(sheets, areas)
    looks = tuple(look_of(draft, areas[draft.lines[0].page]) for draft in drafts)
    turned = {sheet.number for sheet in sheets if sheet.is_landscape}
    looks = tuple(replace(look, is_turned=look.page in turned) for look in looks)
    numbers = (page_number_of(sheet, areas[sheet.number]) for sheet in sheets)
    return Seen(
        medium=Medium.PDF,
        looks=looks,
        lines=tuple(_rule_lines(sheets, looks)),
        page_numbers=tuple(number for number in numbers if number is not None),
        page_count=len(sheets),
        is_sealed=has_seal(sheets, looks),
        type_width_mm=area.right_mm - area.left_mm if area.is_found else None,
        is_readable=not any(sheet.is_scan or sheet.is_mute for sheet in sheets),
    )


# --- opening ---------------------------------------------------------------------------------


def _read_sheets(data: bytes, path: Path, measures: Measures) -> tuple[PdfSheet, ...]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # PDFium keeps the error of an earlier file; one that is locked says so unencrypted.
        is_locked = error.err_code == pdfium.FPDF_ERR_PASSWORD and b"/Encrypt" in data
        raise _NotReadableError(_locked(path) if is_locked else damaged(path)) from error
    with closing(document):
        count = len(document)
        if count > MAX_PAGES:
            raise _NotReadableError(_too_large(path, f"{count} 页", f"{count} pages", MAX_PAGES))
        if not count:
            raise _NotReadableError(damaged(path))
        read = [_read_sheet(document, number, path, measures) for number in range(1, count + 1)]
    return tuple(without_margins(read, measures))


def _read_sheet(
    document: pypdfium2.PdfDocument, number: int, path: Path, measures: Measures
) -> PdfSheet:
    try:
        with closing(document[number - 1]) as page:
            return _sheet_of(page, number, path, measures)
    except pypdfium2.PdfiumError as error:
        raise _NotReadableError(damaged(path, number)) from error


def _sheet_of(page: pypdfium2.PdfPage, number: int, path: Path, measures: Measures) -> PdfSheet:
    plane = plane_of(page)
    low, high = _PAPER_MM
    if not (low < plane.width_mm < high and low < plane.height_mm < high):
        raise _NotReadableError(damaged(path, number))
    count = pdfium.FPDFPage_CountObjects(page)
    glyphs = read_glyphs(page, plane, MAX_GLYPHS) if count <= MAX_OBJECTS else None
    drawings = read_drawings(page, plane, MAX_OBJECTS) if glyphs is not None else None
    if glyphs is None or drawings is None:
        raise _NotReadableError(_too_full(path, number))
    return make_sheet(number, plane, glyphs, drawings, measures)


# --- what is reported of a file that cannot be read ------------------------------------------


def _locked(path: Path) -> Diagnostic:
    return diagnose("document-encrypted", None, name=path.name)


def damaged(path: Path, page: int | None = None) -> Diagnostic:
    """Reported of a file, or of one of its pages, that PDFium cannot open."""
    zh, en = "不是完整的 PDF 文件", "it is no complete PDF file"
    if page is not None:
        zh, en = f"第 {page} 页读不出来", f"page {page} cannot be read"
    return diagnose("document-damaged", None, name=path.name, reason_zh=zh, reason_en=en)


def _too_large(path: Path, zh: str, en: str, limit: int) -> Diagnostic:
    return diagnose(
        "document-too-large", None, name=path.name, what_zh=zh, what_en=en, limit=str(limit)
    )


def _too_full(path: Path, page: int) -> Diagnostic:
    zh, en = f"第 {page} 页的字符或图形太多", f"page {page} holds too many characters or drawings"
    limit = f"{MAX_GLYPHS} / {MAX_OBJECTS}"
    return diagnose("document-too-large", None, name=path.name, what_zh=zh, what_en=en, limit=limit)


# --- rules -----------------------------------------------------------------------------------

_MIN_RULE_MM = 40
"""A shorter rule is part of a drawing, or stands under a word."""

_BASELINE_MM = 0.5


def _rule_lines(sheets: Iterable[PdfSheet], looks: tuple[Look, ...]) -> Iterator[RuleLine]:
    """The level rules outside tables; at the head of a page one follows the paragraph overleaf."""
    rows: dict[int, list[tuple[float, int]]] = {}
    for index, look in enumerate(looks):
        for row in look.rows:
            rows.setdefault(row.page, []).append((row.baseline_mm, index))
    before = -1
    for sheet in sheets:
        for rule in sheet.free_rules:
            if rule.length_mm < _MIN_RULE_MM:
                continue
            left, top, right, _ = rule.box_mm
            above = [i for y, i in rows.get(sheet.number, ()) if y <= top + _BASELINE_MM]
            yield RuleLine(
                after=max(above, default=before),
                width_mm=rule.length_mm,
                weight_mm=rule.weight_mm,
                color=rule.color,
                page=sheet.number,
                y_mm=rule.middle_mm,
                left_mm=left,
                right_mm=right,
            )
        before = max((i for _, i in rows.get(sheet.number, ())), default=before)
