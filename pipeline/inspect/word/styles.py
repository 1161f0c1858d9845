"""The styles of a .docx, resolved: what a paragraph or a run has before it says anything itself."""

from dataclasses import dataclass, field

from lxml import etree

from pipeline.inspect.word.numbering import Numbering
from pipeline.inspect.word.properties import ParagraphSaid, RunSaid, read_paragraph, read_run
from pipeline.inspect.word.theme import LAST_RESORT, Theme
from pipeline.model.faces import LATIN_FACE
from pipeline.template.ooxml import TAG

_LONGEST_CHAIN = 20
"""Styles based on one another; Word allows no more than eleven."""

DEFAULT_RUN: RunSaid = {
    "ascii": LATIN_FACE,
    "h_ansi": LATIN_FACE,
    "east_asia": LAST_RESORT,
    "size_pt": 10.0,
    "color": "000000",
}
"""What Word takes where not even the defaults of the document say anything."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style as its file says it."""

    name: str
    based_on: str
    paragraph: ParagraphSaid
    run: RunSaid
    table: etree._Element | None = None


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All styles of a document by their ids, and what holds before any style."""

    styles: dict[str, Style]
    paragraph_defaults: ParagraphSaid
    run_defaults: RunSaid
    normal: str
    numbering: Numbering
    _resolved: dict[str, tuple[ParagraphSaid, RunSaid]] = field(default_factory=dict)

    def name(self, style_id: str) -> str:
        """The name that Word shows for a style."""
        style = self.styles.get(style_id)
        return style.name if style else ""

    def resolve(self, style_id: str) -> tuple[ParagraphSaid, RunSaid]:
        """What a style says together with those it is based on, without the defaults.

        A style that numbers its paragraphs has the indents of that level unless it says its own.
        """
        if style_id not in self._resolved:
            paragraph: ParagraphSaid = {}
            run: RunSaid = {}
            for style in reversed(self.chain(style_id)):
                level = self.numbering.level_of(style.paragraph)
                indents: ParagraphSaid = level.paragraph if level else {}
                paragraph = {**paragraph, **indents, **style.paragraph}
                run = {**run, **style.run}
            self._resolved[style_id] = paragraph, run
        return self._resolved[style_id]

    def chain(self, style_id: str) -> list[Style]:
        """A style and those it is based on, itself first."""
        found: list[Style] = []
        while (style := self.styles.get(style_id)) and len(found) < _LONGEST_CHAIN:
            found.append(style)
            style_id = style.based_on
        return found

    def paragraph(self, own: ParagraphSaid) -> ParagraphSaid:
        """All that holds for a paragraph which says `own`."""
        styled, _ = self.resolve(own.get("style") or self.normal)
        level = self.numbering.level_of(own) if "number_id" in own else None
        indents: ParagraphSaid = level.paragraph if level else {}
        return {**self.paragraph_defaults, **styled, **indents, **own}

    def paragraph_run(self, own: ParagraphSaid, table_run: RunSaid | None = None) -> RunSaid:
        """What holds for a run that says nothing itself."""
        _, styled = self.resolve(own.get("style") or self.normal)
        return {**self.run_defaults, **(table_run or {}), **styled}

    def run(self, base: RunSaid, own: RunSaid) -> RunSaid:
        """All that holds for a run which says `own`, in a paragraph that gives it `base`.

        A switch that both styles turn on is off again (ECMA-376, part 1, 17.7.3).
        """
        if not own.get("style"):
            return {**base, **own}
        _, styled = self.resolve(own["style"])
        both: RunSaid = {**base, **styled}
        if base.get("is_bold") and styled.get("is_bold"):
            both["is_bold"] = False
        if base.get("is_hidden") and styled.get("is_hidden"):
            both["is_hidden"] = False
        return {**both, **own}


def read_styles(styles: etree._Element | None, theme: Theme, numbering: Numbering) -> StyleSheet:
    """The styles of word/styles.xml; without one, Word's own defaults."""
    if styles is None:
        return StyleSheet({}, {}, DEFAULT_RUN, "", numbering)
    read = {
        node.get(f"{TAG}styleId", ""): _read_style(node, theme)
        for node in styles.iterchildren(f"{TAG}style")
    }
    normal = next(
        (
            node.get(f"{TAG}styleId", "")
            for node in styles.iterchildren(f"{TAG}style")
            if node.get(f"{TAG}type") == "paragraph" and node.get(f"{TAG}default") in ("1", "true")
        ),
        "",
    )
    defaults = f"{TAG}docDefaults"
    paragraph = read_paragraph(styles.find(f"{defaults}/{TAG}pPrDefault/{TAG}pPr"), theme)
    run = read_run(styles.find(f"{defaults}/{TAG}rPrDefault/{TAG}rPr"), theme)
    return StyleSheet(read, paragraph, {**DEFAULT_RUN, **run}, normal, numbering)


def _read_style(node: etree._Element, theme: Theme) -> Style:
    def value(name: str) -> str:
        child = node.find(TAG + name)
        return "" if child is None else child.get(f"{TAG}val", "")

    is_table = node.get(f"{TAG}type") == "table"
    return Style(
        value("name"),
        value("basedOn"),
        read_paragraph(node.find(f"{TAG}pPr"), theme),
        read_run(node.find(f"{TAG}rPr"), theme),
        node.find(f"{TAG}tblPr") if is_table else None,
    )
