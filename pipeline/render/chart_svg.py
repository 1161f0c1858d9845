"""Chart -> the bytes of an SVG for the PDF, of the look that Word has; the only importer of
matplotlib.

Words are drawn as outlines of our own faces, so that no list of fonts is asked and the order of the
page's text is not disturbed; the alternative text has them.
"""

import io
from collections.abc import Iterator
from typing import Any

from matplotlib import rc_context
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Rectangle, Wedge

from pipeline.figures.charts import (
    Layout,
    axis_of,
    lay_out,
    share_label,
    share_label_boxes,
    stands_below,
)
from pipeline.figures.charts.look import (
    AXIS,
    GRID,
    INK,
    LINE_PT,
    LOOKS,
    MARKER_PT,
    OUTLINE,
    OUTLINE_PT,
    PAPER,
    SLICE_GAP_PT,
    slice_fill,
)
from pipeline.model.document import Chart, Series
from pipeline.model.standard import Measures
from pipeline.render.chart_words import ChartAlign, ChartWords
from pipeline.typography.fonts import FontSet

_PT_PER_INCH = 72
_SAME_BYTES: Any = {"svg.hashsalt": "banxin", "svg.fonttype": "path", "path.simplify": False}
_NO_DATE = {"Date": None, "Creator": None, "Format": None, "Type": None}
_DASHES = {"solid": (), "dash": (4, 3), "dot": (1, 1), "dashdot": (4, 3, 1, 3)}
"""In widths of the line, as DrawingML has them."""

_MARKERS = {"circle": "o", "square": "s", "triangle": "^", "diamond": "D"}
_GAP = 4


def draw_svg(chart: Chart, measures: Measures, fonts: FontSet) -> bytes:
    """The SVG of a chart; the same chart, measures and fonts give the same bytes."""
    layout = lay_out(chart, measures)
    with rc_context(_SAME_BYTES):
        figure = Figure(figsize=(layout.width / _PT_PER_INCH, layout.height / _PT_PER_INCH))
        figure.patch.set_visible(False)
        FigureCanvasSVG(figure)
        # One plane in points, from the top down, as the layout has it.
        axes = figure.add_axes((0, 0, 1, 1))
        axes.set_xlim(0, layout.width)
        axes.set_ylim(layout.height, 0)
        axes.set_axis_off()
        _Drawing(chart, layout, axes, measures, fonts).draw()
        buffer = io.BytesIO()
        figure.savefig(buffer, format="svg", metadata=_NO_DATE)
    return buffer.getvalue()


