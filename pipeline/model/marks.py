"""Marks of what was carried from last year, 【待确认：37】: found, put on, taken off. Pure.

A mark says that somebody must look: it is confirmed by taking it off, with what it holds left as
it is or changed.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.tokens import TO_CONFIRM, TokenKind, tokens_of

WORD = TO_CONFIRM


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark in a text, its span [start, end), and what it holds; None where it is broken."""

    start: int
    end: int
    held: str | None


def find_marks(text: str) -> Iterator[FoundMark]:
    """Every mark of a text in its order, and what was meant as one."""
    for token in tokens_of(text):
        if token.kind is TokenKind.MARK:
            yield FoundMark(token.start, token.end, token.content)
        elif token.kind is TokenKind.BROKEN_MARK:
            yield FoundMark(token.start, token.end, None)


def put_mark(text: str) -> str:
    """The text marked to be confirmed."""
    return f"【{WORD}：{text}】"


def take_off_marks(text: str) -> str:
    """The text with what its marks hold in their places; broken ones stay."""
    return "".join(
        token.content if token.kind is TokenKind.MARK else token.typed for token in tokens_of(text)
    )
