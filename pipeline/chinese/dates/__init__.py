"""Dates, weekdays and ordinals in a text: found with their spans, and moved by years."""

from pipeline.chinese.dates.day import DateFault, find_only_date, read_date, write_date
from pipeline.chinese.dates.find import (
    TO,
    WEEKDAYS,
    FoundDate,
    FoundRange,
    find_dates,
    find_ranges,
    find_weekday,
)
from pipeline.chinese.dates.ordinals import FoundOrdinal, find_day_ordinals, find_ordinals
from pipeline.chinese.dates.renew import renew, renew_number, replace_spans

__all__ = [
    "TO",
    "WEEKDAYS",
    "DateFault",
    "FoundDate",
    "FoundOrdinal",
    "FoundRange",
    "find_dates",
    "find_day_ordinals",
    "find_only_date",
    "find_ordinals",
    "find_ranges",
    "find_weekday",
    "read_date",
    "renew",
    "renew_number",
    "replace_spans",
    "write_date",
]
