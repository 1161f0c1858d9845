"""The texts of an input as they will be read: marks off, figures filled in, each with its places.

Rules about what a text says look at readings; what they find is told where it was typed.
"""

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from pipeline import load
from pipeline.diagnostics import Location
from pipeline.facts import Facts
from pipeline.load import Scalar, Source, spans_of
from pipeline.marks import MARK
from pipeline.report import FIGURES
from pipeline.report.traits import Holds
from pipeline.validate.tree import InputTree, Path

_TOKEN = re.compile(rf"{MARK.pattern}|【【|】】|【(?P<name>[^【】]*)】")
_SENTENCE_ENDS = re.compile(r"[。！？；\n]")


# A text may be as long as its file allows; what is looked for around a place is near it.
_NEAR = 120
_FEW = 12


def _overlaps(spans: tuple[tuple[int, int], ...], start: int, end: int) -> bool:
    """Whether one of some spans, which stand in order, shares a character with [start, end)."""
    index = bisect.bisect_left(spans, (end, end)) - 1
    return index >= 0 and spans[index][1] > start


@dataclass(frozen=True)
class Reading:
    """One text: the way to it, and for each character the place in the scalar that it is from.

    The characters of a figure have the place of its bracket. `marked` are the spans that are still
    to be confirmed, `filled` those of figures.
    """

    text: str
    path: Path
    source: Source
    scalar: Scalar
    indexes: tuple[int, ...]
    marked: tuple[tuple[int, int], ...] = ()
    filled: tuple[tuple[int, int], ...] = ()

    @cached_property
    def offsets(self) -> tuple[int, ...] | None:
        """For each character its offset in the source; None where the text was escaped.

        Only a text in which something is found is looked up there.
        """
        spans = spans_of(self.source, self.scalar)
        return None if spans is None else tuple(spans[index][0] for index in self.indexes)

    def place(self, start: int, end: int) -> Location:
        """Where a span of the text was typed."""
        if self.offsets is None:
            return load.locate(self.source, self.scalar)
        first, last = self.offsets[start], self.offsets[end - 1]
        typed = self.source.text[first : last + 1].split("\n", 1)[0]
        return self.source.location(first, max(1, len(typed.rstrip())))

    def is_marked(self, start: int, end: int) -> bool:
        """Whether a part of a span is still to be confirmed."""
        return _overlaps(self.marked, start, end)

    def is_typed(self, start: int, end: int) -> bool:
        """Whether a span was typed as it stands, rather than filled in from a figure."""
        return not _overlaps(self.filled, start, end)

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


_TABLE, CHARTS = "表格", "图表"


def display_of(reading: Reading) -> Path | None:
    """The way to the table or chart that a text stands in."""
    path = reading.path
    for index in reversed(range(len(path))):
        if path[index] == _TABLE:
            return path[: index + 1]
        if path[index] == CHARTS:
            is_listed = index + 1 < len(path) and isinstance(path[index + 1], int)
            return path[: index + 1 + is_listed]
    return None


def read_texts(input_: InputTree, facts: Facts) -> Iterator[Reading]:
    """Every text of an input, whose tree still has its marks, in the file's order."""
    for placed in input_.texts():
        is_evidence = placed.field is not None and placed.field.holds is Holds.EVIDENCE
        if placed.path[0] != FIGURES or is_evidence:
            yield _read(input_.source, placed.scalar, placed.path, facts)


def _read(source: Source, scalar: Scalar, path: Path, facts: Facts) -> Reading:
    typed = scalar.text
    pieces: list[str] = []
    indexes: list[int] = []
    marked: list[tuple[int, int]] = []
    filled: list[tuple[int, int]] = []
    position = 0
    for match in _TOKEN.finditer(typed):
        pieces.append(typed[position : match.start()])
        indexes += range(position, match.start())
        shown, at = _shown(match, facts)
        span = (len(indexes), len(indexes) + len(shown))
        if match["held"] is not None:
            marked.append(span)
        elif match["name"] is not None:
            filled.append(span)
        pieces.append(shown)
        indexes += at
        position = match.end()
    pieces.append(typed[position:])
    indexes += range(position, len(typed))
    read = "".join(pieces)
    return Reading(read, path, source, scalar, tuple(indexes), tuple(marked), tuple(filled))


def _shown(match: re.Match[str], facts: Facts) -> tuple[str, list[int]]:
    """What stands in a text for a mark or a reference, and the index of each of its characters."""
    if match["held"] is not None:
        held = match["held"].strip()
        start = match.start("held") + match["held"].index(held)
        return held, [*range(start, start + len(held))]
    shown = facts.show(match["name"].strip()) if match["name"] is not None else match[0][0]
    shown = match[0] if shown is None else shown
    return shown, [match.start()] * len(shown)
