"""A tree of plain values -> the text of a YAML file, as a person would have typed it.

What `load` reads of the text is the tree again, without a finding. Places are kept on the way, so
that whoever made the tree from something else knows where a line came from.
"""

import bisect
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

Tree: TypeAlias = str | Sequence["Tree"] | Mapping[str, "Tree"]
Path: TypeAlias = tuple[str | int, ...]
"""The way to a value from the root: keys and indexes from 0."""


@dataclass(frozen=True, slots=True)
class Habits:
    """How the values of some keys are written, whatever their length.

    The lists under `spread` and all that holds one take a line an item; those under `rows` take a
    line for each list in them; lists under neither hold names, so that a comma in one is quoted.
    """

    spread: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a key or a value begins in the text: line and column from 1."""

    line: int
    column: int
    path: Path
    is_key: bool


@dataclass(frozen=True, slots=True)
class Written:
    """The text, and the marks of its keys and values in their order."""

    text: str
    marks: tuple[Mark, ...]

    def mark_at(self, line: int, column: int) -> Mark | None:
        """The key or value that a place lies in; None before the first."""
        index = bisect.bisect_right(
            self.marks, (line, column), key=lambda mark: (mark.line, mark.column)
        )
        return self.marks[index - 1] if index else None


def write_yaml(tree: Mapping[str, Tree], habits: Habits, header: str = "") -> Written:
    """The text of a mapping below `header`, whose lines are comments or blank."""
    text, marks = "", []
    was_long = False
    for number, (key, value) in enumerate(tree.items()):
        entry = _Writer(habits)
        entry.write_mapping({key: value}, (), 0)
        piece = "".join(entry.pieces)
        is_long = piece.count("\n") > 1
        text += "\n" if number and (is_long or was_long) else ""
        above = header.count("\n") + text.count("\n")
        marks += [Mark(m.line + above, m.column, m.path, m.is_key) for m in entry.marks]
        text += piece
        was_long = is_long
    return Written(header + text, tuple(marks))


_Piece = tuple[str, Path | None, bool]
"""A bit of one line, and the path of the key (True) or value that it begins."""

_WIDEST_FLOW = 96
"""Terminal columns that a list or mapping may take to be written on its key's line."""


@dataclass(slots=True)
class _Writer:
    habits: Habits
    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    _line: int = 1
    _column: int = 1

    def write_mapping(self, tree: Mapping[str, Tree], path: Path, indent: int) -> None:
        """The entries, each on lines of its own; the first one's indent is there already."""
        for number, (key, value) in enumerate(tree.items()):
            if number:
                self._put(" " * indent)
            self._put(write_key(key), (*path, key), is_key=True)
            self._put(":")
            self._write_value(value, (*path, key), indent)

    def _write_value(self, value: Tree, path: Path, indent: int) -> None:
        """What stands behind a key's colon, to the end of its last line."""
        if isinstance(value, str):
            self._put(" ")
            self._write_text(value, path, indent)
        elif pieces := self._on_one_line(value, path):
            self._put(" ")
            self._put_all(pieces)
            self._put("\n")
        elif isinstance(value, Mapping):
            self._put("\n" + " " * (indent + 2))
            self.write_mapping(value, path, indent + 2)
        else:
            self._put("\n")
            self._write_items(value, path, indent + 2)

    def _write_items(self, items: Sequence[Tree], path: Path, indent: int) -> None:
        for index, item in enumerate(items):
            here = (*path, index)
            self._put(" " * indent + "- ")
            if isinstance(item, str):
                self._write_text(item, here, indent, is_name=self._are_names(path))
            elif pieces := self._on_one_line(item, here):
                self._put_all(pieces)
                self._put("\n")
            elif isinstance(item, Mapping):
                self.write_mapping(item, here, indent + 2)
            else:
                self._put_all(list(self._flow(item, here)))
                self._put("\n")

    def _write_text(self, text: str, path: Path, indent: int, *, is_name: bool = False) -> None:
        if not _is_literal(text):
            self._put(_scalar(text, in_flow=False, is_name=is_name) + "\n", path)
            return
        self._put("|" if text.endswith("\n") else "|-", path)
        for row in text.removesuffix("\n").split("\n"):
            self._put("\n" + (" " * (indent + 2) + row if row else ""))
        self._put("\n")

    def _on_one_line(self, value: Tree, path: Path) -> list[_Piece] | None:
        """The value in brackets, where that is how it is written."""
        if not value:
            return [("[]" if not isinstance(value, Mapping) else "{}", path, False)]
        is_row = any(step in self.habits.rows for step in path[-2:-1])
        if not is_row and self._is_spread(value, path):
            return None
        pieces = list(self._flow(value, path))
        return (
            pieces if is_row or sum(_width(text) for text, _, _ in pieces) <= _WIDEST_FLOW else None
        )

    def _is_spread(self, value: Tree, path: Path) -> bool:
        """Whether a value is written over several lines for what it holds."""
        if isinstance(value, str):
            return "\n" in value
        if path and path[-1] in self.habits.spread | self.habits.rows:
            return True
        if isinstance(value, Mapping):
            return any(self._is_spread(item, (*path, key)) for key, item in value.items())
        return any(self._is_spread(item, (*path, index)) for index, item in enumerate(value))

    def _are_names(self, path: Path) -> bool:
        return not any(step in self.habits.spread | self.habits.rows for step in path[-2:])

    def _flow(self, value: Tree, path: Path) -> Iterator[_Piece]:
        if isinstance(value, str):
            is_name = self._are_names(path[:-1]) and isinstance(path[-1], int)
            yield _scalar(value, in_flow=True, is_name=is_name), path, False
            return
        is_mapping = isinstance(value, Mapping)
        yield "{" if is_mapping else "[", path, False
        keys: Sequence[str | int] = [*value] if isinstance(value, Mapping) else range(len(value))
        items = value.values() if isinstance(value, Mapping) else value
        for number, (key, item) in enumerate(zip(keys, items, strict=True)):
            here: Path = (*path, key)
            if number:
                yield ", ", None, False
            if isinstance(key, str):
                yield write_key(key), here, True
                yield ": ", None, False
            yield from self._flow(item, here)
        yield "}" if is_mapping else "]", None, False

    def _put_all(self, pieces: list[_Piece]) -> None:
        for text, path, is_key in pieces:
            self._put(text, path, is_key=is_key)

    def _put(self, text: str, path: Path | None = None, *, is_key: bool = False) -> None:
        if path is not None:
            self.marks.append(Mark(self._line, self._column, path, is_key))
        self.pieces.append(text)
        self._line += text.count("\n")
        *_, last = text.rpartition("\n")
        self._column = len(last) + (1 if "\n" in text else self._column)


