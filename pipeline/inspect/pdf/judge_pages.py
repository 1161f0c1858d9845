"""Pages as such: paper, margins, what leaves the type area, what cannot be judged (5.1-5.2)."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from pipeline.inspect.finding import WHOLE, Finding, Said, Spot, excerpt_of, find, mm
from pipeline.inspect.pdf.lines import MAY_HANG, PdfLine, is_han
from pipeline.inspect.pdf.read import PdfFile
from pipeline.inspect.pdf.seals import is_seal
from pipeline.inspect.pdf.sheet import PdfSheet
from pipeline.inspect.seen import Box
from pipeline.model.standard import PT_PER_MM, Measures


def judge_pages(file: PdfFile, measures: Measures) -> Iterator[Finding]:
    """Findings on paper, readability, faces, margins, and what leaves the type area."""
    yield from _judge_paper(file, measures)
    yield from _judge_readable(file)
    yield from _judge_embedded(file)
    upright = [sheet for sheet in file.sheets if sheet.is_judged]
    yield from _judge_top(file, upright, measures)
    yield from _judge_sides(file, measures)
    yield from _judge_overflow(file, upright, measures)


# --- paper and what cannot be judged ---------------------------------------------------------

_PAPER_TOLERANCE_MM = 1.0  # P02


def _judge_paper(file: PdfFile, measures: Measures) -> Iterator[Finding]:
    """Once for each size that is wrong; a landscape A4 is one of its own (X04)."""
    reported: set[tuple[int, int]] = set()
    wanted = (measures.page.width_mm, measures.page.height_mm)
    for sheet in file.sheets:
        size = (sheet.plane.width_mm, sheet.plane.height_mm)
        key = (round(size[0]), round(size[1]))
        pairs = zip(sorted(size), sorted(wanted), strict=True)
        if key not in reported and any(abs(a - b) > _PAPER_TOLERANCE_MM for a, b in pairs):
            reported.add(key)
            yield find("P02-paper", Spot(sheet.number), _size(size), _size(wanted))


def _size(size: tuple[float, float]) -> Said:
    words = f"{size[0]:.0f}×{size[1]:.0f}"
    return Said(f"{words} 毫米", f"{words} mm")


def _judge_readable(file: PdfFile) -> Iterator[Finding]:
    text = Said("有文字的 PDF", "a PDF with text")
    if file.seen.is_readable and not file.seen.looks:
        yield find("X09-empty", WHOLE, Said("没有文字", "no text"), Said("有文字", "text"))
    for sheet in file.sheets:
        where = Spot(sheet.number)
        if sheet.is_scan:
            yield find("X01-scan", where, Said("整页图片", "a picture of the page"), text)
        if sheet.is_mute:
            yield find("X02-text", where, Said("没有编码的文字", "glyphs without codes"), text)
        if sheet.is_landscape:
            yield find("X04-landscape", where, Said("横排", "landscape"), Said("人工核对", "look"))


def _judge_embedded(file: PdfFile) -> Iterator[Finding]:
    """Once for each face."""
    reported: set[str] = set()
    for line in _all_lines(file):
        for glyph in line.glyphs:
            setting = glyph.setting
            if setting.is_embedded or setting.font_name in reported:
                continue
            reported.add(setting.font_name)
            name = setting.font_name
            found = Said(name or "（没有名称）", name or "(no name)")
            where = Spot(line.page, line.box_mm)
            yield find("Z04-embedded", where, found, Said("嵌入", "embedded"))


def _all_lines(file: PdfFile) -> Iterator[PdfLine]:
    for sheet in file.sheets:
        yield from sheet.lines
        yield from (line for table in sheet.tables for cell in table.cells for line in cell)
        yield from sheet.margin
        if sheet.page_number is not None:
            yield sheet.page_number


# --- margins ---------------------------------------------------------------------------------

_MARGIN_TOLERANCE_MM = 1.0  # P04, P05, P06

_TOP_SLACK_MM = 0.1
"""P03: the ink begins below Word's margin, which goes to the edge of the line box: half of the
leading is above it in Word and in our own PDFs (2-3.5 mm), all of it at LibreOffice's exact pitches
(4.6 mm at 28.95 pt)."""

_MIN_HAN = 5
"""A line with fewer 汉字 may have no tall one."""


def _top_range(file: PdfFile, measures: Measures) -> tuple[float, float]:
    top = measures.page.top_mm
    low = max(top, measures.rules.type_area_top_mm - _MARGIN_TOLERANCE_MM)
    pitch = max(file.area.pitch_mm, measures.page.line_pitch_pt / PT_PER_MM)
    return low, top + pitch - file.area.size_pt / PT_PER_MM + _TOP_SLACK_MM


def _first_lines(file: PdfFile, sheets: Iterable[PdfSheet]) -> Iterator[PdfLine]:
    """The first lines of the pages that begin with text of the body's size.

    The highest shows the margin, for others may have an empty line above.
    """
    for sheet in sheets:
        boxes = [table.box_mm for table in sheet.tables] + [p.box_mm for p in sheet.pictures]
        if not sheet.lines:
            continue
        first = sheet.lines[0]
        is_top = all(box[1] > first.box_mm[1] for box in boxes)
        han = sum(is_han(glyph.text) for glyph in first.glyphs)
        if is_top and han >= _MIN_HAN and first.size_pt == file.area.size_pt:
            yield first


_LEADING_MM = 3.5
"""From the margin down to the ink of the first line, at the pitches of either profile."""


def top_margin_mm(file: PdfFile) -> float | None:
    """The top margin that a PDF seems to have been set by; None without text at a page's head."""
    upright = [sheet for sheet in file.sheets if sheet.is_judged]
    top = min((line.box_mm[1] for line in _first_lines(file, upright)), default=None)
    return None if top is None else top - _LEADING_MM


