"""The grid of 22 lines of 28 characters, as full pages and full lines show it (5.2.3)."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pipeline.check.finding import Finding, Said, Spot, find
from pipeline.check.pdf.lines import Line
from pipeline.check.pdf.read import PdfFile
from pipeline.check.pdf.sheet import Sheet
from pipeline.check.seen import Row
from pipeline.standard import PT_PER_MM, Measures


def judge_grid(file: PdfFile, measures: Measures) -> Iterator[Finding]:
    """Lines of full pages, characters of full lines; nothing where none is full."""
    yield from _judge_lines(file, measures)
    yield from _judge_fill(file, measures)
    yield from _judge_chars(file, measures)


# --- pages -----------------------------------------------------------------------------------

_EVEN = 0.15
"""A step that differs from the pitch by more than this part of it is a gap."""


def _full_sheets(file: PdfFile) -> Iterator[Sheet]:
    """The pages whose last paragraph goes on overleaf, so that they had no room left."""
    going_on = {
        before.page
        for look in file.seen.looks
        for before, after in pairwise(look.rows)
        if after.page > before.page
    }
    return (s for s in file.sheets if s.number in going_on and not s.is_landscape and s.lines)


def _is_plain(sheet: Sheet, file: PdfFile) -> bool:
    """Whether a page holds nothing but body text, from line to line."""
    area = file.area
    steps = [b.baseline_mm - a.baseline_mm for a, b in pairwise(sheet.lines)]
    return (
        not sheet.tables
        and not sheet.pictures
        and all(line.size_pt == area.size_pt for line in sheet.lines)
        and all(abs(step - area.pitch_mm) <= _EVEN * area.pitch_mm for step in steps)
    )


def _judge_lines(file: PdfFile, measures: Measures) -> Iterator[Finding]:
    """By the fullest page: widow control takes a line from some, and adds none to any.

    A page of fewer lines is not blamed where the pitch leaves room for all.
    """
    plain = [sheet for sheet in _full_sheets(file) if _is_plain(sheet, file)]
    if not plain:
        return
    fullest = max(plain, key=lambda sheet: len(sheet.lines))
    count, wanted = len(fullest.lines), measures.page.lines_per_page
    rules = measures.rules
    height = max(
        rules.type_area_bottom_mm - rules.type_area_top_mm,
        measures.page.text_height_pt / PT_PER_MM,
    )
    has_room = wanted * file.area.pitch_mm <= height + _HEIGHT_SLACK_MM
    if count > wanted or (count < wanted and not has_room):
        found = Said(f"{count} 行", f"{count} lines")
        where = Spot(fullest.number)
        yield find("P08-lines", where, found, Said(f"{wanted} 行", f"{wanted} lines"))


_HEIGHT_SLACK_MM = 0.5
"""LibreOffice rounds each pitch to a tenth of a point."""

_LEFT_LINES = 2.0
"""So many pitches may be empty at a full page's foot: what is less than one, and a line that widow
control took overleaf."""


def _judge_fill(file: PdfFile, measures: Measures) -> Iterator[Finding]:
    foot = measures.rules.type_area_bottom_mm
    for sheet in _full_sheets(file):
        last = sheet.lines[-1]
        ends = [box[3] for box in (*(t.box_mm for t in sheet.tables), last.box_mm)]
        gap = foot - max(ends)
        if gap > _LEFT_LINES * file.area.pitch_mm:
            lines = gap / file.area.pitch_mm
            found = Said(f"下面空了 {lines:.1f} 行", f"{lines:.1f} lines empty at its foot")
            wanted = Said("写到版心下边缘", "filled to the foot of the type area")
            yield find("P08-fill", Spot(sheet.number, last.box_mm), found, wanted)


# --- characters ------------------------------------------------------------------------------

_MIN_ROWS = 3
_HUNG_EM = 0.5
"""A last mark that ends further out than this hangs."""

_WHOLE_EM = 0.1
"""A character whose width differs from its size by more is no full-width one."""


def _judge_chars(file: PdfFile, measures: Measures) -> Iterator[Finding]:
    """By what most full lines hold: a mark that may not begin a line takes one from some."""
    counts: Counter[int] = Counter()
    first: Line | None = None
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


def _full_lines(file: PdfFile) -> Iterator[Line]:
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


def _count(line: Line, file: PdfFile) -> int:
    """How many characters stand inside the type area."""
    is_hung = line.right_mm > file.area.right_mm + _HUNG_EM * line.size_mm
    return len(line.glyphs) - is_hung
