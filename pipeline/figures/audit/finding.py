"""What the audit finds: a code, a place, the details, and the other place where there are two."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.figures.audit.statements import Spot


@dataclass(frozen=True, slots=True)
class Declared:
    """The place where a figure is declared."""

    name: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; `other` is the place that it is at odds with."""

    code: str
    spot: Spot
    details: Mapping[str, str]
    other: Spot | Declared | None = None
