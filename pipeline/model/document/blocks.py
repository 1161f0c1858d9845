"""The blocks of a document in the order in which they may stand; each has its `kind`."""

from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from pipeline.model.document.inlines import Image, Inlines, plain_text
from pipeline.model.document.parts import DocumentPart


@dataclass(frozen=True, slots=True, kw_only=True)
class _InPart:
    """What every block has: the part it belongs to, None for what stands around the parts."""

    part: DocumentPart | None = None


@dataclass(frozen=True, slots=True)
class Title(_InPart):
    """The title (标题), broken into lines between words."""

    kind: ClassVar[str] = "title"
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        return "".join(self.lines)


@dataclass(frozen=True, slots=True)
class Byline(_InPart):
    """A line under the title of plain material: the organisation or the date."""

    kind: ClassVar[str] = "byline"
    text: str


@dataclass(frozen=True, slots=True)
class Addressee(_InPart):
    """The addressees (主送机关) in one line that ends with a colon."""

    kind: ClassVar[str] = "addressee"
    text: str


@dataclass(frozen=True, slots=True)
class Heading(_InPart):
    """A heading with its number: level 1 is 一、, 2 （一）, 3 1., 4 （1）."""

    kind: ClassVar[str] = "heading"
    level: Literal[1, 2, 3, 4]
    number: str
    inlines: Inlines

    @property
    def text(self) -> str:
        return self.number + plain_text(self.inlines)


@dataclass(frozen=True, slots=True)
class Paragraph(_InPart):
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
class Blank(_InPart):
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
class AttachmentNote(_InPart):
    """The list of annexes below the body."""

    kind: ClassVar[str] = "attachment_note"
    lines: tuple[AttachmentNoteLine, ...]


@dataclass(frozen=True, slots=True)
class Signature(_InPart):
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
class Remark(_InPart):
    """The remark (附注) in its brackets."""

    kind: ClassVar[str] = "remark"
    text: str


@dataclass(frozen=True, slots=True)
class AnnexMark(_InPart):
    """附件 and its number; an annex begins a new page with it."""

    kind: ClassVar[str] = "annex_mark"
    text: str


@dataclass(frozen=True, slots=True)
class AnnexTitle(_InPart):
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
class Table(_InPart):
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
class Picture(_InPart):
    """A picture on the page and the caption below it."""

    kind: ClassVar[str] = "picture"
    image: Image
    caption: str


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: a value for each category, and the reference to its figure."""

    name: str
    values: tuple[Decimal, ...]
    references: tuple[str, ...]


ChartForm = Literal["bar", "line", "share"]


@dataclass(frozen=True, slots=True)
class Chart(_InPart):
    """A chart of figures and the caption below it.

    `decimals` is how many places every value is shown with; `description` is what a screen reader
    says of it. The unit stands in the caption.
    """

    kind: ClassVar[str] = "chart"
    form: ChartForm
    caption: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    decimals: int
    description: str

    def label(self, value: Decimal) -> str:
        """A value as it is written beside its mark."""
        return f"{value:.{self.decimals}f}"


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
    | Chart
)
