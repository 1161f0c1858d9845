"""What was left of last time's report in one that was carried from it (沿用).

Last year may well be meant: in a comparison, in the name of a document, in the years of a plan.
Those are let pass or are a note at most; so is whatever the author lists under 保留.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.chinese.dates import TO, find_dates, find_ordinals, find_ranges
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import Facts, ResolvedText
from pipeline.model.report import Carried, Report
from pipeline.validate.texts import CHARTS, display_of
from pipeline.validate.tree import InputTree, Path
from pipeline.validate.years.calendar import Calendar
from pipeline.validate.years.comparisons import LAST_TIME, is_compared, is_kept
from pipeline.validate.years.unit_names import places_of, short_forms


@dataclass(frozen=True, slots=True)
class _Left:
    """Something of last time in a text: its span, and the diagnostic that reports it."""

    code: str
    start: int
    end: int
    details: tuple[tuple[str, object], ...]


def check_leftovers(
    report: Report,
    facts: Facts,
    readings: Iterable[ResolvedText],
    input_: InputTree,
    calendar: Calendar,
) -> Iterator[Diagnostic]:
    """Each leftover where it stands; nothing for a report that was not carried."""
    carried = report.carried
    if carried is None:
        return
    yield from _check_fields(carried, input_, calendar)
    readings = tuple(readings)
    old = tuple(_old_figures(report, facts))
    is_later = carried.this_year > carried.year
    is_one_year = is_later and not _lasts_from_old(calendar, readings, carried)
    compared = _displays_that_compare(readings, carried)
    for reading in readings:
        found = [*_find_units(reading, report, carried), *_find_figures(reading, old, carried)]
        found += _find_ordinals(reading, carried) if is_later else ()
        found += _find_years(reading, carried) if is_one_year else ()
        for left in found:
            span = (left.start, left.end)
            is_settled = reading.is_marked(*span) or is_kept(reading, *span, carried)
            if not is_settled and (
                left.code == "leftover-unit" or display_of(reading) not in compared
            ):
                words = reading.text[slice(*span)]
                yield diagnose(left.code, reading.place(*span), found=words, **dict(left.details))


def _lasts_from_old(calendar: Calendar, readings: Iterable[ResolvedText], carried: Carried) -> bool:
    """Whether the activity lasted from last year into this, so that last year is its own too.

    A text says so by a range of days (2025年12月20日至2026年2月28日), the fields by their dates.
    """
    years = (carried.year, carried.this_year)
    if calendar.start is not None and calendar.end is not None:
        return (calendar.start.year, calendar.end.year) == years
    return any(
        (pair.first.year, pair.last.year) == years and pair.first.month is not None
        for reading in readings
        for pair in find_ranges(reading.text, find_dates(reading.text))
    )


def _check_fields(carried: Carried, input_: InputTree, calendar: Calendar) -> Iterator[Diagnostic]:
    days = ((("日期",), calendar.issued), (("活动", "结束"), calendar.end))
    if carried.this_year > carried.year:
        for path, day in days:
            if day is not None and day.year == carried.year:
                yield diagnose("leftover-year", input_.place(path), found=day, year=day.year)


_WITH_HEADERS = frozenset({"列", CHARTS})


def _displays_that_compare(readings: Iterable[ResolvedText], carried: Carried) -> set[Path | None]:
    """The tables and charts whose headers speak of both years, or of last year as such."""
    words: dict[Path, str] = {}
    for reading in readings:
        display = display_of(reading)
        if display is not None and not _WITH_HEADERS.isdisjoint(reading.path):
            words[display] = words.get(display, "") + reading.text
    both = {str(carried.year), str(carried.this_year)}
    return {
        display
        for display, text in words.items()
        if LAST_TIME.search(text) or all(year in text for year in both)
    }


# --- years and ordinals ------------------------------------------------------------------------

_RANGE_BEFORE = re.compile(rf"(?:19|20)[0-9]{{2}}年?(?:[0-9]{{1,2}}月)?{TO}$")
_RANGE_BEHIND = re.compile(rf"{TO}(?:19|20)[0-9]{{2}}")

_NUMBER_OF_DOCUMENT = re.compile(r"〔(?P<year>(?:19|20)[0-9]{2})〕[0-9]*号?")


def _find_years(reading: ResolvedText, carried: Carried) -> Iterator[_Left]:
    text, year = reading.text, carried.year
    for match in _NUMBER_OF_DOCUMENT.finditer(text):
        if int(match["year"]) == year:
            yield _Left("leftover-year-in-name", *match.span(), (("year", year),))
    for found in find_dates(text):
        span = (found.start, found.end)
        if found.year != year or found.year_at is None:
            continue
        is_of_range = _RANGE_BEFORE.search(reading.before(found.start)) or _RANGE_BEHIND.match(
            text, found.end
        )
        if reading.is_quoted(found.start):
            yield _Left("leftover-year-in-name", *span, (("year", year),))
        elif not is_of_range and not is_compared(reading, *span):
            yield _Left("leftover-year", *span, (("year", year),))


def _find_ordinals(reading: ResolvedText, carried: Carried) -> Iterator[_Left]:
    text = reading.text
    for found in find_ordinals(text):
        if found.number != carried.ordinal or reading.is_quoted(found.start):
            continue
        if not is_compared(reading, found.start, found.end):
            wanted = found.write(found.number + carried.this_year - carried.year)
            yield _Left("leftover-ordinal", found.start, found.end, (("wanted", wanted),))


# --- units and figures -------------------------------------------------------------------------


def _find_units(reading: ResolvedText, report: Report, carried: Carried) -> Iterator[_Left]:
    """The unit of the file that was carried, where this report is another unit's."""
    old, new = carried.organisation, report.organisation
    if old is None or old == new:
        return
    details = (("organisation", old),)
    text, taken = reading.text, 0
    names = [name for name in short_forms(old) if name not in new]
    places = [place for place in places_of(old) if place not in new]
    words = "|".join(map(re.escape, [*names, *places]))
    for match in re.finditer(words, text) if words else ():
        is_new = new in text[max(0, match.start() - len(new)) : match.end() + len(new)]
        if match.start() < taken or (is_new and match[0] in new):
            continue
        code = "leftover-place" if match[0] in places else "leftover-unit"
        taken = match.end()
        yield _Left(code, match.start(), match.end(), details)


