"""What a clerk fills in that needs no sheet of its own: boxes, read off the input's models.

A field that a model gains later has its box or its column by itself, or goes to the sheet 其他.
"""

import types
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from pipeline.form.words import BODY, CHOICES, SPREAD, TEMPLATE
from pipeline.report import Figure, Report
from pipeline.validate.substance import REQUIRED_OFFICIAL_FIELDS
from pipeline.yaml_text import Path


class Kind(Enum):
    """What a box holds."""

    TEXT = auto()
    DATE = auto()
    TEXTS = auto()  # a line each
    PAIRS = auto()  # `name：text`, a line each


@dataclass(frozen=True, slots=True)
class Box:
    """One cell to fill in: the way to its value, what stands beside it, what it takes."""

    path: Path
    label: str
    kind: Kind
    note: str
    is_required: bool = False


def kind_of(annotation: Any) -> Kind | None:
    """The kind of box that takes values of a type; None where one cell is not enough."""
    arguments = get_args(annotation)
    match get_origin(annotation):
        case None:
            return _kind_of_class(annotation)
        case origin if origin is Annotated:
            return kind_of(arguments[0])
        case origin if origin in (Union, types.UnionType):
            kinds = {kind_of(part) for part in arguments if part is not type(None)}
            return kinds.pop() if len(kinds) == 1 else None
        case origin if origin is Literal:
            return Kind.TEXT
        case origin:
            # A tuple of texts, or a dict of them by name.
            are_texts = kind_of(arguments[-1 if origin is dict else 0]) is Kind.TEXT
            return _OF_SEVERAL.get(origin) if are_texts else None


_OF_SEVERAL: dict[Any, Kind] = {tuple: Kind.TEXTS, dict: Kind.PAIRS}


def _kind_of_class(annotation: Any) -> Kind | None:
    if not isinstance(annotation, type):
        return None
    if issubclass(annotation, date):
        return Kind.DATE
    return Kind.TEXT if issubclass(annotation, str | int | float) else None


def _model_of(annotation: Any) -> type[BaseModel] | None:
    """The one model that a field holds, which may be left out."""
    match get_origin(annotation), get_args(annotation):
        case None, _:
            is_model = isinstance(annotation, type) and issubclass(annotation, BaseModel)
            return annotation if is_model else None
        case origin, (first, *_) if origin is Annotated:
            return _model_of(first)
        case origin, parts if origin in (Union, types.UnionType):
            models = [_model_of(part) for part in parts if part is not type(None)]
            return models[0] if len(models) == 1 else None
        case _:
            return None


def _boxes_of(model: type[BaseModel], above: Path = ()) -> tuple[Box, ...]:
    found: list[Box] = []
    for name, field in model.model_fields.items():
        path = (*above, field.alias or name)
        kind = kind_of(field.annotation)
        inner = _model_of(field.annotation)
        if kind is not None:
            found.append(Box(path, "".join(map(str, path)), kind, *_told(field, kind, path)))
        elif inner is not None and path in SPREAD:
            found += _boxes_of(inner, path)
    return tuple(found)


_HOW = {
    Kind.TEXT: "",
    Kind.DATE: "写成 2026-10-08 的样子。",
    Kind.TEXTS: "有几个就写几行，在格里换行按 Alt+Enter。",
    Kind.PAIRS: "一行一项，写成“名称：内容”，在格里换行按 Alt+Enter。",
}


def _told(field: FieldInfo, kind: Kind, path: Path) -> tuple[str, bool]:
    """The note beside a box, and whether it must be filled in."""
    is_required = field.is_required() and len(path) == 1
    is_official = any(path == (key,) for _, key in REQUIRED_OFFICIAL_FIELDS)
    duty = "必填。" if is_required else "红头必填。" if is_official else ""
    described = (field.description or "").removesuffix("。")
    how = "" if kind is Kind.DATE and "如 " in described else _HOW[kind]
    choice = "在下拉框里选。" if path in CHOICES or path == TEMPLATE else ""
    words = f"{described}。" if described not in ("", "".join(map(str, path)), path[-1]) else ""
    return f"{duty}{words}{how}{choice}", is_required


BASICS: tuple[Box, ...] = tuple(box for box in _boxes_of(Report) if box.path[0] not in BODY)
"""The rows of the sheet 基本信息."""

FIGURE: tuple[Box, ...] = _boxes_of(Figure)
"""The columns of the sheet 数据 behind the name."""
