"""Chinese numerals (汉字数字): what they look like, what they come to, how they are written.

The only reader and the only writer of them. Two ways to write a number are read: by place
(一百零五, 两万三千) and digit by digit (二〇二六). What may mean two numbers is none: 二三 is two
or three, and 一百五 is 150 to whoever says it and 105 to whoever counts the characters.
"""

import re

ONES = "一二三四五六七八九"
DIGITS = f"〇{ONES}"
COUNTS = f"两{ONES[2:]}"
"""What counts several things: 两个, 三项."""

ZEROS = "〇零○"
FALSE_ZEROS = "○OoＯ0０"
"""What is typed for 〇 in a year by who does not find it: 二O二六年."""

TENS = {"十": 10, "百": 100, "千": 1000}
UNITS = "".join(TENS)
_GREAT = {"亿": 100_000_000, "万": 10_000}
_PLACES = tuple({**_GREAT, **dict(reversed(TENS.items()))}.items())

NUMERAL = f"[{ONES}{UNITS}万亿两{ZEROS}]{{1,31}}"
"""What may be a numeral in a text; `read_numeral` says whether it is."""

BELOW_HUNDRED = f"(?:[{ONES[1:]}]?十[{ONES}]?|[{ONES}])"
"""The numerals from 一 to 九十九, as lists and headings are numbered."""

NUMBERING = f"{DIGITS}零十百"
"""The characters that headings, annexes and pages are numbered with, loosely."""

_BOUND = 10**16
"""What is read and written in words is below it."""

_MOST_CHARS = 31
"""So many has the longest of them: 九千九百九十九万九千九百九十九亿……."""

_VALUES = {char: value for value, char in enumerate(DIGITS)} | dict.fromkeys(ZEROS + FALSE_ZEROS, 0)
_FORMAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")


def read_numeral(text: str) -> int | None:
    """The number that 23, 二十三, 一百零五, 两万 or 二〇二六 stands for; None for what is none.

    Digits in a row are a number where a zero stands among them: 一〇五, but not 二三.
    """
    if not 0 < len(text) <= _MOST_CHARS:
        return None
    if text.isdecimal():
        return int(text)
    plain = _as_written(text)
    value = _value_of(plain)
    if value is not None and value < _BOUND and write_numeral(value) == plain:
        return value
    has_zero = any(zero in text for zero in ZEROS)
    return read_digits(text) if has_zero and _VALUES.get(text[0]) else None


def read_digits(text: str) -> int | None:
    """The number that is written digit by digit, as years are: 二〇二六, 一九九八, 2026."""
    digits = [_digit_of(char) for char in text[: _MOST_CHARS + 1]]
    if not 0 < len(digits) <= _MOST_CHARS or None in digits:
        return None
    return int("".join(map(str, digits)))


def read_decimal(text: str) -> str | None:
    """The decimal 15.6 that 十五点六 stands for; None for what is no number."""
    whole, point, rest = text.partition("点")
    value = read_numeral(whole)
    digits = [_VALUES.get(char) for char in rest]
    if value is None or (point and (not digits or None in digits)):
        return None
    return f"{value}.{''.join(map(str, digits))}" if point else str(value)


def write_numeral(number: int) -> str:
    """十二 for 12, 一百零五 for 105, 零 for 0; of a number below 10 ** 16."""
    text = _spell(number)
    return text[1:] if text.startswith("一十") else text


def write_formal(number: int) -> str:
    """壹佰零伍 for 105, as amounts of money are written."""
    return _spell(number).translate(_FORMAL)


def write_digits(number: int) -> str:
    """二〇二六 for 2026."""
    return "".join(DIGITS[int(digit)] for digit in str(number))


def _spell(number: int) -> str:
    """A number with the 一 of every 一十; 零 stands where a place is left out."""
    for sign, place in _PLACES:
        high, rest = divmod(number, place)
        if high:
            gap = "零" if 0 < rest < place // 10 else ""
            return _spell(high) + sign + gap + (_spell(rest) if rest else "")
    return "零" if number == 0 else ONES[number - 1]


def _as_written(text: str) -> str:
    """A numeral in the one form that `write_numeral` has for it: 两百一十 and 二百十 are one."""
    plain = re.sub(f"[{ZEROS}]", "零", text)
    plain = re.sub("两(?=[百千万亿])|^两$", "二", plain)
    plain = re.sub("(?<=[百零])十", "一十", plain)
    # 十万零五千 is as right as 十万五千.
    plain = re.sub(f"(?<=[{UNITS}]万)零(?=[{ONES}]千)", "", plain)
    return plain.removeprefix("一") if plain.startswith("一十") else plain


def _value_of(text: str) -> int | None:
    """What a numeral comes to, whether or not it is well written."""
    for sign, place in _PLACES:
        high, found, rest = text.rpartition(sign)
        if found:
            above = _value_of(high or "一")
            below = _value_of(rest.removeprefix("零") or "零")
            return None if above is None or below is None else above * place + below
    return 0 if text == "零" else _VALUES.get(text) if text in DIGITS else None


def _digit_of(char: str) -> int | None:
    return int(char) if char.isdecimal() else _VALUES.get(char)
