"""The texts of an input -> its passages, each character of which knows where it was typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from pipeline.diagnostics.diagnostic import Location
from pipeline.figures.facts import NAMES, Facts, ResolvedText, Segment, TextRole
from pipeline.load import yaml
from pipeline.load.yaml import Scalar, Source, Spans
from pipeline.model.report import Outline
from pipeline.model.tokens import TO_FILL_IN, TokenKind
from pipeline.prose.proofread import Passage, PassageKind
from pipeline.validate.texts import in_report_order
from pipeline.validate.tree import Path

FIGURE = -1
"""Where a character has come from that a figure shows: it cannot be fixed in the text."""


@dataclass(frozen=True, slots=True)
class PlacedPassage:
    """A passage, and for each of its characters the place in the text that it was made from.

    `origins` are indexes of `scalar.text`, `FIGURE` for what a figure shows; `spans` are those of
    the source, None where they are not known. One that `is_unclear` has a bracket without its
    partner or a broken mark, so that nobody can say what of it is text. Of one that `is_cut_off`,
    a # has hidden the rest, and nobody knows how it goes on.
    """

    passage: Passage
    scalar: Scalar
    origins: tuple[int, ...]
    spans: Spans | None
    is_unclear: bool = False
    is_cut_off: bool = False

    @property
    def is_fixable(self) -> bool:
        """Whether a program may change it where it was typed."""
        return self.spans is not None and not self.is_cut_off

    def locate(self, source: Source, start: int, end: int) -> Location:
        """The place of [start, end) of the passage's text, at least one character of it."""
        if self.spans is None:
            return yaml.locate(source, self.scalar)
        first = min(start, len(self.spans) - 1)
        last = max(first, min(end, len(self.spans)) - 1)
        begin, stop = self.spans[first][0], self.spans[last][1]
        row = source.text[begin:stop].split("\n", 1)[0].rstrip("\r")
        return source.location(begin, max(1, len(row)))


class _Char(NamedTuple):
    """A character as it is read, and the span [start, end) of the typed text that it is from.

    It `is_own` where it stands there itself.
    """

    shown: str
    start: int
    end: int
    is_own: bool
    is_unclear: bool


def passages_of(
    texts: Iterable[ResolvedText], outline: Outline, facts: Facts
) -> tuple[PlacedPassage, ...]:
    """What is to be proofread of the texts of an input, in the order in which the report shows it.

    A figure that is none of the `facts` is read as a blank.
    """
    groups: dict[Path, int] = {}
    return tuple(
        placed
        for text in in_report_order(texts, outline)
        if text.role in _KINDS
        for placed in _passages(text, _about(text, groups), facts)
    )


_KINDS = {
    TextRole.TITLE: PassageKind.TITLE,
    TextRole.SIGNER: PassageKind.SIGNER,
    TextRole.ADDRESSEE: PassageKind.ADDRESSEE,
    TextRole.LEAD: PassageKind.BODY,
    TextRole.PART_HEADING: PassageKind.HEADING,
    TextRole.HEADING: PassageKind.HEADING,
    TextRole.PARAGRAPH: PassageKind.BODY,
    TextRole.POINT: PassageKind.POINT,
    TextRole.CLOSING: PassageKind.BODY,
    TextRole.ANNEX_NAME: PassageKind.OTHER,
    TextRole.ANNEX_PARAGRAPH: PassageKind.BODY,
    TextRole.COLUMN: PassageKind.CELL,
    TextRole.CELL: PassageKind.CELL,
    TextRole.CAPTION: PassageKind.OTHER,
}


def _about(text: ResolvedText, groups: dict[Path, int]) -> Passage:
    """What is known of the passages of a text; `groups` numbers the families of siblings."""
    kind = _KINDS[text.role]
    level = _level(text) if kind is PassageKind.HEADING else 0
    is_in_part = kind in (PassageKind.HEADING, PassageKind.BODY, PassageKind.POINT)
    part = text.part.heading if text.part and is_in_part else ""
    role = text.part.role if text.part and is_in_part else None
    siblings = {PassageKind.HEADING: text.path[:-2], PassageKind.POINT: text.path[:-1]}.get(kind)
    group = groups.setdefault(siblings, len(groups) + 1) if siblings is not None else 0
    return Passage("", kind, level, part, group, role)


def _level(text: ResolvedText) -> int:
    """That of a heading; a sub-section that stands in a part itself has the second."""
    if text.role is TextRole.PART_HEADING:
        return 1
    return _HIGHEST_LEVEL + text.path.count("段落")


_HIGHEST_LEVEL = 2
"""That of a sub-section that stands in a part itself."""


def _passages(text: ResolvedText, about: Passage, facts: Facts) -> Iterator[PlacedPassage]:
    """A passage for each line of body text, which is a paragraph of its own; else one for all."""
    rows = [_trim(row) for row in _rows(_read(text, facts))]
    if about.kind is not PassageKind.BODY:
        rows = [[char for row in rows for char in row]]
    for row in rows:
        if row:
            yield _place(row, text, about)


def _place(row: list[_Char], text: ResolvedText, about: Passage) -> PlacedPassage:
    assert text.scalar is not None
    spans = text.spans
    return PlacedPassage(
        replace(about, text="".join(char.shown for char in row)),
        text.scalar,
        tuple(char.start if char.is_own else FIGURE for char in row),
        spans and tuple((spans[char.start][0], spans[char.end - 1][1]) for char in row),
        any(char.is_unclear for char in row),
        any(yaml.find_comment(text.source, text.scalar)),
    )


_UNCLEAR = frozenset({TokenKind.STRAY, TokenKind.BROKEN_MARK})


def _read(text: ResolvedText, facts: Facts) -> Iterator[_Char]:
    """The characters of a text, with brackets that are no part of it taken off."""
    for segment in text.segments:
        token = segment.token
        is_own = token.kind is TokenKind.TEXT or token.kind in _UNCLEAR
        for at, char in enumerate(_words(segment, facts)):
            start, end = (
                (token.start + at, token.start + at + 1) if is_own else (token.start, token.end)
            )
            yield _Char(char, start, end, is_own, token.kind in _UNCLEAR)


def _words(segment: Segment, facts: Facts) -> str:
    """What is read for a segment: of a blank its words, of a figure what it shows."""
    token = segment.token
    if token.kind not in NAMES:
        return segment.shown
    if segment.is_figure and facts.show(token.content) is not None:
        return segment.shown
    is_blank = token.kind is TokenKind.BLANK
    words = filter(str.isalnum, token.content.removeprefix(TO_FILL_IN)) if is_blank else ()
    return "".join(words) or _STAND_IN


_STAND_IN = "某"
"""What is read for a blank that says nothing, and for a figure that shows nothing."""


def _rows(chars: Iterable[_Char]) -> Iterator[list[_Char]]:
    """The lines of a text without their ends."""
    row: list[_Char] = []
    for char in chars:
        if char.shown == "\n":
            yield row
            row = []
        else:
            row.append(char)
    yield row


def _trim(row: list[_Char]) -> list[_Char]:
    """A line without the blanks around it."""
    start, end = 0, len(row)
    while start < end and row[start].shown.isspace():
        start += 1
    while end > start and row[end - 1].shown.isspace():
        end -= 1
    return row[start:end]
