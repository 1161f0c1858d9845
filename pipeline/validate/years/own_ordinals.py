"""第N届 of the report's own activity in the texts, against that of 活动 or of the title.

Another 届 may well be meant: in a comparison, in a plan, in history, or that of another's event of
the same name. Of all those nothing is said.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.chinese.dates import FoundOrdinal, find_dates, find_ordinals
from pipeline.chinese.numerals import COUNTS
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import ResolvedText
from pipeline.model.report import ACTIVITY, CARRIED, CLOSING, FIGURES, TITLE, Report
from pipeline.validate.marks import Confirmed
from pipeline.validate.texts import display_of
from pipeline.validate.tree import InputTree
from pipeline.validate.years.calendar import Calendar
from pipeline.validate.years.comparisons import is_kept, is_set_against
from pipeline.validate.years.event_names import end_of_name, names_of_event
from pipeline.validate.years.unit_names import places_of, short_forms


@dataclass(frozen=True, slots=True)
class OwnEvent:
    """The report's own activity: its names without 第N届, that number, and where it is said."""

    names: tuple[str, ...]
    number: int
    said_in: str


def find_own_event(report: Report, confirmed: Confirmed) -> OwnEvent | None:
    """The activity, where 活动 or else the title says which 届 it is and that is confirmed."""
    activity = report.activity
    title = next(find_ordinals(report.title), None) if ("标题",) in confirmed else None
    titled = report.title[title.end :] if title else ""
    if activity is None or ("活动",) not in confirmed:
        found = title.number if title and activity is None else None
        return _event(found, (titled,), "标题")
    own = next(find_ordinals(activity.name), None)
    name = activity.name[own.end if own else 0 :]
    day = activity.end or activity.start or report.date
    declared = activity.ordinal
    if activity.first_year is not None:
        declared = day.year - activity.first_year + 1
    if declared is None and own is not None:
        declared = own.number
    if declared is not None:
        return _event(declared, (name,), "活动")
    is_this = title is not None and set(names_of_event(name)) & set(names_of_event(titled))
    return _event(title.number, (name, titled), "标题") if title and is_this else None


def _event(number: int | None, texts: tuple[str, ...], said_in: str) -> OwnEvent | None:
    names = tuple(dict.fromkeys(name for text in texts for name in names_of_event(text)))
    return OwnEvent(names, number, said_in) if number is not None and names else None


_WITHOUT = frozenset({TITLE, ACTIVITY, CARRIED, FIGURES})
_YEAR_BEFORE = re.compile(r"(?P<year>(?:19|20)[0-9]{2})年度?[（(“‘]{0,2}$")
_HISTORY = re.compile(rf"曾|历届|回顾|连续|以往|过去|前[{COUNTS}十]届|[由从自][“（(]?$")
_HONOUR = re.compile(r"[”’》]?(?:活动)?(?:中|上|期间)?(?:评选?出|获奖|优秀|先进)")
_PLANNED = re.compile(
    r"下一步|下一届|下届|明年|来年|[将拟]|筹备|谋划|计划|力争|争取|迎接|申办|承办权"
)
_ANOTHERS = re.compile(
    r"(?P<whose>[\u4e00-\u9fff]{1,8}?(?:[国省市县区旗镇乡村校局馆院]|街道|社区|[小中]学|大学|公司))"
    r"的?[“‘]?$"
)
_OF_US = re.compile(r"(?:[我本该](?P<unit>[校局馆院])|[我全本该](?P<place>[国省市县区旗镇乡村]))$")


def check_own_ordinals(
    report: Report,
    readings: Iterable[ResolvedText],
    calendar: Calendar,
    input_: InputTree,
    confirmed: Confirmed,
) -> Iterator[Diagnostic]:
    """Another 届 where the report's own is stated, and its own 届 with another year."""
    event = find_own_event(report, confirmed)
    if event is None:
        return
    is_dated = calendar.start is not None or calendar.end is not None
    dated = input_.place(("活动", "结束" if calendar.end else "开始") if is_dated else ("日期",))
    for reading in readings:
        if reading.path[0] in _WITHOUT or display_of(reading) is not None:
            continue
        for found, end in _find_own(reading, event, report):
            place = reading.place(found.start, found.end)
            written = reading.text[found.start : found.end]
            year = _year_of(reading, found)
            if found.number == event.number:
                if year is not None and calendar.years and year not in calendar.years:
                    details = {"ordinal": written, "year": year, "other": calendar.years[0]}
                    yield diagnose("one-ordinal-two-years", place, line=dated.line, **details)
            elif not _may_be_another(reading, found, end, event, calendar):
                details = {"found": written, "wanted": found.write(event.number)}
                yield diagnose("ordinal-and-declared", place, key=event.said_in, **details)


def _find_own(
    reading: ResolvedText, event: OwnEvent, report: Report
) -> Iterator[tuple[FoundOrdinal, int]]:
    """The ordinals that stand before the activity's name, each with the end of that."""
    text = reading.text
    for found in find_ordinals(text):
        end = end_of_name(text, found.end, event.names)
        if end is None or reading.is_marked(found.start, end):
            continue
        if reading.is_quoted(found.start, "《》") or _is_in_longer_quotes(reading, found, end):
            continue
        if report.carried is not None and is_kept(reading, found.start, found.end, report.carried):
            continue
        if not _is_anothers(reading, found, report.organisation):
            yield found, end


def _is_in_longer_quotes(reading: ResolvedText, found: FoundOrdinal, end: int) -> bool:
    """Whether it is part of a title of honour or the like: “第五届读书月先进集体”."""
    if not reading.is_quoted(found.start, "“”"):
        return False
    return re.compile("(?:活动)?”").match(reading.text, end) is None


def _is_anothers(reading: ResolvedText, found: FoundOrdinal, organisation: str) -> bool:
    """Whether the event is said to be that of another place or unit: 全国第五届, 石桥镇第三届."""
    match = _ANOTHERS.search(reading.before(found.start))
    if match is None:
        return False
    places = places_of(organisation)
    if own := _OF_US.search(match["whose"]):
        return own["place"] is not None and own["place"] not in (places or (organisation,))[-1]
    names = (*short_forms(organisation), *places)
    return not any(match["whose"].endswith(name) for name in names)


def _year_of(reading: ResolvedText, found: FoundOrdinal) -> int | None:
    match = _YEAR_BEFORE.search(reading.before(found.start))
    return int(match["year"]) if match else None


def _may_be_another(
    reading: ResolvedText, found: FoundOrdinal, end: int, event: OwnEvent, calendar: Calendar
) -> bool:
    """Whether the sentence may well mean another 届 than this one."""
    first, last = reading.sentence(found.start)
    sentence, before = reading.text[first:last], reading.text[first : found.start]
    others = {
        other.number
        for other in find_ordinals(sentence)
        if end_of_name(sentence, other.end, event.names) is not None
    }
    years = {date.year for date in find_dates(sentence)} - {None}
    if found.number == 1 or len(others) > 1 or not years <= set(calendar.years):
        return True
    if found.number > event.number:
        return reading.path[0] == CLOSING or _PLANNED.search(sentence) is not None
    if _HONOUR.match(reading.text, end):
        return True
    return _HISTORY.search(before) is not None or is_set_against(reading, found.start, end)
