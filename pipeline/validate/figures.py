"""The declared figures: each has a value, and what `facts` found is told in place."""

from collections.abc import Iterable, Iterator

from pipeline.audit import Finding, Spot, audit
from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.facts import Facts, FigureSlip
from pipeline.load import locate
from pipeline.report import Report
from pipeline.validate.schema import say_empty
from pipeline.validate.tree import InputTree


def check_figures(
    report: Report, slips: Iterable[FigureSlip], input_: InputTree
) -> Iterator[Diagnostic]:
    """What is wrong with the figures by themselves and with each other."""
    for name, figure in report.figures.items():
        if figure.value is None and figure.source is None and figure.formula is None:
            yield _without_value(name, input_)
    for slip in slips:
        yield diagnose(slip.code, _place(slip, input_), **slip.details)


def audit_figures(report: Report, facts: Facts, input_: InputTree) -> Iterator[Diagnostic]:
    """What the audit finds, each at its place; two places that disagree are both shown."""
    for finding in audit(report, facts):
        details = dict(finding.details) | _other_place(finding, input_)
        yield diagnose(finding.code, _spot(finding.spot, input_), **details)


def _other_place(finding: Finding, input_: InputTree) -> dict[str, str]:
    if finding.other is None:
        return {}
    line = _spot(finding.other, input_).line
    return {"where_zh": f"第 {line} 行", "where_en": f"on line {line}"}


def _spot(spot: Spot, input_: InputTree) -> Location:
    if spot.path[:1] == ("数据",):
        return input_.place_of_key(spot.path)
    return locate(input_.source, input_.node(spot.path), spot.needle, spot.nth)


def _without_value(name: str, input_: InputTree) -> Diagnostic:
    path = ("数据", name, "数值")
    key = input_.key(path)
    if key is not None and key.text in ("数值", "value"):
        return say_empty(key.text, locate(input_.source, key))
    return diagnose("missing-field", input_.place(path), key="数值")


def _place(slip: FigureSlip, input_: InputTree) -> Location:
    """Where the fault stands: the needle, the field, or the name of the figure."""
    path = ("数据", slip.figure, *slip.keys)
    if not slip.keys:
        return input_.place_of_key(path)
    return locate(input_.source, input_.node(path), slip.needle)
