"""Marks of what was carried from last year, 【待确认：37】: found, put on, taken off. Pure.

A mark says that somebody must look: it is confirmed by taking it off, with what it holds left as
it is or changed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

WORD = "待确认"

MARK = re.compile(rf"【\s*{WORD}\s*[：:]\s*(?P<held>[^【】\s][^【】]*)】")
_BROKEN = re.compile(
    rf"【\s*{WORD}[^【】\n]*】|【\s*{WORD}[^【】\n，。；]*|[\[［〔（(]\s*{WORD}\s*[：:][^\]］〕）)\n]*[\]］〕）)]?"
    rf"|{WORD}\s*[：:][^【】\n]{{0,40}}】"
)


@dataclass(frozen=True, slots=True)
class FoundMark:
    """A mark in a text, its span [start, end), and what it holds; None where it is broken."""

    start: int
    end: int
    held: str | None


def find_marks(text: str) -> Iterator[FoundMark]:
    """Every mark of a text in its order, and what was meant as one."""
    position = 0
    for match in MARK.finditer(text):
        yield from _find_broken(text, position, match.start())
        yield FoundMark(match.start(), match.end(), match["held"].strip())
        position = match.end()
    yield from _find_broken(text, position, len(text))


def _find_broken(text: str, start: int, end: int) -> Iterator[FoundMark]:
    for match in _BROKEN.finditer(text, start, end):
        yield FoundMark(match.start(), match.end(), None)


def is_mark(text: str) -> bool:
    """Whether the whole of a text is one mark."""
    return MARK.fullmatch(text) is not None


def put_mark(text: str) -> str:
    """The text marked to be confirmed."""
    return f"【{WORD}：{text}】"


def take_off_marks(text: str) -> str:
    """The text with what its marks hold in their places; broken ones stay."""
    return MARK.sub(lambda match: match["held"].strip(), text)
