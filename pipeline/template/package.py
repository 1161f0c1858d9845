"""The zip package of a .docx: opened within limits, and refused where it holds what can act.

A template comes from an office, which had it from somewhere. The limits and the list of refused
parts are those of a document that only ever needs text, styles and pictures.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.archive import Limits, OpenedZip, ZipFault, open_zip

_UNSAFE_PARTS = re.compile(
    r"vbaProject\.bin|vbaData\.xml|/activeX/|/embeddings/|\.bin$|attachedToolbars", re.IGNORECASE
)
_EXTERNAL = re.compile(rb'<Relationship\b[^>]*TargetMode\s*=\s*["\']External["\'][^>]*>')
_HYPERLINK = re.compile(rb'Type\s*=\s*["\'][^"\']*/hyperlink["\']')


def find_unsafe_content(data: bytes, path: Path) -> tuple[Diagnostic, ...]:
    """What makes a .docx unfit to be a template; empty for a sound one.

    Every part is opened, since the one that fills the template will open them all.
    """
    place = Location(path, 1, 1)
    package = open_zip(data, Limits())
    found = [_words(package)] if isinstance(package, ZipFault) else [*_find_in(package)]
    return tuple(diagnose("template-unsafe", place, name=path.name, found=what) for what in found)


def _words(fault: ZipFault) -> str:
    """The fault in both languages, with the limit where it is one of size."""
    zh, en = (
        (f"，上限是 {fault.limit}", f", the limit is {fault.limit}") if fault.limit else ("", "")
    )
    return f"{fault.zh}{zh} / {fault.en}{en}"


def _find_in(package: OpenedZip) -> Iterator[str]:
    if "word/document.xml" not in package.names:
        yield "没有 word/document.xml / no word/document.xml"
    unsafe = [name for name in package.names if _UNSAFE_PARTS.search(name)]
    yield from unsafe or _find_in_parts(package)


def _find_in_parts(package: OpenedZip) -> Iterator[str]:
    for name, text in package.files.items():
        if not name.endswith((".xml", ".rels")):
            continue
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            yield f"{name}: DOCTYPE"
        for relationship in _EXTERNAL.findall(text):
            if not _HYPERLINK.search(relationship):
                yield f"{name}: 外部链接 / external link"
