"""What a report says of itself: the year in its title, the word for its unit."""

from collections.abc import Iterable, Iterator

from pipeline.chinese.dates import FoundDate, find_dates, find_ranges
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import ResolvedText
from pipeline.model.report import ACTIVITY, TITLE, Report
from pipeline.validate.years.calendar import Calendar
from pipeline.validate.years.unit_names import find_self_names, own_kinds

_TITLES = frozenset({(TITLE,), (ACTIVITY,), (ACTIVITY, "名称")})


def check_own_words(
    report: Report, readings: Iterable[ResolvedText], calendar: Calendar
) -> Iterator[Diagnostic]:
    """The year of title and activity against the report's date; 我校 in a report of a 局."""
    allowed = own_kinds(report.organisation)
    for reading in readings:
        if reading.path in _TITLES:
            yield from _check_year(reading, calendar)
        if allowed is not None:
            yield from _check_self_names(reading, allowed, report.organisation)


def _check_year(reading: ResolvedText, calendar: Calendar) -> Iterator[Diagnostic]:
    if calendar.issued is None:
        return
    dates = find_dates(reading.text)
    of_ranges = {
        date for pair in find_ranges(reading.text, dates) for date in (pair.first, pair.last)
    }
    for found in dates:
        if (
            found in of_ranges
            or _is_of(found, calendar)
            or reading.is_marked(found.start, found.end)
        ):
            continue
        span = (found.start, found.end)
        words = reading.text[slice(*span)]
        yield diagnose("title-year", reading.place(*span), found=words, year=calendar.issued.year)


def _is_of(found: FoundDate, calendar: Calendar) -> bool:
    """Whether a year is one that the report's own dates allow, or none is written."""
    first, last = min(calendar.years), max(calendar.years)
    return found.year_at is None or first <= (found.year or first) <= last


def _check_self_names(
    reading: ResolvedText, allowed: frozenset[str], organisation: str
) -> Iterator[Diagnostic]:
    text = reading.text
    for start, end, kind in find_self_names(text):
        is_quoted = reading.is_quoted(start, "“”")
        if kind not in allowed and not is_quoted and not reading.is_marked(start, end):
            place = reading.place(start, end)
            yield diagnose("self-name", place, found=text[start:end], organisation=organisation)
