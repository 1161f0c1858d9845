"""Names of figures -> numbers that can be drawn on one axis. Pure.

A number is read from what 【name】 shows, so that chart and text cannot disagree.
"""

from collections.abc import Sequence
from decimal import Decimal

from pipeline.figures.facts import Facts, Quantity, read_quantity
from pipeline.figures.facts.quantity import SCALES, decimals_of, times

PARTS = ".分项"
"""Behind a figure's name: all parts of its breakdown."""


def bare_name(typed: str) -> str:
    """The name of a figure that may have been typed with the brackets of a reference."""
    return typed.strip().removeprefix("【").removesuffix("】").strip().replace("．", ".")


def parts_of(name: str, facts: Facts) -> tuple[str, ...] | None:
    """The references to all parts of the figure that `X.分项` names; None for another name."""
    owner = name.removesuffix(PARTS)
    if owner == name or owner not in facts.by_name:
        return None
    return tuple(f"{owner}.{part.name}" for part in facts.by_name[owner].parts)


def quantity_of(name: str, facts: Facts) -> Quantity | None:
    """The number that 【name】 shows; None where it shows something else, or nothing."""
    return read_quantity(facts.show(name) or "")


def on_one_scale(quantities: Sequence[Quantity]) -> tuple[str, tuple[Decimal, ...], int]:
    """The 万 or 亿 that all have, their numbers in it, and the decimals that show all of them.

    Where they have several scales the numbers are in the unit itself.
    """
    scales = {quantity.scale for quantity in quantities}
    if len(scales) > 1:
        numbers = tuple(quantity.number for quantity in quantities)
        return "", numbers, max(map(decimals_of, numbers))
    scale = scales.pop()
    numbers = tuple(times(quantity.number, -SCALES[scale]) for quantity in quantities)
    return scale, numbers, max(quantity.decimals for quantity in quantities)
