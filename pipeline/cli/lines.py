"""Text -> lines that fit a terminal: two columns a 汉字, no mark at the head of a line."""

import re
import shutil
import sys
from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import columns_of
from pipeline.typography.typeset import NOT_AT_LINE_START

_LEAST_COLUMNS = 24
"""A narrower terminal is written past: nothing can be read in it anyhow."""

_PIECE = re.compile(r"[!-~]+|.", re.DOTALL)
"""A Latin word stays whole; a 汉字 stands for itself."""


def terminal_columns() -> int | None:
    """How wide the terminal is that findings go to; None where they go to a file."""
    if not sys.stdout.isatty():
        return None
    return max(_LEAST_COLUMNS, shutil.get_terminal_size().columns)


def printable(text: str) -> str:
    """A text of a stranger's without line ends, tabs and what would steer the terminal."""
    return "".join(
        char if char.isprintable() else " " if char.isspace() else "\ufffd" for char in text
    )


def fold(text: str, columns: int | None, indent: str, hanging: str = "  ") -> str:
    """The text within so many columns; lines after the first hang further in."""
    text = printable(text)
    if columns is None:
        return indent + text
    lines = [indent]
    for piece in _pieces(text):
        if columns_of(lines[-1] + piece.rstrip()) > columns and lines[-1].strip():
            lines[-1] = lines[-1].rstrip()
            lines.append(indent + hanging + piece.lstrip())
        else:
            lines[-1] += piece
    return "\n".join(lines)


def _pieces(text: str) -> Iterator[str]:
    """What may not be broken: a word or a 汉字, with the marks that follow it."""
    piece = ""
    for found in _PIECE.finditer(text):
        if piece and found.group()[0] not in NOT_AT_LINE_START:
            yield piece
            piece = ""
        piece += found.group()
    yield piece
