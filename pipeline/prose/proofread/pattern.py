"""A fault that a regular expression finds: the rule, the expression, and how it is mended."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.prose.proofread.passage import TEXTS, Kind, Passage, Slip, quote_around

HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

Match = re.Match[str]
Cure = Callable[[Match], str | None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One expression of a rule.

    Where it has a group named `x`, that group is what is told and mended, else all of it. `cure`
    makes the new text from a match, None where a person has to choose; a `cure` that finds the
    match to be right says so by returning it unchanged.
    """

    rule_id: str
    regex: re.Pattern[str]
    cure: Cure | None = None
    kinds: frozenset[Kind] = TEXTS

    def find(self, number: int, passage: Passage) -> Iterator[Slip]:
        text = passage.text
        for match in self.regex.finditer(text):
            start, end = match.span("x" if "x" in self.regex.groupindex else 0)
            cure = self.cure(match) if self.cure else None
            if cure != text[start:end]:
                found = quote_around(text, start, end)
                # A mark alone says little; the rule's own words name it.
                zh, en = (f"改为“{cure}”", f"use “{cure}”") if cure and len(cure) > 1 else ("", "")
                yield Slip(self.rule_id, number, start, end, found, found, cure, zh, en)


def pattern(
    rule_id: str, expression: str, cure: Cure | str | None = None, kinds: frozenset[Kind] = TEXTS
) -> Pattern:
    """A Pattern; `{HAN}` stands for any 汉字, and a cure that is a text is the same always."""
    regex = re.compile(expression.replace("{HAN}", HAN))
    return Pattern(rule_id, regex, _always(cure) if isinstance(cure, str) else cure, kinds)


def _always(cure: str) -> Cure:
    return lambda _: cure


def find_patterns(patterns: Sequence[Pattern], passages: Sequence[Passage]) -> Iterator[Slip]:
    """What the patterns find, passage by passage; of two that find the same, the first is told."""
    for number, passage in enumerate(passages):
        taken: list[Slip] = []
        for one in patterns:
            if passage.kind in one.kinds:
                taken += [slip for slip in one.find(number, passage) if not _is_told(slip, taken)]
        yield from taken


def _is_told(slip: Slip, taken: list[Slip]) -> bool:
    return any(slip.start < one.end and one.start < slip.end for one in taken)
