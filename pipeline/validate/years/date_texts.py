"""The dates in the texts of a report: real days, right weekdays, ranges that run forward.

A date that names no year may be of any year that the report's own dates allow; it is at fault
only if it is wrong in each of them.
"""

import re
from collections.abc import Iterator
from datetime import date

from pipeline.chinese.dates import (
    TO,
    WEEKDAYS,
    FoundDate,
    FoundRange,
    find_dates,
    find_ranges,
    write_date,
)
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import ResolvedText
from pipeline.model.report import CLOSING
from pipeline.validate.years.calendar import Calendar

_OF_ANOTHER_YEAR = re.compile(
    r"(?:去年|上年|前年|次年|翌年|明年|来年|第二年|历年|往年|每年|每逢)的?$"
)
_LIKE_A_MONTH = re.compile(rf"[份底初末]|[上中下]旬|以来|起|{TO}")
_DECEMBER = 12


def check_date_texts(reading: ResolvedText, calendar: Calendar) -> Iterator[Diagnostic]:
    """What is wrong with the dates of one text."""
    text = reading.text
    dates = find_dates(text)
    for found in dates:
        if reading.is_marked(found.start, found.end):
            continue
        if _is_no_day(found, reading, calendar):
            span = (found.start, found.end)
            yield diagnose("no-such-day", reading.place(*span), found=text[slice(*span)])
        elif found.weekday is not None and not _OF_ANOTHER_YEAR.search(reading.before(found.start)):
            yield from _check_weekday(found, reading, calendar)
    for range_ in find_ranges(text, dates):
        if reading.is_marked(range_.start, range_.end):
            continue
        if runs_backwards(range_):
            place = reading.place(range_.start, range_.end)
            yield diagnose("range-backwards", place, found=text[range_.start : range_.end])
    if reading.path[0] != CLOSING:
        yield from _check_stated_early(dates, reading, calendar)


def _is_no_day(found: FoundDate, reading: ResolvedText, calendar: Calendar) -> bool:
    """Whether a date is of no year that it can be of; 30月 alone may be the age of a child."""
    if found.month is None:
        return False
    if found.month > _DECEMBER or found.month == 0:
        is_dated = found.day is not None or found.year_at is not None
        return is_dated or _LIKE_A_MONTH.match(reading.text, found.end) is not None
    if found.day is None:
        return False
    if found.year is None and calendar.years and found.is_possible:
        # 29 February of a year that is not named may be that of any.
        is_other = _OF_ANOTHER_YEAR.search(reading.before(found.start)) is not None
        return not calendar.days_of(found) and not is_other
    return not found.is_possible


def _check_weekday(
    found: FoundDate, reading: ResolvedText, calendar: Calendar
) -> Iterator[Diagnostic]:
    days = calendar.days_of(found)
    if days and all(day.weekday() != found.weekday for day in days):
        span = (found.start, found.end)
        yield diagnose(
            "weekday-mismatch",
            reading.place(*span),
            found=reading.text[slice(*span)],
            day=write_date(days[0]),
            wanted=f"星期{WEEKDAYS[days[0].weekday()]}",
        )


_LATE_MONTH, _EARLY_MONTH = 9, 4
"""A range from September on that ends by April is taken to turn the year without saying so."""


def runs_backwards(range_: FoundRange) -> bool:
    """Whether a range ends before it begins, with no year that could turn between."""
    first, last = range_.first, range_.last
    if range_.turns or (first.month is None) != (last.month is None):
        return False
    if first.month is None or last.month is None:
        return (first.year or 0) > (last.year or 0)
    if first.year is not None and last.year_at is not None and first.year != last.year:
        return first.year > (last.year or 0)
    if first.year is None and last.year_at is not None:
        return False
    is_earlier = (last.month, last.day or 99) < (first.month, first.day or 0)
    has_year = first.year_at is not None and last.year_at is not None
    may_turn = first.month >= _LATE_MONTH and last.month <= _EARLY_MONTH and not has_year
    return is_earlier and not may_turn


_DONE = re.compile(r"[^为除]了|已|先后|圆满|如期")
_PLANNED = re.compile(
    r"将|拟|计划|力争|预计|下一步|今后|截止|时限|期限|之前|以前|前完成|完成时间|底前|日前|安排在|"
    r"定于|确定|有效|规划|目标|要求|争取|到期|届时|明年|次年|月底|年底"
)


_SURELY_DONE = re.compile(
    r"[^，。；！？]{0,20}?(?:召开|举办|开展|举行|组织|完成|启动|印发|成立|建成|通过|落成|开|闭)(?:幕|幕式)?了"
)
_ALREADY_BEFORE = re.compile(r"(?:早在|已经?于)$")


def _check_stated_early(
    dates: tuple[FoundDate, ...], reading: ResolvedText, calendar: Calendar
) -> Iterator[Diagnostic]:
    """Dates after the report's own that a sentence states as done, where all of that is sure."""
    issued = calendar.issued
    if issued is None or "行" in reading.path:
        return
    for found in dates:
        span = (found.start, found.end)
        if not _is_after(found, issued, calendar) or reading.is_marked(*span):
            continue
        start, end = reading.sentence(found.start)
        sentence = reading.text[start:end]
        if _PLANNED.search(sentence):
            continue
        is_dated = found.year is not None or calendar.start is not None
        if is_dated and _is_surely_done(found, reading):
            code = "event-after-report"
        elif found.day is not None and _DONE.search(sentence):
            code = "told-before-it-happened"
        else:
            continue
        words = reading.text[slice(*span)]
        yield diagnose(code, reading.place(*span), found=words, issued=issued)


def _is_surely_done(found: FoundDate, reading: ResolvedText) -> bool:
    """Whether the words beside a date say that it is past: 早在…, …召开了."""
    is_before = _ALREADY_BEFORE.search(reading.before(found.start)) is not None
    return is_before or _SURELY_DONE.match(reading.text, found.end) is not None


def _is_after(found: FoundDate, issued: date, calendar: Calendar) -> bool:
    """Whether a day, or a month whose year is written, is later than the report in every year."""
    if found.day is None:
        is_whole = found.year is not None and found.month is not None
        return is_whole and (found.year, found.month) > (issued.year, issued.month)
    days = calendar.days_of(found)
    return bool(days) and min(days) > issued
