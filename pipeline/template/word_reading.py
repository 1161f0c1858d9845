"""The measures that a word.docx holds, style by style: the inverse of `word_styles`."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from pipeline.model.faces import role_of_face
from pipeline.model.standard import PT_PER_MM
from pipeline.template.ooxml import TAG

_ALIGN = {"both": "justify", "left": "left", "start": "left", "center": "center", "right": "right"}


def style_name(style: etree._Element) -> str:
    """The name that Word shows for a style."""
    name = style.find(f"{TAG}name")
    return "" if name is None else name.get(f"{TAG}val", "")


def read_style(node: etree._Element) -> Iterator[tuple[str, Any]]:
    """What a style says by itself; what it leaves out stays as it was."""
    if (fonts := node.find(f"{TAG}rPr/{TAG}rFonts")) is not None:
        role = role_of_face(fonts.get(f"{TAG}eastAsia", ""))
        if role is not None:
            yield "font", role
    if (size := node.find(f"{TAG}rPr/{TAG}sz")) is not None:
        yield "size_pt", int(size.get(f"{TAG}val", "0")) / 2
    color = node.find(f"{TAG}rPr/{TAG}color")
    value = "000000" if color is None else color.get(f"{TAG}val", "auto").upper()
    yield "color", "000000" if value == "AUTO" else value
    spacing = node.find(f"{TAG}pPr/{TAG}spacing")
    if spacing is not None and spacing.get(f"{TAG}lineRule") == "exact":
        yield "line_pitch_pt", int(spacing.get(f"{TAG}line", "0")) / 20
    indent = node.find(f"{TAG}pPr/{TAG}ind")
    if indent is not None and (chars := indent.get(f"{TAG}firstLineChars")):
        yield "first_line_chars", int(chars) / 100
    if (align := node.find(f"{TAG}pPr/{TAG}jc")) is not None:
        known = _ALIGN.get(align.get(f"{TAG}val", ""))
        if known is not None:
            yield "align", known


def read_page(document: etree._Element) -> Iterator[tuple[str, float]]:
    margins = next(document.iter(f"{TAG}pgMar"), None)
    if margins is None:
        return
    for side in ("top", "bottom", "left", "right"):
        yield f"{side}_mm", int(margins.get(f"{TAG}{side}", "0")) / 20 / PT_PER_MM
