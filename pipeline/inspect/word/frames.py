"""Where frames, text boxes, floating tables and pictures stand on the page of a .docx."""

from dataclasses import replace

from lxml import etree

from pipeline.inspect.seals import has_seal_size
from pipeline.inspect.word.drawings import Anchor, TextBox
from pipeline.inspect.word.page import WordSection
from pipeline.inspect.word.paragraph import ParagraphPlace, SeenParagraph, to_mm
from pipeline.inspect.word.properties import points
from pipeline.inspect.word.tables import SeenCell, SeenTable
from pipeline.model.standard import PT_PER_MM
from pipeline.template.ooxml import TAG

_FOOT, _HEAD = 0.6, 0.2
"""What is put this far down the page is meant for its foot, and so far for its head."""


def frame_place(node: etree._Element, section: WordSection, group: int) -> ParagraphPlace:
    """The place of a w:framePr."""
    width = points(node.get(f"{TAG}w")) or section.text_width_pt
    offset = _across(
        points(node.get(f"{TAG}x")) if node.get(f"{TAG}x") else None,
        node.get(f"{TAG}hAnchor", "text"),
        node.get(f"{TAG}xAlign", ""),
        width,
        section,
    )
    down = points(node.get(f"{TAG}y")) if node.get(f"{TAG}y") else None
    place = ParagraphPlace(width, offset, group, is_framed=True)
    edge = node.get(f"{TAG}yAlign", "")
    return _bound(place, edge, down, node.get(f"{TAG}vAnchor", "text"), section)


def box_place(box: TextBox, section: WordSection, group: int) -> ParagraphPlace:
    """The place of the paragraphs in a text box."""
    anchor = box.anchor
    width = anchor.width or section.text_width_pt
    offset = _across(anchor.across, anchor.across_from, anchor.side, width, section)
    room = max(1.0, width - 2 * box.inset_pt)
    place = ParagraphPlace(room, offset + box.inset_pt, group, is_framed=True)
    return _bound(place, anchor.edge, anchor.down, anchor.down_from, section)


def table_place(
    table: SeenTable, place: ParagraphPlace, section: WordSection, group: int
) -> ParagraphPlace:
    """The place of a table that may float; `group` is for one that stands for an imprint."""
    node = table.floating
    outer = replace(
        place,
        offset_pt=place.offset_pt + table.left_pt,
        width_pt=table.width_pt,
        is_framed=True,
    )
    if node is None:
        return outer
    offset = _across(
        points(node.get(f"{TAG}tblpX")) if node.get(f"{TAG}tblpX") else None,
        node.get(f"{TAG}horzAnchor", "text"),
        node.get(f"{TAG}tblpXSpec", ""),
        table.width_pt,
        section,
    )
    down = points(node.get(f"{TAG}tblpY")) if node.get(f"{TAG}tblpY") else None
    place = replace(outer, offset_pt=offset, group=group)
    edge = node.get(f"{TAG}tblpYSpec", "")
    return _bound(place, edge, down, node.get(f"{TAG}vertAnchor", "text"), section)


def cell_place(cell: SeenCell, outer: ParagraphPlace) -> ParagraphPlace:
    """The place of the paragraphs in a cell of a table that stands in `outer`."""
    left, right = cell.padding_pt
    return replace(
        outer,
        offset_pt=outer.offset_pt + cell.left_pt + left,
        width_pt=max(1.0, cell.width_pt - left - right),
    )


def picture_left_pt(anchor: Anchor, paragraph: SeenParagraph) -> float | None:
    """The left edge of a picture from that of the type area; None where it is not known."""
    section = paragraph.section
    if not anchor.is_inline:
        if anchor.across is None and not anchor.side:
            return None
        return _across(anchor.across, anchor.across_from, anchor.side, anchor.width, section)
    room = paragraph.place.width_pt
    match paragraph.said.get("align", "justify"):
        case "center":
            return (room - anchor.width) / 2
        case "right":
            return room - anchor.width - paragraph.right_chars * paragraph.char_pt
        case _:
            indent = paragraph.left_chars + paragraph.first_chars
            return indent * paragraph.char_pt


def is_seal(anchor: Anchor) -> bool:
    """Whether a picture floats and has the size and the shape of a seal."""
    return not anchor.is_inline and has_seal_size(to_mm(anchor.width), to_mm(anchor.height))


def _across(
    value: float | None, origin: str, side: str, width: float, section: WordSection
) -> float:
    """A left edge from that of the type area."""
    is_page = origin == "page"
    left = (section.left_mm + section.gutter_mm) * PT_PER_MM
    if side in ("center", "right", "outside"):
        room = section.width_mm * PT_PER_MM if is_page else section.text_width_pt
        free = room - width
        return (free / 2 if side == "center" else free) - (left if is_page else 0.0)
    return (value or 0.0) - (left if is_page else 0.0)


def _bound(
    place: ParagraphPlace, edge: str, down: float | None, origin: str, section: WordSection
) -> ParagraphPlace:
    """A place with the end of the page that it is aligned to or put near."""
    height = section.height_mm * PT_PER_MM if origin == "page" else section.text_height_pt
    is_of_page = origin in ("page", "margin")
    part = down / height if down is not None and is_of_page and not edge else None
    is_low = part is not None and part > _FOOT
    is_high = part is not None and part < _HEAD
    return replace(
        place,
        is_at_foot=edge == "bottom" or is_low or origin == "bottomMargin",
        is_at_head=(edge == "top" and is_of_page) or is_high,
    )
