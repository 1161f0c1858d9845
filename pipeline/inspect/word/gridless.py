"""A .docx -> a copy without a grid of characters, so that LibreOffice breaks lines as Word does.

Word adds a grid's charSpace to each character. LibreOffice gives two cells to a character that is
wider than one, and so sets 14 characters on a line of 28.
"""

import math
from collections.abc import Iterator

from lxml import etree

from pipeline.inspect.word.properties import whole
from pipeline.load.archive import Limits, ZipFault, open_zip, write_zip
from pipeline.template.ooxml import TAG, parse_part

_DOCUMENT, _STYLES = "word/document.xml", "word/styles.xml"
_TYPE, _CHAR_SPACE = f"{TAG}type", f"{TAG}charSpace"
_OF_CHARACTERS = ("linesAndChars", "snapToChars")
_UNITS_PER_TWIP = 4096 / 20
"""charSpace counts in 4096ths of a point."""


def without_character_grid(data: bytes) -> bytes:
    """The copy, whose styles space characters as its last grid did.

    The same bytes where there is no such grid, or where the parts cannot be taken apart.
    """
    package = open_zip(data, Limits())
    if isinstance(package, ZipFault):
        return data
    try:
        files = package.files
        document, styles = parse_part(files[_DOCUMENT]), parse_part(files[_STYLES])
    except (KeyError, etree.XMLSyntaxError):
        return data
    spaces = list(_free(document))
    if not spaces:
        return data
    # Rounded down: a line that is a hair too wide loses a whole character.
    _space_characters(styles, math.floor(spaces[-1] / _UNITS_PER_TWIP))
    return write_zip(
        {**files, _DOCUMENT: etree.tostring(document), _STYLES: etree.tostring(styles)}
    )


def _free(document: etree._Element) -> Iterator[int]:
    """The charSpace of each grid of characters, which is made one of lines."""
    for grid in document.iter(f"{TAG}docGrid"):
        if grid.get(_TYPE) in _OF_CHARACTERS:
            grid.set(_TYPE, "lines")
            yield whole(grid.get(_CHAR_SPACE))
            grid.attrib.pop(_CHAR_SPACE, "")


def _space_characters(styles: etree._Element, twips: int) -> None:
    """What no style and no run says otherwise comes from the defaults of the document."""
    node = styles
    for name in ("docDefaults", "rPrDefault", "rPr"):
        child = node.find(f"{TAG}{name}")
        if child is None:
            child = etree.Element(f"{TAG}{name}")
            node.insert(0, child)
        node = child
    if node.find(f"{TAG}spacing") is None:
        etree.SubElement(node, f"{TAG}spacing", {f"{TAG}val": str(twips)})
