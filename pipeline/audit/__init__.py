"""The audit of the figures: numbers that nobody accounts for, that disagree, that do not add up.

A report and its settled figures -> findings, each with its place as a way from the root of the
input. Pure; `validate` tells them.
"""

from collections.abc import Iterator

from pipeline.audit.cells import grids_of
from pipeline.audit.conflicts import Conflict, find_conflicts
from pipeline.audit.durations import is_dated
from pipeline.audit.finding import Finding
from pipeline.audit.introduced import find_unintroduced
from pipeline.audit.numbers import find_counts
from pipeline.audit.rates import WrongRate, find_wrong_rates
from pipeline.audit.statements import Spot, Woven, prose_of, weave
from pipeline.audit.totals import WrongTotal, describe_items, find_wrong_totals, write_quantity
from pipeline.facts import Facts, Quantity
from pipeline.report import Activity, Report

__all__ = ["Finding", "Spot", "audit"]


def audit(report: Report, facts: Facts) -> Iterator[Finding]:
    """Everything that the audit finds in a report."""
    prose = [weave(statement, facts) for statement in prose_of(report)]
    grids = list(grids_of(report, facts))
    conflicts = list(find_conflicts(prose, grids, facts))
    yield from map(_conflict, conflicts)
    told = {conflict.here.spot for conflict in conflicts}
    for woven in prose:
        yield from _typed_numbers(woven, facts, told, report.activity)
    yield from find_unintroduced(prose, report.figures, facts)
    for grid in grids:
        totals = list(find_wrong_totals(grid))
        yield from map(_wrong_total, totals)
        blamed = {wrong.row for wrong in totals}
        yield from (_wrong_rate(w) for w in find_wrong_rates(grid) if w.row not in blamed)


def _typed_numbers(
    woven: Woven, facts: Facts, told: set[Spot], activity: Activity | None
) -> Iterator[Finding]:
    for count in find_counts(woven.text):
        spot = woven.spot(count.start, count.end)
        if woven.reference_at(count.start, count.end) is not None or spot in told:
            continue
        same = None if count.is_about else _same_value(count.quantity, facts, woven.text)
        found = woven.text[count.start : count.end]
        if same is None and (count.is_norm or is_dated(woven.text, count, activity)):
            continue
        if same is None:
            yield Finding("undeclared-number", spot, {"found": found})
        else:
            yield Finding("typed-figure", spot, {"found": found, "name": same})


def _same_value(quantity: Quantity, facts: Facts, text: str) -> str | None:
    """The figure of that value and unit; one that the text names rather than another.

    A part of a figure, or a small number, only where the text names it: those are alike by chance.
    """
    wanted = (quantity.number, quantity.unit)
    same: list[str] = []
    for name, fact in facts.by_name.items():
        parts = [(f"{name}.{part.name}", part) for part in fact.parts if part.name in text]
        for reference, found in ((name, fact), *parts):
            number = found.quantity
            if number is not None and (number.number, number.unit) == wanted:
                same.append(reference)
    same = [reference for reference in same if not set(reference) & set("【】\n")]
    named = (reference for reference in same if reference.rpartition(".")[2] in text)
    is_telling = bool(same) and quantity.number >= _TELLING_NUMBER
    return next(named, same[0] if is_telling else None)


_TELLING_NUMBER = 100


def _conflict(conflict: Conflict) -> Finding:
    details = {
        "noun": conflict.noun,
        "here": conflict.here.quantity.text,
        "there": conflict.there.text,
    }
    return Finding("figure-conflict", conflict.here.spot, details, conflict.where)


def _wrong_total(wrong: WrongTotal) -> Finding:
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
    return Finding("table-total", Spot(cell.woven.statement.path), details)


def _wrong_rate(wrong: WrongRate) -> Finding:
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
    return Finding("table-rate", Spot(cell.woven.statement.path), details)
