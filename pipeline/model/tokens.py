"""A text as it was typed -> its tokens: what each 【】 in it means. Pure.

`【【` and `】】` are literal brackets, `【待确认：37】` is a mark of what was carried over,
`【待填…】` a blank to be filled in, any other `【…】` a reference to a figure.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

TO_CONFIRM = "待确认"
"""What a mark begins with."""

TO_FILL_IN = "待填"
"""What a blank begins with."""


class TokenKind(Enum):
    """What a stretch of a text is."""

    TEXT = auto()
    ESCAPED = auto()
    MARK = auto()
    BROKEN_MARK = auto()
    BLANK = auto()
    REFERENCE = auto()
    STRAY = auto()
    """A bracket without its partner."""


@dataclass(frozen=True, slots=True)
class Token:
    """A stretch [start, end) of a text, as it was typed and what it holds.

    `content` is the bracket that an escaped one stands for, what a mark holds, the name in a blank
    or a reference; `content_start` is where that begins in the text. Of any other kind it is what
    was typed.
    """

    kind: TokenKind
    start: int
    end: int
    typed: str
    content: str
    content_start: int


# What was meant as a mark ends before the next bracket, which means something by itself.
_TOKEN = re.compile(
    rf"【\s*{TO_CONFIRM}\s*[：:]\s*(?P<held>[^【】\s][^【】]*)】"
    r"|(?P<escaped>【【|】】)"
    rf"|(?P<broken>【\s*{TO_CONFIRM}[^【】\n]*】|【\s*{TO_CONFIRM}[^【】\n，。；]*"
    rf"|[\[［〔（(]\s*{TO_CONFIRM}\s*[：:][^\]］〕）)【】\n]*[\]］〕）)】]?"
    rf"|{TO_CONFIRM}\s*[：:][^【】\n]{{0,40}}】(?!】))"
    r"|【(?P<name>[^【】]*)】|[【】]"
)
_MAY_HOLD = ("【", "】", TO_CONFIRM)


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a text in its order; together they are all of it."""
    position = 0
    for match in _TOKEN.finditer(text) if any(map(text.__contains__, _MAY_HOLD)) else ():
        if match.start() > position:
            yield _plain(TokenKind.TEXT, text[position : match.start()], position)
        yield _token(match)
        position = match.end()
    if position < len(text):
        yield _plain(TokenKind.TEXT, text[position:], position)


def _token(match: re.Match[str]) -> Token:
    typed, start = match[0], match.start()
    if match["escaped"] is not None:
        return Token(TokenKind.ESCAPED, start, match.end(), typed, typed[0], start)
    if match["held"] is not None:
        return _bracketed(TokenKind.MARK, match, "held")
    if match["name"] is not None:
        name = match["name"].strip()
        is_blank = not name or name.startswith(TO_FILL_IN)
        return _bracketed(TokenKind.BLANK if is_blank else TokenKind.REFERENCE, match, "name")
    return _plain(
        TokenKind.STRAY if match["broken"] is None else TokenKind.BROKEN_MARK, typed, start
    )


def _plain(kind: TokenKind, typed: str, start: int) -> Token:
    return Token(kind, start, start + len(typed), typed, typed, start)


def _bracketed(kind: TokenKind, match: re.Match[str], group: str) -> Token:
    held = match[group]
    start = match.start(group) + len(held) - len(held.lstrip())
    return Token(kind, match.start(), match.end(), match[0], held.strip(), start)
