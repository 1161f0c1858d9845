"""A number and the format of its cell -> what is seen: `0.0%`, `#,##0.00`, `yyyy"年"m"月"`.

A small set is known: places, decimals, commas, percent, currency, literal texts, sections for
negative numbers and zero, dates and times. A number whose format is not among them is shown as if
it had none, and the cell keeps the format for whoever has to say so.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from pipeline.load.sheets.book import CellKind, SheetCell
from pipeline.load.sheets.dates import DateFormat, read_date_format, read_serial, show_date
from pipeline.load.sheets.numbers import plain_text, round_to

GENERAL = "General"
_GENERAL_CHARS = 11
"""A number without a format takes so many places with its point, however wide the column."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"?|[\\!](?P<escaped>.)|\[\$(?P<currency>[^\]-]*)(?:-[^\]]*)?\]'
    r"|\[(?P<bracket>[^\]]*)\]|_.|\*.|(?P<other>.)",
    re.DOTALL,
)
_COLOURS = re.compile(
    r"(?:black|blue|cyan|green|magenta|red|white|yellow|color ?\d+)", re.IGNORECASE
)
# A comma behind the digits divides by a thousand: another number would be seen than is added.
_PATTERN = re.compile(r"(?P<whole>(?:[#?0,]*[#?0])?)(?P<part>\.[#?0]*)?")
_MOST_PLACES = 30
_PLACES = "0#?.,@"
_GENERAL_WORD = re.compile(r"general|G/通用格式", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Section:
    """One part of a number format: what stands before and behind the digits, and their form."""

    before: str
    pattern: str
    behind: str
    percents: int
    is_general: bool


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """The sections of a format: for numbers, for negative ones, for zero."""

    sections: tuple[_Section, ...]


def show_number(number: Decimal, code: str, *, is_1904: bool = False) -> SheetCell:
    """The cell of a number under the format `code`."""
    form = read_format(code)
    if isinstance(form, DateFormat):
        shown = show_date(number, form, is_1904=is_1904)
        if shown is not None:
            moment = read_serial(number, is_1904=is_1904)
            # Below 1 there is a time of day alone.
            day = moment.date() if moment is not None and number >= 1 else None
            return SheetCell(shown, CellKind.DATE, number, shown, day=day)
    elif form is not None:
        text, digits = _show(number, form)
        return SheetCell(text, CellKind.NUMBER, number, digits)
    text = _general(number)
    return SheetCell(text, CellKind.NUMBER, number, text, unread_format=code)


@lru_cache(maxsize=1000)
def read_format(code: str) -> NumberFormat | DateFormat | None:
    """What a format code asks for, or None where it is not among those known."""
    parts = _split(code)
    date = read_date_format(parts[0])
    if date is not None:
        return date
    sections = [_read_section(part) for part in parts[:3]]
    known = tuple(section for section in sections if section is not None)
    return NumberFormat(known) if len(known) == len(sections) else None


def _split(code: str) -> list[str]:
    """The sections of a code, parted by semicolons that are not quoted."""
    parts = [""]
    for match in _TOKEN.finditer(code):
        if match["other"] == ";":
            parts.append("")
        else:
            parts[-1] += match[0]
    return parts


def _read_section(code: str) -> _Section | None:
    literals, pattern, percents = ["", ""], "", 0
    for match in _TOKEN.finditer(_GENERAL_WORD.sub("@", code)):
        text = match["quoted"] or match["escaped"] or match["currency"] or ""
        other = match["other"] or ""
        if match["bracket"] is not None and not _COLOURS.fullmatch(match["bracket"]):
            return None
        if other and other in _PLACES:
            if literals[1].strip():
                return None  # digits parted by a text, as `000-0000`
            pattern += other
        elif other.isascii() and other.isalpha():
            return None
        else:
            percents += other == "%"
            literals[bool(pattern)] += text + other
    is_general = pattern == "@"
    is_known = is_general or (_PATTERN.fullmatch(pattern) and len(pattern) <= _MOST_PLACES)
    if not is_known or "/" in literals[0] + literals[1]:
        return None
    return _Section(literals[0], pattern, literals[1], percents, is_general)


def _show(number: Decimal, form: NumberFormat) -> tuple[str, str]:
    """The number as it is seen, and its digits alone."""
    section = form.sections[0]
    is_signed = number < 0
    if number < 0 and len(form.sections) > 1:
        section, is_signed = form.sections[1], False
    elif number == 0 and len(form.sections) > 2:  # noqa: PLR2004 # the third is for zero
        section = form.sections[2]
    sign = "-" if number < 0 else ""
    if section.is_general:
        text = _general(abs(number))
        seen = section.before + text + section.behind
        return ("-" if is_signed else "") + seen, sign + text
    if not section.pattern:
        seen = section.before + section.behind
        return (f"-{seen}" if is_signed and seen else seen), sign + _general(abs(number))
    digits, with_commas = _fill(section, abs(number))
    seen = section.before + with_commas + section.behind
    if not digits.strip("0."):
        sign, is_signed = "", False
    percent = "%" * min(1, section.percents)
    return ("-" if is_signed else "") + seen, sign + digits + percent


def _fill(section: _Section, number: Decimal) -> tuple[str, str]:
    """The digits of a number in the places of a section, without and with its commas."""
    match = _PATTERN.fullmatch(section.pattern)
    assert match is not None
    whole = match["whole"]
    places = (match["part"] or ".")[1:]
    scaled = number.scaleb(2 * section.percents)
    rounded = round_to(scaled, len(places))
    before, _, behind = f"{rounded:f}".partition(".")
    least = len(places.rstrip("#?"))
    behind = behind[:least] + behind[least:].rstrip("0")
    before = before.lstrip("0").rjust(whole.count("0"), "0")
    grouped = f"{int(before or 0):,}" if "," in whole and before else before
    point = "." if behind or match["part"] == "." else ""
    digits = (before or "0") + (f".{behind}" if behind else "")
    return digits, grouped + point + behind


def _general(number: Decimal) -> str:
    """A number without a format, as a column that is wide enough shows it."""
    whole = len(f"{abs(number):f}".partition(".")[0])
    decimals = max(0, _GENERAL_CHARS - 1 - whole)
    if number == number.to_integral_value():
        return plain_text(number)
    return plain_text(round_to(number, decimals))
