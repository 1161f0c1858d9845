"""From which year a report is carried to which, and what a date becomes on the way."""

import datetime as dt
from dataclasses import dataclass

from pipeline.chinese.dates import (
    WEEKDAYS,
    FoundDate,
    find_dates,
    find_weekday,
    read_date,
    renew,
    write_date,
)
from pipeline.model.report import Report


@dataclass(frozen=True, slots=True)
class Move:
    """The year of last time's report and of this one; `contexts` are those of its other dates."""

    old: int
    new: int
    contexts: tuple[int, ...]

    @property
    def years(self) -> int:
        return self.new - self.old

    def renew(self, text: str) -> str:
        """The text with its dates and ordinals moved to the new year."""
        dates = find_dates(text)
        context = next((self._context(found) for found in dates if found.year is None), self.old)
        return renew(text, self.years, since=self.old - 1, context=context)

    def renew_day(self, text: str) -> str:
        """The date that a field consists of moved to the new year, as it was written or in full."""
        day = read_date(text)
        if isinstance(day, dt.date) and not find_dates(text):
            text = write_date(day)
        return self.renew(text)

    def renew_weekday(self, date: str, weekday: str) -> str:
        """A weekday that stands apart from its date, as that of the date in the new year."""
        found = find_weekday(weekday)
        moved = self.renew(f"{date}（星期{WEEKDAYS[found[0]]}）") if found else ""
        dates = find_dates(moved)
        if found is None or len(dates) != 1 or dates[0].weekday is None:
            return weekday
        at = found[1]
        return weekday[:at] + WEEKDAYS[dates[0].weekday] + weekday[at + 1 :]

    def _context(self, found: FoundDate) -> int:
        """The year of a date that names none: one in which its weekday is right."""
        for year in self.contexts:
            day = found.in_year(year)
            if found.weekday is not None and day is not None and day.weekday() == found.weekday:
                return year
        return self.contexts[0]


def year_of(report: Report) -> int:
    """The year that a report is about: that of its title, of its activity, of its date."""
    named = [date.year for date in find_dates(report.title) if date.year is not None]
    if named:
        return max(named)
    activity = report.activity
    day = (activity.end or activity.start) if activity else None
    return (day or report.date).year


def years_of(report: Report) -> tuple[int, ...]:
    """The years that its dates without one can be of, the likeliest first."""
    activity = report.activity
    days = (activity.end, activity.start, report.date) if activity else (report.date,)
    return tuple(dict.fromkeys(day.year for day in days if day is not None))
