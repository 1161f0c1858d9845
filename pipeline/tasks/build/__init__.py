"""The stages in order, for one input or many."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.compose.ledger import Ledger
from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.inspect.office import find_office
from pipeline.model.standard import WORD_FONTS
from pipeline.tasks.build.findings import Findings
from pipeline.tasks.build.fixing import fix_input
from pipeline.tasks.build.making import diagnose_render_fault, make, make_ledger
from pipeline.tasks.build.outcome import (
    Options,
    Outcome,
    Proofread,
    RollUpOutcome,
    Subject,
    outcome_of,
)
from pipeline.tasks.build.press import installed_fonts
from pipeline.tasks.build.reading import judge_subject, validate_loaded
from pipeline.tasks.build.rolling import as_report, roll_up_subject
from pipeline.tasks.build.templates import Templates, find_templates
from pipeline.tasks.rollup import is_plan, plan_place
from pipeline.typography.fonts import find_fonts

__all__ = [
    "Options",
    "Outcome",
    "Proofread",
    "RollUpOutcome",
    "Templates",
    "audit_one",
    "build_all",
    "build_one",
    "check_all",
    "diagnose_render_fault",
    "fallback_notes",
    "find_templates",
    "fix_input",
    "roll_up_one",
    "validate_loaded",
]


def build_all(paths: tuple[Path, ...], options: Options) -> Iterator[Outcome]:
    """Each input's outcome as it is done; a failed one does not stop the others.

    Raises `MachineError` before the first where a role has no font at all, or where the twins are
    to be proved and LibreOffice is missing.
    """
    installed_fonts()
    if options.is_proved:
        find_office()
    templates = find_templates()
    taken: dict[str, Path] = {}
    for path in paths:
        first = taken.setdefault(path.stem, path)
        if first != path:
            clash = diagnose("name-clash", Location(path, 1, 1), name=path.stem)
            yield Outcome(path, None, (clash,), is_failed=True)
        else:
            yield build_one(path, options, templates)


def check_all(paths: tuple[Path, ...], *, is_strict: bool) -> Iterator[Outcome]:
    """Each input's diagnostics; nothing is written.

    Before that of a plan come those of its units' files with something to report.
    """
    templates = find_templates()
    for path in paths:
        subject = Subject(path, templates.load(path))
        if is_plan(subject.loaded):
            plan = roll_up_subject(subject, templates, is_strict=is_strict)
            yield from plan.units
            subject = plan.subject
        findings = Findings(subject, is_strict=is_strict)
        judge_subject(subject, templates, findings)
        yield findings.outcome()


def build_one(path: Path, options: Options, templates: Templates) -> Outcome:
    """One input through all stages, to files in `options.out`."""
    subject = Subject(path, templates.load(path))
    if is_plan(subject.loaded):
        return _refuse(
            subject, diagnose("plan-needs-rollup", plan_place(subject.loaded), path=path)
        )
    return make(subject, options, templates)


def roll_up_one(path: Path, options: Options) -> RollUpOutcome:
    """A plan and its units' inputs through all stages, to files in `options.out`."""
    installed_fonts()
    templates = find_templates()
    subject = Subject(path, templates.load(path))
    if not is_plan(subject.loaded):
        return RollUpOutcome((), _refuse_to_roll_up(subject))
    plan = roll_up_subject(subject, templates, is_strict=options.is_strict)
    report = make(plan.subject, options, templates)
    rolled = plan.rolled
    return RollUpOutcome(
        plan.units, report, rolled.due, rolled.reported, plan.at_fault, rolled.unclaimed
    )


def _refuse_to_roll_up(subject: Subject) -> Outcome:
    """Of an input that could be read it is said that it is no plan."""
    if subject.loaded.root is None:
        return _refuse(subject)
    return _refuse(subject, diagnose("not-a-plan", subject.place, path=subject.path))


def _refuse(subject: Subject, *faults: Diagnostic) -> Outcome:
    return outcome_of(subject, (*subject.loaded.diagnostics, *faults), is_strict=False)


def audit_one(path: Path) -> tuple[Outcome, Ledger | None]:
    """What is wrong with an input, and the ledger of its figures; nothing is written.

    Raises `MachineError` where a role has no font, since pages are counted in the laid out report.
    """
    installed_fonts()
    templates = find_templates()
    return make_ledger(as_report(Subject(path, templates.load(path)), templates), templates)


def fallback_notes() -> tuple[Diagnostic, ...]:
    """A note for each font role that an open face serves here."""
    return tuple(
        diagnose("font-fallback", None, role=role, found=face.family, wanted=WORD_FONTS[role])
        for role, face in find_fonts().fallbacks()
    )
