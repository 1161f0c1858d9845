"""Figures as declared -> figures as the report shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

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


def settle(figures: Mapping[str, Figure]) -> Facts:
    """The facts of the declared figures."""
    return Facts({name: Fact(name, figure.value, figure.unit) for name, figure in figures.items()})
