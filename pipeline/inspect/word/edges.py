"""Where the lines of a paragraph begin and end, as far as that is known without setting it."""

import re
from dataclasses import dataclass, replace

from pipeline.inspect.word.paragraph import SeenParagraph, end_chars, leading_blanks, trailing_chars
from pipeline.inspect.word.runs import BREAK, split_lines
from pipeline.inspect.wordings import DATE

_SPARE_CHARS = 1.0
"""Text this much narrower than its room fits one line in any face."""
_TYPED_GAP = re.compile(r"\t|[ \u3000\u00a0]{3,}")
"""Blanks inside a line that stand in for a right tab."""


@dataclass(frozen=True, slots=True)
class Edges:
    """In characters from the edges of the paragraph's place; `left_chars` None with one line."""

    first_chars: float
    left_chars: float | None
    right_chars: float


def line_edges(paragraph: SeenParagraph) -> Edges:
    """The edges of a paragraph that has words.

    Those of a centred or right aligned line rest on the width of its words.
    """
    match paragraph.said.get("align", "justify"):
        case "center":
            return _centred(paragraph)
        case "right":
            return _right(paragraph)
        case _:
            return _left(paragraph)


_DEEP_CHARS = 8.0
"""Lines that all begin so far in are no running text."""


def signed_lines(paragraph: SeenParagraph) -> tuple[SeenParagraph, ...]:
    """A signature and its date that manual breaks hold in one paragraph as one of each line.

    Any other paragraph stays whole.
    """
    lines = paragraph.text.strip().split(BREAK)
    if len(lines) == 1 or DATE.fullmatch(lines[-1].strip()) is None:
        return (paragraph,)
    parts = tuple(replace(paragraph, runs=tuple(runs)) for runs in split_lines(paragraph.runs))
    parts = tuple(part for part in parts if part.text.strip())
    is_right = paragraph.said.get("align") == "right"
    is_deep = all(line_edges(part).first_chars >= _DEEP_CHARS for part in parts)
    return parts if is_right or is_deep else (paragraph,)


def _left(paragraph: SeenParagraph) -> Edges:
    text = paragraph.text.rstrip()
    lines = text.split(BREAK)
    left, right = paragraph.left_chars, paragraph.right_chars
    blanks = leading_blanks(lines[0])
    start = left + paragraph.first_chars
    first = end_chars(blanks, start, paragraph) if blanks else start
    end = end_chars(lines[0].lstrip(), first, paragraph)
    is_pushed = _TYPED_GAP.search(text.strip()) is not None
    # One that is pushed right means to fill its line.
    spare = -_SPARE_CHARS if is_pushed else _SPARE_CHARS + right
    is_single = len(lines) == 1 and end <= paragraph.width_chars - spare
    if is_single and paragraph.right_pt is not None:
        right = paragraph.right_pt / paragraph.char_pt
    elif is_single and is_pushed:
        right = paragraph.width_chars - end
    return Edges(first, None if is_single else left, right)


def _centred(paragraph: SeenParagraph) -> Edges:
    lines = paragraph.text.split(BREAK)
    left, right = paragraph.left_chars, paragraph.right_chars
    room = paragraph.width_chars - left - right

    def begin(line: str, indent: float) -> float:
        return left + indent + max(0.0, room - indent - _width(line.rstrip(" \t"), paragraph)) / 2

    first = begin(lines[0], paragraph.first_chars) + _width(leading_blanks(lines[0]), paragraph)
    if len(lines) == 1 and _width(lines[0], paragraph) <= room:
        return Edges(first, None, right)
    return Edges(first, begin(lines[1], 0.0) if len(lines) > 1 else left, right)


def _right(paragraph: SeenParagraph) -> Edges:
    line = paragraph.text.split(BREAK)[-1]
    right = paragraph.right_chars + trailing_chars(line)
    width = _width(line.strip(), paragraph)
    start = paragraph.left_chars + paragraph.first_chars
    room = paragraph.width_chars - start - right
    first = start + max(0.0, room - width)
    return Edges(first, None if width <= room else paragraph.left_chars, right)


def _width(text: str, paragraph: SeenParagraph) -> float:
    return paragraph.text_chars(text.replace("\t", "\u3000"))
