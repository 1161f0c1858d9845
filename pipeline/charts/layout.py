"""Chart -> where its parts stand, in points: one reckoning for Word and for PDF. Pure.

Every name and every number is written out beside its mark. Columns lie down where names or numbers
are too long to stand below or above them.
"""

import math
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations, pairwise

from pipeline.charts.names import break_name
from pipeline.document import Chart, Series
from pipeline.facts.shares import write_share
from pipeline.places import width_chars
from pipeline.standard import Measures


@dataclass(frozen=True, slots=True)
class Box:
    """A box in points from the left and from the top of the chart."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def meets(self, other: "Box") -> bool:
        return (
            self.left < other.left + other.width
            and other.left < self.left + self.width
            and self.top < other.bottom
            and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a chart stands and how; lengths in points.

    plot           the box of columns, lines or pie, without the names around it
    names          the categories, broken where they need two lines
    is_lying       columns lie, the first on top
    bar            how thick a column is
    shows_values   whether numbers stand at the marks; else an axis has them
    has_legend     whether the series are named above the plot
    start_degrees  where a pie begins, clockwise from the top
    """

    width: float
    height: float
    plot: Box
    names: tuple[str, ...]
    is_lying: bool = False
    bar: float = 0
    shows_values: bool = True
    has_legend: bool = False
    start_degrees: int = 0

    @property
    def slot(self) -> float:
        """The room of one category along the axis of names."""
        return (self.plot.height if self.is_lying else self.plot.width) / len(self.names)


@dataclass(frozen=True, slots=True)
class Misfit:
    """What has no room: a name and how many characters it may have, or shares that are too small.

    `series` is the number of the series whose name it is; `category` that of the category.
    """

    name: str
    most_chars: int = 0
    category: int | None = None
    series: int | None = None


_MARGIN = 8
_GAP = 4
_WIDEST_BAR = 36
_LEAST_GAP = 0.28
"""The share of a slot that stays free between the columns of two categories."""

_LYING_BAR = 13
_LYING_GAP = 11
_LONGEST_LYING_NAME = 16
_LONGEST_SHARE_NAME = 9
_LEGEND_KEY = 40
"""The key of a series in the legend, with what parts it from the next."""


def lay_out(chart: Chart, measures: Measures) -> Layout:
    """The layout of a chart in which everything has room."""
    match chart.form:
        case "bar":
            return _upright(chart, measures) or _lying(chart, measures)
        case "line":
            return _upright(chart, measures, is_forced=True) or _lying(chart, measures)
        case "share":
            return _pie(chart, measures)


def find_misfit(chart: Chart, measures: Measures) -> Misfit | None:
    """The first thing in a chart that has no room; None where `lay_out` can set it."""
    most = _longest_series_name(chart, measures)
    for index, series in enumerate(chart.series):
        if len(chart.series) > 1 and width_chars(series.name) > most:
            return Misfit(series.name, most, series=index)
    most = _longest_name(chart, measures)
    is_upright = chart.form != "share" and _upright(chart, measures) is not None
    for index, name in enumerate(chart.categories):
        if not is_upright and (width_chars(name) > most or _is_unbreakable(name, chart, measures)):
            return Misfit(name, most, category=index)
    if chart.form == "share" and (pair := _crowded(chart, measures, _start(chart, measures))):
        return Misfit("、".join(chart.categories[index] for index in pair))
    return None


def _longest_series_name(chart: Chart, measures: Measures) -> int:
    room = measures.page.text_width_pt / len(chart.series) - _LEGEND_KEY
    return int(room / measures.rules.chart_text_pt)


def _longest_name(chart: Chart, measures: Measures) -> int:
    if chart.form == "line":
        return 2 * int(_name_room(chart, measures) / measures.rules.chart_text_pt)
    return _LONGEST_SHARE_NAME if chart.form == "share" else _LONGEST_LYING_NAME


def _is_unbreakable(name: str, chart: Chart, measures: Measures) -> bool:
    return chart.form == "line" and break_name(name, _name_chars(chart, measures)) is None


# --- columns and lines -----------------------------------------------------------------------


def _text_width(text: str, measures: Measures) -> float:
    return width_chars(text) * measures.rules.chart_text_pt


def _widest_label(chart: Chart, measures: Measures) -> float:
    labels = (chart.label(value) for series in chart.series for value in series.values)
    return max(_text_width(label, measures) for label in labels)


def _axis_room(chart: Chart, measures: Measures) -> float:
    """What the numbers of an axis take on the left; it is the lines of several series that have
    one, whose own numbers would stand in each other's way.
    """
    has_axis = chart.form == "line" and len(chart.series) > 1
    return _widest_label(chart, measures) + 2 * _GAP if has_axis else 0


def _name_room(chart: Chart, measures: Measures) -> float:
    room = measures.page.text_width_pt - 2 * _MARGIN - _axis_room(chart, measures)
    return room / len(chart.categories) - _GAP


def _name_chars(chart: Chart, measures: Measures) -> float:
    return _name_room(chart, measures) / measures.rules.chart_text_pt


def _legend_height(chart: Chart, measures: Measures) -> float:
    return measures.rules.chart_line_pt + _GAP if len(chart.series) > 1 else 0


