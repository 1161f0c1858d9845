"""The validated input: what a clerk fills in, as frozen models.

Each field has a Chinese key (its alias, the one the shipped inputs use) and an English one (its
name). Rules that need two fields stand in `validate`; here a field is judged by itself.
"""

from pipeline.model.report.activity import Activity, Phase
from pipeline.model.report.annex import Annex, PictureInput
from pipeline.model.report.carried import Carried
from pipeline.model.report.chart import ChartInput, Charts, SeriesInput
from pipeline.model.report.figure import Figure
from pipeline.model.report.outline import Outline, OutlinePart, PartRole
from pipeline.model.report.report import (
    ACTIVITY,
    ANNEXES,
    BODY,
    BODY_NAME,
    CARRIED,
    CLOSING,
    FIGURES,
    LEAD,
    ORGANISATION,
    OUTLINE,
    ROLLUP,
    TEMPLATE,
    TITLE,
    Part,
    Proofreading,
    Report,
    report_model,
)
from pipeline.model.report.rollup import WAYS, Combination, Excerpt, RollUp, RollUpTable, Unit, Way
from pipeline.model.report.section import ChartItem, Item, OwnPart, PointsItem, Section
from pipeline.model.report.table import ColumnGroup, ColumnHeader, TableInput

__all__ = [
    "ACTIVITY",
    "ANNEXES",
    "BODY",
    "BODY_NAME",
    "CARRIED",
    "CLOSING",
    "FIGURES",
    "LEAD",
    "ORGANISATION",
    "OUTLINE",
    "ROLLUP",
    "TEMPLATE",
    "TITLE",
    "WAYS",
    "Activity",
    "Annex",
    "Carried",
    "ChartInput",
    "ChartItem",
    "Charts",
    "ColumnGroup",
    "ColumnHeader",
    "Combination",
    "Excerpt",
    "Figure",
    "Item",
    "Outline",
    "OutlinePart",
    "OwnPart",
    "Part",
    "PartRole",
    "Phase",
    "PictureInput",
    "PointsItem",
    "Proofreading",
    "Report",
    "RollUp",
    "RollUpTable",
    "Section",
    "SeriesInput",
    "TableInput",
    "Unit",
    "Way",
    "report_model",
]
