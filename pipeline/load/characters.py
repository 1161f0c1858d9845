"""Characters that neither XML nor Word can hold: found in a source, or in a value it escapes to."""

import re
from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.load.nodes import Scalar, Source, locate

# What XML 1.0 cannot hold, and what Word takes for a page or paragraph break (pitfalls: \a, \f).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def find_forbidden_characters(
    text: str, source: Source, scalar: Scalar | None = None
) -> Iterator[Diagnostic]:
    pattern = _FORBIDDEN if scalar is None else _FORBIDDEN_IN_VALUES
    for match in pattern.finditer(text if scalar else text.replace("\r\n", " \n")):
        codepoint = f"U+{ord(match[0]):04X}"
        is_surrogate = "\ud800" <= match[0] <= "\udfff"
        place = locate(source, scalar, match[0]) if scalar else source.location(match.start())
        yield diagnose(
            "surrogate" if is_surrogate else "control-character", place, codepoint=codepoint
        )


_FORBIDDEN_IN_VALUES = re.compile(_FORBIDDEN.pattern.replace("\x0b", "\x09\x0b", 1))
