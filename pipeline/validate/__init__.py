"""Node tree -> (Valid | None, diagnostics): the schema, the rules between fields, the files named.

All faults are collected. A fault is shown at the value it concerns, or at the key where a value is
missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, Location, has_errors
from pipeline.document import Image
from pipeline.facts import Facts, Settled, settle
from pipeline.load import Loaded
from pipeline.report import Report
from pipeline.validate.figures import audit_figures, check_figures
from pipeline.validate.files import Files
from pipeline.validate.schema import to_plain, translate_all
from pipeline.validate.sources import Sourced, read_sources
from pipeline.validate.substance import TemplateRules, check_substance, check_template
from pipeline.validate.texts import check_texts
from pipeline.validate.tree import InputTree

__all__ = ["TemplateRules", "Valid", "validate"]


@dataclass(frozen=True, slots=True)
class Valid:
    """A report that can be composed: its pictures by the paths it names them with, its figures.

    Its tables are filled in from the workbooks that they name. `sources` has the SHA-256 of each
    of those by its name, and `sourced_texts` what was taken from their cells.
    """

    report: Report
    images: Mapping[str, Image]
    facts: Facts
    sources: Mapping[str, str] = field(default_factory=dict)
    sourced_texts: Mapping[Location, str] = field(default_factory=dict)


def validate(loaded: Loaded, rules: TemplateRules) -> tuple[Valid | None, tuple[Diagnostic, ...]]:
    """The report of a loaded input and everything that is wrong with it, in the file's order."""
    if loaded.source is None or loaded.root is None:
        return None, loaded.diagnostics
    tree = InputTree(loaded.source, loaded.root)
    faults = [*loaded.diagnostics]
    plain, empties = to_plain(tree)
    report: Report | None = None
    settled = Settled(Facts({}))
    files = Files(tree)
    sourced: Sourced | None = None
    try:
        report = Report.model_validate(plain)
    except ValidationError as error:
        faults += translate_all(error, tree, empties)
    else:
        sourced = read_sources(report, tree)
        report = sourced.report
        faults += sourced.faults
        faults += check_substance(report, tree)
        faults += check_template(report, tree, rules)
        faults += files.read(report)
        settled = settle(report.figures, sourced.values)
        faults += check_figures(report, settled.slips, tree)
        faults += audit_figures(report, settled.facts, tree)
        told = {fault.location for fault in faults}
        faults += (fault for fault in empties if fault.location not in told)
    faults += check_texts(tree, settled.sound)
    ordered = tuple(sorted(faults, key=lambda fault: fault.sort_key))
    if report is None or sourced is None or has_errors(ordered):
        return None, ordered
    return Valid(report, files.images, settled.facts, sourced.files, sourced.texts), ordered
