"""Charts that are drawn in colour and bear no tag: where they are, for their labels are no text.

A word processor that writes an untagged .pdf leaves of a chart its coloured areas and loose words.
"""

import ctypes
from collections.abc import Iterable

import pypdfium2.raw as pdfium

from pipeline.inspect.pdf.plane import Plane
from pipeline.inspect.pdfium import read_color
from pipeline.inspect.seen import Box, around

_MIN_SIDE_MM = 1.5
"""What is thinner is a rule."""

_MIN_CHROMA = 0x18
"""Grey and black are the colours of tables and of their headings."""

_REACH_MM = 40
"""Areas of one chart are no further apart."""

_FEWEST_AREAS = 2
_LABELS_MM = (25.0, 12.0)
"""How far beside and above or below its areas the labels of a chart stand."""

LABEL_SHARE = 0.75
"""Labels are at most so large beside the body's size."""


def read_area(item: object, plane: Plane) -> Box | None:
    """The box of a path that is filled with a colour which no text and no red rule has."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value or not _is_of_a_chart(read_color(item, pdfium.FPDFPageObj_GetFillColor)):
        return None
    bounds = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(item, *bounds):
        return None
    left, top, right, bottom = box = plane.box(*(bound.value for bound in bounds))
    return box if min(right - left, bottom - top) >= _MIN_SIDE_MM else None


def _is_of_a_chart(color: str) -> bool:
    if not color:
        return False
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    is_red = red > 2 * max(green, blue)
    return max(red, green, blue) - min(red, green, blue) >= _MIN_CHROMA and not is_red


def find_charts(areas: Iterable[Box]) -> tuple[Box, ...]:
    """The boxes of charts: each around several areas that stand together."""
    groups: list[list[Box]] = []
    for area in areas:
        near = [group for group in groups if any(_is_near(area, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([area, *(box for group in near for box in group)])
    return tuple(around(group) for group in groups if len(group) >= _FEWEST_AREAS)


def _is_near(one: Box, other: Box) -> bool:
    aside = max(one[0] - other[2], other[0] - one[2])
    above = max(one[1] - other[3], other[1] - one[3])
    return max(aside, above) <= _REACH_MM


def is_label_of(box: Box, chart: Box) -> bool:
    """Whether a line of small print stands where a chart has its labels."""
    beside, above = _LABELS_MM
    return (
        chart[0] - beside <= box[0]
        and box[2] <= chart[2] + beside
        and chart[1] - above <= box[1]
        and box[3] <= chart[3] + above
    )
