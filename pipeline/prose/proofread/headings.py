"""Headings: their end marks, and whether those of one level are made alike."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from statistics import median

from pipeline.chinese.numerals import ONES
from pipeline.prose.proofread.passage import Passage, PassageKind, TextIssue

_END_MARKS = {1: "。，、；：", 2: "，、；"}
_SENTENCE_ENDS = "。！？；"
_LEAST_FAMILY = 3
_NUMBER = re.compile(rf"^(?:[{ONES}十]+、|（[{ONES}十\d]+）|\d+[.．、])\s*")

_Family = list[tuple[int, str]]
"""The headings of one level below one heading: the number of each passage, and its text."""


def find_headings(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    families: dict[tuple[int, int], _Family] = defaultdict(list)
    for number, passage in enumerate(passages):
        text = passage.text.rstrip()
        if passage.kind is not PassageKind.HEADING or not text:
            continue
        if text[-1] in _END_MARKS[min(passage.level, 2) or 1]:
            found = f"“{text}”"
            yield TextIssue("Q08-heading", number, len(text) - 1, len(text), found, found, "")
        if passage.group:
            families[passage.group, passage.level].append((number, text))
    for family in families.values():
        yield from _compare(family)


def _compare(family: _Family) -> Iterator[TextIssue]:
    yield from _find_same(family)
    if len(family) < _LEAST_FAMILY:
        return
    yield from _find_end(family)
    yield from _find_length(family)
    yield from _find_form(family)


def _blame(rule_id: str, heading: tuple[int, str]) -> TextIssue:
    number, text = heading
    return TextIssue(rule_id, number, 0, len(text), f"“{text}”", f"“{text}”")


def _find_same(family: _Family) -> Iterator[TextIssue]:
    seen: set[str] = set()
    for heading in family:
        if (words := _NUMBER.sub("", heading[1])) in seen:
            yield _blame("S13-same", heading)
        seen.add(words)


def _find_end(family: _Family) -> Iterator[TextIssue]:
    """Those that end as few of them do."""
    ended = [heading for heading in family if heading[1][-1] in _SENTENCE_ENDS]
    open_ = [heading for heading in family if heading not in ended]
    if ended and open_:
        odd = min(ended, open_, key=len)
        yield from (_blame("S13-end", heading) for heading in odd)


_TOO_LONG = 2.2
_SLACK_CHARS = 4


def _find_length(family: _Family) -> Iterator[TextIssue]:
    """The one that is far longer than the others."""
    longest = max(family, key=lambda heading: len(heading[1]))
    usual = median(len(text) for _, text in family)
    if len(longest[1]) > usual * _TOO_LONG + _SLACK_CHARS:
        yield _blame("S13-length", longest)


def _find_form(family: _Family) -> Iterator[TextIssue]:
    """The only one that has no comma where all the others have, or the other way round."""
    if all(heading[1].endswith("？") for heading in family):
        return  # Questions are as long as they must be.
    with_comma = [heading for heading in family if "，" in heading[1][:-1]]
    without = [heading for heading in family if "，" not in heading[1][:-1]]
    for odd, others in ((with_comma, without), (without, with_comma)):
        if len(odd) == 1 and len(others) >= _LEAST_FAMILY:
            yield _blame("S13-form", odd[0])
