"""Whether a text speaks of last time as last time, or the author has said that it is meant."""

import re

from pipeline.chinese.numerals import COUNTS
from pipeline.figures.facts import ResolvedText
from pipeline.model.report import FIGURES, Carried

LAST_TIME = re.compile(rf"上年|去年|上届|上次|上期|同期|往年|历年|上一年|近[{COUNTS}几0-9]+年")

_COMPARED_BEFORE = re.compile(
    r"(?:比|较|与|和|同|跟|超过|达到|不及|对照|相当于|延续|继|对比|起于|始于|早在)[“（(]?$"
)
_SINCE_BEFORE = re.compile(r"[由从自于在][“（(]?$")
"""What begins at a year; a day or a month behind it is rather when something was held."""

_COMPARED_BEHIND = re.compile(
    r"[^，。；！？]{0,6}?(?:同期|相比|以来|起|至今|基础上|之后|之前|持平|增加到|增长到|提高到|上升到|降到|降至|增至)"
)
_UP_TO = re.compile(r"截[至止]$")
_YEARS_END = re.compile(r"[底末]")


def is_compared(reading: ResolvedText, start: int, end: int) -> bool:
    """Whether a sentence speaks of last time as last time, or of what began then."""
    first, _ = reading.sentence(start)
    since = _SINCE_BEFORE.search(reading.text, first, start)
    is_since = since is not None and "月" not in reading.text[start:end]
    return is_since or is_set_against(reading, start, end)


def is_set_against(reading: ResolvedText, start: int, end: int) -> bool:
    """Whether a sentence sets this time against that time, or calls it last time."""
    first, last = reading.sentence(start)
    text = reading.text
    return (
        _COMPARED_BEFORE.search(text, first, start) is not None
        or _COMPARED_BEHIND.match(text, end, last) is not None
        or LAST_TIME.search(text, first, start) is not None
        or (_UP_TO.search(text, first, start) and _YEARS_END.match(text, end)) is not None
        or _is_of_old_figure(reading)
    )


def _is_of_old_figure(reading: ResolvedText) -> bool:
    """Whether a text proves a figure that is last year's by its name, such as 上年参加率."""
    key, *rest = reading.path
    return key == FIGURES and bool(rest) and LAST_TIME.search(str(rest[0])) is not None


def is_kept(reading: ResolvedText, start: int, end: int, carried: Carried) -> bool:
    """Whether the author has said that this is meant."""
    for kept in carried.kept:
        around = reading.text[max(0, end - len(kept)) : start + len(kept)]
        if len(kept) >= end - start and kept in around:
            return True
    return False
