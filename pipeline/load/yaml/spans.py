"""A text of the tree -> where each of its characters stands in the source.

YAML drops indents, joins folded lines and reads escapes, so that the nth character of a text is
seldom the nth after the place where it begins. What is worked out here is held against the text
itself: where the two disagree there is no answer, never a wrong one.
"""

import re
import sys
from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Location
from pipeline.load.yaml.characters import drop_forbidden
from pipeline.load.yaml.nodes import Scalar, Source, locate
from pipeline.load.yaml.scalars import join_folded_lines

Spans = tuple[tuple[int, int], ...]
"""For each character of a text the span [start, end) of the source that it was read from."""

_Chars = list[tuple[str, int, int]]
"""Characters, each with its span."""

_BREAK = re.compile(r"\r\n|\n|\r")
_FOLD = re.compile(r"[ \t]*(?:\r\n|\n|\r)(?:[ \t]*(?:\r\n|\n|\r))*[ \t]*")
_ESCAPE = re.compile(
    r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|(?:\r\n|\n|\r)[ \t]*|.)", re.DOTALL
)
_NAMED = dict(
    zip(
        '0abt\tnvfre "/\\N_LP',
        '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029',
        strict=True,
    )
)
"""What YAML reads behind a backslash."""

_MOST_INDENT = 100


def spans_of(source: Source, scalar: Scalar) -> Spans | None:
    """The spans of a text's characters, or None where they are not known."""
    typed = source.text[scalar.start : scalar.end]
    return next(
        (
            tuple((start, end) for _, start, end in chars)
            for chars in _readings(typed, scalar)
            if "".join(char for char, _, _ in chars) == scalar.text
        ),
        None,
    )


def place_span(source: Source, scalar: Scalar, start: int, end: int) -> Location:
    """Where [start, end) of a text was typed, which has a character; else where the text begins."""
    spans = spans_of(source, scalar)
    return locate(source, scalar) if spans is None else place_among(source, spans, start, end)


def place_among(source: Source, spans: Spans, start: int, end: int) -> Location:
    """As `place_span`, for a text whose spans are known: the first line of what stands there."""
    begin, stop = spans[start][0], spans[end - 1][1]
    first_line = source.text[begin:stop].split("\n", 1)[0]
    return source.location(begin, max(1, len(first_line.rstrip())))


def _readings(typed: str, scalar: Scalar) -> Iterator[_Chars]:
    """The ways in which a text may have been read; more than one where its indent is not known."""
    style = "" if scalar.is_plain else typed[:1]
    if style == "|":
        yield from (_finish(chars, scalar) for chars in _read_block(typed, scalar.start))
    elif style == ">":
        for chars in _read_block(typed, scalar.start, is_folded=True):
            yield _finish(_join(chars), scalar)
    else:
        chars = _read_flow(typed, scalar.start, style)
        yield _finish(_join(chars) if _BREAK.search(typed) else chars, scalar)


def _finish(chars: _Chars, scalar: Scalar) -> _Chars:
    """Without what the load stage drops, and without the line ends that a block's end keeps."""
    kept = [char for char in chars if drop_forbidden(char[0])]
    return kept[: len(scalar.text)]


def _join(chars: _Chars) -> _Chars:
    """Without the blanks that stand for a line's end between two 汉字."""
    text = "".join(char for char, _, _ in chars)
    joined, kept = join_folded_lines(text), _Chars()
    for char in chars:
        if len(kept) < len(joined) and char[0] == joined[len(kept)]:
            kept.append(char)
    return kept


# --- plain and quoted texts ------------------------------------------------------------------


def _read_flow(typed: str, start: int, style: str) -> _Chars:
    chars, at = _Chars(), len(style)
    end = len(typed) - len(style)
    while at < end:
        if style == '"' and (escape := _ESCAPE.match(typed, at, end)):
            if value := _unescape(escape[0]):
                chars.append((value, start + at, start + escape.end()))
            at = escape.end()
        elif fold := _FOLD.match(typed, at, end):
            chars += _folded(fold, start)
            at = fold.end()
        else:
            width = 2 if style == "'" and typed.startswith("''", at) else 1
            chars.append((typed[at], start + at, start + at + width))
            at += width
    return chars


def _unescape(escape: str) -> str:
    """The character that an escape stands for; none for an escaped line's end."""
    if escape[1] in "xuU" and len(escape) > len("\\x"):
        return chr(min(int(f"0x{escape[2:]}", 0), sys.maxunicode))
    return "" if escape[1] in "\r\n" else _NAMED.get(escape[1], escape[1])


def _folded(fold: re.Match[str], start: int) -> _Chars:
    """What a fold is read as: a blank, or one line's end fewer than were typed."""
    breaks = [start + fold.start() + match.start() for match in _BREAK.finditer(fold[0])]
    span = (start + fold.start(), start + fold.end())
    if len(breaks) == 1:
        return [(" ", *span)]
    return [("\n", *span) for _ in breaks[1:]]


# --- block texts -----------------------------------------------------------------------------


def _read_block(typed: str, start: int, *, is_folded: bool = False) -> Iterator[_Chars]:
    """A block text with each indent that it may have."""
    header = _BREAK.search(typed)
    if header is None:
        yield []
        return
    rows = list(_rows(typed, header.end()))
    first = next((typed[begin:end] for begin, end, _ in rows if typed[begin:end].strip()), "")
    usual = len(first) - len(first.lstrip(" "))
    # An indent may be said in the header; where it is not, it is that of the first row.
    for indent in sorted(range(1, _MOST_INDENT), key=lambda one: one != usual):
        yield _read_rows(typed, rows, start, indent, is_folded=is_folded)


_Row = tuple[int, int, int]
"""Where a row begins, where its line end begins, where that ends."""


def _rows(typed: str, at: int) -> Iterator[_Row]:
    for match in _BREAK.finditer(typed, at):
        yield at, match.start(), match.end()
        at = match.end()
    if at < len(typed):
        yield at, len(typed), len(typed)


def _read_rows(typed: str, rows: list[_Row], start: int, indent: int, *, is_folded: bool) -> _Chars:
    chars, held, was_flush = _Chars(), list[_Row](), False
    for row in rows:
        begin, end, _ = row
        content = begin + indent
        if not typed[begin:end].strip(" ") and end <= content:
            held.append(row)
            continue
        is_flush = content < len(typed) and typed[content] not in " \t"
        chars += _line_ends(held, start, is_joined=is_folded and was_flush and is_flush)
        chars += [(typed[at], start + at, start + at + 1) for at in range(content, end)]
        held, was_flush = [row], is_flush
    return chars + _line_ends(held, start, is_joined=False)


def _line_ends(held: list[_Row], start: int, *, is_joined: bool) -> _Chars:
    """The line ends between two rows; joined rows have one fewer, or a blank for the only one."""
    spans = [(start + end, start + after) for _, end, after in held if after > end]
    if not is_joined:
        return [("\n", *span) for span in spans]
    return [("\n", *span) for span in spans[1:]] or [(" ", *span) for span in spans]
