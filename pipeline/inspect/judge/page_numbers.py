"""Page numbers (7.5): that they are there, their form, face, place and order."""

from collections.abc import Iterator

from pipeline.inspect.finding import SURE, WHOLE, Finding, Said, Spot, chars, find, mm, pt, quote
from pipeline.inspect.judge.case import NONE, Case
from pipeline.inspect.seen import PageNumber
from pipeline.inspect.wordings import PAGE_NUMBER_STRICT
from pipeline.model.standard import FontRole

_PLAIN = SURE - 0.1
"""How sure a plain material's number must be as the standard has it: practice allows others."""


def judge_page_numbers(case: Case) -> Iterator[Finding]:
    numbers = case.seen.page_numbers
    sure = 1.0 if case.outline.is_official else _PLAIN
    if not numbers:
        if case.seen.is_readable:
            yield find("N01-missing", WHOLE, NONE, quote("— 1 —"), sure)
        return
    yield from _first_of_each(_judge_form(numbers, sure))
    yield from _first_of_each(_judge_font(case, numbers))
    yield from _first_of_each(_judge_place(case, numbers, sure))
    yield from _judge_sequence(case)


def _first_of_each(findings: Iterator[Finding]) -> Iterator[Finding]:
    """One finding a rule: what is wrong with a page number is wrong on every page."""
    reported: set[str] = set()
    for finding in findings:
        if finding.rule_id not in reported:
            reported.add(finding.rule_id)
            yield finding


def _spot(case_number: PageNumber) -> Spot:
    page = case_number.page if case_number.number is not None else None
    return Spot(page, case_number.box_mm, None, case_number.text)


def _judge_form(numbers: tuple[PageNumber, ...], sure: float) -> Iterator[Finding]:
    for number in numbers:
        if not PAGE_NUMBER_STRICT.fullmatch(number.text.strip()):
            yield find("N01-form", _spot(number), quote(number.text), quote("— 1 —"), sure)


_SIZE_TOLERANCE_PT = 0.3  # N01


def _judge_font(case: Case, numbers: tuple[PageNumber, ...]) -> Iterator[Finding]:
    style = case.measures.styles["page_number"]
    for number in numbers:
        if number.font not in (None, FontRole.SONGTI):
            name = Said(number.font_name, number.font_name)
            yield find("N01-font", _spot(number), name, Said("宋体", "宋体"))
        elif abs(number.size_pt - style.size_pt) > _SIZE_TOLERANCE_PT:
            yield find("N01-font", _spot(number), pt(round(number.size_pt, 1)), pt(style.size_pt))


_PLACE_TOLERANCE_MM = {True: 1.0, False: 2.0}
"""N02, for a PDF and for a Word file, where it is reckoned from the footer's distance."""
_SIDE_TOLERANCE = 0.35
"""In characters of 14 pt: ±1.5 mm (N03)."""


def _judge_place(case: Case, numbers: tuple[PageNumber, ...], sure: float) -> Iterator[Finding]:
    rules = case.measures.rules
    wanted_mm = rules.type_area_bottom_mm + rules.page_number_gap_mm
    for number in (one for one in numbers if not one.is_turned):
        centre = number.centre_mm
        if centre is not None and abs(centre - wanted_mm) > _PLACE_TOLERANCE_MM[case.is_pdf]:
            yield find("N02-place", _spot(number), mm(centre), mm(wanted_mm), sure)
        if number.align == "center" and not case.outline.is_official:
            continue  # practice tolerates it in plain material (S09)
        is_odd = (number.number or number.page) % 2 == 1
        side = "right" if is_odd else "left"
        scale = number.size_pt / case.measures.styles["page_number"].size_pt
        insets = (number.inset_chars, number.inset_chars * scale)
        gap = min(abs(inset - rules.page_number_indent_chars) for inset in insets)
        if number.align != side or gap > _SIDE_TOLERANCE:
            yield find("N03-side", _spot(number), _side(number), _wanted_side(is_odd=is_odd))


_SIDES = {"right": ("居右", "right"), "left": ("居左", "left"), "center": ("居中", "centred")}


def _side(number: PageNumber) -> Said:
    zh, en = _SIDES.get(number.align, ("居左", "left"))
    inset = chars(number.inset_chars)
    if number.align == "center":
        return Said(zh, en)
    return Said(f"{zh}，空 {inset.zh}", f"{en}, {inset.en} in")


def _wanted_side(*, is_odd: bool) -> Said:
    return (
        Said("单页居右空 1 字", "odd pages right, 1 character in")
        if is_odd
        else Said("双页居左空 1 字", "even pages left, 1 character in")
    )


def _judge_sequence(case: Case) -> Iterator[Finding]:
    """Running on from 1; a page without a number may only be a blank one (7.5)."""
    counted = [number for number in case.seen.page_numbers if number.number is not None]
    for place, number in enumerate(counted, 1):
        if number.number != place:
            yield find("N04-sequence", _spot(number), quote(number.text), quote(f"— {place} —"))
            return
