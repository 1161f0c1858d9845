"""The days of the report's own activity in its texts, against 开始 and 结束 of 活动.

Only a sentence that states by a range when the activity itself was held is looked at; its parts,
its phases and what was planned have days of their own. The lead need not name it: what the unit
held in the one range there is the activity.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.chinese.dates import FoundRange, find_dates, find_ordinals, find_ranges
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import ResolvedText
from pipeline.model.report import ACTIVITY, CLOSING, FIGURES, LEAD, TITLE, Report
from pipeline.validate.marks import Confirmed
from pipeline.validate.texts import display_of
from pipeline.validate.years.calendar import Calendar
from pipeline.validate.years.comparisons import LAST_TIME, is_set_against
from pipeline.validate.years.event_names import find_names, names_of_event

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
_HELD_IN_LEAD = re.compile(
    rf"(?:期间)?[，,]?(?:[^，。；：、！？0-9]{{0,24}}[，,])?[^，。；：、！？0-9]{{0,24}}{_HOLD}了?"
    r"(?![^，。；！？]{0,30}(?:培训|讲座|会|展览|比赛|竞赛|演练|检查|督查|走访|调研))"
    r"[^，。；！？]{2,40}(?:活动|宣传[周月日]|[周月节])(?:[，。；！]|$)"
)
_HISTORY = re.compile(
    r"首次|首届|曾|历史|沿革|此前|自[0-9年月日]+(?:以来|起)|增长|下降|增加|减少|相比|比[^赛例]"
)


def check_own_ranges(
    report: Report, readings: Iterable[ResolvedText], calendar: Calendar, confirmed: Confirmed
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
        ranges = tuple(find_ranges(reading.text, find_dates(reading.text)))
        for found in ranges:
            if _is_of_another_year(found, start, end, reading, names):
                code = "activity-year"
            else:
                days = _days_of(found, calendar)
                if not days or not days.isdisjoint({(start, end), *phases}):
                    continue
                is_alone = len(ranges) == 1 and any(a == start or b == end for a, b in days)
                is_of_lead = is_alone and _is_of_lead(found, reading)
                if not is_of_lead and not _is_of_activity(found, reading, names):
                    continue
                code = "activity-range"
            place = reading.place(found.start, found.end)
            words = reading.text[found.start : found.end]
            yield diagnose(code, place, found=words, start=start, end=end)


_ELSEWHERE = frozenset({CLOSING, FIGURES, ACTIVITY, TITLE})


def _days_of(found: FoundRange, calendar: Calendar) -> set[tuple[date, date]]:
    """The days that a range can be of, where they are those of a year of the report."""
    years = (year for year in calendar.years if found.first.year in (None, year))
    return {days for year in years if (days := found.in_year(year)) is not None}


def _is_of_another_year(
    found: FoundRange, start: date, end: date, reading: ResolvedText, names: tuple[str, ...]
) -> bool:
    """Whether a range has the very days of the activity, in a year that it was not held in."""
    first, last = found.first, found.last
    if first.year is None or (first.month, first.day) != (start.month, start.day):
        return False
    of_last = (last.month, last.day, (last.year or first.year) - first.year)
    if of_last != (end.month, end.day, end.year - start.year) or first.year == start.year:
        return False
    begin, stop = reading.sentence(found.start)
    sentence = reading.text[begin:stop]
    years = {date.year for date in find_dates(sentence)} - {None}
    is_past = any(words.search(sentence) for words in (LAST_TIME, _HISTORY))
    is_compared = is_set_against(reading, found.start, found.end)
    if (
        is_past
        or is_compared
        or reading.is_quoted(found.start)
        or reading.is_marked(found.start, found.end)
    ):
        return False
    is_named = any(find_names(reading.text, begin, stop, names)) or "活动" in sentence
    is_held = re.search(_HOLD, sentence) is not None
    return len(years) <= 1 + (last.year != first.year) and (is_named or is_held)


def _is_of_lead(found: FoundRange, reading: ResolvedText) -> bool:
    """Whether the lead states by its one range when the unit held what it does not name."""
    first, _ = reading.sentence(found.start)
    if reading.path[0] != LEAD or reading.is_marked(found.start, found.end):
        return False
    reported = _HELD_IN_LEAD.match(reading.text, found.end)
    if reported is None or _OF_ANOTHER.search(reading.text, first, found.start):
        return False
    return _OF_PART_IN_LEAD.search(reported[0]) is None


# A lead names the unit itself, which may be a 镇, 村 or 学校.
_OF_PART_IN_LEAD = re.compile(
    r"其中|分会?场|分[批期]|阶段|首[批期轮场]|报名|征集|原定|推迟|延期|提前|去年|上年|上届|往年|"
    r"每年|明年|[将拟]|计划|筹备|预热|专场|培训|讲座|竞赛|比赛"
)


def _is_of_activity(found: FoundRange, reading: ResolvedText, names: tuple[str, ...]) -> bool:
    """Whether the sentence says that the activity was held in the range."""
    first, last = reading.sentence(found.start)
    text = reading.text
    if reading.is_marked(first, last) or _OF_ANOTHER.search(text, first, found.start):
        return False
    for start, end in find_names(text, first, last, names):
        if start >= found.end:
            is_named = _RANGE_THEN_NAME.fullmatch(text, found.end, start) is not None
            is_part = _OF_ANOTHER.search(text, found.end, start) is not None
            if is_named and not is_part and _END_OF_CLAUSE.match(text, end):
                return True
        elif end <= found.start and _NAME_THEN_RANGE.fullmatch(text, end, found.start):
            held = _WAS_HELD.match(text, found.end)
            if held and not _OF_ANOTHER.search(held[0]):
                return True
    return False
