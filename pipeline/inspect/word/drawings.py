"""What is drawn in a .docx: lines, text boxes and pictures, in DrawingML and in VML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from lxml import etree

from pipeline.inspect.word.properties import points
from pipeline.inspect.word.theme import Theme, rgb
from pipeline.template.ooxml import DRAWING_TAG as _A
from pipeline.template.ooxml import EMU_PER_PT, TAG

_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
_PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
_V = "{urn:schemas-microsoft-com:vml}"

Side = Literal["left", "center", "right", "inside", "outside", ""]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a drawing is put; lengths in points, None where it is inline or aligned instead.

    `across` and `down` are from what `across_from` and `down_from` name (page, margin, column,
    paragraph …); `side` and `edge` (top, bottom) are what it is aligned to.
    """

    width: float
    height: float
    is_inline: bool
    across: float | None = None
    across_from: str = ""
    side: Side = ""
    down: float | None = None
    down_from: str = ""
    edge: str = ""


@dataclass(frozen=True, slots=True)
class DrawnLine:
    """A drawn horizontal line or the horizontal side of a border.

    `offset_pt` is from the top of the paragraph that holds it, None where that is not known.
    """

    width_pt: float
    weight_pt: float
    color: str
    offset_pt: float | None = None


@dataclass(frozen=True, slots=True)
class TextBox:
    """A text box: its place and the XML that holds its paragraphs; `inset_pt` is on both sides."""

    anchor: Anchor
    content: etree._Element
    inset_pt: float


@dataclass(frozen=True, slots=True)
class SeenPicture:
    """A picture or a chart."""

    anchor: Anchor


Drawn = DrawnLine | TextBox | SeenPicture

_LINE_SHAPES = ("line", "straightConnector1")
_FLAT_PT = 3.0
"""A shape no higher than this is a line to whoever looks at it."""
_INSET_PT = 7.2
_HAIRLINE_PT = 0.75


def read_drawing(drawing: etree._Element, theme: Theme) -> Iterator[Drawn]:
    """What a w:drawing holds; of a group each shape with its own size."""
    frame = next(iter(drawing), None)
    if frame is None:
        return
    anchor = _anchor(frame)
    shapes = list(_outside_boxes(drawing, (f"{_WPS}wsp",)))
    for shape in shapes:
        yield from _read_shape(shape, anchor, theme, is_alone=len(shapes) == 1)
    is_graphic = frame.find(f"{_A}graphic") is not None
    if any(True for _ in _outside_boxes(drawing, (f"{_PIC}pic",))) or (is_graphic and not shapes):
        yield SeenPicture(anchor)


def _outside_boxes(node: etree._Element, tags: tuple[str, ...]) -> Iterator[etree._Element]:
    """The elements with one of these tags; text boxes are read with their paragraphs."""
    for child in node:
        if child.tag in tags:
            yield child
        elif child.tag != f"{TAG}txbxContent":
            yield from _outside_boxes(child, tags)


def _read_shape(
    shape: etree._Element, anchor: Anchor, theme: Theme, *, is_alone: bool
) -> Iterator[Drawn]:
    content = shape.find(f"{_WPS}txbx/{TAG}txbxContent")
    if content is not None:
        body = shape.find(f"{_WPS}bodyPr")
        inset = None if body is None else body.get("lIns")
        yield TextBox(anchor, content, _INSET_PT if inset is None else _emu(inset))
        return
    extent = shape.find(f"{_WPS}spPr/{_A}xfrm/{_A}ext")
    width, height = anchor.width, anchor.height
    if extent is not None and not is_alone:
        width, height = _emu(extent.get("cx")), _emu(extent.get("cy"))
    geometry = shape.find(f"{_WPS}spPr/{_A}prstGeom")
    kind = "" if geometry is None else geometry.get("prst", "")
    is_line = kind in _LINE_SHAPES and height <= max(_FLAT_PT, width / 50)
    if is_line or (kind == "rect" and height <= _FLAT_PT < width):
        weight, color = _stroke(shape, theme)
        yield DrawnLine(width, weight if is_line else max(height, weight), color, _offset(anchor))


def _stroke(shape: etree._Element, theme: Theme) -> tuple[float, str]:
    line = shape.find(f"{_WPS}spPr/{_A}ln")
    weight = line.get("w") if line is not None else None
    fill = None if line is None else line.find(f"{_A}solidFill")
    if fill is None:
        fill = shape.find(f"{_WPS}style/{_A}lnRef")
    return (_emu(weight) if weight else _HAIRLINE_PT), _fill_color(fill, theme)


def _fill_color(fill: etree._Element | None, theme: Theme) -> str:
    for node in () if fill is None else fill:
        value = node.get("val", "")
        match node.tag.removeprefix(_A):
            case "srgbClr":
                return rgb(value) or "000000"
            case "schemeClr":
                return theme.color(value) or "000000"
            case "sysClr":
                return rgb(node.get("lastClr", "")) or "000000"
            case "prstClr":
                return _color_of(value)
            case _:
                pass
    return "000000"


def _offset(anchor: Anchor) -> float | None:
    if anchor.is_inline:
        return None
    return anchor.down if anchor.down_from in ("paragraph", "line", "text") else None


