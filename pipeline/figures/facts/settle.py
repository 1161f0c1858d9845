"""Declared figures -> facts: what is typed, read, worked out is held against each other. Pure."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.figures.facts.advice import ADVICE, advise
from pipeline.figures.facts.evaluate import evaluate, quantity_of
from pipeline.figures.facts.formula import FigureName, FormulaError, Term, names_in, parse_formula
from pipeline.figures.facts.order import order_names
from pipeline.figures.facts.quantity import (
    PERCENT,
    Quantity,
    decimals_of,
    fix_number,
    read_quantity,
    write_number,
)
from pipeline.figures.facts.readings import (
    find_share,
    is_same_value,
    read_fact,
    read_operand,
    with_share_in,
    write_fact,
)
from pipeline.figures.facts.typos import FIX_OF_PARTED, find_letters, unquote
from pipeline.figures.facts.values import Fact, Facts, split_reference
from pipeline.model.report import Figure


@dataclass(frozen=True, slots=True)
class FigureIssue:
    """What is wrong with a figure: the code, the figure, the key it stands under, the details.

    `keys` are the Chinese ones below the figure, none where the figure itself is meant. `needle`
    is the part of the text there that is at fault, empty for all of it.
    """

    code: str
    figure: str
    keys: tuple[str, ...] = ()
    needle: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


_ILL_WRITTEN = "figure-number"
_NO_NUMBER = "figure-value"


@dataclass(frozen=True, slots=True)
class Settled:
    """The figures that could be settled, and what is wrong with the others."""

    facts: Facts
    issues: tuple[FigureIssue, ...] = ()

    @property
    def sound(self) -> Facts:
        """The facts of the figures with which nothing is wrong."""
        return self._without({issue.figure for issue in self.issues if issue.code not in ADVICE})

    @property
    def well_written(self) -> Facts:
        """The facts of the figures whose numbers are written as numbers are, right or wrong."""
        return self._without({issue.figure for issue in self.issues if issue.code == _ILL_WRITTEN})

    def _without(self, names: Collection[str]) -> Facts:
        return Facts({name: f for name, f in self.facts.by_name.items() if name not in names})


_NOTHING_READ: Mapping[str, str] = MappingProxyType({})


def settle(figures: Mapping[str, Figure], sourced: Mapping[str, str] = _NOTHING_READ) -> Settled:
    """The facts of the declared figures.

    `sourced` has, by the name of its figure, the text that was read from each 来源. A figure whose
    source could not be read, which whoever read it has reported, is in neither of the results.
    """
    settling = _Settling(figures, sourced)
    settling.settle_all()
    facts = {name: settling.settled[name] for name in figures if name in settling.settled}
    shared = {name: settling.with_share(fact) for name, fact in facts.items()}
    return Settled(Facts(shared), tuple(settling.issues))


class _UnsettledError(Exception):
    """A figure that a formula needs has no value, which is reported where that figure stands."""


class _Settling:
    def __init__(self, figures: Mapping[str, Figure], sourced: Mapping[str, str]) -> None:
        self.figures = figures
        self.sourced = sourced
        self.settled: dict[str, Fact] = {}
        self.issues: list[FigureIssue] = []
        self._formulas: dict[str, Term] = {}

    def settle_all(self) -> None:
        """Every figure after those that its formula needs."""
        for name, figure in self.figures.items():
            if figure.formula is not None:
                self._parse(name, figure.formula)
        needs = {name: tuple(self._needs(name)) for name in self.figures}
        order = order_names(needs)
        for circle in order.circles:
            self._add_issue(
                "formula-cycle", circle[-2], "公式", needle=circle[-1], chain=_chain(circle)
            )
        for name in order.names:
            found = self._settle(name, self.figures[name])
            if found is not None:
                self.settled[name] = found

    def _parse(self, name: str, formula: str) -> None:
        try:
            self._formulas[name] = parse_formula(formula)
        except FormulaError as fault:
            self._add_issue(fault.code, name, "公式", needle=fault.needle, **fault.details)

    def _needs(self, name: str) -> Iterator[str]:
        """The declared figures that a formula names, itself among them where it does."""
        for term in names_in(self._formulas[name]) if name in self._formulas else ():
            split = split_reference(term.name, self.figures)
            if split is not None:
                yield split[0]

    def _add_issue(
        self, code: str, figure: str, /, *keys: str, needle: str = "", **details: object
    ) -> None:
        self.issues.append(FigureIssue(code, figure, keys, needle, details))

    def _settle(self, name: str, figure: Figure) -> Fact | None:
        figure, quoted = unquote(figure)
        for key, marked, wanted in quoted:
            self._add_issue("figure-quotes", name, key, needle=marked, found=marked, wanted=wanted)
        if lettered := find_letters(figure):
            self._add_issue(_NO_NUMBER, name, "数值", needle=str(lettered["found"]), **lettered)
            return None
        typed = self._typed(name, figure)
        read = self._read(name, figure)
        made = self._made(name, figure, typed)
        found = next((fact for fact in (typed, read, made) if fact is not None), None)
        if found is None:
            return None
        for key, other in (("来源", read), ("公式", made)):
            if other is not None and not is_same_value(found, other):
                details = {"found": found.text, "key": key, "other": other.text}
                self._add_issue("figure-disagrees", name, "数值" if typed else "来源", **details)
        found = replace(found, decimals=figure.decimals)
        return replace(found, previous=self._previous(found, figure), parts=self._parts(found))

    # --- where a value comes from -----------------------------------------------------------

    def _typed(self, name: str, figure: Figure) -> Fact | None:
        if figure.value is None:
            return None
        self._look_at_form(name, figure.value, "数值")
        return read_fact(name, figure.value, figure.unit)

    def _read(self, name: str, figure: Figure) -> Fact | None:
        text = self.sourced.get(name) if figure.source is not None else None
        if text is None:
            return None
        self._look_at_form(name, text, "来源")
        return read_fact(name, text, figure.unit)

    def _look_at_form(self, name: str, text: str, *keys: str) -> None:
        fixed = fix_number(text)
        if fixed is not None:
            self._add_issue(_ILL_WRITTEN, name, *keys, found=text, wanted=fixed)

    def _made(self, name: str, figure: Figure, typed: Fact | None) -> Fact | None:
        formula = self._formulas.get(name)
        if formula is None:
            return None
        try:
            result = evaluate(formula, self._operand)
            given = typed.quantity if typed else None
            quantity = quantity_of(result, figure.unit, given, figure.decimals)
        except FormulaError as fault:
            self._add_issue(fault.code, name, "公式", needle=fault.needle, **fault.details)
            return None
        except _UnsettledError:
            return None
        for advice in advise(name, formula, quantity, self._operand):
            self._add_issue(advice.code, name, "公式", needle=advice.needle, **advice.details)
        return write_fact(name, quantity, figure.unit)

    def _operand(self, term: FigureName) -> Quantity:
        split = split_reference(term.name, self.figures)
        if split is None:
            near = offer(find_nearest(term.name, self.figures))
            raise FormulaError("formula-name", term.typed, name=term.name, **near)
        fact = self.settled.get(split[0])
        if fact is None:
            raise _UnsettledError
        return read_operand(fact, split[1], term)

    # --- what a value is held against ---------------------------------------------------------

    def _previous(self, fact: Fact, figure: Figure) -> Quantity | None:
        if figure.previous is None:
            return None
        self._look_at_form(fact.name, figure.previous, "上期")
        found = read_quantity(figure.previous, fact.unit)
        if found is None or fact.quantity is None:
            details = {"name": fact.name, "value": fact.text, "found": figure.previous}
            self._add_issue("figure-previous", fact.name, "上期", **details)
            return None
        return found

    def _parts(self, fact: Fact) -> tuple[Fact, ...]:
        declared = self.figures[fact.name].parts
        if declared and fact.quantity is None and "【" not in fact.text:
            details = {"found": fact.value, **FIX_OF_PARTED}
            self._add_issue(_NO_NUMBER, fact.name, "数值", needle=fact.value, **details)
            return ()
        parts: list[Fact] = []
        for name, text in declared.items():
            self._look_at_form(fact.name, text, "分项", name)
            part = read_fact(name, text, fact.unit)
            if part.quantity is None or fact.quantity is None:
                details = {"part": name, "found": text, "name": fact.name, "value": fact.text}
                self._add_issue("figure-part", fact.name, "分项", name, **details)
                return ()
            parts.append(part)
        self._look_at_sum(fact, parts)
        return tuple(with_share_in(fact, part) for part in parts)

    def _look_at_sum(self, fact: Fact, parts: list[Fact]) -> None:
        whole = fact.quantity
        numbers = [part.quantity.number for part in parts if part.quantity is not None]
        if whole is None or not numbers:
            return
        found = sum(numbers, Decimal(0))
        # Shares are rounded each by itself, and may miss their sum by half a digit each.
        slack = Decimal(5).scaleb(-whole.decimals - 1) * len(numbers)
        if abs(found - whole.number) <= (slack if whole.unit == PERCENT else 0):
            return
        decimals = max(whole.decimals, decimals_of(found, whole.scale))
        self._add_issue(
            "parts-sum",
            fact.name,
            "分项",
            name=fact.name,
            value=fact.text,
            sum=write_number(found, whole.scale, decimals) + whole.scale + whole.unit,
            parts=" + ".join(part.value for part in parts),
        )

    def with_share(self, fact: Fact) -> Fact:
        """The fact with its share of its 总体, where it has one."""
        reference = self.figures[fact.name].share_of
        if reference is None:
            return fact
        try:
            whole = self._operand(FigureName(reference.strip("【】"), reference))
            return replace(fact, share=find_share(fact, whole, reference))
        except FormulaError as fault:
            code = "figure-whole" if fault.code == "formula-name" else fault.code
            self._add_issue(code, fact.name, "总体", needle=fault.needle, **fault.details)
        except _UnsettledError:
            # What keeps the 总体 from a value is reported where that figure stands, or by who could
            # not read its 来源; reported here too it would look like a fault of this one.
            pass
        return fact


def _chain(circle: tuple[str, ...]) -> str:
    return " → ".join(circle)


_MOST_LIKENED = 300
"""Among more names than these no misspelt one is looked for; it takes its time."""


def names_of(formula: str, names: Collection[str]) -> Iterator[str]:
    """The declared figures that a formula names, or most likely means where it has a typo."""
    try:
        terms = tuple(names_in(parse_formula(formula)))
    except FormulaError:
        yield from (name for name in names if name in formula)
        return
    for term in terms:
        split = split_reference(term.name, names)
        known = names if len(names) <= _MOST_LIKENED else ()
        name = split[0] if split is not None else find_nearest(term.name, known)
        if name is not None:
            yield name
