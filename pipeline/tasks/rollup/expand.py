"""The plan's tree -> the tree of an ordinary report: passages in their places, tables made.

What is put in has the place of what it stands for, so that what is found in it later is reported
where the plan asks for it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from pipeline.figures.facts import find_references
from pipeline.load import yaml
from pipeline.load.yaml import Entry, Node, Scalar, Sequence
from pipeline.model.report import FIGURES, ROLLUP
from pipeline.tasks.rollup.plan import PREFIX
from pipeline.tasks.rollup.tables import MadeTable, is_rollup_table

_PASSAGE = f"{PREFIX}摘登."
_TABLE = "表格"

MakeTable = Callable[[yaml.Mapping], MadeTable]


def expand(root: yaml.Mapping, passages: Mapping[str, str], make: MakeTable) -> yaml.Mapping:
    """The tree with its passages and tables; the roll-up itself and the figures stay as typed."""
    entries = tuple(
        entry
        if entry.name in (ROLLUP, FIGURES)
        else replace(entry, value=_expand(entry.value, passages, make))
        for entry in root.entries
    )
    return replace(root, entries=entries)


def _expand(node: Node, passages: Mapping[str, str], make: MakeTable) -> Node:
    match node:
        case Scalar():
            return _put_passages(node, passages)
        case Sequence():
            return replace(node, items=tuple(_expand(i, passages, make) for i in node.items))
        case yaml.Mapping():
            return replace(node, entries=tuple(_entries(node, passages, make)))


def _entries(node: yaml.Mapping, passages: Mapping[str, str], make: MakeTable) -> Iterator[Entry]:
    for entry in node.entries:
        value = entry.value
        is_made = entry.name == _TABLE and is_rollup_table(value)
        if is_made and isinstance(value, yaml.Mapping):
            yield replace(entry, value=_table_node(make(value), value))
        else:
            yield replace(entry, value=_expand(value, passages, make))


def _put_passages(scalar: Scalar, passages: Mapping[str, str]) -> Scalar:
    """The text with the passages that it refers to; a name that is not known stays as it is."""
    parts: list[str] = []
    end = 0
    for reference in find_references(scalar.text):
        name = (reference.name or "").removeprefix(_PASSAGE)
        if reference.name != name and name in passages:
            parts += (scalar.text[end : reference.start], passages[name])
            end = reference.start + len(reference.typed)
    return replace(scalar, text="".join((*parts, scalar.text[end:]))) if parts else scalar


def _table_node(table: MadeTable, asked: yaml.Mapping) -> yaml.Mapping:
    """A table as it would have been typed, all of it at the place where it was asked for."""

    def text(value: str) -> Scalar:
        typed = value.replace("【", "【【").replace("】", "】】")
        return Scalar(typed, asked.start, asked.end, is_plain=False)

    def row(cells: Iterable[Node]) -> Sequence:
        return Sequence(tuple(cells), asked.start, asked.end)

    def mapping(**entries: Node) -> yaml.Mapping:
        typed = tuple(Entry(text(key), value) for key, value in entries.items())
        return yaml.Mapping(typed, asked.start, asked.end)

    def header(column: str | tuple[str, str]) -> Node:
        if isinstance(column, str):
            return text(column)
        return mapping(名称=text(column[0]), 列=row([text(column[1])]))

    widths = {"列宽": row(text(f"{width:.1f}") for width in table.widths)} if table.widths else {}
    rows = row(row(map(text, cells)) for cells in table.rows)
    return mapping(列=row(map(header, table.columns)), 行=rows, **widths)
