"""Changes to a source text by the places of its tree, so that comments and layout stay."""

import json
import re

from pipeline.chinese.dates import replace_spans
from pipeline.load.yaml import Scalar, Source, spans_of
from pipeline.tasks.carry.prose import Replacement

_PLAIN = re.compile(r"[\w\u4e00-\u9fff（【][\w\u4e00-\u9fff（）【】：“”《》.%-]*")


class Edits:
    """Changes of one source, gathered; none overlaps another."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._spans: list[Replacement] = []

    @property
    def newline(self) -> str:
        """How the source ends its lines."""
        return "\r\n" if "\r\n" in self._source.text else "\n"

    def put(self, start: int, end: int, text: str) -> None:
        """Puts a text in the place of a span of the source."""
        self._spans.append((start, end, text))

    def put_in_value(self, scalar: Scalar, spans: list[Replacement]) -> None:
        """Puts texts in the places of spans of a value."""
        if not spans:
            return
        places = None if self._has_escapes(scalar) else spans_of(self._source, scalar)
        if places is None:
            # What was typed with escapes is typed anew, in quotes.
            text = json.dumps(replace_spans(scalar.text, spans), ensure_ascii=False)
            self.put(scalar.start, scalar.end, text)
            return
        for start, end, new in spans:
            first, last = places[start][0], places[end - 1][1]
            self.put(first, last, self._as_quoted(scalar, new))

    def _has_escapes(self, scalar: Scalar) -> bool:
        typed = self._source.text[scalar.start : scalar.end]
        return not scalar.is_plain and typed.startswith('"') and "\\" in typed

    def _as_quoted(self, scalar: Scalar, new: str) -> str:
        """A text with its quotes doubled where the value stands between single ones."""
        is_single = not scalar.is_plain and self._source.text[scalar.start] == "'"
        return new.replace("'", "''") if is_single else new

    def apply(self) -> str:
        """The source with all changes made."""
        return replace_spans(self._source.text, self._spans)


def write_value(text: str) -> str:
    """A text as a value of YAML, in quotes where it needs them."""
    if _PLAIN.fullmatch(text):
        return text
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
