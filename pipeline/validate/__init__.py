"""Node tree -> (Valid | None, diagnostics): the schema, the rules between fields, the files named.

All faults are collected. A fault is shown at the value it concerns, or at the key where a value is
missing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from pydantic import ValidationError

from pipeline.diagnostics import Diagnostic, has_errors
from pipeline.document import Image
from pipeline.facts import Facts, Settled, settle
from pipeline.load import Loaded
from pipeline.report import Figure, Report
from pipeline.validate.figures import audit_figures, check_figures
from pipeline.validate.files import Files
from pipeline.validate.schema import to_plain, translate_all
from pipeline.validate.substance import TemplateRules, check_substance, check_template
from pipeline.validate.texts import check_texts, find_referred
from pipeline.validate.tree import InputTree

__all__ = ["TemplateRules", "Valid", "validate"]


@dataclass(frozen=True, slots=True)
class Valid:
    """A report that can be composed: its pictures by the paths it names them with, its figures.

    Of the figures that were given to it, it has those that it refers to.
    """

    report: Report
    images: Mapping[str, Image]
    facts: Facts


NONE_GIVEN: Mapping[str, Figure] = MappingProxyType({})


def validate(
    loaded: Loaded, rules: TemplateRules | None, given: Mapping[str, Figure] = NONE_GIVEN
) -> tuple[Valid | None, tuple[Diagnostic, ...]]:
    """The report of a loaded input and everything that is wrong with it, in the file's order.

    `given` are figures that are not typed in it and that its texts may refer to as well. Without
    `rules` the report is one that is read and not set: its template and pictures are left alone.
    """
    if loaded.source is None or loaded.root is None:
        return None, loaded.diagnostics
    tree = InputTree(loaded.source, loaded.root)
    faults = [*loaded.diagnostics]
    plain, empties = to_plain(tree)
    report: Report | None = None
    settled = Settled(Facts({}))
    files = Files(tree)
    try:
        report = Report.model_validate(plain)
    except ValidationError as error:
        faults += translate_all(error, tree, empties)
    else:
        faults += check_substance(report, tree)
        if rules is not None:
            faults += check_template(report, tree, rules)
            faults += files.read(report)
        report = _with_given(report, given, tree)
        settled = settle(report.figures)
        faults += check_figures(report, settled.slips, tree)
        faults += audit_figures(report, settled.facts, tree)
        told = {fault.location for fault in faults}
        faults += (fault for fault in empties if fault.location not in told)
    faults += check_texts(tree, settled.sound, given)
    ordered = tuple(sorted(faults, key=lambda fault: fault.sort_key))
    if report is None or has_errors(ordered):
        return None, ordered
    return Valid(report, files.images, settled.facts), ordered


def _with_given(report: Report, given: Mapping[str, Figure], tree: InputTree) -> Report:
    """The report with the given figures that it refers to, as if it declared them."""
    used = {name: given[name] for name in find_referred(tree, given)}
    if not used:
        return report
    return report.model_copy(update={"figures": {**used, **report.figures}})
