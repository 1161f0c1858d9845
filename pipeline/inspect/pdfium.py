"""What several readers of PDFium's objects share: characters, colours, identity."""

import ctypes
import sys
from typing import Any

UNREADABLE = "\ufffd"
"""Stands for a character that the file does not name."""

_HYPHEN = 0x02
"""What PDFium says for a hyphen at the end of a line."""

_HIGH_HALVES = range(0xD800, 0xDC00)
_LOW_HALVES = range(0xDC00, 0xE000)


def join_halves(code: int, high: str) -> tuple[str, str]:
    """The character of a code, empty for the first half of one, and the half that now waits.

    PDFium gives a character beyond U+FFFF in two halves; `high` is the one that waited.
    """
    if code == _HYPHEN:
        return "-", ""
    if code in _HIGH_HALVES:
        return "", chr(code)
    if code in _LOW_HALVES:
        pair = (high + chr(code)).encode("utf-16-le", "surrogatepass")
        return pair.decode("utf-16-le", "replace"), ""
    return chr(code) if code <= sys.maxunicode else UNREADABLE, ""


def read_color(item: object, ask: Any) -> str:
    """RRGGBB of an object by one of PDFium's functions; empty where it lets all through."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    ask(item, red, green, blue, alpha)
    return f"{red.value:02X}{green.value:02X}{blue.value:02X}" if alpha.value else ""


def address_of(item: Any) -> int | None:
    """Where an object lies, by which it is known again; None for no object."""
    return ctypes.cast(item, ctypes.c_void_p).value if item else None
