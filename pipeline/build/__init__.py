"""The stages in order, for one input or many."""

from collections.abc import Iterator
from pathlib import Path

from pipeline.build.making import diagnose_render_fault, make, make_ledger
from pipeline.build.mending import mend_input
from pipeline.build.outcome import Options, Outcome, Proofread, RollUpOutcome, Subject, outcome_of
from pipeline.build.reading import (
    judge_loaded,
    roll_up_subject,
    template_rules,
    validate_loaded,
)
from pipeline.check.office import find_office
from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.fonts import find_fonts
from pipeline.ledger import Ledger
from pipeline.load import Loaded, load_input
from pipeline.press import installed_fonts
from pipeline.rollup import is_plan, plan_place
from pipeline.standard import WORD_FONTS
from pipeline.validate import TemplateRules

__all__ = [
    "Options",
    "Outcome",
    "Proofread",
    "RollUpOutcome",
    "audit_one",
    "build_all",
    "build_one",
    "check_all",
    "diagnose_render_fault",
    "fallback_notes",
    "mend_input",
    "roll_up_one",
    "template_rules",
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
    rules = template_rules()
    taken: dict[str, Path] = {}
    for path in paths:
        first = taken.setdefault(path.stem, path)
        if first != path:
            clash = diagnose("name-clash", Location(path, 1, 1), name=path.stem)
            yield Outcome(path, None, (clash,), is_failed=True)
        else:
            yield build_one(path, options, rules)


def check_all(paths: tuple[Path, ...], *, is_strict: bool) -> Iterator[Outcome]:
    """Each input's diagnostics; nothing is written.

    Before that of a plan come those of its units' files with something to tell.
    """
    rules = template_rules()
    for path in paths:
        subject = Subject(path, load_input(path))
        if is_plan(subject.loaded):
            units, subject, _ = roll_up_subject(subject, is_strict=is_strict)
            yield from units
        judged = judge_loaded(subject.loaded, rules, subject.given)
        yield outcome_of(
            path,
            subject.loaded,
            judged.diagnostics,
            is_strict=is_strict,
            proofread=judged.proofread,
        )


def build_one(path: Path, options: Options, rules: TemplateRules) -> Outcome:
    """One input through all stages, to files in `options.out`."""
    loaded = load_input(path)
    if is_plan(loaded):
        wrong = diagnose("plan-needs-rollup", plan_place(loaded), path=path)
        return _refuse(path, loaded, wrong)
    return make(Subject(path, loaded), options, rules)


def roll_up_one(path: Path, options: Options, rules: TemplateRules) -> RollUpOutcome:
    """A plan and its units' inputs through all stages, to files in `options.out`."""
    installed_fonts()
    loaded = load_input(path)
    if not is_plan(loaded):
        wrong = diagnose("not-a-plan", Location(path, 1, 1), path=path)
        return RollUpOutcome((), _refuse(path, loaded, *((wrong,) if loaded.root else ())))
    units, subject, rolled = roll_up_subject(Subject(path, loaded), is_strict=options.is_strict)
    report = make(subject, options, rules)
    findings = zip(rolled.units, units, strict=True)
    failed = {found.unit.name for found, unit in findings if found.unit and unit.is_failed}
    counts = (rolled.due, rolled.reported, len(failed), rolled.unclaimed)
    return RollUpOutcome(units, report, *counts)


def _refuse(path: Path, loaded: Loaded, *faults: Diagnostic) -> Outcome:
    return outcome_of(path, loaded, (*loaded.diagnostics, *faults), is_strict=False)


def audit_one(path: Path, rules: TemplateRules) -> tuple[Outcome, Ledger | None]:
    """What is wrong with an input, and the ledger of its figures; nothing is written.

    Raises `MachineError` where a role has no font, since pages are told from the laid out report.
    """
    installed_fonts()
    subject = Subject(path, load_input(path))
    if is_plan(subject.loaded):
        _, subject, _ = roll_up_subject(subject, is_strict=False)
    return make_ledger(subject, rules)


def fallback_notes() -> tuple[Diagnostic, ...]:
    """A note for each font role that an open face serves here."""
    return tuple(
        diagnose("font-fallback", None, role=role, found=face.family, wanted=WORD_FONTS[role])
        for role, face in find_fonts().fallbacks()
    )
