"""The stages in order, for one input or many."""

import hashlib
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.check.charts import check_pdf_charts, check_word_charts
from pipeline.check.local import LocalRules
from pipeline.check.office import find_office, word_to_pdf
from pipeline.check.own import check_own
from pipeline.check.texts import check_pdf_text, check_word_text
from pipeline.check.twins import Proof, check_twins, compare_twins
from pipeline.diagnostics import Diagnostic, Location, diagnose, has_errors
from pipeline.document import Document
from pipeline.errors import RenderError
from pipeline.fonts import find_fonts
from pipeline.glyphs import find_missing_glyphs
from pipeline.ledger import Ledger
from pipeline.load import Loaded, load_input
from pipeline.package import Package, file_stem, write_package
from pipeline.press import installed_fonts, make_artifacts, set_report
from pipeline.render.pdf import Pdf
from pipeline.report import Figure, Report
from pipeline.review import Office, Review, read_list, review
from pipeline.review.mend import Mended, mend
from pipeline.rollup import LISTING, RolledUp, is_plan, plan_place, roll_up
from pipeline.standard import WORD_FONTS
from pipeline.template.store import (
    SETTINGS,
    Template,
    find_template,
    load_settings,
    load_template,
    template_names,
)
from pipeline.validate import NONE_GIVEN, TemplateRules, Valid, validate

FORMATS = ("docx", "pdf")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one input: its text for quoting, its diagnostics, the files written."""

    path: Path
    source_text: str | None
    diagnostics: tuple[Diagnostic, ...]
    files: tuple[Path, ...] = ()
    is_failed: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """How a build is to be done."""

    out: Path
    formats: tuple[str, ...] = FORMATS
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


@dataclass(frozen=True, slots=True)
class RollUpOutcome:
    """What became of a plan: of each unit's file with something to tell, and of its report."""

    units: tuple[Outcome, ...]
    report: Outcome
    due: int = 0
    reported: int = 0


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
            units, subject, _ = _roll_up(subject, is_strict=is_strict)
            yield from units
        _, diagnostics = validate_loaded(subject.loaded, rules, subject.given)
        yield _outcome(path, subject.loaded, diagnostics, is_strict=is_strict)


def mend_input(path: Path) -> Mended | None:
    """The text of an input with the slips mended that no person has to look at.

    None where the input has faults that go before: its text is not looked at yet.
    """
    loaded, rules = load_input(path), template_rules()
    if _look(loaded, rules) is None:
        return None
    return mend(loaded, lambda loaded: _look(loaded, rules) or Review())


def _look(loaded: Loaded, rules: TemplateRules) -> Review | None:
    """What is found in the text of an input, or None where it is not sound otherwise."""
    subject = Subject(loaded.source.path, loaded) if loaded.source else None
    if subject is not None and is_plan(loaded):
        _, subject, _ = _roll_up(subject, is_strict=False)
    if subject is None:
        return None
    valid, _ = validate(subject.loaded, rules, subject.given)
    return None if valid is None else review(subject.loaded, valid, office_of(valid.report)[0])


def template_rules() -> TemplateRules:
    """What the templates that are here ask of an input."""
    official: dict[str, bool] = {}
    for name in template_names():
        folder = find_template(name)
        settings = load_settings(folder)[0] if folder else None
        official[name] = settings.is_official if settings else False
    return TemplateRules(official)


def validate_loaded(
    loaded: Loaded, rules: TemplateRules, given: Mapping[str, Figure] = NONE_GIVEN
) -> tuple[Valid | None, tuple[Diagnostic, ...]]:
    """The report of a loaded input, and all that is wrong with it before it is composed."""
    valid, diagnostics = validate(loaded, rules, given)
    if valid is not None:
        diagnostics += _proofread(loaded, valid)
    fonts = find_fonts()
    sourced = valid.sourced_texts if valid else {}
    missing = () if fonts.missing_roles() else tuple(find_missing_glyphs(loaded, sourced, fonts))
    found = sorted((*diagnostics, *missing), key=lambda fault: fault.sort_key)
    return (None if missing else valid), tuple(found)


