"""The days that a workbook counts -> dates as their cells show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import Decimal

from pipeline.chinese.dates import WEEKDAYS
from pipeline.load.sheets.numbers import exact

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|\[\$?(?P<bracket>[^\]]*)\]|_.|\*.'
    r"|(?P<half>am/pm|a/p|上午/下午)|(?P<part>y+|m+|d+|h+|s+|a+|e+|g+|b+)|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_KNOWN = frozenset(
    ("yyyy", "yyy", "yy", "y", "m", "mm", "d", "dd", "h", "hh", "s", "ss", "aaa", "aaaa")
)
_ELAPSED = re.compile(r"[hms]+", re.IGNORECASE)
_LAST_DAY = 2_958_465
"""31 December 9999."""

_SECONDS = 86_400
_FALSE_LEAP_DAY = 60
"""29 February 1900, which Excel has and the calendar has not."""


@dataclass(frozen=True, slots=True)
class DateFormat:
    """The parts of a date format; each is a name of a part (`yyyy`, `min`, `half`) or a text."""

    parts: tuple[tuple[str, str], ...]


def read_date_format(code: str) -> DateFormat | None:
    """The format where it is one of dates or times, and known."""
    parts = list(_parts(code))
    names = {name for name, _ in parts}
    if not names & _KNOWN or names & {"unknown", "digits"}:
        return None
    return DateFormat(tuple(_with_minutes(parts)))


def _parts(code: str) -> Iterator[tuple[str, str]]:
    for match in _TOKEN.finditer(code):
        literal = match["quoted"] or match["escaped"] or match["other"] or ""
        bracket = match["bracket"]
        if match["half"]:
            yield "half", match["half"]
        elif match["part"]:
            name = match["part"].lower()
            yield (name if name in _KNOWN else "unknown"), match["part"]
        elif bracket is not None:
            # A lone [h] counts hours beyond a day; [$-804] and [DBNum1] leave the date as it is.
            yield ("unknown" if _ELAPSED.fullmatch(bracket) else ""), ""
        elif match["other"] and match["other"] in "0#?@":
            yield "digits", ""
        elif literal:
            yield "", literal


def _with_minutes(parts: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The parts with each `m` that stands behind hours or before seconds as minutes."""
    named = [index for index, (name, _) in enumerate(parts) if name and name != "half"]
    for index, (name, text) in enumerate(parts):
        if name in ("m", "mm"):
            at = named.index(index)
            before = parts[named[at - 1]][0] if at else ""
            behind = parts[named[at + 1]][0] if at + 1 < len(named) else ""
            is_minute = before.startswith("h") or behind.startswith("s")
            yield (f"{name}in" if is_minute else name), text
        else:
            yield name, text


def show_date(serial: Decimal, form: DateFormat, *, is_1904: bool) -> str | None:
    """The date that a number of days stands for, None where it is none that can be shown."""
    moment = read_serial(serial, is_1904=is_1904)
    if moment is None:
        return None
    has_half = any(name == "half" for name, _ in form.parts)
    return "".join(_show_part(name, text, moment, has_half=has_half) for name, text in form.parts)


def read_serial(serial: Decimal, *, is_1904: bool) -> datetime | None:
    """The moment that a number of days stands for, to the second."""
    days = int(serial)
    if not 0 <= serial < _LAST_DAY + 1 or (days == _FALSE_LEAP_DAY and not is_1904):
        return None
    first = datetime(1904, 1, 1) if is_1904 else datetime(1899, 12, 30)  # noqa: DTZ001 # no zone
    if not is_1904 and days < _FALSE_LEAP_DAY:
        first += timedelta(days=1)
    seconds = round((serial - days) * _SECONDS)
    try:
        return first + timedelta(days=days, seconds=seconds)
    except OverflowError:
        return None


def as_serial(text: str) -> Decimal | None:
    """The number of days (of the 1900 system) for a date in ISO form, as some programs write it."""
    try:
        moment = datetime.fromisoformat(text.removesuffix("Z"))
    except ValueError:
        return None
    first = datetime(1899, 12, 30, tzinfo=moment.tzinfo)
    passed = moment - first
    days = passed.days if passed.days > _FALSE_LEAP_DAY else passed.days - 1
    return exact(str(days + Decimal(passed.seconds) / _SECONDS))


def _show_part(name: str, text: str, moment: datetime, *, has_half: bool) -> str:
    hour = (moment.hour % 12 or 12) if has_half else moment.hour
    values = {
        "y": moment.year,
        "m": moment.month,
        "d": moment.day,
        "h": hour,
        "min": moment.minute,
        "s": moment.second,
    }
    if name in ("yy", "y"):
        return f"{moment.year % 100:02}"
    if name == "half":
        return text.split("/")[moment.hour >= 12]  # noqa: PLR2004 # noon
    if name.startswith("a"):
        day = WEEKDAYS[moment.weekday()]
        return f"星期{day}" if len(name) > len("aaa") else day
    if not name:
        return text
    if name in ("mmin", "min"):
        return f"{moment.minute:02}" if name == "mmin" else str(moment.minute)
    value = values[name[0]]
    return f"{value:02}" if name in ("mm", "dd", "hh", "ss") else str(value)
