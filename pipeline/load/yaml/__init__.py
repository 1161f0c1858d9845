"""bytes -> Node tree with locations: the first stage.

Every scalar keeps the text that its author typed; what type it has is decided by the schema, not
by YAML's guess. All faults that show without the schema are found here.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.yaml.decode import decode
from pipeline.load.yaml.nodes import (
    Entry,
    Mapping,
    Node,
    Placed,
    Scalar,
    Sequence,
    Source,
    describe_shape,
    diagnose_twice,
    keys_and_scalars_of,
    locate,
    placed_scalars,
    scalars_of,
    to_plain,
)
from pipeline.load.yaml.rows import read_rows
from pipeline.load.yaml.scalars import find_comment
from pipeline.load.yaml.spans import Spans, place_among, place_span, spans_of
from pipeline.load.yaml.tree import build_tree
from pipeline.load.yaml.typos import diagnose_colon, find_row_typos
from pipeline.model.report.vocabulary import Vocabulary, vocabulary_of

__all__ = [
    "Entry",
    "Loaded",
    "Mapping",
    "Node",
    "Placed",
    "Scalar",
    "Sequence",
    "Source",
    "Spans",
    "describe_shape",
    "diagnose_colon",
    "diagnose_twice",
    "diagnose_unreadable",
    "find_comment",
    "keys_and_scalars_of",
    "load_bytes",
    "load_input",
    "locate",
    "place_among",
    "place_span",
    "placed_scalars",
    "scalars_of",
    "spans_of",
    "to_plain",
]

MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came out of one file: its text if it could be decoded, its tree if one could be built.

    A tree may come with errors: what was typed twice or cannot stand in a text. Whoever takes the
    root looks at the diagnostics too.
    """

    source: Source | None
    root: Mapping | None
    diagnostics: tuple[Diagnostic, ...]
    sha256: str = ""
    """Of the bytes that were read."""


def load_input(path: Path, names: Vocabulary | None = None) -> Loaded:
    """The tree of one input file and every fault found on the way; never raises for its content.

    `names` are those of its keys; without them the ones that every report may have.
    """
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        return Loaded(None, None, (diagnose_unreadable(path, error),))
    if size > MAX_BYTES:
        sizes = {"size": _megabytes(size), "limit": _megabytes(MAX_BYTES)}
        fault = diagnose("file-too-large", Location(path, 1, 1), **sizes)
        return Loaded(None, None, (fault,))
    return load_bytes(data, path, names)


def diagnose_unreadable(path: Path, error: OSError) -> Diagnostic:
    """Why a file that was named cannot be read."""
    place = Location(path, 1, 1)
    if isinstance(error, FileNotFoundError):
        return diagnose("file-missing", place, path=path, folder=path.parent)
    return diagnose("file-unreadable", place, path=path, reason=error.strerror or error)


def load_bytes(data: bytes, path: Path, names: Vocabulary | None = None) -> Loaded:
    """As `load_input`, for bytes already read; `path` names them in diagnostics."""
    decoded = decode(data, path)
    if isinstance(decoded, Diagnostic):
        return Loaded(None, None, (decoded,))
    source = Source(path, decoded, names or vocabulary_of())
    root, diagnostics = build_tree(source)
    if root is not None and not isinstance(root, Mapping):
        return Loaded(source, None, diagnostics or _explain_root(source))
    return Loaded(source, root, diagnostics, hashlib.sha256(data).hexdigest())


def _explain_root(source: Source) -> tuple[Diagnostic, ...]:
    rows = [row for row in read_rows(source) if row.has_content]
    typos = tuple(typo for row in rows for typo in find_row_typos(source, row))
    place = source.line_location(rows[0].number if rows else 1)
    return typos or (diagnose("not-a-mapping", place),)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB"
