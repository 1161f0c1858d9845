"""A source as rows, each with what the look of the rows around it shows: block text, its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.diagnostics.diagnostic import Location
from pipeline.load.yaml.nodes import Source
from pipeline.model.report.description import Path

_BLOCK_HEADER = re.compile(r"(?P<key>[ ]*(?:-[ ]+)*)(?:.*:|-)?[ ]+[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_BLANKS = " \t\u3000\xa0"
_ITEM = re.compile(rf"[{_BLANKS}]*(?P<dash>-(?!-)|－|—(?!—)|–|[•·●])")
_STEP = re.compile(r"(?P<key>[^\s:：#\"'“”，。；、,\[\]{}［］｛｝]{1,24})[ ]*[:：]")
_TOP_KEY = re.compile(r"[^\s:：]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One line; `start` is its offset in the source, `is_prose` means inside `key: |`.

    `path` are the keys and indexes that seem to lead to what it begins with, by its indent.
    """

    number: int
    text: str
    start: int
    is_prose: bool = False
    is_figure: bool = False
    path: Path = ()

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
    own = source.names.own
    prose_above: int | None = None
    top_key = ""
    outline = _Outline()
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
        path = outline.enter(text) if text.strip(" \t")[:1] not in ("", "#") else ()
        yield Row(number, text, start, is_figure=is_figure, path=path)


class _Outline:
    """The keys and items that rows stand under, by their columns; typos count."""

    def __init__(self) -> None:
        self._open: list[tuple[int, str | int]] = []

    def enter(self, text: str) -> Path:
        """The path to what a row begins with, behind its dashes; the rows below may be under it."""
        column = 0
        while match := _ITEM.match(text, column):
            self._enter_item(match.start("dash"))
            column = match.end()
        column += len(text[column:]) - len(text[column:].lstrip(_BLANKS))
        self._leave(column)
        path = tuple(step for _, step in self._open)
        if match := _STEP.match(text, column):
            self._open.append((column, match["key"]))
        return path

    def _enter_item(self, column: int) -> None:
        # The items of a list may stand in the column of its key.
        self._leave(column + 1)
        before = self._open[-1] if self._open else None
        index = 0
        if before is not None and before[0] == column and isinstance(before[1], int):
            index = before[1] + 1
            self._open.pop()
        self._open.append((column, index))

    def _leave(self, column: int) -> None:
        while self._open and self._open[-1][0] >= column:
            self._open.pop()
