"""Charts: figures by name -> a Chart of the document, and its place and measures on the page."""

from pipeline.charts.layout import Box, Layout, find_misfit, lay_out
from pipeline.charts.quantities import bare_name
from pipeline.charts.reading import ChartSlip, compose_chart, read_chart

__all__ = [
    "Box",
    "ChartSlip",
    "Layout",
    "bare_name",
    "compose_chart",
    "find_misfit",
    "lay_out",
    "read_chart",
]
