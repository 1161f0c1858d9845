"""A loaded plan -> the input of its report, and what became of its units' files."""

from dataclasses import dataclass, replace

from pipeline.diagnostics.diagnostic import diagnose
from pipeline.tasks.build.outcome import Outcome, Subject, outcome_of
from pipeline.tasks.build.templates import Templates
from pipeline.tasks.rollup import LISTING, RolledUp, is_plan, plan_place, roll_up


@dataclass(frozen=True, slots=True)
class RolledSubject:
    """A plan that was rolled up: what its report is made of, an outcome for each unit's file."""

    subject: Subject
    units: tuple[Outcome, ...]
    rolled: RolledUp

    @property
    def at_fault(self) -> int:
        """How many of the listed units have a file that failed."""
        pairs = zip(self.rolled.units, self.units, strict=True)
        return len({found.unit.name for found, unit in pairs if found.unit and unit.is_failed})


def roll_up_subject(subject: Subject, templates: Templates, *, is_strict: bool) -> RolledSubject:
    """A plan as a report with its figures; with a unit's file at fault it cannot be set."""
    rolled = roll_up(subject.loaded, templates.rules)
    units = tuple(
        outcome_of(Subject(unit.file.path, unit.file.loaded), unit.diagnostics, is_strict=is_strict)
        for unit in rolled.units
    )
    loaded = rolled.loaded
    if failed := [unit.path.name for unit in units if unit.is_failed]:
        details = {"count": len(failed), "files": "、".join(failed)}
        refusal = diagnose("units-unsound", plan_place(subject.loaded), **details)
        loaded = replace(loaded, diagnostics=(*loaded.diagnostics, refusal))
    files, entries = {LISTING: rolled.listing}, {"units": rolled.record}
    report = replace(subject, loaded=loaded, given=rolled.given, files=files, entries=entries)
    return RolledSubject(report, units, rolled)


def as_report(subject: Subject, templates: Templates) -> Subject:
    """An input as it is set: of a plan its report, with the figures of its units."""
    if not is_plan(subject.loaded):
        return subject
    return roll_up_subject(subject, templates, is_strict=False).subject
