"""A pie and the words beside its slices. Pure."""

import math
from decimal import Decimal
from itertools import combinations, pairwise

from pipeline.figures.charts.box import ChartBox, lines_height_pt
from pipeline.figures.facts.shares import write_share
from pipeline.model.document import Chart
from pipeline.model.standard import Measures
from pipeline.typography.places import width_chars

_MARGIN = 8
_GAP = 4


def pie_boxes(measures: Measures) -> tuple[float, float, ChartBox]:
    width = measures.page.text_width_pt
    height = lines_height_pt(measures.rules.chart_lines, measures)
    size = height - 2 * (measures.rules.chart_line_pt + _MARGIN)
    return width, height, ChartBox((width - size) / 2, (height - size) / 2, size, size)


def share_label(chart: Chart, index: int) -> str:
    """What stands beside a slice: its name and its share of the whole."""
    values = chart.series[0].values
    return f"{chart.categories[index]} {write_share(values[index], sum(values, Decimal(0)), 1)}"


def middle_degrees(chart: Chart, start: float) -> tuple[float, ...]:
    """The middle of each slice, clockwise from the top."""
    values = chart.series[0].values
    total = sum(values)
    edges = [start]
    for value in values:
        edges.append(edges[-1] + 360 * float(value / total))
    return tuple((a + b) / 2 for a, b in pairwise(edges))


def share_label_boxes(chart: Chart, measures: Measures, start: float) -> tuple[ChartBox, ...]:
    """Where the words beside the slices stand, as LibreOffice places them: above and below, beside,
    or with a corner at the middle of the slice's rim, by the eighth of the circle that it is in.
    """
    _, _, pie = pie_boxes(measures)
    line = measures.rules.chart_line_pt
    radius = pie.width / 2 + _GAP
    boxes = []
    for index, degrees in enumerate(middle_degrees(chart, start)):
        across, up = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        width = width_chars(share_label(chart, index)) * measures.rules.chart_text_pt
        side, height = (_sign(share) for share in (across, up))
        left = pie.left + pie.width / 2 + radius * across + (side - 1) / 2 * width
        top = pie.top + pie.height / 2 - radius * up - (height + 1) / 2 * line
        boxes.append(ChartBox(left, top, width, line))
    return tuple(boxes)


def _sign(share: float) -> int:
    """To which side of an anchor a box stands; 0 is in its middle."""
    return 0 if abs(share) < _EIGHTH else round(math.copysign(1, share))


_EIGHTH = math.sin(math.radians(22.5))
_TURN_DEGREES = 15


def start_degrees(chart: Chart, measures: Measures) -> int:
    """The first turn at which no two labels meet: small slices then lie on a side."""
    turns = range(0, 360, _TURN_DEGREES)
    return next((turn for turn in turns if not _crowded(chart, measures, turn)), 0)


def find_crowded(chart: Chart, measures: Measures) -> tuple[int, int] | None:
    """Two slices whose labels stand in each other's way, however the pie is turned."""
    return _crowded(chart, measures, start_degrees(chart, measures))


def _crowded(chart: Chart, measures: Measures, start: float) -> tuple[int, int] | None:
    boxes = list(enumerate(share_label_boxes(chart, measures, start)))
    meeting = ((i, j) for (i, one), (j, other) in combinations(boxes, 2) if one.meets(other))
    return next(meeting, None)