def _width(text: str) -> int:
    """The terminal columns that a text takes, near enough to break lines by."""
    return sum(2 if char > "\u2e7f" else 1 for char in text)


# --- single texts ------------------------------------------------------------------------------

_WORDS = frozenset({"~", "=", "<<", "null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""What YAML takes for something else than a text, and banxin or an editor might too."""
_FIRST = "-?:,[]{}#&*!|>'\"%@`～" + "［］｛｝｜＂＇－—–•·●＃" + "=."
_INNER = re.compile(r":(?=\s|$)|\s#|＃|[\t\n\r]")
_INNER_FLOW = re.compile(r"[:,\[\]{}＃#｛｝［］]|^\?")
_NEEDS_QUOTES_AS_NUMBER = re.compile(
    r"[-+]?0[0-9_]+|[-+]?0[xo].*|[0-9_]+(?::[0-9_]+)+", re.IGNORECASE
)
_ESCAPED = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def write_key(key: str) -> str:
    """A key as it is typed: quoted where it holds more than words."""
    return key if _is_plain(key, in_flow=True) and not set(key) & set("：?|#&*—") else _quote(key)


def _scalar(text: str, *, in_flow: bool, is_name: bool) -> str:
    is_comma_meant = is_name and "，" in text
    return text if _is_plain(text, in_flow=in_flow) and not is_comma_meant else _quote(text)


def _is_plain(text: str, *, in_flow: bool) -> bool:
    """Whether a text can stand without quotes: for YAML, and for whoever reads the line."""
    first = text[:1]
    return (
        text == text.strip()
        and text.lower() not in _WORDS | {""}
        and (first not in _FIRST or (in_flow and first == "—"))
        and not _INNER.search(text)
        and not (in_flow and _INNER_FLOW.search(text))
        and not _NEEDS_QUOTES_AS_NUMBER.fullmatch(text)
        and not _has_escapes(text)
    )


def _has_escapes(text: str) -> bool:
    return any(unicodedata.category(char) in _ESCAPED for char in text)


def _quote(text: str) -> str:
    if not _has_escapes(text):
        return "'" + text.replace("'", "''") + "'"
    return '"' + "".join(map(_escape, text)) + '"'


def _escape(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    if char == "\n":
        return "\\n"
    if unicodedata.category(char) not in _ESCAPED:
        return char
    return f"\\u{ord(char):04X}" if char <= "\uffff" else f"\\U{ord(char):08X}"


def _is_literal(text: str) -> bool:
    """Whether a text is several lines, none of which needs a mark to be kept as it is."""
    rows = text.removesuffix("\n").split("\n")
    return (
        "\n" in text
        and bool(rows[0] and rows[-1])
        and all(row == row.strip() and not _has_escapes(row) for row in rows)
    )
