"""The bytes of a .docx -> its parts as XML trees, within limits; refused where it can act.

A document comes from anyone. Nothing in it is run or fetched; what Word would run or fetch when it
is opened is refused all the same, since whoever has it checked is about to open it.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.archive import Limits, OpenedZip, ZipFault, ZipRule, open_zip
from pipeline.template.ooxml import TAG

_LIMITS = Limits()
"""Of one part of XML; text of a thousand pages is a third of it."""

DOCUMENT = "word/document.xml"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_UNSAFE_PARTS = re.compile(
    r"vbaProject|vbaData\.xml|/activeX/|/embeddings/.*\.bin$|attachedToolbars", re.IGNORECASE
)
_RELATIONSHIP = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
_IS_EXTERNAL = re.compile(rb"TargetMode\s*=\s*[\"']External[\"']")
_IS_HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/hyperlink[\"']")
# Word notes the template that a document was made from, mostly one on its author's own disk.
_IS_OWN_TEMPLATE = re.compile(rb"Target\s*=\s*[\"'](?:file:///)?[A-Za-z]:[^\"']*[\"']")
_IS_TEMPLATE = re.compile(rb"Type\s*=\s*[\"'][^\"']*/attachedTemplate[\"']")

_STRICT = b"http://purl.oclc.org/ooxml/"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/"
_STRICT_NAMES = (
    (b"wordprocessingml/main", b"wordprocessingml/2006/main"),
    (b"officeDocument/relationships", b"officeDocument/2006/relationships"),
    (b"drawingml/main", b"drawingml/2006/main"),
    (b"drawingml/wordprocessingDrawing", b"drawingml/2006/wordprocessingDrawing"),
    (b"drawingml/picture", b"drawingml/2006/picture"),
)


@dataclass(frozen=True, slots=True)
class WordParts:
    """The parts of a .docx that matter here, by name.

    `body` is the document's w:body, `links` are the document's own relations.
    """

    trees: dict[str, etree._Element]
    body: etree._Element
    links: dict[str, str]

    def linked(self, kind: str) -> etree._Element | None:
        """The part of one kind that the document is related to, as `word/styles.xml`."""
        return self.trees.get(f"word/{kind}.xml")

    def theme(self) -> etree._Element | None:
        """The theme, whichever its number."""
        names = sorted(name for name in self.trees if name.startswith("word/theme/"))
        return self.trees[names[0]] if names else None

    def target(self, relation_id: str) -> etree._Element | None:
        """The part that a relation of the document leads to."""
        return self.trees.get(self.links.get(relation_id, ""))


class _RefusedError(Exception):
    """Why a file is not read: a code and its details."""

    def __init__(self, code: str, **details: str) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def open_word(data: bytes, path: Path) -> tuple[WordParts | None, tuple[Diagnostic, ...]]:
    """The parts of a .docx, or why it is not read."""
    try:
        return _open(data), ()
    except _RefusedError as refused:
        place = Location(path, 1, 1)
        return None, (diagnose(refused.code, place, name=path.name, **refused.details),)


def _open(data: bytes) -> WordParts:
    if data.startswith(_OLE):
        is_locked = _ENCRYPTED_STREAM in data
        raise _RefusedError("document-encrypted" if is_locked else "document-old-format")
    package = open_zip(data, _LIMITS, _is_xml)
    if isinstance(package, ZipFault):
        raise _refusal(package)
    _check_parts(package)
    return _parse(package.files)


def _is_xml(name: str) -> bool:
    """Every part of XML is looked at, also those that are not used."""
    return name.endswith((".xml", ".rels"))


def _refusal(fault: ZipFault) -> _RefusedError:
    match fault.rule:
        case ZipRule.TOO_LARGE:
            size = {"what_zh": fault.zh, "what_en": fault.en, "limit": fault.limit}
            return _RefusedError("document-too-large", **size)
        case ZipRule.ENCRYPTED:
            return _RefusedError("document-encrypted")
        case ZipRule.DAMAGED:
            return _damaged(fault.zh, fault.en)


def _damaged(zh: str, en: str) -> _RefusedError:
    return _RefusedError("document-damaged", reason_zh=zh, reason_en=en)


def _unsafe(zh: str, en: str) -> _RefusedError:
    return _RefusedError("document-unsafe", found_zh=zh, found_en=en)


def _check_parts(package: OpenedZip) -> None:
    if DOCUMENT not in package.names:
        raise _damaged(f"不是 Word 文件（没有 {DOCUMENT}）", f"no Word file: it has no {DOCUMENT}")
    for name in package.names:
        if _UNSAFE_PARTS.search(name):
            raise _unsafe(name, name)
    for name, text in package.files.items():
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise _unsafe(f"{name} 里的 DOCTYPE 声明", f"a DOCTYPE in {name}")
        if name.endswith(".rels"):
            _check_links(name, text)


def _check_links(name: str, text: bytes) -> None:
    for match in _RELATIONSHIP.finditer(text):
        link = match.group()
        if not _IS_EXTERNAL.search(link) or _IS_HYPERLINK.search(link):
            continue
        if not (_IS_TEMPLATE.search(link) and _IS_OWN_TEMPLATE.search(link)):
            raise _unsafe(f"{name} 里的外部链接", f"an external link in {name}")


_WANTED = re.compile(
    r"word/(document|styles|numbering|settings|footer[^/]*|theme/theme[^/]*"
    r"|_rels/document\.xml)\.(xml|rels)"
)
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def _parse(files: Mapping[str, bytes]) -> WordParts:
    trees = {name: _tree(name, text) for name, text in files.items() if _WANTED.fullmatch(name)}
    body = trees[DOCUMENT].find(f"{TAG}body")
    if body is None:
        raise _damaged(f"{DOCUMENT} 里没有正文", f"{DOCUMENT} has no body")
    relations = trees.get("word/_rels/document.xml.rels")
    links = {} if relations is None else _links(relations)
    return WordParts(trees, body, links)


def _links(relations: etree._Element) -> dict[str, str]:
    return {
        node.get("Id", ""): _absolute(node.get("Target", "")) for node in relations.iter(_RELATION)
    }


def _absolute(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else f"word/{target}"


def _tree(name: str, text: bytes) -> etree._Element:
    if _STRICT in text:
        for strict, transitional in _STRICT_NAMES:
            text = text.replace(_STRICT + strict, _TRANSITIONAL + transitional)
    # Made anew for each part: a parser keeps the state of a broken one.
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise _damaged(f"{name} 的 XML 坏了", f"the XML of {name} is broken") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise _unsafe(f"{name} 里的 DOCTYPE 声明", f"a DOCTYPE in {name}")
    return root
