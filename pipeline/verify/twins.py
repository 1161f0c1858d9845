"""The .docx against the .pdf: text, headings, tables, pages, and how many lines break alike. Pure.

LibreOffice opens the .docx and stands in for Word. What it does otherwise than Word (`departures`)
is set aside and counted, never copied.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from itertools import zip_longest
from typing import Any

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.model.standard import Measures
from pipeline.verify.drawn import foot_pt
from pipeline.verify.tagged_tables import TableReading
from pipeline.verify.twin_lines import (
    SHOWN_CHARS,
    JudgedLine,
    Places,
    count_lines,
    judge_lines,
    place_text,
)
from pipeline.verify.twin_reading import PdfReading, TwinHeading, WordReading, read_pdf, read_word

EQUAL_SHARE = 0.90
"""The share of lines that is to be equal without setting anything aside."""

SETTLED_SHARE = 0.97
"""The share of lines that is to be equal or set aside."""


_WHAT = {
    "text": ("文字", "the text"),
    "text-opened": ("打开后的文字", "the text as opened"),
    "headings": ("标题", "a heading"),
    "tables": ("表格", "a table"),
    "drawings": ("图片或图表", "a picture or a chart"),
    "charts": ("图表里的文字", "the words in a chart"),
    "chart-pages": ("图表所在的页", "the page of a chart"),
    "page-count": ("页数", "the number of pages"),
    "page-edge": ("第一行", "the first line of a page"),
    "page-foot": ("页码", "the page number"),
}
"""What may differ, in both languages."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where the twins first part, in a few words of each; `what` is a key of `_WHAT`.

    `page` is that of the PDF, counted from 1, where the pages themselves differ.
    """

    what: str
    pdf: str
    word: str
    page: int | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class PageEdges:
    """The first and the last line of a page, and what stands below its type area."""

    top: str
    end: str
    foot: str


@dataclass(frozen=True, slots=True)
class Proof:
    """What the comparison of the twins found.

    differences   where text, headings, tables, drawings or pages first part; none is wanted
    pages         the edges of each page of our .pdf, and of the .docx as LibreOffice lays it out
    line_count    lines of our .pdf that have words
    equal_count   how many of them LibreOffice breaks alike
    set_aside     how many a departure of LibreOffice excuses, by its code
    undrawn_count marks in the margin that LibreOffice leaves out of its .pdf
    """

    office: str
    differences: tuple[Difference, ...]
    pages: tuple[PageEdges, ...]
    word_pages: tuple[PageEdges, ...]
    line_count: int
    equal_count: int
    set_aside: tuple[tuple[str, int], ...]
    undrawn_count: int

    @property
    def equal_share(self) -> float:
        return self.equal_count / max(1, self.line_count)

    @property
    def settled_share(self) -> float:
        """The share of lines that are equal or set aside."""
        excused = sum(count for _, count in self.set_aside)
        return (self.equal_count + excused) / max(1, self.line_count)

    def as_record(self) -> dict[str, Any]:
        """The manifest's entry."""
        record = asdict(self)
        record["set_aside"] = dict(self.set_aside)
        record["equal_share"] = round(self.equal_share, 4)
        record["settled_share"] = round(self.settled_share, 4)
        return record


def compare_twins(word: bytes, pdf: bytes, word_as_pdf: bytes, measures: Measures) -> Proof:
    """The proof of a .docx, our .pdf, and the .pdf that LibreOffice makes of the .docx."""
    floor_pt = foot_pt(measures)
    source = read_word(word)
    ours = _open(pdf, floor_pt, source, draws_all=True)
    theirs = _open(word_as_pdf, floor_pt, source, draws_all=False)
    lines = tuple(judge_lines(source, ours.places, theirs.places))
    excused = Counter(line.departure for line in lines if line.departure)
    return Proof(
        office=theirs.reading.producer,
        differences=tuple(_differences(source, ours, theirs, lines)),
        pages=tuple(_edges(ours, source.text)),
        word_pages=tuple(_edges(theirs, source.text)),
        line_count=len(lines),
        equal_count=sum(line.is_equal for line in lines),
        set_aside=tuple(sorted(excused.items())),
        undrawn_count=len(theirs.places.undrawn),
    )


def check_twins(proof: Proof, place: Location) -> tuple[Diagnostic, ...]:
    """The diagnostics of a proof that fails; a warning where too much had to be set aside."""
    found = [_diagnose_difference(difference, place) for difference in proof.differences]
    shares = {"equal": f"{proof.equal_share:.1%}", "settled": f"{proof.settled_share:.1%}"}
    if proof.settled_share < SETTLED_SHARE:
        found.append(diagnose("twins-lines", place, **shares, wanted=f"{SETTLED_SHARE:.0%}"))
    elif proof.equal_share < EQUAL_SHARE:
        found.append(diagnose("twins-set-aside", place, **shares, wanted=f"{EQUAL_SHARE:.0%}"))
    return tuple(found)


def _diagnose_difference(difference: Difference, place: Location) -> Diagnostic:
    zh, en = _WHAT[difference.what]
    if difference.page is not None:
        zh, en = f"第 {difference.page} 页的{zh}", f"{en}, page {difference.page},"
    return diagnose(
        "twins-differ", place, what_zh=zh, what_en=en, pdf=difference.pdf, word=difference.word
    )


