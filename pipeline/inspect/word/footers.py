"""The footers of a .docx -> its page numbers, for odd and for even pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lxml import etree

from pipeline.inspect.seen import PageNumber
from pipeline.inspect.word.drawings import TextBox
from pipeline.inspect.word.package import WordParts
from pipeline.inspect.word.page import WordSection, WordSettings
from pipeline.inspect.word.paragraph import (
    ParagraphPlace,
    SeenParagraph,
    leading_blanks,
    to_mm,
    trailing_chars,
)
from pipeline.inspect.word.properties import read_paragraph, read_run
from pipeline.inspect.word.runs import ContentReader, make_run
from pipeline.inspect.word.styles import StyleSheet
from pipeline.inspect.word.theme import Theme
from pipeline.model.faces import role_of_face
from pipeline.model.standard import Align
from pipeline.template.ooxml import TAG
from pipeline.typography.places import width_chars

_ODD, _EVEN = 1, 2
_NUMBER = re.compile(r"[-—–－‐一~～·\s]*\d+[-—–－‐一~～·\s]*|第\s*\d+\s*页.*")
"""A footer that says nothing but a number, typed or counted."""


@dataclass(frozen=True, slots=True)
class _FooterLine:
    """A paragraph of a footer; `side` is that of its frame, `below_pt` what stands below it."""

    paragraph: SeenParagraph
    is_field: bool
    side: str
    below_pt: float | None


def read_page_numbers(
    parts: WordParts,
    sheet: StyleSheet,
    theme: Theme,
    sections: tuple[WordSection, ...],
    settings: WordSettings,
) -> tuple[PageNumber, ...]:
    """The page numbers of all sections, those that are alike once."""
    found: dict[PageNumber, None] = {}
    upright = [section for section in sections if not section.is_landscape]
    for section in upright or sections:
        for page, kind in _kinds(section, settings):
            footer = parts.target(section.footers.get(kind, ""))
            if footer is None:
                continue
            for line in _lines(footer, sheet, theme, section, settings):
                if (number := _page_number(line, page)) is not None:
                    found[number] = None
    return tuple(found)


def _kinds(section: WordSection, settings: WordSettings) -> Iterator[tuple[int, str]]:
    """Which footers are printed: an even one only where the settings ask for it."""
    yield _ODD, "default"
    yield _EVEN, "even" if settings.has_even_footers else "default"
    if section.has_title_page:
        yield _ODD, "first"


def _lines(
    footer: etree._Element,
    sheet: StyleSheet,
    theme: Theme,
    section: WordSection,
    settings: WordSettings,
) -> tuple[_FooterLine, ...]:
    reader = ContentReader(sheet, theme, section.number_form)
    place = ParagraphPlace(section.text_width_pt)
    lines: list[_FooterLine] = []
    for node in footer.iter(f"{TAG}p"):
        if any(True for _ in node.iterancestors(f"{TAG}txbxContent")):  # read with its box
            continue
        line, boxes = _read_line(node, reader, section, settings, place)
        for box in boxes:
            lines += _box_lines(box, reader, section, settings)
        lines.append(line)
    return _with_places(lines)


def _box_lines(
    box: TextBox, reader: ContentReader, section: WordSection, settings: WordSettings
) -> Iterator[_FooterLine]:
    width = box.anchor.width or section.text_width_pt
    for node in box.content.iter(f"{TAG}p"):
        line, _ = _read_line(node, reader, section, settings, ParagraphPlace(width, is_framed=True))
        yield replace(line, side=box.anchor.side)


def _read_line(
    node: etree._Element,
    reader: ContentReader,
    section: WordSection,
    settings: WordSettings,
    place: ParagraphPlace,
) -> tuple[_FooterLine, list[TextBox]]:
    properties = node.find(f"{TAG}pPr")
    own = read_paragraph(properties, reader.theme)
    base = reader.sheet.paragraph_run(own)
    content = reader.read(node, base)
    mark = None if properties is None else properties.find(f"{TAG}rPr")
    frame = None if properties is None else properties.find(f"{TAG}framePr")
    paragraph = SeenParagraph(
        runs=tuple(content.runs),
        said=reader.sheet.paragraph(own),
        mark=make_run("", reader.sheet.run(base, read_run(mark, reader.theme))),
        style_name="",
        number=0,
        section=section,
        settings=settings,
        place=place if frame is None else replace(place, is_framed=True),
    )
    side = "" if frame is None else frame.get(f"{TAG}xAlign", "left")
    line = _FooterLine(paragraph, content.has_page_field, side, None)
    return line, [drawn for drawn in content.drawn if isinstance(drawn, TextBox)]


def _with_places(lines: list[_FooterLine]) -> tuple[_FooterLine, ...]:
    """Each line with the height below it, as long as all of that is exact."""
    below: float | None = 0.0
    placed = []
    for line in reversed(lines):
        paragraph = line.paragraph
        if paragraph.place.is_framed:
            placed.append(line)
            continue
        if below is not None:
            below += paragraph.gap_pt("after")
        placed.append(replace(line, below_pt=below if paragraph.is_exact else None))
        if below is not None:
            height = paragraph.pitch_pt + paragraph.gap_pt("before")
            below = below + height if paragraph.is_exact else None
    return tuple(placed[::-1])


def _page_number(line: _FooterLine, page: int) -> PageNumber | None:
    paragraph = line.paragraph
    whole = paragraph.text
    text = whole.strip()
    if not text or not (line.is_field or _NUMBER.fullmatch(text)):
        return None
    digits = next((run for run in paragraph.runs if any(map(str.isdigit, run.text))), None)
    run = digits or paragraph.main
    name = run.east_asia if role_of_face(run.ascii) == role_of_face(run.east_asia) else run.ascii
    align = _align(line, page)
    return PageNumber(
        page=page,
        text=text.replace("\t", " ").replace("\n", ""),
        font=role_of_face(name),
        font_name=name,
        size_pt=run.size_pt,
        align=align,
        inset_chars=round(_inset(paragraph, align, whole), 2),
        centre_mm=_centre_mm(line),
        is_field=line.is_field,
    )


def _align(line: _FooterLine, page: int) -> Align:
    """Where the number stands: in a frame where that stands, on which side of an open book."""
    match line.side:
        case "outside":
            return "right" if page == _ODD else "left"
        case "inside":
            return "left" if page == _ODD else "right"
        case "center" | "right":
            return line.side
        case _:
            align = line.paragraph.said.get("align", "left")
    return _tabbed(line.paragraph) if align in ("left", "justify") else align


def _tabbed(paragraph: SeenParagraph) -> Align:
    """Where the tabs before the number lead to; Word's own footer has one in its middle."""
    count = leading_blanks(paragraph.text).count("\t")
    stops = sorted(stop for stop in paragraph.said.get("tabs", ()) if stop[1] != "clear")
    kind = stops[count - 1][1] if 0 < count <= len(stops) else "left"
    return "center" if kind == "center" else "right" if kind in ("right", "end") else "left"


def _inset(paragraph: SeenParagraph, align: Align, whole: str) -> float:
    match align:
        case "right":
            return paragraph.right_chars + trailing_chars(whole)
        case "center":
            return 0.0
        case _:
            blanks = width_chars(leading_blanks(whole).replace("\t", ""))
            return paragraph.left_chars + paragraph.first_chars + blanks


def _centre_mm(line: _FooterLine) -> float | None:
    """The middle of an exact line, which is where its dashes are."""
    if line.below_pt is None or line.paragraph.place.is_framed:
        return None
    section = line.paragraph.section
    from_foot = to_mm(line.below_pt + line.paragraph.pitch_pt / 2)
    return round(section.height_mm - section.footer_mm - from_foot, 2)
