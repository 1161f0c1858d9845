"""The texts of an input, each resolved once, for every rule that looks at what they say."""

from collections.abc import Iterable, Iterator

from pipeline import load
from pipeline.facts import Facts, Path, ResolvedText, segments_of
from pipeline.load import Node, Scalar, Source
from pipeline.validate.roles import part_of, place_in_report, role_of
from pipeline.validate.tree import FIGURES, OTHER_NAMES, WITHOUT_REFERENCES, InputTree

_LENGTH_OF_FIELD = 3
"""数据, the figure, its field."""


def is_prose(path: Path) -> bool:
    """Whether a field holds words in which a figure may be referred to, or what proves one."""
    if path[0] in FIGURES:
        return len(path) == _LENGTH_OF_FIELD and path[-1] == "依据"
    return WITHOUT_REFERENCES.isdisjoint(path)


def placed_texts(input_: InputTree) -> Iterator[tuple[Scalar, Path]]:
    """Every text of an input that is prose, with the way to it, in the file's order."""
    return ((scalar, path) for scalar, path in _walk(input_.root, ()) if is_prose(path))


def _walk(node: Node, path: Path) -> Iterator[tuple[Scalar, Path]]:
    match node:
        case Scalar():
            yield node, path
        case load.Sequence(items=items):
            for index, item in enumerate(items):
                yield from _walk(item, (*path, index))
        case load.Mapping(entries=entries):
            for entry in entries:
                yield from _walk(entry.value, (*path, _chinese(entry.key.text, path)))


def _chinese(key: str, path: Path) -> str:
    """The Chinese name of a field; a key of the author's own, as that of a figure, as it is."""
    is_own = len(path) == 1 and path[0] in FIGURES
    return OTHER_NAMES[key][0] if key.isascii() and key in OTHER_NAMES and not is_own else key


def resolve_texts(input_: InputTree, facts: Facts) -> tuple[ResolvedText, ...]:
    """Every text of an input, whose tree still has its marks, in the file's order."""
    return tuple(
        resolve_text(scalar, path, input_.source, facts) for scalar, path in placed_texts(input_)
    )


def resolve_text(scalar: Scalar, path: Path, source: Source, facts: Facts) -> ResolvedText:
    segments = segments_of(scalar.text, facts)
    return ResolvedText(path, role_of(path), part_of(path), segments, source, scalar)


def in_report_order(texts: Iterable[ResolvedText]) -> tuple[ResolvedText, ...]:
    """The texts as the report shows them."""
    return tuple(sorted(texts, key=lambda text: place_in_report(text.path)))


_TABLES = frozenset({"表格"})
CHARTS = frozenset({"图表"})


def display_of(text: ResolvedText) -> Path | None:
    """The way to the table or chart that a text stands in."""
    path = text.path
    for index in reversed(range(len(path))):
        if path[index] in _TABLES:
            return path[: index + 1]
        if path[index] in CHARTS:
            is_listed = index + 1 < len(path) and isinstance(path[index + 1], int)
            return path[: index + 1 + is_listed]
    return None
