"""A file -> the Book of its sheets, or why it is not read."""

import hashlib
import re
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.sheets.book import Book
from pipeline.load.sheets.delimited import read_delimited
from pipeline.load.sheets.package import RefusedError, open_package, too_large
from pipeline.load.sheets.parts import read_formats, read_strings, read_workbook
from pipeline.load.sheets.worksheet import WorkbookContext, read_sheet
from pipeline.load.yaml import diagnose_unreadable

SUFFIXES = (".xlsx", ".csv")
MAX_BYTES = 20_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")
_ZIP = b"PK\x03\x04"
_MARKUP = re.compile(
    rb"\s*(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|table|meta|\?xml|head)", re.IGNORECASE
)
_OTHER_SUFFIXES = {
    ".xls": ("旧版工作簿（.xls）", "an old workbook (.xls)"),
    ".et": ("WPS 表格（.et）", "a WPS workbook (.et)"),
    ".xlsb": ("二进制工作簿（.xlsb）", "a binary workbook (.xlsb)"),
    ".ods": ("OpenDocument 表格（.ods）", "an OpenDocument sheet (.ods)"),
    ".xltx": ("工作簿模板（.xltx）", "a workbook template (.xltx)"),
}
_MACRO_SUFFIXES = (".xlsm", ".xltm", ".xlam")


def read_book(path: Path) -> Book | Diagnostic:
    """The book of an .xlsx or a .csv, or what is wrong with the file as a whole."""
    try:
        if path.stat().st_size > MAX_BYTES:
            return _report(path, _oversize(path.stat().st_size))
        data = path.read_bytes()
    except OSError as error:
        return diagnose_unreadable(path, error)
    return read_book_bytes(data, path)


def read_book_bytes(data: bytes, path: Path) -> Book | Diagnostic:
    """As `read_book`, for bytes already read; `path` names them."""
    try:
        _refuse_other_kinds(data, path.suffix.lower())
        return _read_csv(data, path) if path.suffix.lower() == ".csv" else _read_xlsx(data, path)
    except RefusedError as refused:
        return _report(path, refused)


def _report(path: Path, refused: RefusedError) -> Diagnostic:
    place = Location(path, int(str(refused.details.get("line", 1))), 1)
    return diagnose(refused.code, place, name=path.name, **refused.details)


def _oversize(size: int) -> RefusedError:
    megabytes = f"{size / 1e6:.0f} MB"
    return too_large(f"有 {megabytes}", f"it has {megabytes}", f"{MAX_BYTES / 1e6:.0f} MB")


def _refuse_other_kinds(data: bytes, suffix: str) -> None:
    """By its name and by its first bytes: a file is often not what its name says."""
    if suffix in _MACRO_SUFFIXES:
        raise RefusedError("sheet-macros")
    if data.startswith(_OLE):
        if _ENCRYPTED_STREAM in data:
            raise RefusedError("sheet-encrypted")
        raise _other_format(_OTHER_SUFFIXES[".et" if suffix == ".et" else ".xls"])
    if suffix in _OTHER_SUFFIXES:
        raise _other_format(_OTHER_SUFFIXES[suffix])
    if suffix not in SUFFIXES:
        raise _other_format((f"{suffix or '没有扩展名的'} 文件", f"a {suffix or 'nameless'} file"))
    if suffix == ".csv" and data.startswith(_ZIP):
        raise _other_format(("改了扩展名的工作簿或压缩包", "a workbook or zip under another name"))
    if suffix == ".xlsx" and not data.startswith(_ZIP):
        raise _other_format(_kind_of_text(data))


def _kind_of_text(data: bytes) -> tuple[str, str]:
    if _MARKUP.match(data[:200]):
        return "网页或 XML（只是扩展名写成了 .xlsx）", "a web page or XML under that name"
    return "别的文件（只是扩展名写成了 .xlsx）", "some other file under that name"


def _other_format(kind: tuple[str, str]) -> RefusedError:
    return RefusedError("sheet-format", kind_zh=kind[0], kind_en=kind[1])


def _read_csv(data: bytes, path: Path) -> Book:
    sheet, is_gb18030 = read_delimited(data)
    here = Location(path, 1, 1)
    notes = (diagnose("csv-gb18030", here, name=path.name),) if is_gb18030 else ()
    return Book(path, {"": sheet}, _sha256(data), notes, is_workbook=False)


def _read_xlsx(data: bytes, path: Path) -> Book:
    parts = open_package(data)
    entries, is_1904 = read_workbook(parts)
    reading = WorkbookContext(read_strings(parts), read_formats(parts), is_1904)
    sheets = {entry.name: read_sheet(entry, parts.files[entry.part], reading) for entry in entries}
    here = Location(path, 1, 1)
    is_linked = parts.has_external_links
    notes = (diagnose("sheet-external-links", here, name=path.name),) if is_linked else ()
    return Book(path, sheets, _sha256(data), notes)


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
