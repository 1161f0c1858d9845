"""The dates in the cells of tables: a weekday beside its date, events after the report."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.chinese.dates import (
    WEEKDAYS,
    FoundDate,
    find_dates,
    find_only_date,
    find_weekday,
    write_date,
)
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.model.report import Report
from pipeline.validate.marks import Confirmed
from pipeline.validate.tree import InputTree, Path
from pipeline.validate.years.calendar import Calendar


@dataclass(frozen=True, slots=True)
class _Table:
    """A table of an annex that has as many cells in each row as columns."""

    name: str
    path: Path
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def column(self, index: int) -> tuple[str, ...]:
        return tuple(_cells_of(self.rows, index))

    def cell(self, row: int, column: int) -> Path:
        return (*self.path, row, column)


def check_date_tables(
    report: Report, calendar: Calendar, input_: InputTree, confirmed: Confirmed
) -> Iterator[Diagnostic]:
    """What is wrong with the dates of the tables; `input_` has the places of read cells."""
    for table in _tables_of(report):
        for fault_path, code, details in (
            *_wrong_weekdays(table, calendar),
            *_late_events(table, calendar),
        ):
            if fault_path in confirmed:
                yield diagnose(code, input_.place(fault_path), **details)


def _tables_of(report: Report) -> Iterator[_Table]:
    for number, annex in enumerate(report.annexes):
        table = annex.table
        if table is not None and all(len(row) == len(table.leaf_names) for row in table.rows):
            path = ("附件", number, "表格", "行")
            yield _Table(annex.name, path, table.leaf_names, table.rows)


def _cells_of(rows: Sequence[Sequence[str]], column: int) -> Iterator[str]:
    return (row[column].strip() for row in rows)


_Wrong = tuple[Path, str, dict[str, object]]


def _only_date(text: str) -> FoundDate | None:
    """The day that a cell consists of; None where it says more or less."""
    found = find_only_date(text)
    return found if found is not None and found.day is not None else None


def _days_of(found: FoundDate, table: _Table, calendar: Calendar) -> tuple[date, ...]:
    """The days that a cell can be; none where the table's name speaks of another year."""
    years = {named.year for named in find_dates(table.name)} - {None}
    if found.year is None and not years <= set(calendar.years):
        return ()
    return calendar.days_of(found)


# --- weekdays ------------------------------------------------------------------------------------

_WEEKDAY_COLUMN = re.compile(r"星期几?|周几?|礼拜")


def _wrong_weekdays(table: _Table, calendar: Calendar) -> Iterator[_Wrong]:
    """The weekdays that are not those of the dates beside them: 2026-10-14 | 星期二."""
    for column in range(len(table.columns)):
        dated = date_column(table.columns, table.rows, column)
        for row, cells in enumerate(table.rows if dated is not None else ()):
            text, date_text = cells[column].strip(), cells[dated or 0].strip()
            found, weekday = _only_date(date_text), find_weekday(text)
            days = _days_of(found, table, calendar) if found else ()
            if weekday and days and all(day.weekday() != weekday[0] for day in days):
                details: dict[str, object] = {
                    "found": f"{date_text} {text}",
                    "day": write_date(days[0]),
                    "wanted": f"星期{WEEKDAYS[days[0].weekday()]}",
                }
                yield table.cell(row, column), "weekday-mismatch", details


def date_column(columns: Sequence[str], rows: Sequence[Sequence[str]], weekdays: int) -> int | None:
    """The column of the dates that a column of weekdays is of: the one beside it, else the only.

    None where it is no column of weekdays, or where its dates are not in the table.
    """
    if not _WEEKDAY_COLUMN.fullmatch(columns[weekdays].strip()):
        return None
    dated = [
        index
        for index in range(len(columns))
        if any(_only_date(text) for text in _cells_of(rows, index))
    ]
    beside = [index for index in (weekdays - 1, weekdays + 1) if index in dated]
    return beside[0] if beside else dated[0] if len(dated) == 1 else None


# --- events after the report ---------------------------------------------------------------------

_EVENT_COLUMN = re.compile(
    r"(?:活动|举办|开展|召开|举行|实施|会议|培训|检查|走访|宣传|学习|演出|播出|刊发|发布|讲座|服务)?"
    r"(?:日期|时间)"
)
_PLAN = re.compile(
    r"计划|安排|方案|预告|预定|日程|下一?步|[拟将]|(?<!接)待|未(?!成年)|任务|目标|筹备|预计|准备|明年|有效"
)


def _late_events(table: _Table, calendar: Calendar) -> Iterator[_Wrong]:
    """Events after the report's own date, in a table that is one of events held before it."""
    issued = calendar.issued
    if issued is None or _PLAN.search("".join((table.name, *table.columns))):
        return
    for column, name in enumerate(table.columns):
        if not _EVENT_COLUMN.fullmatch(name.strip()):
            continue
        dates = map(_only_date, table.column(column))
        days = [_days_of(found, table, calendar) if found else () for found in dates]
        late = [row for row, of_row in enumerate(days) if of_row and min(of_row) > issued]
        past = sum(bool(of_row) and min(of_row) <= issued for of_row in days)
        for row in late if past >= len(late) else ():
            if not _PLAN.search("".join(table.rows[row])):
                words = table.rows[row][column].strip()
                details: dict[str, object] = {"found": words, "issued": issued}
                yield table.cell(row, column), "event-after-report", details
