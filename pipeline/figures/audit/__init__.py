"""The audit of the figures: numbers that nobody accounts for, that disagree, that do not add up.

A report, its settled figures and its texts with them -> findings, each with its place. Pure;
`validate` reports them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.figures.audit.cells import grids_of
from pipeline.figures.audit.conflicts import Conflict, find_conflicts
from pipeline.figures.audit.finding import AuditFinding, Declared
from pipeline.figures.audit.introduced import find_unintroduced
from pipeline.figures.audit.rates import WrongRate, find_wrong_rates
from pipeline.figures.audit.statements import Statement, TextSpot, statements_of
from pipeline.figures.audit.totals import (
    WrongTotal,
    describe_items,
    find_wrong_totals,
    write_quantity,
)
from pipeline.figures.audit.typed import find_typed
from pipeline.figures.facts import Facts, ResolvedText, TextRole
from pipeline.model.report import Report
from pipeline.model.report.outline import PartRole

__all__ = ["AuditFinding", "Declared", "TextSpot", "audit"]


_NEXT = re.compile(
    r"下一步|下步|下一?阶段|接下来|今后|下一年|来年|(?<![证说表声注申])明年"
    r"|(?P<year>20[0-9]{2})年，?[^，。；：！？\n0-9]{1,10}将(?![0-9])"
)


def audit(report: Report, facts: Facts, texts: Sequence[ResolvedText]) -> Iterator[AuditFinding]:
    """Everything that the audit finds in the texts of a report, which stand in its order."""
    year = report.date.year
    prose = [_leave_out_plans(statement, year) for statement in statements_of(texts)]
    grids = list(grids_of(report, texts))
    conflicts = list(find_conflicts(prose, grids, facts))
    yield from map(_conflict, conflicts)
    reported = {conflict.here.spot for conflict in conflicts}
    for statement in prose:
        yield from find_typed(statement, facts, reported, report.activity)
    yield from find_unintroduced(prose, report.figures, facts)
    for grid in grids:
        totals = list(find_wrong_totals(grid))
        yield from map(_wrong_total, totals)
        blamed = {wrong.row for wrong in totals}
        yield from (_wrong_rate(w) for w in find_wrong_rates(grid) if w.row not in blamed)


def _conflict(conflict: Conflict) -> AuditFinding:
    details = {
        "noun": conflict.noun,
        "here": conflict.here.quantity.text,
        "there": conflict.there.text,
    }
    return AuditFinding("figure-conflict", conflict.here.spot, details, conflict.where)


def _wrong_total(wrong: WrongTotal) -> AuditFinding:
    cell = wrong.grid.rows[wrong.row][wrong.column]
    items_zh, items_en = describe_items(wrong)
    details = {
        "row": wrong.grid.label(wrong.row) or str(wrong.row + 1),
        "column": wrong.grid.columns[wrong.column],
        "found": cell.text,
        "sum": write_quantity(wrong.sum),
        "items_zh": items_zh,
        "items_en": items_en,
    }
    return AuditFinding("table-total", TextSpot(cell.resolved), details)


def _wrong_rate(wrong: WrongRate) -> AuditFinding:
    grid = wrong.grid
    cell = grid.rows[wrong.row][wrong.column]
    details = {
        "row": grid.label(wrong.row) or str(wrong.row + 1),
        "column": grid.columns[wrong.column],
        "found": cell.text,
        "wanted": wrong.expected,
        "part": grid.columns[wrong.part],
        "whole": grid.columns[wrong.whole],
    }
    return AuditFinding("table-rate", TextSpot(cell.resolved), details)


def _leave_out_plans(statement: Statement, year: int) -> Statement:
    """The text without what it says of the time to come; `year` is that of the report."""
    part = statement.resolved.part
    if part is not None and part.role is PartRole.PLANS:
        return replace(statement, words="")
    if statement.resolved.role is not TextRole.CLOSING:
        return statement
    for match in _NEXT.finditer(statement.words):
        if match["year"] is None or int(match["year"]) >= year:
            return replace(statement, words=statement.words[: match.start()])
    return statement
