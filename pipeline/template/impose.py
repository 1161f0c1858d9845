"""A measure -> the style or section of a word.docx that it is written into."""

from lxml import etree

from pipeline.model.standard import WORD_FONTS, FontRole
from pipeline.template.ooxml import TAG, mm_to_twips, twips

_AFTER_OVERFLOW = ("snapToGrid", "spacing", "ind", "jc", "outlineLvl", "rPr")
"""What may follow w:overflowPunct in our styles (ECMA-376, part 1, 17.3.1.26)."""


def impose_on_style(style: etree._Element, measure: str, value: object, size_pt: float) -> None:
    """Write one measure into a style that already says something of it.

    `measure` is a name of `standard.ParagraphStyle`; `size_pt` is the style's size, which indents
    in characters are reckoned with. Only what `word_reading` reads can be written.
    """
    match measure, value:
        case "size_pt", float() | int():
            for tag in ("sz", "szCs"):
                for node in style.findall(f"{TAG}rPr/{TAG}{tag}"):
                    node.set(f"{TAG}val", str(round(value * 2)))
        case "line_pitch_pt", float() | int():
            _set(style, "pPr/spacing", "line", twips(value))
        case "first_line_chars", float() | int():
            _set(style, "pPr/ind", "firstLineChars", round(value * 100))
            _set(style, "pPr/ind", "firstLine", twips(value * size_pt))
        case "font", FontRole():
            for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
                _set(style, "rPr/rFonts", slot, WORD_FONTS[value])
        case _:
            raise ValueError(measure)


def impose_on_page(section: etree._Element, measure: str, value: float) -> None:
    """Write a margin (`top_mm` and its like) or the pitch of the grid into a section."""
    if measure == "line_pitch_pt":
        _set(section, "docGrid", "linePitch", twips(value))
    else:
        _set(section, "pgMar", measure.removesuffix("_mm"), mm_to_twips(value))


def forbid_hanging(style: etree._Element) -> None:
    """Let no mark of a style stand beyond the right edge."""
    properties = style.find(f"{TAG}pPr")
    if properties is None or properties.find(f"{TAG}overflowPunct") is not None:
        return
    followers = [node for node in properties if etree.QName(node).localname in _AFTER_OVERFLOW]
    place = properties.index(followers[0]) if followers else len(properties)
    node = etree.Element(f"{TAG}overflowPunct")
    node.set(f"{TAG}val", "0")
    properties.insert(place, node)


def _set(parent: etree._Element, path: str, attribute: str, value: object) -> None:
    node = parent.find("/".join(f"{TAG}{step}" for step in path.split("/")))
    if node is not None:
        node.set(f"{TAG}{attribute}", str(value))