class _Drawing:
    """One chart on its plane."""

    def __init__(
        self, chart: Chart, layout: Layout, axes: Axes, measures: Measures, fonts: FontSet
    ) -> None:
        self.chart = chart
        self.layout = layout
        self._axes = axes
        self._measures = measures
        self._words = ChartWords(measures, fonts)
        self._line = measures.rules.chart_line_pt
        self._foot, self._top, self._step = axis_of(chart)

    def draw(self) -> None:
        match self.chart.form:
            case "bar":
                self._draw_bars()
                self._draw_names()
            case "line":
                self._draw_grid()
                self._draw_lines()
                self._draw_names()
            case "share":
                self._draw_pie()
        if self.layout.has_legend:
            self._draw_legend()

    # --- on the plane ------------------------------------------------------------------------

    def _add(self, artist: Artist) -> None:
        self._axes.add_artist(artist)

    def _rule(self, ends: tuple[tuple[float, float], tuple[float, float]], shade: str) -> None:
        across, down = zip(*ends, strict=True)
        weight = self._measures.rules.chart_rule_pt
        self._add(Line2D(across, down, color=f"#{shade}", linewidth=weight))

    def _write(self, text: str, x: float, y: float, align: ChartAlign = "center") -> None:
        """A line of words about the height `y`."""
        outline = self._words.outline(text, x, y, align)
        self._add(PathPatch(outline, facecolor=f"#{INK}", linewidth=0))

    def _fill(self, x: float, y: float, width: float, height: float, series: int) -> None:
        look = LOOKS[series]
        box = Rectangle(
            (x, y),
            width,
            height,
            facecolor=f"#{look.fill}",
            edgecolor=f"#{OUTLINE}",
            linewidth=OUTLINE_PT,
        )
        self._add(box)

    def _along(self, value: float) -> float:
        """Where a number lies on its axis: from the left where columns lie, else from the top."""
        plot = self.layout.plot
        share = (value - self._foot) / (self._top - self._foot)
        if self.layout.is_lying:
            return plot.left + share * plot.width
        return plot.bottom - share * plot.height

    def _middle(self, category: int) -> float:
        """The middle of a category on the other axis."""
        plot = self.layout.plot
        start = plot.top if self.layout.is_lying else plot.left
        return start + (category + 0.5) * self.layout.slot

    # --- columns -----------------------------------------------------------------------------

    def _draw_bars(self) -> None:
        bar, count = self.layout.bar, len(self.chart.series)
        for number, series in enumerate(self.chart.series):
            for category, value in enumerate(series.values):
                start = self._middle(category) + (number - count / 2) * bar
                self._draw_bar(float(value), start, number)
                self._label_bar(self.chart.label(value), float(value), start + bar / 2)

    def _draw_bar(self, value: float, start: float, series: int) -> None:
        low, high = sorted((self._along(0), self._along(value)))
        bar = self.layout.bar
        if self.layout.is_lying:
            self._fill(low, start, high - low, bar, series)
        else:
            self._fill(start, low, bar, high - low, series)

    def _label_bar(self, label: str, value: float, middle: float) -> None:
        end = self._along(value)
        away = -1 if value < 0 else 1
        if self.layout.is_lying:
            self._write(label, end + away * _GAP, middle, "left" if away > 0 else "right")
        else:
            self._write(label, middle, end - away * self._line / 2)

    # --- lines -------------------------------------------------------------------------------

    def _draw_grid(self) -> None:
        """Level rules with their numbers, where the marks have none."""
        if self.layout.shows_values:
            return
        plot = self.layout.plot
        right = plot.left + plot.width
        steps = round((self._top - self._foot) / self._step)
        for index in range(steps + 1):
            value = self._foot + index * self._step
            y = self._along(value)
            self._rule(((plot.left, y), (right, y)), GRID)
            number = f"{value:.{self.chart.decimals}f}"
            self._write(number, plot.left - _GAP, y, "right")

    def _draw_lines(self) -> None:
        for number, series in enumerate(self.chart.series):
            across = [self._middle(category) for category in range(len(series.values))]
            down = [self._along(float(value)) for value in series.values]
            self._add(self._line_of(across, down, number))
            if self.layout.shows_values:
                self._label_line(series, across, down)

    def _label_line(self, series: Series, across: list[float], down: list[float]) -> None:
        for index, (x, y) in enumerate(zip(across, down, strict=True)):
            away = 1 if stands_below(self.chart, self.layout, index) else -1
            label = self.chart.label(series.values[index])
            self._write(label, x, y + away * (self._line / 2 + 2))

    def _line_of(
        self, across: list[float], down: list[float], number: int, marked: list[int] | None = None
    ) -> Line2D:
        """A line with a mark at each of its points, or at those that are `marked`."""
        look = LOOKS[number]
        line = Line2D(
            across,
            down,
            color=f"#{look.line}",
            linewidth=LINE_PT,
            marker=_MARKERS[look.marker],
            markevery=marked,
            markersize=MARKER_PT,
            markerfacecolor=f"#{look.marker_fill}",
            markeredgecolor=f"#{look.line}",
            markeredgewidth=1,
            solid_capstyle="butt",
            dash_capstyle="butt",
        )
        if pattern := _DASHES[look.dash]:
            line.set_dashes(pattern)
        return line

    # --- names -------------------------------------------------------------------------------

    def _draw_names(self) -> None:
        """The axis of names, drawn above columns and lines, and each name beside its middle."""
        plot, zero = self.layout.plot, self._along(0)
        if self.layout.is_lying:
            self._rule(((zero, plot.top), (zero, plot.bottom)), AXIS)
        else:
            self._rule(((plot.left, zero), (plot.left + plot.width, zero)), AXIS)
        for category, name in enumerate(self.layout.names):
            if self.layout.is_lying:
                self._write(name, plot.left - 2 * _GAP, self._middle(category), "right")
                continue
            for row, text in enumerate(name.split("\n")):
                y = plot.bottom + _GAP + (row + 0.5) * self._line
                self._write(text, self._middle(category), y)

    def _draw_legend(self) -> None:
        """The series in one row above the plot, in its middle."""
        names = [series.name for series in self.chart.series]
        key = _LINE_KEY if self.chart.form == "line" else _SWATCH
        widths = [key + _GAP + self._words.width(name) for name in names]
        x = (self.layout.width - sum(widths) - _LEGEND_GAP * (len(names) - 1)) / 2
        y = _GAP + self._line / 2
        for number, (name, width) in enumerate(zip(names, widths, strict=True)):
            self._draw_key(number, x, y)
            self._write(name, x + key + _GAP, y, "left")
            x += width + _LEGEND_GAP

    def _draw_key(self, number: int, x: float, y: float) -> None:
        if self.chart.form == "line":
            across = [x, x + _LINE_KEY / 2, x + _LINE_KEY]
            self._add(self._line_of(across, [y, y, y], number, marked=[1]))
        else:
            self._fill(x, y - _SWATCH / 2, _SWATCH, _SWATCH, number)

    # --- shares ------------------------------------------------------------------------------

    def _draw_pie(self) -> None:
        pie = self.layout.plot
        centre = (pie.left + pie.width / 2, pie.top + pie.height / 2)
        edges = list(self._edges())
        count = len(self.layout.names)
        for index in range(count):
            # The plane runs downwards, so that its angles run clockwise, from the right.
            start, end = edges[index] - 90, edges[index + 1] - 90
            fill = slice_fill(index, count)
            self._add(
                Wedge(
                    centre,
                    pie.width / 2,
                    start,
                    end,
                    facecolor=f"#{fill}",
                    edgecolor=f"#{PAPER}",
                    linewidth=SLICE_GAP_PT,
                )
            )
        boxes = share_label_boxes(self.chart, self._measures, self.layout.start_degrees)
        for index, box in enumerate(boxes):
            middle = box.left + box.width / 2
            self._write(share_label(self.chart, index), middle, box.top + box.height / 2)

    def _edges(self) -> Iterator[float]:
        values = self.chart.series[0].values
        degrees = float(self.layout.start_degrees)
        yield degrees
        for value in values:
            degrees += 360 * float(value / sum(values))
            yield degrees


_LINE_KEY = 28
_SWATCH = 7
_LEGEND_GAP = 14
