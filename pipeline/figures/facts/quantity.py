"""Numbers as clerks type them <-> quantities, and as GB/T 15835 has them written.

A quantity is exact: a Decimal in the unit itself, with the 万 or 亿 that it was typed in kept for
writing it again.
"""

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext

SCALES = {"": 0, "万": 4, "亿": 8, "万亿": 12}
PERCENT = "%"
POINTS = "个百分点"

MOST_DIGITS = 15
"""Digits that a number of a report can have, before its point; no county counts further."""
PRECISION = 60

_DIGITS = r"-?(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?"
_NUMBER = re.compile(rf"({_DIGITS})(万亿|亿|万|)(.*)", re.DOTALL)
_SCALED_UNIT = re.compile(r"(万亿|亿|万)(.+)", re.DOTALL)
_GROUPED = re.compile(r"-?[0-9]+(?:[,，][0-9]{2,})+(?:\.[0-9]+)?(?![0-9])")
_UNIT = re.compile(r"[^0-9，。、；：,;—～~-]*")
"""A unit has no digits and none of the marks that make two numbers of a text."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """35000 元 typed as 3.5万元: its number, its unit without 万, the 万, and one decimal."""

    number: Decimal
    unit: str
    scale: str = ""
    decimals: int = 0

    @property
    def text(self) -> str:
        """As it is written: 3.5万元."""
        return write_number(self.number, self.scale, self.decimals) + self.scale + self.unit


def read_quantity(text: str, unit: str = "") -> Quantity | None:
    """What a number and its unit come to; None where the text is not a number with that unit.

    The unit may stand behind the number instead of, or as well as, in its own field.
    """
    match = _NUMBER.fullmatch(text.strip())
    if match is None:
        return None
    digits, scale, behind = match[1].replace(",", ""), match[2], match[3].strip()
    scale_of_unit, base = split_unit(unit)
    if behind not in ("", unit or behind) or (scale and scale_of_unit):
        return None
    if not _UNIT.fullmatch(unit or behind):
        return None
    whole, _, decimals = digits.lstrip("-").partition(".")
    if len(whole) > MOST_DIGITS or len(decimals) > MOST_DIGITS:
        return None
    if behind and not unit:
        behind_scale, base = split_unit(behind)
        scale_of_unit = scale_of_unit or behind_scale
    scale = scale or scale_of_unit
    return Quantity(times(Decimal(digits), SCALES[scale]), base, scale, len(decimals))


def split_unit(unit: str) -> tuple[str, str]:
    """The 万 or 亿 at the head of a unit, and the unit itself: 万元 is 万 and 元."""
    match = _SCALED_UNIT.fullmatch(unit)
    return (match[1], match[2]) if match else ("", unit)


def times(number: Decimal, power: int) -> Decimal:
    """The number with its point moved, exact however many digits it has."""
    with localcontext(prec=PRECISION):
        return number.scaleb(power)


def write_number(number: Decimal, scale: str = "", decimals: int = 0) -> str:
    """The digits of a number in 万 or 亿, with so many decimals; half is rounded up."""
    return format(rounded(times(number, -SCALES[scale]), decimals), "f")


def rounded(number: Decimal, decimals: int) -> Decimal:
    with localcontext(prec=PRECISION):
        found = number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return abs(found) if found.is_zero() else found


def decimals_of(number: Decimal, scale: str = "") -> int:
    """How many decimals it takes to write the number exactly."""
    with localcontext(prec=PRECISION):
        exponent = times(number, -SCALES[scale]).normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # a number of a report is finite
    return max(0, -exponent)


def fix_number(text: str) -> str | None:
    """A number in a wrong form as it should have been typed; None for what is no such number.

    Full-width digits become half-width, a missing 0 stands before its point, and commas that do
    not part thousands go.
    """
    fixed = unicodedata.normalize("NFKC", text) if has_fullwidth_digits(text) else text
    fixed = re.sub(r"^(-?)\.(?=[0-9])", r"\g<1>0.", fixed.strip())
    if (match := _GROUPED.match(fixed)) and not re.fullmatch(_DIGITS, match[0]):
        fixed = re.sub("[,，]", "", match[0]) + fixed[match.end() :]
    return fixed if fixed != text.strip() and _NUMBER.fullmatch(fixed) else None


def has_fullwidth_digits(text: str) -> bool:
    return any("０" <= char <= "９" for char in text)
