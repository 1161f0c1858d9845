"""Chinese numerals in a row, as in 一、二季度: they open a text and are no number of a heading."""

import re
from itertools import pairwise

_DIGITS = "一二三四五六七八九"
_NUMERALS = (
    *_DIGITS,
    *(f"{ten}十{one}" for ten in ("", "二") for one in ("", *_DIGITS)),
)
_COUNTED = (
    "季|产业|月|线|级|等[奖品]|类|楼|期|批|届|次|年级|把?手|号|层|标段|车间|[中大]队(?!伍)|审|组"
)
ENUMERATION = (
    f"(?:{'|'.join(f'{one}、{two}' for one, two in pairwise(_NUMERALS))})"
    f"(?:、[{_DIGITS}十]|两?个?(?:{_COUNTED}))"
)
"""A numeral, the next one, and what both of them count, or a third numeral.

一、三项举措 is not one, since 三 does not follow 一; 二、三大行动 is not, since 大 is not counted.
"""

_ENUMERATION = re.compile(ENUMERATION)
_SENTENCE = re.compile("[。；！？…]|：$")


def is_enumerating(text: str) -> bool:
    """Whether a text is a sentence that opens with an enumeration.

    A line without any end mark is a heading all the same: 二、三季度工作打算.
    """
    return _ENUMERATION.match(text) is not None and _SENTENCE.search(text.rstrip()) is not None
