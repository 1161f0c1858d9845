"""The document: what is to be set, in order, with every number and fixed word already made.

Blocks hold inlines, never the reverse. Both renderers read this and nothing else of the report.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure as it is shown, and the name it was declared under."""

    name: str
    text: str


Inline = Text | FigureText
Inlines = tuple[Inline, ...]


def plain_text(inlines: Inlines) -> str:
    """The words of a run of inlines."""
    return "".join(inline.text for inline in inlines)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its file name and bytes, what it shows, its size in pixels."""

    name: str
    data: bytes
    media_type: Literal["image/png", "image/jpeg"]
    description: str
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Title:
    """The title (标题), broken into lines between words."""

    kind: ClassVar[str] = "title"
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.lines)


@dataclass(frozen=True, slots=True)
class Byline:
    """A line under the title of plain material: the organisation or the date."""

    kind: ClassVar[str] = "byline"
    text: str


@dataclass(frozen=True, slots=True)
class Addressee:
    """The addressees (主送机关) in one line that ends with a colon."""

    kind: ClassVar[str] = "addressee"
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its number: level 1 is 一、, 2 （一）, 3 1., 4 （1）."""

    kind: ClassVar[str] = "heading"
    level: Literal[1, 2, 3, 4]
    number: str
    inlines: Inlines

    @property
    def text(self) -> str:
        return self.number + plain_text(self.inlines)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of body text.

    `tracking_pt` is added to each of its characters where the body's own would leave one character
    alone on the last line; None takes the body's. `starts_page` puts it on a new page.
    """

    kind: ClassVar[str] = "paragraph"
    inlines: Inlines
    tracking_pt: float | None = None
    starts_page: bool = False

    @property
    def text(self) -> str:
        return plain_text(self.inlines)


@dataclass(frozen=True, slots=True)
class Blank:
    """Empty lines that the standard asks for (空一行, 空二行)."""

    kind: ClassVar[str] = "blank"
    lines: int = 1


@dataclass(frozen=True, slots=True)
class AttachmentNoteLine:
    """One line of the attachment note (附件说明): its label, empty from the second on, its number
    where there are several annexes, and the name of the annex.
    """

    label: str
    number: str
    name: str


@dataclass(frozen=True, slots=True)
class AttachmentNote:
    """The list of annexes below the body."""

    kind: ClassVar[str] = "attachment_note"
    lines: tuple[AttachmentNoteLine, ...]


@dataclass(frozen=True, slots=True)
class Signature:
    """The signature (署名) and the date of issue, each with its distance from the right edge.

    Distances are in characters of the body size (GB/T 9704-2012, 7.3.5).
    """

    kind: ClassVar[str] = "signature"
    organisation: str
    date_text: str
    organisation_right_chars: float
    date_right_chars: float
    seal: Image | None


@dataclass(frozen=True, slots=True)
class Remark:
    """The remark (附注) in its brackets."""

    kind: ClassVar[str] = "remark"
    text: str


@dataclass(frozen=True, slots=True)
class AnnexMark:
    """附件 and its number; an annex begins a new page with it."""

    kind: ClassVar[str] = "annex_mark"
    text: str


@dataclass(frozen=True, slots=True)
class AnnexTitle:
    """The title of an annex, broken into lines between words."""

    kind: ClassVar[str] = "annex_title"
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.lines)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; spans count columns and rows, alignment is of its text."""

    inlines: Inlines
    column_span: int = 1
    row_span: int = 1
    align: Literal["left", "center"] = "left"

    @property
    def text(self) -> str:
        return plain_text(self.inlines)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header rows that repeat on each page, body rows, and the share of each column.

    A cell covered by a span from the left or from above is left out of its row. `widths` add up
    to 1. `caption` is what a screen reader says of the table.
    """

    kind: ClassVar[str] = "table"
    caption: str
    header: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on the page and the caption below it."""

    kind: ClassVar[str] = "picture"
    image: Image
    caption: str


Block = (
    Title
    | Byline
    | Addressee
    | Heading
    | Paragraph
    | Blank
    | AttachmentNote
    | Signature
    | Remark
    | AnnexMark
    | AnnexTitle
    | Table
    | Picture
)


@dataclass(frozen=True, slots=True)
class Letterhead:
    """The letterhead (版头): the lines at the top of the first page.

    `signers` is empty in a document to a lower or equal level.
    """

    issuer_mark: str
    issuer_mark_pt: float
    document_number: str
    signers: tuple[str, ...]
    copy_number: str | None
    classification: str | None
    urgency: str | None
    free_lines: int
    """Empty lines that remain of those kept for the three elements above the mark."""

    @property
    def signer_rows(self) -> tuple["SignerRow", ...]:
        """Two signers a row at most; the document number stands beside the last (7.2.6)."""
        names = self.signers
        rows = tuple("　".join(names[i : i + 2]) for i in range(0, len(names), 2))
        return tuple(
            SignerRow(
                self.document_number if index == len(rows) - 1 else "",
                "签发人：" if index == 0 else "",
                row,
            )
            for index, row in enumerate(rows)
        )


@dataclass(frozen=True, slots=True)
class SignerRow:
    """One line above the red rule of a document to a higher level."""

    number: str
    label: str
    names: str


@dataclass(frozen=True, slots=True)
class Imprint:
    """The imprint (版记) at the foot of the last page."""

    copied_to: str | None
    printing_office: str
    printing_date_text: str


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
        case Picture():
            return [block.caption]
        case Blank():
            return []
        case _:
            return [block.text]
