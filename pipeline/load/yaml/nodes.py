"""The Node tree: texts, lists and mappings, each with the span of the source it was read from."""

import bisect
import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.model.report.description import Field
from pipeline.model.report.traits import Holds
from pipeline.model.report.vocabulary import Vocabulary, vocabulary_of


@dataclass(frozen=True)
class Source:
    """An input file as text, with what turns an offset into a line and column.

    `names` are those that its keys may have, for typos near them.
    """

    path: Path
    text: str
    names: Vocabulary = field(default_factory=vocabulary_of)

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", self.text))]

    def location(self, index: int, length: int = 1) -> Location:
        """The place of the character at `index`, counted from 0."""
        line = bisect.bisect_right(self._line_starts, index)
        return Location(self.path, line, index - self._line_starts[line - 1] + 1, length)

    def line_location(self, line: int, column: int = 1, length: int = 1) -> Location:
        return Location(self.path, line, column, length)

    def line_start(self, line: int) -> int:
        """The offset of the first character of a line, counted from 1."""
        return self._line_starts[line - 1]

    def lines(self) -> list[str]:
        return re.split(r"\r\n|\n|\r", self.text)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, and the span [start, end) of the source that it was read from."""

    text: str
    start: int
    end: int
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping, and the field that it gives.

    Which field that is depends on where the mapping stands, so whoever knows the schema puts it
    in; there is none before that, and for a key that no field has.
    """

    key: Scalar
    value: "Node"
    field: Field | None = None

    @property
    def name(self) -> str:
        """What the entry goes by in paths: its field's Chinese key, or its own as it was typed."""
        return self.field.key if self.field else self.key.text


@dataclass(frozen=True, slots=True)
class Mapping:
    """A list of keys with their values; no key stands in it twice."""

    entries: tuple[Entry, ...]
    start: int
    end: int

    def get(self, *keys: str) -> Entry | None:
        """The entry under the first of `keys` that is there."""
        found = (entry for key in keys for entry in self.entries if entry.name == key)
        return next(found, None)


Node = Scalar | Sequence | Mapping


def scalars_of(node: Node) -> Iterator[Scalar]:
    """Every value that is a text, in the file's order."""
    stack = [node]
    while stack:
        match stack.pop():
            case Scalar() as scalar:
                yield scalar
            case Sequence(items=items):
                stack += reversed(items)
            case Mapping(entries=entries):
                stack += [entry.value for entry in reversed(entries)]


def keys_and_scalars_of(node: Node) -> Iterator[Scalar]:
    """Every text of a tree, names as well as values, in the file's order."""
    match node:
        case Scalar():
            yield node
        case Sequence(items=items):
            for item in items:
                yield from keys_and_scalars_of(item)
        case Mapping(entries=entries):
            for entry in entries:
                yield entry.key
                yield from keys_and_scalars_of(entry.value)


@dataclass(frozen=True, slots=True)
class Placed:
    """A value that is a text, the way to it, and the innermost field that it stands in."""

    scalar: Scalar
    path: tuple[str | int, ...]
    field: Field | None


def placed_scalars(
    node: Node,
    path: tuple[str | int, ...] = (),
    field: Field | None = None,
    left_out: Container[Holds] = (),
) -> Iterator[Placed]:
    """As `scalars_of`, each with its place, but those in fields that hold what is left out.

    `path` leads to the node, and `field` is the one that it stands in.
    """
    match node:
        case Scalar():
            yield Placed(node, path, field)
        case Sequence(items=items):
            for index, item in enumerate(items):
                yield from placed_scalars(item, (*path, index), field, left_out)
        case Mapping(entries=entries):
            for entry in entries:
                if entry.field is None or entry.field.holds not in left_out:
                    here, inner = (*path, entry.name), entry.field or field
                    yield from placed_scalars(entry.value, here, inner, left_out)


def to_plain(node: Node) -> object:
    """The tree as texts, lists and dicts, without its places."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [to_plain(item) for item in node.items]
        case Mapping():
            return {entry.name: to_plain(entry.value) for entry in node.entries}


def describe_shape(node: Node) -> tuple[str, str]:
    """What a node is, in both languages, for whoever wrote one thing for another."""
    match node:
        case Scalar():
            return "文字", "a text"
        case Sequence():
            return "列表", "a list"
        case Mapping():
            return "“名称: 内容”", "a mapping"


def locate(source: Source, node: Node, needle: str = "") -> Location:
    """Where `node` begins, or the first place in it where `needle` stands as it was typed.

    A needle that its author broke over two lines is not found as such; the node's own place is
    the answer then.
    """
    if not needle:
        first_line = source.text[node.start : node.end].split("\n", 1)[0].rstrip()
        return source.location(node.start, max(1, len(first_line)))
    index = source.text.find(needle, node.start, node.end)
    return source.location(index, len(needle)) if index >= 0 else locate(source, node)


def diagnose_twice(key: str, one: Location, other: Location) -> Diagnostic:
    """The diagnostic of a name that is given in two places, reported at the later one."""
    first, second = sorted((one, other), key=lambda place: (place.line, place.column))
    if first.line == second.line:
        columns = {"first": first.column, "second": second.column}
        return diagnose("duplicate-key-on-line", second, key=key, **columns)
    return diagnose("duplicate-key", second, key=key, first=first.line, second=second.line)
