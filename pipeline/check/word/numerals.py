"""Numbers as Word prints those that it counts: w:numFmt -> a text."""

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MOST = 100_000


def write_number(number: int, form: str) -> str:
    """A counted number in one of Word's forms; plain digits for a form that is not known."""
    if not 0 <= number < _MOST:
        return str(number)
    return _FORMS.get(form, str)(number)


def _count(digits: str, units: str, zero: str) -> Callable[[int], str]:
    """Numbers in words, as 一百零五: `units` are ten, hundred and thousand."""

    def write(number: int) -> str:
        if number == 0:
            return zero
        if number >= 10_000:  # noqa: PLR2004 # 万
            rest = number % 10_000
            gap = zero if 0 < rest < 1_000 else ""  # noqa: PLR2004
            return write(number // 10_000) + "万" + (gap + write(rest) if rest else "")
        text, is_gap = "", False
        for power in (3, 2, 1, 0):
            digit = number // 10**power % 10
            if digit == 0:
                is_gap = bool(text)
                continue
            text += (zero if is_gap else "") + digits[digit] + (units[power - 1] if power else "")
            is_gap = False
        return text

    return write


def _short_ten(write: Callable[[int], str]) -> Callable[[int], str]:
    """十一 and not 一十一."""
    return lambda number: (
        write(number)[1:] if 10 <= number < 20 else write(number)  # noqa: PLR2004
    )


def _digits(digits: str) -> Callable[[int], str]:
    return lambda number: "".join(digits[int(digit)] for digit in str(number))


def _short_digits(number: int) -> str:
    """chineseCounting: in words up to ninety-nine, digit by digit from a hundred on."""
    is_short = number < 100  # noqa: PLR2004
    return _short_ten(_COUNTING)(number) if is_short else _digits("○" + _DIGITS[1:])(number)


def _letters(first: str) -> Callable[[int], str]:
    """Letters from `first` on; after z comes aa, then bb."""

    def write(number: int) -> str:
        if number == 0:
            return ""
        times, place = divmod(number - 1, 26)
        return chr(ord(first) + place) * min(times + 1, 100)

    return write


_ROMANS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC")),
    *((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMANS:
        text += letters * (number // value)
        number %= value
    return text


def _row(first: int, last: int) -> Callable[[int], str]:
    """Characters that stand in a row in Unicode, ① for `first`; digits beyond the last."""
    return lambda number: (
        chr(first + number - 1) if 1 <= number <= last - first + 1 else str(number)
    )


def _in_turn(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)]


_COUNTING = _count(_DIGITS, "十百千", "零")

_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _digits("０１２３４５６７８９"),
    "decimalFullWidth2": _digits("０１２３４５６７８９"),
    "decimalHalfWidth": str,
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _short_digits,
    "chineseCountingThousand": _short_ten(_COUNTING),
    "japaneseCounting": _short_ten(_COUNTING),
    "taiwaneseCounting": _short_digits,
    "taiwaneseCountingThousand": _short_ten(_COUNTING),
    "ideographDigital": _digits(_DIGITS),
    "japaneseDigitalTenThousand": _digits(_DIGITS),
    "taiwaneseDigital": _digits("○" + _DIGITS[1:]),
    "chineseLegalSimplified": _count(_FORMAL, "拾佰仟", "零"),
    "ideographTraditional": _in_turn(_STEMS),
    "ideographZodiac": _in_turn(_BRANCHES),
    "lowerLetter": _letters("a"),
    "upperLetter": _letters("A"),
    "lowerRoman": lambda number: _roman(number).lower(),
    "upperRoman": _roman,
    "decimalEnclosedCircle": _row(0x2460, 0x2473),
    "decimalEnclosedCircleChinese": _row(0x2460, 0x2473),
    "decimalEnclosedParen": _row(0x2474, 0x2487),
    "decimalEnclosedFullstop": _row(0x2488, 0x249B),
    "ideographEnclosedCircle": _row(0x3220, 0x3229),
    "none": lambda _: "",
    "bullet": lambda _: "",
}
