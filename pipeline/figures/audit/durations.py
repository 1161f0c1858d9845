"""Durations that the dates of their text, or of the activity, account for: 为期3天."""

import re
from collections.abc import Iterator

from pipeline.chinese.dates import find_dates, find_ranges
from pipeline.figures.audit.numbers import CountedNumber
from pipeline.model.report import Activity

_LASTED = re.compile(r"(?:历时|为期|持续|共计?|总共|一共)$")
_BRACKETED = re.compile(r"[^，。；：！？、\n0-9（(]{0,4}[（(]([^（）()]*)[）)]")
"""The range behind a duration: 3天（6月10日至12日）."""
_DAYS = {"天": 1.0, "周": 7.0, "个月": 30.44}
_SLACK_DAYS = {"天": 0, "周": 0, "个月": 3}
_SENTENCE_ENDS = re.compile(r"[。！？；\n]")
_NEAR = 120
_ANY_YEARS = (2023, 2024)
"""A year and a leap year, for ranges that name none."""


def is_dated(text: str, count: CountedNumber, activity: Activity | None) -> bool:
    """Whether a number is how long the range in its sentence was, or the activity."""
    unit = count.quantity.unit
    if unit not in _DAYS:
        return False
    stated = float(count.quantity.number) * _DAYS[unit]
    bracketed = _BRACKETED.match(text, count.end)
    days = [*_days_of_ranges(bracketed[1])] if bracketed else []
    if _LASTED.search(text, max(0, count.start - 2), count.start):
        before = text[max(0, count.start - _NEAR) : count.start]
        days += _days_of_ranges(_SENTENCE_ENDS.split(before)[-1])
        if activity is not None and activity.start is not None and activity.end is not None:
            days.append((activity.end - activity.start).days + 1)
    return any(abs(stated - lasted) <= _SLACK_DAYS[unit] for lasted in days)


def _days_of_ranges(text: str) -> Iterator[int]:
    """How many days each range of a text has, both ends counted."""
    for found in find_ranges(text, find_dates(text)):
        years = _ANY_YEARS if found.first.year is None else (found.first.year,)
        for year in years:
            if (days := found.in_year(year)) is not None:
                yield (days[1] - days[0]).days + 1