_LEAST_DIGITS = 2
"""A figure of one digit is too common to be anybody's."""

_CONTRAST = re.compile(r"上年|去年|上届|上次|上期|同期|相比|往年|比|较|由|从|原")


@dataclass(frozen=True, slots=True)
class _OldFigure:
    """What a figure was last time, and what is found where that was typed."""

    name: str
    now: str
    typed: re.Pattern[str]


def _old_figures(report: Report, facts: Facts) -> Iterator[_OldFigure]:
    """The figures that have another value now, and whose old one is no figure's of today."""
    current = {fact.text.replace(",", "") for fact in facts.by_name.values()}
    for name, figure in report.figures.items():
        value, unit = (figure.previous or "").replace(",", ""), figure.unit
        is_distinctive = len(re.sub(r"\D", "", value)) >= _LEAST_DIGITS and unit != ""
        if is_distinctive and value + unit not in current and name in facts.by_name:
            digits = "[,，]?".join(map(re.escape, value))
            typed = re.compile(rf"(?<![0-9.,，〔]){digits}[ ]?{re.escape(unit)}")
            yield _OldFigure(name, facts.by_name[name].text, typed)


def _find_figures(
    reading: ResolvedText, old: tuple[_OldFigure, ...], carried: Carried
) -> Iterator[_Left]:
    """Last time's figures, typed with their units though they have other values now."""
    text, reported = reading.text, set[int]()
    for figure in old:
        for match in figure.typed.finditer(text):
            before = text[reading.sentence(match.start())[0] : match.start()]
            is_meant = _CONTRAST.search(before) or str(carried.year) in before
            is_reported = match.start() in reported
            if reading.is_typed(*match.span()) and not is_meant and not is_reported:
                reported.add(match.start())
                details = (("name", figure.name), ("now", figure.now))
                yield _Left("leftover-figure", *match.span(), details)
