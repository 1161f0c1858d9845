"""One page of a PDF as it was read: lines, tables, rules, pictures, its page number."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.numerals import NUMBERING
from pipeline.inspect.pdf.charts import LABEL_SHARE, is_label_of
from pipeline.inspect.pdf.drawings import Drawings, PdfPicture
from pipeline.inspect.pdf.drawn_rules import DrawnRule
from pipeline.inspect.pdf.glyphs import Glyph
from pipeline.inspect.pdf.grid import RuledTable, fill_table, find_regions, is_inside
from pipeline.inspect.pdf.lines import PdfLine, make_lines
from pipeline.inspect.pdf.plane import Plane
from pipeline.inspect.pdfium import UNREADABLE
from pipeline.inspect.seen import Box, around
from pipeline.model.standard import Measures


@dataclass(frozen=True, slots=True)
class PdfSheet:
    """A page; `number` counts from 1.

    lines       those of its text, outside tables, from the top
    rules       all that are drawn; `free_rules` are the level ones outside tables
    page_number the line that says it, None where there is none
    margin      running heads and feet: what many pages repeat outside the type area
    is_scan     it is a picture without text
    is_mute     its glyphs have no characters, or no shape because their face is not there
    """

    number: int
    plane: Plane
    lines: tuple[PdfLine, ...]
    tables: tuple[RuledTable, ...]
    rules: tuple[DrawnRule, ...]
    free_rules: tuple[DrawnRule, ...]
    pictures: tuple[PdfPicture, ...]
    page_number: PdfLine | None = None
    margin: tuple[PdfLine, ...] = ()
    is_scan: bool = False
    is_mute: bool = False

    @property
    def is_judged(self) -> bool:
        """Whether its margins and lines can be judged (X01, X02, X04)."""
        return not (self.is_landscape or self.is_scan or self.is_mute)

    @property
    def is_landscape(self) -> bool:
        return self.plane.is_landscape


def make_sheet(
    number: int, plane: Plane, glyphs: tuple[Glyph, ...], drawings: Drawings, measures: Measures
) -> PdfSheet:
    """A page from what is drawn on it; running heads are found later, over all pages."""
    regions = find_regions(drawings.rules)
    tables: list[RuledTable] = []
    rest = glyphs
    for rules in regions:
        box = around(rule.box_mm for rule in rules)
        inside = [glyph for glyph in rest if is_inside(glyph, box)]
        rest = tuple(glyph for glyph in rest if not is_inside(glyph, box))
        tables.append(fill_table(number, rules, inside))
    in_tables = {id(rule) for rules in regions for rule in rules}
    free = tuple(r for r in drawings.rules if r.is_level and id(r) not in in_tables)
    lines, charts = _take_charts(make_lines(number, rest), drawings.charts, measures)
    foot = _find_page_number(lines, plane, measures)
    return PdfSheet(
        number=number,
        plane=plane,
        lines=tuple(line for line in lines if line is not foot),
        tables=tuple(tables),
        rules=drawings.rules,
        free_rules=free,
        pictures=(*drawings.pictures, *charts),
        page_number=foot,
        is_scan=_is_scan(plane, glyphs, drawings.pictures),
        is_mute=_is_mute(glyphs),
    )


def _take_charts(
    lines: tuple[PdfLine, ...], charts: tuple[Box, ...], measures: Measures
) -> tuple[tuple[PdfLine, ...], tuple[PdfPicture, ...]]:
    """The lines without the labels of charts, and each chart with its labels as a picture."""
    largest = LABEL_SHARE * measures.styles["body"].size_pt
    labels: dict[Box, list[PdfLine]] = {chart: [] for chart in charts}
    text: list[PdfLine] = []
    for line in lines:
        is_small = line.size_pt <= largest
        chart = next((c for c in charts if is_small and is_label_of(line.box_mm, c)), None)
        (text if chart is None else labels[chart]).append(line)
    boxes = (around([chart, *(line.box_mm for line in own)]) for chart, own in labels.items())
    return tuple(text), tuple(PdfPicture(box, "") for box in boxes)


# --- the page number (7.5) -------------------------------------------------------------------

_PAGE_NUMBER = re.compile(
    rf"\W*(第)?\W*([0-9０-９]{{1,4}}|[ivxlcIVXLC]{{1,7}}|[{NUMBERING}]{{1,5}})\W*(页)?\W*"
    r"((共|of)?\W*[0-9０-９]{1,4}\W*(页)?)?\W*"
)
_ABOVE_FOOT_MM = 1.0
"""A last line of the text may reach this far below the type area."""


def _find_page_number(
    lines: tuple[PdfLine, ...], plane: Plane, measures: Measures
) -> PdfLine | None:
    """The lowest line below the type area that reads like a page number."""
    margin = measures.page.height_mm - measures.rules.type_area_bottom_mm
    foot = plane.height_mm - margin + _ABOVE_FOOT_MM
    low = [line for line in lines if line.box_mm[1] > foot]
    return next((line for line in reversed(low) if _PAGE_NUMBER.fullmatch(line.text)), None)


# --- running heads and feet ------------------------------------------------------------------

_HEAD_GAP_MM = 5.0
"""A running head ends so far above the type area at least; a wrong margin moves the text less."""

_DIGITS = re.compile(r"\d+")


def without_margins(sheets: Iterable[PdfSheet], measures: Measures) -> Iterator[PdfSheet]:
    """The pages with what two of them repeat outside the type area taken from their lines."""
    kept = tuple(sheets)
    head = measures.rules.type_area_top_mm - _HEAD_GAP_MM
    foot = measures.rules.type_area_bottom_mm + _ABOVE_FOOT_MM
    outside = {
        id(line): _margin_key(line)
        for sheet in kept
        for line in sheet.lines
        if line.box_mm[3] < head or line.box_mm[1] > foot
    }
    counts = Counter(outside.values())
    for sheet in kept:
        margin = tuple(line for line in sheet.lines if counts[outside.get(id(line), ("", 0))] > 1)
        lines = tuple(line for line in sheet.lines if line not in margin)
        yield replace(sheet, lines=lines, margin=margin) if margin else sheet


def _margin_key(line: PdfLine) -> tuple[str, int]:
    return _DIGITS.sub("0", line.text), round(line.baseline_mm)


# --- what cannot be judged -------------------------------------------------------------------

_SCAN_GLYPHS = 10
"""A page number or a stamp's words may stand on a scan as text."""

_SCAN_SHARE = 0.5
_MUTE_SHARE = 0.3


def _is_scan(plane: Plane, glyphs: tuple[Glyph, ...], pictures: tuple[PdfPicture, ...]) -> bool:
    covered = sum((box[2] - box[0]) * (box[3] - box[1]) for box in (p.box_mm for p in pictures))
    is_covered = covered >= _SCAN_SHARE * plane.width_mm * plane.height_mm
    return is_covered and len(glyphs) <= _SCAN_GLYPHS


def _is_mute(glyphs: tuple[Glyph, ...]) -> bool:
    unreadable = sum(glyph.text == UNREADABLE or not glyph.has_ink for glyph in glyphs)
    return unreadable > _MUTE_SHARE * max(len(glyphs), 1)
