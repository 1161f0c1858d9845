"""What a person has to look at in the units' reports: late ones, values out of line, copies."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.model.report import RollUp
from pipeline.tasks.rollup.combine import Combined, Value
from pipeline.tasks.rollup.outliers import find_outliers, find_zeros
from pipeline.tasks.rollup.units import Reporting, Roster

_LEAST_ALIKE = 3
"""So many figures must be equal before one report looks like a copy of the other."""


def judge_dates(rollup: RollUp, roster: Roster) -> Iterator[Diagnostic]:
    """Reports that came after the deadline, and activities outside the period."""
    for reporting in roster.readable:
        day = reporting.valid.report.date
        if rollup.deadline is not None and day > rollup.deadline:
            place = reporting.file.tree.place(("日期",))
            details = {"name": reporting.unit.shown, "date": day, "deadline": rollup.deadline}
            yield diagnose("unit-late", place, **details)
        yield from _judge_period(rollup, reporting)


def _judge_period(rollup: RollUp, reporting: Reporting) -> Iterator[Diagnostic]:
    period, activity = rollup.period, reporting.valid.report.activity
    if period is None or activity is None:
        return
    for key, day in (("开始", activity.start), ("结束", activity.end)):
        if day is not None and not period.start <= day <= period.end:
            place = reporting.file.tree.place(("活动", key))
            details = {"name": reporting.unit.shown, "key": key, "date": day}
            yield diagnose(
                "unit-out-of-period", place, start=period.start, end=period.end, **details
            )


def judge_values(figures: tuple[Combined, ...], limit: float) -> Iterator[Diagnostic]:
    """Values that are out of line with those of the other units, zero among them."""
    for figure in figures:
        values = [value for value in figure.values if value.number is not None]
        numbers = figure.numbers
        for index, score in find_outliers(numbers, limit, are_shares=figure.is_share).items():
            yield diagnose(
                "unit-figure-out-of-line",
                values[index].place,
                name=values[index].unit.shown,
                figure=figure.name,
                found=values[index].text,
                median=figure.write(figure.median) + figure.unit,
                score=f"{score:+.1f}",
            )
        for index in find_zeros(numbers):
            details = {"name": values[index].unit.shown, "figure": figure.name}
            yield diagnose(
                "unit-figure-zero",
                values[index].place,
                median=figure.write(figure.median) + figure.unit,
                **details,
            )


def judge_copies(figures: Sequence[Combined], roster: Roster) -> Iterator[Diagnostic]:
    """Reports whose every figure is that of another unit, or that of the last period."""
    values: dict[str, list[tuple[str, Value]]] = {}
    for figure in figures:
        for value in figure.values:
            if value.number:
                values.setdefault(value.unit.name, []).append((figure.name, value))
    first: dict[tuple[tuple[str, Decimal | None], ...], Reporting] = {}
    for reporting in roster.readable:
        own = values.get(reporting.unit.name, [])
        place, name = reporting.file.signature_place, reporting.unit.shown
        other = first.setdefault(tuple((n, value.number) for n, value in own), reporting)
        if other is not reporting and len(own) >= _LEAST_ALIKE:
            details = {"name": name, "other": other.unit.shown}
            yield diagnose("units-alike", place, count=len(own), **details)
        compared = [value for _, value in own if value.previous is not None]
        are_equal = all(value.number == value.previous for value in compared)
        if are_equal and len(compared) >= _LEAST_ALIKE:
            yield diagnose("unit-as-before", place, count=len(compared), name=name)
