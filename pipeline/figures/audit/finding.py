"""What the audit finds: a code, a place, the details, and the other place where there are two."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.figures.audit.statements import TextSpot


@dataclass(frozen=True, slots=True)
class Declared:
    """The place where a figure is declared."""

    name: str


@dataclass(frozen=True, slots=True)
class AuditFinding:
    """One finding; `other` is the place that it is at odds with."""

    code: str
    spot: TextSpot
    details: Mapping[str, str]
    other: TextSpot | Declared | None = None
