"""The automatic numbers of a .docx, counted as Word prints them (ECMA-376, part 1, 17.9)."""

import re
from dataclasses import dataclass, field

from lxml import etree

from pipeline.inspect.word.numerals import write_number
from pipeline.inspect.word.properties import (
    ParagraphSaid,
    RunSaid,
    is_on,
    read_paragraph,
    read_run,
    whole,
)
from pipeline.inspect.word.theme import Theme
from pipeline.template.ooxml import TAG

_LEVELS = 9
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `restarts_after` is the level, from 1, that sets it back; 0 none."""

    start: int
    form: str
    text: str
    is_legal: bool
    restarts_after: int | None
    paragraph: ParagraphSaid
    run: RunSaid


@dataclass(frozen=True, slots=True)
class _Listing:
    """A w:num: which definition it counts in, its levels, and where it begins to count anew."""

    abstract_id: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """All lists of a document by the ids that paragraphs name."""

    listings: dict[str, _Listing]

    def level_of(self, said: ParagraphSaid) -> Level | None:
        """The level that a paragraph or a style names; None where it names no list."""
        listing = self.listings.get(said.get("number_id", ""))
        return listing.levels.get(said.get("number_level", 0)) if listing else None


@dataclass(slots=True)
class ListCounter:
    """Counts while a document is read from its beginning; `next_text` moves it on."""

    numbering: Numbering
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def next_text(self, said: ParagraphSaid) -> str:
        """The number that the next paragraph with these properties has; empty for none."""
        level = self.numbering.level_of(said)
        if level is None:
            return ""
        number_id, index = said["number_id"], said.get("number_level", 0)
        listing = self.numbering.listings[number_id]
        counts = self._counts.setdefault(listing.abstract_id, [None] * _LEVELS)
        own = counts[index]
        if index in listing.starts and (number_id, index) not in self._begun:
            self._begun.add((number_id, index))
            own = listing.starts[index] - 1
        counts[index] = level.start if own is None else own + 1
        self._set_back(listing, counts, index)
        return self._text(listing, counts, index)

    @staticmethod
    def _set_back(listing: _Listing, counts: list[int | None], index: int) -> None:
        for deeper in range(index + 1, _LEVELS):
            level = listing.levels.get(deeper)
            after = level.restarts_after if level else None
            if after is None or (after and index < after):
                counts[deeper] = None

    @staticmethod
    def _text(listing: _Listing, counts: list[int | None], index: int) -> str:
        shown = listing.levels[index]

        def number(match: re.Match[str]) -> str:
            place = int(match[1]) - 1
            level = listing.levels.get(place, shown)
            count = counts[place]
            form = "decimal" if shown.is_legal else level.form
            return write_number(level.start if count is None else count, form)

        return _PLACE.sub(number, shown.text)


def read_numbering(numbering: etree._Element | None, theme: Theme) -> Numbering:
    """The lists of word/numbering.xml."""
    if numbering is None:
        return Numbering({})
    definitions = {
        node.get(f"{TAG}abstractNumId", ""): node
        for node in numbering.iterchildren(f"{TAG}abstractNum")
    }
    by_style = {
        link.get(f"{TAG}val"): key
        for key, node in definitions.items()
        if (link := node.find(f"{TAG}styleLink")) is not None
    }
    levels: dict[str, dict[int, Level]] = {}
    listings: dict[str, _Listing] = {}
    for node in numbering.iterchildren(f"{TAG}num"):
        link = node.find(f"{TAG}abstractNumId")
        key = "" if link is None else link.get(f"{TAG}val", "")
        if key in definitions:
            linked = definitions[key].find(f"{TAG}numStyleLink")
            if linked is not None:
                key = by_style.get(linked.get(f"{TAG}val"), key)
            if key not in levels:
                levels[key] = _read_levels(definitions[key], theme)
            listings[node.get(f"{TAG}numId", "")] = _read_listing(node, key, levels[key], theme)
    return Numbering(listings)


def _read_listing(
    node: etree._Element, abstract_id: str, levels: dict[int, Level], theme: Theme
) -> _Listing:
    starts: dict[int, int] = {}
    own: dict[int, Level] = {}
    for override in node.iterchildren(f"{TAG}lvlOverride"):
        index = whole(override.get(f"{TAG}ilvl"))
        own |= _read_levels(override, theme)
        if (start := override.find(f"{TAG}startOverride")) is not None:
            starts[index] = whole(start.get(f"{TAG}val"))
    return _Listing(abstract_id, {**levels, **own}, starts)


def _read_levels(node: etree._Element, theme: Theme) -> dict[int, Level]:
    return {
        index: _read_level(level, theme)
        for level in node.iterchildren(f"{TAG}lvl")
        if 0 <= (index := whole(level.get(f"{TAG}ilvl"))) < _LEVELS
    }


def _read_level(node: etree._Element, theme: Theme) -> Level:
    def value(name: str, default: str) -> str:
        child = node.find(TAG + name)
        return default if child is None else child.get(f"{TAG}val", default)

    legal = node.find(f"{TAG}isLgl")
    restart = node.find(f"{TAG}lvlRestart")
    paragraph = read_paragraph(node.find(f"{TAG}pPr"), theme)
    form = node.find(f".//{TAG}numFmt")  # newer forms stand in an mc:AlternateContent
    return Level(
        start=whole(value("start", "0")),
        form="decimal" if form is None else form.get(f"{TAG}val", "decimal"),
        text=value("lvlText", ""),
        is_legal=legal is not None and is_on(legal),
        restarts_after=None if restart is None else whole(restart.get(f"{TAG}val")),
        paragraph=paragraph,
        run=read_run(node.find(f"{TAG}rPr"), theme),
    )
