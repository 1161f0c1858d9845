"""A value of a figure as a fact: typed or worked out, held against another, in a formula. Pure."""

from dataclasses import replace

from pipeline.figures.facts.formula import FigureName, FormulaError
from pipeline.figures.facts.quantity import (
    SCALES,
    Quantity,
    read_quantity,
    rounded,
    split_unit,
    times,
    write_number,
)
from pipeline.figures.facts.shares import write_share
from pipeline.figures.facts.values import Fact, find_part


def read_fact(name: str, text: str, unit: str) -> Fact:
    """A value as it was typed; a unit behind it goes to its own place."""
    quantity = read_quantity(text, unit)
    text = text.strip()
    if quantity is None:
        return Fact(name, text, unit)
    if unit:
        return Fact(name, text.removesuffix(unit).strip(), unit, quantity)
    value = text.removesuffix(quantity.unit).strip() if quantity.unit else text
    return Fact(name, value, quantity.unit, quantity)


def write_fact(name: str, quantity: Quantity, unit: str) -> Fact:
    """A value that was worked out, written in the unit that was declared or else in its own."""
    number = write_number(quantity.number, quantity.scale, quantity.decimals)
    if unit:
        is_in_unit = split_unit(unit)[0] == quantity.scale
        return Fact(name, number if is_in_unit else number + quantity.scale, unit, quantity)
    return Fact(name, number + quantity.scale, quantity.unit, quantity)


def is_same_value(fact: Fact, other: Fact) -> bool:
    """Whether a second value rounds to the first; a blank to be filled in agrees with all."""
    mine, theirs = fact.quantity, other.quantity
    if mine is None or theirs is None:
        return "【" in fact.text or fact.text == other.text
    if theirs.unit not in ("", mine.unit):
        return False
    return rounded(times(theirs.number, -SCALES[mine.scale]), mine.decimals) == times(
        mine.number, -SCALES[mine.scale]
    )


def read_operand(fact: Fact, rest: str, term: FigureName) -> Quantity:
    """The number that a name in a formula stands for: a figure's, a part's, the last period's."""
    found = fact
    if rest and (part := find_part(fact, rest)) is not None:
        found, rest = part
    if rest == "上期" and found.previous is not None:
        return found.previous
    if rest or found.quantity is None:
        raise FormulaError("formula-text", term.typed, name=term.name, found=rest or found.text)
    return found.quantity


def with_share_in(whole: Fact, part: Fact) -> Fact:
    """A part with its share of the whole; both are numbers."""
    assert whole.quantity is not None
    assert part.quantity is not None
    if whole.quantity.number == 0:
        return part
    share = write_share(part.quantity.number, whole.quantity.number, whole.decimals)
    return replace(part, share=share)


def find_share(fact: Fact, whole: Quantity, reference: str) -> str:
    """The share that a figure has of its 总体; raises `FormulaError` where it can have none."""
    if fact.quantity is None:
        raise FormulaError("formula-text", name=fact.name, found=fact.text)
    if whole.unit != fact.quantity.unit:
        left, right = fact.quantity.unit or "—", whole.unit or "—"
        raise FormulaError("formula-units", left=left, right=right)
    if whole.number == 0:
        raise FormulaError("formula-zero", divisor=reference)
    return write_share(fact.quantity.number, whole.number, fact.decimals)
