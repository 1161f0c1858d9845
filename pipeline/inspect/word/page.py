"""Sections and settings of a .docx: paper, margins, grid, and what holds for the whole file."""

from dataclasses import dataclass, field

from lxml import etree

from pipeline.inspect.word.properties import is_on, points, whole
from pipeline.model.standard import PT_PER_MM
from pipeline.template.ooxml import TAG, R

_LETTER_PT = (612.0, 792.0)
_MARGIN_PT = 72.0
_WORD_2007 = 12


@dataclass(frozen=True, slots=True)
class WordGrid:
    """The document grid. `kind` is lines, linesAndChars or snapToChars, empty for none."""

    kind: str = ""
    pitch_pt: float = 0.0
    char_space_pt: float = 0.0

    @property
    def has_lines(self) -> bool:
        return bool(self.kind) and self.pitch_pt > 0

    @property
    def has_chars(self) -> bool:
        return self.kind in ("linesAndChars", "snapToChars")


@dataclass(frozen=True, slots=True)
class WordSection:
    """One section; lengths in mm. Two sections are equal when their pages are.

    `footers` are relation ids by kind: default, even, first. `number_start` is the page number that
    it begins with, None where it goes on.
    """

    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    gutter_mm: float
    footer_mm: float
    is_landscape: bool
    grid: WordGrid
    kind: str = field(compare=False)
    has_title_page: bool = field(compare=False)
    footers: dict[str, str] = field(compare=False)
    number_form: str = field(default="decimal", compare=False)
    number_start: int | None = field(default=None, compare=False)

    @property
    def text_width_pt(self) -> float:
        """The width of the type area."""
        taken = self.left_mm + self.right_mm + self.gutter_mm
        return max(1.0, (self.width_mm - taken) * PT_PER_MM)

    @property
    def text_height_pt(self) -> float:
        """The height of the type area; a margin below zero holds its place all the same."""
        return max(1.0, (self.height_mm - abs(self.top_mm) - abs(self.bottom_mm)) * PT_PER_MM)


@dataclass(frozen=True, slots=True)
class WordSettings:
    """What word/settings.xml says. `compatibility` is 15 from Word 2013 on."""

    has_even_footers: bool = False
    spacing_control: str = "doNotCompress"
    default_tab_pt: float = 36.0
    adds_gaps: bool = False
    grid_in_tables: bool = False
    compatibility: int = _WORD_2007


def upright_section(sections: tuple[WordSection, ...]) -> WordSection:
    """The first section that is not landscape; the first of all where there is none."""
    return next((section for section in sections if not section.is_landscape), sections[0])


def read_settings(settings: etree._Element | None) -> WordSettings:
    """The settings; Word's defaults where there is no such part."""
    if settings is None:
        return WordSettings()

    def value(name: str, default: str) -> str:
        node = settings.find(TAG + name)
        return default if node is None else node.get(f"{TAG}val", default)

    def has(name: str) -> bool:
        node = settings.find(TAG + name)
        return node is not None and is_on(node)

    mode = next(
        (
            whole(node.get(f"{TAG}val"))
            for node in settings.iter(f"{TAG}compatSetting")
            if node.get(f"{TAG}name") == "compatibilityMode"
        ),
        _WORD_2007,
    )
    return WordSettings(
        has_even_footers=has("evenAndOddHeaders"),
        spacing_control=value("characterSpacingControl", "doNotCompress"),
        default_tab_pt=points(value("defaultTabStop", "720")) or 36.0,
        adds_gaps=has(f"compat/{TAG}doNotUseHTMLParagraphAutoSpacing"),
        grid_in_tables=has(f"compat/{TAG}adjustLineHeightInTable"),
        compatibility=mode,
    )


def read_sections(body: etree._Element) -> tuple[WordSection, ...]:
    """The sections in their order; a body that says none has Word's default page."""
    nodes = [
        node
        for node in body.iter(f"{TAG}sectPr")
        if (parent := node.getparent()) is body
        or (parent is not None and parent.tag == f"{TAG}pPr")
    ]
    sections: list[WordSection] = []
    footers: dict[str, str] = {}
    for node in nodes:
        footers = {**footers, **_footers(node)}  # what a section leaves out is as before
        sections.append(_read_section(node, footers))
    return tuple(sections) or (_read_section(None, {}),)


def _footers(node: etree._Element) -> dict[str, str]:
    return {
        reference.get(f"{TAG}type", "default"): reference.get(f"{{{R}}}id", "")
        for reference in node.iterchildren(f"{TAG}footerReference")
    }


def _read_section(node: etree._Element | None, footers: dict[str, str]) -> WordSection:
    def child(name: str) -> etree._Element | None:
        return None if node is None else node.find(TAG + name)

    def millimetres(parent: etree._Element | None, name: str, default_pt: float) -> float:
        value = None if parent is None else parent.get(TAG + name)
        return (default_pt if value is None else points(value)) / PT_PER_MM

    size, margins, numbers = child("pgSz"), child("pgMar"), child("pgNumType")
    width = millimetres(size, "w", _LETTER_PT[0])
    height = millimetres(size, "h", _LETTER_PT[1])
    start = None if numbers is None else numbers.get(f"{TAG}start")
    kind, title_page = child("type"), child("titlePg")
    return WordSection(
        width_mm=width,
        height_mm=height,
        top_mm=millimetres(margins, "top", _MARGIN_PT),
        bottom_mm=millimetres(margins, "bottom", _MARGIN_PT),
        left_mm=millimetres(margins, "left", _MARGIN_PT),
        right_mm=millimetres(margins, "right", _MARGIN_PT),
        gutter_mm=millimetres(margins, "gutter", 0.0),
        footer_mm=millimetres(margins, "footer", _MARGIN_PT / 2),
        is_landscape=width > height,
        grid=_read_grid(child("docGrid")),
        kind="nextPage" if kind is None else kind.get(f"{TAG}val", "nextPage"),
        has_title_page=title_page is not None and is_on(title_page),
        footers=footers,
        number_form="decimal" if numbers is None else numbers.get(f"{TAG}fmt", "decimal"),
        number_start=None if start is None else whole(start),
    )


def _read_grid(node: etree._Element | None) -> WordGrid:
    if node is None:
        return WordGrid()
    kind = node.get(f"{TAG}type", "default")
    return WordGrid(
        kind="" if kind == "default" else kind,
        pitch_pt=points(node.get(f"{TAG}linePitch")),
        char_space_pt=whole(node.get(f"{TAG}charSpace")) / 4096,
    )
