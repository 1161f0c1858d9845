"""What goes through the stages, how, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from typing import Any

from pipeline.diagnostics.diagnostic import Diagnostic, Location, has_errors
from pipeline.load.yaml import Loaded
from pipeline.model.report import Figure

USUAL_FORMATS = ("docx", "pdf")
"""What is made where nothing else is asked for."""


class Proofread(Enum):
    """How much of an input's text was proofread: faults of its form keep it from being read."""

    WHOLE = auto()
    PARTLY = auto()
    NOT_YET = auto()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its text for quoting, its diagnostics, the files written."""

    path: Path
    source_text: str | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...] = ()
    is_failed: bool = False
    proofread: Proofread = Proofread.WHOLE


@dataclass(frozen=True, slots=True)
class Options:
    """How a build is to be done."""

    out: Path
    formats: tuple[str, ...] = USUAL_FORMATS
    is_strict: bool = False
    is_proved: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What goes through the stages: a loaded input, and what comes with it.

    `given` are figures that are not typed in it, `files` and `entries` go into its package and its
    manifest beside what is made of it.
    """

    path: Path
    loaded: Loaded
    given: Mapping[str, Figure] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    entries: Mapping[str, Any] = field(default_factory=dict)

    @property
    def place(self) -> Location:
        """Where a finding about the input as a whole is reported."""
        return Location(self.path, 1, 1)


@dataclass(frozen=True, slots=True)
class RollUpOutcome:
    """What became of a plan: of each unit's file with something to report, and of its report.

    Of `due` units `reported` have a file, of those `at_fault` one that failed; `unclaimed` files
    are no listed unit's.
    """

    units: tuple[Outcome, ...]
    report: Outcome
    due: int = 0
    reported: int = 0
    at_fault: int = 0
    unclaimed: int = 0


def outcome_of(
    subject: Subject,
    diagnostics: tuple[Diagnostic, ...],
    *,
    is_strict: bool,
    files: tuple[Path, ...] = (),
    proofread: Proofread = Proofread.WHOLE,
) -> Outcome:
    """The outcome of a loaded input; it failed where one of the diagnostics weighs enough."""
    source = subject.loaded.source
    is_failed = has_errors(diagnostics, strict=is_strict)
    text = source.text if source else None
    return Outcome(subject.path, text, diagnostics, files, is_failed, proofread)
