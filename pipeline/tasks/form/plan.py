"""What the sheet 正文 holds, by the outline of the report: its parts, and the kinds of its rows."""

from dataclasses import dataclass

from pipeline.model.report import BODY, CLOSING, LEAD, Outline
from pipeline.tasks.form.words import KINDS, PART_HEADING


@dataclass(frozen=True, slots=True)
class BodyPlan:
    """The body as a clerk fills it in."""

    outline: Outline

    @property
    def parts(self) -> tuple[str, ...]:
        """The keys below which items stand: a part each, or all of the text."""
        named = tuple(part.heading for part in self.outline.parts)
        return named if self.outline.form == "parts" else (BODY,)

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys of the sheet, in the order of the report."""
        return (LEAD, *self.parts, CLOSING)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of row that the drop-down offers."""
        return (PART_HEADING, *KINDS) if self.has_own_headings else KINDS

    @property
    def has_own_headings(self) -> bool:
        """Whether the headings of the parts are typed among the rows."""
        return self.outline.form == "own"
