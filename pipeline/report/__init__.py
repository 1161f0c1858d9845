"""The validated input: what a clerk fills in, as frozen models.

Each field has a Chinese key (its alias, the one the shipped inputs use) and an English one (its
name). Rules that need two fields stand in `validate`; here a field is judged by itself.
"""

from pipeline.report.activity import Activity
from pipeline.report.annex import Annex, PictureInput
from pipeline.report.figure import Figure
from pipeline.report.proofreading import Proofreading
from pipeline.report.report import PARTS, Report
from pipeline.report.section import Item, Part, Section
from pipeline.report.table import ColumnGroup, ColumnHeader, TableInput

__all__ = [
    "PARTS",
    "Activity",
    "Annex",
    "ColumnGroup",
    "ColumnHeader",
    "Figure",
    "Item",
    "Part",
    "PictureInput",
    "Proofreading",
    "Report",
    "Section",
    "TableInput",
]
