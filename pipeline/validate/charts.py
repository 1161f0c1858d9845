"""The charts of a report: their figures, units and counts, and whether everything has room."""

from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.diagnostics.nearest import find_meant, offer
from pipeline.figures.charts import ChartIssue, bare_name, find_misfit, read_chart
from pipeline.figures.facts import Facts
from pipeline.load import yaml
from pipeline.load.yaml import Node, Scalar
from pipeline.model.document import Chart
from pipeline.model.marks import take_off_marks
from pipeline.model.report import FIGURES, ChartInput, Report
from pipeline.model.standard import PROFILES
from pipeline.validate.tree import InputTree, Path


def check_charts(report: Report, facts: Facts, input_: InputTree) -> Iterator[Diagnostic]:
    """What is wrong with each chart, reported where it stands."""
    for path, chart in report.charts():
        drawn, issues = read_chart(chart, facts, report.figures)
        for issue in issues:
            yield _diagnose(issue, chart, path, report, input_)
        if drawn is not None:
            yield from _check_room(drawn, chart, path, input_)


def _diagnose(
    issue: ChartIssue, chart: ChartInput, path: Path, report: Report, input_: InputTree
) -> Diagnostic:
    details = dict(issue.details)
    if issue.code == "chart-unknown-figure":
        _, meant = find_meant(str(details["name"]), report.figures) or (None, None)
        details |= offer(meant)
    find_place = input_.place_of_key if issue.path[-1] == "系列" else input_.place
    return diagnose(issue.code, find_place((*path, *issue.path)), title=chart.title, **details)


def _check_room(
    drawn: Chart, chart: ChartInput, path: Path, input_: InputTree
) -> Iterator[Diagnostic]:
    misfit = find_misfit(drawn, PROFILES["office"])
    if misfit is None:
        return
    if not misfit.most_chars:
        place = input_.place((*path, "数据"))
        yield diagnose("chart-shares-crowded", place, name=misfit.name)
        return
    way: Path = ("数据",)
    if misfit.series is not None:
        way = ("系列", misfit.series, "名称")
    elif misfit.category is not None:
        way = ("类别" if chart.categories else "数据", misfit.category)
    key = "系列" if misfit.series is not None else "类别"
    place = input_.place((*path, *way))
    yield diagnose("chart-name-too-long", place, name=misfit.name, most=misfit.most_chars, key=key)


def figures_in_charts(root: yaml.Mapping) -> Iterator[str]:
    """The names of figures that charts list: a 数据 that is not the report's own holds names."""
    for entry in root.entries:
        if entry.name != FIGURES:
            yield from _names_below(entry.value)


def _names_below(node: Node) -> Iterator[str]:
    match node:
        case yaml.Sequence(items=items):
            for item in items:
                yield from _names_below(item)
        case yaml.Mapping(entries=entries):
            for entry in entries:
                if entry.name == FIGURES:
                    for scalar in yaml.scalars_of(entry.value):
                        yield bare_name(take_off_marks(scalar.text))
                else:
                    yield from _names_below(entry.value)
        case Scalar():
            return
