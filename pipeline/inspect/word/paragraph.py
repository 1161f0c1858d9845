"""One paragraph of a .docx with all that holds for it, and the arithmetic of its lines.

Widths in characters are in those of the paragraph's own size, heights in points.
"""

import math
from dataclasses import dataclass, field

from pipeline.inspect.word.drawings import DrawnLine
from pipeline.inspect.word.page import WordGrid, WordSection, WordSettings
from pipeline.inspect.word.properties import ParagraphSaid
from pipeline.inspect.word.runs import Run
from pipeline.model.standard import CJK_AUTOSPACE_EM, PT_PER_MM
from pipeline.typography.places import width_chars

NATURAL_EM = 1.3
"""The height of a line of 汉字 that says no pitch: measured on Word's own PDFs."""
_AUTO_GAP_PT = 14.0
_LINE_UNIT_PT = 12.0
_BLANKS = " \u3000\u00a0\t"


@dataclass(frozen=True, slots=True)
class ParagraphPlace:
    """Where paragraphs stand: in the flow, in a table, or in a frame or text box beside it.

    `group` is 0 in the flow and differs from frame to frame. `offset_pt` and `width_pt` are those
    of the room for lines, from the left edge of the type area. `is_at_foot` and `is_at_head` say
    that it is bound to the foot or to the head of the page.
    """

    width_pt: float
    offset_pt: float = 0.0
    group: int = 0
    in_table: bool = False
    is_framed: bool = False
    is_at_foot: bool = False
    is_at_head: bool = False


@dataclass(frozen=True, slots=True)
class SeenParagraph:
    """A paragraph as it is set; without runs it is an empty line.

    `mark` holds how its end is set, which makes the height of an empty one. `right_pt` is the room
    to its right where a second cell beside it says so.
    """

    runs: tuple[Run, ...]
    said: ParagraphSaid
    mark: Run
    style_name: str
    number: int
    section: WordSection
    settings: WordSettings
    place: ParagraphPlace
    starts_page: bool = False
    has_picture: bool = False
    right_pt: float | None = None

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)

    @property
    def main(self) -> Run:
        """The run that sets most of its characters."""
        if len(self.runs) <= 1:
            return self.runs[0] if self.runs else self.mark
        counts: dict[float, int] = {}
        for run in self.runs:
            counts[run.size_pt] = counts.get(run.size_pt, 0) + len(run.text)
        size = max(counts, key=lambda size: counts[size])
        alike = (run for run in self.runs if run.size_pt == size)
        return max(alike, key=lambda run: len(run.text))

    @property
    def char_pt(self) -> float:
        """The width of one of its 汉字, tracking and the grid of characters included."""
        return advance_pt(self.main, self.section.grid)

    @property
    def pitch_pt(self) -> float:
        """Baseline to baseline; for an automatic pitch without a grid what Word comes to."""
        size = max((run.size_pt for run in self.runs), default=self.mark.size_pt)
        line, rule = self.said.get("line", _LINE_UNIT_PT), self.said.get("line_rule", "auto")
        if rule == "exact":
            return line
        natural = NATURAL_EM * size
        rows = self._rows_pt(natural)
        if rule == "atLeast":
            return max(line, rows or natural)
        return (rows or natural) * line / _LINE_UNIT_PT

    def _rows_pt(self, natural: float) -> float | None:
        grid = self.section.grid
        snaps = self.said.get("snaps", True)
        if self.place.in_table and not self.settings.grid_in_tables:
            snaps = False
        if not (snaps and grid.has_lines):
            return None
        return math.ceil(natural / grid.pitch_pt) * grid.pitch_pt

    def gap_pt(self, side: str) -> float:
        """The space that it asks for `before` or `after` it."""
        said = self.said
        auto, lines, twips = (
            (said.get("before_auto"), said.get("before_lines"), said.get("before"))
            if side == "before"
            else (said.get("after_auto"), said.get("after_lines"), said.get("after"))
        )
        if auto:
            return _AUTO_GAP_PT
        if lines:
            return lines * (self.section.grid.pitch_pt or _LINE_UNIT_PT)
        return twips or 0.0

    @property
    def right_chars(self) -> float:
        """Its right indent."""
        return self._chars(self.said.get("right_chars"), self.said.get("right"))

    @property
    def left_chars(self) -> float:
        """Its left indent."""
        return self._chars(self.said.get("left_chars"), self.said.get("left"))

    @property
    def first_chars(self) -> float:
        """How much further in its first line begins; below zero for a hanging indent."""
        return self._chars(self.said.get("first_chars"), self.said.get("first"))

    def _chars(self, chars: float | None, length_pt: float | None) -> float:
        """Characters win over twips; none of them (`0`) leaves it to the twips."""
        return chars or (length_pt or 0.0) / self.char_pt

    @property
    def width_chars(self) -> float:
        """The room for its lines, indents included."""
        return self.place.width_pt / self.char_pt

    def text_chars(self, text: str) -> float:
        """The width of some of its words on one line, without tabs."""
        gaps = (self.said.get("letter_gaps", True), self.said.get("digit_gaps", True))
        letter, digit = (CJK_AUTOSPACE_EM if is_open else 0.0 for is_open in gaps)
        return width_chars(text, letter_gap=letter, digit_gap=digit)

    @property
    def is_exact(self) -> bool:
        """Whether its lines have one height whatever stands in them."""
        return self.said.get("line_rule") == "exact"


