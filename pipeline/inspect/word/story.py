"""word/document.xml -> its paragraphs and lines in the order of reading."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.inspect.word.drawings import DrawnLine, SeenPicture, TextBox
from pipeline.inspect.word.edges import line_edges
from pipeline.inspect.word.frames import (
    box_place,
    cell_place,
    frame_place,
    is_seal,
    picture_left_pt,
    table_place,
)
from pipeline.inspect.word.numbering import ListCounter
from pipeline.inspect.word.page import WordSection, WordSettings
from pipeline.inspect.word.paragraph import (
    ParagraphPlace,
    PlacedLine,
    SeenParagraph,
    Story,
    Wide,
    to_mm,
)
from pipeline.inspect.word.properties import (
    Border,
    ParagraphSaid,
    RunSaid,
    read_paragraph,
    read_run,
)
from pipeline.inspect.word.runs import (
    ALTERNATIVES,
    Content,
    ContentReader,
    Run,
    chosen,
    cut_page_breaks,
    make_run,
)
from pipeline.inspect.word.tables import SeenTable, has_red_mark, read_table, table_style
from pipeline.template.ooxml import TAG

_NEW_PAGE = ("nextPage", "oddPage", "evenPage")
_ONE_LINE = re.compile(r"签发人|印\s*发|\d+\s*号")
"""A row of two cells that the standard has as one line: number and signer, office and date."""

_ABOVE_MARK = 4
"""Copy number, classification and urgency, and perhaps a line of the archive."""


def read_story(
    body: etree._Element,
    reader: ContentReader,
    sections: tuple[WordSection, ...],
    settings: WordSettings,
) -> Story:
    """The paragraphs of a w:body."""
    walker = _Walker(reader, sections, settings, ListCounter(reader.sheet.numbering))
    walker.read_blocks(body, walker.flow())
    return walker.story


@dataclass(slots=True)
class _Walker:
    """Goes through a body once; holds what one paragraph leaves to the next."""

    reader: ContentReader
    sections: tuple[WordSection, ...]
    settings: WordSettings
    counter: ListCounter
    story: Story = field(default_factory=Story)
    _section: int = 0
    _number: int = 0
    _groups: int = 0
    _starts_page: bool = True
    _kept: list[Run] = field(default_factory=list)
    _frame: tuple[str, ParagraphPlace] | None = None
    _bordered: tuple[int, object] | None = None

    @property
    def section(self) -> WordSection:
        return self.sections[min(self._section, len(self.sections) - 1)]

    def flow(self) -> ParagraphPlace:
        return ParagraphPlace(self.section.text_width_pt)

    def read_blocks(
        self, node: Iterable[etree._Element], place: ParagraphPlace, table: RunSaid | None = None
    ) -> None:
        """The paragraphs and tables below a node, which stand in `place`."""
        for child in node:
            match child.tag.removeprefix(TAG):
                case "p":
                    is_flow = place.group == 0 and not place.in_table and not place.is_framed
                    self._read_paragraph(child, self.flow() if is_flow else place, table)
                case "tbl":
                    self._read_table(child, place)
                case "sdt":
                    content = child.find(f"{TAG}sdtContent")
                    if content is not None:
                        self.read_blocks(content, place, table)
                case "ins" | "moveTo" | "customXml" | "smartTag":
                    self.read_blocks(child, place, table)
                case _ if child.tag == ALTERNATIVES:
                    self.read_blocks(chosen(child), place, table)
                case _:
                    pass

    # --- a paragraph -------------------------------------------------------------------------

    def _read_paragraph(
        self, node: etree._Element, place: ParagraphPlace, table: RunSaid | None
    ) -> None:
        if place.group == 0 or not place.is_framed:
            self._number += 1
        properties = node.find(f"{TAG}pPr")
        own = read_paragraph(properties, self.reader.theme)
        said = self.reader.sheet.paragraph(own)
        base = self.reader.sheet.paragraph_run(own, table)
        mark_node = None if properties is None else properties.find(f"{TAG}rPr")
        mark = self.reader.sheet.run(base, read_run(mark_node, self.reader.theme))
        content = self.reader.read(node, base)
        content.runs[:0], self._kept = self._kept, []
        if _is_deleted(mark_node):
            self._kept = content.runs  # joined with the paragraph behind it
        elif content.runs or content.drawn or not mark.get("is_hidden"):
            self._add(said, mark, content, self._framed(properties, place))
        if properties is not None and properties.find(f"{TAG}sectPr") is not None:
            self._section += 1
            self._starts_page |= self.section.kind in _NEW_PAGE

    def _framed(self, properties: etree._Element | None, place: ParagraphPlace) -> ParagraphPlace:
        """The place of a paragraph with a w:framePr; those that say the same share a frame."""
        node = None if properties is None else properties.find(f"{TAG}framePr")
        if node is None or node.get(f"{TAG}dropCap", "none") != "none":
            self._frame = None
            return place
        key = str(sorted(node.attrib.items()))
        if self._frame is None or self._frame[0] != key:
            self._frame = key, frame_place(node, self.section, self._new_group())
        return self._frame[1]

    def _new_group(self) -> int:
        self._groups += 1
        return self._groups

    def _add(
        self, said: ParagraphSaid, mark: RunSaid, content: Content, place: ParagraphPlace
    ) -> None:
        runs, is_broken_before, is_broken_after = cut_page_breaks(content.runs)
        if number := self.counter.next_text(said):
            level = self.reader.sheet.numbering.level_of(said)
            runs.insert(0, make_run(_readable(number), {**mark, **(level.run if level else {})}))
        is_flow = place.group == 0
        starts = said.get("starts_page", False) or is_broken_before
        paragraph = SeenParagraph(
            runs=tuple(runs),
            said=said,
            mark=make_run("", mark),
            style_name=self.reader.sheet.name(said.get("style") or self.reader.sheet.normal),
            number=self._number,
            section=self.section,
            settings=self.settings,
            place=place,
            starts_page=starts or (self._starts_page and is_flow),
            has_picture=any(isinstance(drawn, SeenPicture) for drawn in content.drawn),
        )
        boxes = [drawn for drawn in content.drawn if isinstance(drawn, TextBox)]
        low = [box for box in boxes if box_place(box, self.section, 0).is_at_foot]
        for box in boxes:
            if box not in low:
                self._read_box(box)
        self._add_with_lines(paragraph, content)
        for box in low:
            self._read_box(box)
        if is_flow:
            self._starts_page = is_broken_after

    def _read_box(self, box: TextBox) -> None:
        place = box_place(box, self.section, self._new_group())
        frame, self._frame = self._frame, None
        self.read_blocks(box.content, place)
        self._frame = frame

    def _add_with_lines(self, paragraph: SeenParagraph, content: Content) -> None:
        lines = [drawn for drawn in content.drawn if isinstance(drawn, DrawnLine)]
        above = [line for line in lines if line.offset_pt is not None and line.offset_pt <= 0]
        place = paragraph.place
        items = self.story.items
        items.extend(PlacedLine(line, place) for line in above)
        borders = paragraph.said.get("borders", {})
        key = (borders, *(paragraph.said.get(name) for name in ("left", "right", "first")), place)
        is_joined = self._bordered == (len(items), key)
        if is_joined:
            del items[-1]
        elif "top" in borders:
            items.extend(_border_rules(borders["top"], paragraph))
        items.append(paragraph)
        items.extend(PlacedLine(line, place) for line in lines if line not in above)
        if rules := list(_border_rules(borders.get("bottom"), paragraph)):
            items.extend(rules)
            self._bordered = len(items), key
        for drawn in content.drawn:
            if isinstance(drawn, SeenPicture):
                self.story.has_seal |= is_seal(drawn.anchor)
                self._add_picture(drawn, paragraph)

    def _add_picture(self, picture: SeenPicture, paragraph: SeenParagraph) -> None:
        left = picture_left_pt(picture.anchor, paragraph)
        if left is None or paragraph.place.in_table or paragraph.place.is_framed:
            return
        right = left + picture.anchor.width
        self._add_wide(left, right, paragraph.number, is_table=False)

    def _add_wide(self, left: float, right: float, number: int, *, is_table: bool) -> None:
        room = to_mm(self.section.text_width_pt)
        self.story.wides.append(Wide(is_table, to_mm(left), to_mm(right), room, number))

    # --- a table -----------------------------------------------------------------------------

    def _read_table(self, node: etree._Element, place: ParagraphPlace) -> None:
        self._frame = None
        sheet, theme = self.reader.sheet, self.reader.theme
        table = read_table(node, sheet, theme, place.width_pt, self.settings.compatibility)
        _, run = sheet.resolve(table_style(node))
        outer = table_place(table, place, self.section, self._groups + 1)
        self._groups += 1
        is_head = table.is_plain and self._is_near_top() and has_red_mark(node, sheet, theme)
        if table.is_official or is_head:
            self._read_official(table, outer, run)
            return
        if not place.in_table and not place.is_framed:
            left = outer.offset_pt + table.padding_pt[0]
            right = outer.offset_pt + table.width_pt - table.padding_pt[1]
            self._add_wide(left, right, self._number + 1, is_table=True)
        for row in table.rows:
            for cell in row:
                inner = replace(
                    cell_place(cell, outer), in_table=True, group=place.group, is_framed=False
                )
                self.read_blocks(cell.node, inner, run)

    def _is_near_top(self) -> bool:
        """Whether no more than the elements above a mark have been read (7.2.1-7.2.3)."""
        paragraphs = (item for item in self.story.items if isinstance(item, SeenParagraph))
        return sum(bool(item.text.strip()) for item in paragraphs) <= _ABOVE_MARK

    def _read_official(self, table: SeenTable, outer: ParagraphPlace, run: RunSaid) -> None:
        """The rows of an imprint, each cell's paragraphs, and the rules between them."""
        for index, row in enumerate((*table.rows, ())):
            if (border := table.rule_above(index)) is not None:
                line = DrawnLine(table.width_pt, border["weight_pt"], border["color"])
                self.story.items.append(PlacedLine(line, outer, is_of_table=True))
            begin = len(self.story.items)
            for cell in row:
                if not cell.is_continued:
                    self.read_blocks(cell.node, cell_place(cell, outer), run)
            self.story.items[begin:] = _joined_row(self.story.items[begin:])


