"""The one description of the input, read off its models: fields with their names and traits.

A place in an input is a path of keys and indexes; what stands there is found by walking the types.
"""

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pipeline.model.report.traits import Forms, Holds, OneOf, Trait, Words

Model = type[BaseModel]
Path = tuple[str | int, ...]
"""The way to a value from the root of an input: Chinese keys and indexes."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model: its Chinese key, its English name, its type with the traits in it."""

    model: Model
    key: str
    name: str
    description: str
    is_required: bool
    annotation: Any
    holds: Holds
    traits: frozenset[Trait]
    choices: Words | OneOf | Forms | None

    @property
    def names(self) -> tuple[str, str]:
        """The two names that it may be given under."""
        return self.key, self.name

    @property
    def words(self) -> tuple[str, ...]:
        """The few words that it takes, in Chinese; none where it takes any text."""
        match self.choices:
            case Words(by_chinese=words):
                return tuple(words)
            case OneOf(words=words):
                return words
            case _:
                return ()

    @property
    def is_list_of_texts(self) -> bool:
        """Whether it holds a list whose items may be texts."""
        return any(str in alternatives(item) for item in items_of(self.annotation))


@cache
def fields_of(model: Model) -> tuple[Field, ...]:
    """The fields of a model in their order."""
    hints = get_type_hints(model, include_extras=True)
    return tuple(
        _describe(model, name, about, hints[name]) for name, about in model.model_fields.items()
    )


def _describe(model: Model, name: str, info: FieldInfo, annotation: Any) -> Field:
    about = tuple(_metadata(annotation))
    holds = next((one for one in about if isinstance(one, Holds)), None)
    if holds is None:
        raise TypeError(f"{model.__name__}.{name} does not say what it holds")
    choices = next((one for one in about if isinstance(one, Words | OneOf | Forms)), None)
    traits = frozenset(one for one in about if isinstance(one, Trait))
    return Field(
        model=model,
        key=info.alias or name,
        name=name,
        description=info.description or "",
        is_required=info.is_required(),
        annotation=annotation,
        holds=holds,
        traits=traits,
        choices=choices,
    )


def _metadata(annotation: Any) -> Iterator[Any]:
    """What is said in a type, the outermost first; the models in it speak for themselves."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        # Nested types are flattened with the innermost first.
        yield from reversed(arguments[1:])
        yield from _metadata(arguments[0])
    elif origin is dict:
        yield from _metadata(arguments[1])
    elif origin in (Union, types.UnionType, tuple):
        for part in arguments:
            yield from _metadata(part)


def find_field(model: Model, key: str) -> Field | None:
    """The field of a model that goes by a name, in either language."""
    return _by_name(model).get(key)


@cache
def _by_name(model: Model) -> Mapping[str, Field]:
    return {name: field for field in reversed(fields_of(model)) for name in reversed(field.names)}


def alternatives(annotation: Any) -> Iterator[Any]:
    """What a type may be: models, classes, and types of lists and mappings."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        yield from alternatives(arguments[0])
    elif origin in (Union, types.UnionType):
        for part in arguments:
            yield from alternatives(part)
    else:
        yield annotation


def items_of(annotation: Any) -> tuple[Any, ...]:
    """The types of the items where a type may be a list."""
    return tuple(
        item
        for one in alternatives(annotation)
        if get_origin(one) is tuple
        for item in get_args(one)
        if item is not Ellipsis
    )


def values_of(annotation: Any) -> tuple[Any, ...]:
    """The types of the values where a type may be a mapping by names of its author's own."""
    return tuple(get_args(one)[1] for one in alternatives(annotation) if get_origin(one) is dict)


def models_of(annotation: Any) -> tuple[Model, ...]:
    """The models that a type may be; for a list or a mapping, those of what it holds."""
    found: list[Model] = []
    for one in alternatives(annotation):
        if isinstance(one, type) and issubclass(one, BaseModel):
            found.append(one)
        for inner in (*items_of(one), *values_of(one)):
            found += models_of(inner)
    return tuple(dict.fromkeys(found))


def all_models(*roots: Model) -> tuple[Model, ...]:
    """The models that can be reached from some, those included."""
    found: dict[Model, None] = {}
    left = list(roots)
    while left:
        model = left.pop(0)
        if model in found:
            continue
        found[model] = None
        left += [inner for field in fields_of(model) for inner in models_of(field.annotation)]
    return tuple(found)


class Shape:
    """What may stand at a place of an input: models, a list, names of its author's own.

    Made once for each place of the models and kept, since every value of every input passes one.
    """

    def __init__(self, annotations: tuple[Any, ...]) -> None:
        self._annotations = annotations

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of the place."""
        return not self._annotations

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The fields that a mapping there may have; of a list, those of an item for all of it."""
        found = [
            one
            for place in self._annotations
            for one in (
                *alternatives(place),
                *(a for i in items_of(place) for a in alternatives(i)),
            )
            if isinstance(one, type) and issubclass(one, BaseModel)
        ]
        return tuple(field for model in dict.fromkeys(found) for field in fields_of(model))

    @cached_property
    def item(self) -> "Shape":
        """What the items of a list there may be; one that stands for a list is its own item."""
        items = tuple(item for one in self._annotations for item in items_of(one))
        return Shape(items) if items else self

    def under(self, key: str) -> "tuple[Field | None, Shape]":
        """The field that a key of a mapping names, if any, and what may stand under the key.

        Below a field that takes names of its author's own, every key may stand.
        """
        return self._known.get(key) or (None, self._value)

    @cached_property
    def _known(self) -> "Mapping[str, tuple[Field, Shape]]":
        named: dict[str, list[Field]] = {}
        for field in self.fields:
            for name in field.names:
                named.setdefault(name, []).append(field)
        return {
            name: (some[0], Shape(tuple(field.annotation for field in some)))
            for name, some in named.items()
        }

    @cached_property
    def _value(self) -> "Shape":
        return Shape(tuple(value for one in self._annotations for value in values_of(one)))


@cache
def shape_of(model: Model) -> Shape:
    """What a whole input may be."""
    return Shape((model,))


def keys_at(model: Model, path: Sequence[str | int]) -> tuple[str, ...]:
    """The keys that a mapping at a path may have, in both languages, in the models' order."""
    _, shape = _walk(model, path)
    return tuple(dict.fromkeys(name for field in shape.fields for name in field.names))


def field_at(model: Model, path: Sequence[str | int]) -> Field | None:
    """The innermost field that a path leads into; None at the root and below names unknown."""
    return _walk(model, path)[0]


def _walk(model: Model, path: Sequence[str | int]) -> tuple[Field | None, Shape]:
    """The innermost field on a path, and what may stand at its end."""
    shape = shape_of(model)
    inner: Field | None = None
    for step in path:
        if isinstance(step, int):
            # One that stands for a list of itself has no index.
            shape = shape.item
            continue
        field, shape = shape.under(step)
        if shape.is_empty:
            return None, shape
        inner = field or inner
    return inner, shape
