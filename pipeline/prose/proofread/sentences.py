"""Sentences: how long they are, how they end, their colons, and those that stand twice."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from pipeline.chinese.numerals import ONES
from pipeline.model.report.outline import PartRole
from pipeline.prose.proofread.passage import Passage, PassageKind, TextIssue, quote_around
from pipeline.prose.proofread.pattern import HAN

LONGEST = 150
"""Characters of a sentence that a reader still takes in at once."""

_SENTENCE = re.compile(r"[^。！？\n]+[。！？]?[”’）》]*")
_HAN = re.compile(f"[{HAN}]")
_RUNNING = (PassageKind.BODY, PassageKind.POINT)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a passage: [start, end) of its text, and its characters without marks."""

    passage: int
    start: int
    end: int
    bare: str


def sentences_of(number: int, text: str) -> Iterator[Sentence]:
    for match in _SENTENCE.finditer(text):
        bare = "".join(char for char in match[0] if char.isalnum())
        yield Sentence(number, match.start(), match.end(), bare)


def find_sentences(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    for number, passage in enumerate(passages):
        if passage.kind in _RUNNING:
            for sentence in sentences_of(number, passage.text):
                yield from _judge(sentence, passage.text)
        if passage.kind is PassageKind.BODY:
            yield from _find_open_end(number, passages)
    yield from _find_same(passages)


def _judge(sentence: Sentence, text: str) -> Iterator[TextIssue]:
    for start, end in _items(sentence, text):
        if (length := end - start) > LONGEST:
            shown = text[start : start + 12]
            found = f"“{shown}……”{length} 字", f"“{shown}……” has {length} characters"
            yield TextIssue("S11-long", sentence.passage, start, end, *found)
    colons = [
        at for at in range(sentence.start, sentence.end) if text[at] == "：" if _is_mark(text, at)
    ]
    if len(colons) > 1 and "；" not in text[colons[0] : colons[1]]:
        found_there = quote_around(text, colons[1], colons[1] + 1, 6)
        yield TextIssue(
            "Q19-colon", sentence.passage, colons[1], colons[1] + 1, found_there, found_there
        )


_ITEM = re.compile(f"(?<=[：；])(?=[{ONES}十]{{1,2}}是)")


def _items(sentence: Sentence, text: str) -> Iterator[tuple[int, int]]:
    """The items of ……：一是……；二是……。, each of which a reader takes in by itself."""
    cuts = [match.start() for match in _ITEM.finditer(text, sentence.start, sentence.end)]
    return pairwise((sentence.start, *cuts, sentence.end))


def _is_mark(text: str, at: int) -> bool:
    """Whether a colon parts words: not one in a quotation, a title or a time."""
    before = text[:at]
    is_quoted = any(
        before.count(one) > before.count(other) for one, other in ("“”", "《》", "（）", "【】")
    )
    return not is_quoted and not before[-1:].isdigit()


_LEAST_FOR_END = 20


def _find_open_end(number: int, passages: Sequence[Passage]) -> Iterator[TextIssue]:
    """A paragraph of several clauses that ends with a 汉字."""
    bare = passages[number].text.rstrip()
    is_followed = [passage.kind for passage in passages[number + 1 : number + 2]] == [
        PassageKind.POINT
    ]
    is_running = len(bare) >= _LEAST_FOR_END and any(mark in bare[:-1] for mark in "，。；")
    if is_running and _HAN.match(bare[-1]):
        end = len(bare)
        found = quote_around(bare, end - 1, end, 8)
        # Before points it wants a colon, or a sentence of its own: its author knows.
        fix = None if is_followed else f"{bare[-1]}。"
        yield TextIssue("Q20-end", number, end - 1, end, found, found, fix)


# --- sentences that stand twice --------------------------------------------------------------

_LEAST_SAME = 16
_ALIKE = 0.9


def _find_same(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    """A sentence that stands in two places: the same, or nearly, among practices and results."""
    first_by_bare: dict[str, Sentence] = {}
    practices: dict[int, list[Sentence]] = defaultdict(list)
    results: list[Sentence] = []
    for number, passage in enumerate(passages):
        if passage.kind not in _RUNNING:
            continue
        for sentence in sentences_of(number, passage.text):
            if len(sentence.bare) < _LEAST_SAME:
                continue
            first = first_by_bare.setdefault(sentence.bare, sentence)
            if first is not sentence:
                yield _same(sentence, passages)
            elif passage.role is PartRole.PRACTICES:
                practices[len(sentence.bare)].append(sentence)
            elif passage.role is PartRole.RESULTS:
                results.append(sentence)
    yield from (_same(one, passages) for one in results if _has_like(one, practices))


def _has_like(sentence: Sentence, others: dict[int, list[Sentence]]) -> bool:
    """Whether one of the others is nearly the same; only those about as long can be."""
    length = len(sentence.bare)
    slack = round(length * (1 - _ALIKE))
    for near in range(length - slack, length + slack + 1):
        for other in others.get(near, ()):
            matcher = SequenceMatcher(None, sentence.bare, other.bare, autojunk=False)
            if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
                return True
    return False


def _same(sentence: Sentence, passages: Sequence[Passage]) -> TextIssue:
    found = f"“{passages[sentence.passage].text[sentence.start : sentence.start + 16]}……”"
    return TextIssue("S12-same", sentence.passage, sentence.start, sentence.end, found, found)
