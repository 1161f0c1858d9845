"""A text to be proofread, wherever it came from, and what is found in one.

Inputs and finished documents are both handed over as passages, so that a rule is written once.
"""

from dataclasses import dataclass
from enum import StrEnum

from pipeline.model.report.outline import PartRole, role_of


class PassageKind(StrEnum):
    """What a passage is in its document."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    POINT = "point"
    CELL = "cell"
    OTHER = "other"
    ADDRESSEE = "addressee"
    SIGNER = "signer"


TEXTS = frozenset(
    {
        PassageKind.TITLE,
        PassageKind.HEADING,
        PassageKind.BODY,
        PassageKind.POINT,
        PassageKind.CELL,
        PassageKind.OTHER,
    }
)
"""What is written in words, and not a name alone."""

PROSE = frozenset({PassageKind.TITLE, PassageKind.HEADING, PassageKind.BODY, PassageKind.POINT})
"""What makes up the text itself, without tables, captions and notes."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One text with its figures filled in.

    `level` is that of a heading (1-4), `part` the heading of the part it stands in (基本情况 …),
    empty outside them, and `declared` what that part does where its outline says so. `group` is
    the same number for texts that are siblings: the headings of one level below one heading, the
    points of one enumeration; 0 is no group.
    """

    text: str
    kind: PassageKind
    level: int = 0
    part: str = ""
    group: int = 0
    declared: PartRole | None = None

    @property
    def role(self) -> PartRole | None:
        """What the part does that it stands in, as far as that is known."""
        return self.declared or role_of(self.part)


@dataclass(frozen=True, slots=True)
class TextIssue:
    """Something to fix: which rule, in which passage, the span [start, end) of its text.

    `found` is what is reported of it, in the words of both languages. `fix` is what the span is to
    become where that can be done without a person. `hint` is what its author should do where
    the rule's own words do not say enough; `wanted` what the span should be where a person has to
    look at it.
    """

    rule_id: str
    passage: int
    start: int
    end: int
    found_zh: str
    found_en: str
    fix: str | None = None
    hint_zh: str = ""
    hint_en: str = ""
    wanted: str = ""


_CONTEXT_CHARS = 4


def quote_around(text: str, start: int, end: int, context: int = _CONTEXT_CHARS) -> str:
    """A span of a text in quotes, with a few characters around it."""
    return f"“{text[max(0, start - context) : end + context]}”".replace("\n", " ")
