"""One document before its judges."""

from dataclasses import dataclass

from pipeline.inspect.finding import Finding, Said, find, spot_of
from pipeline.inspect.outline import ElementRole, SeenOutline, SeenPart
from pipeline.inspect.seen import Seen
from pipeline.model.standard import PT_PER_MM, Measures
from pipeline.prose.proofread import WordList
from pipeline.rules import Medium

_SEALED_SLACK = 0.6
"""In characters: where a clerk leaves room for a seal, nothing but the eye measures."""

NONE = Said("没有", "none")


@dataclass(frozen=True, slots=True)
class Case:
    """What was seen, what its parts are, the measures and the words it is held against.

    `words` is the list that an office uses, None for the one that comes with the program.
    """

    seen: Seen
    outline: SeenOutline
    measures: Measures
    words: WordList | None = None

    @property
    def type_widths_mm(self) -> tuple[float, ...]:
        """How wide a rule may be: as the type area that is wanted, or as the one that is there."""
        wanted = self.measures.page.text_width_pt / PT_PER_MM
        own = self.seen.type_width_mm
        return (wanted,) if own is None else (wanted, own)

    @property
    def is_sealed(self) -> bool:
        """Whether name and date are set for a seal: one is there, or the date stands four
        characters in to leave room for one that is pressed on the paper (7.3.5.1).
        """
        date = self.outline.first(ElementRole.DATE)
        if self.seen.is_sealed or date is None:
            return self.seen.is_sealed
        room = self.measures.rules.sealed_date_right_chars
        return abs(date.look.right_chars - room) <= _SEALED_SLACK

    @property
    def is_pdf(self) -> bool:
        return self.seen.medium is Medium.PDF


def blame(rule_id: str, part: SeenPart, found: Said, wanted: Said) -> Finding:
    """A finding on a part, as sure as its role."""
    return find(rule_id, spot_of(part.look), found, wanted, part.certainty)