# --- the parts of the comparison -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Opened:
    """One .pdf: what is read of it, and where the text of the .docx stands in it."""

    reading: PdfReading
    places: Places


def _open(data: bytes, floor_pt: float, source: WordReading, *, draws_all: bool) -> _Opened:
    """One .pdf; ours draws all, LibreOffice's leaves out marks, and writes in charts."""
    reading = read_pdf(data, floor_pt, () if draws_all else source.charts)
    return _Opened(reading, place_text(reading.pages, source, draws_all=draws_all))


def _edges(opened: _Opened, text: str) -> Iterator[PageEdges]:
    at = opened.places.at
    for number, page in enumerate(opened.reading.pages):
        own = [offset for offset, (on, _) in enumerate(at) if on == number]
        top, end = (
            "".join(text[offset] for offset in own if at[offset] == at[edge])
            for edge in ((own[0], own[-1]) if own else (0, 0))
        )
        yield PageEdges(top, end, page.foot)


def _differences(
    source: WordReading, ours: _Opened, theirs: _Opened, lines: tuple[JudgedLine, ...]
) -> Iterator[Difference]:
    if ours.places.parting:
        wanted, found = ours.places.parting
        yield Difference("text", found, wanted)
    if theirs.places.parting:
        yield Difference("text-opened", *theirs.places.parting)
    yield from _first_difference(
        "headings", map(_heading_words, ours.reading.headings), map(_heading_words, source.headings)
    )
    yield from _first_difference(
        "tables", _table_rows(ours.reading.tables), _table_rows(source.tables)
    )
    yield from _drawing_differences(source, ours, theirs)
    counts = [str(len(opened.reading.pages)) for opened in (ours, theirs)]
    if counts[0] != counts[1]:
        yield Difference("page-count", *counts)
    for page, their_page in zip(ours.reading.pages, theirs.reading.pages, strict=False):
        if page.foot != their_page.foot:
            yield Difference("page-foot", page.foot, their_page.foot)
            break
    yield from _edge_differences(source, ours, theirs, lines)


def _drawing_differences(
    source: WordReading, ours: _Opened, theirs: _Opened
) -> Iterator[Difference]:
    """Pictures and charts by their words; charts by their page, and by what is written in them."""
    figures = ours.reading.figures
    words = tuple(said for _, said in figures)
    if words != source.drawings:
        yield from _first_difference("drawings", words, source.drawings)
        return
    for chart in theirs.reading.charts:
        if chart.lacking or chart.strange:
            yield Difference("charts", chart.lacking, chart.strange)
            break
    charts = {chart.words for chart in source.charts}
    our_pages = [str(page + 1) for page, said in figures if said in charts]
    their_pages = [str(chart.page + 1) for chart in theirs.reading.charts]
    if our_pages != their_pages:
        yield Difference("chart-pages", "、".join(our_pages), "、".join(their_pages))


_CONTEXT_CHARS = 8
"""How much is shown of what is common to two texts before they part."""


def _first_difference(what: str, ours: Iterable[str], word: Iterable[str]) -> Iterator[Difference]:
    pairs = zip_longest(ours, word, fillvalue="")
    if found := next(((a, b) for a, b in pairs if a != b), None):
        pairs_of_chars = enumerate(zip_longest(*found))
        common = next(at for at, (a, b) in pairs_of_chars if a != b)
        start = max(0, common - _CONTEXT_CHARS)
        yield Difference(what, *(side[start : common + SHOWN_CHARS] for side in found))


def _heading_words(heading: TwinHeading) -> str:
    level, words = heading
    return f"{level} {words}"


def _table_rows(tables: tuple[TableReading, ...]) -> Iterator[str]:
    for number, table in enumerate(tables, start=1):
        for row in table.rows:
            yield f"{number}/{table.columns} {'｜'.join(row)}"


def _edge_differences(
    source: WordReading, ours: _Opened, theirs: _Opened, lines: tuple[JudgedLine, ...]
) -> Iterator[Difference]:
    starts = zip(ours.places.page_starts(), theirs.places.page_starts(), strict=False)
    for page, (ours_at, theirs_at) in enumerate(starts, start=1):
        if ours_at != theirs_at and not _is_excused(ours_at, theirs_at, source, theirs, lines):
            tops = (source.text[at : at + SHOWN_CHARS] for at in (ours_at, theirs_at))
            yield Difference("page-edge", *tops, page=page)
            return


def _is_excused(
    ours_at: int,
    theirs_at: int,
    source: WordReading,
    theirs: _Opened,
    lines: tuple[JudgedLine, ...],
) -> bool:
    """Whether pages begin otherwise for lines that are set aside: there, or by their number."""
    low, high = sorted((ours_at, theirs_at))
    aside = [line for line in lines if line.departure]
    if any(line.start <= high and line.end > low for line in aside):
        return True
    drift = sum(line.start < low for line in lines) - count_lines(source, theirs.places, low)
    return drift != 0 and any(line.start < low for line in aside)