def _joined_row(items: list[SeenParagraph | PlacedLine]) -> list[SeenParagraph | PlacedLine]:
    """A row of two short cells as one paragraph with a tab between them; others as they are."""
    full = [item for item in items if isinstance(item, SeenParagraph) and item.text.strip()]
    if len(full) != 2 or not _ONE_LINE.search(full[1].text + full[0].text):  # noqa: PLR2004
        return items
    first, second = full
    if first.place.offset_pt >= second.place.offset_pt:
        return items
    end = second.place.offset_pt + second.place.width_pt
    tab = replace(first.runs[-1], text="\t")
    joined = replace(
        first,
        runs=(*first.runs, tab, *second.runs),
        place=replace(first.place, width_pt=end - first.place.offset_pt),
        right_pt=line_edges(second).right_chars * second.char_pt,
    )
    return [joined]


def _border_rules(border: Border | None, paragraph: SeenParagraph) -> Iterator[PlacedLine]:
    if border is None or not border["weight_pt"]:
        return
    taken = paragraph.left_chars + min(0.0, paragraph.first_chars) + paragraph.right_chars
    width = paragraph.place.width_pt - taken * paragraph.char_pt
    yield PlacedLine(DrawnLine(width, border["weight_pt"], border["color"]), paragraph.place)


def _is_deleted(mark: etree._Element | None) -> bool:
    return mark is not None and any(
        mark.find(TAG + name) is not None for name in ("del", "moveFrom")
    )


def _readable(number: str) -> str:
    """A bullet of a symbol face, whose characters are private, as a plain one."""
    return "".join("•" if "\ue000" <= char <= "\uf8ff" else char for char in number)
