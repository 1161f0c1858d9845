"""Typos in a typed value: a letter for a digit, quotation marks around a unit. Pure."""

import re

from pipeline.figures.facts.quantity import read_quantity
from pipeline.model.report import Figure

_QUOTES = "“”‘’\"'「」『』＂＇"
_TO_DIGITS = str.maketrans({"O": "0", "o": "0", "l": "1", "I": "1"})
_LETTERED = re.compile(r"(?=[OoIl]*[0-9])[0-9OoIl][0-9OoIl,.]*(?![A-Za-z])")
_LITRES = re.compile(r"[0-9,.]+l")
_QUOTED_UNIT = re.compile(rf"([-0-9.,]+(?:万亿|[万亿]|)\s*)[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}]")
_ALL_QUOTED = re.compile(rf"[{_QUOTES}]([^{_QUOTES}]+)[{_QUOTES}]")


FIX_OF_PARTED = {
    "fix_zh": "写成数字，分项才能与它相加核对；不是数字的，删去“分项”",
    "fix_en": "write a number that the parts can add up to, or leave out the parts",
}


def find_letters(figure: Figure) -> dict[str, str] | None:
    """What to say of a value with letters among its digits; None where there are none."""
    found = _letters(figure.value, figure.unit) if figure.value is not None else None
    if found is None:
        return None
    typed, meant = found
    return {
        "found": typed,
        "fix_zh": f"是不是把 0 写成了字母 O，或者把 1 写成了字母 l？写成“{meant}”",
        "fix_en": f"is there a letter O for a 0, or an l for a 1? write “{meant}”",
    }


def _letters(value: str, unit: str) -> tuple[str, str] | None:
    """A number with letters among its digits, and as it was meant: 87O is 870.

    The short form of a figure has parted 87O人次 before the letter.
    """
    typed = value.strip() if set(value) & set("OoIl") else value.strip() + unit
    match = _LETTERED.match(typed)
    if match is None or not set(match[0]) & set("OoIl"):
        return None
    found, behind = match[0], typed[match.end() :]
    # 5l at the end of a value are litres.
    if (not behind and _LITRES.fullmatch(found)) or behind[:1] == "型":
        return None
    meant = found.translate(_TO_DIGITS)
    return (found, meant) if read_quantity(meant + behind) else None


def unquote(figure: Figure) -> tuple[Figure, tuple[tuple[str, str, str], ...]]:
    """The figure without quotation marks around its number or unit; each key that had them.

    With the key go what stands there and what should.
    """
    value = figure.value
    unit = figure.unit.translate(dict.fromkeys(map(ord, _QUOTES)))
    quoted: list[tuple[str, str, str]] = []
    if value is not None and (meant := _unquoted_value(value)) != value:
        quoted.append(("数值", value, meant))
        value = meant
    if set(figure.unit) & set(_QUOTES):
        quoted.append(("单位", figure.unit, unit))
    update = {"value": value, "unit": unit}
    return (figure.model_copy(update=update) if quoted else figure), tuple(quoted)


def _unquoted_value(value: str) -> str:
    """A number without the quotation marks around it or its unit; a text stays as it is."""
    typed = value.strip()
    if match := _QUOTED_UNIT.fullmatch(typed):
        return match[1] + match[2]
    if (match := _ALL_QUOTED.fullmatch(typed)) and read_quantity(match[1]):
        return match[1]
    return value
