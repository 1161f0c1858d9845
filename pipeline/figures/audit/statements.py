"""The texts of a report as the audit reads them: its sentences, and where their words stand."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.diagnostics.diagnostic import Location
from pipeline.figures.facts import ResolvedText, TextRole


@dataclass(frozen=True, slots=True)
class TextSpot:
    """A place in an input: a stretch [start, end) of a text as it was typed, else all of it."""

    text: ResolvedText
    start: int = 0
    end: int | None = None

    @property
    def place(self) -> Location:
        """Where it stands in its file."""
        if self.end is None:
            return self.text.whole_place
        return self.text.place_typed(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Statement:
    """A text as far as it is audited; `words` begin it as the report shows it."""

    resolved: ResolvedText
    words: str

    @property
    def part(self) -> str:
        """The part that it stands in, else its field: 导语, 基本情况, 附件 …"""
        part = self.resolved.part
        return part.heading if part is not None else str(self.resolved.path[0])

    def reference_at(self, start: int, end: int) -> str | None:
        """The reference that the whole of a span comes from; empty where it is partly typed."""
        segments = self.resolved.segments_in(start, end)
        if not any(segment.is_figure for segment in segments):
            return None
        return segments[0].token.content if len(segments) == 1 else ""

    def spot(self, start: int, end: int) -> TextSpot:
        """The place of a span of the words; that of a figure is its reference."""
        return TextSpot(self.resolved, *self.resolved.typed_span(start, end))

    def references(self) -> Iterator[tuple[str, TextSpot]]:
        """The references that figures answer to in the whole of the text, each with its place."""
        for segment in self.resolved.segments:
            token = segment.token
            if segment.is_figure:
                yield token.content, TextSpot(self.resolved, token.start, token.end)


_PROSE = frozenset(
    {
        *(
            TextRole.LEAD,
            TextRole.PART_HEADING,
            TextRole.HEADING,
            TextRole.PARAGRAPH,
            TextRole.POINT,
        ),
        *(TextRole.CLOSING, TextRole.ANNEX_PARAGRAPH),
    }
)
"""Every sentence-like text: no title, no cell, no caption."""


def statements_of(texts: Iterable[ResolvedText]) -> Iterator[Statement]:
    """The texts that are sentences."""
    return (Statement(text, text.text) for text in texts if text.role in _PROSE)


_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」|〔[^〔〕]*〕|【[^【】]*】|https?://\S+")


def without_quoted(text: str) -> str:
    """The text with titles, quotations, brackets of document numbers and blanks masked.

    Each character becomes one that ends a phrase, so that places stay.
    """
    return _QUOTED.sub(lambda match: "|" * len(match[0]), text)
