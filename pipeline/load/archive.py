"""Files <-> zip bytes: a stranger's opened within limits, ours written alike on any day."""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_MADE_ON_UNIX = 3


# --- those of strangers ----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Limits:
    """What the zip of a stranger may hold; one that unpacks to little may have any ratio."""

    file_bytes: int = 50_000_000
    entries: int = 2_000
    expanded_bytes: int = 200_000_000
    ratio: int = 100
    ratio_floor_bytes: int = 1_000_000
    entry_bytes: int = 30_000_000
    """Of one that is read."""


class ZipRule(Enum):
    """What a zip that is not opened breaks."""

    TOO_LARGE = auto()
    ENCRYPTED = auto()
    DAMAGED = auto()


@dataclass(frozen=True, slots=True)
class ZipFault:
    """Why a zip is not opened, in both languages, and the limit that it exceeds."""

    rule: ZipRule
    zh: str
    en: str
    limit: str = ""


@dataclass(frozen=True, slots=True)
class OpenedZip:
    """The names of all entries in their order, and the bytes of those that were wanted."""

    names: tuple[str, ...]
    files: Mapping[str, bytes]


_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those that office programs use; the others unpack without a bound on memory."""

_ENCRYPTED_BITS = 0x1 | 0x40 | 0x2000
"""Its data, strongly, its directory (APPNOTE, 4.4.4)."""

_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    OverflowError,
    ValueError,
)
"""What zipfile raises for a zip that is damaged, or packed as it does not know."""


def open_zip(
    data: bytes, limits: Limits, wanted: Callable[[str], object] = lambda _: True
) -> OpenedZip | ZipFault:
    """The entries of a zip whose names are `wanted`, or what is wrong with it.

    Nothing that its directory says is trusted: each entry is read to its own end, at most to the
    limit, and must be as long as it is said to be.
    """
    if len(data) > limits.file_bytes:
        return _too_large(_bytes(len(data)), limits.file_bytes)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            entries = package.infolist()
            fault = _judge_sizes(entries, len(data), limits) or _judge_entries(entries)
            return fault or _read(package, limits, wanted)
    except _BROKEN:
        return _damaged("文件不完整，或者已经损坏", "it is cut short or broken")


def _damaged(zh: str, en: str) -> ZipFault:
    return ZipFault(ZipRule.DAMAGED, zh, en)


def _too_large(words: tuple[str, str], limit: int, unit: str = "") -> ZipFault:
    return ZipFault(ZipRule.TOO_LARGE, *words, limit=f"{limit:,}{unit}")


def _bytes(size: int, zh: str = "", en: str = "it") -> tuple[str, str]:
    return f"{zh}有 {size:,} 字节", f"{en} has {size:,} bytes"


def _judge_sizes(entries: list[zipfile.ZipInfo], size: int, limits: Limits) -> ZipFault | None:
    if len(entries) > limits.entries:
        words = f"有 {len(entries):,} 个部件", f"it has {len(entries):,} parts"
        return _too_large(words, limits.entries)
    expanded = sum(entry.file_size for entry in entries)
    if expanded > limits.expanded_bytes:
        return _too_large(_bytes(expanded, "解开后", "unpacked it"), limits.expanded_bytes)
    # What is packed is no larger than the file, whatever the directory says.
    packed = min(sum(entry.compress_size for entry in entries), size) or 1
    if expanded > limits.ratio_floor_bytes and expanded / packed > limits.ratio:
        ratio = f"{expanded // packed}:1"
        words = f"压缩比是 {ratio}", f"its compression ratio is {ratio}"
        return _too_large(words, limits.ratio, ":1")
    return None


def _judge_entries(entries: list[zipfile.ZipInfo]) -> ZipFault | None:
    if any(entry.flag_bits & _ENCRYPTED_BITS for entry in entries):
        return ZipFault(ZipRule.ENCRYPTED, "部件加了密", "its parts are encrypted")
    # Office programs take names that differ in case alone for one.
    if len({entry.filename.casefold() for entry in entries}) != len(entries):
        return _damaged("有重名的部件", "two of its parts have one name")
    if any(entry.compress_type not in _METHODS for entry in entries):
        return _damaged("压缩方法不是 Office 用的", "it is packed as Office never does")
    for entry in entries:
        if _leads_away(entry):
            name = _shown(entry.filename)
            return _damaged(f"部件 {name} 指到别处", f"its part {name} leads elsewhere")
    return None


_SHOWN_CHARS = 60


def _shown(name: str) -> str:
    """A name as a message may show it: short, and without what moves a cursor."""
    return "".join(char if char.isprintable() else "?" for char in name[:_SHOWN_CHARS])


def _leads_away(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is a link, or would land outside the folder that it is unpacked in."""
    first, *steps = re.split(r"[/\\]", entry.filename)
    is_absolute = not first or ":" in first
    return is_absolute or ".." in (first, *steps) or stat.S_ISLNK(entry.external_attr >> 16)


def _read(
    package: zipfile.ZipFile, limits: Limits, wanted: Callable[[str], object]
) -> OpenedZip | ZipFault:
    files: dict[str, bytes] = {}
    for entry in package.infolist():
        if not wanted(entry.filename):
            continue
        with package.open(entry) as part:
            text = part.read(limits.entry_bytes + 1)
        name = _shown(entry.filename)
        if len(text) > limits.entry_bytes:
            words = f"部件 {name} 太大", f"its part {name} is too large"
            return _too_large(words, limits.entry_bytes)
        if len(text) != entry.file_size:
            return _damaged(f"部件 {name} 不完整", f"its part {name} is cut short")
        files[entry.filename] = text
    return OpenedZip(tuple(package.namelist()), files)


# --- our own ---------------------------------------------------------------------------------


def write_zip(files: Mapping[str, bytes]) -> bytes:
    """A zip of `files` by name, sorted; names that are not ASCII are marked as UTF-8."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _READABLE
            info.create_system = _MADE_ON_UNIX
            archive.writestr(info, files[name])
    return buffer.getvalue()


def read_zip(data: bytes) -> dict[str, bytes]:
    """The files of a zip of ours, by name; one of a stranger is opened with `open_zip`."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
