"""The input tree seen through the schema: places of paths, and each key by both its names."""

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from pipeline import load
from pipeline.diagnostics import Diagnostic, Location
from pipeline.load import Entry, Node, Scalar, Source, diagnose_colon
from pipeline.report import Report, RollUpTable

Path = tuple[str | int, ...]
"""The way to a node from the root: keys and indexes."""


@dataclass(frozen=True, slots=True)
class InputTree:
    """The tree and its text, to find the place of a path of keys and indexes.

    `cells` has the places of what was not typed but read from a workbook. The root is what `model`
    reads: a whole input, or one mapping of it.
    """

    source: Source
    root: load.Mapping
    cells: Mapping[Path, Location] = field(default_factory=dict)
    model: type[BaseModel] = Report

    def node(self, path: Sequence[str | int]) -> Node:
        """The node at a path, or the deepest one on the way that exists."""
        node: Node = self.root
        for step in path:
            child = _child(node, step)
            if child is not None:
                node = child
        return node

    def key(self, path: Sequence[str | int]) -> Scalar | None:
        """The key that the last name of a path is given under, where it is given."""
        node: Node = self.root
        found: Scalar | None = None
        for step in path:
            if isinstance(node, load.Mapping) and isinstance(step, str):
                entry = entry_of(node, step)
                found = entry.key if entry else found
            child = _child(node, step)
            if child is not None:
                node = child
        return found

    def place(self, path: Sequence[str | int], needle: str = "", nth: int = 0) -> Location:
        """Where a path leads, or the nth `needle` there as it was typed."""
        cell = self.cells.get(tuple(path))
        return cell or load.locate(self.source, self.node(path), needle, nth)

    def place_of_key(self, path: Sequence[str | int]) -> Location:
        key = self.key(path)
        return load.locate(self.source, key) if key else self.place(path)


def _child(node: Node, step: str | int) -> Node | None:
    match node, step:
        case load.Mapping(), str():
            entry = entry_of(node, step)
            return entry.value if entry else None
        case load.Sequence(), int() if step < len(node.items):
            return node.items[step]
        case _:
            return None


def entry_of(node: load.Mapping, name: str) -> Entry | None:
    return node.get(name, *OTHER_NAMES.get(name, ()))


def names_of(model: type[BaseModel]) -> Iterator[tuple[str, str]]:
    for name, about in model.model_fields.items():
        yield about.alias or name, name


def models_of(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a type can hold, one level down."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    elif get_origin(annotation) in (Union, types.UnionType, Annotated, tuple, dict):
        for part in get_args(annotation):
            yield from models_of(part)


def _allmodels_of(model: type[BaseModel], seen: set[type[BaseModel]]) -> set[type[BaseModel]]:
    if model not in seen:
        seen.add(model)
        for about in model.model_fields.values():
            for child in models_of(about.annotation):
                _allmodels_of(child, seen)
    return seen


_ALL_MODELS = _allmodels_of(RollUpTable, _allmodels_of(Report, set()))
ALIASES = frozenset(alias for model in _ALL_MODELS for alias, _ in names_of(model))
OTHER_NAMES: dict[str, tuple[str, ...]] = {}
for _model in _ALL_MODELS:
    for _alias, _name in names_of(_model):
        OTHER_NAMES[_alias] = (*OTHER_NAMES.get(_alias, ()), _name)
        OTHER_NAMES[_name] = (*OTHER_NAMES.get(_name, ()), _alias)
del _model, _alias, _name

FIGURES = ("数据", "figures")
"""The two names of the field that declares figures."""

LEAD = ("导语", "lead")
CLOSING = ("结尾", "closing")
"""Those of the texts before and behind the four parts."""

_FORMAL = (
    *("模板", "日期", "开始", "结束", "发文字号", "密级", "保密期限", "紧急程度", "份号"),
    *("印发日期", "文件", "印章", "列宽", "署名位置", "核对表", "来源", "表头行数"),
    *("沿用", "届次", "首届年份", "汇总", "校对"),
)
WITHOUT_REFERENCES = frozenset(_FORMAL).union(*(OTHER_NAMES[name] for name in _FORMAL))
"""Fields that hold no prose: a bracket there is a fault of their own form."""


def fullwidth_slip(node: Node, input_: InputTree) -> Diagnostic | None:
    """A text, where a list or a mapping must be, that begins with a key and a full-width colon."""
    if not isinstance(node, Scalar) or not node.is_plain:
        return None
    head, colon, _ = node.text.partition("：")
    head = head.strip().removeprefix("- ")
    if not colon or len(head) > _LONGEST_KEY or "\n" in head:
        return None
    place = load.locate(input_.source, node, f"{head}：")
    colon_place = replace(place, column=place.column + len(head), length=1)
    return diagnose_colon(colon_place, head)


_LONGEST_KEY = 12
