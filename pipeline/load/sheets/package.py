"""The bytes of an .xlsx -> its parts of XML, within limits; refused where it is something else.

A workbook comes from anyone. Nothing in it is run or fetched: its macros refuse it, what it takes
from other workbooks is read as it was saved.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pipeline.load.archive import Limits, ZipFault, ZipRule, open_zip

_LIMITS = Limits(entry_bytes=40_000_000)
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
class WorkbookParts:
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


def open_package(data: bytes) -> WorkbookParts:
    """The parts of a workbook; raises `RefusedError`."""
    package = open_zip(data, _LIMITS, _WANTED.fullmatch)
    if isinstance(package, ZipFault):
        raise _refusal(package)
    _check_names(package.names)
    is_linked = any(name.startswith(_EXTERNAL) for name in package.names)
    return WorkbookParts(package.files, is_linked)


def _refusal(fault: ZipFault) -> RefusedError:
    match fault.rule:
        case ZipRule.TOO_LARGE:
            return too_large(fault.zh, fault.en, fault.limit)
        case ZipRule.ENCRYPTED:
            return RefusedError("sheet-encrypted")
        case ZipRule.DAMAGED:
            return damaged(fault.zh, fault.en)


def _check_names(names: Sequence[str]) -> None:
    if any(map(_MACROS.search, names)):
        raise RefusedError("sheet-macros")
    if WORKBOOK not in names:
        kind = _other_kind(names)
        raise RefusedError("sheet-format", kind_zh=kind[0], kind_en=kind[1])


def _other_kind(names: Sequence[str]) -> tuple[str, str]:
    """What a zip is that is no .xlsx."""
    if "xl/workbook.bin" in names:
        return "二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"
    if "word/document.xml" in names:
        return "Word 文件", "a Word file"
    if "content.xml" in names:
        return "OpenDocument 表格（.ods）", "an OpenDocument sheet (.ods)"
    return "压缩包", "a zip"
