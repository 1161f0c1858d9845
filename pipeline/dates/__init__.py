"""Dates, weekdays and ordinals in a text: found with their spans, and moved by years."""

from pipeline.dates.find import (
    TO,
    WEEKDAYS,
    FoundDate,
    FoundRange,
    find_dates,
    find_ranges,
    find_weekday,
)
from pipeline.dates.numerals import (
    NUMERAL,
    read_numeral,
    read_year,
    write_date,
    write_numeral,
    write_year,
)
from pipeline.dates.ordinals import FoundOrdinal, find_day_ordinals, find_ordinals
from pipeline.dates.renew import renew, renew_number, replace_spans

__all__ = [
    "NUMERAL",
    "TO",
    "WEEKDAYS",
    "FoundDate",
    "FoundOrdinal",
    "FoundRange",
    "find_dates",
    "find_day_ordinals",
    "find_ordinals",
    "find_ranges",
    "find_weekday",
    "read_numeral",
    "read_year",
    "renew",
    "renew_number",
    "replace_spans",
    "write_date",
    "write_numeral",
    "write_year",
]