def _judge_top(file: PdfFile, sheets: list[PdfSheet], measures: Measures) -> Iterator[Finding]:
    firsts = list(_first_lines(file, sheets))
    if not firsts:
        return
    first = min(firsts, key=lambda line: line.box_mm[1])
    top = first.box_mm[1]
    low, high = _top_range(file, measures)
    if not low <= top <= high:
        wanted = Said(
            f"首行文字的上边缘在 {low:.1f}—{high:.1f} 毫米",
            f"the ink of the first line at {low:.1f}–{high:.1f} mm",
        )
        yield find("P03-top", Spot(first.page, first.box_mm), mm(top), wanted)


def _judge_sides(file: PdfFile, measures: Measures) -> Iterator[Finding]:
    page, area = measures.page, file.area
    if area.has_left and abs(area.left_mm - page.left_mm) > _MARGIN_TOLERANCE_MM:
        yield find("P04-left", WHOLE, mm(area.left_mm), mm(page.left_mm))
    # On a wrong paper (P02) the margin is right from the edge that is there or from the wanted one.
    widths = (page.width_mm, file.sheets[0].plane.width_mm)
    found = min((width - area.right_mm for width in widths), key=lambda x: abs(x - page.right_mm))
    if area.has_right and abs(found - page.right_mm) > _MARGIN_TOLERANCE_MM:
        yield find("P06-right", WHOLE, mm(found), mm(page.right_mm))


# --- the type area ---------------------------------------------------------------------------


_TABLE_TOLERANCE_MM = 2.1
"""A table that Word or LibreOffice puts on the margin hangs out by the padding of its cells, so
that its text is flush: 1.9 mm where nothing else is said, and half of its rule."""


@dataclass(frozen=True, slots=True)
class _Ink:
    """What must stay inside the type area, what it is, and how far it may reach out."""

    what: Said
    box_mm: Box
    text: str = ""
    tolerance_mm: float = _MARGIN_TOLERANCE_MM


_TEXT, _TABLE, _PICTURE = Said("文字", "text"), Said("表格", "a table"), Said("图片", "a picture")


def _judge_overflow(file: PdfFile, sheets: list[PdfSheet], measures: Measures) -> Iterator[Finding]:
    """Once a page, for what stands furthest out; a running head once."""
    bounds = _bounds(file, sheets, measures)
    inks = {sheet.number: tuple(_inks(sheet)) for sheet in sheets}
    heads = _running_heads(inks.values(), bounds)
    reported: set[_Head] = set()
    for number, here in inks.items():
        over = [
            ink
            for ink in here
            if _excess(ink.box_mm, bounds) > ink.tolerance_mm and _head_of(ink) not in reported
        ]
        if not over:
            continue
        worst = max(over, key=lambda ink: _excess(ink.box_mm, bounds))
        reported |= heads & {_head_of(worst)}
        excess = _excess(worst.box_mm, bounds)
        found = Said(
            f"{worst.what.zh}超出 {excess:.1f} 毫米", f"{worst.what.en} {excess:.1f} mm outside"
        )
        wanted = Said("在版心以内", "inside the type area")
        spot = Spot(number, worst.box_mm, None, worst.text)
        yield find("P05-overflow", spot, found, wanted)


_Head = tuple[Said, tuple[int, ...]]


def _head_of(ink: _Ink) -> _Head:
    """What something has in common with the running heads of other pages."""
    return ink.what, tuple(round(edge) for edge in ink.box_mm)


def _running_heads(pages: Collection[tuple[_Ink, ...]], bounds: Box) -> set[_Head]:
    """What stands wholly above the type area on most pages, and in the same place."""
    counts = Counter(
        head
        for inks in pages
        for head in {_head_of(ink) for ink in inks if ink.box_mm[3] < bounds[1]}
    )
    return {head for head, count in counts.items() if count > len(pages) / 2}


def _bounds(file: PdfFile, sheets: list[PdfSheet], measures: Measures) -> Box:
    """The type area, made as wide as the text is set: a wrong margin is reported once (P03-P06)."""
    page, rules, area = measures.page, measures.rules, file.area
    tops = [line.box_mm[1] for line in _first_lines(file, sheets)]
    return (
        min(page.left_mm, area.left_mm),
        min(page.top_mm, rules.type_area_top_mm, *tops),
        max(page.width_mm - page.right_mm, area.right_mm),
        max(page.height_mm - page.bottom_mm, rules.type_area_bottom_mm),
    )


def _excess(box: Box, bounds: Box) -> float:
    """How far a box reaches out of another, in mm."""
    return max(bounds[0] - box[0], bounds[1] - box[1], box[2] - bounds[2], box[3] - bounds[3])


def _inks(sheet: PdfSheet) -> Iterator[_Ink]:
    """What must stay inside: lines less a hung mark, tables, pictures that are no seals."""
    for line in sheet.lines:
        left, top, right, bottom = line.box_mm
        if line.glyphs[-1].text in MAY_HANG and len(line.glyphs) > 1:
            right = max(line.glyphs[-2].ink_mm[2], right - line.size_mm)
        yield _Ink(_TEXT, (left, top, right, bottom), excerpt_of(line.text))
    for table in sheet.tables:
        yield _Ink(_TABLE, table.box_mm, tolerance_mm=_TABLE_TOLERANCE_MM)
    for picture in sheet.pictures:
        if not is_seal(picture):
            yield _Ink(_PICTURE, picture.box_mm)
