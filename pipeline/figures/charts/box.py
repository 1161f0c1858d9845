"""A place within a chart, in points from its left and from its top."""

import math
from dataclasses import dataclass

from pipeline.model.standard import Measures


@dataclass(frozen=True, slots=True)
class ChartBox:
    """A box of the plane; lengths in points."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: "ChartBox") -> bool:
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.bottom
            and other.top < self.bottom
        )


_DESCENT_PT = 0.5
"""What a line that holds a drawing has below it: more than the smallest letters go down."""


def lines_height_pt(lines: int, measures: Measures) -> float:
    """The height of a drawing that takes so many lines of the page, and not a hair more.

    A page has room for whole lines only: a drawing higher than its own would cost the page's last.
    """
    return lines * measures.page.line_pitch_pt - _DESCENT_PT


def lines_for(height_pt: float, measures: Measures) -> int:
    """How many lines of the page a drawing of at least this height takes."""
    return math.ceil((height_pt + _DESCENT_PT) / measures.page.line_pitch_pt)
