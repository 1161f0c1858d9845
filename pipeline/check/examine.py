"""One .docx or .pdf held against the standard: read it, recognise its parts, judge them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.check.finding import Finding
from pipeline.check.judge import Case, judge
from pipeline.check.outline import Outline
from pipeline.check.pdf import judge_pdf, open_pdf, top_margin_mm
from pipeline.check.roles import recognise
from pipeline.check.seen import Seen
from pipeline.check.word import judge_word, read_word
from pipeline.diagnostics import Diagnostic
from pipeline.standard import PROFILES, PT_PER_MM, Measures

DOCUMENT_SUFFIXES = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in one document, and by which profile it was judged."""

    path: Path
    profile: str
    seen: Seen
    outline: Outline
    findings: tuple[Finding, ...]


def examine(
    data: bytes, path: Path, measures: Measures | None = None
) -> tuple[Examination | None, tuple[Diagnostic, ...]]:
    """The examination of a document, or why it cannot be opened.

    Without `measures` the profile is the one whose top margin the document has.
    """
    if path.suffix.lower() == ".pdf":
        return _examine_pdf(data, path, measures)
    return _examine_word(data, path, measures)


def _examine_pdf(
    data: bytes, path: Path, measures: Measures | None
) -> tuple[Examination | None, tuple[Diagnostic, ...]]:
    file, diagnostics = open_pdf(data, path)
    if file is None:
        return None, diagnostics
    pitch_pt = file.area.pitch_mm * PT_PER_MM
    case = _case(file.seen, measures or _nearest_profile(top_margin_mm(file), pitch_pt))
    own = judge_pdf(file, case.outline, case.measures)
    return _examination(path, case, own), diagnostics


def _examine_word(
    data: bytes, path: Path, measures: Measures | None
) -> tuple[Examination | None, tuple[Diagnostic, ...]]:
    file, diagnostics = read_word(data, path)
    if file is None:
        return None, diagnostics
    case = _case(file.seen, measures or _nearest_profile(file.top_mm, file.pitch_pt))
    own = judge_word(file, case.outline, case.measures)
    return _examination(path, case, own), diagnostics


def _case(seen: Seen, measures: Measures) -> Case:
    return Case(seen, recognise(seen), measures)


def _examination(path: Path, case: Case, own: Iterable[Finding]) -> Examination:
    """`own` are the findings of the rules that only this medium can break."""
    findings = tuple(sorted((*judge(case), *own), key=_place))
    return Examination(path, case.measures.profile, case.seen, case.outline, findings)


_PROFILE_TOLERANCE_MM = 1.2
"""Half of what the two lie apart; LibreOffice's first line stands up to 1 mm lower than Word's."""
_OFFICE = PROFILES["office"]


def _nearest_profile(top_mm: float | None, pitch_pt: float) -> Measures:
    """The profile whose top margin a document has; `office`, the margins of the standard itself,
    where it has none of them. On a page with a letterhead, which hides the margin, the pitch tells.
    """
    if top_mm is None:
        return min(PROFILES.values(), key=lambda one: abs(one.page.line_pitch_pt - pitch_pt))
    nearest = min(PROFILES.values(), key=lambda one: abs(one.page.top_mm - top_mm))
    is_near = abs(nearest.page.top_mm - top_mm) <= _PROFILE_TOLERANCE_MM
    return nearest if is_near else _OFFICE


def _place(finding: Finding) -> tuple[int, float, int]:
    """The order of a reader: the document as a whole, then page by page, paragraph by paragraph."""
    spot = finding.spot
    top = spot.box_mm[1] if spot.box_mm else 0.0
    return spot.page or 0, top, spot.paragraph or 0
