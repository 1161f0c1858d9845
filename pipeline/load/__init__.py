"""bytes -> Node tree with locations: the first stage.

Every scalar keeps the text that its author typed; what type it has is decided by the schema, not
by YAML's guess. All faults that can be told without the schema are found here.
"""

import shlex
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.load.nodes import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Source,
    locate,
    to_plain,
)
from pipeline.load.slips import find_slips
from pipeline.load.tree import build_tree

__all__ = [
    "Entry",
    "Loaded",
    "Mapping",
    "Node",
    "Scalar",
    "Sequence",
    "Source",
    "load_bytes",
    "load_input",
    "locate",
    "to_plain",
]

MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came out of one file: its text where it could be decoded, its tree where it is whole."""

    source: Source | None
    root: Mapping | None
    diagnostics: tuple[Diagnostic, ...]


def load_input(path: Path) -> Loaded:
    """The tree of one input file and every fault found on the way; never raises for its content."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except FileNotFoundError:
        fault = diagnose("file-missing", Location(path, 1, 1), path=path, folder=path.parent)
        return Loaded(None, None, (fault,))
    except OSError as error:
        fault = diagnose(
            "file-unreadable", Location(path, 1, 1), path=path, reason=error.strerror or error
        )
        return Loaded(None, None, (fault,))
    if size > MAX_BYTES:
        fault = diagnose("file-too-large", Location(path, 1, 1), size=size, limit=MAX_BYTES)
        return Loaded(None, None, (fault,))
    return load_bytes(data, path)


def load_bytes(data: bytes, path: Path) -> Loaded:
    """As `load_input`, for bytes already read; `path` names them in diagnostics."""
    decoded = _decode(data, path)
    if isinstance(decoded, Diagnostic):
        return Loaded(None, None, (decoded,))
    source = Source(path, decoded)
    root, diagnostics = build_tree(source)
    if root is not None and not isinstance(root, Mapping):
        return Loaded(source, None, diagnostics or _explain_root(source))
    return Loaded(source, root if not diagnostics else None, diagnostics)


def _decode(data: bytes, path: Path) -> str | Diagnostic:
    here = Location(path, 1, 1)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return diagnose("encoding-utf16", here, command=_conversion("UTF-16", path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _decodes(data, "utf-8", "surrogatepass"):
            # Lone surrogates: the character scan names each with its place.
            return data.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
        if _decodes(data, "gb18030", "strict"):
            return diagnose("encoding-gb18030", here, command=_conversion("GB18030", path))
        byte = f"{data[error.start]:02X}"
        return diagnose("encoding-unknown", here, offset=error.start + 1, byte=byte)


def _decodes(data: bytes, encoding: str, errors: str) -> bool:
    try:
        data.decode(encoding, errors)
    except UnicodeDecodeError:
        return False
    return True


def _conversion(encoding: str, path: Path) -> str:
    old, new = shlex.quote(str(path)), shlex.quote(f"{path.stem}-utf8{path.suffix}")
    return f"iconv -f {encoding} -t UTF-8 {old} > {new}"


def _explain_root(source: Source) -> tuple[Diagnostic, ...]:
    slips = tuple(find_slips(source, 0, source.text.count("\n")))
    return slips or (diagnose("not-a-mapping", source.line_location(1)),)