def _proofread(loaded: Loaded, valid: Valid) -> tuple[Diagnostic, ...]:
    """What is wrong with the text of an input that is sound otherwise."""
    office, faults = office_of(valid.report)
    return (*faults, *review(loaded, valid, office).diagnostics)


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


def _outcome(
    path: Path,
    loaded: Loaded,
    diagnostics: tuple[Diagnostic, ...],
    *,
    is_strict: bool,
    files: tuple[Path, ...] = (),
) -> Outcome:
    text = loaded.source.text if loaded.source else None
    is_failed = has_errors(diagnostics, strict=is_strict)
    return Outcome(path, text, diagnostics, files, is_failed)


def build_one(path: Path, options: Options, rules: TemplateRules) -> Outcome:
    """One input through all stages, to files in `options.out`."""
    loaded = load_input(path)
    if is_plan(loaded):
        wrong = diagnose("plan-needs-rollup", plan_place(loaded), path=path)
        return _refuse(path, loaded, wrong)
    return _build(Subject(path, loaded), options, rules)


def roll_up_one(path: Path, options: Options, rules: TemplateRules) -> RollUpOutcome:
    """A plan and its units' inputs through all stages, to files in `options.out`."""
    installed_fonts()
    loaded = load_input(path)
    if not is_plan(loaded):
        wrong = diagnose("not-a-plan", Location(path, 1, 1), path=path)
        return RollUpOutcome((), _refuse(path, loaded, *((wrong,) if loaded.root else ())))
    units, subject, rolled = _roll_up(Subject(path, loaded), is_strict=options.is_strict)
    report = _build(subject, options, rules)
    return RollUpOutcome(units, report, rolled.due, rolled.reported)


def _refuse(path: Path, loaded: Loaded, *faults: Diagnostic) -> Outcome:
    return _outcome(path, loaded, (*loaded.diagnostics, *faults), is_strict=False)


