"""A loaded input -> its report with its template where it can be set, and all that is wrong."""

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.load.yaml import Loaded
from pipeline.model.report import Figure
from pipeline.prose.review import Office, review
from pipeline.tasks.build.findings import Findings
from pipeline.tasks.build.outcome import Proofread, Subject
from pipeline.tasks.build.templates import ShelvedTemplate, Templates
from pipeline.typography.fonts import find_fonts
from pipeline.typography.glyphs import find_missing_glyphs
from pipeline.validate import NONE_GIVEN, Reading, Valid, read_report


@dataclass(frozen=True, slots=True)
class Settable:
    """A report that can be composed, and the template that it is to be set by."""

    valid: Valid
    template: ShelvedTemplate


@dataclass(frozen=True, slots=True)
class _Judged:
    """The report of an input where it can be set, and all that is wrong before that."""

    settable: Settable | None
    diagnostics: tuple[Diagnostic, ...]
    proofread: Proofread


def judge_subject(subject: Subject, templates: Templates, findings: Findings) -> Settable | None:
    """The report of an input that is held against all that can be judged before it is set."""
    judged = _judge(subject.loaded, templates, subject.given)
    findings.proofread = judged.proofread
    return findings.keep((judged.settable, judged.diagnostics))


def validate_loaded(
    loaded: Loaded, templates: Templates
) -> tuple[Valid | None, tuple[Diagnostic, ...]]:
    """As `judge_subject`, for those who set nothing."""
    judged = _judge(loaded, templates, NONE_GIVEN)
    return judged.settable.valid if judged.settable else None, judged.diagnostics


def _judge(loaded: Loaded, templates: Templates, given: Mapping[str, Figure]) -> _Judged:
    reading = read_report(loaded, templates.rules, given)
    template = templates.of(reading.report)
    office, faults = template.office if template else (Office(), ())
    issues, proofread = _proofread(loaded, reading, office)
    missing = _missing_glyphs(loaded, reading.valid)
    found = (*reading.diagnostics, *faults, *issues, *missing)
    valid = None if missing else reading.valid
    return _Judged(
        Settable(valid, template) if valid and template else None,
        tuple(sorted(found, key=lambda fault: fault.sort_key)),
        proofread,
    )


def _missing_glyphs(loaded: Loaded, valid: Valid | None) -> tuple[Diagnostic, ...]:
    """The characters that no face has; unknown where a role has no font."""
    fonts = find_fonts()
    if fonts.missing_roles():
        return ()
    return tuple(find_missing_glyphs(loaded, valid.sourced_texts if valid else {}, fonts))


def _proofread(
    loaded: Loaded, reading: Reading, office: Office
) -> tuple[tuple[Diagnostic, ...], Proofread]:
    """What is wrong with the text of an input, as soon as it can be read."""
    if reading.report is None:
        return (), Proofread.NOT_YET
    found = review(loaded, reading, office)
    return found.diagnostics, Proofread.WHOLE if found.is_whole else Proofread.PARTLY
