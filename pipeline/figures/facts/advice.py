"""What a formula that comes to something was hardly meant to say: 万元 × 10000, a rate over 100%.

A tree and what it comes to -> a code, a needle and its details. Pure.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from pipeline.figures.facts.formula import (
    Chain,
    FigureName,
    Negative,
    Number,
    Term,
    Total,
    names_in,
)
from pipeline.figures.facts.quantity import PERCENT, Quantity, split_unit

ADVICE = frozenset({"formula-scale", "rate-over-hundred"})
"""What is reported of a figure that is sound otherwise."""

_THOUSAND = Decimal(1000)
_POWERS = frozenset({_THOUSAND, Decimal(10**4), Decimal(10**8)})
_HUNDRED = Decimal(100)
_PER_MANY = re.compile(r"[百千万亿][人元户平吨]")
"""每万人, 千人, 万元: a figure that is for so many wants to be multiplied."""
_MAY_EXCEED = re.compile(
    r"(?:增长|增幅|增速|增收|完成|达成|使用|利用|回报|收益|利润|周转|产销|自给|负债|拨备覆盖)率"
)


@dataclass(frozen=True, slots=True)
class Advice:
    code: str
    needle: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


def advise(
    name: str, formula: Term, result: Quantity, look_up: Callable[[FigureName], Quantity]
) -> Iterator[Advice]:
    """What looks wrong with the formula of a figure; every name in it has a value."""
    if not _PER_MANY.search(name):
        for above, below in _products(formula):
            yield from _about_scale(above, below, result, look_up)
    yield from _about_rate(name, formula, result)


def _products(term: Term) -> Iterator[tuple[list[Term], list[Term]]]:
    """Every product of a formula: what it multiplies, and what it divides by."""
    above, below = _part(term)
    yield above, below
    for factor in (*above, *below):
        for one in _summands(factor):
            yield from _products(one)


def _part(term: Term) -> tuple[list[Term], list[Term]]:
    """The factors of a term, those of the products within its brackets among them."""
    if isinstance(term, Negative):
        return _part(term.term)
    if not isinstance(term, Chain) or term.rest[0][0] in ("+", "-"):
        return [term], []
    above, below = _part(term.first)
    for operator, one in term.rest:
        upper, lower = _part(one)
        above += upper if operator == "*" else lower
        below += lower if operator == "*" else upper
    return above, below


def _summands(term: Term) -> tuple[Term, ...]:
    """What a sum adds and subtracts; nothing of a name or a number."""
    match term:
        case Chain(first, rest):
            return (first, *(one for _, one in rest))
        case Total(terms):
            return terms
        case _:
            return ()


def _about_scale(
    above: list[Term],
    below: list[Term],
    result: Quantity,
    look_up: Callable[[FigureName], Quantity],
) -> Iterator[Advice]:
    """A power of ten that turns 万元 into 元, or back, which the reckoning has done already."""
    powers = [t for t in (*above, *below) if isinstance(t, Number) and t.number in _POWERS]
    if len(powers) != 1:
        return
    power = powers[0]
    is_times = any(term is power for term in above)
    unit, is_for_one = _base(result.unit)
    operands = [look_up(name) for term in above for name in names_in(term)]
    divisors = [look_up(name) for term in below for name in names_in(term)]
    same = [quantity for quantity in operands if quantity.unit == unit]
    # 效益 ÷ 投入 × 10000 and 案件 × 10000 ÷ 万人 are for every 万元, every 万人.
    is_for_many = any(quantity.unit == unit or quantity.scale for quantity in divisors)
    if is_for_many or not (is_for_one and _is_converting(power, result, same, is_times=is_times)):
        return
    typed = format(power.number, "f")
    verb_zh, verb_en = ("乘", "multiplied") if is_times else ("除以", "divided")
    details = {"unit": unit, "power": typed, "verb_zh": verb_zh, "verb_en": verb_en}
    yield Advice("formula-scale", typed, details)


def _is_converting(
    power: Number, result: Quantity, same: list[Quantity], *, is_times: bool
) -> bool:
    """Whether a factor is between 万元 and 元; a quotient by 1000 is most likely a mean."""
    is_scaled = any(quantity.scale for quantity in same)
    if is_times:
        return is_scaled
    return bool(same) and power.number != _THOUSAND and (is_scaled or bool(result.scale))


def _base(unit: str) -> tuple[str, bool]:
    """The unit before its 每: 元/人 is 元; and whether it is for one, as 吨/万元 is not."""
    base, _, per = unit.partition("/")
    return base, not split_unit(per)[0]


def _about_rate(name: str, formula: Term, result: Quantity) -> Iterator[Advice]:
    """A share of more than all: the quotient of two figures, upside down."""
    is_rate = name.endswith("率") and not _MAY_EXCEED.search(name)
    if not is_rate or result.unit != PERCENT or result.number <= _HUNDRED:
        return
    above, below = _part(formula)
    figures = [term for term in above if any(names_in(term))]
    hundreds = [term for term in above if isinstance(term, Number) and term.number == _HUNDRED]
    is_quotient = len(figures) == len(below) == 1 and any(names_in(below[0]))
    if not is_quotient or len(figures) + len(hundreds) != len(above):
        return
    if hundreds:
        fix_zh, fix_en = "结果已经是百分数，删去“× 100”", "it is in per cent already: drop × 100"
    else:
        fix_zh = "分子分母是不是写反了？部分 ÷ 全部"
        fix_en = "is the quotient upside down? it is the part ÷ the whole"
    found = {"name": name, "found": result.text, "fix_zh": fix_zh, "fix_en": fix_en}
    yield Advice("rate-over-hundred", "", found)
