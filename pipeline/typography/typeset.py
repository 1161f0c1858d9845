"""Paragraph -> justified lines on the character grid. Pure.

WeasyPrint stretches only blanks, so it cannot justify Chinese. Here a paragraph is broken into
lines as Word breaks it (避头尾, GB/T 15834-2011, 5.1; a mark may hang in the margin), and each full
line is given the letter-spacing that brings its last character to the right edge.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, replace

from pipeline.model.standard import CJK_AUTOSPACE_EM, Measures

NOT_AT_LINE_START = (
    "!%),.:;>?]}¢¨°·ˇˉ—―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞"
    "︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠/～"
)
"""Marks that begin no line: Word's list for simplified Chinese, and — so that —— is never split."""

NOT_AT_LINE_END = "$([{£¥‘“〈《「『【〔〖〝﹗﹙﹛﹝＄（．［｛￡￥"
"""Marks that end no line: Word's list for simplified Chinese, less ·, which may."""

HANGING = frozenset("，。、；：！？．,.;:!?")
"""Marks that may stand in the margin when they are one too many."""

_NO_START = frozenset(NOT_AT_LINE_START)
_NO_END = frozenset(NOT_AT_LINE_END) - frozenset("．")
_CONNECTORS = frozenset("—－～-·.:/×")
_SIGNS = frozenset("±≥≤≈×÷€")

Advance = Callable[[str], float]
"""The width of a character in em of its face."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a paragraph is broken to; lengths in pt.

    `indent_pt` shortens the first line. `is_justified` stretches every line but the last.
    """

    size_pt: float
    width_pt: float
    indent_pt: float = 0
    tracking_pt: float = 0
    is_justified: bool = True
    may_hang: bool = True


def style_measure(measures: Measures, style: str, *, hangs: bool = True) -> Measure:
    """What a paragraph of a style is broken to; without `hangs`, as if it had no hanging indent."""
    own = measures.styles[style]
    chars = own.left_chars + own.right_chars
    indent = own.first_line_chars - (own.hanging_chars if hangs else 0)
    return Measure(
        own.size_pt,
        measures.page.text_width_pt - chars * own.size_pt,
        indent * own.size_pt,
        measures.tracking_pt(style),
        is_justified=own.align == "justify",
        may_hang=measures.may_hang(style),
    )


@dataclass(frozen=True, slots=True)
class SpacedRun:
    """Characters of one line that share a letter-spacing, which follows each of them, in pt."""

    text: str
    spacing_pt: float


@dataclass(frozen=True, slots=True)
class SetLine:
    """One set line; `is_full` says that its last character stands at the right edge."""

    runs: tuple[SpacedRun, ...]
    is_full: bool

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def break_lines(text: str, measure: Measure, advance: Advance) -> tuple[SetLine, ...]:
    """The lines of a paragraph; their texts joined are `text`, but for blanks at line ends."""
    widths = _widths(text, measure, advance)
    lines: list[SetLine] = []
    start = 0
    while start < len(text):
        available = measure.width_pt - (0 if lines else measure.indent_pt)
        end = _find_end(text, widths, start, available, measure)
        is_last = end == len(text)
        row = text[start:end].rstrip(" ") or text[start:end]
        widths_of_row = _widths(row, measure, advance)
        lines.append(_set_line(row, widths_of_row, available, measure, is_last=is_last))
        start = end
    return tuple(lines) or (SetLine((), is_full=False),)


_WORD_STEP_PT = 0.05
_MOST_STEPS = 5


def fit_tracking(text: str, measure: Measure, advance: Advance) -> float:
    """The tracking nearest to the measure's that leaves no character alone on the last line.

    Word counts tracking in twentieths of a point; a change of five of them (1/64 em) is not seen.
    The measure's own tracking comes back where it is good, or where none of the others is better.
    """
    for steps in sorted(range(-_MOST_STEPS, _MOST_STEPS + 1), key=abs):
        tracking = round(measure.tracking_pt + steps * _WORD_STEP_PT, 2)
        lines = break_lines(text, replace(measure, tracking_pt=tracking), advance)
        if len(lines) == 1 or not _is_lone(lines[-1].text):
            return tracking
    return measure.tracking_pt


def _is_lone(line: str) -> bool:
    """Whether a last line holds one character, or one and the marks that follow it."""
    return len(line.strip().rstrip(NOT_AT_LINE_START)) <= 1


def _widths(text: str, measure: Measure, advance: Advance) -> list[float]:
    """The room each character takes: its advance, the tracking, and the gap that follows it."""
    return [
        advance(char) * measure.size_pt + measure.tracking_pt + _gap_after(text, index, measure)
        for index, char in enumerate(text)
    ]


