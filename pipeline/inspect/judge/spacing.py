"""Lines between the elements, line pitch, gaps between paragraphs, full lines (5.2.3, 7.2-7.3)."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from pipeline.inspect.finding import Finding, Said, lines, pt
from pipeline.inspect.judge.case import Case, blame
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenPart

_GAPS: tuple[tuple[str, ElementRole, tuple[ElementRole, ...], str], ...] = (
    # rule, the element, what stands above it, the measure of the empty lines between them
    ("H06-gap", ElementRole.DOCUMENT_NUMBER, (ElementRole.ISSUER_MARK,), "lines_below_mark"),
    ("B03-gap", ElementRole.ADDRESSEE, (ElementRole.TITLE,), "lines_below_title"),
    ("B07-gap", ElementRole.ATTACHMENT_NOTE, (ElementRole.BODY, *HEADINGS), "lines_below_text"),
    (
        "B10-gap",
        ElementRole.SIGNATURE,
        (ElementRole.BODY, ElementRole.ATTACHMENT_NOTE, *HEADINGS),
        "lines_below_text",
    ),
    ("B15-title", ElementRole.ANNEX_TITLE, (ElementRole.ANNEX_MARK,), "lines_below_annex_mark"),
)
_GAP_TOLERANCE = {True: 0.4, False: 0.3}
"""In lines, for a PDF and for a Word file."""


def judge_spacing(case: Case) -> Iterator[Finding]:
    parts = case.outline.parts
    for before, part in pairwise(parts):
        yield from _judge_gap(case, before, part)
    yield from _judge_title_gap(case)
    yield from _judge_pitch(case)
    yield from _judge_ragged(case)


def _judge_gap(case: Case, before: SeenPart, part: SeenPart) -> Iterator[Finding]:
    gap = part.look.gap_lines
    if gap is None or part.look.is_turned:
        return
    slack = _GAP_TOLERANCE[case.is_pdf]
    for rule_id, role, above, measure in _GAPS:
        wanted: float = getattr(case.measures.rules, measure)
        is_meant = part.role is role and before.role in above and not case.outline.is_special
        is_sealed = rule_id == "B10-gap" and case.is_sealed
        if is_meant and not is_sealed and abs(gap - wanted) > slack:
            yield blame(rule_id, part, lines(gap), lines(wanted))
    flowing = (ElementRole.BODY, *HEADINGS)
    is_flowing = before.role in flowing and part.role in flowing
    if is_flowing and slack < gap <= _LARGEST_GAP:
        yield blame("G03-gaps", part, lines(gap), lines(0))


_LARGEST_GAP = 2.5
"""Between two paragraphs of a PDF; a larger one holds a picture."""


def _judge_title_gap(case: Case) -> Iterator[Finding]:
    """Two lines below the red rule (7.3.1); where that is missing, nothing shows the place."""
    title = case.outline.first(ElementRole.TITLE)
    number = case.outline.first(ElementRole.DOCUMENT_NUMBER)
    if title is None or number is None or case.outline.is_special:
        return
    if not any(number.index <= line.after < title.index for line in case.seen.lines):
        return
    gap = title.look.gap_lines
    wanted = case.measures.rules.lines_below_red_rule
    if gap is not None and abs(gap - wanted) > _GAP_TOLERANCE[case.is_pdf]:
        yield blame("B01-gap", title, lines(gap), lines(wanted))


_PITCH_TOLERANCE_PT = 0.15  # G01


def _judge_pitch(case: Case) -> Iterator[Finding]:
    """The body's pitch: within practice or the local one, and the same throughout."""
    bodies = [part for part in case.outline.of(ElementRole.BODY) if part.look.pitch_pt is not None]
    if not bodies:
        return
    weights: Counter[float] = Counter()
    for part in bodies:
        weights[round(part.look.pitch_pt or 0, 1)] += len(part.look.text)
    usual = weights.most_common(1)[0][0]
    own = case.measures.page.line_pitch_pt
    usual_low, usual_high = case.measures.rules.line_pitches_pt
    low, high = min(usual_low, own), max(usual_high, own)
    is_usual_fit = low - _PITCH_TOLERANCE_PT <= usual <= high + _PITCH_TOLERANCE_PT
    reported: set[float] = set()
    for part in bodies:
        pitch = round(part.look.pitch_pt or 0, 1)
        is_other = abs(pitch - usual) > 2 * _PITCH_TOLERANCE_PT
        if pitch not in reported and (is_other or not is_usual_fit):
            reported.add(pitch)
            yield blame("G01-pitch", part, pt(pitch), pt(own))


def _judge_ragged(case: Case) -> Iterator[Finding]:
    ragged = [
        part
        for part in case.outline.of(ElementRole.BODY)
        if part.look.align == "left" and part.look.left_chars is not None
    ]
    if ragged:
        found = Said(f"左对齐（{len(ragged)} 段）", f"aligned left ({len(ragged)} paragraphs)")
        yield blame("P08-ragged", ragged[0], found, Said("两端对齐", "justified"))
