"""The grid of 22 lines of 28 characters, as full pages and full lines show it (5.2.3)."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.inspect.finding import Finding, Said, Spot, find
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenOutline
from pipeline.inspect.pdf.lines import PdfLine
from pipeline.inspect.pdf.paragraphs import line_top_mm
from pipeline.inspect.pdf.read import PdfFile
from pipeline.inspect.pdf.sheet import PdfSheet
from pipeline.inspect.seen import Box, Row
from pipeline.model.standard import PT_PER_MM, Measures


def judge_grid(file: PdfFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """Lines of full pages, characters of full lines; nothing where none is full."""
    full = list(_full_pages(file, outline))
    yield from _judge_lines(file, full, measures)
    yield from _judge_fill(file, full, measures)
    yield from _judge_chars(file, measures)


# --- pages -----------------------------------------------------------------------------------

_TEXT = (ElementRole.BODY, *HEADINGS)


@dataclass(frozen=True, slots=True)
class _FullPage:
    """A page whose text goes on overleaf, so that it had no room left.

    `spare` is how many lines it may lack: those that are kept with what stands overleaf.
    """

    sheet: PdfSheet
    spare: int


_SPARE_SAME = 1
"""Widow control takes a line overleaf where a paragraph is parted."""

_SPARE_BODY = 2
"""It takes a paragraph of three lines as a whole."""

_SPARE_HEADING = 4
"""Headings are kept with two lines of the text below them."""


def _full_pages(file: PdfFile, outline: SeenOutline) -> Iterator[_FullPage]:
    firsts = _first_parts(outline)
    for sheet, after in pairwise(file.sheets):
        place = firsts.get(after.number)
        if place is None or not (sheet.is_judged and sheet.lines and _begins_with_text(after)):
            continue
        part = outline.parts[place]
        around = outline.parts[max(place - 1, 0) : place + 2]
        is_amid_text = len(around) == _NEIGHBOURS and all(p.role in _TEXT for p in around)
        if part.role in _TEXT and part.look.page != after.number:
            yield _FullPage(sheet, _SPARE_SAME)
        elif is_amid_text:
            yield _FullPage(sheet, _SPARE_HEADING if part.role in HEADINGS else _SPARE_BODY)


_NEIGHBOURS = 3
"""A paragraph with text before and behind it. The last of all is often taken along with the
signature, so that this is not alone on its page."""


def _first_parts(outline: SeenOutline) -> dict[int, int]:
    """The place in the outline of the part that each page begins with."""
    firsts: dict[int, int] = {}
    for place, part in enumerate(outline.parts):
        for row in part.look.rows:
            firsts.setdefault(row.page, place)
    return firsts


def _begins_with_text(sheet: PdfSheet) -> bool:
    """Whether neither a table nor a picture, which has no room elsewhere, begins a page."""
    tops = [t.box_mm[1] for t in sheet.tables] + [p.box_mm[1] for p in sheet.pictures]
    return bool(sheet.lines) and all(top > sheet.lines[0].box_mm[1] for top in tops)


_ON_GRID = 0.15
"""A step that is off a whole number of pitches by more than this is none of the grid."""


def _count_lines(sheet: PdfSheet, file: PdfFile) -> int | None:
    """How many lines of the grid a page takes, empty ones counted; None for one off the grid."""
    area = file.area
    if sheet.tables or sheet.pictures:
        return None
    middles = [line_top_mm(line, area) for line in sheet.lines]
    steps = [(after - before) / area.pitch_mm for before, after in pairwise(middles)]
    is_on_grid = all(abs(step - round(step)) <= _ON_GRID for step in steps)
    return sum(round(step) for step in steps) + 1 if is_on_grid else None


def _judge_lines(file: PdfFile, pages: list[_FullPage], measures: Measures) -> Iterator[Finding]:
    """By the fullest page: what is kept together takes lines from some and adds none to any.

    A page of fewer lines is not blamed where the pitch leaves room for all.
    """
    counted = [(_count_lines(page.sheet, file) or 0, page.sheet.number) for page in pages]
    count, number = max(counted, default=(0, 0))
    if not count:
        return
    wanted = measures.page.lines_per_page
    rules = measures.rules
    height = max(
        rules.type_area_bottom_mm - rules.type_area_top_mm,
        measures.page.text_height_pt / PT_PER_MM,
    )
    has_room = wanted * file.area.pitch_mm <= height + _HEIGHT_SLACK_MM
    if count > wanted or (count < wanted and not has_room):
        found = Said(f"{count} 行", f"{count} lines")
        yield find("P08-lines", Spot(number), found, Said(f"{wanted} 行", f"{wanted} lines"))


_HEIGHT_SLACK_MM = 0.5
"""LibreOffice rounds each pitch to a tenth of a point."""


def _judge_fill(file: PdfFile, pages: list[_FullPage], measures: Measures) -> Iterator[Finding]:
    """The last line is within a pitch of the foot, but for lines that are kept together."""
    foot = measures.rules.type_area_bottom_mm
    for page in pages:
        sheet, last = page.sheet, page.sheet.lines[-1]
        ends = [last.box_mm[3]]
        ends += [box[3] for box in (*(t.box_mm for t in sheet.tables), *_pictures(sheet))]
        lines = (foot - max(ends)) / file.area.pitch_mm
        if lines > 1 + page.spare:
            found = Said(f"下面空了 {lines:.1f} 行", f"{lines:.1f} lines empty at its foot")
            wanted = Said("写到版心下边缘", "filled to the foot of the type area")
            yield find("P08-fill", Spot(sheet.number, last.box_mm), found, wanted)


def _pictures(sheet: PdfSheet) -> Iterator[Box]:
    return (picture.box_mm for picture in sheet.pictures)


# --- characters ------------------------------------------------------------------------------

_MIN_ROWS = 3
_HUNG_EM = 0.5
"""A last mark that ends further out than this hangs."""

_WHOLE_EM = 0.1
"""A character whose width differs from its size by more is no full-width one."""


def _judge_chars(file: PdfFile, measures: Measures) -> Iterator[Finding]:
    """By what most full lines hold: a mark that may not begin a line takes one from some."""
    counts: Counter[int] = Counter()
    first: PdfLine | None = None
    for line in _full_lines(file):
        counts[_count(line, file)] += 1
        first = first or line
    if first is None or counts.total() < _MIN_ROWS:
        return
    wanted = measures.page.chars_per_line
    most = max(counts.values())
    common = [count for count, times in counts.items() if times == most]
    if wanted not in common:
        found = Said(f"{max(common)} 字", f"{max(common)} characters")
        where = Spot(first.page, first.box_mm)
        yield find("P08-chars", where, found, Said(f"{wanted} 字", f"{wanted} characters"))


def _full_lines(file: PdfFile) -> Iterator[PdfLine]:
    """The turned lines from edge to edge whose characters all take a whole em."""
    full = {_key(row) for look in file.seen.looks for row in look.rows[1:] if row.is_full}
    for sheet in file.sheets:
        for line in sheet.lines:
            if (line.page, line.baseline_mm) in full and line.size_pt == file.area.size_pt:
                widths = [glyph.right_mm - glyph.left_mm for glyph in line.glyphs]
                slack = _WHOLE_EM * line.size_mm
                if all(abs(width - line.size_mm) <= slack for width in widths):
                    yield line


def _key(row: Row) -> tuple[int, float]:
    return row.page, row.baseline_mm


def _count(line: PdfLine, file: PdfFile) -> int:
    """How many characters stand inside the type area."""
    is_hung = line.right_mm > file.area.right_mm + _HUNG_EM * line.size_mm
    return len(line.glyphs) - is_hung
