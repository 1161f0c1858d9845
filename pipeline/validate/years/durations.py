"""历时N天, 历时N个月: held against the range that stands beside it, or the activity's own dates."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.chinese.dates import FoundDate, FoundRange, find_dates, find_ranges
from pipeline.chinese.numerals import COUNTS, NUMERAL, read_numeral
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import ResolvedText
from pipeline.validate.years.calendar import Calendar
from pipeline.validate.years.date_texts import runs_backwards

_LASTED = rf"(?P<number>[0-9]{{1,3}}|{NUMERAL})(?P<unit>天|周|个月)(?!半|多|余)"
_FOR = r"(?:共|共计|总共|一共|前后|全程)?(?:历时|为期|持续)"
_BESIDE = re.compile(rf"[，,（(]?(?P<told>(?:{_FOR}|共计?|总共|一共){_LASTED})")
_IN_SENTENCE = re.compile(rf"(?P<told>{_FOR}{_LASTED})")
_OF_A_PART = re.compile(
    rf"分[批期头段]|[各每轮近约]|其中|[多{COUNTS}十0-9][期批轮场]|陆续|先后|随后|之后|期间|部分|首[日期批]"
)
_ROUGHLY = re.compile(r"左右|上下|工作日")
_OF_ACTIVITY = re.compile(
    r"(?:^|[。，；：\n])[ ]*(?:整个|此次|本次|这次)?活动"
    rf"(?P<told>(?:共|总共|前后)?(?:历时|为期){_LASTED})"
)
_BEFORE_ACTIVITY = re.compile(rf"(?P<told>(?:历时|为期){_LASTED})的")

_DAYS = {"天": 1.0, "周": 7.0, "个月": 30.44}
_SLACK_DAYS = {"天": 0, "周": 3, "个月": 21}
"""A span in weeks or months is stated in round numbers."""


@dataclass(frozen=True, slots=True)
class _Span:
    """The days that something lasted; both ends may be counted, or only one."""

    words: str
    start: date
    end: date

    @property
    def days(self) -> int:
        return (self.end - self.start).days + 1

    def allows(self, number: int, unit: str) -> bool:
        """Whether it may be stated as so many days, weeks or months."""
        reported, slack = number * _DAYS[unit], _SLACK_DAYS[unit]
        return self.days - 1 - slack <= reported <= self.days + slack

    def is_one_off(self, number: int, unit: str) -> bool:
        """Whether it is stated a day short or long, as who counts only one end does."""
        return unit == "天" and abs(number - self.days) == 1

    def in_unit(self, unit: str) -> dict[str, str]:
        """How long it was, in the words of both languages."""
        if unit == "个月":
            months = f"{self.days / _DAYS[unit]:.1f}"
            return {"wanted_zh": f"约 {months} 个月", "wanted_en": f"about {months} months"}
        return {"wanted_zh": f"{self.days} 天", "wanted_en": f"{self.days} days"}


def check_durations(
    reading: ResolvedText, calendar: Calendar, activity: str
) -> Iterator[Diagnostic]:
    """Durations in a text that disagree with the dates they are surely of."""
    text = reading.text
    dates = find_dates(text)
    yield from _check_begun(dates, reading, calendar)
    for range_ in find_ranges(text, dates):
        span = _span_of(range_, text, calendar)
        if span is None:
            continue
        if match := _BESIDE.match(text, range_.end):
            if not reading.is_marked(range_.start, match.end()):
                yield from _check(match, span, reading)
        elif match := _in_sentence(range_, reading):
            yield from _check_one_off(match, span, reading)
    if calendar.start is None or calendar.end is None or calendar.end < calendar.start:
        return
    whole = _Span(f"{calendar.start} 至 {calendar.end}", calendar.start, calendar.end)
    named = (m for m in _BEFORE_ACTIVITY.finditer(text) if text.startswith(activity, m.end()))
    for match in (*_OF_ACTIVITY.finditer(text), *named):
        if not reading.is_marked(*match.span("told")):
            yield from _check(match, whole, reading)


_BEGAN = re.compile(
    r"(?:正式|全面)?(?:启动|开始|开幕|开展|开工|起)(?:实施)?[，,]?(?:一直)?(?:持续到|并?[于至到])?"
)
_ENDED = re.compile(r"(?:圆满|正式|全面|全部)?(?:结束|闭幕|落幕|收官|截?止)")
_DAY_ALONE = re.compile(r"(?P<day>[0-9]{1,2})日")


def _check_begun(
    dates: Iterable[FoundDate], reading: ResolvedText, calendar: Calendar
) -> Iterator[Diagnostic]:
    """Durations behind a beginning and an end: 自9月8日开始，至9月14日结束，共7天."""
    text = reading.text
    by_start = {date.start: date for date in dates}
    for first in by_start.values():
        began = _BEGAN.match(text, first.end) if first.day is not None else None
        last = _end_of(first, began.end(), text, by_start) if began else None
        ended = _ENDED.match(text, last.end) if last else None
        lasted = _BESIDE.match(text, ended.end()) if ended else None
        if last is None or lasted is None or _ROUGHLY.match(text, lasted.end()):
            continue
        span = _span_of(FoundRange(first, last), text, calendar)
        if span is not None and not reading.is_marked(first.start, lasted.end()):
            yield from _check(lasted, span, reading)


def _end_of(
    first: FoundDate, start: int, text: str, dates: dict[int, FoundDate]
) -> FoundDate | None:
    """The day that stands at a place; one without a month is of that in which it began."""
    if start in dates:
        return dates[start] if dates[start].day is not None else None
    match = _DAY_ALONE.match(text, start)
    if match is None:
        return None
    return FoundDate(start, match.end(), first.year, first.month, int(match["day"]), is_short=True)


def _in_sentence(range_: FoundRange, reading: ResolvedText) -> re.Match[str] | None:
    """The one duration behind a range in its sentence; none of a part or of another date."""
    start, end = reading.sentence(range_.start)
    text = reading.text
    found = list(_IN_SENTENCE.finditer(text, range_.end, end))
    dates = find_dates(text[start:end])
    if len(found) != 1 or len(dates) != len((range_.first, range_.last)):
        return None
    is_of_part = _OF_A_PART.search(text, range_.end, found[0].start())
    if is_of_part or _ROUGHLY.match(text, found[0].end()):
        return None
    return None if reading.is_marked(range_.start, found[0].end()) else found[0]


def _check(match: re.Match[str], span: _Span, reading: ResolvedText) -> Iterator[Diagnostic]:
    number, unit = read_numeral(match["number"]), match["unit"]
    if number is not None and not span.allows(number, unit):
        yield _report("duration-mismatch", match, span, reading)
    else:
        yield from _check_one_off(match, span, reading)


def _check_one_off(
    match: re.Match[str], span: _Span, reading: ResolvedText
) -> Iterator[Diagnostic]:
    number = read_numeral(match["number"])
    if number is not None and span.is_one_off(number, match["unit"]):
        yield _report("duration-one-off", match, span, reading)


def _report(code: str, match: re.Match[str], span: _Span, reading: ResolvedText) -> Diagnostic:
    place = reading.place(*match.span("told"))
    details = {"found": match["told"], "range": span.words, **span.in_unit(match["unit"])}
    return diagnose(code, place, **details)


def _span_of(range_: FoundRange, text: str, calendar: Calendar) -> _Span | None:
    """The span of a range in a text; None where its days are not certain."""
    year = range_.first.year
    if year is None:
        year = next(iter(calendar.years), None)
    if year is None or range_.turns or runs_backwards(range_):
        return None
    days = range_.in_year(year)
    return None if days is None else _Span(text[range_.start : range_.end], *days)
