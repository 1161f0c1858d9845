"""Charts: figures by name -> a Chart of the document, and its place and measures on the page."""

from pipeline.charts.layout import (
    Box,
    Layout,
    axis_of,
    find_misfit,
    is_valley,
    lay_out,
    middle_degrees,
    share_label,
    share_label_boxes,
)
from pipeline.charts.quantities import bare_name
from pipeline.charts.reading import ChartSlip, compose_chart, read_chart

__all__ = [
    "Box",
    "ChartSlip",
    "Layout",
    "axis_of",
    "bare_name",
    "compose_chart",
    "find_misfit",
    "is_valley",
    "lay_out",
    "middle_degrees",
    "read_chart",
    "share_label",
    "share_label_boxes",
]
