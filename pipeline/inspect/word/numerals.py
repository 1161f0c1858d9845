"""Numbers as Word prints those that it counts: w:numFmt -> a text."""

from collections.abc import Callable

from pipeline.chinese.numerals import write_digits, write_formal, write_numeral

_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_MOST = 100_000


def write_number(number: int, form: str) -> str:
    """A counted number in one of Word's forms; plain digits for a form that is not known."""
    if not 0 <= number < _MOST:
        return str(number)
    return _FORMS.get(form, str)(number)


def _full_width(number: int) -> str:
    return str(number).translate(_WIDE)


def _short_digits(number: int) -> str:
    """chineseCounting: in words up to ninety-nine, digit by digit from a hundred on."""
    return write_numeral(number) if number < 100 else _round_digits(number)  # noqa: PLR2004


def _round_digits(number: int) -> str:
    """Digit by digit with ○ (U+25CB), which Word has for zero here."""
    return write_digits(number).replace("〇", "○")


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


_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalHalfWidth": str,
    "numberInDash": lambda number: f"- {number} -",
    "chineseCounting": _short_digits,
    "chineseCountingThousand": write_numeral,
    "japaneseCounting": write_numeral,
    "taiwaneseCounting": _short_digits,
    "taiwaneseCountingThousand": write_numeral,
    "ideographDigital": write_digits,
    "japaneseDigitalTenThousand": write_digits,
    "taiwaneseDigital": _round_digits,
    "chineseLegalSimplified": write_formal,
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
