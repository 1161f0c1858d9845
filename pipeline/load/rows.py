"""A source as rows, each with what the look of the rows around it tells: block text, figures."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.diagnostics import Location
from pipeline.load.nodes import Source
from pipeline.report.vocabulary import input_vocabulary

_BLOCK_HEADER = re.compile(r"(?P<key>[ ]*(?:-[ ]+)*)(?:.*:|-)?[ ]+[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_TOP_KEY = re.compile(r"[^\s:：]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `start` is its offset in the source, `is_prose` means inside `key: |`."""

    number: int
    text: str
    start: int
    is_prose: bool = False
    is_figure: bool = False

    @property
    def indent(self) -> int:
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def has_content(self) -> bool:
        """Whether YAML reads a key, an item or a piece of text from it."""
        return not self.is_prose and self.text.strip(" \t")[:1] not in ("", "#")

    def place(self, source: Source, index: int, length: int = 1) -> Location:
        """The place of the character at `index` of this row, counted from 0."""
        return source.line_location(self.number, index + 1, length)


def read_rows(source: Source) -> tuple[Row, ...]:
    """Every row of the source, in its order."""
    return tuple(_read_rows(source))


def _read_rows(source: Source) -> Iterator[Row]:
    own = input_vocabulary().own
    prose_above: int | None = None
    top_key = ""
    for number, text in enumerate(source.lines(), start=1):
        start = source.line_start(number)
        indent = len(text) - len(text.lstrip(" "))
        if prose_above is not None and (not text.strip() or indent > prose_above):
            yield Row(number, text, start, is_prose=True)
            continue
        prose_above = None
        if match := _BLOCK_HEADER.match(text):
            prose_above = len(match["key"]) if ":" in text else indent
        if match := _TOP_KEY.match(text):
            top_key = match[0]
        is_figure = indent > 0 and top_key in own
        yield Row(number, text, start, is_figure=is_figure)
