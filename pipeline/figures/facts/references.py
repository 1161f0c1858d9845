"""References to figures in a text, 【名称】: found, and replaced by what the figure shows."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.figures.facts.segments import NAMES, segments_of
from pipeline.figures.facts.values import Facts
from pipeline.model.document import FigureText, Inline, Text
from pipeline.model.tokens import TokenKind, tokens_of


@dataclass(frozen=True, slots=True)
class Reference:
    """What stands in brackets, and where it begins; `name` is None where it has no name."""

    name: str | None
    typed: str
    start: int


def find_references(text: str) -> Iterator[Reference]:
    """Everything in a text that is bracketed by 【】, in its order, broken ones and marks too."""
    for token in tokens_of(text):
        if token.kind not in (TokenKind.TEXT, TokenKind.ESCAPED):
            name = token.content if token.kind in NAMES else None
            yield Reference(name, token.typed, token.start)


def resolve(text: str, facts: Facts) -> tuple[Inline, ...]:
    """The text with each reference replaced by its figure; blanks stay visible as they are typed.

    The text has passed validation: an unknown name or a mark is a KeyError.
    """
    inlines: list[Inline] = []
    for segment in segments_of(text, facts):
        token = segment.token
        if segment.is_figure:
            inlines.append(FigureText(token.content, segment.shown))
        elif token.kind in (TokenKind.REFERENCE, TokenKind.MARK):
            raise KeyError(token.typed)
        else:
            inlines.append(Text(segment.shown))
    return _merge(inlines)


def _merge(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts as one, empty ones left out."""
    merged: list[Inline] = []
    for inline in inlines:
        if not inline.text:
            continue
        if merged and isinstance(inline, Text) and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + inline.text)
        else:
            merged.append(inline)
    return tuple(merged)
