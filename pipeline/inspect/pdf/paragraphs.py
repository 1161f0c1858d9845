"""Lines of all pages -> paragraphs: which line carries on the one above it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.chinese.numerals import ONES
from pipeline.inspect.pdf.area import SHORT_EM, TypeArea
from pipeline.inspect.pdf.glyphs import ASCENT_EM
from pipeline.inspect.pdf.grid import RuledTable
from pipeline.inspect.pdf.lines import PdfLine, is_han
from pipeline.inspect.pdf.sheet import PdfSheet

TITLE_PT = 18.0
"""Centred lines from this size on make one title (7.3.1 and 7.2.4; the body has 16 pt)."""

_CENTRE_MM = 1.0  # H04, B01: centre 106±1


@dataclass(slots=True)
class Draft:
    """A paragraph while it is put together."""

    lines: list[PdfLine] = field(default_factory=list)
    above_mm: float | None = None
    """Where what stands above its first line ends; None at the head of a page."""
    in_table: bool = False
    starts_page: bool = False


def assemble(sheets: Iterable[PdfSheet], areas: Mapping[int, TypeArea]) -> tuple[Draft, ...]:
    """The paragraphs in the order of reading, cells of tables each their own.

    `areas` is the type area of each page by its number.
    """
    drafts: list[Draft] = []
    for sheet in sheets:
        if not sheet.is_mute:
            _add_sheet(drafts, sheet, areas[sheet.number])
    return tuple(drafts)


def _add_sheet(drafts: list[Draft], sheet: PdfSheet, area: TypeArea) -> None:
    is_first = True
    above: float | None = None
    items: list[PdfLine | RuledTable] = [*sheet.lines, *sheet.tables]
    for item in sorted(items, key=_top_of):
        if isinstance(item, RuledTable):
            drafts += [
                Draft(list(cell), 0.0, in_table=True, starts_page=is_first and not place)
                for place, cell in enumerate(item.cells)
            ]
            above = item.box_mm[3]
        else:
            end = _end_above(sheet, item, above)
            gap = None if end is None else gap_lines(end, item, area)
            is_crossed = end is not None and above is not None and end > above
            if drafts and not is_crossed and _continues(drafts[-1], item, gap, area):
                drafts[-1].lines.append(item)
            else:
                drafts.append(Draft([item], end, starts_page=is_first))
            above = line_bottom_mm(item, area)
        is_first = False


def _top_of(item: PdfLine | RuledTable) -> float:
    return item.box_mm[1]


# --- gaps ------------------------------------------------------------------------------------

_EM_MIDDLE = ASCENT_EM - 0.5
"""How far the middle of an em box stands above its baseline."""

_LARGE_LEADING = 1.25
"""The line of large type: practice, and what our own issuing authority mark has."""


def line_top_mm(line: PdfLine, area: TypeArea) -> float:
    """Where the box of a line begins, that is as high as the pitch."""
    return line.baseline_mm - line.size_mm * _EM_MIDDLE - _height_mm(line, area) / 2


def line_bottom_mm(line: PdfLine, area: TypeArea) -> float:
    return line_top_mm(line, area) + _height_mm(line, area)


def _height_mm(line: PdfLine, area: TypeArea) -> float:
    return max(area.pitch_mm, line.size_mm * _LARGE_LEADING)


def gap_lines(end_mm: float, line: PdfLine, area: TypeArea) -> float:
    """How many empty lines stand between a place above a line and the line."""
    return (line_top_mm(line, area) - end_mm) / area.pitch_mm


_OVERLAP_MM = 0.5


def _end_above(sheet: PdfSheet, line: PdfLine, above_mm: float | None) -> float | None:
    """The end of what stands above a line: a line's box, a table, a rule, a picture."""
    top = line.box_mm[1] + _OVERLAP_MM
    drawn = [rule.box_mm for rule in sheet.free_rules] + [p.box_mm for p in sheet.pictures]
    start = float("-inf") if above_mm is None else above_mm
    ends = [box[3] for box in drawn if box[3] <= top and box[1] >= start - _OVERLAP_MM]
    if above_mm is not None:
        ends.append(above_mm)
    return max(ends, default=None)


# --- what carries on -------------------------------------------------------------------------

_SAME_PARAGRAPH_LINES = 0.5
_PAGE_STEP = 1


