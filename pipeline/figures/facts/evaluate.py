"""A formula's tree -> what it comes to, with its unit. Pure; exact but for quotients."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal, localcontext
from functools import partial, reduce
from typing import assert_never

from pipeline.figures.facts.formula import (
    Chain,
    FigureName,
    FormulaError,
    Negative,
    Number,
    Operator,
    Term,
    Total,
)
from pipeline.figures.facts.quantity import (
    MOST_DIGITS,
    PERCENT,
    POINTS,
    PRECISION,
    SCALES,
    Quantity,
    decimals_of,
    rounded,
    split_unit,
    times,
)
from pipeline.figures.facts.shares import shown_decimals

_COMPOUND = "×"
"""The unit of a product or quotient of two units; the figure says what it is called."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a term comes to. `unit` is None for a bare number or a ratio.

    `is_exact` says that it is a sum or difference of figures: its unit is theirs and nothing is
    rounded. `scale` is None where no figure has one.
    """

    number: Decimal
    unit: str | None
    scale: str | None = None
    decimals: int = 0
    is_exact: bool = True


def evaluate(term: Term, look_up: Callable[[FigureName], Quantity]) -> Result:
    """The value of a formula; raises `FormulaError`, as `look_up` does for a name without one."""
    with localcontext(prec=PRECISION):
        return _evaluate(term, look_up)


def _evaluate(term: Term, look_up: Callable[[FigureName], Quantity]) -> Result:
    match term:
        case Number(number):
            return Result(number, None)
        case FigureName():
            found = look_up(term)
            return Result(found.number, found.unit, found.scale, found.decimals)
        case Negative(inner):
            result = _evaluate(inner, look_up)
            return replace(result, number=-result.number)
        case Total(terms):
            results = [_evaluate(one, look_up) for one in terms]
            return reduce(partial(_add, "+"), results)
        case Chain(first, rest):
            result = _evaluate(first, look_up)
            for operator, one in rest:
                result = _operate(operator, result, _evaluate(one, look_up), one)
            return result
    assert_never(term)


def _operate(operator: Operator, left: Result, right: Result, divisor: Term) -> Result:
    if operator in ("+", "-"):
        return _add(operator, left, right)
    left, right = _as_ratio(left), _as_ratio(right)
    scale = _common(left.scale, right.scale)
    if operator == "*":
        unit = _unit_of_product(left.unit, right.unit)
        return Result(left.number * right.number, unit, scale, is_exact=False)
    if right.number == 0:
        typed = divisor.typed if isinstance(divisor, FigureName) else ""
        raise FormulaError("formula-zero", typed, divisor=typed or "除数")
    unit = _unit_of_quotient(left.unit, right.unit)
    return Result(left.number / right.number, unit, scale if unit else None, is_exact=False)


def _add(operator: Operator, left: Result, right: Result) -> Result:
    if None in (left.unit, right.unit) and PERCENT in (left.unit, right.unit):
        left, right = _as_ratio(left), _as_ratio(right)
    unit = _unit_of_sum(operator, left.unit, right.unit)
    return Result(
        left.number + right.number if operator == "+" else left.number - right.number,
        unit,
        _common(left.scale, right.scale),
        max(left.decimals, right.decimals),
        left.is_exact and right.is_exact,
    )


def _as_ratio(result: Result) -> Result:
    """50% as 0.5, for multiplying, dividing, and for sums with bare numbers."""
    if result.unit != PERCENT:
        return result
    return Result(result.number / 100, None, is_exact=False)


def _common(left: str | None, right: str | None) -> str | None:
    if left is None or right is None:
        return right if left is None else left
    return left if left == right else ""


def _unit_of_sum(operator: Operator, left: str | None, right: str | None) -> str | None:
    if left is None or right is None:
        return right if left is None else left
    if left == right:
        return POINTS if operator == "-" and left == PERCENT else left
    if {left, right} == {PERCENT, POINTS}:
        return PERCENT
    raise FormulaError("formula-units", left=left or "—", right=right or "—")


def _unit_of_product(left: str | None, right: str | None) -> str | None:
    if left is None or right is None:
        return right if left is None else left
    return _COMPOUND


def _unit_of_quotient(left: str | None, right: str | None) -> str | None:
    if left == right:
        return None
    return left if right is None else _COMPOUND


# --- the unit and the digits of a result ---------------------------------------------------------

_LARGEST = Decimal(10) ** MOST_DIGITS
_RATIOS = {PERCENT: 100, "‰": 1000}


def quantity_of(
    result: Result, unit: str = "", typed: Quantity | None = None, decimals: int | None = None
) -> Quantity:
    """A result in the unit and with the digits that its figure wants; raises `FormulaError`.

    A typed value gives both where there is one: the result is rounded as its author rounded it.
    """
    declared_scale, declared = split_unit(unit)
    found, number = _in_unit(result, declared or (typed.unit if typed else ""))
    if abs(number) >= _LARGEST:
        raise FormulaError("formula-too-large")
    scale = declared_scale or (typed.scale if typed else result.scale or "")
    scale = "" if found in _RATIOS else scale
    in_scale = times(number, -SCALES[scale])
    kept = typed.decimals if typed else decimals
    places = _decimals(result, in_scale, scale) if kept is None else kept
    return Quantity(times(rounded(in_scale, places), SCALES[scale]), found, scale, places)


def _in_unit(result: Result, declared: str) -> tuple[str, Decimal]:
    """The unit of a result and its number in it; the declared one names products and ratios."""
    if result.unit is None:
        unit = declared or ("" if result.is_exact else PERCENT)
        return unit, result.number * _RATIOS.get(unit, 1)
    if result.unit == _COMPOUND and not declared:
        raise FormulaError("formula-unit-missing")
    if result.is_exact and declared not in ("", result.unit):
        raise FormulaError("formula-unit", found=result.unit or "—", declared=declared)
    return declared or result.unit, result.number


def _decimals(result: Result, in_scale: Decimal, scale: str) -> int:
    if result.is_exact:
        kept = result.decimals if scale == (result.scale or "") else 0
        return max(kept, decimals_of(in_scale))
    return shown_decimals(in_scale, 1 if result.unit is None else 2)
