"""Numbers of cells: exact, as Excel has them, and those that were typed as texts."""

import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

DIGITS = 15
"""Excel shows and keeps so many digits of a number; what a file has beyond them is binary dust."""

_LARGEST_EXPONENT = 30
"""No report has longer numbers, and one of 10^300 would be three hundred zeros."""

_WIDE = Context(prec=200, rounding=ROUND_HALF_UP)
"""Room for every digit of sums of the largest and the smallest numbers."""

_MINUS = re.compile("[－−–]")
_PLAIN = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)"
    r"(?P<part>\.[0-9]+)?(?P<percent>%?)"
)
_LONGEST = 40


def exact(text: str) -> Decimal | None:
    """The number that a file has as `text`, to the 15 digits that Excel knows of it.

    None where it is no number, or one beyond all use.
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite() or abs(number.adjusted()) > _LARGEST_EXPONENT:
        return Decimal(0) if number == 0 else None
    return Decimal(f"{number:.{DIGITS - 1}e}")


def whole_number(text: str | None) -> int | None:
    """The whole number that a file has as `text`, None where it is none of up to nine digits."""
    if text is None or len(text) > _MOST_DIGITS:
        return None
    return int(text) if text.isascii() and text.isdecimal() else None


_MOST_DIGITS = 9


def add(one: Decimal, other: Decimal) -> Decimal:
    return _WIDE.add(one, other)


def round_to(number: Decimal, places: int) -> Decimal:
    """The number with so many decimals, halves away from zero as Excel rounds."""
    return number.quantize(Decimal(1).scaleb(-places), context=_WIDE)


def plain_text(number: Decimal) -> str:
    """The number without an exponent, without zeros behind its last decimal."""
    text = f"{number:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def as_number(text: str) -> tuple[Decimal, str] | None:
    """The number that a text reads as, and its digits without commas; None where it is none.

    Blanks around it, full-width digits, commas between thousands and a percent sign are taken. A
    number with a zero before it (`007`) is a code and stays a text.
    """
    plain = unicodedata.normalize("NFKC", text).strip().strip("'\u200b")
    match = _PLAIN.fullmatch(_MINUS.sub("-", plain)) if len(plain) <= _LONGEST else None
    if match is None:
        return None
    sign = "-" if match["sign"] == "-" else ""
    digits = sign + match["whole"].replace(",", "") + (match["part"] or "")
    number = Decimal(digits)
    if match["percent"]:
        return number.scaleb(-2), f"{digits}%"
    return number, digits
