"""The zip package of a .docx: opened within limits, and refused where it holds what can act.

A template comes from an office, which had it from somewhere. The limits and the list of refused
parts are those of a document that only ever needs text, styles and pictures.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from pipeline.archive import (
    BROKEN_ZIP,
    MAX_ENTRIES,
    MAX_EXPANDED_BYTES,
    MAX_RATIO,
    RATIO_FLOOR_BYTES,
)
from pipeline.diagnostics import Diagnostic, Location, diagnose

_UNSAFE_PARTS = re.compile(
    r"vbaProject\.bin|vbaData\.xml|/activeX/|/embeddings/|\.bin$|attachedToolbars", re.IGNORECASE
)
_EXTERNAL = re.compile(rb'<Relationship\b[^>]*TargetMode\s*=\s*["\']External["\'][^>]*>')
_HYPERLINK = re.compile(rb'Type\s*=\s*["\'][^"\']*/hyperlink["\']')


def find_unsafe_content(data: bytes, path: Path) -> tuple[Diagnostic, ...]:
    """What makes a .docx unfit to be a template; empty for a sound one."""
    place = Location(path, 1, 1)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = list(_find_in_directory(package)) or list(_find_in_parts(package))
    except BROKEN_ZIP as error:
        found = [f"不是完好的 .docx / not a sound .docx ({error})"]
    return tuple(diagnose("template-unsafe", place, name=path.name, found=what) for what in found)


def _find_in_directory(package: zipfile.ZipFile) -> Iterator[str]:
    entries = package.infolist()
    names = [entry.filename for entry in entries]
    expanded = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if len(entries) > MAX_ENTRIES:
        yield f"{len(entries)} 个部件 / parts"
    if expanded > MAX_EXPANDED_BYTES:
        yield f"解开后 {expanded} 字节 / bytes when unpacked"
    if expanded > RATIO_FLOOR_BYTES and expanded / packed > MAX_RATIO:
        yield f"压缩比 {expanded // packed}:1 / compression ratio"
    if len(set(names)) != len(names):
        yield "重名的部件 / two parts of one name"
    if any(entry.flag_bits & 0x1 for entry in entries):
        yield "加密的部件 / encrypted parts"
    if "word/document.xml" not in names:
        yield "没有 word/document.xml / no word/document.xml"
    yield from (f"{name}" for name in names if _UNSAFE_PARTS.search(name))


def _find_in_parts(package: zipfile.ZipFile) -> Iterator[str]:
    for name in package.namelist():
        if not name.endswith((".xml", ".rels")):
            continue
        text = package.read(name)
        if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            yield f"{name}: DOCTYPE"
        for relationship in _EXTERNAL.findall(text):
            if not _HYPERLINK.search(relationship):
                yield f"{name}: 外部链接 / external link"
