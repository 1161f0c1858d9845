"""What a clerk fills in that needs no sheet of its own: boxes, read off the input's models.

A field that a model gains later has its box or its column by itself, or goes to the sheet 其他.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Any, Literal, get_origin

from pipeline.load.yaml_text import Path
from pipeline.model.report import OUTLINE, TEMPLATE, Figure, Report
from pipeline.model.report.description import (
    Field,
    Model,
    alternatives,
    fields_of,
    items_of,
    models_of,
    values_of,
)
from pipeline.model.report.traits import Trait, Words


class BoxKind(Enum):
    """What a box holds."""

    TEXT = auto()
    DATE = auto()
    TEXTS = auto()  # a line each
    PAIRS = auto()  # `name：text`, a line each


@dataclass(frozen=True, slots=True)
class FormBox:
    """One cell to fill in: the way to its value, what stands beside it, what it takes."""

    path: Path
    label: str
    kind: BoxKind
    note: str
    is_required: bool = False
    field: Field | None = None

    @property
    def choices(self) -> tuple[str, ...]:
        """The few words that it takes, where that is not left to the templates."""
        return self.field.words if self.field else ()

    def in_chinese(self, content: str) -> str:
        """A word that it takes, where its English name was typed; anything else as it is."""
        choices = self.field.choices if self.field else None
        return choices.in_chinese(content) if isinstance(choices, Words) else content


def kind_of(annotation: Any) -> BoxKind | None:
    """The kind of box that takes values of a type; None where one cell is not enough."""
    kinds = {_kind_of(one) for one in alternatives(annotation) if one is not type(None)}
    return kinds.pop() if len(kinds) == 1 else None


def _kind_of(one: Any) -> BoxKind | None:
    if get_origin(one) is Literal:
        return BoxKind.TEXT
    for several, kind in ((items_of(one), BoxKind.TEXTS), (values_of(one), BoxKind.PAIRS)):
        if several:
            are_texts = all(kind_of(inner) is BoxKind.TEXT for inner in several)
            return kind if are_texts else None
    if not isinstance(one, type):
        return None
    if issubclass(one, date):
        return BoxKind.DATE
    return BoxKind.TEXT if issubclass(one, str | int | float) else None


def boxes_of(model: Model, above: Path = ()) -> tuple[FormBox, ...]:
    """A box for each field of a model that one cell holds, in their order."""
    found: list[FormBox] = []
    for field in fields_of(model):
        path = (*above, field.key)
        kind = kind_of(field.annotation)
        if Trait.OWN_SHEET in field.traits:
            continue
        if kind is not None:
            label = "".join(map(str, path))
            found.append(FormBox(path, label, kind, *_say(field, kind, path), field))
        elif Trait.SPREAD in field.traits:
            found += (box for inner in models_of(field.annotation) for box in boxes_of(inner, path))
    return tuple(found)


_NAMED_BY_FILES = ((TEMPLATE,), (OUTLINE,))
"""What is chosen among the files that are there."""

_HOW = {
    BoxKind.TEXT: "",
    BoxKind.DATE: "写成 2026-10-08 的样子。",
    BoxKind.TEXTS: "有几个就写几行，在格里换行按 Alt+Enter。",
    BoxKind.PAIRS: "一行一项，写成“名称：内容”，在格里换行按 Alt+Enter。",
}


def _say(field: Field, kind: BoxKind, path: Path) -> tuple[str, bool]:
    """The note beside a box, and whether it must be filled in."""
    is_required = field.is_required and len(path) == 1
    is_official = Trait.NEEDED_WHERE_OFFICIAL in field.traits
    duty = "必填。" if is_required else "红头必填。" if is_official else ""
    described = field.description.removesuffix("。")
    how = "" if kind is BoxKind.DATE and "如 " in described else _HOW[kind]
    choice = "在下拉框里选。" if field.words or path in _NAMED_BY_FILES else ""
    words = f"{described}。" if described not in ("", "".join(map(str, path)), path[-1]) else ""
    return f"{duty}{words}{how}{choice}", is_required


BASICS: tuple[FormBox, ...] = boxes_of(Report)
"""The rows of the sheet 基本信息."""

FIGURE: tuple[FormBox, ...] = boxes_of(Figure)
"""The columns of the sheet 数据 behind the name."""
