"""The letterhead (7.2): wording, order, colour of the mark, the red rule."""

from collections.abc import Iterator
from itertools import pairwise

from pipeline.inspect import wordings
from pipeline.inspect.finding import WHOLE, Finding, Said, find, mm, quote, spot_of
from pipeline.inspect.judge.case import NONE, Case, blame
from pipeline.inspect.outline import ElementRole, SeenPart
from pipeline.inspect.roles import is_red
from pipeline.inspect.seen import RuleLine
from pipeline.model.standard import RED

_FORMS = (
    (ElementRole.COPY_NUMBER, "H01-form", wordings.COPY_NUMBER_STRICT, "000001"),
    (ElementRole.CLASSIFICATION, "H02-form", wordings.CLASSIFICATION_STRICT, "机密★1年"),
    (ElementRole.URGENCY, "H03-form", wordings.URGENCY_STRICT, "特急、加急"),
)
_ORDER = (ElementRole.COPY_NUMBER, ElementRole.CLASSIFICATION, ElementRole.URGENCY)


def judge_letterhead(case: Case) -> Iterator[Finding]:
    """Only of a document that has one; a letter's, an order's or minutes' is not judged."""
    outline = case.outline
    for role, rule_id, pattern, wanted in _FORMS:
        for part in outline.of(role):
            if not pattern.fullmatch(part.look.text):
                yield blame(rule_id, part, quote(part.look.text), quote(wanted))
    yield from _judge_order(case)
    if outline.is_special:
        mark = outline.first(ElementRole.ISSUER_MARK)
        where = spot_of(mark.look) if mark else WHOLE
        found = quote(mark.look.text if mark else "")
        yield find("X05-special", where, found, Said("人工核对", "look at it"))
        return
    if outline.is_official:
        yield from _judge_mark(case)
        yield from _judge_number(case)
        yield from _judge_red_rule(case)


def _judge_order(case: Case) -> Iterator[Finding]:
    parts = list(case.outline.of(*_ORDER))
    for before, after in pairwise(parts):
        if _ORDER.index(before.role) > _ORDER.index(after.role):
            found = f"“{before.look.text}”在“{after.look.text}”之上"
            wanted = Said("份号、密级、紧急程度自上而下", "copy number, security level, urgency")
            yield blame("H03-order", before, Said(found, found), wanted)


def _judge_mark(case: Case) -> Iterator[Finding]:
    for part in case.outline.of(ElementRole.ISSUER_MARK):
        if not is_red(part.look.color):
            color = part.look.color
            yield blame("H04-colour", part, Said(color, color), Said(RED, RED))


def _judge_number(case: Case) -> Iterator[Finding]:
    for part in case.outline.of(ElementRole.DOCUMENT_NUMBER):
        number, _ = wordings.split_signer(part.look.text)
        if not wordings.DOCUMENT_NUMBER_STRICT.fullmatch(number):
            yield blame("H06-form", part, quote(number), quote("×政发〔2026〕8号"))


# --- the red rule ----------------------------------------------------------------------------

_WIDTH_TOLERANCE_MM = 1.5  # H08: ±1 at either end, and what a stroke's ends add


def _judge_red_rule(case: Case) -> Iterator[Finding]:
    number = case.outline.first(ElementRole.DOCUMENT_NUMBER)
    if number is None:
        return
    line = _line_below(case, number)
    if line is None:
        width = mm(case.type_widths_mm[0])
        rule = Said(f"{width.zh}宽的红线", f"a red rule of {width.en}")
        yield blame("H08-missing", number, NONE, rule)
        return
    if not is_red(line.color):
        yield blame("H08-colour", number, Said(line.color, line.color), Said(RED, RED))
    widths = case.type_widths_mm
    if min(abs(line.width_mm - width) for width in widths) > _WIDTH_TOLERANCE_MM:
        yield blame("H08-width", number, mm(line.width_mm), mm(widths[0]))


def _line_below(case: Case, number: SeenPart) -> RuleLine | None:
    """The first rule between the document number and the title."""
    title = case.outline.first(ElementRole.TITLE)
    last = title.index if title else number.index + 1
    below = (line for line in case.seen.lines if number.index <= line.after < last)
    return next(below, None)
