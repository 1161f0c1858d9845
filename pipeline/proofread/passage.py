"""A text to be proofread, wherever it came from, and what is found in one.

Inputs and finished documents are both handed over as passages, so that a rule is written once.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a passage is in its document."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    POINT = "point"
    CELL = "cell"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Passage:
    """One text with its figures filled in.

    `level` is that of a heading (1-4), `part` the heading of the part it stands in (基本情况 …),
    empty outside the four parts. `group` is the same number for texts that are siblings: the
    headings of one level below one heading, the points of one enumeration.
    """

    text: str
    kind: Kind
    level: int = 0
    part: str = ""
    group: int = 0


@dataclass(frozen=True, slots=True)
class Slip:
    """Something to mend: which rule, in which passage, the span [start, end) of its text.

    `found` is what is told of it, in the words of both languages. `cure` is what the span is to
    become where that can be done without a person.
    """

    rule_id: str
    passage: int
    start: int
    end: int
    found_zh: str
    found_en: str
    cure: str | None = None
