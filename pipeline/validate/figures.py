"""The declared figures: each has a value, and what `facts` found is reported in place."""

import bisect
from collections.abc import Iterable, Iterator, Sequence

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.figures.audit import AuditFinding, Declared, audit
from pipeline.figures.facts import Facts, FigureIssue, ResolvedText
from pipeline.load.yaml import locate
from pipeline.model.report import FIGURES, Report
from pipeline.validate.schema import say_entry_empty
from pipeline.validate.tree import InputTree


def check_figures(
    report: Report, issues: Iterable[FigureIssue], input_: InputTree
) -> Iterator[Diagnostic]:
    """What is wrong with the figures by themselves and with each other."""
    for name, figure in report.figures.items():
        if figure.value is None and figure.source is None and figure.formula is None:
            yield _without_value(name, input_)
    for issue in issues:
        yield diagnose(issue.code, _place(issue, input_), **issue.details)


def audit_figures(
    report: Report, facts: Facts, texts: Sequence[ResolvedText], input_: InputTree
) -> Iterator[Diagnostic]:
    """What the audit finds, each at its place; two places that disagree are both shown."""
    for finding in audit(report, facts, texts):
        details = dict(finding.details) | _other_place(finding, input_)
        yield diagnose(finding.code, finding.spot.place, **details)


_SUPERSEDED_BY = {
    "leftover-figure": {"undeclared-number", "typed-figure", "figure-conflict"},
    "duration-mismatch": {"undeclared-number", "typed-figure"},
    "duration-one-off": {"undeclared-number", "typed-figure"},
}
"""What says better what is wrong with a number, and what need not be reported of it then."""


def drop_superseded(faults: list[Diagnostic]) -> Iterator[Diagnostic]:
    """The faults without those of a number that another fault there says more of."""
    better = sorted(
        (_span(fault.location), fault.code)
        for fault in faults
        if fault.code in _SUPERSEDED_BY and fault.location is not None
    )
    spans = [span for span, _ in better]
    for fault in faults:
        if fault.location is None or fault.code not in _SUPERSEDED:
            yield fault
            continue
        line, start, end = _span(fault.location)
        index = bisect.bisect_left(spans, (line, end, 0)) - 1
        is_there = index >= 0 and spans[index][0] == line and spans[index][2] > start
        if not is_there or fault.code not in _SUPERSEDED_BY[better[index][1]]:
            yield fault


_SUPERSEDED = frozenset[str]().union(*_SUPERSEDED_BY.values())


def _span(place: Location) -> tuple[tuple[str, str, int], int, int]:
    """The line of a place, and where it begins and ends there."""
    line = (str(place.file), place.sheet or "", place.line)
    return line, place.column, place.column + place.length


def _other_place(finding: AuditFinding, input_: InputTree) -> dict[str, str]:
    match finding.other:
        case None:
            return {}
        case Declared(name=name):
            place = input_.place_of_key((FIGURES, name))
        case spot:
            place = spot.place
    if place.sheet is not None:
        return {"where_zh": str(place), "where_en": f"in {place}"}
    return {"where_zh": f"第 {place.line} 行", "where_en": f"on line {place.line}"}


def _without_value(name: str, input_: InputTree) -> Diagnostic:
    path = ("数据", name, "数值")
    entry = input_.entry(path)
    if entry is not None and entry.name == path[-1]:
        return say_entry_empty(entry, input_)
    return diagnose("missing-field", input_.place(path), key="数值")


def _place(issue: FigureIssue, input_: InputTree) -> Location:
    """Where the fault stands: the needle, the field, or the name of the figure."""
    path = ("数据", issue.figure, *issue.keys)
    if not issue.keys:
        return input_.place_of_key(path)
    return locate(input_.source, input_.node(path), issue.needle)