def _roll_up(subject: Subject, *, is_strict: bool) -> tuple[tuple[Outcome, ...], Subject, RolledUp]:
    """A plan as a report with its figures; with a unit's file at fault it cannot be set."""
    rolled = roll_up(subject.loaded)
    units = tuple(
        _outcome(unit.file.path, unit.file.loaded, unit.diagnostics, is_strict=is_strict)
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


def _build(subject: Subject, options: Options, rules: TemplateRules) -> Outcome:
    """A loaded input through the stages after loading."""
    path, loaded = subject.path, subject.loaded
    valid, diagnostics = validate_loaded(subject.loaded, rules, subject.given)
    if valid is None or has_errors(diagnostics, strict=options.is_strict):
        return _outcome(path, loaded, diagnostics, is_strict=options.is_strict)
    template, faults = _template_of(valid.report)
    diagnostics = (*diagnostics, *faults)
    if template is None:
        return _outcome(path, loaded, diagnostics, is_strict=options.is_strict)
    try:
        sheets = set_report(valid, template)
        artifacts = make_artifacts(sheets, template, options.formats)
    except RenderError as fault:
        diagnostics = (*diagnostics, diagnose_render_fault(fault, template))
        return _outcome(path, loaded, diagnostics, is_strict=options.is_strict)
    document = sheets.document
    diagnostics = (*diagnostics, *_check(artifacts, document, template, path))
    proof = _prove(artifacts, template) if options.is_proved else None
    if proof is not None:
        diagnostics = (*diagnostics, *check_twins(proof, Location(path, 1, 1)))
    if has_errors(diagnostics, strict=options.is_strict):
        return _outcome(path, loaded, diagnostics, is_strict=options.is_strict)
    stem = file_stem(document.title)
    if stem != document.title:
        diagnostics = (*diagnostics, diagnose("name-shortened", Location(path, 1, 1), name=stem))
    package = Package(
        name=path.stem,
        files={**{f"{stem}.{kind}": data for kind, data in artifacts.items()}, **subject.files},
        facts={
            **_facts(path, loaded, valid, template, sheets.pdf),
            **subject.entries,
            **({"proof": proof.as_record()} if proof else {}),
        },
    )
    files = write_package(package, options.out)
    return _outcome(path, loaded, diagnostics, is_strict=options.is_strict, files=files)


def audit_one(path: Path, rules: TemplateRules) -> tuple[Outcome, Ledger | None]:
    """What is wrong with an input, and the ledger of its figures; nothing is written.

    Raises `MachineError` where a role has no font, since pages are told from the laid out report.
    """
    installed_fonts()
    subject = Subject(path, load_input(path))
    if is_plan(subject.loaded):
        _, subject, _ = _roll_up(subject, is_strict=False)
    loaded = subject.loaded
    valid, diagnostics = validate_loaded(subject.loaded, rules, subject.given)
    template, faults = _template_of(valid.report) if valid else (None, ())
    diagnostics = (*diagnostics, *faults)
    if valid is None or template is None:
        return _outcome(path, loaded, diagnostics, is_strict=False), None
    try:
        ledger = set_report(valid, template).ledger
    except RenderError as fault:
        diagnostics = (*diagnostics, diagnose_render_fault(fault, template))
        return _outcome(path, loaded, diagnostics, is_strict=False), None
    return _outcome(path, loaded, diagnostics, is_strict=False), ledger


def diagnose_render_fault(fault: RenderError, template: Template) -> Diagnostic:
    """The diagnostic of a template that could not be rendered, at its file that is at fault."""
    place = Location(template.folder / fault.file_name, 1, 1)
    return diagnose(fault.code, place, **fault.details)


def _template_of(report: Report) -> tuple[Template | None, tuple[Diagnostic, ...]]:
    folder = find_template(report.template)
    # validate has refused a name that no template has.
    assert folder is not None
    return load_template(folder)


def _check(
    artifacts: dict[str, bytes], document: Document, template: Template, path: Path
) -> tuple[Diagnostic, ...]:
    place = Location(path, 1, 1)
    found: tuple[Diagnostic, ...] = ()
    if "docx" in artifacts:
        found += check_word_text(artifacts["docx"], document, place)
        found += check_word_charts(artifacts["docx"], document, place)
    if "pdf" in artifacts:
        found += check_pdf_text(artifacts["pdf"], document, template.measures, place)
        found += check_pdf_charts(artifacts["pdf"], document, place)
    local = LocalRules(template.measures, template.settings.severities())
    return (*found, *check_own(artifacts, local, place))


def _prove(artifacts: dict[str, bytes], template: Template) -> Proof:
    word, pdf = artifacts["docx"], artifacts["pdf"]
    return compare_twins(word, pdf, word_to_pdf(word), template.measures)


# --- the manifest ----------------------------------------------------------------------------

_RECORDED_PACKAGES = ("docxtpl", "python-docx", "weasyprint", "fonttools")


def _facts(
    path: Path, loaded: Loaded, valid: Valid, template: Template, pdf: Pdf
) -> dict[str, Any]:
    """The manifest's entries; none depends on the day or on where the files lie."""
    report = valid.report
    return {
        "title": report.title.replace("\n", ""),
        "input": {"name": path.name, "sha256": loaded.sha256},
        "sources": [{"name": name, "sha256": sha256} for name, sha256 in valid.sources.items()],
        "recipients": [*report.addressees, *report.copied_to],
        "template": {"name": template.name, "sha256": _template_hash(template)},
        "profile": template.measures.profile,
        "versions": {
            "banxin": __version__,
            "python": ".".join(map(str, sys.version_info[:2])),
            **{name: version(name) for name in _RECORDED_PACKAGES},
        },
        "pages": pdf.page_count,
        "fonts": {
            str(role): [
                {"family": face.family, "file": face.path.name, "sha256": face.sha256}
                for face in faces
            ]
            for role, faces in pdf.faces.items()
        },
    }


def _template_hash(template: Template) -> str:
    digest = hashlib.sha256()
    for data in (template.word, template.page_html.encode(), template.page_css.encode()):
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()


def fallback_notes() -> tuple[Diagnostic, ...]:
    """A note for each font role that an open face serves here."""
    return tuple(
        diagnose("font-fallback", None, role=role, found=face.family, wanted=WORD_FONTS[role])
        for role, face in find_fonts().fallbacks()
    )
