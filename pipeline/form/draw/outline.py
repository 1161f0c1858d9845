"""The tree of an input -> the same with Chinese keys and without short forms, to be laid out."""

import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from pipeline.form.words import FIGURES
from pipeline.report import Report
from pipeline.report.activity import read_activity
from pipeline.report.figure import read_figure
from pipeline.validate.tree import models_of
from pipeline.yaml_text import Tree

_ACTIVITY = "活动"
_Models = tuple[type[BaseModel], ...]


def read_outline(tree: Mapping[str, Tree]) -> Mapping[str, Tree]:
    """The whole input, each known key by its Chinese name, activity and figures at length."""
    named = dict(_rename(tree, (Report,)))
    if _ACTIVITY in named:
        named[_ACTIVITY] = _read(read_activity, named[_ACTIVITY])
    if isinstance(figures := named.get(FIGURES), Mapping):
        are_clear = len({name.strip() for name in figures}) == len(figures)
        named[FIGURES] = {
            (name.strip() if are_clear else name): _read(read_figure, figure)
            for name, figure in figures.items()
        }
    return _rename(named, (Report,))


def _read(short: Callable[[object], object], value: Tree) -> Tree:
    """What a short form stands for; anything else as it is."""
    return typing.cast("Tree", short(value))


def _rename(tree: Mapping[str, Tree], models: _Models) -> Mapping[str, Tree]:
    """A mapping by the Chinese names of its fields; one that has both names keeps both."""
    renamed: dict[str, Tree] = {}
    for key, value in tree.items():
        name, inner, is_open = _field(models, key)
        is_taken = name != key and name in tree
        renamed[key if is_taken else name] = _rename_all(value, inner, is_open=is_open)
    return renamed


def _rename_all(value: Tree, models: _Models, *, is_open: bool) -> Tree:
    """As `_rename`, for whatever a field holds; the keys of an open mapping are its author's."""
    if isinstance(value, str) or not models:
        return value
    if not isinstance(value, Mapping):
        return [_rename_all(item, models, is_open=False) for item in value]
    if is_open:
        return {key: _rename_all(item, models, is_open=False) for key, item in value.items()}
    return _rename(value, models)


@cache
def _field(models: _Models, key: str) -> tuple[str, _Models, bool]:
    """The Chinese name of a field, the models that it holds, and whether by names of their own."""
    for model in models:
        for name, field in model.model_fields.items():
            if key in (name, field.alias):
                # Annotations that are written as texts are read here.
                hint = typing.get_type_hints(model, include_extras=True)[name]
                return field.alias or name, tuple(models_of(hint)), _is_open(hint)
    return key, (), False


def _is_open(hint: Any) -> bool:
    origin = typing.get_origin(hint)
    if origin is typing.Annotated or origin in (typing.Union, type(int | None)):
        return any(_is_open(part) for part in typing.get_args(hint))
    return origin is dict
