"""The whole document, and its words in the order in which a reader meets them."""

from dataclasses import dataclass
from datetime import date

from pipeline.model.document.around import Imprint, Letterhead
from pipeline.model.document.blocks import (
    AttachmentNote,
    Blank,
    Block,
    Chart,
    Picture,
    Signature,
    Table,
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document, ready to be set."""

    title: str
    organisation: str
    date: date
    subject: str
    letterhead: Letterhead | None
    blocks: tuple[Block, ...]
    imprint: Imprint | None


def texts_of(document: Document) -> tuple[str, ...]:
    """Every piece of text of a document in the order in which a reader meets it."""
    head = document.letterhead
    found: list[str] = []
    if head is not None:
        found += [head.copy_number or "", head.classification or "", head.urgency or ""]
        found += [head.issuer_mark]
        found += [row.number + row.label + row.names for row in head.signer_rows]
        found += [] if head.signers else [head.document_number]
    for block in document.blocks:
        found += texts_of_block(block)
    if document.imprint is not None:
        imprint = document.imprint
        found += [imprint.copied_to or "", imprint.printing_office, imprint.printing_date_text]
    return tuple(text for text in found if text)


def texts_of_block(block: Block) -> list[str]:
    """The pieces of text of one block, in their order; empty ones are among them."""
    match block:
        case AttachmentNote():
            return [line.label + line.number + line.name for line in block.lines]
        case Signature():
            return [block.organisation, block.date_text]
        case Table():
            return [cell.text for row in (*block.header, *block.rows) for cell in row]
        case Picture() | Chart():
            return [block.caption]
        case Blank():
            return []
        case _:
            return [block.text]
