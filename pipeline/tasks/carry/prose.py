"""A text of last time -> the spans in it that must be confirmed, with what is offered for each."""

import re
from collections.abc import Iterator

from pipeline.chinese.dates import (
    FoundDate,
    find_dates,
    find_day_ordinals,
    find_ordinals,
    find_ranges,
    renew_number,
)
from pipeline.figures import facts
from pipeline.model.marks import put_mark
from pipeline.tasks.carry.move import Move

Replacement = tuple[int, int, str]
"""Start, end and new text."""

_DOCUMENT = re.compile(r"〔(?:19|20)[0-9]{2}〕(?:[1-9][0-9]*号)?")
_LISTED = frozenset("、和及")
_MEASURES = (
    "(?:[余多]?(?:人次|场次|册次|户次|平方米|公里|小时|分钟|公斤|元|"
    "个|名|人|条|次|场|篇|期|件|项|份|户|家|所|部|册|张|幅|亩|天|岁|字|台|辆|处|支|批|吨|页|轮|起|种|米|秒)|[余多])"
)
_NUMBER = re.compile(
    r"(?<![0-9A-Za-z.\-/:：〔第表图])(?<!附件)[0-9]+(?:[,，][0-9]{3})*(?:\.[0-9]+)?(?![0-9A-Za-z:/-])"
    rf"(?:[余多]?[万亿千百]|%|％|个百分点|‰)?{_MEASURES}?"
)
_TITLE = re.compile(r"《[^《》]*》|“[^“”]{1,12}”")


def mark_dates(text: str, move: Move) -> list[Replacement]:
    """The dates, years, ordinals and numbers of documents in a text, each to be confirmed.

    A number is offered as it was: that of another's document cannot be guessed.
    """
    found = [*_dates(text), *(match.span() for match in _DOCUMENT.finditer(text))]
    found += [(ordinal.start, ordinal.end) for ordinal in find_ordinals(text)]
    found += [(ordinal.start, ordinal.end) for ordinal in find_day_ordinals(text)]
    return [
        (start, end, put_mark(move.renew(text[start:end])))
        for start, end in _outside_references(text, found)
    ]


def mark_prose(text: str, move: Move) -> list[Replacement]:
    """As `mark_dates`, and the figures that were typed."""
    dates = mark_dates(text, move)
    titles = [match.span() for match in _TITLE.finditer(text)]
    taken = [*titles, *((start, end) for start, end, _ in dates)]
    numbers = [
        match.span()
        for match in _NUMBER.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    figures = [
        (start, end, put_mark(text[start:end])) for start, end in _outside_references(text, numbers)
    ]
    return sorted([*dates, *figures])


def mark_number(text: str, move: Move) -> list[Replacement]:
    """The year and number in the report's own number, 〔2025〕8号, offered for the new year."""
    return [
        (*match.span(), put_mark(renew_number(match[0], move.years)))
        for match in _DOCUMENT.finditer(text)
    ]


def mark_all(text: str, new: str | None = None) -> list[Replacement]:
    """The whole of a text to be confirmed, with what is offered for it."""
    held = text.strip()
    if not held or set(held) & set("【】"):
        return []
    start = text.index(held)
    return [(start, start + len(held), put_mark(held if new is None else new))]


def _dates(text: str) -> Iterator[tuple[int, int]]:
    """The spans of the dates; a range or a list of days is one."""
    dates = find_dates(text)
    joined = {(pair.first.end, pair.last.start) for pair in find_ranges(text, dates)}
    spans: list[tuple[int, int]] = []
    before: FoundDate | None = None
    for date in dates:
        is_listed = date.is_short and before is not None and text[before.end] in _LISTED
        if before is not None and ((before.end, date.start) in joined or is_listed):
            spans[-1] = (spans[-1][0], date.end)
        else:
            spans.append((date.start, date.end))
        before = date
    yield from spans


def _outside_references(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans, in order, that lie in no 【…】 and in no other span before them."""
    references = [(r.start, r.start + len(r.typed)) for r in facts.find_references(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        is_free = not any(first < end and start < last for first, last in references)
        if is_free and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept
