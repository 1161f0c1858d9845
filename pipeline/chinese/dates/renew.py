"""A date or ordinal of one year -> the same of another, written in the same way. Pure."""

import re

from pipeline.chinese.dates.find import WEEKDAYS, FoundDate, find_dates
from pipeline.chinese.dates.ordinals import find_day_ordinals, find_ordinals
from pipeline.chinese.numerals import write_digits

_BRACKETED_YEAR = re.compile(r"(?<=〔)(?:19|20)[0-9]{2}(?=〕)")
_YEARS_RANGE = re.compile(
    r"(?:19|20)[0-9]{2}年?(?:至|到|—{1,2}|－|–|-|~|～)(?:19|20)[0-9]{2}(?=年)"
)


def renew(text: str, by: int, *, since: int, context: int) -> str:
    """The text with its years from `since` on moved by so many years, its ordinals too.

    A weekday becomes that of the new date; `context` is the year, before the move, of a date
    that names none. What has no counterpart (29 February) stays as it is. The years of a plan
    (2021—2025年) are not moved.
    """
    if not by:
        return text
    fixed = [match.span() for match in _YEARS_RANGE.finditer(text)]
    edits: list[tuple[int, int, str]] = []
    for date in find_dates(text):
        if not any(start <= date.start < end for start, end in fixed):
            edits += _renew_date(date, text, by, since, context)
    for ordinal in (*find_ordinals(text), *find_day_ordinals(text)):
        if ordinal.number + by >= 1:
            edits.append((ordinal.start, ordinal.end, ordinal.write(ordinal.number + by)))
    return replace_spans(text, edits)


def renew_number(text: str, by: int) -> str:
    """The number of a document with its year (〔2025〕) moved by so many years."""
    return _BRACKETED_YEAR.sub(lambda match: str(int(match[0]) + by), text)


def _renew_date(
    date: FoundDate, text: str, by: int, since: int, context: int
) -> list[tuple[int, int, str]]:
    year = date.year or context
    if year < since:
        return []
    day = date.in_year(year + by)
    if date.day is not None and day is None:
        return []
    edits: list[tuple[int, int, str]] = []
    if date.year_at is not None:
        start, end = date.year_at
        is_arabic = text[start:end].isascii()
        edits.append((start, end, str(year + by) if is_arabic else write_digits(year + by)))
    if date.weekday_at is not None and day is not None:
        edits.append((date.weekday_at, date.weekday_at + 1, WEEKDAYS[day.weekday()]))
    return edits


def replace_spans(text: str, edits: list[tuple[int, int, str]]) -> str:
    """The text with each span [start, end) replaced; the spans do not overlap."""
    pieces: list[str] = []
    position = 0
    for start, end, new in sorted(edits):
        pieces += [text[position:start], new]
        position = end
    return "".join([*pieces, text[position:]])
