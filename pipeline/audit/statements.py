"""A report -> its texts one by one, each with its way from the root of the input."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.facts import Facts, find_references
from pipeline.report import ANNEXES, CLOSING, LEAD, Item, Part, PointsItem, Report, Role, Section

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One text of a report: which part it stands in, where, and as its author typed it."""

    part: str
    path: Path
    text: str
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in an input: the way to a text, and the nth occurrence of a needle in it."""

    path: Path
    needle: str = ""
    nth: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of woven text; `name` is the reference it stands for, None for typed words."""

    start: int
    end: int
    raw_start: int
    name: str | None


@dataclass(frozen=True, slots=True)
class Woven:
    """A statement with its references filled in, and which of its words were typed."""

    statement: Statement
    text: str
    stretches: tuple[Stretch, ...]

    def reference_at(self, start: int, end: int) -> str | None:
        """The reference that the whole of a span comes from; empty where it is partly typed."""
        for stretch in self.stretches:
            if stretch.start <= start and end <= stretch.end:
                return stretch.name
        return ""

    def spot(self, start: int, end: int) -> Spot:
        """The place of a span of typed words."""
        needle = self.text[start:end]
        for stretch in self.stretches:
            if stretch.start <= start < stretch.end and stretch.name is None:
                before = self.statement.text[: stretch.raw_start + start - stretch.start]
                return Spot(self.statement.path, needle, before.count(needle))
        return Spot(self.statement.path)


def prose_of(report: Report) -> Iterator[Statement]:
    """Every sentence-like text of a report in its order: no title, no cell, no caption."""
    yield Statement(LEAD, (LEAD,), report.lead)
    for part in report.parts():
        if part.heading_path is not None:
            yield Statement(part.heading, part.heading_path, part.heading, part.role)
        yield from _items(part.items, part, part.path)
    yield Statement(CLOSING, (CLOSING,), report.closing)
    for number, annex in enumerate(report.annexes):
        for index, text in enumerate(annex.paragraphs):
            yield Statement(ANNEXES, (ANNEXES, number, "段落", index), text)


def _items(items: tuple[Item, ...], part: Part, path: Path) -> Iterator[Statement]:
    for index, item in enumerate(items):
        here = (*path, index)
        if isinstance(item, str):
            yield Statement(part.heading, here, item, part.role)
        if isinstance(item, Section):
            yield Statement(part.heading, (*here, "小标题"), item.heading, part.role)
            yield from _items(item.paragraphs, part, (*here, "段落"))
        points = item.points if isinstance(item, Section | PointsItem) else ()
        for number, point in enumerate(points):
            yield Statement(part.heading, (*here, "分述", number), point, part.role)


def weave(statement: Statement, facts: Facts) -> Woven:
    """The statement with what its references show; those that show nothing stay as typed."""
    pieces: list[tuple[str, int, str | None]] = []
    position = 0
    for reference in find_references(statement.text):
        shown = facts.show(reference.name) if reference.name is not None else None
        if shown is not None:
            pieces.append((statement.text[position : reference.start], position, None))
            pieces.append((shown, reference.start, reference.name))
            position = reference.start + len(reference.typed)
    pieces.append((statement.text[position:], position, None))
    stretches: list[Stretch] = []
    length = 0
    for words, raw_start, name in pieces:
        stretches.append(Stretch(length, length + len(words), raw_start, name))
        length += len(words)
    return Woven(statement, "".join(words for words, _, _ in pieces), tuple(stretches))


_QUOTED = re.compile(r"《[^《》]*》|“[^“”]*”|「[^「」]*」|〔[^〔〕]*〕|【[^【】]*】|https?://\S+")


def without_quoted(text: str) -> str:
    """The text with titles, quotations, brackets of document numbers and blanks made dumb.

    Each character becomes one that ends a phrase, so that places stay.
    """
    return _QUOTED.sub(lambda match: "|" * len(match[0]), text)
