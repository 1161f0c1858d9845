"""Chinese numerals as numbers, and numbers as Chinese numerals."""

DIGITS = "〇一二三四五六七八九"
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {"零": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_GREAT = {"万": 10_000, "亿": 100_000_000}


def read_chinese(text: str) -> int | None:
    """What a whole number in Chinese numerals comes to, None for what is none."""
    total = section = digit = 0
    last = "万亿"
    for char in text:
        if char in _VALUES:
            if last in _VALUES and last not in "〇零":
                return None
            digit = _VALUES[char]
        elif char in _TENS:
            section += (digit or (0 if section or total else 1)) * _TENS[char]
            digit = 0
        elif char in _GREAT:
            total = (total + section + digit) * _GREAT[char]
            section = digit = 0
        else:
            return None
        last = char
    return total + section + digit if text else None


def read_decimal(text: str) -> str | None:
    """十五点六 -> 15.6; None for what is no number."""
    whole, point, rest = text.partition("点")
    value = read_chinese(whole)
    if value is None or (point and not (rest and all(char in _VALUES for char in rest))):
        return None
    return f"{value}.{''.join(str(_VALUES[char]) for char in rest)}" if point else str(value)


def write_chinese(value: int) -> str:
    """A whole number below one hundred in Chinese numerals."""
    tens, ones = divmod(value, 10)
    if not tens:
        return DIGITS[ones]
    return ("" if tens == 1 else DIGITS[tens]) + "十" + (DIGITS[ones] if ones else "")
