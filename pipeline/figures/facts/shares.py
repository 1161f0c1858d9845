"""What two quantities come to beside each other: a share, a growth, a difference, in words."""

from decimal import Decimal, localcontext

from pipeline.figures.facts.quantity import (
    PERCENT,
    POINTS,
    PRECISION,
    Quantity,
    decimals_of,
    rounded,
    write_number,
)

_MOST_DECIMALS = 6


def write_difference(now: Quantity, before: Quantity) -> str:
    """增加5条; of shares, 提高3.2个百分点."""
    change = now.number - before.number
    is_share = now.unit == PERCENT
    rise, fall = ("提高", "下降") if is_share else ("增加", "减少")
    if change == 0:
        return "持平"
    decimals = max(decimals_of(change, now.scale), now.decimals if is_share else 0)
    number = write_number(abs(change), now.scale, decimals)
    return f"{rise if change > 0 else fall}{number}{now.scale}{POINTS if is_share else now.unit}"


def write_growth(now: Quantity, before: Quantity, decimals: int | None) -> str:
    """增长12.5%, 下降3%, 持平; what came before is more than nothing."""
    if now.number == before.number:
        return "持平"
    word = "增长" if now.number > before.number else "下降"
    return word + write_share(abs(now.number - before.number), before.number, decimals)


def write_share(part: Decimal, whole: Decimal, decimals: int | None = None) -> str:
    """The one in per cent of the other: with one decimal where it has one, or with `decimals`."""
    with localcontext(prec=PRECISION):
        percent = part / whole * 100
    return write_number(percent, decimals=shown_decimals(percent, 1, decimals)) + PERCENT


def shown_decimals(number: Decimal, usual: int, wanted: int | None = None) -> int:
    """How many decimals a quotient is written with: those wanted, else as few as show it.

    At most the usual ones, and no more zeros than needed; more where it would come out as 0.
    """
    if wanted is not None:
        return wanted
    while number and rounded(number, usual).is_zero() and usual < _MOST_DECIMALS:
        usual += 1
    return decimals_of(rounded(number, usual))
