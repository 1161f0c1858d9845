"""A fault that a regular expression finds: the rule, the expression, and how it is fixed."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.prose.proofread.passage import TEXTS, Passage, PassageKind, TextIssue, quote_around

HAN = r"\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"

Match = re.Match[str]
Fix = Callable[[Match], str | None]


@dataclass(frozen=True, slots=True)
class Pattern:
    """One expression of a rule.

    Where it has a group named `x`, that group is what is reported and fixed, else all of it. `fix`
    makes the new text from a match, None where a person has to choose; a `fix` that finds the
    match to be right says so by returning it unchanged.
    """

    rule_id: str
    regex: re.Pattern[str]
    fix: Fix | None = None
    kinds: frozenset[PassageKind] = TEXTS

    def find(self, number: int, passage: Passage) -> Iterator[TextIssue]:
        text = passage.text
        for match in self.regex.finditer(text):
            start, end = match.span("x" if "x" in self.regex.groupindex else 0)
            fix = self.fix(match) if self.fix else None
            if fix != text[start:end]:
                found = quote_around(text, start, end)
                # A mark alone says little; the rule's own words name it.
                zh, en = (f"改为“{fix}”", f"use “{fix}”") if fix and len(fix) > 1 else ("", "")
                yield TextIssue(self.rule_id, number, start, end, found, found, fix, zh, en)


def pattern(
    rule_id: str,
    expression: str,
    fix: Fix | str | None = None,
    kinds: frozenset[PassageKind] = TEXTS,
) -> Pattern:
    """A Pattern; `{HAN}` stands for any 汉字, and a fix that is a text is the same always."""
    regex = re.compile(expression.replace("{HAN}", HAN))
    return Pattern(rule_id, regex, _always(fix) if isinstance(fix, str) else fix, kinds)


def _always(fix: str) -> Fix:
    return lambda _: fix


def find_patterns(patterns: Sequence[Pattern], passages: Sequence[Passage]) -> Iterator[TextIssue]:
    """What the patterns find, passage by passage; of two that find the same, the first counts."""
    for number, passage in enumerate(passages):
        taken: list[TextIssue] = []
        for one in patterns:
            if passage.kind in one.kinds:
                taken += [
                    issue for issue in one.find(number, passage) if not _is_reported(issue, taken)
                ]
        yield from taken


def _is_reported(issue: TextIssue, taken: list[TextIssue]) -> bool:
    return any(issue.start < one.end and one.start < issue.end for one in taken)
