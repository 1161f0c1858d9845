"""The words of every diagnostic: one entry a code, with its severity, in Chinese and in English.

Severities are decided here and nowhere else. docs/errors.md explains each code at length; a test
finds a code that is missing there. A file holds what one stage or one concern reports.
"""

from pipeline.messages.charts import CHARTS
from pipeline.messages.dates import DATES
from pipeline.messages.documents import DOCUMENTS
from pipeline.messages.fault import Fault, Lang, Severity
from pipeline.messages.fields import FIELDS
from pipeline.messages.figures import FIGURE_FAULTS
from pipeline.messages.files import FILES
from pipeline.messages.form import FORM
from pipeline.messages.last_year import LAST_YEAR
from pipeline.messages.outlines import OUTLINES
from pipeline.messages.output import OUTPUT
from pipeline.messages.rollup import ROLLUP
from pipeline.messages.sheets import SHEETS
from pipeline.messages.substance import SUBSTANCE
from pipeline.messages.templates import TEMPLATES
from pipeline.messages.yaml import YAML

__all__ = ["FAULTS", "Fault", "Lang", "Severity"]

FAULTS: dict[str, Fault] = {
    **FILES,
    **YAML,
    **FIELDS,
    **OUTLINES,
    **SUBSTANCE,
    **CHARTS,
    **FIGURE_FAULTS,
    **SHEETS,
    **DATES,
    **LAST_YEAR,
    **ROLLUP,
    **TEMPLATES,
    **OUTPUT,
    **DOCUMENTS,
    **FORM,
}
