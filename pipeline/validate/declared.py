"""The figures that an input declares (数据): their names, and which of them are used."""

from collections.abc import Collection, Iterator, Mapping

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.diagnostics.nearest import find_meant
from pipeline.figures import facts
from pipeline.load import yaml
from pipeline.load.yaml import Node, Scalar
from pipeline.model.marks import take_off_marks
from pipeline.model.report import FIGURES
from pipeline.model.report.traits import Holds
from pipeline.model.tokens import TokenKind
from pipeline.validate.blanks import diagnose_blank
from pipeline.validate.charts import figures_in_charts
from pipeline.validate.texts import resolve_text
from pipeline.validate.tree import InputTree, Path


def declared_names(root: yaml.Mapping) -> Mapping[str, Scalar]:
    """The key of each declared figure by its stripped name; the first of those that are twice."""
    entries = _entries(root)
    return {item.key.text.strip(): item.key for item in reversed(entries)}


def are_declared(root: yaml.Mapping) -> bool:
    """Whether it is known which figures there are: none, or those of a mapping."""
    entry = root.get(FIGURES)
    return entry is None or isinstance(entry.value, yaml.Mapping)


def named_by_figures(root: yaml.Mapping, names: Collection[str]) -> Iterator[str]:
    """The figures that others are worked out from, which need not stand in the text."""
    for item in _entries(root):
        for entry in item.value.entries if isinstance(item.value, yaml.Mapping) else ():
            if _names_figures(entry) and isinstance(entry.value, Scalar):
                yield from facts.names_of(take_off_marks(entry.value.text), names)


def named_by_charts(root: yaml.Mapping, names: Collection[str]) -> Iterator[str]:
    """The figures that charts draw; of a name that no figure has, the one that was meant."""
    for name in figures_in_charts(root):
        meant = facts.split_reference(name, names) or find_meant(name, names)
        if meant is not None:
            yield meant[0]


def check_declared(input_: InputTree, used: Collection[str]) -> Iterator[Diagnostic]:
    """Names that cannot be referred to, given twice or never used; values that refer to others."""
    keys = declared_names(input_.root)
    for item in _entries(input_.root):
        name = item.key.text.strip()
        place = yaml.locate(input_.source, item.key)
        first = keys[name]
        if set(name) & set("【】\n"):
            yield diagnose("figure-name", place, name=name.replace("\n", " "))
        elif first is not item.key:
            line = yaml.locate(input_.source, first).line
            yield diagnose("duplicate-key", place, key=name, first=line, second=place.line)
        elif name not in used:
            yield diagnose("unused-figure", place, name=name)
        yield from _check_value(item.value, name, input_)


def _names_figures(entry: yaml.Entry) -> bool:
    """Whether a field of a figure names other figures."""
    return entry.field is not None and entry.field.holds is Holds.FIGURE_NAMES


def _entries(root: yaml.Mapping) -> tuple[yaml.Entry, ...]:
    entry = root.get(FIGURES)
    declared = entry.value if entry is not None else None
    return declared.entries if isinstance(declared, yaml.Mapping) else ()


def _check_value(value: Node, name: str, input_: InputTree) -> Iterator[Diagnostic]:
    """The references in the fields of a figure, which are shown as they were typed."""
    placed: list[tuple[Node, Path]] = [(value, (FIGURES, name))]
    if isinstance(value, yaml.Mapping):
        fields = (entry for entry in value.entries if not _names_figures(entry))
        placed = [(entry.value, (FIGURES, name, entry.name)) for entry in fields]
    for node, path in placed:
        if isinstance(node, Scalar):
            text = resolve_text(node, path, input_.source, facts.Facts({}))
            yield from _check_tokens(text)


_SUSPECT = frozenset({TokenKind.BLANK, TokenKind.REFERENCE, TokenKind.STRAY})


def _check_tokens(text: facts.ResolvedText) -> Iterator[Diagnostic]:
    for token in text.tokens:
        if token.kind not in _SUSPECT:
            continue
        place = text.place_typed(token.start, token.end)
        if token.kind is TokenKind.BLANK:
            yield diagnose_blank(token.content, place)
        else:
            named = token.content if token.kind is TokenKind.REFERENCE else ""
            yield diagnose("reference-in-figure", place, name=named)
