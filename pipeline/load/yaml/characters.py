"""Characters that neither XML nor Word can hold, or that nobody sees: in a source or escaped."""

import re
from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.yaml.nodes import Scalar, Source

# What XML 1.0 cannot hold, what Word takes for a page or paragraph break (pitfalls: \a, \f), and
# Unicode's category Cf: joiners, soft hyphens, marks that turn the direction of writing.
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\xad\u0600-\u0605\u061c\u06dd\u070f\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0001\U000e0020-\U000e007f]"
)
_FORBIDDEN_IN_VALUES = re.compile(_FORBIDDEN.pattern.replace("\x0b", "\x09\x0b", 1))
INVISIBLE = _FORBIDDEN
"""What no text of a report may hold, wherever it was read."""

_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)", re.DOTALL)
_NAMED_ESCAPES = dict(zip("0abtvferLP", "\x00\x07\x08\t\x0b\x0c\x1b\r\u2028\u2029", strict=True))
_PLACEHOLDER = "\u200b"
_LONGEST_CODEPOINT = 0x10FFFF


def find_forbidden_characters(source: Source) -> Iterator[Diagnostic]:
    """Each forbidden character of a source, once a line."""
    # YAML ends a line at \r\n too; a \r elsewhere is a fault.
    text = source.text.replace("\r\n", " \n")
    yield from _report_once(
        (match[0], source.location(match.start())) for match in _FORBIDDEN.finditer(text)
    )


def find_escaped_characters(text: str, source: Source, scalar: Scalar) -> Iterator[Diagnostic]:
    """Each forbidden character of a value that its source only escapes to, and each tab in it."""
    forbidden = set(_FORBIDDEN_IN_VALUES.findall(text)) - {_PLACEHOLDER}
    if not forbidden:
        return
    typed = source.text[scalar.start : scalar.end]
    places = [
        (match.start(), len(match[0]), _unescape(match[0])) for match in _ESCAPE.finditer(typed)
    ]
    places += [(match.start(), 1, "\t") for match in re.finditer("\t", typed)]
    yield from _report_once(
        (char, source.location(scalar.start + start, length))
        for start, length, char in sorted(places)
        if char in forbidden
    )


def mask_forbidden(source: Source) -> str:
    """The source as the parser may have it, every other character where it was."""
    # A lone \r was reported, but it ends a line for YAML; the tree is whole only if it does.
    return re.sub(rf"(?!\r)(?:{_FORBIDDEN.pattern})", _PLACEHOLDER, source.text)


def drop_forbidden(text: str) -> str:
    """A value without what has been reported already."""
    return _FORBIDDEN_IN_VALUES.sub("", text)


def _report_once(found: Iterator[tuple[str, Location]]) -> Iterator[Diagnostic]:
    reported: set[tuple[str, int]] = set()
    for char, place in found:
        if (char, place.line) not in reported:
            reported.add((char, place.line))
            is_surrogate = "\ud800" <= char <= "\udfff"
            code = "surrogate" if is_surrogate else "control-character"
            yield diagnose(code, place, codepoint=f"U+{ord(char):04X}")


def _unescape(escape: str) -> str:
    """The character that an escape of a double-quoted text stands for."""
    if len(escape) == len(r"\a"):
        return _NAMED_ESCAPES.get(escape[1], escape[1])
    codepoint = int(f"0x{escape[2:]}", base=0)
    return chr(codepoint) if codepoint <= _LONGEST_CODEPOINT else ""
