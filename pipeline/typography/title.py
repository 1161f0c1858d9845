"""A title -> lines that break between words and have a shape the standard allows. Pure.

GB/T 9704-2012, 7.3.1: turned lines keep words whole (词意完整), are symmetric, fairly even in
length and well spaced, and a title of several lines takes the form of a trapezoid or a diamond.
"""

import itertools
import re
from collections.abc import Iterator

import rjieba

from pipeline.typography.places import width_chars

MAX_LINES = 4
_NOT_AT_LINE_START = frozenset("，。、；：！？）”’》〉】〕…—·～%％的地得了")
_NOT_AT_LINE_END = frozenset("（“‘《〈【〔与和及或于")
_INSEPARABLE = re.compile(r"《[^《》]{1,16}》|“[^“”]{1,12}”|（[^（）]{1,12}）|\d+年度?")


def break_title(text: str, chars_per_line: int, phrases: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The lines of a title, as few as hold it; lines that its author typed are kept.

    `chars_per_line` counts 汉字 of the title's size; `phrases` are names that a line should not
    end inside.
    """
    typed = tuple(row.strip() for row in text.split("\n") if row.strip())
    if len(typed) > 1:
        return typed
    text = "".join(typed)
    if width_chars(text) <= chars_per_line:
        return (text,)
    pieces = find_words(text)
    for count in range(2, MAX_LINES + 1):
        candidates = list(_partitions(pieces, count, chars_per_line))
        if not candidates:
            continue
        best = min(candidates, key=lambda lines: _ugliness(lines, phrases))
        is_poor = not _has_shape(best) or _break_cost(best, phrases) > _POOR
        if is_poor and count < MAX_LINES:
            # A line more may break well where so few cannot.
            candidates += _partitions(pieces, count + 1, chars_per_line)
            best = min(candidates, key=lambda lines: _ugliness(lines, phrases))
        return best
    return _fill(pieces, chars_per_line)


def find_words(text: str) -> list[str]:
    """The words of a text, with what must not begin or end a line joined to its neighbour."""
    words: list[str] = []
    position = 0
    for match in _INSEPARABLE.finditer(text):
        words += rjieba.cut(text[position : match.start()])
        words.append(match[0])
        position = match.end()
    words += rjieba.cut(text[position:])
    pieces: list[str] = []
    for word in words:
        joins = pieces and (
            word[0] in _NOT_AT_LINE_START
            or pieces[-1][-1] in _NOT_AT_LINE_END
            or (word[0].isascii() and pieces[-1][-1].isascii())
        )
        if joins:
            pieces[-1] += word
        else:
            pieces.append(word)
    return pieces


def _partitions(pieces: list[str], count: int, limit: int) -> Iterator[tuple[str, ...]]:
    """All ways to part the pieces into `count` lines that each fit.

    What cannot fit is not followed up: of a text of hundreds of words there is no end of ways.
    """
    # Where each piece begins; the gap at its joint falls away where a line ends there.
    joints = [0.0, *(_gap(a, b) for a, b in itertools.pairwise(pieces)), 0.0]
    widths = (width_chars(piece) + gap for piece, gap in zip(pieces, joints, strict=False))
    places = [0.0, *itertools.accumulate(widths)]

    def cut(start: int, count: int) -> Iterator[tuple[str, ...]]:
        if count == 1:
            yield ("".join(pieces[start:]),)
            return
        for end in range(start + 1, len(pieces) - count + 2):
            if places[end] - places[start] - joints[start] > limit:
                return
            if places[-1] - places[end] <= limit * (count - 1):
                line = "".join(pieces[start:end])
                yield from ((line, *rest) for rest in cut(end, count - 1))

    return cut(0, count)


def _gap(before: str, after: str) -> float:
    """What Word opens between two pieces that stand side by side."""
    last, first = before[-1], after[0]
    return width_chars(last + first) - width_chars(last) - width_chars(first)


_SHAPE_PENALTY = 24.0
_BREAK_PENALTY = 8.0
_PHRASE_PENALTY = 40.0
_STUB_CHARS, _STUB_PENALTY = 3, 10.0
"""A word or two torn from what follows and left at the end of a line behind a name."""
_POOR = 16.0
"""Breaks that cost more tear a name, or leave a stub behind one; a line more is then tried."""
_GOOD_STARTS = ("关于", "《", "“")


def _ugliness(lines: tuple[str, ...], phrases: tuple[str, ...]) -> float:
    """How uneven the lines are, and how much their breaks and their shape disturb the reader.

    The weights were set by eye on titles of two to four lines: a break inside a name is worse than
    any unevenness, a rectangle or an hourglass worse than a moderate one.
    """
    widths = [width_chars(line) for line in lines]
    mean = sum(widths) / len(widths)
    spread = sum((width - mean) ** 2 for width in widths) / len(widths)
    shape = 0 if _has_shape(lines) else _SHAPE_PENALTY
    return spread + shape + _break_cost(lines, phrases)


def _has_shape(lines: tuple[str, ...]) -> bool:
    return is_trapezoid_or_diamond([width_chars(line) for line in lines])


def _break_cost(lines: tuple[str, ...], phrases: tuple[str, ...]) -> float:
    text = "".join(lines)
    inside = {
        place
        for phrase in phrases
        for match in re.finditer(re.escape(phrase), text)
        for place in range(match.start() + 1, match.end())
    }
    ends = {match.end() for phrase in phrases for match in re.finditer(re.escape(phrase), text)}
    cost, place = 0.0, 0
    for before, after in itertools.pairwise(lines):
        place += len(before)
        if place in inside:
            cost += _PHRASE_PENALTY
        elif place not in ends and not after.startswith(_GOOD_STARTS):
            is_stub = any(0 < place - end <= _STUB_CHARS for end in ends)
            cost += _BREAK_PENALTY + (_STUB_PENALTY if is_stub else 0)
    return cost


def is_trapezoid_or_diamond(widths: list[float]) -> bool:
    """Whether lines only grow, only shrink, or grow and then shrink (7.3.1)."""
    rises = [after - before for before, after in itertools.pairwise(widths)]
    if not any(rises):
        return False
    first_fall = next((i for i, rise in enumerate(rises) if rise < 0), len(rises))
    return all(rise <= 0 for rise in rises[first_fall:])


def _fill(pieces: list[str], limit: int) -> tuple[str, ...]:
    """Lines filled one after the other, for a title too long for any shape."""
    lines = [""]
    for piece in pieces:
        if lines[-1] and width_chars(lines[-1] + piece) > limit:
            lines.append("")
        lines[-1] += piece
    return tuple(lines)
