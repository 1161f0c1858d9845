"""Gathers what the stages find in one input, and says when to stop."""

from pathlib import Path
from typing import TypeVar

from pipeline.diagnostics.diagnostic import Diagnostic, has_errors
from pipeline.tasks.build.outcome import Outcome, Proofread, Subject, outcome_of

_Value = TypeVar("_Value")


class Findings:
    """All that is found in an input, in the order of the stages.

    Under `is_strict` a warning weighs as much as an error.
    """

    def __init__(self, subject: Subject, *, is_strict: bool) -> None:
        self._subject = subject
        self._is_strict = is_strict
        self._found: list[Diagnostic] = []
        self.proofread = Proofread.WHOLE

    def add(self, *found: Diagnostic) -> None:
        """Gathers what was found."""
        self._found += found

    def keep(self, result: tuple[_Value, tuple[Diagnostic, ...]]) -> _Value:
        """What a stage hands on; what it found is gathered."""
        value, found = result
        self.add(*found)
        return value

    @property
    def are_fatal(self) -> bool:
        """Whether something was found that keeps the report from being written."""
        return has_errors(tuple(self._found), strict=self._is_strict)

    def outcome(self, files: tuple[Path, ...] = ()) -> Outcome:
        """What became of the input, with the files that were written."""
        return outcome_of(
            self._subject,
            tuple(self._found),
            is_strict=self._is_strict,
            files=files,
            proofread=self.proofread,
        )