def _gap_after(text: str, index: int, measure: Measure) -> float:
    if index + 1 < len(text) and needs_gap(text[index], text[index + 1]):
        return CJK_AUTOSPACE_EM * measure.size_pt
    return 0.0


def needs_gap(before: str, after: str) -> bool:
    """Whether a gap parts two characters: Word parts 汉字 from Latin and digits, not from marks."""
    return (_is_hanzi(before) and _is_latin(after)) or (_is_latin(before) and _is_hanzi(after))


def _is_hanzi(char: str) -> bool:
    return char == "〇" or unicodedata.category(char) == "Lo"


def _is_latin(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in "%+#@&")


def _is_word_char(char: str) -> bool:
    return char.isascii() and not char.isspace()


def _may_break(text: str, index: int) -> bool:
    """Whether a line may end before the character at `index`."""
    before, after = text[index - 1], text[index]
    if after == " ":
        return False
    if before == " ":
        return True
    if after in _NO_START or before in _NO_END:
        return False
    if _is_word_char(before) and _is_word_char(after):
        return before == "-" and _follows_word(text, index - 1)
    # Word takes a sign without an East Asian hint for Latin, and breaks no Latin word.
    if before in _SIGNS and after.isdigit():
        return False
    # A range such as 2024—2026 or 15%～30% stays whole (GB/T 15835-2011; D09 in practice).
    is_range = before in _CONNECTORS and after.isdigit()
    return not (is_range and index >= 2 and _is_word_char(text[index - 2]))  # noqa: PLR2004


def _follows_word(text: str, index: int) -> bool:
    """Whether the hyphen at `index` joins two words, where Word breaks, between digits too.

    ECMA-376, part 1, 17.3.3.18 shows it on 999-99-9999. The hyphen of -5 is a sign.
    """
    return index > 0 and text[index - 1].isascii() and text[index - 1].isalnum()


def _find_end(
    text: str, widths: list[float], start: int, available: float, measure: Measure
) -> int:
    """Where the line that begins at `start` ends; at least one character further."""
    used = 0.0
    for index in range(start, len(text)):
        used += widths[index]
        # Tracking and a gap behind the last character of a line take no room.
        trailing = min(0.0, measure.tracking_pt) + _gap_after(text, index, measure)
        if used - trailing <= available + 1e-6 or text[index] == " ":
            continue
        if measure.may_hang and _may_hang(text, index, start):
            return index + 1
        for end in range(index, start, -1):
            if _may_break(text, end):
                return end
        return max(index, start + 1)
    return len(text)


def _may_hang(text: str, index: int, start: int) -> bool:
    """Whether the mark at `index` may stand beyond the edge, all before it being in the line."""
    if text[index] not in HANGING or index == start or text[index - 1] in HANGING:
        return False
    return index + 1 == len(text) or _may_break(text, index + 1)


def _set_line(
    row: str, widths: list[float], available: float, measure: Measure, *, is_last: bool
) -> SetLine:
    """A line with the spacing that brings its last character, less a hung mark, to the edge."""
    last = len(row) - 1 - int(measure.may_hang and _is_hung(row, widths, available))
    spacings = [measure.tracking_pt + _gap_after(row, i, measure) for i in range(len(row))]
    is_full = measure.is_justified and not is_last
    if is_full and last > 0:
        natural = sum(widths[: last + 1]) - spacings[last]
        places = [i for i in range(last) if not _is_inside_word(row, i)] or list(range(last))
        extra = (available - natural) / len(places)
        for place in places:
            spacings[place] += extra
    return SetLine(_group(row, spacings), is_full)


def _is_hung(row: str, widths: list[float], available: float) -> bool:
    """Whether the last mark of a line stands beyond the right edge."""
    return row[-1] in HANGING and len(row) > 1 and sum(widths) > available + widths[-1] / 2


def _is_inside_word(row: str, index: int) -> bool:
    return _is_word_char(row[index]) and _is_word_char(row[index + 1])


def _group(row: str, spacings: list[float]) -> tuple[SpacedRun, ...]:
    """Neighbours of equal spacing as one run; spacings are rounded to 1/1000 pt."""
    runs: list[SpacedRun] = []
    for char, spacing in zip(row, spacings, strict=True):
        rounded = round(spacing, 3)
        if runs and runs[-1].spacing_pt == rounded:
            runs[-1] = SpacedRun(runs[-1].text + char, rounded)
        else:
            runs.append(SpacedRun(char, rounded))
    return tuple(runs)


_BLANKS = re.compile(r"\s+")


def without_blanks(text: str) -> str:
    """A text as two artifacts are compared by: white space is theirs to place."""
    return _BLANKS.sub("", text)
