"""A loaded input -> the checked files of its report in dist/, or the ledger of its figures."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.compose.ledger import Ledger
from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.diagnostics.errors import RenderError
from pipeline.inspect.local import LocalRules
from pipeline.inspect.office import word_to_pdf
from pipeline.tasks.build.findings import Findings
from pipeline.tasks.build.outcome import Options, Outcome, Subject
from pipeline.tasks.build.press import LaidOutReport, make_artifacts, set_report
from pipeline.tasks.build.reading import judge_subject
from pipeline.tasks.build.record import draw_entries
from pipeline.tasks.build.templates import Templates
from pipeline.tasks.package import Package, file_stem, write_package
from pipeline.template.store import Template
from pipeline.validate import Valid
from pipeline.verify.charts import check_pdf_charts, check_word_charts
from pipeline.verify.own import check_own
from pipeline.verify.texts import check_pdf_text, check_word_text
from pipeline.verify.twins import Proof, check_twins, compare_twins


@dataclass(frozen=True, slots=True)
class _Made:
    """A report as it was set, and its files by suffix."""

    template: Template
    laid_out: LaidOutReport
    artifacts: dict[str, bytes]


_Found = tuple[Diagnostic, ...]


def make(subject: Subject, options: Options, templates: Templates) -> Outcome:
    """A loaded input through the stages after loading."""
    findings = Findings(subject, is_strict=options.is_strict)
    settable = judge_subject(subject, templates, findings)
    if settable is None or findings.are_fatal:
        return findings.outcome()
    template = findings.keep(settable.template.opened)
    if template is None:
        return findings.outcome()
    made = findings.keep(_make_artifacts(settable.valid, template, options.formats))
    if made is None:
        return findings.outcome()
    findings.add(*_check(made, subject.place))
    proof = findings.keep(_prove(made, subject.place)) if options.is_proved else None
    if findings.are_fatal:
        return findings.outcome()
    package = findings.keep(_pack(subject, made, proof))
    return findings.outcome(write_package(package, options.out))


def make_ledger(subject: Subject, templates: Templates) -> tuple[Outcome, Ledger | None]:
    """What is wrong with a loaded input, and the ledger of its figures with their pages.

    Errors of its wording, which keep a report from being written, leave its figures as they are.
    """
    findings = Findings(subject, is_strict=False)
    settable = judge_subject(subject, templates, findings)
    template = findings.keep(settable.template.opened) if settable else None
    if settable is None or template is None:
        return findings.outcome(), None
    ledger = findings.keep(_draw_ledger(settable.valid, template))
    return findings.outcome(), ledger


def _make_artifacts(
    valid: Valid, template: Template, formats: tuple[str, ...]
) -> tuple[_Made | None, _Found]:
    try:
        laid_out = set_report(valid, template)
        return _Made(template, laid_out, make_artifacts(laid_out, template, formats)), ()
    except RenderError as fault:
        return None, (diagnose_render_fault(fault, template),)


def _draw_ledger(valid: Valid, template: Template) -> tuple[Ledger | None, _Found]:
    try:
        return set_report(valid, template).ledger, ()
    except RenderError as fault:
        return None, (diagnose_render_fault(fault, template),)


def diagnose_render_fault(fault: RenderError, template: Template) -> Diagnostic:
    """The diagnostic of a template that could not be rendered, at its file that is at fault."""
    place = Location(template.folder / fault.file_name, 1, 1)
    return diagnose(fault.code, place, **fault.details)


def _check(made: _Made, place: Location) -> Iterator[Diagnostic]:
    """What is wrong with the files that were made, which are opened again for it."""
    document, measures = made.laid_out.document, made.template.measures
    if (word := made.artifacts.get("docx")) is not None:
        yield from check_word_text(word, document, place)
        yield from check_word_charts(word, document, place)
    if (pdf := made.artifacts.get("pdf")) is not None:
        yield from check_pdf_text(pdf, document, measures, place)
        yield from check_pdf_charts(pdf, document, place)
    local = LocalRules(measures, made.template.settings.severities())
    yield from check_own(made.artifacts, local, place)


def _prove(made: _Made, place: Location) -> tuple[Proof, _Found]:
    """The Word file in LibreOffice beside the PDF."""
    word, pdf = made.artifacts["docx"], made.artifacts["pdf"]
    proof = compare_twins(word, pdf, word_to_pdf(word), made.template.measures)
    return proof, check_twins(proof, place)


def _pack(subject: Subject, made: _Made, proof: Proof | None) -> tuple[Package, _Found]:
    """What goes into the folder of a report, and a note where its title is too long for a name."""
    title = made.laid_out.document.title
    stem = file_stem(title)
    files = {f"{stem}.{kind}": data for kind, data in made.artifacts.items()}
    entries = draw_entries(subject, made.laid_out.valid, made.template, made.laid_out.pdf)
    proved = {"proof": proof.as_record()} if proof else {}
    package = Package(subject.path.stem, {**files, **subject.files}, {**entries, **proved})
    shortened = diagnose("name-shortened", subject.place, name=stem)
    return package, () if stem == title else (shortened,)
