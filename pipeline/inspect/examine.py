"""One .docx or .pdf held against the standard: read it, recognise its parts, judge them."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.inspect.finding import Finding
from pipeline.inspect.judge import Case, judge, judge_layout
from pipeline.inspect.outline import SeenOutline
from pipeline.inspect.pdf import PdfFile, judge_pdf, open_pdf, top_margin_mm
from pipeline.inspect.roles import recognise
from pipeline.inspect.seen import Seen
from pipeline.inspect.word import WordFile, judge_word, read_word
from pipeline.model.standard import PROFILES, PT_PER_MM, Measures, PageMeasures
from pipeline.prose.proofread import WordList

DOCUMENT_SUFFIXES = (".docx", ".pdf")


@dataclass(frozen=True, slots=True)
class Examination:
    """What was found in one document, and by which profile it was judged."""

    path: Path
    profile: str
    seen: Seen
    outline: SeenOutline
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Opened:
    """A document before its judges, and what breaks the rules that only its medium can break."""

    case: Case
    own: tuple[Finding, ...]


def examine(
    data: bytes, path: Path, measures: Measures | None = None, words: WordList | None = None
) -> tuple[Examination | None, tuple[Diagnostic, ...]]:
    """The examination of a document, or why it cannot be opened.

    Without `measures` the profile is the one whose top margin the document has; without `words`
    its text is held against the list that comes with the program.
    """
    opened, diagnostics = _open(data, path, measures, words)
    if opened is None:
        return None, diagnostics
    return _examination(path, opened, judge(opened.case)), diagnostics


def examine_layout(
    data: bytes, path: Path, measures: Measures | None
) -> tuple[Examination | None, tuple[Diagnostic, ...]]:
    """As `examine`, without proofreading: of a document whose text was read where it was typed."""
    opened, diagnostics = _open(data, path, measures, None)
    if opened is None:
        return None, diagnostics
    return _examination(path, opened, judge_layout(opened.case)), diagnostics


def _open(
    data: bytes, path: Path, measures: Measures | None, words: WordList | None
) -> tuple[_Opened | None, tuple[Diagnostic, ...]]:
    is_pdf = path.suffix.lower() == ".pdf"
    return (_open_pdf if is_pdf else _open_word)(data, path, measures, words)


def _open_pdf(
    data: bytes, path: Path, measures: Measures | None, words: WordList | None
) -> tuple[_Opened | None, tuple[Diagnostic, ...]]:
    file, diagnostics = open_pdf(data, path)
    if file is None:
        return None, diagnostics
    case = _case(file.seen, measures or _profile_of_pdf(file), words)
    return _Opened(case, tuple(judge_pdf(file, case.outline, case.measures))), diagnostics


def _open_word(
    data: bytes, path: Path, measures: Measures | None, words: WordList | None
) -> tuple[_Opened | None, tuple[Diagnostic, ...]]:
    file, diagnostics = read_word(data, path)
    if file is None:
        return None, diagnostics
    case = _case(file.seen, measures or _profile_of_word(file), words)
    return _Opened(case, tuple(judge_word(file, case.outline, case.measures))), diagnostics


_NOT_OF_SPECIAL = ("P03-top", "N01-missing", "B10-place", "B10-gap")
"""Letters, orders and minutes have heads and signatures of their own, and a letter's first page no
number (10.1-10.3)."""


def _case(seen: Seen, measures: Measures, words: WordList | None) -> Case:
    return Case(seen, recognise(seen), measures, words)


def _examination(path: Path, opened: _Opened, shared: Iterable[Finding]) -> Examination:
    """`shared` are the findings of the rules that both media can break."""
    case = opened.case
    found = (*shared, *opened.own)
    if case.outline.is_special:
        found = tuple(finding for finding in found if finding.rule_id not in _NOT_OF_SPECIAL)
    findings = tuple(sorted(found, key=_place))
    return Examination(path, case.measures.profile, case.seen, case.outline, findings)


_PROFILE_TOLERANCE_MM = 1.2
"""Half of what the two lie apart; LibreOffice's first line stands up to 1 mm lower than Word's."""


def _profile_of_pdf(file: PdfFile) -> Measures:
    """By the top margin; a letterhead hides it, and then the pitch shows it."""
    top_mm = top_margin_mm(file)
    if top_mm is None:
        pitch_pt = file.area.pitch_mm * PT_PER_MM
        return min(PROFILES.values(), key=lambda one: abs(one.page.line_pitch_pt - pitch_pt))
    return _nearest_profile(lambda page: abs(page.top_mm - top_mm))


def _profile_of_word(file: WordFile) -> Measures:
    """By the top or the bottom margin, for one of them may be wrong."""
    top_mm, bottom_mm = file.top_mm, file.bottom_mm
    return _nearest_profile(
        lambda page: min(abs(page.top_mm - top_mm), abs(page.bottom_mm - bottom_mm))
    )


def _nearest_profile(miss_mm: Callable[[PageMeasures], float]) -> Measures:
    """The profile that a page meets; `office`, the standard itself, where it meets none."""
    nearest = min(PROFILES.values(), key=lambda one: miss_mm(one.page))
    is_met = miss_mm(nearest.page) <= _PROFILE_TOLERANCE_MM
    return nearest if is_met else PROFILES["office"]


def _place(finding: Finding) -> tuple[int, float, int]:
    """The order of a reader: the document as a whole, then page by page, paragraph by paragraph."""
    spot = finding.spot
    top = spot.box_mm[1] if spot.box_mm else 0.0
    return spot.page or 0, top, spot.paragraph or 0
