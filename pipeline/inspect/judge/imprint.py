"""The imprint (7.4): its wording, its rules, its place on the line."""

from collections.abc import Iterator

from pipeline.inspect import wordings
from pipeline.inspect.finding import Finding, Said, chars, mm, quote
from pipeline.inspect.judge.case import Case, blame
from pipeline.inspect.outline import ElementRole, SeenPart
from pipeline.inspect.seen import RuleLine
from pipeline.model.standard import SIZE_4_PT

_WIDTH_TOLERANCE_MM = 1.5
_WEIGHT_TOLERANCE_MM = 0.06  # F01
_INDENT_TOLERANCE = 0.35
"""In characters of 14 pt: ±1.5 mm (F03, F04)."""


def judge_imprint(case: Case) -> Iterator[Finding]:
    parts = list(case.outline.of(ElementRole.COPIED_TO, ElementRole.PRINTING))
    if any(part.look.is_turned for part in parts):
        return
    for part in parts:
        if part.role is ElementRole.COPIED_TO:
            yield from _judge_copied_to(case, part)
        else:
            yield from _judge_printing(part)
    if parts:
        yield from _judge_rules(case, parts)


def _judge_copied_to(case: Case, part: SeenPart) -> Iterator[Finding]:
    look = part.look
    if not wordings.COPIED_TO_STRICT.fullmatch(look.text):
        shown = look.text if len(look.text) <= _SHOWN else f"{look.text[:6]}…{look.text[-4:]}"
        yield blame("F03-form", part, quote(shown), quote("抄送：×××，×××。"))
    # In characters of another size the wanted place is another number; the size has its own rule.
    turned = _TURNED * SIZE_4_PT / look.size_pt if case.is_pdf else _TURNED
    if abs(look.first_chars - 1) > _INDENT_TOLERANCE:
        yield blame("F03-place", part, chars(look.first_chars), chars(1))
    elif look.left_chars is not None and abs(look.left_chars - turned) > _INDENT_TOLERANCE:
        yield blame("F03-place", part, chars(look.left_chars), chars(turned))


_SHOWN = 14
_TURNED = 4
"""Turned lines align with the first character behind 抄送： which is one character in (7.4.2)."""


def _judge_printing(part: SeenPart) -> Iterator[Finding]:
    look = part.look
    if not wordings.PRINTING_STRICT.fullmatch(look.text):
        yield blame("F04-form", part, quote(look.text), quote("×××办公室　2026年8月1日印发"))
    if abs(look.first_chars - 1) > _INDENT_TOLERANCE:
        yield blame("F04-place", part, chars(look.first_chars), chars(1))
    elif abs(look.right_chars - 1) > _INDENT_TOLERANCE:
        yield blame("F04-place", part, chars(look.right_chars), chars(1))


# --- the rules (7.4.1) -----------------------------------------------------------------------


def _judge_rules(case: Case, parts: list[SeenPart]) -> Iterator[Finding]:
    first, last = parts[0], parts[-1]
    lines = [line for line in case.seen.lines if _is_near(line, first, last)]
    above = [line for line in lines if line.after < first.index]
    between = [line for line in lines if first.index <= line.after < last.index]
    below = [line for line in lines if line.after == last.index]
    counts = (len(above), len(between), len(below))
    if not above or not below or len(between) < len(parts) - 1:
        found = Said(
            "上 {} 条、中间 {} 条、下 {} 条".format(*counts),
            "{} above, {} between, {} below".format(*counts),
        )
        wanted = Said(
            f"上 1 条、中间 {len(parts) - 1} 条、下 1 条",
            f"1 above, {len(parts) - 1} between, 1 below",
        )
        yield blame("F02-rules", first, found, wanted)
    rules = case.measures.rules
    outer = [*above[-1:], *below[:1]]
    yield from _judge_lines(case, first, outer, rules.imprint_rule_thick_mm)
    yield from _judge_lines(case, first, between, rules.imprint_rule_thin_mm)


def _is_near(line: RuleLine, first: SeenPart, last: SeenPart) -> bool:
    """Whether a rule stands above, in or below the imprint; nothing may be above it on a page."""
    is_head = line.after < 0 and line.page is not None and line.page == first.look.page
    return is_head or first.index - 1 <= line.after <= last.index


def _judge_lines(
    case: Case, part: SeenPart, lines: list[RuleLine], weight_mm: float
) -> Iterator[Finding]:
    widths = case.type_widths_mm
    for line in lines:
        if min(abs(line.width_mm - width) for width in widths) > _WIDTH_TOLERANCE_MM:
            yield blame("F01-width", part, mm(line.width_mm), mm(widths[0]))
        if abs(line.weight_mm - weight_mm) > _WEIGHT_TOLERANCE_MM:
            found, wanted = f"{line.weight_mm:.2f}", f"{weight_mm:.2f}"
            yield blame(
                "F01-weight",
                part,
                Said(f"{found} 毫米", f"{found} mm"),
                Said(f"{wanted} 毫米", f"{wanted} mm"),
            )
