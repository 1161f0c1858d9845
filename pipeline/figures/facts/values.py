"""Settled figures, and what stands in the text for a reference to one: 【名称】, 【名称.同比】."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass

from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.figures.facts.quantity import PERCENT, Quantity
from pipeline.figures.facts.shares import write_difference, write_growth

FIELDS = ("数值", "单位", "上期", "同比", "增减", "占比", "分项")
"""What can follow the point of 【名称.…】, beside the names of the figure's own parts."""

_SEPARATORS = ".．。"
"""The point as a Latin and as a Chinese keyboard types it."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its value settled: what 【name】 shows is value and unit together.

    `quantity` is the value as a number, None where it is a text. `share` is that of a part in its
    figure, or of a figure in its 总体; empty where there is none.
    """

    name: str
    value: str
    unit: str
    quantity: Quantity | None = None
    previous: Quantity | None = None
    parts: "tuple[Fact, ...]" = ()
    share: str = ""
    decimals: int | None = None

    @property
    def text(self) -> str:
        return self.value + self.unit


@dataclass(frozen=True, slots=True)
class Lack:
    """Why a reference to a known figure shows nothing: a code and its details."""

    code: str
    details: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Facts:
    """The settled figures of a report, by name."""

    by_name: Mapping[str, Fact]

    def show(self, reference: str) -> str | None:
        """What stands in the text for 【reference】, or None where no figure answers to it."""
        found = self.look_up(reference)
        return found if isinstance(found, str) else None

    def look_up(self, reference: str) -> str | Lack | None:
        """As `show`; a Lack where the figure is there and what is asked of it is not."""
        split = split_reference(reference, self.by_name)
        if split is None:
            return None
        name, rest = split
        return _show(self.by_name[name], rest, name)

    def owner(self, reference: str) -> Fact | None:
        """The figure that a reference names, itself or by one of its parts or fields."""
        split = split_reference(reference, self.by_name)
        return self.by_name[split[0]] if split else None


def split_reference(reference: str, names: Container[str]) -> tuple[str, str] | None:
    """The longest declared name that a reference begins with, and what follows its point."""
    if reference in names:
        return reference, ""
    points = [index for index, char in enumerate(reference) if char in _SEPARATORS]
    for index in reversed(points):
        name, rest = reference[:index].strip(), reference[index + 1 :].strip()
        if name in names:
            return name, rest
    return None


def find_part(fact: Fact, rest: str) -> tuple[Fact, str] | None:
    """The part that the rest of a reference begins with, and what follows that."""
    parts = {part.name: part for part in fact.parts}
    split = split_reference(rest, parts) if rest else None
    return (parts[split[0]], split[1]) if split else None


def _show(fact: Fact, rest: str, name: str) -> str | Lack:
    if found := find_part(fact, rest):
        part, field = found
        return _show(part, field, f"{name}.{part.name}")
    match rest:
        case "" | "数值" | "单位":
            return {"": fact.text, "数值": fact.value, "单位": fact.unit}[rest]
        case "占比":
            return fact.share or _unset(name, rest, "总体", "the figure it is a share of")
        case "分项":
            listed = "、".join(part.name + part.text for part in fact.parts)
            return listed or _unset(name, rest, "分项", "its parts")
        case "上期" | "同比" | "增减":
            return _compared(fact, rest, name)
    return Lack("unknown-figure-field", _unknown_field(fact, rest, name))


def _unknown_field(fact: Fact, field: str, name: str) -> dict[str, object]:
    allowed: Iterable[str] = (*(part.name for part in fact.parts), *FIELDS)
    nearest = offer(find_nearest(field, allowed))
    return {"name": name, "field": field, **nearest, "allowed": " / ".join(allowed)}


def _unset(name: str, field: str, key: str, what_en: str) -> Lack:
    return Lack(
        "figure-field-unset",
        {
            "name": name,
            "field": field,
            "why_zh": f"没有写“{key}”",
            "why_en": f"has no “{key}” ({what_en})",
            "fix_zh": f"在“数据”里给它加上“{key}”",
            "fix_en": f"give it a “{key}” under 数据",
        },
    )


def _compared(fact: Fact, field: str, name: str) -> str | Lack:
    now, before = fact.quantity, fact.previous
    if now is None or before is None:
        return _unset(name, field, "上期", "last period's value")
    if field == "上期":
        return before.text
    if field == "增减" or now.unit == PERCENT:
        return write_difference(now, before)
    if before.number <= 0:
        return Lack(
            "figure-field-unset",
            {
                "name": name,
                "field": field,
                "why_zh": f"的“上期”是 {before.text}，算不出增长百分比",
                "why_en": f"has {before.text} as last period's value, and no growth can be stated",
                "fix_zh": f"改用【{name}.增减】",
                "fix_en": f"use 【{name}.增减】",
            },
        )
    return write_growth(now, before, fact.decimals)
