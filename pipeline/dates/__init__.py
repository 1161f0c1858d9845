"""Dates, weekdays and ordinals in a text: found with their spans, and moved by years."""

from pipeline.dates.find import (
    TO,
    WEEKDAYS,
    FoundDate,
    FoundRange,
    find_dates,
    find_ranges,
)
from pipeline.dates.numerals import (
    NUMERAL,
    read_numeral,
    read_year,
    write_date,
    write_numeral,
    write_year,
)
from pipeline.dates.ordinals import FoundOrdinal, find_ordinals
from pipeline.dates.renew import renew, renew_number, replace_spans

__all__ = [
    "NUMERAL",
    "TO",
    "WEEKDAYS",
    "FoundDate",
    "FoundOrdinal",
    "FoundRange",
    "find_dates",
    "find_ordinals",
    "find_ranges",
    "read_numeral",
    "read_year",
    "renew",
    "renew_number",
    "replace_spans",
    "write_date",
    "write_numeral",
    "write_year",
]
