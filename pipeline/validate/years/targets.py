"""What a text will do by a day that is past when the report is dated: 将于3月底前完成.

Reports name old targets too; only what the report itself announces is looked at, in words that
name no year.
"""

import re
from collections.abc import Iterator

from pipeline.chinese.dates import FoundDate, find_dates
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import ResolvedText
from pipeline.model.report import CLOSING
from pipeline.validate.texts import display_of
from pipeline.validate.years.calendar import Calendar

_WILL = re.compile(
    r"(?:[将拟](?![军来近要士领帅定订])[^，。；：、！？]{0,12}?(?:[于在]|争取|力争|确保)|拟)$"
)
"""将 right before a date takes hold of what follows: 将3月底前的资料归档."""
_MEANS = re.compile(r"(?:确保|力争)[^，。；：、！？]{0,8}?$")
_BY = re.compile(r"(?:[底末初中]|[上中下]旬)?(?:之前|以前|前)")
_AHEAD = re.compile(r"下一?步|下一?阶段|今后|接下来|后续|将|拟(?![定订])")
_CLAUSE_ENDS = re.compile(r"[，。；：！？\n]")
_OLD = re.compile(
    r"原[定计拟本先]|原来|曾|当时|当初|要求|部署|提出|规定|明确|承诺|此前|印发|下发|方案|计划|通知|目标|"
    r"已|未能|尚未|逾期|超过|提前|推迟|延期|了[，。；！]|完成了|明年|次年|翌年|来年|每年|年度|如果|若"
)
_LATE_MONTH, _EARLY_MONTH = 10, 4
"""From October on, the first months that are spoken of are those of the next year."""


def check_targets(reading: ResolvedText, calendar: Calendar) -> Iterator[Diagnostic]:
    """The months and days that a text speaks of as ahead, and that were over before its date."""
    issued = calendar.issued
    if issued is None or display_of(reading) is not None or "行" in reading.path:
        return
    for found in find_dates(reading.text):
        span = (found.start, found.end)
        if found.month is None or found.year_at is not None or found.month >= issued.month:
            continue
        is_next_year = issued.month >= _LATE_MONTH and found.month <= _EARLY_MONTH
        if is_next_year or reading.is_marked(*span) or not _is_announced(found, reading):
            continue
        by = _BY.match(reading.text, found.end)
        end = by.end() if by else found.end
        words = reading.text[found.start : end]
        yield diagnose("target-past", reading.place(found.start, end), found=words, issued=issued)


def _is_announced(found: FoundDate, reading: ResolvedText) -> bool:
    """Whether the report itself says that this will be, in its clause."""
    text = reading.text
    first, last = reading.sentence(found.start)
    sentence = text[first:last]
    # A year that the sentence names may be that of this date.
    names_year = any(date.year is not None for date in find_dates(sentence))
    if names_year or reading.is_quoted(found.start) or _OLD.search(sentence):
        return False
    begin = max(
        (match.end() for match in _CLAUSE_ENDS.finditer(text, first, found.start)), default=first
    )
    before = text[begin : found.start]
    is_by = _BY.match(text, found.end) is not None
    will = _WILL.search(before)
    if will is not None:
        return is_by or will[0][-1] in "于在"
    # What was to be ensured is said of the past as well; only in words of what is ahead is it now.
    is_ahead = reading.path[0] == CLOSING or _AHEAD.search(text, 0, found.start) is not None
    return is_by and is_ahead and _MEANS.search(before) is not None
