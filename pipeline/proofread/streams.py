"""Passages -> streams: what is read on from one paragraph to the next, with the way back."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pipeline.proofread.passage import Kind, Passage, Slip


@dataclass(frozen=True, slots=True)
class Stream:
    """Passages that follow each other, parted by line feeds; `first` is the number of the first.

    Paragraphs of one part without a heading between them are one stream, every other text is one
    by itself.
    """

    first: int
    kind: Kind
    texts: tuple[str, ...]

    @property
    def text(self) -> str:
        return "\n".join(self.texts)

    @property
    def after(self) -> int:
        """The number of the passage that follows."""
        return self.first + len(self.texts)

    def slip(self, rule_id: str, span: tuple[int, int], found: tuple[str, str]) -> Slip:
        """A slip at a span of the stream, told in its passage."""
        starts = (0, *accumulate(len(text) + 1 for text in self.texts[:-1]))
        index = bisect_right(starts, span[0]) - 1
        start, end = (place - starts[index] for place in span)
        return Slip(rule_id, self.first + index, start, end, *found)


def streams(passages: Sequence[Passage]) -> Iterator[Stream]:
    """The passages as streams, in their order."""
    start = 0
    while start < len(passages):
        first, end = passages[start], start + 1
        while end < len(passages) and _is_read_on(first, passages[end]):
            end += 1
        yield Stream(start, first.kind, tuple(passage.text for passage in passages[start:end]))
        start = end


def _is_read_on(first: Passage, other: Passage) -> bool:
    return first.kind is other.kind is Kind.BODY and first.part == other.part
