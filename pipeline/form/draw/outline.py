"""The tree of an input -> the same with Chinese keys and without short forms, to be laid out."""

from collections.abc import Callable, Mapping, Sequence

from pydantic import BaseModel

from pipeline.form.words import ANNEXES, FIGURES, PART_NAMES
from pipeline.report import (
    Activity,
    Annex,
    ColumnGroup,
    Figure,
    PictureInput,
    Report,
    Section,
    TableInput,
)
from pipeline.report.activity import read_activity
from pipeline.report.figure import read_figure
from pipeline.yaml_text import Tree

_ACTIVITY = "活动"
_PARAGRAPHS, _COLUMNS, _TABLE, _PICTURES = "段落", "列", "表格", "图片"


def read_outline(tree: Mapping[str, Tree]) -> dict[str, Tree]:
    """The whole input, each known key by its Chinese name, activity and figures at length."""
    outline = dict(_rename(tree, Report))
    if _ACTIVITY in outline:
        outline[_ACTIVITY] = _named(_long(read_activity(outline[_ACTIVITY]), Activity), Activity)
    if isinstance(figures := outline.get(FIGURES), Mapping):
        outline[FIGURES] = _figures(figures)
    for part in PART_NAMES:
        if part in outline:
            outline[part] = _items(outline[part])
    if ANNEXES in outline:
        outline[ANNEXES] = _each(outline[ANNEXES], _annex)
    return outline


def _named(value: Tree, model: type[BaseModel]) -> Tree:
    """A mapping with the Chinese names of its model's fields; one that has both keeps both."""
    return _rename(value, model) if isinstance(value, Mapping) else value


def _rename(value: Mapping[str, Tree], model: type[BaseModel]) -> dict[str, Tree]:
    aliases = {name: field.alias or name for name, field in model.model_fields.items()}
    renamed: dict[str, Tree] = {}
    for key, item in value.items():
        alias = aliases.get(key, key)
        renamed[key if alias != key and alias in value else alias] = item
    return renamed


def _long(read: object, model: type[BaseModel]) -> Tree:
    """What a short form was read as, under the Chinese names."""
    return _named(read, model)  # type: ignore[arg-type]


def _figures(figures: Mapping[str, Tree]) -> dict[str, Tree]:
    stripped = {name.strip() for name in figures}
    is_clear = len(stripped) == len(figures)
    return {
        (name.strip() if is_clear else name): _named(_long(read_figure(value), Figure), Figure)
        for name, value in figures.items()
    }


def _each(value: Tree, change: Callable[[Tree], Tree]) -> Tree:
    is_list = isinstance(value, Sequence) and not isinstance(value, str)
    return [change(item) for item in value] if is_list else value


def _items(value: Tree) -> Tree:
    """What a part or a section holds: texts and sections, a lone one as a list."""
    return [value] if isinstance(value, str) else _each(value, _section)


def _section(value: Tree) -> Tree:
    named = _named(value, Section)
    if isinstance(named, dict) and _PARAGRAPHS in named:
        named[_PARAGRAPHS] = _items(named[_PARAGRAPHS])
    return named


def _annex(value: Tree) -> Tree:
    named = _named(value, Annex)
    if not isinstance(named, dict):
        return named
    if isinstance(named.get(_PARAGRAPHS), str):
        named[_PARAGRAPHS] = [named[_PARAGRAPHS]]
    if _TABLE in named:
        named[_TABLE] = _table(named[_TABLE])
    if _PICTURES in named:
        named[_PICTURES] = _each(named[_PICTURES], lambda item: _named(item, PictureInput))
    return named


def _table(value: Tree) -> Tree:
    named = _named(value, TableInput)
    if isinstance(named, dict) and _COLUMNS in named:
        named[_COLUMNS] = _each(named[_COLUMNS], _column)
    return named


def _column(value: Tree) -> Tree:
    named = _named(value, ColumnGroup)
    if isinstance(named, dict) and _COLUMNS in named:
        named[_COLUMNS] = _each(named[_COLUMNS], _column)
    return named
