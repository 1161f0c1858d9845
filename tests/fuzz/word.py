"""A .docx spoilt: in its bytes, in the bytes of a part, in a part's XML, in which parts it has."""

import io
import warnings
import zipfile
from collections.abc import Callable
from random import Random

from lxml import etree

from tests.fuzz.wild import NUMBERS, TEXTS, spoil_bytes

Parts = list[tuple[str, bytes]]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_NAMES = """
    p r t pPr rPr tab br tbl tr tc tcPr tblPr tblGrid gridCol sectPr pgSz pgMar docGrid ind jc
    spacing sz szCs rFonts color b numPr numId ilvl style basedOn pStyle rStyle fldSimple fldChar
    instrText framePr pBdr top bottom hyperlink sdt sdtContent ins del moveTo pict object drawing
    footerReference headerReference titlePg evenAndOddHeaders outlineLvl snapToGrid vMerge gridSpan
    abstractNum num lvl lvlText numFmt start docDefaults rPrDefault pPrDefault cols type val
"""


def spoil_word(random: Random, data: bytes) -> bytes:
    """One .docx made of another."""
    kind = random.random()
    if kind < 0.1:
        return spoil_bytes(random, data)
    parts = _unpack(data)
    if kind < 0.2:
        _spoil_list(random, parts)
    elif kind < 0.35:
        at = _pick(random, parts)
        parts[at] = (parts[at][0], spoil_bytes(random, parts[at][1]))
    else:
        at = _pick(random, parts)
        parts[at] = (parts[at][0], _spoil_xml(random, parts[at][1]))
    return _pack(parts)


def _unpack(data: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [(name, package.read(name)) for name in package.namelist()]


def _pack(parts: Parts) -> bytes:
    buffer = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name given twice is meant
        with zipfile.ZipFile(buffer, "w") as package:
            for name, text in parts:
                # Without the time of day, so that a seed gives the same bytes.
                package.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED, 1)
    return buffer.getvalue()


def _pick(random: Random, parts: Parts) -> int:
    """A part of XML, in half of all cases the document itself."""
    xml = [at for at, (name, _) in enumerate(parts) if name.endswith((".xml", ".rels"))]
    document = [at for at in xml if parts[at][0] == "word/document.xml"]
    return random.choice(document if document and random.random() < 0.5 else xml)


def _spoil_list(random: Random, parts: Parts) -> None:
    one, other = random.randrange(len(parts)), random.randrange(len(parts))
    match random.randrange(4):
        case 0:
            del parts[one]
        case 1:
            parts[one], parts[other] = (
                (parts[one][0], parts[other][1]),
                (parts[other][0], parts[one][1]),
            )
        case 2:
            parts.append(parts[one])
        case _:
            parts[one] = (
                random.choice(("a", "word/", "../x", "word/vbaProject.bin")),
                parts[one][1],
            )


def _spoil_xml(random: Random, text: bytes) -> bytes:
    root = etree.fromstring(text)
    for _ in range(random.choice((1, 2, 4, 10, 30))):
        nodes = [node for node in root.iter() if isinstance(node.tag, str)]
        random.choice(_CHANGES)(random, random.choice(nodes), random.choice(nodes))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _drop(random: Random, node: etree._Element, other: etree._Element) -> None:
    del random, other
    parent = node.getparent()
    if parent is not None:
        parent.remove(node)


def _double(random: Random, node: etree._Element, other: etree._Element) -> None:
    del other
    if node.getparent() is not None and sum(1 for _ in node.iter()) < 500:
        for _ in range(random.choice((1, 1, 3, 20))):
            node.addnext(_copy(node))


def _move(random: Random, node: etree._Element, other: etree._Element) -> None:
    if node.getparent() is not None and node not in other.iterancestors() and node is not other:
        other.insert(random.randrange(len(other) + 1), node)


def _plant(random: Random, node: etree._Element, other: etree._Element) -> None:
    if sum(1 for _ in other.iter()) < 500:
        node.insert(random.randrange(len(node) + 1), _copy(other))


def _rename(random: Random, node: etree._Element, other: etree._Element) -> None:
    node.tag = random.choice((_W + random.choice(_NAMES.split()), other.tag))


def _retype(random: Random, node: etree._Element, other: etree._Element) -> None:
    """Another value for an attribute, or one more, or one less."""
    names = [*node.attrib, *other.attrib, _W + "val"]
    name = random.choice(names)
    if name in node.attrib and random.random() < 0.2:
        del node.attrib[name]
    else:
        values = [*NUMBERS, *TEXTS[:8], *(str(value) for value in other.attrib.values())]
        node.set(name, random.choice(values))


def _reword(random: Random, node: etree._Element, other: etree._Element) -> None:
    del other
    texts = list(node.iter(f"{_W}t", f"{_W}instrText"))
    if texts:
        part = random.choice(texts)
        words = part.text or ""
        at = random.randrange(len(words) + 1)
        part.text = words[:at] + random.choice((*TEXTS, *NUMBERS)) + words[at:]
    else:
        node.text = random.choice(TEXTS)


def _wrap(random: Random, node: etree._Element, other: etree._Element) -> None:
    """A node inside nodes of its own kind, or of any."""
    parent = node.getparent()
    if parent is None:
        return
    tag = random.choice((node.tag, other.tag, _W + random.choice(_NAMES.split())))
    for _ in range(random.choice((1, 1, 3, 60))):
        parent = node.getparent()
        shell = etree.Element(tag)
        parent.replace(node, shell)
        shell.append(node)


def _copy(node: etree._Element) -> etree._Element:
    return etree.fromstring(etree.tostring(node, with_tail=False))


_CHANGES: tuple[Callable[[Random, etree._Element, etree._Element], None], ...] = (
    *(_drop, _double, _move, _plant, _rename, _wrap),
    *(_retype, _retype, _retype, _reword, _reword),
)
