"""What may not begin or end a line, and what may not be split (GB/T 15834, 5.1; GB/T 15835)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from pipeline.inspect.finding import Finding, Said, Spot, find
from pipeline.inspect.outline import ElementRole, SeenOutline, SeenPart
from pipeline.inspect.seen import Row

_NOT_AT_START = frozenset("。，、；：？！”’）〕】》〉")  # 5.1.1-5.1.3
_NOT_AT_END = frozenset("“‘（〔【《〈")  # 5.1.3
_PAIRED = frozenset("—…")  # 5.1.4-5.1.5
_CONNECTORS = frozenset("－～~·•/／")  # 5.1.6-5.1.9
_SLASHES = frozenset("/／")
_DASH = "—"
_NUMBER_END = re.compile(r"\d[.,．，]?$")

_BROKEN_BY_HAND = (
    ElementRole.TITLE,
    ElementRole.ANNEX_TITLE,
    ElementRole.ISSUER_MARK,
    ElementRole.BYLINE,
    ElementRole.DOCUMENT_NUMBER,
    ElementRole.TABLE,
)
"""Lines that their author breaks; those of tables are too narrow for the rules."""


def judge_line_ends(outline: SeenOutline) -> Iterator[Finding]:
    """Findings where a line of running text ends and the next begins."""
    for part in outline.parts:
        if part.role in _BROKEN_BY_HAND or part.look.in_table or part.look.align == "center":
            continue
        for before, after in pairwise(part.look.rows):
            yield from _judge_break(part, before, after)


def _judge_break(part: SeenPart, before: Row, after: Row) -> Iterator[Finding]:
    """What is wrong where one line ends and the next begins."""
    end, start = before.text[-1], after.text[0]
    if start in _PAIRED and end == start:
        yield _blame("Q03-split", part, before, f"{end}|{start}")
        return
    if start in _NOT_AT_START:
        yield _blame("Q01-start", part, after, start)
    if end in _NOT_AT_END:
        yield _blame("Q02-end", part, before, end)
    is_lone_dash = start == _DASH and not after.text.startswith(_DASH * 2)
    if start in _CONNECTORS or is_lone_dash:
        yield _blame("Q04-connector", part, after, start)
    elif end in _SLASHES:
        yield _blame("Q04-connector", part, before, end)
    if start.isdecimal() and _NUMBER_END.search(before.text):
        yield _blame("D09-number", part, before, _number(before.text, after.text))


_SHOWN = 10


def _number(before: str, after: str) -> str:
    """The parts of a number on either side of the break."""
    head = re.search(r"[\d.,．，]+$", before)
    tail = re.match(r"[\d.,．，]+", after)
    return f"{head[0] if head else ''}|{tail[0] if tail else ''}"


def _blame(rule_id: str, part: SeenPart, row: Row, found: str) -> Finding:
    text = row.text[-_SHOWN:] if row.text.endswith(found[0]) else row.text[:_SHOWN]
    where = Spot(row.page, row.box_mm, None, text)
    wanted = Said("调整断行", "another break")
    return find(rule_id, where, Said(f"“{found}”", f"“{found}”"), wanted, part.certainty)
