"""The words that LibreOffice draws in charts, taken from the marks of its pages.

Our .pdf draws the words of a chart as outlines, LibreOffice as text, and in an order of its own:
the twins' text is compared without them. A chart stands right above its caption, so what is drawn
there is the chart's, and it must be just what the chart has.
"""

from collections import Counter
from dataclasses import dataclass

from pipeline.verify.chart_reading import ChartReading
from pipeline.verify.drawn import DrawnMark

_ABOVE_CAPTION_PT = 14
"""From the caption's baseline up to the lowest that a word of the chart can stand."""

_CAPTION_LINE_PT = 26
"""From the same up to the foot of the chart, at most."""

_SAME_BASELINE_PT = 2
_AXIS_CHARS = frozenset("0123456789.-−")


@dataclass(frozen=True, slots=True)
class DrawnChart:
    """A chart as a .pdf shows it: its page, counted from 0, and the marks that are too many or too
    few in it; both empty where it has what it should.
    """

    page: int
    lacking: str
    strange: str


def take_charts(
    pages: list[tuple[DrawnMark, ...]], charts: tuple[ChartReading, ...]
) -> tuple[list[tuple[DrawnMark, ...]], tuple[DrawnChart, ...]]:
    """The marks of the pages without those of the charts, and each chart that was found."""
    left = list(pages)
    drawn: list[DrawnChart] = []
    start = 0
    for chart in charts:
        found = _find_caption(left, chart.caption, start)
        if found is None:
            continue
        start, baseline = found
        low = baseline + _ABOVE_CAPTION_PT
        high = baseline + _CAPTION_LINE_PT + chart.height_pt
        inside = [mark for mark in left[start] if low < mark.y_pt < high]
        left[start] = tuple(mark for mark in left[start] if not low < mark.y_pt < high)
        drawn.append(_compare(chart, start, inside))
    return left, tuple(drawn)


def _find_caption(
    pages: list[tuple[DrawnMark, ...]], caption: str, start: int
) -> tuple[int, float] | None:
    """The page and the baseline of a caption's first line, on `start` or behind it."""
    for number in range(start, len(pages)):
        rows: dict[int, list[DrawnMark]] = {}
        for mark in pages[number]:
            rows.setdefault(round(mark.y_pt / _SAME_BASELINE_PT), []).append(mark)
        for row in rows.values():
            words = "".join(mark.text for mark in sorted(row, key=lambda mark: mark.x_pt))
            if len(words) > 1 and caption.startswith(words):
                return number, row[0].y_pt
    return None


def _compare(chart: ChartReading, page: int, inside: list[DrawnMark]) -> DrawnChart:
    wanted = Counter("".join(chart.drawn))
    found = Counter("".join(mark.text for mark in inside))
    strange = found - wanted
    if chart.has_axis:
        strange = Counter({char: n for char, n in strange.items() if char not in _AXIS_CHARS})
    lacking = wanted - found
    return DrawnChart(page, "".join(lacking.elements()), "".join(strange.elements()))
