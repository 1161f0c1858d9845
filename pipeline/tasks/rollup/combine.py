"""The units' figures -> the county's: read as exact numbers in one unit of measure, combined."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal, localcontext
from statistics import median

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.figures.facts import Fact
from pipeline.figures.facts.quantity import (
    PRECISION,
    SCALES,
    Quantity,
    decimals_of,
    rounded,
    split_unit,
    times,
    write_number,
)
from pipeline.model.report import Combination, Unit
from pipeline.tasks.rollup.plan import Plan
from pipeline.tasks.rollup.units import Roster

SHARES = frozenset({"%", "‰", "个百分点"})
"""Units of measure of which a sum says nothing."""

_NOTHING = frozenset({"0", "无", "否", "没有", "—"})
_MOST_NAMED = 10


@dataclass(frozen=True, slots=True)
class Value:
    """What one unit reports of a figure; `number` is exact, in the unit of measure without 万.

    It is None where the figure is listed and not counted. `previous` is that of the last period,
    `is_nothing` says that it is 0 or a word for it.
    """

    unit: Unit
    text: str
    place: Location
    is_nothing: bool
    number: Decimal | None = None
    previous: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Combined:
    """One figure over all the units: the values, in the order of the units, and who lacks it."""

    name: str
    rule: Combination
    unit: str
    values: tuple[Value, ...]
    lacking: tuple[Unit, ...]

    @property
    def is_share(self) -> bool:
        return self.unit in SHARES

    @property
    def is_counted(self) -> bool:
        """Whether its values are numbers; those of others are listed, or who has one is counted."""
        return self.rule.way not in ("list", "count")

    @property
    def numbers(self) -> tuple[Decimal, ...]:
        """The values that are counted."""
        return tuple(value.number for value in self.values if value.number is not None)

    @property
    def total(self) -> Decimal:
        return _sum(self.numbers)

    @property
    def previous_total(self) -> Decimal | None:
        """The total of the last period, where every unit that has the figure gives that too."""
        known = [value.previous for value in self.values if value.previous is not None]
        return _sum(known) if known and len(known) == len(self.values) else None

    @property
    def mean(self) -> Decimal:
        """Their mean, in the decimals of the plan; there is at least one."""
        return self._rounded(self.total / len(self.numbers))

    @property
    def median(self) -> Decimal:
        return self._rounded(median(self.numbers))

    @property
    def something(self) -> tuple[Value, ...]:
        """The values that are more than nothing."""
        return tuple(value for value in self.values if not value.is_nothing)

    def write(self, number: Decimal) -> str:
        """A number as it is written before the unit of measure."""
        scale, _ = split_unit(self.unit)
        return write_number(number, scale, decimals_of(number, scale))

    def write_mean(self) -> str:
        """The mean; that of shares has its decimals though they be 0, to stand beside others."""
        scale, _ = split_unit(self.unit)
        needed = decimals_of(self.mean, scale)
        return write_number(self.mean, scale, self.rule.decimals if self.is_share else needed)

    def write_below(self, number: Decimal) -> str:
        """A number as it stands below the values, with as many decimals as any of them has."""
        scale, _ = split_unit(self.unit)
        return write_number(number, scale, self._decimals)

    @property
    def _decimals(self) -> int:
        scale, _ = split_unit(self.unit)
        return max((decimals_of(number, scale) for number in self.numbers), default=0)

    def cells(self) -> dict[str, str]:
        """What stands in a table for each unit, by the name it is listed with."""
        decimals, (scale, _) = self._decimals, split_unit(self.unit)
        return {
            value.unit.name: value.text
            if value.number is None
            else write_number(value.number, scale, decimals)
            for value in self.values
        }

    def holders(self, number: Decimal) -> tuple[Unit, ...]:
        """The units that report this number."""
        return tuple(value.unit for value in self.values if value.number == number)

    def _rounded(self, number: Decimal) -> Decimal:
        scale, _ = split_unit(self.unit)
        shown = rounded(times(number, -SCALES[scale]), self.rule.decimals)
        return times(shown, SCALES[scale])


def _sum(numbers: Iterable[Decimal]) -> Decimal:
    """The exact sum, whatever the count of digits."""
    with localcontext(prec=PRECISION):
        return sum(numbers, Decimal(0))


@dataclass(frozen=True, slots=True)
class _Declared:
    unit: Unit
    fact: Fact
    place: Location


def _value(item: _Declared, *, is_counted: bool) -> Value:
    quantity, before = item.fact.quantity, item.fact.previous
    is_zero = quantity is not None and quantity.number == 0
    is_nothing = is_zero or item.fact.text in _NOTHING
    number = quantity.number if quantity and is_counted else None
    previous = before.number if before and is_counted else None
    return Value(item.unit, item.fact.text, item.place, is_nothing, number, previous)


def combine(plan: Plan, roster: Roster) -> tuple[tuple[Combined, ...], tuple[Diagnostic, ...]]:
    """Every figure of the plan over the units that have reported, and what does not fit."""
    done: list[Combined] = []
    faults: list[Diagnostic] = []
    for name, rule in plan.rollup.figures.items():
        declared, found = _declared(name, rule, roster)
        faults += found
        reporting = {item.unit.name for item in declared}
        lacking = tuple(r.unit for r in roster.readable if r.unit.name not in reporting)
        unit, values, found = _measure(name, rule, declared)
        combined = Combined(name, rule, unit, values, lacking)
        faults += (*found, *_misfits(combined, plan, roster))
        done.append(combined)
    return tuple(done), tuple(faults)


def _declared(
    name: str, rule: Combination, roster: Roster
) -> tuple[list[_Declared], list[Diagnostic]]:
    """What each unit declares under the names of the figure; the first of two is taken."""
    found: list[_Declared] = []
    faults: list[Diagnostic] = []
    for reporting in roster.readable:
        by_name = reporting.valid.facts.by_name
        given = [alias for alias in rule.taken_from or (name,) if alias in by_name]
        if not given:
            continue
        place = reporting.file.tree.place_of_key(("数据", given[0]))
        found.append(_Declared(reporting.unit, by_name[given[0]], place))
        if len(given) > 1:
            details = {"name": reporting.unit.shown, "first": given[0], "second": given[1]}
            faults.append(diagnose("unit-figure-twice", place, figure=name, **details))
    return found, faults


def _measure(
    name: str, rule: Combination, declared: list[_Declared]
) -> tuple[str, tuple[Value, ...], list[Diagnostic]]:
    """The unit of measure, the values in it, and those that are no number or of another unit."""
    if rule.way in ("list", "count"):
        return rule.unit or "", tuple(_value(item, is_counted=False) for item in declared), []
    read = [(item, item.fact.quantity) for item in declared]
    wanted = rule.unit or _usual_unit([quantity for _, quantity in read if quantity])
    values: list[Value] = []
    faults: list[Diagnostic] = []
    for item, quantity in read:
        details = {"name": item.unit.shown, "figure": name, "found": item.fact.text}
        if quantity is None:
            faults.append(diagnose("unit-figure-not-a-number", item.place, **details))
        elif quantity.unit != split_unit(wanted)[1]:
            details |= {"wanted": wanted or "（无）"}
            faults.append(diagnose("unit-of-measure", item.place, **details))
        else:
            values.append(_value(item, is_counted=True))
    return wanted, tuple(values), faults


def _usual_unit(quantities: list[Quantity]) -> str:
    """The unit of measure that most units use, and of its scales that which most use."""
    bases = Counter(quantity.unit for quantity in quantities)
    if not bases:
        return ""
    (base, _), *_ = bases.most_common(1)
    scales = Counter(quantity.scale for quantity in quantities if quantity.unit == base)
    (scale, _), *_ = scales.most_common(1)
    return scale + base


def _misfits(combined: Combined, plan: Plan, roster: Roster) -> Iterator[Diagnostic]:
    """A figure that no unit has, that some lack, or that cannot be combined as the plan says."""
    place = plan.tree.place_of_key(("数据", combined.name))
    if combined.is_share and combined.rule.way == "sum":
        yield diagnose("sum-of-shares", place, figure=combined.name, unit=combined.unit)
    if combined.lacking and len(combined.lacking) == len(roster.readable):
        known = {name for item in roster.readable for name in item.valid.facts.by_name}
        details = {"figure": combined.name, **offer(find_nearest(combined.name, sorted(known)))}
        yield diagnose("figure-nowhere", place, **_but_for(roster.at_fault), **details)
    elif combined.lacking:
        details = {"figure": combined.name, "units": name_units(combined.lacking)}
        count = len(roster.readable) - len(combined.lacking)
        yield diagnose("figure-lacking", place, count=count, **details)


def _but_for(at_fault: tuple[Unit, ...]) -> dict[str, str]:
    """Of whom a finding cannot know: what is in a file at fault is not known."""
    if not at_fault:
        return {"but_zh": "", "but_en": ""}
    return {"but_zh": "（文件有错的不算）", "but_en": ", those with errors left aside,"}


def name_units(units: tuple[Unit, ...]) -> str:
    """The names of units for a message; of many the first ten."""
    names = "、".join(unit.shown for unit in units[:_MOST_NAMED])
    return names if len(units) <= _MOST_NAMED else f"{names} 等 {len(units)} 个单位"
