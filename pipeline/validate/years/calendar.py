"""The days that a report declares: its own, and those of its activity."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.chinese.dates import FoundDate
from pipeline.model.report import Report
from pipeline.validate.marks import Confirmed

LAST_MONTH_FOR_LAST_YEAR = 3
"""What is dated in January to March may sum up the year before."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """The declared days; one that is still to be confirmed is not known."""

    issued: date | None
    start: date | None
    end: date | None

    @property
    def years(self) -> tuple[int, ...]:
        """The years that a date without one can be of, the likeliest first."""
        return tuple(dict.fromkeys(self._years()))

    def _years(self) -> Iterator[int]:
        for day in (self.end, self.start):
            if day is not None:
                yield day.year
        if self.issued is not None:
            yield self.issued.year
            if self.issued.month <= LAST_MONTH_FOR_LAST_YEAR:
                yield self.issued.year - 1

    def days_of(self, found: FoundDate) -> tuple[date, ...]:
        """The days that a date in a text can be; several where it names no year."""
        years = (found.year,) if found.year is not None else self.years
        return tuple(day for year in years if (day := found.in_year(year)) is not None)


def draw_calendar(report: Report, confirmed: Confirmed) -> Calendar:
    """The calendar of a report, without what is still to be confirmed."""
    activity = report.activity
    return Calendar(
        issued=report.date if ("日期",) in confirmed else None,
        start=activity.start if activity and ("活动", "开始") in confirmed else None,
        end=activity.end if activity and ("活动", "结束") in confirmed else None,
    )
