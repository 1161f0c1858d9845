"""What stands around the text of an official document: letterhead (版头), imprint (版记). Pure."""

from pipeline.chinese.dates import write_date
from pipeline.model.document import Imprint, Letterhead
from pipeline.model.report import Report
from pipeline.model.standard import Measures


def compose_letterhead(report: Report, measures: Measures) -> Letterhead:
    """The letterhead of an official report."""
    # validate asks for both where the template has a letterhead.
    assert report.issuer_mark is not None
    assert report.document_number is not None
    level = report.classification
    if level and report.classification_period:
        level = f"{level}★{report.classification_period}"
    marks = sum(mark is not None for mark in (report.copy_number, level, report.urgency))
    return Letterhead(
        issuer_mark=report.issuer_mark,
        issuer_mark_pt=_issuer_mark_pt(report.issuer_mark, measures),
        document_number=report.document_number,
        signers=report.signers,
        copy_number=report.copy_number,
        classification=level,
        urgency=report.urgency,
        free_lines=measures.rules.letterhead_lines - marks,
    )


def _issuer_mark_pt(mark: str, measures: Measures) -> float:
    """The largest size at which the mark stands on one line; the smallest where none fits."""
    room = measures.page.text_width_pt * measures.rules.issuer_mark_fill
    sizes = measures.rules.issuer_mark_sizes_pt
    return next((size for size in sizes if len(mark) * size <= room), sizes[-1])


def compose_imprint(report: Report) -> Imprint:
    """The imprint of an official report, printed by its issuer where nobody else is named."""
    copied_to = "抄送：" + "，".join(report.copied_to) + "。" if report.copied_to else None
    return Imprint(
        copied_to=copied_to,
        printing_office=report.printing_office or report.organisation,
        printing_date_text=write_date(report.printing_date or report.date) + "印发",
    )
