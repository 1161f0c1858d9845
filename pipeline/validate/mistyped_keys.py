"""Keys that were typed as text: `小标题：加强领导`, whose colon YAML does not know.

A guess, made only of a text without quotes, and only where the key is a field that may stand in
its place. Anywhere else, and within quotes, 来源：县统计局年报 is a sentence.
"""

from collections.abc import Iterable, Iterator
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from pipeline.diagnostics import Diagnostic
from pipeline.facts import Path, ResolvedText
from pipeline.load import diagnose_colon
from pipeline.report import Report
from pipeline.validate.tree import models_of, names_of


def check_mistyped_keys(texts: Iterable[ResolvedText]) -> Iterator[Diagnostic]:
    """The texts that begin with the name of a field that a mapping in their place could have."""
    for text in texts:
        head, colon, _ = text.text.partition("：")
        if colon and text.is_plain and head.strip() in _fields_at(text.path):
            place = text.place(len(head), len(head) + 1)
            yield diagnose_colon(place, head.strip(), may_be_text=True)


def _fields_at(path: Path) -> frozenset[str]:
    """Both names of every field that a mapping at a path could have."""
    types: tuple[Any, ...] = (Report,)
    for step in path:
        types = tuple(child for one in types for child in _below(one, step))
    models = {found for one in types for found in models_of(one)}
    return frozenset(name for found in models for pair in names_of(found) for name in pair)


def _below(annotation: Any, step: str | int) -> Iterator[Any]:
    """The types of what a value of a type has under a key or an index."""
    origin, parts = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields
        yield from (
            about.annotation for name, about in fields.items() if step in (name, about.alias)
        )
    elif origin is Annotated:
        yield from _below(parts[0], step)
    elif origin in (Union, UnionType):
        for part in parts:
            yield from _below(part, step)
    elif origin is tuple and isinstance(step, int):
        yield parts[0]
    elif origin is dict and isinstance(step, str):
        yield parts[1]
