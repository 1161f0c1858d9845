"""A text -> the outline of its letters on the plane of a chart, each in the first face that has it.

Widths are those that Word reckons with, so that what `figures.charts.layout` made room for is as
wide here.
"""

from functools import cache, partial
from typing import Any, Literal

from matplotlib.ft2font import FT2Font, LoadFlags
from matplotlib.path import Path

from pipeline.model.standard import Measures
from pipeline.typography.fonts import Face, FontSet
from pipeline.typography.typeset import Measure, break_lines

ChartAlign = Literal["left", "center", "right"]

_MIDDLE_EM = 0.36
"""From the baseline up to the middle of digits and 汉字."""


class ChartWords:
    """Sets words in the face of table text, in the size of charts."""

    def __init__(self, measures: Measures, fonts: FontSet) -> None:
        self._role = measures.styles["table_text"].font
        self._size = measures.rules.chart_text_pt
        self._fonts = fonts

    def width(self, text: str) -> float:
        return sum(self._advances(text))

    def _advances(self, text: str) -> list[float]:
        """How far each character moves the pen, with the gap before and behind a number."""
        advance = partial(self._fonts.advance_em, self._role)
        lines = break_lines(text, Measure(self._size, float("inf")), advance)
        return [
            advance(char) * self._size + run.spacing_pt
            for line in lines
            for run in line.runs
            for char in run.text
        ]

    def outline(self, text: str, x: float, y: float, align: ChartAlign) -> Path:
        """A line of words whose start, middle or end is at `x` and whose middle is at `y`."""
        back = {"left": 0.0, "center": 0.5, "right": 1.0}[align]
        pen_x = x - back * self.width(text)
        baseline = y + _MIDDLE_EM * self._size
        found: list[Path] = []
        for char, advance in zip(text, self._advances(text), strict=True):
            face = self._fonts.face_for(self._role, char)
            if face is not None and not char.isspace():
                points, codes = _outline_of(face, char)
                placed = points * (self._size, -self._size) + (pen_x, baseline)
                found.append(Path(placed.round(_PLACES), codes))
            pen_x += advance
        return Path.make_compound_path(*found)


_PLACES = 2
"""Of a point, which nobody sees; the file is a quarter smaller."""

_OUTLINE_SIZE = 100


@cache
def _outline_of(face: Face, char: str) -> tuple[Any, Any]:
    """The points of a character that the face has, in em upwards from the baseline, and what leads
    to each.
    """
    font = FT2Font(face.path, face_index=face.index)
    font.set_size(_OUTLINE_SIZE, 72)
    font.load_char(ord(char), flags=LoadFlags.NO_HINTING)
    points, codes = font.get_path()
    return points / _OUTLINE_SIZE, codes
