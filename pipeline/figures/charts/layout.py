"""Chart -> where its parts stand, in points: one reckoning for Word and for PDF. Pure.

Every name and every number is written out beside its mark. Columns lie down where names or numbers
are too long to stand below or above them.
"""

import math
from dataclasses import dataclass
from itertools import accumulate

import rjieba

from pipeline.figures.charts.box import ChartBox, lines_for, lines_height_pt
from pipeline.figures.charts.shares import find_crowded, pie_boxes, start_degrees
from pipeline.model.document import Chart
from pipeline.model.standard import Measures
from pipeline.typography.places import width_chars

_MOST_STEPS = 6
_HEADROOM = 0.05
"""Above the highest mark this share of the axis at least is free, as Word leaves it."""


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
    plot: ChartBox
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
    pair = find_crowded(chart, measures) if chart.form == "share" else None
    return Misfit("、".join(chart.categories[index] for index in pair)) if pair else None


def _longest_series_name(chart: Chart, measures: Measures) -> int:
    room = measures.page.text_width_pt / len(chart.series) - _LEGEND_KEY
    return int(room / measures.rules.chart_text_pt)


def _longest_name(chart: Chart, measures: Measures) -> int:
    if chart.form == "line":
        return 2 * int(_name_room(chart, measures) / measures.rules.chart_text_pt)
    return _LONGEST_SHARE_NAME if chart.form == "share" else _LONGEST_LYING_NAME


def _is_unbreakable(name: str, chart: Chart, measures: Measures) -> bool:
    return chart.form == "line" and _break_name(name, _name_chars(chart, measures)) is None


# --- columns and lines -----------------------------------------------------------------------


def _text_width(text: str, measures: Measures) -> float:
    return width_chars(text) * measures.rules.chart_text_pt


def _widest_label(chart: Chart, measures: Measures) -> float:
    labels = (chart.label(value) for series in chart.series for value in series.values)
    return max(_text_width(label, measures) for label in labels)


def _has_axis(chart: Chart, measures: Measures) -> bool:
    """Whether an axis has the numbers: those of several lines would stand in each other's way, and
    those of one line may be too long.
    """
    room = (measures.page.text_width_pt - 2 * _MARGIN) / len(chart.categories) - _GAP
    is_crowded = len(chart.series) > 1 or _widest_label(chart, measures) > room
    return chart.form == "line" and is_crowded


def _axis_room(chart: Chart, measures: Measures) -> float:
    """What the numbers of an axis take on the left."""
    return _widest_label(chart, measures) + 2 * _GAP if _has_axis(chart, measures) else 0


def _name_room(chart: Chart, measures: Measures) -> float:
    room = measures.page.text_width_pt - 2 * _MARGIN - _axis_room(chart, measures)
    return room / len(chart.categories) - _GAP


def _name_chars(chart: Chart, measures: Measures) -> float:
    return _name_room(chart, measures) / measures.rules.chart_text_pt


def _legend_height(chart: Chart, measures: Measures) -> float:
    return measures.rules.chart_line_pt + _GAP if len(chart.series) > 1 else 0


def _upright(chart: Chart, measures: Measures, *, is_forced: bool = False) -> Layout | None:
    """Names below, numbers above; None where they have no room there, unless it is forced."""
    found = [_break_name(name, _name_chars(chart, measures)) for name in chart.categories]
    if is_forced:
        found = [new or old for new, old in zip(found, chart.categories, strict=True)]
    names = tuple(name for name in found if name is not None)
    slot = _name_room(chart, measures) + _GAP
    bar = min(_WIDEST_BAR, slot * (1 - _LEAST_GAP) / len(chart.series))
    label_room = slot - _GAP if len(chart.series) == 1 else bar
    has_room = chart.form == "line" or _widest_label(chart, measures) <= label_room
    if len(names) < len(found) or not has_room:
        return None
    rules = measures.rules
    left = _MARGIN + _axis_room(chart, measures)
    legend = _legend_height(chart, measures)
    top = _GAP + legend + rules.chart_line_pt
    below = max(name.count("\n") + 1 for name in names) * rules.chart_line_pt + 2 * _GAP
    height = lines_height_pt(rules.chart_lines, measures)
    width = measures.page.text_width_pt
    plot = ChartBox(left, top, width - left - _MARGIN, height - top - below)
    return Layout(
        width,
        height,
        plot,
        names,
        bar=bar,
        shows_values=not _has_axis(chart, measures),
        has_legend=legend > 0,
    )


def _lying(chart: Chart, measures: Measures) -> Layout:
    """Names on the left, numbers at the right end; as many lines of the page as it takes."""
    rules = measures.rules
    legend = _legend_height(chart, measures)
    needed = len(chart.categories) * (len(chart.series) * _LYING_BAR + _LYING_GAP)
    top = _GAP + legend
    height = lines_height_pt(lines_for(top + needed + 2 * _GAP, measures), measures)
    names_width = max(width_chars(name) for name in chart.categories) * rules.chart_text_pt
    left = _MARGIN + names_width + 2 * _GAP
    right = _MARGIN + _widest_label(chart, measures) + 2 * _GAP
    width = measures.page.text_width_pt
    plot = ChartBox(left, top, width - left - right, height - top - 2 * _GAP)
    bar = _LYING_BAR * plot.height / needed
    return Layout(
        width, height, plot, chart.categories, is_lying=True, bar=bar, has_legend=legend > 0
    )


def stands_below(chart: Chart, layout: Layout, index: int) -> bool:
    """Whether the number of a mark on a lone line stands below it, out of the line's way.

    So in a valley and at an end from which the line climbs, where the axis of names is not near.
    """
    foot, top, _ = axis_of(chart)
    heights = [
        (float(value) - foot) / (top - foot) * layout.plot.height
        for value in chart.series[0].values
    ]
    own = heights[index]
    climbs = [height - own for height in heights[max(0, index - 1) : index + 2]]
    is_end = index in (0, len(heights) - 1)
    is_low = max(climbs) > _STEEP_PT if is_end else min(climbs) == 0 < max(climbs)
    return is_low and own > _LABEL_PT


_STEEP_PT = 14
_LABEL_PT = 18
"""What a number and the gap beside it take."""


def _pie(chart: Chart, measures: Measures) -> Layout:
    width, height, plot = pie_boxes(measures)
    start = start_degrees(chart, measures)
    return Layout(width, height, plot, chart.categories, start_degrees=start)


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


def _break_name(name: str, room_chars: float) -> str | None:
    """A name as it stands in `room_chars` characters, in two lines where one is too short.

    A line ends between words where that is possible, and inside no number. None where two lines do
    not hold it.
    """
    if width_chars(name) <= room_chars:
        return name
    words = list(rjieba.cut(name))
    between_words = list(accumulate(map(len, words)))[:-1]
    for places in (between_words, range(1, len(name))):
        halves = [(name[:place], name[place:]) for place in places if _may_end(name, place)]
        fitting = [pair for pair in halves if max(map(width_chars, pair)) <= room_chars]
        if fitting:
            return "\n".join(min(fitting, key=lambda pair: max(map(width_chars, pair))))
    return None


def _may_end(name: str, place: int) -> bool:
    return not (name[place - 1].isascii() and name[place].isascii())
