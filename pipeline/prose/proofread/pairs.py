"""Quotes, brackets, 书名号: each has its partner, and within its own kind is the single one."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.chinese.numerals import ONES
from pipeline.prose.proofread.passage import TEXTS, Passage, TextIssue, quote_around
from pipeline.prose.proofread.pattern import HAN

_PARTNER = {"“": "”", "‘": "’", "（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】"}
_OPENING = {closing: opening for opening, closing in _PARTNER.items()}
_SINGLE = {"“": "‘", "”": "’", "《": "〈", "》": "〉", "‘": "“", "’": "”", "〈": "《", "〉": "》"}
_MARK = re.compile(f"[{''.join(_PARTNER)}{''.join(_OPENING)}]")
_NUMBER = re.compile(rf"(?:^|(?<=[。；：\s]))(?:\d{{1,2}}|[{ONES}十]{{1,3}}|[A-Za-z])）")
"""A number such as 1）, whose bracket has no partner and wants none."""
_APOSTROPHE = re.compile("(?<=[A-Za-z])’(?=[A-Za-z])")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Where an opening mark and its partner stand."""

    opening: int
    closing: int


def find_pairs(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    """Marks without a partner, marks that ought to be single ones, half-width pairs."""
    for number, passage in enumerate(passages):
        if passage.kind in TEXTS:
            yield from _find_half_width(number, passage.text)
            if _MARK.search(passage.text):
                yield from _find_in(number, passage.text)


def _find_in(number: int, text: str) -> Iterator[TextIssue]:
    pairs, lone = _match(text)
    for at in lone:
        found = quote_around(text, at, at + 1, 8)
        yield TextIssue("Q16-unpaired", number, at, at + 1, found, found)
    if not lone:
        yield from _find_nested(number, text, pairs)


def _match(text: str) -> tuple[list[_Pair], list[int]]:
    """The pairs of a text by where they open, and the marks that have no partner."""
    left_out = {match.end() - 1 for match in _NUMBER.finditer(text)}
    left_out |= {match.start() for match in _APOSTROPHE.finditer(text)}
    pairs, open_, lone = [], list[int](), []
    for match in _MARK.finditer(text):
        at, mark = match.start(), match[0]
        if at in left_out:
            continue
        if mark in _PARTNER:
            open_.append(at)
        elif any(text[other] == _OPENING[mark] for other in open_):
            while text[other := open_.pop()] != _OPENING[mark]:
                lone.append(other)
            pairs.append(_Pair(other, at))
        else:
            lone.append(at)
    # A quotation of several paragraphs is opened in each and closed in the last.
    if open_ and open_[0] == 0 and text[0] == "“":
        del open_[0]
    return sorted(pairs, key=lambda pair: pair.opening), sorted((*lone, *open_))


def _find_nested(number: int, text: str, pairs: list[_Pair]) -> Iterator[TextIssue]:
    """Pairs within a pair of the same look; the inner ones become single, and double again."""
    for pair in pairs:
        mark = text[pair.opening]
        around = [p for p in pairs if p.opening < pair.opening and pair.closing < p.closing]
        same = [p for p in around if text[p.opening] in (mark, _SINGLE.get(mark))]
        is_double = mark in "“《"
        if mark in "“《‘〈" and (len(same) % 2 == 0) != is_double and is_double:
            for at in (pair.opening, pair.closing):
                found = quote_around(text, at, at + 1)
                yield TextIssue("Q17-nested", number, at, at + 1, found, found, _SINGLE[text[at]])


_ROUND = re.compile(rf"\(([^()]*[{HAN}][^()]*)\)")
_STRAIGHT = re.compile(rf"\"([^\"]*[{HAN}][^\"]*)\"")


def _find_half_width(number: int, text: str) -> Iterator[TextIssue]:
    """Brackets and quotes of the Latin keyboard around Chinese words, each by itself."""
    for regex, fixes in ((_ROUND, "（）"), (_STRAIGHT, "“”")):
        for match in regex.finditer(text):
            for at, fix in zip((match.start(), match.end() - 1), fixes, strict=True):
                found = quote_around(text, at, at + 1)
                yield TextIssue("Q12-half", number, at, at + 1, found, found, fix)
