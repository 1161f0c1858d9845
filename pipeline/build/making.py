"""A report that can be composed -> its checked files in dist/, or the ledger of its figures."""

from pathlib import Path

from pipeline.build.outcome import Options, Outcome, Subject, outcome_of
from pipeline.build.reading import judge_loaded
from pipeline.build.record import draw_entries
from pipeline.check.charts import check_pdf_charts, check_word_charts
from pipeline.check.local import LocalRules
from pipeline.check.office import word_to_pdf
from pipeline.check.own import check_own
from pipeline.check.texts import check_pdf_text, check_word_text
from pipeline.check.twins import Proof, check_twins, compare_twins
from pipeline.diagnostics import Diagnostic, Location, diagnose, has_errors
from pipeline.document import Document
from pipeline.errors import RenderError
from pipeline.ledger import Ledger
from pipeline.package import Package, file_stem, write_package
from pipeline.press import make_artifacts, set_report
from pipeline.report import Report
from pipeline.template.store import Template, find_template, load_template
from pipeline.validate import TemplateRules


def make(subject: Subject, options: Options, rules: TemplateRules) -> Outcome:
    """A loaded input through the stages after loading."""
    path, loaded = subject.path, subject.loaded

    judged = judge_loaded(loaded, rules, subject.given)
    valid, diagnostics = judged.valid, judged.diagnostics

    def outcome(diagnostics: tuple[Diagnostic, ...], files: tuple[Path, ...] = ()) -> Outcome:
        return outcome_of(
            path,
            loaded,
            diagnostics,
            is_strict=options.is_strict,
            files=files,
            proofread=judged.proofread,
        )

    if valid is None or has_errors(diagnostics, strict=options.is_strict):
        return outcome(diagnostics)
    template, faults = _template_of(valid.report)
    diagnostics = (*diagnostics, *faults)
    if template is None:
        return outcome(diagnostics)
    try:
        sheets = set_report(valid, template)
        artifacts = make_artifacts(sheets, template, options.formats)
    except RenderError as fault:
        return outcome((*diagnostics, diagnose_render_fault(fault, template)))
    diagnostics = (*diagnostics, *_check(artifacts, sheets.document, template, path))
    proof = _prove(artifacts, template) if options.is_proved else None
    if proof is not None:
        diagnostics = (*diagnostics, *check_twins(proof, Location(path, 1, 1)))
    if has_errors(diagnostics, strict=options.is_strict):
        return outcome(diagnostics)
    stem = file_stem(sheets.document.title)
    if stem != sheets.document.title:
        diagnostics = (*diagnostics, diagnose("name-shortened", Location(path, 1, 1), name=stem))
    files = {f"{stem}.{kind}": data for kind, data in artifacts.items()}
    entries = draw_entries(subject, valid, template, sheets.pdf)
    proved = {"proof": proof.as_record()} if proof else {}
    package = Package(path.stem, {**files, **subject.files}, {**entries, **proved})
    return outcome(diagnostics, write_package(package, options.out))


def make_ledger(subject: Subject, rules: TemplateRules) -> tuple[Outcome, Ledger | None]:
    """What is wrong with a loaded input, and the ledger of its figures with their pages."""
    path, loaded = subject.path, subject.loaded
    judged = judge_loaded(loaded, rules, subject.given)
    valid = judged.valid

    def outcome(*faults: Diagnostic) -> Outcome:
        found = (*judged.diagnostics, *faults)
        return outcome_of(path, loaded, found, is_strict=False, proofread=judged.proofread)

    if valid is None:
        return outcome(), None
    template, faults = _template_of(valid.report)
    if template is None:
        return outcome(*faults), None
    try:
        ledger = set_report(valid, template).ledger
    except RenderError as fault:
        return outcome(*faults, diagnose_render_fault(fault, template)), None
    return outcome(*faults), ledger


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


def diagnose_render_fault(fault: RenderError, template: Template) -> Diagnostic:
    """The diagnostic of a template that could not be rendered, at its file that is at fault."""
    place = Location(template.folder / fault.file_name, 1, 1)
    return diagnose(fault.code, place, **fault.details)
