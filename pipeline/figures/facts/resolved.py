"""One text of an input with its figures filled in: where each stretch was typed, what it is for.

Rules about what a text says look at resolved texts; what they find is reported where it was typed.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from pipeline.diagnostics.diagnostic import Location
from pipeline.figures.facts.segments import NAMES, Segment
from pipeline.load import yaml
from pipeline.load.yaml import Scalar, Source, Spans, spans_of
from pipeline.model import report
from pipeline.model.report.description import Path
from pipeline.model.tokens import Token, TokenKind

_SENTENCE_ENDS = re.compile(r"[。！？；\n]")

# A text may be as long as its file allows; what is looked for around a place is near it.
_NEAR = 120
_FEW = 12


class TextRole(Enum):
    """What a text is in its report."""

    TITLE = auto()
    SIGNER = auto()
    ADDRESSEE = auto()
    LEAD = auto()
    PART_HEADING = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    POINT = auto()
    CLOSING = auto()
    ANNEX_NAME = auto()
    ANNEX_PARAGRAPH = auto()
    COLUMN = auto()
    CELL = auto()
    CAPTION = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class TextPart:
    """The part of a report that a text stands in: its heading, and what it does if known."""

    heading: str
    role: report.PartRole | None


@dataclass(frozen=True, eq=False)
class ResolvedText:
    """One text: the way to it, what it is for, its segments, and the scalar it was typed in.

    `part` is the part that it stands in, if it stands in one. What was read from a
    cell of a workbook has no scalar, and `cell` for its place.
    """

    path: Path
    role: TextRole
    part: TextPart | None
    segments: tuple[Segment, ...]
    source: Source
    scalar: Scalar | None
    cell: Location | None = None

    @cached_property
    def text(self) -> str:
        """What the report shows."""
        return "".join(segment.shown for segment in self.segments)

    @property
    def tokens(self) -> Iterator[Token]:
        """What its author typed."""
        return (segment.token for segment in self.segments)

    @cached_property
    def spans(self) -> Spans | None:
        """For each character of the typed text its span in the source, where that is known."""
        return spans_of(self.source, self.scalar) if self.scalar is not None else None

    def place(self, start: int, end: int) -> Location:
        """Where a span of the shown text was typed; of a figure, its whole reference."""
        return self.place_typed(*self.typed_span(start, end))

    def typed_span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the typed text that a span of the shown one comes from."""
        first, _ = self.segment_at(start).typed_span(start)
        _, last = self.segment_at(end - 1).typed_span(end - 1)
        return first, last

    def place_typed(self, start: int, end: int) -> Location:
        """Where a span of the typed text stands."""
        if self.spans is None:
            return self.whole_place
        return yaml.place_among(self.source, self.spans, start, end)

    @property
    def is_plain(self) -> bool:
        """Whether it was typed without quotes, and not as a block."""
        return self.scalar is not None and self.scalar.is_plain

    @property
    def whole_place(self) -> Location:
        if self.cell is not None:
            return self.cell
        assert self.scalar is not None
        return yaml.locate(self.source, self.scalar)

    def segment_at(self, index: int) -> Segment:
        """The segment that shows a character."""
        return self.segments[bisect.bisect_right(self._starts, index) - 1]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(segment.start for segment in self.segments)

    def is_marked(self, start: int, end: int) -> bool:
        """Whether a part of a span is still to be confirmed."""
        return any(one.token.kind is TokenKind.MARK for one in self.segments_in(start, end))

    def is_typed(self, start: int, end: int) -> bool:
        """Whether a span was typed as it stands, rather than in brackets that name a figure."""
        return not any(one.token.kind in NAMES for one in self.segments_in(start, end))

    def segments_in(self, start: int, end: int) -> tuple[Segment, ...]:
        """The segments that show a part of a span, which has a character at least."""
        first = bisect.bisect_right(self._starts, start) - 1
        return self.segments[first : bisect.bisect_left(self._starts, end)]

    def sentence(self, index: int) -> tuple[int, int]:
        """The span of the sentence that a character stands in, as far as it lies near."""
        least, most = max(0, index - _NEAR), min(len(self.text), index + _NEAR)
        start = max(
            (m.end() for m in _SENTENCE_ENDS.finditer(self.text, least, index)), default=least
        )
        end = _SENTENCE_ENDS.search(self.text, index, most)
        return start, end.end() if end else most

    def before(self, index: int) -> str:
        """The few characters before a place."""
        return self.text[max(0, index - _FEW) : index]

    def is_quoted(self, index: int, marks: str = "“”《》") -> bool:
        """Whether a place stands within quotes or a title that was opened near before it."""
        near = self.text[max(0, index - _NEAR) : index]
        pairs = zip(marks[::2], marks[1::2], strict=True)
        return any(near.count(opening) > near.count(closing) for opening, closing in pairs)