def _anchor(frame: etree._Element) -> Anchor:
    extent = frame.find(f"{_WP}extent")
    width = 0.0 if extent is None else _emu(extent.get("cx"))
    height = 0.0 if extent is None else _emu(extent.get("cy"))
    if frame.tag == f"{_WP}inline":
        return Anchor(width, height, is_inline=True)
    across, across_from, side = _position(frame.find(f"{_WP}positionH"))
    down, down_from, edge = _position(frame.find(f"{_WP}positionV"))
    return Anchor(
        width,
        height,
        is_inline=False,
        across=across,
        across_from=across_from,
        side=_side(side),
        down=down,
        down_from=down_from,
        edge=edge,
    )


def _position(node: etree._Element | None) -> tuple[float | None, str, str]:
    if node is None:
        return None, "", ""
    offset, align = node.find(f"{_WP}posOffset"), node.find(f"{_WP}align")
    return (
        None if offset is None else _emu(offset.text),
        node.get("relativeFrom", ""),
        "" if align is None else (align.text or "").strip(),
    )


def _side(value: str) -> Side:
    match value:
        case "left" | "center" | "right" | "inside" | "outside":
            return value
        case _:
            return ""


def _emu(value: str | None) -> float:
    return points(value, 1 / EMU_PER_PT)


# --- VML, which Word 2007 and WPS write ------------------------------------------------------


def read_vml(picture: etree._Element) -> Iterator[Drawn]:
    """What a w:pict holds."""
    for shape in _outside_boxes(picture, (f"{_V}line", f"{_V}shape", f"{_V}rect")):
        anchor = _vml_anchor(shape)
        content = shape.find(f"{_V}textbox/{TAG}txbxContent")
        if content is not None:
            box = shape.find(f"{_V}textbox")
            yield TextBox(anchor, content, _vml_inset("" if box is None else box.get("inset", "")))
        elif (line := _vml_line(shape, anchor)) is not None:
            yield line
        elif shape.find(f"{_V}imagedata") is not None:
            yield SeenPicture(anchor)


def _vml_line(shape: etree._Element, anchor: Anchor) -> DrawnLine | None:
    weight = _vml_length(shape.get("strokeweight", "")) or _HAIRLINE_PT
    color = _color_of(shape.get("strokecolor", "black"))
    if shape.tag == f"{_V}line":
        start, end = _vml_point(shape.get("from", "")), _vml_point(shape.get("to", ""))
        if abs(start[1] - end[1]) > _FLAT_PT:
            return None
        offset = anchor.down if anchor.down_from in ("", "text", "paragraph", "line") else None
        is_placed = "margin-top" in shape.get("style", "")
        return DrawnLine(abs(end[0] - start[0]), weight, color, offset if is_placed else start[1])
    is_connector = shape.get("type", "") == "#_x0000_t32"
    if anchor.height <= _FLAT_PT < anchor.width and (is_connector or shape.tag == f"{_V}rect"):
        offset = anchor.down if anchor.down_from in ("", "text", "paragraph", "line") else None
        return DrawnLine(anchor.width, weight if is_connector else anchor.height, color, offset)
    return None


_VML_FROM = {"text": "paragraph", "char": "column", "": ""}


def _vml_anchor(shape: etree._Element) -> Anchor:
    pairs = (item.partition(":") for item in shape.get("style", "").split(";"))
    style = {name.strip(): value.strip() for name, _, value in pairs}
    down_from = style.get("mso-position-vertical-relative", "text")
    across_from = style.get("mso-position-horizontal-relative", "text")
    left = style.get("margin-left") or style.get("left")
    top = style.get("margin-top") or style.get("top")
    return Anchor(
        _vml_length(style.get("width", "")),
        _vml_length(style.get("height", "")),
        is_inline=style.get("position") != "absolute",
        across=None if left is None else _vml_length(left),
        across_from=_VML_FROM.get(across_from, across_from),
        side=_side(style.get("mso-position-horizontal", "")),
        down=None if top is None else _vml_length(top),
        down_from=_VML_FROM.get(down_from, down_from),
        edge=style.get("mso-position-vertical", ""),
    )


def _vml_point(value: str) -> tuple[float, float]:
    across, _, down = value.partition(",")
    return _vml_length(across.strip()), _vml_length(down.strip())


def _vml_length(value: str) -> float:
    """A length in points; a bare number is in pixels, of which an inch has 96."""
    return points(value.replace("px", ""), 0.75)


def _vml_inset(value: str) -> float:
    first = value.partition(",")[0].strip()
    return _vml_length(first) if first else _INSET_PT


_NAMED = {"red": "FF0000", "black": "000000", "white": "FFFFFF", "blue": "0000FF"}


def _color_of(value: str) -> str:
    """A colour by name or as #RGB, #RRGGBB, as RRGGBB; black where it is neither."""
    word = value.partition(" ")[0]
    if found := rgb(word.removeprefix("#")):
        return found
    if match := re.fullmatch(r"#([0-9A-Fa-f]{3})", word):
        return "".join(digit * 2 for digit in match[1]).upper()
    return _NAMED.get(word, "000000")