def _upright(chart: Chart, measures: Measures, *, is_forced: bool = False) -> Layout | None:
    """Names below, numbers above; None where they have no room there, unless it is forced."""
    found = [break_name(name, _name_chars(chart, measures)) for name in chart.categories]
    if is_forced:
        found = [new or old for new, old in zip(found, chart.categories, strict=True)]
    names = tuple(name for name in found if name is not None)
    slot = _name_room(chart, measures) + _GAP
    bar = min(_WIDEST_BAR, slot * (1 - _LEAST_GAP) / len(chart.series))
    label_room = slot - _GAP if len(chart.series) == 1 else bar
    has_room = _widest_label(chart, measures) <= label_room
    if len(names) < len(found) or (chart.form == "bar" and not has_room):
        return None
    rules = measures.rules
    shows_values = chart.form == "bar" or (len(chart.series) == 1 and has_room)
    left = _MARGIN + _axis_room(chart, measures)
    if not shows_values and len(chart.series) == 1:
        left += _widest_label(chart, measures) + 2 * _GAP
    legend = _legend_height(chart, measures)
    top = _GAP + legend + rules.chart_line_pt
    below = max(name.count("\n") + 1 for name in names) * rules.chart_line_pt + 2 * _GAP
    height = rules.chart_lines * measures.page.line_pitch_pt
    width = measures.page.text_width_pt
    plot = Box(left, top, width - left - _MARGIN, height - top - below)
    return Layout(
        width,
        height,
        plot,
        names,
        bar=bar,
        shows_values=shows_values,
        has_legend=legend > 0,
    )


def _lying(chart: Chart, measures: Measures) -> Layout:
    """Names on the left, numbers at the right end; as many lines of the page as it takes."""
    rules = measures.rules
    legend = _legend_height(chart, measures)
    needed = len(chart.categories) * (len(chart.series) * _LYING_BAR + _LYING_GAP)
    top = _GAP + legend
    pitch = measures.page.line_pitch_pt
    height = math.ceil((top + needed + 2 * _GAP) / pitch) * pitch
    names_width = max(width_chars(name) for name in chart.categories) * rules.chart_text_pt
    left = _MARGIN + names_width + 2 * _GAP
    right = _MARGIN + _widest_label(chart, measures) + 2 * _GAP
    width = measures.page.text_width_pt
    plot = Box(left, top, width - left - right, height - top - 2 * _GAP)
    bar = _LYING_BAR * plot.height / needed
    return Layout(
        width, height, plot, chart.categories, is_lying=True, bar=bar, has_legend=legend > 0
    )


def is_valley(series: Series, index: int) -> bool:
    """Whether a line comes down to a mark and rises from it, so that its number stands below it."""
    around = series.values[max(0, index - 1) : index + 2]
    return len(around) == _WITH_NEIGHBOURS and series.values[index] == min(around) != max(around)


_WITH_NEIGHBOURS = 3


# --- shares ----------------------------------------------------------------------------------


def _pie(chart: Chart, measures: Measures) -> Layout:
    width, height, plot = _pie_boxes(measures)
    start = _start(chart, measures)
    return Layout(width, height, plot, chart.categories, start_degrees=start)


def _pie_boxes(measures: Measures) -> tuple[float, float, Box]:
    width = measures.page.text_width_pt
    height = measures.rules.chart_lines * measures.page.line_pitch_pt
    size = height - 2 * (measures.rules.chart_line_pt + _MARGIN)
    return width, height, Box((width - size) / 2, (height - size) / 2, size, size)


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


def share_label_boxes(chart: Chart, measures: Measures, start: float) -> tuple[Box, ...]:
    """Where the words beside the slices stand, as LibreOffice places them: above and below, beside,
    or with a corner at the middle of the slice's rim, by the eighth of the circle that it is in.
    """
    _, _, pie = _pie_boxes(measures)
    line = measures.rules.chart_line_pt
    radius = pie.width / 2 + _GAP
    boxes = []
    for index, degrees in enumerate(middle_degrees(chart, start)):
        across, up = math.sin(math.radians(degrees)), math.cos(math.radians(degrees))
        width = _text_width(share_label(chart, index), measures)
        side, height = (_sign(share) for share in (across, up))
        left = pie.left + pie.width / 2 + radius * across + (side - 1) / 2 * width
        top = pie.top + pie.height / 2 - radius * up - (height + 1) / 2 * line
        boxes.append(Box(left, top, width, line))
    return tuple(boxes)


def _sign(share: float) -> int:
    """To which side of an anchor a box stands; 0 is in its middle."""
    return 0 if abs(share) < _EIGHTH else round(math.copysign(1, share))


_EIGHTH = math.sin(math.radians(22.5))
_TURN_DEGREES = 15


def _start(chart: Chart, measures: Measures) -> int:
    """The first turn at which no two labels meet: small slices then lie on a side."""
    turns = range(0, 360, _TURN_DEGREES)
    return next((turn for turn in turns if not _crowded(chart, measures, turn)), 0)


def _crowded(chart: Chart, measures: Measures, start: float) -> tuple[int, int] | None:
    """The first two slices whose labels would stand in each other's way."""
    boxes = list(enumerate(share_label_boxes(chart, measures, start)))
    meeting = ((i, j) for (i, one), (j, other) in combinations(boxes, 2) if one.meets(other))
    return next(meeting, None)


# --- the axis of numbers ---------------------------------------------------------------------

_MOST_STEPS = 6
_HEADROOM = 0.05
"""Above the highest mark this share of the axis at least is free, as Word leaves it."""


def axis_of(chart: Chart) -> tuple[float, float, float]:
    """Least and greatest number of the axis and the step between two, round as Word has them."""
    values = [float(value) for series in chart.series for value in series.values]
    low, high = min(0.0, *values), max(0.0, *values)
    span = (high - low) * (1 + _HEADROOM) or 1.0
    power = 10 ** math.floor(math.log10(span / _MOST_STEPS))
    step = next(n * power for n in (1, 2, 5, 10) if n * power * _MOST_STEPS >= span)
    top = math.ceil(high * (1 + _HEADROOM) / step) * step if high > 0 else 0.0
    foot = math.floor(low * (1 + _HEADROOM) / step) * step if low < 0 else 0.0
    return foot, top or (step if not foot else 0.0), step
