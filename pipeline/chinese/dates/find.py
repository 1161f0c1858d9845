"""Text -> the dates in it: years, months, days and weekdays, each with its span. Pure.

Only what is surely a date is one: 3个月, 18月龄 and the number of a document (〔2026〕8号) are not.
"""

import datetime as dt
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.chinese.numerals import NUMERAL, ONES, ZEROS, read_digits, read_numeral

WEEKDAYS = "一二三四五六日"

TO = r"(?:至|到|—{1,2}|－|–|-|~|～)"
"""What stands between the ends of a range."""

_NOT_BEHIND = r"(?<![0-9A-Za-z.,第〔\[/])"
_YEAR = rf"(?P<year>(?:19|20)[0-9]{{2}})[ ]?(?:年|(?={TO}(?:19|20)[0-9]{{2}}年))"
_MONTH = rf"(?P<month>[0-9]{{1,2}})[ ]?(?:月(?!龄|大)|(?={TO}[0-9]{{1,2}}月(?!龄|大)))"
_DAY = rf"(?P<day>[0-9]{{1,2}})[ ]?(?:日|号|(?={TO}[0-9]{{1,2}}日))"
_DIGITS_ONLY = re.compile(
    r"(?<![0-9A-Za-z.\-/])(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/.])(?P<month>[0-9]{1,2})(?P=mark)"
    r"(?P<day>[0-9]{1,2})(?![0-9A-Za-z])(?![-/.][0-9])"
)
_ARABIC = re.compile(
    rf"{_NOT_BEHIND}(?:{_YEAR}(?:[ ]?{_MONTH}(?:[ ]?{_DAY})?)?"
    rf"|{_MONTH.replace('month', 'lone_month')}(?:[ ]?{_DAY.replace('day', 'lone_day')})?)"
)
_CHINESE = re.compile(
    rf"(?P<year>[一二][{ONES}{ZEROS}]{{3}}|{_NOT_BEHIND}(?:19|20)[0-9]{{2}})年"
    rf"(?:(?P<month>{NUMERAL}|[0-9]{{1,2}})月(?:(?P<day>{NUMERAL}|[0-9]{{1,2}})[日号])?)?"
    rf"|(?<![{ONES}十])(?P<lone_month>{NUMERAL})月(?P<lone_day>{NUMERAL})日"
)
_MORE_DAYS = re.compile(rf"(?:{TO}|[、和及])(?P<day>[0-9]{{1,2}})日")
_WEEKDAY = re.compile(
    r"[ ]?(?:[（(](?:星期|礼拜|周)(?P<bracketed>[一二三四五六日天])[）)]"
    r"|(?:星期|礼拜)(?P<named>[一二三四五六日天])"
    r"|周(?P<short>[一二三四五六日])(?![\u4e00-\u9fff])|周(?P<time>[一二三四五六日])(?=[上下早晚中]))"
)

_WEEKDAY_ALONE = re.compile(r"[（(]?(?:星期|礼拜|周)?(?P<day>[一二三四五六日天])[）)]?")


def find_weekday(text: str) -> tuple[int, int] | None:
    """The weekday that a text consists of, from Monday, 0, and where its character stands."""
    match = _WEEKDAY_ALONE.fullmatch(text)
    return (WEEKDAYS.index(match["day"].replace("天", "日")), match.start("day")) if match else None


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: what is written of it; the span [start, end) includes a weekday.

    `weekday` counts from Monday, 0. `year_at` and `weekday_at` are where those are written.
    A day that follows another in one range or list has that one's month and year, `is_short`.
    """

    start: int
    end: int
    year: int | None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    year_at: tuple[int, int] | None = None
    weekday_at: int | None = None
    is_short: bool = False

    @property
    def is_possible(self) -> bool:
        """Whether there is such a month, and such a day in some year or in its own."""
        if self.month is None:
            return True
        if not 1 <= self.month <= _MONTHS:
            return False
        # Of an unknown year, a leap year is the kindest.
        return self.day is None or self.in_year(self.year or _LEAP_YEAR) is not None

    def in_year(self, year: int) -> dt.date | None:
        """The day in that year, where month and day are written and there is such a day."""
        if self.month is None or self.day is None:
            return None
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


_MONTHS = 12
_LEAP_YEAR = 2000


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Every date of a text in its order; none overlaps another."""
    found: list[FoundDate] = []
    for date in sorted(_find_alone(text), key=lambda date: (date.start, -date.end)):
        if found and date.start < found[-1].end:
            continue
        found.append(_with_weekday(text, date))
        found += _more_days(text, found[-1])
    return tuple(found)


def _find_alone(text: str) -> Iterator[FoundDate]:
    for match in _DIGITS_ONLY.finditer(text):
        yield _read(match, int(match["year"]), int(match["month"]), int(match["day"]))
    for match in _ARABIC.finditer(text):
        year = match["year"] and int(match["year"])
        month, day = (
            int(digits) if digits else None
            for digits in (match["month"] or match["lone_month"], match["day"] or match["lone_day"])
        )
        yield _read(match, year or None, month, day)
    for match in _CHINESE.finditer(text):
        year, month, day = (
            read(numeral) if numeral else None
            for read, numeral in (
                (read_digits, match["year"]),
                (read_numeral, match["month"] or match["lone_month"]),
                (read_numeral, match["day"] or match["lone_day"]),
            )
        )
        if year is not None or month is not None:
            yield _read(match, year, month, day)


def _read(match: re.Match[str], year: int | None, month: int | None, day: int | None) -> FoundDate:
    year_at = match.span("year") if year is not None else None
    return FoundDate(match.start(), match.end(), year, month, day, year_at=year_at)


def _with_weekday(text: str, date: FoundDate) -> FoundDate:
    match = _WEEKDAY.match(text, date.end) if date.day is not None else None
    if match is None:
        return date
    name = next(name for name, value in match.groupdict().items() if value)
    weekday = WEEKDAYS.index(match[name].replace("天", "日"))
    return replace(date, end=match.end(), weekday=weekday, weekday_at=match.start(name))


def _more_days(text: str, date: FoundDate) -> Iterator[FoundDate]:
    """The days that stand after a date without a month of their own: 4月20日至26日."""
    while date.day is not None and (match := _MORE_DAYS.match(text, date.end)):
        date = _with_weekday(
            text,
            FoundDate(
                match.start("day"),
                match.end(),
                date.year,
                date.month,
                int(match["day"]),
                is_short=True,
            ),
        )
        yield date


@dataclass(frozen=True, slots=True)
class FoundRange:
    """Two dates that are the ends of a range; `turns` where the text says 次年 between them."""

    first: FoundDate
    last: FoundDate
    turns: bool = False

    @property
    def start(self) -> int:
        return self.first.start

    @property
    def end(self) -> int:
        return self.last.end

    def in_year(self, year: int) -> tuple[dt.date, dt.date] | None:
        """The first and the last day where the range begins in that year; None where there are no
        such days, or the last is before the first.
        """
        start = self.first.in_year(year)
        end = self.last.in_year(year if self.last.year is None else self.last.year)
        return None if start is None or end is None or end < start else (start, end)


_BETWEEN = re.compile(rf"{TO}(?P<turn>次年|翌年|第二年|明年|来年)?")


def find_ranges(text: str, dates: tuple[FoundDate, ...]) -> Iterator[FoundRange]:
    """The ranges that neighbouring dates of a text are the ends of."""
    for first, last in itertools.pairwise(dates):
        match = _BETWEEN.fullmatch(text, first.end, last.start)
        if match is not None:
            yield FoundRange(first, last, turns=match["turn"] is not None)
