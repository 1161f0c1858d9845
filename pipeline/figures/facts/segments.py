"""A text as it was typed -> the text as the report shows it, and where each stretch comes from.

Marks are off, figures filled in; a blank stays as it was typed, and so does a name that no figure
answers to.
"""

from dataclasses import dataclass

from pipeline.figures.facts.values import Facts
from pipeline.model.tokens import Token, TokenKind, tokens_of

NAMES = frozenset({TokenKind.REFERENCE, TokenKind.BLANK})
"""The tokens whose content a figure may answer to."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A token of a text, what the report shows for it, and where that begins in the shown text."""

    token: Token
    shown: str
    start: int
    is_figure: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.shown)

    def typed_span(self, index: int) -> tuple[int, int]:
        """The span of the typed text that a character of the shown one comes from.

        That of a figure or of a literal bracket is the whole token.
        """
        if self.is_figure or self.token.kind is TokenKind.ESCAPED:
            return self.token.start, self.token.end
        is_mark = self.token.kind is TokenKind.MARK
        first = self.token.content_start if is_mark else self.token.start
        at = first + index - self.start
        return at, at + 1


def segments_of(text: str, facts: Facts) -> tuple[Segment, ...]:
    """The segments of a text in its order; what they show is all that the report shows of it."""
    segments: list[Segment] = []
    position = 0
    for token in tokens_of(text):
        figure = facts.show(token.content) if token.kind in NAMES else None
        segment = Segment(token, _shown(token, figure), position, figure is not None)
        segments.append(segment)
        position = segment.end
    return tuple(segments)


def _shown(token: Token, figure: str | None) -> str:
    if figure is not None:
        return figure
    return token.content if token.kind in _WITHOUT_BRACKETS else token.typed


_WITHOUT_BRACKETS = frozenset({TokenKind.MARK, TokenKind.ESCAPED})
