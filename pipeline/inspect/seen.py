"""What is seen of a document, the same for a Word file and for a PDF.

Both readers give a `Seen`; roles and rules look at nothing else, so that a rule of the standard is
written once. Widths are in characters of the paragraph's own size (一字, GB/T 9704-2012, 3.1),
places on a page in millimetres from its top left corner.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from pipeline.model.standard import Align, FontRole
from pipeline.rules import Medium

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in mm."""


def around(boxes: Iterable[Box]) -> Box:
    """The box around some boxes."""
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a paragraph that is set alike.

    `font` is the class of its face for 汉字, None where the face is not known; `font_name` the
    name as the file has it. `color` is RRGGBB.
    """

    text: str
    font: FontRole | None
    font_name: str
    size_pt: float
    color: str = "000000"
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a paragraph as it stands on a page.

    `box_mm` is that of its ink, `baseline_mm` where its letters stand. `is_full` says that the
    line was broken for lack of room, not by its author.
    """

    text: str
    page: int
    box_mm: Box
    baseline_mm: float
    is_full: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """One paragraph that has words, in the order of reading.

    text         its words without blanks at its ends, an automatic number before them
    number       the ordinal of the paragraph in the body, blank ones counted; 0 in a PDF
    typed_blanks blanks typed before its first word (a Word file only)
    left_chars   from the left edge of the type area to its turned lines; None with one line only
    first_chars  from the left edge of the type area to its first line, typed blanks among it
    right_chars  from its last line to the right edge of the type area; for text that is not right
                 aligned, its right indent (0 in a PDF)
    gap_lines    empty lines between it and what stands above it, in lines of the body's pitch: an
                 empty paragraph or a spacing before counts; None at the head of a page
    pitch_pt     baseline to baseline; None where it is not known (one line; automatic)
    rows         its lines on pages; empty in a Word file, whose lines only Word knows
    typed_lines  its lines where its author broke them; in a PDF all its lines
    starts_page  whether it is the first on its page, in a Word file because it is made to be
    outline      Word's outline level, 1-9
    is_turned    it stands on a landscape page, where places are not judged (X04)
    """

    text: str
    spans: tuple[Span, ...]
    align: Align
    first_chars: float
    left_chars: float | None = None
    right_chars: float = 0
    gap_lines: float | None = 0
    pitch_pt: float | None = None
    number: int = 0
    page: int | None = None
    box_mm: Box | None = None
    rows: tuple[Row, ...] = ()
    typed_lines: tuple[str, ...] = ()
    typed_blanks: str = ""
    starts_page: bool = False
    in_table: bool = False
    is_framed: bool = False
    style_name: str = ""
    outline: int | None = None
    is_turned: bool = False

    @property
    def size_pt(self) -> float:
        """The size of most of its characters."""
        return _most(self.spans, lambda span: span.size_pt)

    @property
    def font(self) -> FontRole | None:
        """The class of face of most of its characters."""
        return _most(self.spans, lambda span: span.font)

    @property
    def color(self) -> str:
        """The colour of most of its characters."""
        return _most(self.spans, lambda span: span.color)


_Kind = TypeVar("_Kind", bound=Hashable)


def _most(spans: tuple[Span, ...], kind: Callable[[Span], _Kind]) -> _Kind:
    counts: Counter[_Kind] = Counter()
    for span in spans:
        counts[kind(span)] += len(span.text)
    return counts.most_common(1)[0][0]


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A drawn horizontal line.

    `after` is the index in `Seen.looks` of the paragraph above it, -1 where none is. In a Word
    file `page`, `y_mm`, `left_mm` and `right_mm` are None, and `width_mm` is what the file says.
    """

    after: int
    width_mm: float
    weight_mm: float
    color: str
    page: int | None = None
    y_mm: float | None = None
    left_mm: float | None = None
    right_mm: float | None = None


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A page number as it is set; in a Word file one for odd and one for even pages.

    `page` is the page's place in the file, in a Word file 1 for odd and 2 for even pages.
    `inset_chars` is its distance from the edge that it keeps to, in its own characters.
    `centre_mm` is where the middle of its dashes stands on the page, None where that is not known.
    `is_field` says that Word counts it. `number` is what it says, None in a Word file. One that
    `is_turned` stands on a landscape page, where its place is not judged (X04).
    """

    page: int
    text: str
    font: FontRole | None
    font_name: str
    size_pt: float
    align: Align
    inset_chars: float
    centre_mm: float | None = None
    is_field: bool = True
    number: int | None = None
    box_mm: Box | None = None
    is_turned: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A whole document as it was seen; `page_count` is None in a Word file.

    `is_sealed` says that a picture of a seal's size stands over the signature or the date,
    `type_width_mm` how wide the type area really is, `is_readable` that its text could be read.
    """

    medium: Medium
    looks: tuple[Look, ...]
    lines: tuple[RuleLine, ...] = ()
    page_numbers: tuple[PageNumber, ...] = ()
    page_count: int | None = None
    is_sealed: bool = False
    type_width_mm: float | None = None
    is_readable: bool = True