def advance_pt(run: Run, grid: WordGrid) -> float:
    """The width of a 汉字 of a run on the grid of characters (ECMA-376, part 1, 17.6.5)."""
    return run.advance_pt + (grid.char_space_pt if grid.has_chars and run.snaps else 0.0)


def end_chars(text: str, start: float, paragraph: SeenParagraph) -> float:
    """Where a line ends that begins `start` characters in, with its tabs, in characters."""
    stops = sorted(
        (place / paragraph.char_pt, kind)
        for place, kind in paragraph.said.get("tabs", ())
        if kind not in ("clear", "bar", "num")
    )
    step = paragraph.settings.default_tab_pt / paragraph.char_pt
    pieces = text.split("\t")
    at = start + paragraph.text_chars(pieces[0])
    for piece in pieces[1:]:
        width = paragraph.text_chars(piece)
        stop, kind = next(
            ((place, kind) for place, kind in stops if place > at),
            ((math.floor(at / step + 1e-6) + 1) * step, "left"),
        )
        shift = {"right": width, "end": width, "center": width / 2}.get(kind, 0.0)
        at = max(at, stop - shift) + width
    return at


def leading_blanks(text: str) -> str:
    """The blanks that were typed before the first word."""
    return text[: len(text) - len(text.lstrip(_BLANKS))]


def trailing_chars(text: str) -> float:
    """The width of full-width blanks at the end, which Word keeps inside the line."""
    tail = text[len(text.rstrip(_BLANKS)) :]
    return float(tail.count("\u3000"))


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """A line as it comes in the order of reading, between paragraphs of its place.

    One that `is_of_table` stands below the space behind the last paragraph of its row.
    """

    line: DrawnLine
    place: ParagraphPlace
    is_of_table: bool = False


@dataclass(frozen=True, slots=True)
class Wide:
    """A table or a picture, from the left edge of the type area, in mm."""

    is_table: bool
    left_mm: float
    right_mm: float
    room_mm: float
    number: int


@dataclass(slots=True)
class Story:
    """What was read of a body: paragraphs and lines in the order of reading; wide things; whether
    a picture floats that may be a seal.
    """

    items: list[SeenParagraph | PlacedLine] = field(default_factory=list)
    wides: list[Wide] = field(default_factory=list)
    has_seal: bool = False


def to_mm(length_pt: float) -> float:
    return length_pt / PT_PER_MM
