"""Report + template -> the document as it is set: composed, fitted, laid out, its ledger in place.

The pages of the PDF give Word what it must know, and the ledger where each figure stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from pipeline.compose.compose import compose
from pipeline.compose.fit import fit_paragraphs, keep_signature_with_text
from pipeline.compose.ledger import Ledger, draw_ledger, find_mentions, ledger_table
from pipeline.diagnostics.errors import MachineError
from pipeline.model.document import Document
from pipeline.model.standard import Measures
from pipeline.render.pdf import AboveSignature, Pdf, render_pdf
from pipeline.render.word import render_word
from pipeline.template.settings import TemplateSettings
from pipeline.template.store import Template
from pipeline.typography.fonts import FontSet, find_fonts
from pipeline.validate import Valid
from pipeline.verify.texts import find_pages

_MOST_PASSES = 6
"""How often a report is laid out until the pages in its ledger stand still; twice is usual."""


@dataclass(frozen=True)
class LaidOutReport:
    """A report laid out: the document as it was set, its PDF, and the ledger of its figures."""

    valid: Valid
    measures: Measures
    document: Document
    pdf: Pdf

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger with the pages of the PDF, which is read for it."""
        mentions = find_mentions(self.document)
        offsets = [mention.offset for mention in mentions]
        pages = find_pages(self.pdf.data, self.document, self.measures, offsets)
        return draw_ledger(self.valid.report, self.valid.facts, mentions, pages)


def set_report(valid: Valid, template: Template) -> LaidOutReport:
    """The report laid out; raises `RenderError` where the template cannot hold it."""
    valid = _with_defaults(valid, template.settings)
    if not any(annex.has_ledger for annex in valid.report.annexes):
        return _set(valid, template, None)
    mentions = find_mentions(_compose(valid, template, None))
    ledger = draw_ledger(valid.report, valid.facts, mentions, [1] * len(mentions))
    for _ in range(_MOST_PASSES):
        laid_out = _set(valid, template, ledger)
        if laid_out.ledger == ledger:
            break
        ledger = laid_out.ledger
    return laid_out


def render_with_orphan_control(
    document: Document, template: Template, fonts: FontSet
) -> tuple[Document, Pdf]:
    """The PDF of a fitted document without an orphan signature, and the document so set.

    Raises `RenderError`.
    """
    pdf = render_pdf(document, template, fonts)
    if pdf.above_signature is AboveSignature.TEXT:
        return document, pdf
    kept_together = keep_signature_with_text(document)
    other = render_pdf(kept_together, template, fonts)
    # A note longer than a page leaves no room for text beside its end.
    return (
        (kept_together, other) if other.above_signature > pdf.above_signature else (document, pdf)
    )


def make_artifacts(
    laid_out: LaidOutReport, template: Template, formats: tuple[str, ...]
) -> dict[str, bytes]:
    """The files of a report by suffix."""
    return {kind: make(laid_out, template) for kind, make in MAKERS.items() if kind in formats}


def _make_word(laid_out: LaidOutReport, template: Template) -> bytes:
    is_alone = laid_out.pdf.imprint_on_new_page
    return render_word(laid_out.document, template, imprint_on_new_page=is_alone)


def _take_pdf(laid_out: LaidOutReport, template: Template) -> bytes:
    del template
    return laid_out.pdf.data


MAKERS: Mapping[str, Callable[[LaidOutReport, Template], bytes]] = {
    "docx": _make_word,
    "pdf": _take_pdf,
}
"""What makes each kind of file from a report that is laid out; another kind is an entry here."""


def installed_fonts() -> FontSet:
    """The fonts of this machine; raises `MachineError` where a role has none."""
    fonts = find_fonts()
    if missing := fonts.missing_roles():
        roles = "、".join(missing)
        raise MachineError(
            f"没有找到这些字体：{roles}。运行 make fonts，或安装后用 banxin doctor 查看",
            f"no font was found for: {roles}. Run `make fonts`, or see `banxin doctor`",
        )
    return fonts


def _with_defaults(valid: Valid, settings: TemplateSettings) -> Valid:
    """The report with what its author left to the template."""
    if valid.report.signature_place is not None:
        return valid
    place = {"signature_place": settings.signature_place}
    return replace(valid, report=valid.report.model_copy(update=place))


def _set(valid: Valid, template: Template, ledger: Ledger | None) -> LaidOutReport:
    """The report laid out with this ledger in its annex."""
    fonts = installed_fonts()
    document = fit_paragraphs(_compose(valid, template, ledger), template.measures, fonts)
    return LaidOutReport(
        valid, template.measures, *render_with_orphan_control(document, template, fonts)
    )


def _compose(valid: Valid, template: Template, ledger: Ledger | None) -> Document:
    table = ledger_table(ledger, template.measures) if ledger is not None else None
    official = template.settings.is_official
    return compose(valid, template.measures, official=official, ledger=table)
