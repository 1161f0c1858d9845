"""Lines of all pages -> the type area that a document really uses."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from pipeline.inspect.pdf.lines import PdfLine
from pipeline.inspect.pdf.sheet import PdfSheet
from pipeline.model.standard import PT_PER_MM, Measures

_BIN_MM = 0.4
"""Edges nearer than this are one."""

_MIN_FULL = 3
"""Fewer full lines show no right edge."""

_MIN_TURNED = 2

_STRAYS = 1
"""Where more lines than this end beyond the edge of most, and not by a hung mark, they are ragged:
justified lines end at the edge or before it."""

SHORT_EM = 1.5
"""A line that ends within this of the right edge was broken for lack of room."""

_WIDE = 0.6
"""A line shorter than this part of the type area is not full."""


@dataclass(frozen=True, slots=True)
class TypeArea:
    """The edges, size and pitch of the body as it is set.

    The flags say whether an edge was found, or is the profile's for lack of lines.
    """

    left_mm: float
    right_mm: float
    size_pt: float
    pitch_mm: float
    advance_mm: float
    has_left: bool = True
    has_right: bool = True
    is_justified: bool = True

    @property
    def is_found(self) -> bool:
        """Whether both edges are the document's own."""
        return self.has_left and self.has_right

    @property
    def centre_mm(self) -> float:
        return (self.left_mm + self.right_mm) / 2


def find_area(lines: Iterable[PdfLine], measures: Measures) -> TypeArea:
    """The type area by the lines of the body's size, of the profile where they are too few."""
    kept = tuple(lines)
    size = _body_size(kept, measures)
    body = [line for line in kept if line.size_pt == size]
    right, has_right, is_justified = _right_edge(body, measures)
    full = right - SHORT_EM * size / PT_PER_MM
    turned = [
        after.left_mm
        for before, after in pairwise(body)
        if before.page == after.page and before.right_mm >= full and not _ends_sentence(before)
    ]
    left = _leftmost(turned)
    if left is not None and _is_inside(left, body):
        left = None
    has_left = left is not None
    steps = [line.advance_mm for line in body if line.advance_mm is not None]
    return TypeArea(
        left_mm=measures.page.left_mm if left is None else left,
        right_mm=right,
        size_pt=size,
        pitch_mm=_pitch_mm(body, size, measures),
        advance_mm=median(steps) if steps else size / PT_PER_MM,
        has_left=has_left,
        has_right=has_right,
        is_justified=is_justified,
    )


_SENTENCE_ENDS = "。！？；："


def _ends_sentence(line: PdfLine) -> bool:
    """Whether a line may be its paragraph's last, and so shows no edge: short paragraphs of one
    length look like full lines.
    """
    return line.text.rstrip("”）").endswith(tuple(_SENTENCE_ENDS))


def _body_size(lines: tuple[PdfLine, ...], measures: Measures) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size_pt] += len(line.glyphs)
    return sizes.most_common(1)[0][0] if sizes else measures.styles["body"].size_pt


def _right_edge(lines: list[PdfLine], measures: Measures) -> tuple[float, bool, bool]:
    """Where full lines end, whether enough of them show it, and whether they end alike."""
    profile = measures.page.width_mm - measures.page.right_mm
    width = measures.page.text_width_pt / PT_PER_MM
    wide = [
        line
        for line in lines
        if line.right_mm - line.left_mm >= _WIDE * width and not _ends_sentence(line)
    ]
    ends = [line.right_mm for line in wide]
    mode, count = _mode(ends)
    if count < _MIN_FULL:
        return profile, False, True
    em = lines[0].size_mm
    near = [end for end in ends if mode - SHORT_EM * em <= end <= mode + em + _BIN_MM]
    over = [line for line in wide if line.unhung_right_mm > mode + _BIN_MM * 2]
    if count * 2 >= len(near) and len(over) <= _STRAYS:
        return mode, True, True
    # Ragged: every line ends short of the edge by what did not fit.
    furthest = max(line.unhung_right_mm for line in wide)
    return (profile if 0 <= profile - furthest <= em else furthest), True, False


def _mode(places: list[float]) -> tuple[float, int]:
    """The place where most lie, and how many do."""
    if not places:
        return 0, 0
    bins = Counter(round(place / _BIN_MM) for place in places)
    best = max(bins, key=lambda key: bins[key - 1] + bins[key] + bins[key + 1])
    near = [place for place in places if abs(place / _BIN_MM - best) <= 1.5]  # noqa: PLR2004
    return median(near), len(near)


def _leftmost(places: list[float]) -> float | None:
    """The leftmost place where some lines begin; a block may be set further in than the text."""
    bins = Counter(round(place / _BIN_MM) for place in places)
    common = [key for key in sorted(bins) if bins[key] + bins[key + 1] >= _MIN_TURNED]
    if not common:
        return None
    return median(p for p in places if common[0] <= round(p / _BIN_MM) <= common[0] + 1)


def _is_inside(place: float, lines: list[PdfLine]) -> bool:
    """Whether most lines begin further left: where short paragraphs stand above a long attachment
    note, only its hanging lines are turned.
    """
    further = sum(line.left_mm < place - 2 * _BIN_MM for line in lines)
    return further * 2 > len(lines)


_PITCHES = (1.0, 2.5)
"""Between these, in em, the distance of two lines is a pitch and no gap."""


def _pitch_mm(lines: list[PdfLine], size_pt: float, measures: Measures) -> float:
    em = size_pt / PT_PER_MM
    low, high = (bound * em for bound in _PITCHES)
    steps = [
        after.baseline_mm - before.baseline_mm
        for before, after in pairwise(lines)
        if before.page == after.page
    ]
    steps = [step for step in steps if low <= step <= high]
    return median(steps) if steps else measures.page.line_pitch_pt / PT_PER_MM


def area_of(sheet: PdfSheet, area: TypeArea) -> TypeArea:
    """The type area of one page: a landscape one has edges of its own, those of what it holds."""
    if not sheet.is_landscape:
        return area
    boxes = [table.box_mm for table in sheet.tables] + [line.box_mm for line in sheet.lines]
    left = min((box[0] for box in boxes), default=area.left_mm)
    return replace(area, left_mm=left, right_mm=max((box[2] for box in boxes), default=left))
