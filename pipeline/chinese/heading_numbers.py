"""What a text opens with: the number of a heading, or numerals in a row as in 一、二季度."""

import re
from itertools import pairwise

from pipeline.chinese.numerals import NUMBERING, write_numeral

HEADING_NUMBERS = (
    re.compile(rf"(?P<number>[{NUMBERING}]{{1,5}})(?P<mark>[、，,.．])"),
    re.compile(rf"[（(](?P<number>[{NUMBERING}]{{1,5}})[)）](?P<mark>[、，,.．]?)"),
    re.compile(r"(?P<number>\d{1,2})(?P<mark>[.．、，,])(?!\d)"),
    re.compile(r"[（(](?P<number>\d{1,2})[)）](?P<mark>[、，,.．]?)"),
)
"""What the headings of each level begin with (GB/T 9704-2012, 7.3.3), loosely."""

_NUMERALS = tuple(map(write_numeral, range(1, 30)))
_COUNTED = (
    "季|产业|月|线|级|等[奖品]|类|楼|期|批|届|次|年级|把?手|号|层|标段|车间|[中大]队(?!伍)|审|组"
)
ENUMERATION = (
    f"(?:{'|'.join(f'{one}、{two}' for one, two in pairwise(_NUMERALS))})"
    f"(?:、[{''.join(_NUMERALS[:10])}]|两?个?(?:{_COUNTED}))"
)
"""A numeral, the next one, and what both of them count, or a third numeral.

一、三项举措 is not one, since 三 does not follow 一; 二、三大行动 is not, since 大 is not counted.
"""

_ENUMERATION = re.compile(ENUMERATION)
_SENTENCE = re.compile("[。；！？…]|：$")


def heading_level(text: str) -> int | None:
    """The level (0-3) whose number a text begins with; a sentence on 一、二季度 begins with none.

    A line without any end mark is a heading all the same: 二、三季度工作打算.
    """
    if _ENUMERATION.match(text) and _SENTENCE.search(text.rstrip()):
        return None
    numbers = enumerate(HEADING_NUMBERS)
    return next((level for level, number in numbers if number.match(text)), None)
