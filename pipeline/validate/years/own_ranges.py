"""The days of the report's own activity in its texts, against 开始 and 结束 of 活动.

Only a sentence that tells by a range when the activity itself was held is looked at; its parts,
its phases and what was planned have days of their own.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.dates import FoundRange, find_dates, find_ordinals, find_ranges
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.report import Report
from pipeline.validate.marks import Confirmed
from pipeline.validate.years.calendar import Calendar
from pipeline.validate.years.event_names import find_names, names_of_event
from pipeline.validate.years.readings import Reading, display_of

_HOLD = r"(?:举办|开展|举行)"
_RANGE_THEN_NAME = re.compile(
    rf"[，,]?[^，。；：、！？0-9]{{0,24}}{_HOLD}了?(?:[0-9]{{4}}年度?)?(?:第[^届，。]{{1,5}}届|首届)?"
)
_END_OF_CLAUSE = re.compile(r"[”’》]?(?:主题)?(?:活动)?(?:[，。；！）]|$)")
_NAME_THEN_RANGE = re.compile(r"[”’》]?(?:主题)?(?:活动)?[于从自在]?")
_WAS_HELD = re.compile(rf"(?:在[^，。；]{{1,12}})?(?:成功|如期|集中)?{_HOLD}(?:[，。；！]|$)")
_OF_ANOTHER = re.compile(
    r"其中|期间|分会?场|分[批期]|阶段|首[批期轮场]|报名|征集|培训|原定|推迟|延期|提前|去年|上年|上届|"
    r"往年|每年|明年|下届|[将拟]|计划|筹备|预热|专场|[镇乡村校]"
)


def check_own_ranges(
    report: Report, readings: Iterable[Reading], calendar: Calendar, confirmed: Confirmed
) -> Iterator[Diagnostic]:
    """The ranges in which a text says that the activity was held and that are not the declared."""
    activity, start, end = report.activity, calendar.start, calendar.end
    if activity is None or start is None or end is None or ("活动", "名称") not in confirmed:
        return
    own = next(find_ordinals(activity.name), None)
    names = tuple(names_of_event(activity.name[own.end if own else 0 :]))
    phases = [(phase.start, phase.end) for phase in activity.phases]
    for reading in readings:
        if display_of(reading) is not None or reading.path[0] in _ELSEWHERE:
            continue
        for found in find_ranges(reading.text, find_dates(reading.text)):
            days = _days_of(found, calendar)
            if not days or not days.isdisjoint({(start, end), *phases}):
                continue
            if _is_of_activity(found, reading, names):
                place = reading.place(found.start, found.end)
                words = reading.text[found.start : found.end]
                yield diagnose("activity-range", place, found=words, start=start, end=end)


_ELSEWHERE = frozenset({"结尾", "closing", "活动", "activity", "标题", "title", "数据", "figures"})


def _days_of(found: FoundRange, calendar: Calendar) -> set[tuple[date, date]]:
    """The days that a range can be of, where they are those of a year of the report."""
    first, last = found.first, found.last
    days = set[tuple[date, date]]()
    for year in calendar.years:
        if first.year is None or first.year == year:
            start, end = first.in_year(year), last.in_year(last.year or year)
            if start is not None and end is not None and start <= end:
                days.add((start, end))
    return days


def _is_of_activity(found: FoundRange, reading: Reading, names: tuple[str, ...]) -> bool:
    """Whether the sentence says that the activity was held in the range."""
    first, last = reading.sentence(found.start)
    text = reading.text
    if reading.is_marked(first, last) or _OF_ANOTHER.search(text, first, found.start):
        return False
    for start, end in find_names(text, first, last, names):
        if start >= found.end:
            is_told = _RANGE_THEN_NAME.fullmatch(text, found.end, start) is not None
            is_part = _OF_ANOTHER.search(text, found.end, start) is not None
            if is_told and not is_part and _END_OF_CLAUSE.match(text, end):
                return True
        elif end <= found.start and _NAME_THEN_RANGE.fullmatch(text, end, found.start):
            held = _WAS_HELD.match(text, found.end)
            if held and not _OF_ANOTHER.search(held[0]):
                return True
    return False
