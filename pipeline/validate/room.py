"""Names that must stand on one line: the room that the page has for each."""

from collections.abc import Iterator

from pipeline.chinese.dates import write_date
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.model.report import Report
from pipeline.model.standard import PROFILES, Measures
from pipeline.typography.places import width_chars
from pipeline.validate.tree import InputTree


def check_room(report: Report, input_: InputTree, *, is_official: bool) -> Iterator[Diagnostic]:
    """Which of the signature, the mark and the printing office find no room, by the standard."""
    measures = PROFILES["office"]
    names = [("name-too-long", "单位", report.organisation, _signature_chars(report, measures))]
    if is_official and report.issuer_mark:
        names.append(("name-too-long", "发文机关标志", report.issuer_mark, _mark_chars(measures)))
    if is_official:
        key = "印发机关" if report.printing_office else "单位"
        office = report.printing_office or report.organisation
        names.append(("imprint-too-long", key, office, _printing_chars(report, measures)))
    for code, key, name, room in names:
        if width_chars(name) > room:
            place = input_.place((key,))
            yield diagnose(code, place, key=key, found=name, limit=int(room))


def _signature_chars(report: Report, measures: Measures) -> float:
    """The signature at the end, so far from the right edge as 7.3.5 wants it; under the title it
    is broken.
    """
    style = measures.styles["signature"]
    if report.signature_place == "title":
        return float("inf")
    edge = 0 if report.seal else measures.rules.name_right_chars
    return measures.page.text_width_pt / style.size_pt - edge


def _mark_chars(measures: Measures) -> float:
    """The mark at its smallest size (7.2.4)."""
    room = measures.page.text_width_pt * measures.rules.issuer_mark_fill
    return room / measures.rules.issuer_mark_sizes_pt[-1]


def _printing_chars(report: Report, measures: Measures) -> float:
    """What the date leaves of the last line of the imprint, a character between them (7.4.3)."""
    style = measures.styles["printing"]
    date = write_date(report.printing_date or report.date) + "印发"
    indents = style.left_chars + style.right_chars
    return measures.page.text_width_pt / style.size_pt - indents - width_chars(date) - 1
