"""Everything about days and years in one input: fields, texts, and what was left of last time."""

from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.figures.facts import Facts, ResolvedText
from pipeline.model.report import Report
from pipeline.validate.marks import Confirmed, PlacedMark
from pipeline.validate.tree import InputTree
from pipeline.validate.years.calendar import Calendar, draw_calendar
from pipeline.validate.years.date_tables import check_date_tables
from pipeline.validate.years.date_texts import check_date_texts
from pipeline.validate.years.dates import check_dates
from pipeline.validate.years.durations import check_durations
from pipeline.validate.years.leftovers import check_leftovers
from pipeline.validate.years.ordinal_texts import check_ordinal_texts
from pipeline.validate.years.own_ordinals import check_own_ordinals
from pipeline.validate.years.own_ranges import check_own_ranges
from pipeline.validate.years.own_words import check_own_words
from pipeline.validate.years.targets import check_targets


def check_years(
    report: Report,
    readings: tuple[ResolvedText, ...],
    typed: InputTree,
    marks: tuple[PlacedMark, ...],
    facts: Facts,
) -> Iterator[Diagnostic]:
    """What is wrong with the days, years and ordinals of a report; `typed` has its marks yet
    and the places of cells that were read.

    What was left of last time is reported first: a wrong weekday there is fixed with its year.
    """
    confirmed = Confirmed(typed, marks)
    calendar = draw_calendar(report, confirmed)
    left = tuple(check_leftovers(report, facts, readings, typed, calendar))
    reported = {fault.location for fault in left}
    yield from left
    yield from check_dates(report, typed, confirmed)
    yield from check_date_tables(report, calendar, typed, confirmed)
    of_texts = [
        *_check_texts(report, readings, calendar),
        *check_own_ranges(report, readings, calendar, confirmed),
    ]
    # A year that was left of last time is reported as that, not again with the range that it is of.
    begun = {_begin(fault) for fault in left}
    of_texts = [
        fault
        for fault in of_texts
        if fault.location not in reported
        and (fault.code != "activity-year" or _begin(fault) not in begun)
    ]
    yield from of_texts
    reported.update(fault.location for fault in of_texts)
    for fault in check_own_ordinals(report, readings, calendar, typed, confirmed):
        if fault.location not in reported:
            yield fault


def _begin(fault: Diagnostic) -> tuple[int, int] | None:
    """Where a finding begins."""
    return (fault.location.line, fault.location.column) if fault.location else None


def _check_texts(
    report: Report, readings: tuple[ResolvedText, ...], calendar: Calendar
) -> Iterator[Diagnostic]:
    activity = report.activity.name if report.activity else report.title
    for reading in readings:
        yield from check_date_texts(reading, calendar)
        yield from check_durations(reading, calendar, activity)
        yield from check_targets(reading, calendar)
    yield from check_ordinal_texts(readings)
    yield from check_own_words(report, readings, calendar)
