"""bytes -> text: UTF-8, or what the bytes are instead and how to make UTF-8 of them."""

import shlex
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose

_MAGIC = {
    b"PK\x03\x04": "Word / Excel / WPS / ZIP",
    b"\xd0\xcf\x11\xe0": "Word 97 / Excel 97",
    b"%PDF-": "PDF",
    b"{\\rtf": "RTF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7z",
    b"\x1f\x8b": "gzip",
}
# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = {
    b"\xff\xfe\x00\x00": "UTF-32",
    b"\x00\x00\xfe\xff": "UTF-32",
    b"\xff\xfe": "UTF-16",
    b"\xfe\xff": "UTF-16",
}
_NULS_OF_UTF16 = 0.05


def decode(data: bytes, path: Path) -> str | Diagnostic:
    """The text of an input, or why it has none."""
    here = Location(path, 1, 1)
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return diagnose("not-a-text-file", here, kind=kind)
    if encoding := _wide_encoding(data):
        command = _conversion(encoding, path)
        return diagnose("encoding-utf16", here, encoding=encoding, command=command)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _decodes(data, "utf-8", "surrogatepass"):
            # Lone surrogates: the character scan names each with its place.
            return data.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
        return _explain(data, path, error.start)


def _wide_encoding(data: bytes) -> str | None:
    marked = next((name for mark, name in _MARKS.items() if data.startswith(mark)), None)
    if marked or data.count(0) < max(2, _NULS_OF_UTF16 * len(data)):
        return marked
    # In a Chinese text only the line ends, digits and colons have a NUL, all on the same side.
    little, big = data[1::2].count(0), data[::2].count(0)
    wide = "UTF-16LE" if little > big else "UTF-16BE"
    return wide if _decodes(data, wide, "strict") else None


def _explain(data: bytes, path: Path, start: int) -> Diagnostic:
    """What bytes that are not UTF-8 from `start` on may be."""
    lines = [line for line in data.split(b"\n") if not line.isascii()]
    good = sum(_decodes(line, "utf-8", "strict") for line in lines)
    line_start = data.rfind(b"\n", 0, start) + 1
    column = len(data[line_start:start].decode("utf-8")) + 1
    place = Location(path, data.count(b"\n", 0, start) + 1, column)
    byte = f"{data[start]:02X}"
    if good > len(lines) - good:
        return diagnose("encoding-mixed", place, line=place.line, byte=byte)
    if _decodes(data, "gb18030", "strict"):
        command = _conversion("GB18030", path)
        return diagnose("encoding-gb18030", Location(path, 1, 1), command=command)
    return diagnose("encoding-unknown", place, offset=start + 1, byte=byte)


def _decodes(data: bytes, encoding: str, errors: str) -> bool:
    try:
        data.decode(encoding, errors)
    except UnicodeDecodeError:
        return False
    return True


def _conversion(encoding: str, path: Path) -> str:
    old, new = shlex.quote(str(path)), shlex.quote(f"{path.stem}-utf8{path.suffix}")
    return f"iconv -f {encoding} -t UTF-8 {old} > {new}"
