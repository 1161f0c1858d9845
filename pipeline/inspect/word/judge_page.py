"""Paper, margins, lines and characters of a Word file, what stands outside its type area,
and what keeps its words from being judged.
"""

import math
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from typing import TypeVar

from pipeline.inspect.finding import WHOLE, Finding, Said, Spot, find, mm, spot_of
from pipeline.inspect.outline import ElementRole, SeenOutline
from pipeline.inspect.word.page import WordSection
from pipeline.inspect.word.paragraph import SeenParagraph, to_mm
from pipeline.inspect.word.read import WordFile
from pipeline.model.standard import Measures, PageMeasures

_PAPER_MM = 0.2
"""P02: ±10 twips, the roundings of different programs."""
_MARGIN_MM = 1.005
"""P03-P06: ±1 mm (5.2.1), as 57 twips, in which Word has it."""
_OVERFLOW_MM = 1.0
"""P05: what no eye sees."""
_FIT = 0.005
"""Part of a line or a character that is lost in the rounding to twips."""

_Kind = TypeVar("_Kind", bound=Hashable)


def judge_page(file: WordFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """Findings on each section's page, on the grid of the body, and on what is too wide."""
    for section in dict.fromkeys(file.sections):
        spot = _spot(section, file)
        if section.is_landscape:
            found = Said(_size_zh(section), _size_en(section))
            yield find("X04-landscape", spot, found, Said("竖排", "portrait"))
        else:
            yield from _judge_paper(section, measures.page, spot)
            yield from _judge_margins(section, measures.page, spot)
    body = [file.paragraphs[part.index] for part in outline.of(ElementRole.BODY)]
    body = [paragraph for paragraph in body if not paragraph.section.is_landscape]
    yield from _judge_lines(file, body, measures.page)
    yield from _judge_chars(body, measures.page)
    yield from _judge_wides(file)
    yield from _judge_indents(file)
    yield from _judge_words(file)


def _spot(section: WordSection, file: WordFile) -> Spot:
    """Where a section begins; nothing where the document has only one kind."""
    if len(set(file.sections)) == 1:
        return WHOLE
    pairs = zip(file.paragraphs, file.seen.looks, strict=True)
    return next((spot_of(look) for mine, look in pairs if mine.section == section), WHOLE)


def _size_zh(section: WordSection) -> str:
    return f"{section.width_mm:.0f}×{section.height_mm:.0f} 毫米"


def _size_en(section: WordSection) -> str:
    return f"{section.width_mm:.0f} × {section.height_mm:.0f} mm"


def _judge_paper(section: WordSection, page: PageMeasures, spot: Spot) -> Iterator[Finding]:
    error = max(abs(section.width_mm - page.width_mm), abs(section.height_mm - page.height_mm))
    if error > _PAPER_MM:
        width, height = f"{page.width_mm:g}", f"{page.height_mm:g}"
        wanted = Said(f"{width}×{height} 毫米", f"{width} × {height} mm")
        yield find("P02-paper", spot, Said(_size_zh(section), _size_en(section)), wanted)


def _judge_margins(section: WordSection, page: PageMeasures, spot: Spot) -> Iterator[Finding]:
    left = section.left_mm + section.gutter_mm
    for rule_id, found, wanted in (
        ("P03-top", abs(section.top_mm), page.top_mm),
        ("P04-left", left, page.left_mm),
        ("P06-right", section.right_mm, page.right_mm),
        ("P06-bottom", abs(section.bottom_mm), page.bottom_mm),
    ):
        if abs(found - wanted) > _MARGIN_MM:
            yield find(rule_id, spot, mm(found), mm(wanted))


def _most(values: Iterable[tuple[_Kind, int]]) -> _Kind | None:
    """The value with the greatest weight."""
    counts: Counter[_Kind] = Counter()
    for value, weight in values:
        counts[value] += weight
    return counts.most_common(1)[0][0] if counts else None


def _judge_lines(
    file: WordFile, body: list[SeenParagraph], page: PageMeasures
) -> Iterator[Finding]:
    """How many lines of the body's pitch, or of the grid where there is no body, fill a page."""
    pairs = (((round(item.pitch_pt, 2), item.section), len(item.text)) for item in body)
    kind = _most(pairs)
    if kind is None:
        section = next((one for one in file.sections if not one.is_landscape), None)
        if section is None or not section.grid.has_lines:
            return
        kind = section.grid.pitch_pt, section
    pitch, section = kind
    if pitch <= 0:
        return
    count = math.floor(section.text_height_pt / pitch + _FIT)
    if count != page.lines_per_page:
        found = Said(
            f"行距 {pitch:g} 磅，每面 {count} 行", f"{count} lines at a pitch of {pitch:g} pt"
        )
        wanted = Said(
            f"每面 {page.lines_per_page} 行（{page.line_pitch_pt:g} 磅）",
            f"{page.lines_per_page} lines ({page.line_pitch_pt:g} pt)",
        )
        yield find("P08-lines", WHOLE, found, wanted)


def _judge_chars(body: list[SeenParagraph], page: PageMeasures) -> Iterator[Finding]:
    """How many 汉字 of the body fill a line: size, tracking and the grid of characters."""
    pairs = (((round(item.char_pt, 3), item.section), len(item.text)) for item in body)
    kind = _most(pairs)
    if kind is None:
        return
    advance, section = kind
    count = math.floor(section.text_width_pt / advance + _FIT)
    if count != page.chars_per_line:
        found = Said(
            f"每字占 {advance:.2f} 磅，每行 {count} 字",
            f"{count} characters, each {advance:.2f} pt wide",
        )
        wanted = Said(f"每行 {page.chars_per_line} 字", f"{page.chars_per_line} characters")
        yield find("P08-chars", WHOLE, found, wanted)


def _judge_wides(file: WordFile) -> Iterator[Finding]:
    """Tables, by the text of their outer cells, and pictures beyond the type area."""
    for wide in file.wides:
        over_left, over_right = -wide.left_mm, wide.right_mm - wide.room_mm
        if max(over_left, over_right) <= _OVERFLOW_MM:
            continue
        zh, en = ("表格", "the table") if wide.is_table else ("图片", "the picture")
        sides = [(over_left, "左边", "left"), (over_right, "右边", "right")]
        out = [side for side in sides if side[0] > _OVERFLOW_MM]
        found = Said(
            zh + "、".join(f"超出{side}{over:.1f} 毫米" for over, side, _ in out),
            f"{en} is {' and '.join(f'{over:.1f} mm too far {side}' for over, _, side in out)}",
        )
        wanted = Said(f"宽不超过 {wide.room_mm:.0f} 毫米", f"at most {wide.room_mm:.0f} mm wide")
        yield find("P05-overflow", Spot(paragraph=wide.number), found, wanted)


def _judge_indents(file: WordFile) -> Iterator[Finding]:
    for paragraph, look in zip(file.paragraphs, file.seen.looks, strict=True):
        if look.in_table or look.is_framed:
            continue
        left = min(paragraph.left_chars, paragraph.left_chars + paragraph.first_chars)
        for indent, zh, en in ((left, "左", "left"), (paragraph.right_chars, "右", "right")):
            over = to_mm(-indent * paragraph.char_pt)
            if over > _OVERFLOW_MM:
                found = Said(f"{zh}缩进 {-over:.1f} 毫米", f"{en} indent {-over:.1f} mm")
                yield find("P05-overflow", spot_of(look), found, Said("不小于 0", "0 or more"))


def _judge_words(file: WordFile) -> Iterator[Finding]:
    """What keeps the words from being judged: changes, tables, that there are none."""
    if count := file.revision_count:
        found = Said(f"{count} 处修订", f"{count} tracked changes")
        yield find("X07-revisions", WHOLE, found, Said("没有修订", "none"))
    looks = file.seen.looks
    if not looks:
        yield find("X09-empty", WHOLE, Said("没有文字", "no text"), Said("有文字", "text"))
        return
    inside = sum(len(look.text) for look in looks if look.in_table)
    outside = sum(len(look.text) for look in looks if not look.in_table)
    if inside > outside:
        first = next(look for look in looks if look.in_table)
        found = Said(
            f"表格里 {inside} 个字符，表格外 {outside} 个",
            f"{inside} characters in tables, {outside} outside",
        )
        wanted = Said("文字在表格外", "text outside of tables")
        yield find("X08-table", spot_of(first), found, wanted)
