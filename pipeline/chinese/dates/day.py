"""A day as a field or a cell holds it: read in whatever form it is written, written in one."""

import re
import unicodedata
from datetime import date
from enum import StrEnum

from pipeline.chinese.dates.find import FoundDate, find_dates
from pipeline.chinese.numerals import DIGITS, ZEROS


class DateFault(StrEnum):
    """Why a text is no day; each is the code of what is reported."""

    NOT_A_DATE = "bad-date-format"
    NO_SUCH_DAY = "impossible-date"
    NO_YEAR = "date-without-year"
    NO_DAY = "date-without-day"
    SHORT_YEAR = "date-short-year"
    YEAR_LAST = "date-year-last"


_BLANK = re.compile(r"(?<![0-9])\s+|\s+(?![0-9])")
_DASHES = re.compile("[‐–—−]")
_PARTIAL = (
    (re.compile(r"[0-9]{1,2}[-/.][0-9]{1,2}"), DateFault.NO_YEAR),
    (re.compile(r"(?:19|20)[0-9]{2}[-/.][0-9]{1,2}"), DateFault.NO_DAY),
    (re.compile(r"[0-9]{1,2}([-/.])[0-9]{1,2}\1(?:19|20)[0-9]{2}"), DateFault.YEAR_LAST),
    (re.compile(r"'?[0-9]{1,2}([-/.])[0-9]{1,2}\1[0-9]{1,2}"), DateFault.SHORT_YEAR),
    (re.compile(rf"(?:[0-9]{{2}}|[{DIGITS}{ZEROS}]{{2}})年.*月.*"), DateFault.SHORT_YEAR),
)
"""What is nearly a day, and what it lacks. 08/04/2026 is never guessed at."""


def read_date(text: str) -> date | DateFault:
    """The day that a text names in full: 2026年4月8日, 2026-4-8, 2026.4.8, 2026/4/8, 二〇二六年….

    Blanks, full-width digits and leading zeros are of no account.
    """
    found = find_only_date(text)
    if found is None or found.weekday is not None:
        plain = _plain(text)
        return next((f for form, f in _PARTIAL if form.fullmatch(plain)), DateFault.NOT_A_DATE)
    if found.year is None:
        return DateFault.NO_YEAR
    if found.day is None:
        return DateFault.NO_DAY
    return found.in_year(found.year) or DateFault.NO_SUCH_DAY


def find_only_date(text: str) -> FoundDate | None:
    """The date that a text consists of, with a weekday or without, whole or in part.

    Its places are those of the text without blanks, in half-width characters.
    """
    plain = _plain(text)
    # 2026年4月8 lacks nothing that could be in doubt.
    for form in (plain, f"{plain}日"):
        dates = find_dates(form)
        if len(dates) == 1 and (dates[0].start, dates[0].end) == (0, len(form)):
            return dates[0]
    return None


def _plain(text: str) -> str:
    return _DASHES.sub("-", _BLANK.sub("", unicodedata.normalize("NFKC", text)))


def write_date(day: date) -> str:
    """A date as 7.3.5.4 wants it: Arabic, the year in full, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
