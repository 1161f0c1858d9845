"""Chinese numerals below a thousand, as dates and ordinals need them; a date as it is written."""

import re
from datetime import date

NUMERAL = r"[一二三四五六七八九十百零〇○两]{1,7}"
"""What may be one; `read_numeral` says whether it is."""

_DIGITS = "零一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(_DIGITS)} | {"〇": 0, "○": 0, "两": 2}
_COUNTED = re.compile(r"(?:(?P<hundreds>.)百(?P<zero>[零〇○])?)?(?:(?P<tens>.)?十)?(?P<ones>.)?")


def read_numeral(text: str) -> int | None:
    """The number that 二十三 or 23 stands for; None where it stands for none."""
    if text.isascii() and text.isdigit():
        return int(text)
    match = _COUNTED.fullmatch(text)
    if match is None or not text or match["zero"] == text[-1:]:
        return None
    parts = [match[name] for name in ("hundreds", "tens", "ones")]
    if any(part is not None and _VALUES.get(part, 0) == 0 for part in parts):
        return None
    hundreds, tens, ones = (_VALUES[part] if part else 0 for part in parts)
    if "十" in text and not match["tens"]:
        tens = 1
    return 100 * hundreds + 10 * tens + ones


def write_numeral(number: int) -> str:
    """十二 for 12; of a number below 1000."""
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += "十" if tens == 1 and not hundreds else f"{_DIGITS[tens]}十"
    elif hundreds and ones:
        text += "零"
    return text + (_DIGITS[ones] if ones else "")


def read_year(text: str) -> int | None:
    """The year that 二〇二六 or 2026 stands for."""
    if text.isascii():
        return int(text)
    digits = [_VALUES.get(char) for char in text]
    if None in digits:
        return None
    return int("".join(map(str, digits)))


def write_year(year: int) -> str:
    """二〇二六 for 2026."""
    return "".join(_DIGITS[int(digit)] for digit in str(year)).replace("零", "〇")


def write_date(day: date) -> str:
    """A date as 7.3.5.4 wants it: Arabic, the year in full, no leading zeros."""
    return f"{day.year}年{day.month}月{day.day}日"
