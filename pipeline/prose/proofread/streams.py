"""Passages -> streams: what is read on from one paragraph to the next, with the way back."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, takewhile

from pipeline.prose.proofread.passage import Passage, PassageKind, TextIssue


@dataclass(frozen=True, slots=True)
class Stream:
    """Passages that are read as one text, parted by line feeds; `numbers` are their own.

    Paragraphs of one part without a heading between them are one stream, even around a table;
    every other text is one by itself.
    """

    numbers: tuple[int, ...]
    kind: PassageKind
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def first(self) -> int:
        return self.numbers[0]

    @property
    def after(self) -> int:
        """The number of the passage that follows."""
        return self.numbers[-1] + 1

    def issue(self, rule_id: str, span: tuple[int, int], found: tuple[str, str]) -> TextIssue:
        """An issue at a span of the stream, reported in its passage."""
        starts = (0, *accumulate(len(text) + 1 for text in self.texts[:-1]))
        index = bisect_right(starts, span[0]) - 1
        start, end = (place - starts[index] for place in span)
        return TextIssue(rule_id, self.numbers[index], start, end, *found)


def streams(passages: Sequence[Passage]) -> Iterator[Stream]:
    """The passages as streams, by where each begins."""
    taken: set[int] = set()
    for number, passage in enumerate(passages):
        if number not in taken:
            numbers = (number, *_read_on(number, passages))
            taken.update(numbers)
            yield Stream(numbers, passage.kind, tuple(passages[one].text for one in numbers))


def passages_below(heading: Stream, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """What stands below a heading in its part, as far as the next of its level or above."""
    level, part = passages[heading.first].level, passages[heading.first].part
    return tuple(
        takewhile(
            lambda one: (
                one.part == part and (one.kind is not PassageKind.HEADING or one.level > level)
            ),
            passages[heading.after :],
        )
    )


def _read_on(first: int, passages: Sequence[Passage]) -> Iterator[int]:
    """The paragraphs that go on with a paragraph."""
    if passages[first].kind is not PassageKind.BODY:
        return
    for number, passage in enumerate(passages[first + 1 :], first + 1):
        if passage.kind is PassageKind.BODY and passage.part == passages[first].part:
            yield number
        elif passage.kind is not PassageKind.CELL:
            return
