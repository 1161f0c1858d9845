"""Text -> the ordinals of what is held again and again: 第六届, 首届, 第31个世界读书日. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.numerals import NUMERAL, read_numeral, write_numeral

_ORDINAL = re.compile(rf"第(?P<number>{NUMERAL}|[0-9]{{1,3}})届|首届")
# Congresses and boards have ordinals of their own, which are no activity's.
_BODY = re.compile(
    r"[^，。；：、《》“”（）]{0,6}?(?:人大|人民代表|代表大会|党代会|中央|全会|政协|委员会|常委|理事|"
    r"职代会|团代会|妇代会|毕业生|学生)"
)


@dataclass(frozen=True, slots=True)
class FoundOrdinal:
    """第N届 or 第N个……日 in a text: its number, how that is written, and what stands behind it."""

    start: int
    end: int
    number: int
    is_arabic: bool = False
    behind: str = "届"

    def write(self, number: int) -> str:
        """As it is written, for another number."""
        return f"第{number if self.is_arabic else write_numeral(number)}{self.behind}"


def find_ordinals(text: str) -> Iterator[FoundOrdinal]:
    """Every 第N届 of an activity; those of congresses, boards and classes are left out."""
    for match in _ORDINAL.finditer(text):
        written = match["number"]
        number = read_numeral(written) if written else 1
        if number and not _BODY.match(text, match.end()):
            is_arabic = written is not None and written.isascii()
            yield FoundOrdinal(match.start(), match.end(), number, is_arabic)


_DAY_ORDINAL = re.compile(
    rf"第(?P<number>{NUMERAL}|[0-9]{{1,3}})(?P<behind>个(?:"
    r"[“《][^“”《》，。]{2,12}(?:日|节|周|月)[”》]"
    r"|(?:世界|国际|全国|全民|中国|我国)[^，。；：、“”《》0-9]{1,10}?(?:日|节|周|月)(?![期常子志内均])"
    r"|(?:教师|护士|医师|记者|人民警察|农民丰收)节|(?:民族团结|宪法宣传|安全生产)[^，。；：、“”《》0-9]{0,8}?[日周月]))"
)


def find_day_ordinals(text: str) -> Iterator[FoundOrdinal]:
    """Every 第N个 of what comes each year, with its name: 第三十一个世界读书日."""
    for match in _DAY_ORDINAL.finditer(text):
        number = read_numeral(match["number"])
        if number:
            is_arabic = match["number"].isascii()
            yield FoundOrdinal(*match.span(), number, is_arabic, match["behind"])
