"""The bytes of an .xlsx -> its parts of XML, within limits; refused where it is something else.

A workbook comes from anyone. Nothing in it is run or fetched: its macros refuse it, what it takes
from other workbooks is read as it was saved.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.archive import (
    BROKEN_ZIP,
    MAX_ENTRIES,
    MAX_EXPANDED_BYTES,
    MAX_RATIO,
    PACKING_METHODS,
    RATIO_FLOOR_BYTES,
)

MAX_PART_BYTES = 40_000_000
"""One sheet of 200,000 cells is a fifth of it."""

WORKBOOK = "xl/workbook.xml"
_WANTED = re.compile(
    r"xl/(?:workbook|sharedStrings|styles|worksheets/[^/]+)\.xml|xl/_rels/workbook\.xml\.rels"
    r"|\[Content_Types\]\.xml",
    re.IGNORECASE,
)
_MACROS = re.compile(r"vbaProject|vbaData\.xml|macrosheets/", re.IGNORECASE)
_EXTERNAL = "xl/externalLinks/"


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of XML that are read, by name, and whether the workbook refers to others."""

    files: Mapping[str, bytes]
    has_external_links: bool


class RefusedError(Exception):
    """Why a file is not read: a code and its details, which `read` makes a Diagnostic of."""

    def __init__(self, code: str, **details: object) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


def damaged(zh: str, en: str) -> RefusedError:
    return RefusedError("sheet-damaged", reason_zh=zh, reason_en=en)


def too_large(zh: str, en: str, limit: str) -> RefusedError:
    return RefusedError("sheet-too-large", what_zh=zh, what_en=en, limit=limit)


def open_package(data: bytes) -> Parts:
    """The parts of a workbook; raises `RefusedError`."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            _check_directory(entries)
            files = dict(_read_parts(package))
            is_linked = any(entry.filename.startswith(_EXTERNAL) for entry in entries)
    except BROKEN_ZIP as error:
        raise damaged("文件不完整，或者已经损坏", "it is cut short or broken") from error
    return Parts(files, is_linked)


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    names = [entry.filename for entry in entries]
    if len(names) > MAX_ENTRIES:
        zh, en = f"有 {len(names):,} 个部件", f"it has {len(names):,} parts"
        raise too_large(zh, en, f"{MAX_ENTRIES:,}")
    _check_sizes(entries)
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise RefusedError("sheet-encrypted")
    if len(set(names)) != len(names):
        raise damaged("有重名的部件", "two of its parts have one name")
    if any(entry.compress_type not in PACKING_METHODS for entry in entries):
        raise damaged("压缩方法不是 Excel 用的", "it is packed as Excel never does")
    if any(map(_MACROS.search, names)):
        raise RefusedError("sheet-macros")
    if WORKBOOK not in names:
        kind = _other_kind(names)
        raise RefusedError("sheet-format", kind_zh=kind[0], kind_en=kind[1])


def _other_kind(names: list[str]) -> tuple[str, str]:
    """What a zip is that is no .xlsx."""
    if "xl/workbook.bin" in names:
        return "二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"
    if "word/document.xml" in names:
        return "Word 文件", "a Word file"
    if "content.xml" in names:
        return "OpenDocument 表格（.ods）", "an OpenDocument sheet (.ods)"
    return "压缩包", "a zip"


def _check_sizes(entries: list[zipfile.ZipInfo]) -> None:
    expanded = sum(entry.file_size for entry in entries)
    packed = sum(entry.compress_size for entry in entries) or 1
    if expanded > MAX_EXPANDED_BYTES:
        size = f"{expanded:,}"
        zh, en = f"解开后有 {size} 字节", f"unpacked it has {size} bytes"
        raise too_large(zh, en, f"{MAX_EXPANDED_BYTES:,}")
    if expanded > RATIO_FLOOR_BYTES and expanded / packed > MAX_RATIO:
        ratio = f"{expanded // packed}:1"
        zh, en = f"压缩比是 {ratio}", f"its compression ratio is {ratio}"
        raise too_large(zh, en, f"{MAX_RATIO}:1")


def _read_parts(package: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for name in package.namelist():
        if not _WANTED.fullmatch(name):
            continue
        with package.open(name) as part:
            text = part.read(MAX_PART_BYTES + 1)
        if len(text) > MAX_PART_BYTES:
            zh, en = f"部件 {name} 太大", f"its part {name} is too large"
            raise too_large(zh, en, f"{MAX_PART_BYTES:,}")
        yield name, text
