"""The numbers of the headings (7.3.3; GB/T 15834 B.3): marks, order, no level skipped."""

from collections.abc import Iterator

from pipeline.chinese.heading_numbers import HEADING_NUMBERS
from pipeline.chinese.numerals import read_numeral, write_numeral
from pipeline.inspect.finding import Finding, Said, quote
from pipeline.inspect.judge.case import Case, blame
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenPart
from pipeline.inspect.wordings import HEADINGS_STRICT

_SHAPES = ("一、", "（一）", "1.", "（1）")


def judge_headings(case: Case) -> Iterator[Finding]:
    """Each level counts from one below its heading; an annex begins anew."""
    counts = [0, 0, 0, 0]
    is_annex = False
    for part in case.outline.parts:
        if part.role is ElementRole.ANNEX_MARK:
            counts, is_annex = [0, 0, 0, 0], True
        elif part.role in HEADINGS:
            level = HEADINGS.index(part.role)
            yield from _judge_mark(part, level)
            yield from _judge_number(part, level, counts, is_annex=is_annex)
            counts = _counted(part, level, counts)


def _judge_mark(part: SeenPart, level: int) -> Iterator[Finding]:
    text = part.look.text
    if HEADINGS_STRICT[level].match(text):
        return
    found = HEADING_NUMBERS[level].match(text)
    number = _value_of(part, level) or 1
    yield blame("B06-mark", part, quote(found[0] if found else text), quote(_shape(level, number)))


def _judge_number(
    part: SeenPart, level: int, counts: list[int], *, is_annex: bool
) -> Iterator[Finding]:
    depth = max((i + 1 for i, count in enumerate(counts) if count), default=0)
    if level > depth and not is_annex:
        skipped = _SHAPES[depth]
        wanted = Said(f"先用“{skipped}”一级", f"“{skipped}” first")
        yield blame("B06-level", part, quote(_number_of(part)), wanted)
    number = _value_of(part, level)
    wanted_number = counts[level] + 1
    if number is not None and number != wanted_number:
        yield blame(
            "B06-sequence", part, quote(_number_of(part)), quote(_shape(level, wanted_number))
        )


def _counted(part: SeenPart, level: int, counts: list[int]) -> list[int]:
    """The counts behind a heading: its own number, and nothing below it yet."""
    number = _value_of(part, level)
    own = counts[level] + 1 if number is None else number
    return [*counts[:level], own, *[0] * (len(counts) - level - 1)]


def _value_of(part: SeenPart, level: int) -> int | None:
    found = HEADING_NUMBERS[level].match(part.look.text)
    return read_numeral(found["number"]) if found else None


def _number_of(part: SeenPart) -> str:
    level = HEADINGS.index(part.role)
    found = HEADING_NUMBERS[level].match(part.look.text)
    return found[0] if found else ""


def _shape(level: int, number: int) -> str:
    own = str(number) if level > 1 else write_numeral(number)
    return _SHAPES[level].replace("一", own).replace("1", own)
