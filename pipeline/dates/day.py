"""A day as it is written in full."""

from datetime import date


def write_date(day: date) -> str:
    """A date as 7.3.5.4 wants it: Arabic, the year in full, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
