"""Text -> the ordinals of what is held again and again: 第六届, 首届. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.dates.numerals import NUMERAL, read_numeral, write_numeral

_ORDINAL = re.compile(rf"第(?P<number>{NUMERAL}|[0-9]{{1,3}})届|首届")
# Congresses and boards have ordinals of their own, which are no activity's.
_BODY = re.compile(
    r"[^，。；：、《》“”（）]{0,6}?(?:人大|人民代表|代表大会|党代会|中央|全会|政协|委员会|常委|理事|"
    r"职代会|团代会|妇代会|毕业生|学生)"
)


@dataclass(frozen=True, slots=True)
class FoundOrdinal:
    """第N届 in a text, and whether its number is written in Arabic digits."""

    start: int
    end: int
    number: int
    is_arabic: bool = False

    def write(self, number: int) -> str:
        """As it is written, for another number."""
        return f"第{number if self.is_arabic else write_numeral(number)}届"


def find_ordinals(text: str) -> Iterator[FoundOrdinal]:
    """Every 第N届 of an activity; those of congresses, boards and classes are left out."""
    for match in _ORDINAL.finditer(text):
        written = match["number"]
        number = read_numeral(written) if written else 1
        if number and not _BODY.match(text, match.end()):
            is_arabic = written is not None and written.isascii()
            yield FoundOrdinal(match.start(), match.end(), number, is_arabic)
