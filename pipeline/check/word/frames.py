"""Where frames, text boxes, floating tables and pictures stand on the page of a .docx."""

from dataclasses import replace

from lxml import etree

from pipeline.check.word.drawings import Anchor, Box
from pipeline.check.word.page import Section
from pipeline.check.word.paragraph import Paragraph, Place
from pipeline.check.word.properties import points
from pipeline.check.word.tables import Table
from pipeline.standard import PT_PER_MM
from pipeline.template.ooxml import TAG

_FOOT = 0.6
"""What is put this far down the page is meant for its foot."""


def frame_place(node: etree._Element, section: Section, group: int) -> Place:
    """The place of a w:framePr."""
    width = points(node.get(f"{TAG}w")) or section.text_width_pt
    offset = _across(
        points(node.get(f"{TAG}x")) if node.get(f"{TAG}x") else None,
        node.get(f"{TAG}hAnchor", "text"),
        node.get(f"{TAG}xAlign", ""),
        width,
        section,
    )
    is_at_foot = node.get(f"{TAG}yAlign") == "bottom" or _is_low(
        points(node.get(f"{TAG}y")), node.get(f"{TAG}vAnchor", "text"), section
    )
    return Place(width, offset, group, is_framed=True, is_at_foot=is_at_foot)


def box_place(box: Box, section: Section, group: int) -> Place:
    """The place of the paragraphs in a text box."""
    anchor = box.anchor
    width = anchor.width or section.text_width_pt
    offset = _across(anchor.across, anchor.across_from, anchor.side, width, section)
    is_at_foot = anchor.is_at_foot or _is_low(anchor.down or 0.0, anchor.down_from, section)
    return Place(
        max(1.0, width - 2 * box.inset_pt),
        offset + box.inset_pt,
        group,
        is_framed=True,
        is_at_foot=is_at_foot,
    )


def table_place(table: Table, place: Place, section: Section, group: int) -> Place:
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
    is_at_foot = node.get(f"{TAG}tblpYSpec") == "bottom" or _is_low(
        points(node.get(f"{TAG}tblpY")), node.get(f"{TAG}vertAnchor", "text"), section
    )
    return replace(outer, offset_pt=offset, group=group, is_at_foot=is_at_foot)


def picture_left_pt(anchor: Anchor, paragraph: Paragraph) -> float | None:
    """The left edge of a picture from that of the type area; None where it cannot be told."""
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


def _across(value: float | None, origin: str, side: str, width: float, section: Section) -> float:
    """A left edge from that of the type area."""
    is_page = origin == "page"
    left = (section.left_mm + section.gutter_mm) * PT_PER_MM
    if side in ("center", "right", "outside"):
        room = section.width_mm * PT_PER_MM if is_page else section.text_width_pt
        free = room - width
        return (free / 2 if side == "center" else free) - (left if is_page else 0.0)
    return (value or 0.0) - (left if is_page else 0.0)


def _is_low(value: float, origin: str, section: Section) -> bool:
    height = section.height_mm * PT_PER_MM
    match origin:
        case "page":
            return value > height * _FOOT
        case "margin" | "topMargin":
            return value > section.text_height_pt * _FOOT
        case "bottomMargin":
            return True
        case _:
            return False
