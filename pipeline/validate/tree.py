"""The input tree seen through the schema: each entry with its field, the places of paths."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipeline.diagnostics.diagnostic import Diagnostic, Location
from pipeline.load import yaml
from pipeline.load.yaml import Entry, Node, Placed, Scalar, Source, diagnose_colon
from pipeline.model.report import Report
from pipeline.model.report.description import Model, Path, Shape, find_field, shape_of
from pipeline.model.report.traits import REFER_TO_NOTHING, Holds

__all__ = ["InputTree", "Path", "entry_of", "fullwidth_typo", "tree_of"]


@dataclass(frozen=True, slots=True)
class InputTree:
    """The tree and its text, to find the place of a path of keys and indexes.

    `cells` has the places of what was not typed but read from a workbook. The root is what `model`
    reads: a whole input, or one mapping of it.
    """

    source: Source
    root: yaml.Mapping
    cells: Mapping[Path, Location] = field(default_factory=dict)
    model: Model = Report

    def node(self, path: Sequence[str | int]) -> Node:
        """The node at a path, or the deepest one on the way that exists."""
        node: Node = self.root
        for step in path:
            child = _child(node, step)
            if child is not None:
                node = child
        return node

    def entry(self, path: Sequence[str | int]) -> Entry | None:
        """The entry that the last name of a path leads to, or the deepest one on the way."""
        node: Node = self.root
        found: Entry | None = None
        for step in path:
            if isinstance(node, yaml.Mapping) and isinstance(step, str):
                found = node.get(step) or found
            child = _child(node, step)
            if child is not None:
                node = child
        return found

    def place(self, path: Sequence[str | int], needle: str = "") -> Location:
        """Where a path leads, or the first `needle` there as it was typed."""
        cell = self.cells.get(tuple(path))
        return cell or yaml.locate(self.source, self.node(path), needle)

    def texts(self) -> Iterator[Placed]:
        """Every text that may refer to a figure, with its place, in the file's order."""
        return yaml.placed_scalars(self.root, left_out=REFER_TO_NOTHING)

    def prose(self) -> Iterator[Placed]:
        """As `texts`, but those under 数据, which are the figures themselves."""
        return yaml.placed_scalars(self.root, left_out=REFER_TO_NOTHING | {Holds.FIGURES})

    def place_of_key(self, path: Sequence[str | int]) -> Location:
        """Where the last name of a path is given as a key."""
        entry = self.entry(path)
        return yaml.locate(self.source, entry.key) if entry else self.place(path)


def _child(node: Node, step: str | int) -> Node | None:
    match node, step:
        case yaml.Mapping(), str():
            entry = node.get(step)
            return entry.value if entry else None
        case yaml.Sequence(), int() if step < len(node.items):
            return node.items[step]
        case _:
            return None


def tree_of(source: Source, root: yaml.Mapping, model: Model = Report) -> InputTree:
    """The tree of a source, each of whose entries has the field that it gives."""
    return InputTree(source, _describe_mapping(root, shape_of(model)), model=model)


def _describe(node: Node, shape: Shape) -> Node:
    match node:
        case Scalar():
            return node
        case yaml.Sequence():
            items = tuple(_describe(item, shape.item) for item in node.items)
            return yaml.Sequence(items, node.start, node.end)
        case yaml.Mapping():
            return _describe_mapping(node, shape)


def _describe_mapping(node: yaml.Mapping, shape: Shape) -> yaml.Mapping:
    given = {entry.key.text for entry in node.entries}

    def described(entry: Entry) -> Entry:
        field, inner = shape.under(entry.key.text)
        # Where a field is given under both its names, the English one is one too many.
        is_second = field is not None and field.key in given and entry.key.text != field.key
        return Entry(entry.key, _describe(entry.value, inner), None if is_second else field)

    entries = tuple(described(entry) for entry in node.entries)
    return yaml.Mapping(entries, node.start, node.end)


def entry_of(node: yaml.Mapping, key: str, model: Model = Report) -> Entry | None:
    """The entry of a mapping that nobody has described yet, by either name of its field."""
    field = find_field(model, key)
    return node.get(*field.names) if field else node.get(key)


def fullwidth_typo(node: Node, input_: InputTree) -> Diagnostic | None:
    """A text, where a list or a mapping must be, that begins with a key and a full-width colon."""
    if not isinstance(node, Scalar) or not node.is_plain:
        return None
    head, colon, _ = node.text.partition("：")
    head = head.strip().removeprefix("- ")
    if not colon or len(head) > _LONGEST_KEY or "\n" in head:
        return None
    place = yaml.locate(input_.source, node, f"{head}：")
    colon_place = replace(place, column=place.column + len(head), length=1)
    return diagnose_colon(colon_place, head)


_LONGEST_KEY = 12
