"""Charts: figures by name -> a Chart of the document, and its place and measures on the page."""

from pipeline.figures.charts.layout import Layout, axis_of, find_misfit, lay_out, stands_below
from pipeline.figures.charts.quantities import bare_name
from pipeline.figures.charts.reading import ChartIssue, compose_chart, read_chart
from pipeline.figures.charts.shares import share_label, share_label_boxes

__all__ = [
    "ChartIssue",
    "Layout",
    "axis_of",
    "bare_name",
    "compose_chart",
    "find_misfit",
    "lay_out",
    "read_chart",
    "share_label",
    "share_label_boxes",
    "stands_below",
]
