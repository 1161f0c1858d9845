"""Traditional characters in simplified text; the only importer of OpenCC."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby
from typing import Any

from pipeline.prose.proofread.passage import TEXTS, Passage, TextIssue

_STANDARD = frozenset("乾著於锺昇祇喆堃淼犇湧氾夥徵藉瞭麽菴甯阪噁鍩镕")
"""What OpenCC changes though 《通用规范汉字表》 has it, for names and for some of its senses."""

_ALSO_SIMPLE = str.maketrans("", "", "—·²㎡")
"""Marks that are no part of it as Python has it."""

_TITLE = re.compile("《[^《》]*》")


@cache
def _converter() -> Any:
    # Its tables are read here: a text in simplified characters alone never needs them.
    import opencc  # noqa: PLC0415

    return opencc.OpenCC("t2s")


def find_traditional(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    """Each run of traditional characters, but those in the titles of books, which are quoted."""
    for number, passage in enumerate(passages):
        if passage.kind in TEXTS and _may_hold_traditional(passage.text):
            yield from _find_in(number, passage.text)


def _may_hold_traditional(text: str) -> bool:
    """GB 2312 has simplified characters only, so that a text that it can write holds no others."""
    try:
        text.translate(_ALSO_SIMPLE).encode("gb2312")
    except UnicodeEncodeError:
        return True
    return False


def _find_in(number: int, text: str) -> Iterator[TextIssue]:
    simple = str(_converter().convert(text))
    if len(simple) != len(text):
        return
    quoted = {at for title in _TITLE.finditer(text) for at in range(*title.span())}
    odd = [
        at
        for at, (old, new) in enumerate(zip(text, simple, strict=True))
        if old != new and old not in _STANDARD and at not in quoted
    ]
    for _, run in groupby(enumerate(odd), key=lambda item: item[1] - item[0]):
        places = [at for _, at in run]
        start, end = places[0], places[-1] + 1
        found, fix = f"“{text[start:end]}”", simple[start:end]
        zh, en = f"改为“{fix}”", f"use “{fix}”"
        yield TextIssue("W03-traditional", number, start, end, found, found, fix, zh, en)
