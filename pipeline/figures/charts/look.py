"""The look of charts, the same in Word and in PDF: shades and marks that read without colour."""

from dataclasses import dataclass
from typing import Literal

INK = "1F1F1F"
"""Words and numbers."""

AXIS = "595959"
GRID = "D9D9D9"
PAPER = "FFFFFF"

Dash = Literal["solid", "dash", "dot", "dashdot"]
Marker = Literal["circle", "square", "triangle", "diamond"]


@dataclass(frozen=True, slots=True)
class ChartLook:
    """How one series is drawn: the fill of its columns, its line, its marks."""

    fill: str
    line: str
    dash: Dash
    marker: Marker
    marker_fill: str


_DARK, _MIDDLE, _LIGHT = "2F4B6E", "7D95B0", "C5D1DE"

LOOKS = (
    ChartLook(_DARK, _DARK, "solid", "circle", _DARK),
    ChartLook(_LIGHT, _MIDDLE, "dash", "square", PAPER),
    ChartLook(_MIDDLE, _DARK, "dot", "triangle", _DARK),
    ChartLook(PAPER, _MIDDLE, "dashdot", "diamond", PAPER),
)
"""By the number of the series; greys of theirs are 28, 57, 81 and 100 % light."""

OUTLINE = _DARK
"""Around columns, so that light ones stand off the paper."""

OUTLINE_PT = 0.5

LINE_PT = 1.5
MARKER_PT = 5.0
SLICE_GAP_PT = 1.5
"""The white rule between two slices."""


def slice_fill(index: int, count: int) -> str:
    """The shade of a slice, from dark to light in the order of the chart."""
    dark, light = (_channels(shade) for shade in (_DARK, "D5DEE8"))
    share = index / max(1, count - 1)
    mixed = (round(a + (b - a) * share) for a, b in zip(dark, light, strict=True))
    return "".join(f"{channel:02X}" for channel in mixed)


def _channels(shade: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(shade))
