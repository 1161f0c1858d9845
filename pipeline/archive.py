"""Files <-> zip bytes: the same bytes for the same files, on any day and any machine."""

import io
import zipfile
import zlib
from collections.abc import Mapping

_DATE = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o644 << 16
_MADE_ON_UNIX = 3


MAX_ENTRIES = 2_000
MAX_EXPANDED_BYTES = 200_000_000
MAX_RATIO = 100
RATIO_FLOOR_BYTES = 1_000_000
"""What the package of a stranger may hold; a smaller one may have any ratio."""

PACKING_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Those that office programs use; the others unpack without a bound on memory."""

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)
"""What zipfile raises for a zip that is damaged, encrypted, or packed as it does not know."""


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
    """The files of a zip, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
