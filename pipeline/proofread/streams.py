"""Passages -> streams: what is read on from one paragraph to the next, with the way back."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from pipeline.proofread.passage import Kind, Passage, Slip


@dataclass(frozen=True, slots=True)
class Stream:
    """Passages that follow each other, parted by line feeds; `first` is the number of the first.

    Paragraphs without a heading between them are one stream, every other text is one by itself.
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
        end = start + 1
        while passages[start].kind is Kind.BODY and end < len(passages):
            if passages[end].kind is not Kind.BODY:
                break
            end += 1
        texts = tuple(passage.text for passage in passages[start:end])
        yield Stream(start, passages[start].kind, texts)
        start = end
