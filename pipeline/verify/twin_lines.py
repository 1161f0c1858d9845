"""Where each character of a .docx is drawn in each twin's .pdf, and which lines so break alike."""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.typography.typeset import HANGING
from pipeline.verify.departures import Parting, find_departure
from pipeline.verify.twin_reading import TwinPage, WordReading


@dataclass(frozen=True, slots=True)
class Places:
    """The page and the row of each character of the text, as far as the .pdf has that text.

    `undrawn` are offsets of marks in the margin that are not drawn. `parting` is what was wanted
    and what was found where the .pdf has other words; None where it has them all.
    """

    at: tuple[tuple[int, int], ...]
    undrawn: tuple[int, ...]
    parting: tuple[str, str] | None

    def page_starts(self) -> tuple[int, ...]:
        """The offset of the first character of each page that has text."""
        pages = [page for page, _ in self.at]
        return tuple(i for i, page in enumerate(pages) if i == 0 or page != pages[i - 1])


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line of our .pdf, as offsets into the text; `departure` is the code of what excuses it."""

    start: int
    end: int
    is_equal: bool
    departure: str | None = None


SHOWN_CHARS = 12
"""How much of a text is shown where it parts from another."""


def place_text(pages: tuple[TwinPage, ...], source: WordReading, *, draws_all: bool) -> Places:
    """Where the text of a .docx stands in a .pdf, page numbers and repeated headers left out.

    LibreOffice does not draw a mark in the margin where rounding puts it a twip beyond the edge of
    the text (sw, SwTextPainter::DrawTextLine stops at nMaxRight where it paints no window). Without
    `draws_all` such a mark may be missing at the end of a row.
    """
    text = source.text
    at: list[tuple[int, int]] = []
    undrawn: list[int] = []
    for number, page in enumerate(pages):
        drawn = [((number, row), char) for row, words in enumerate(page.rows) for char in words]
        skipped = _repeated_head_length(page, source, len(at))
        for index, (place, char) in enumerate(drawn[skipped:], start=skipped):
            is_new_row = bool(at) and place != at[-1]
            if not draws_all and is_new_row and _lacks_mark(text, len(at), char):
                undrawn.append(len(at))
                at.append(at[-1])
            if text[len(at) : len(at) + 1] != char:
                found = "".join(char for _, char in drawn[index : index + SHOWN_CHARS])
                return Places(tuple(at), tuple(undrawn), (_shown(text, len(at)), found))
            at.append(place)
    parting = (_shown(text, len(at)), "") if len(at) < len(text) else None
    return Places(tuple(at), tuple(undrawn), parting)


def _shown(text: str, offset: int) -> str:
    return text[offset : offset + SHOWN_CHARS]


def _repeated_head_length(page: TwinPage, source: WordReading, offset: int) -> int:
    """How many characters at the top of a page are a table's header drawn once more."""
    words = "".join(page.rows)
    for head in source.repeated_heads:
        if words.startswith(head) and not source.text.startswith(head, offset):
            return len(head)
    return 0


def _lacks_mark(text: str, offset: int, drawn: str) -> bool:
    """Whether the text has one mark that may hang before the character that is drawn."""
    return text[offset : offset + 1] in HANGING and text[offset + 1 : offset + 2] == drawn


def judge_lines(source: WordReading, ours: Places, theirs: Places) -> Iterator[JudgedLine]:
    """Our lines in their order: equal, excused by a departure, or neither.

    A line that begins where theirs does is judged by itself; one that does not has what excused the
    line before it, for it only follows.
    """
    offset = 0
    for paragraph in source.paragraphs:
        span = range(offset, offset + len(paragraph))
        their_ends = dict(_lines(span, theirs))
        departure: str | None = None
        for start, end in _lines(span, ours):
            their_end = their_ends.get(start)
            if their_end == end:
                departure = None
            elif their_end is not None:
                parting = Parting(paragraph, start - offset, end - offset, their_end - offset)
                found = find_departure(parting)
                departure = found.code if found else None
            yield JudgedLine(start, end, their_end == end, departure)
        offset += len(paragraph)


def _lines(span: range, places: Places) -> Iterator[tuple[int, int]]:
    """The lines of a paragraph as offsets into the text, as far as it is drawn."""
    start = span.start
    for offset in range(span.start + 1, min(span.stop, len(places.at))):
        if places.at[offset] != places.at[offset - 1]:
            yield start, offset
            start = offset
    if start < len(places.at):
        yield start, span.stop


def count_lines(source: WordReading, places: Places, end: int) -> int:
    """How many lines begin before an offset."""
    starts = itertools.accumulate(map(len, source.paragraphs), initial=0)
    spans = (range(a, b) for a, b in itertools.pairwise(starts) if a < end)
    return sum(start < end for span in spans for start, _ in _lines(span, places))
