"""What each paragraph of a document is: its role, and how sure that is."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from pipeline.inspect.seen import Look


class ElementRole(StrEnum):
    """The elements of an official document; DESIGN.md's words for them."""

    COPY_NUMBER = "copy_number"
    CLASSIFICATION = "classification"
    URGENCY = "urgency"
    ISSUER_MARK = "issuer_mark"
    DOCUMENT_NUMBER = "document_number"
    SIGNER = "signer"
    TITLE = "title"
    BYLINE = "byline"
    ADDRESSEE = "addressee"
    HEADING1 = "heading1"
    HEADING2 = "heading2"
    HEADING3 = "heading3"
    HEADING4 = "heading4"
    BODY = "body"
    ATTACHMENT_NOTE = "attachment_note"
    SIGNATURE = "signature"
    DATE = "date"
    REMARK = "remark"
    ANNEX_MARK = "annex_mark"
    ANNEX_TITLE = "annex_title"
    COPIED_TO = "copied_to"
    PRINTING = "printing"
    TABLE = "table"
    CAPTION = "caption"
    OTHER = "other"


HEADINGS = (ElementRole.HEADING1, ElementRole.HEADING2, ElementRole.HEADING3, ElementRole.HEADING4)


@dataclass(frozen=True, slots=True)
class SeenPart:
    """A paragraph, `seen.looks[index]`, with its role; `certainty` is 0-1."""

    index: int
    look: Look
    role: ElementRole
    certainty: float


@dataclass(frozen=True, slots=True)
class SeenOutline:
    """The parts of a document in its order.

    `is_official` says that it has a letterhead; plain material is not blamed for lacking one.
    `is_special` says that it seems to be a letter, an order or minutes (clause 10).
    """

    parts: tuple[SeenPart, ...]
    is_official: bool
    is_special: bool = False

    def of(self, *roles: ElementRole) -> Iterator[SeenPart]:
        """The parts that have one of these roles."""
        return (part for part in self.parts if part.role in roles)

    def first(self, *roles: ElementRole) -> SeenPart | None:
        return next(self.of(*roles), None)
