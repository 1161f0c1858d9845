"""A loaded input -> what can be made of it: its report and all that is wrong, a plan rolled up."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pipeline.build.outcome import Outcome, Proofread, Subject, outcome_of
from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.fonts import find_fonts
from pipeline.glyphs import find_missing_glyphs
from pipeline.load import Loaded
from pipeline.report import Figure, Report
from pipeline.review import Office, read_list, review
from pipeline.rollup import LISTING, RolledUp, plan_place, roll_up
from pipeline.template.store import SETTINGS, find_template, load_settings, template_names
from pipeline.validate import NONE_GIVEN, Reading, TemplateRules, Valid, read_report


def template_rules() -> TemplateRules:
    """What the templates that are here ask of an input."""
    official: dict[str, bool] = {}
    for name in template_names():
        folder = find_template(name)
        settings = load_settings(folder)[0] if folder else None
        official[name] = settings.is_official if settings else False
    return TemplateRules(official)


@dataclass(frozen=True, slots=True)
class Judged:
    """The report of an input where it can be composed, and all that is wrong before that."""

    valid: Valid | None
    diagnostics: tuple[Diagnostic, ...]
    proofread: Proofread


def validate_loaded(
    loaded: Loaded, rules: TemplateRules, given: Mapping[str, Figure] = NONE_GIVEN
) -> tuple[Valid | None, tuple[Diagnostic, ...]]:
    """As `judge_loaded`, for those who need a report that can be composed."""
    judged = judge_loaded(loaded, rules, given)
    return judged.valid, judged.diagnostics


def judge_loaded(
    loaded: Loaded, rules: TemplateRules, given: Mapping[str, Figure] = NONE_GIVEN
) -> Judged:
    """A loaded input held against everything that can be told before it is composed."""
    reading = read_report(loaded, rules, given)
    fonts = find_fonts()
    sourced = reading.valid.sourced_texts if reading.valid else {}
    missing = () if fonts.missing_roles() else tuple(find_missing_glyphs(loaded, sourced, fonts))
    slips, proofread = _proofread(loaded, reading)
    faults = sorted((*reading.diagnostics, *slips, *missing), key=lambda fault: fault.sort_key)
    return Judged(None if missing else reading.valid, tuple(faults), proofread)


def _proofread(loaded: Loaded, reading: Reading) -> tuple[tuple[Diagnostic, ...], Proofread]:
    """What is wrong with the text of an input, as soon as it can be read."""
    if reading.report is None:
        return (), Proofread.NOT_YET
    office, faults = office_of(reading.report)
    found = review(loaded, reading, office)
    proofread = Proofread.WHOLE if found.is_whole else Proofread.PARTLY
    return (*faults, *found.diagnostics), proofread


def office_of(report: Report) -> tuple[Office, tuple[Diagnostic, ...]]:
    """What the template of a report asks of its text, and what is wrong with its list of words."""
    folder = find_template(report.template)
    settings = load_settings(folder)[0] if folder else None
    if folder is None or settings is None:
        return Office(), ()
    if settings.words is None:
        return Office(settings.severities()), ()
    words, faults = read_list(settings.words, folder, Location(folder / SETTINGS, 1, 1))
    return Office(settings.severities(), words), faults


def roll_up_subject(
    subject: Subject, *, is_strict: bool
) -> tuple[tuple[Outcome, ...], Subject, RolledUp]:
    """A plan as a report with its figures; with a unit's file at fault it cannot be set."""
    rolled = roll_up(subject.loaded)
    units = tuple(
        outcome_of(unit.file.path, unit.file.loaded, unit.diagnostics, is_strict=is_strict)
        for unit in rolled.units
    )
    loaded = rolled.loaded
    if failed := [unit.path.name for unit in units if unit.is_failed]:
        details = {"count": len(failed), "files": "、".join(failed)}
        refusal = diagnose("units-unsound", plan_place(subject.loaded), **details)
        loaded = replace(loaded, diagnostics=(*loaded.diagnostics, refusal))
    files, entries = {LISTING: rolled.listing}, {"units": rolled.record}
    return (
        units,
        replace(subject, loaded=loaded, given=rolled.given, files=files, entries=entries),
        rolled,
    )
