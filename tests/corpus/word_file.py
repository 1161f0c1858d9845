"""Surgery on the XML of a .docx: paragraphs by their style, properties in the schema's order."""

from collections.abc import Mapping

from lxml import etree

from pipeline.load.archive import read_zip, write_zip
from pipeline.template.ooxml import W

TAG = f"{{{W}}}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# ECMA-376, part 1, 17.3.1.26 and 17.3.2.28
_PARAGRAPH_ORDER = (
    *("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr"),
    *("suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap"),
    *("overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd"),
    *("snapToGrid", "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap"),
    *("jc", "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId"),
    *("cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_RUN_ORDER = (
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike"),
    *("outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden"),
    *("color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect"),
    *("bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout"),
)


class WordFile:
    """The parts of a .docx as trees that are changed in place."""

    def __init__(self, data: bytes) -> None:
        self._files = read_zip(data)
        self._trees: dict[str, etree._Element] = {}

    def tree(self, name: str) -> etree._Element:
        """The root of a part, such as `word/document.xml`."""
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self._files[name])
        return self._trees[name]

    @property
    def body(self) -> etree._Element:
        return self.tree("word/document.xml").find(f"{TAG}body")

    @property
    def settings(self) -> etree._Element:
        return self.tree("word/settings.xml")

    @property
    def footers(self) -> list[etree._Element]:
        """The paragraph of the odd pages' footer and that of the even pages'."""
        return [self.tree(f"word/footer{n}.xml").find(f"{TAG}p") for n in (1, 2)]

    @property
    def section(self) -> etree._Element:
        """The properties of the last section."""
        return self.body.find(f"{TAG}sectPr")

    def of(self, style: str) -> list[etree._Element]:
        """The paragraphs of a style, by its key in `standard.STYLES`."""
        return [
            p
            for p in self.body.iter(f"{TAG}p")
            if (node := p.find(f"{TAG}pPr/{TAG}pStyle")) is not None
            and node.get(f"{TAG}val") == style
        ]

    def beginning(self, start: str) -> etree._Element:
        """The paragraph that begins with these words."""
        return next(p for p in self.body.iter(f"{TAG}p") if text_of(p).startswith(start))

    def style(self, key: str) -> etree._Element:
        """The definition of a style."""
        styles = self.tree("word/styles.xml").iter(f"{TAG}style")
        return next(node for node in styles if node.get(f"{TAG}styleId") == key)

    def save(self) -> bytes:
        made = {
            name: etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)
            for name, tree in self._trees.items()
        }
        return write_zip({**self._files, **made})


def text_of(paragraph: etree._Element) -> str:
    return "".join(node.text or "" for node in paragraph.iter(f"{TAG}t"))


def set_paragraph(paragraph: etree._Element, **properties: Mapping[str, object] | str) -> None:
    """Give a paragraph (or a style) direct properties: `jc="left"`, `ind={"left": 0}`.

    Attributes that a property has already and that are not named stay.
    """
    parent = _child(paragraph, "pPr", 0)
    for name, value in properties.items():
        _put(parent, _PARAGRAPH_ORDER, name, value)


def set_runs(paragraph: etree._Element, **properties: Mapping[str, object] | str) -> None:
    """Give all runs of a paragraph direct properties."""
    for run in paragraph.iter(f"{TAG}r"):
        set_run(run, **properties)


def set_run(run: etree._Element, **properties: Mapping[str, object] | str) -> None:
    put_run_properties(_child(run, "rPr", 0), properties)


def put_run_properties(
    parent: etree._Element, properties: Mapping[str, Mapping[str, object] | str]
) -> None:
    """Put properties into an `rPr`, be it a run's or that of a paragraph's mark."""
    for name, value in properties.items():
        _put(parent, _RUN_ORDER, name, value)


def fonts(east_asia: str, latin: str | None = None) -> dict[str, object]:
    """The attributes of `rFonts` for one face, or for one of 汉字 and one of Latin letters."""
    latin = latin or east_asia
    return {"ascii": latin, "hAnsi": latin, "eastAsia": east_asia, "cs": latin}


def set_text(paragraph: etree._Element, text: str) -> None:
    """Put other words into a paragraph: into its first run, the others left empty."""
    nodes = list(paragraph.iter(f"{TAG}t"))
    for node in nodes:
        node.text = ""
    nodes[0].text = text
    nodes[0].set(SPACE, "preserve")


def remove(node: etree._Element) -> None:
    node.getparent().remove(node)


def remove_all(parent: etree._Element, name: str) -> None:
    """Remove every element of a name below `parent`."""
    for node in list(parent.iter(f"{TAG}{name}")):
        remove(node)


def element(name: str, **attributes: object) -> etree._Element:
    """A new element of WordprocessingML."""
    node = etree.Element(f"{TAG}{name}", nsmap={"w": W})
    set_attributes(node, attributes)
    return node


def set_attributes(node: etree._Element, attributes: Mapping[str, object]) -> None:
    for name, value in attributes.items():
        node.set(f"{TAG}{name}", str(value))


def _child(parent: etree._Element, name: str, place: int) -> etree._Element:
    found = parent.find(f"{TAG}{name}")
    if found is None:
        found = element(name)
        parent.insert(place, found)
    return found


def _put(
    parent: etree._Element, order: tuple[str, ...], name: str, value: Mapping[str, object] | str
) -> None:
    node = parent.find(f"{TAG}{name}")
    if node is None:
        node = element(name)
        later = order[order.index(name) + 1 :]
        places = (i for i, c in enumerate(parent) if etree.QName(c).localname in later)
        parent.insert(next(places, len(parent)), node)
    attributes = {"val": value} if isinstance(value, str) else value
    set_attributes(node, attributes)
