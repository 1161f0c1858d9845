"""The few words of WordprocessingML that several writers and readers share."""

from lxml import etree

from pipeline.model.standard import PT_PER_MM

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TAG = f"{{{W}}}"
"""What stands before a name in lxml's words for it."""

DRAWING_TAG = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
"""The same for DrawingML."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
EMU_PER_PT = 12_700


def parse_part(data: bytes) -> etree._Element:
    """The root of a part of our own making; nothing is fetched for it, no entity resolved."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    return etree.fromstring(data, parser)


def words_of(node: etree._Element) -> str:
    """The words below a node, without tabs and line breaks."""
    return "".join(text.text or "" for text in node.iter(f"{TAG}t"))


def twips(points: float) -> int:
    """A length in twentieths of a point, Word's unit."""
    return round(points * 20)


def mm_to_twips(millimetres: float) -> int:
    return twips(millimetres * PT_PER_MM)
