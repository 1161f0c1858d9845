"""Figures as declared -> figures as the report shows them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from pipeline.report import Figure


@dataclass(frozen=True, slots=True)
class Fact:
    """A figure with its value settled: what 【name】 shows is value and unit together."""

    name: str
    value: str
    unit: str

    @property
    def text(self) -> str:
        return self.value + self.unit


@dataclass(frozen=True, slots=True)
class Facts:
    """The settled figures of a report, by name."""

    by_name: Mapping[str, Fact]

    def show(self, reference: str) -> str | None:
        """What stands in the text for 【reference】, or None where no figure answers to it."""
        fact = self.by_name.get(reference)
        return None if fact is None else fact.text


@dataclass(frozen=True, slots=True)
class FigureSlip:
    """What is wrong with a figure: the code, the figure, the key it stands under, the details.

    `key` is the Chinese one of the field, empty where the figure itself is meant. `needle` is the
    part of the field's text that is at fault, empty for all of it.
    """

    code: str
    figure: str
    key: str = ""
    needle: str = ""
    details: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Settled:
    """The figures that could be settled, and what is wrong with the others."""

    facts: Facts
    slips: tuple[FigureSlip, ...] = ()


_NOTHING_READ: Mapping[str, str] = MappingProxyType({})


def settle(figures: Mapping[str, Figure], sourced: Mapping[str, str] = _NOTHING_READ) -> Settled:
    """The facts of the declared figures.

    `sourced` has, by the name of its figure, the text that was read from each 来源. A figure whose
    source could not be read, which whoever read it has told, is in neither of the results.
    """
    facts: dict[str, Fact] = {}
    for name, figure in figures.items():
        value = figure.value or sourced.get(name)
        if value is not None:
            facts[name] = Fact(name, value, figure.unit)
    return Settled(Facts(facts))
