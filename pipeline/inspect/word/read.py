"""A .docx -> what is seen of it, and what only a Word file says."""

from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.inspect.seen import Seen
from pipeline.inspect.word.footers import read_page_numbers
from pipeline.inspect.word.looks import show
from pipeline.inspect.word.numbering import read_numbering
from pipeline.inspect.word.package import WordParts, open_word
from pipeline.inspect.word.page import (
    WordSection,
    WordSettings,
    read_sections,
    read_settings,
    upright_section,
)
from pipeline.inspect.word.paragraph import SeenParagraph, Wide
from pipeline.inspect.word.runs import ContentReader
from pipeline.inspect.word.story import read_story
from pipeline.inspect.word.styles import DEFAULT_RUN, read_styles
from pipeline.inspect.word.theme import read_theme
from pipeline.model.standard import PT_PER_MM
from pipeline.rules import Medium
from pipeline.template.ooxml import TAG

_REVISIONS = tuple(
    TAG + name
    for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange")
)


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file. `paragraphs` are those of `seen.looks`, one for one.

    `pitch_pt` is that of most of its text, `normal_size_pt` the size of the style Normal,
    `revision_count` how many tracked changes no one has accepted or rejected.
    """

    seen: Seen
    paragraphs: tuple[SeenParagraph, ...]
    sections: tuple[WordSection, ...]
    settings: WordSettings
    wides: tuple[Wide, ...]
    pitch_pt: float
    normal_size_pt: float
    revision_count: int

    @property
    def top_mm(self) -> float:
        """The top margin of its first upright section, by which a profile is known."""
        return upright_section(self.sections).top_mm

    @property
    def bottom_mm(self) -> float:
        """The bottom margin of the same section."""
        return upright_section(self.sections).bottom_mm


def read_word(data: bytes, path: Path) -> tuple[WordFile | None, tuple[Diagnostic, ...]]:
    """A .docx, or why it is not read."""
    parts, diagnostics = open_word(data, path)
    return (None if parts is None else _read(parts)), diagnostics


def _read(parts: WordParts) -> WordFile:
    settings_part = parts.linked("settings")
    settings = read_settings(settings_part)
    theme = read_theme(parts.theme(), settings_part)
    sheet = read_styles(
        parts.linked("styles"), theme, read_numbering(parts.linked("numbering"), theme)
    )
    sections = read_sections(parts.body)
    story = read_story(parts.body, ContentReader(sheet, theme), sections, settings)
    shown = show(story)
    numbers = read_page_numbers(parts, sheet, theme, sections, settings)
    return WordFile(
        seen=Seen(
            Medium.WORD,
            shown.looks,
            shown.lines,
            numbers,
            is_sealed=story.has_seal,
            type_width_mm=upright_section(sections).text_width_pt / PT_PER_MM,
        ),
        paragraphs=shown.paragraphs,
        sections=sections,
        settings=settings,
        wides=tuple(story.wides),
        pitch_pt=shown.pitch_pt,
        normal_size_pt=sheet.paragraph_run({}).get("size_pt", DEFAULT_RUN["size_pt"]),
        revision_count=sum(1 for _ in parts.body.iter(*_REVISIONS)),
    )