def _continues(draft: Draft, line: PdfLine, gap: float | None, area: TypeArea) -> bool:
    before = draft.lines[-1]
    is_next = line.page - before.page == (_PAGE_STEP if gap is None else 0)
    is_alike = before.size_pt == line.size_pt and before.setting.color == line.setting.color
    if draft.in_table or not is_alike or not is_next:
        return False
    if gap is not None and gap > _SAME_PARAGRAPH_LINES:
        return False
    if gap is not None and is_title_line(before, area) and is_title_line(line, area):
        return True
    return (
        _is_same_face(before, line)
        and _is_out_of_room(draft, line, area)
        and _is_turned(draft, line, area)
    )


def is_title_line(line: PdfLine, area: TypeArea) -> bool:
    """Whether a line is large and centred."""
    return line.size_pt >= TITLE_PT and is_centred(line, area)


def is_centred(line: PdfLine, area: TypeArea) -> bool:
    return abs((line.left_mm + line.right_mm) / 2 - area.centre_mm) <= _CENTRE_MM


_JUNCTION = 3
"""So many 汉字 on either side of a line's end show whether the face changes there."""


def _is_same_face(before: PdfLine, line: PdfLine) -> bool:
    ends = [g.setting.font for g in before.glyphs if is_han(g.text)][-_JUNCTION:]
    starts = [g.setting.font for g in line.glyphs if is_han(g.text)][:_JUNCTION]
    return not ends or not starts or bool(set(ends) & set(starts))


def _is_out_of_room(draft: Draft, line: PdfLine, area: TypeArea) -> bool:
    """Whether the last line so far had no room for what begins the next."""
    before = draft.lines[-1]
    if chars_in(before, area) > _HANGING_CHARS[1]:
        return False
    room = area.right_mm - before.right_mm
    if room <= SHORT_EM * before.size_mm:
        return True
    is_flush = abs(chars_in(line, area)) < _SAME_EDGE and chars_in(draft.lines[0], area) > 1
    return is_flush and room <= _unit_mm(line) + before.size_mm / 2


def _unit_mm(line: PdfLine) -> float:
    """The width of what could not be parted at the beginning of a line: a number, a word."""
    unit = line.glyphs[0]
    for glyph in line.glyphs[1:]:
        if not (unit.text.isascii() and glyph.text.isascii()):
            break
        unit = glyph
    return unit.right_mm - line.left_mm


_SAME_EDGE = 0.4
_HANGING_CHARS = (2.5, 10.0)
"""Turned lines stand so far in under a name: after 附件：1. or 抄送：; two is a new paragraph's."""


def _is_turned(draft: Draft, line: PdfLine, area: TypeArea) -> bool:
    """Whether a line begins where the turned lines of a paragraph do."""
    place, first = chars_in(line, area), chars_in(draft.lines[0], area)
    if len(draft.lines) > 1:
        return abs(place - chars_in(draft.lines[1], area)) <= _SAME_EDGE
    if abs(place) <= _SAME_EDGE:
        return True
    if abs(place - first) <= _SAME_EDGE:
        return _is_unfinished(draft.lines[-1].text)
    low, high = _HANGING_CHARS
    if place < low:
        return place < first <= high
    return first < place <= high


_ENDED = re.compile(rf".*[。！？；：”’）.!?;:]|[（(]?[{ONES}十0-9]+[）)、.．].*")


def _is_unfinished(text: str) -> bool:
    """Whether a line goes on by its words: no mark ends it, and it is no heading, which has none.

    A paragraph that is set in as a whole has nothing else to part it from two.
    """
    return not _ENDED.fullmatch(text)


def chars_in(line: PdfLine, area: TypeArea) -> float:
    """How far a line begins from the left edge, in characters of its own size."""
    return (line.left_mm - area.left_mm) / advance_of((line,), area)


def advance_of(lines: Iterable[PdfLine], area: TypeArea) -> float:
    """The width of a character of a paragraph, with what is added to each, in mm.

    For the body's size that of the whole document: a single line may be stretched to the edge.
    """
    kept = tuple(lines)
    size = kept[0].size_pt
    if size == area.size_pt:
        return area.advance_mm
    steps = sorted(_steps(kept))
    return steps[len(steps) // 2] if steps else kept[0].size_mm


def _steps(lines: tuple[PdfLine, ...]) -> Iterator[float]:
    return (line.advance_mm for line in lines if line.advance_mm is not None)
