"""Checked artifacts -> dist/: named, hashed, written so that no reader sees half; and the packs.

The only writer of dist/. Everything of a report is gathered in memory before the first byte is
written; each file is then put in place by a rename.
"""

import hashlib
import json
import os
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pathvalidate import sanitize_filename

from pipeline.diagnostics.errors import OutputError, UsageError
from pipeline.load.archive import write_zip

MANIFEST, CHECKSUMS, PACKS = "manifest.json", "SHA256SUMS", "packs"
_MAX_NAME_BYTES = 255


@dataclass(frozen=True, slots=True)
class Package:
    """What goes into dist/<name>/: the artifacts by file name, and the manifest's other entries."""

    name: str
    files: Mapping[str, bytes]
    facts: Mapping[str, Any]


def file_stem(title: str, longest_suffix: str = ".docx") -> str:
    """A title as a file name that Windows, macOS and Linux accept, without a suffix.

    At most 255 bytes of UTF-8 with the suffix; cut between characters.
    """
    plain = unicodedata.normalize("NFC", title)
    plain = "".join(char for char in plain if unicodedata.category(char) not in ("Cc", "Cf"))
    safe = sanitize_filename(plain, platform="universal", replacement_text="_").strip(". ")
    room = _MAX_NAME_BYTES - len(longest_suffix.encode())
    return safe.encode()[:room].decode(errors="ignore").strip(". ") or "report"


def write_package(package: Package, out: Path) -> tuple[Path, ...]:
    """The paths written below `out`; what an earlier build left there and is no longer made goes.

    Raises `OutputError` where the folder cannot be written.
    """
    hashes = {name: _sha256(data) for name, data in package.files.items()}
    manifest = {**package.facts, "files": hashes}
    files = {
        **package.files,
        MANIFEST: (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode(),
    }
    files[CHECKSUMS] = _checksums({**hashes, MANIFEST: _sha256(files[MANIFEST])})
    folder = out / package.name
    try:
        folder.mkdir(parents=True, exist_ok=True)
        old = _made_before(folder)
        for name, data in files.items():
            _write_atomically(folder / name, data)
        for name in old - files.keys():
            (folder / name).unlink(missing_ok=True)
    except OSError as error:
        raise _output_fault(folder, error) from error
    return tuple(folder / name for name in files)


def _output_fault(path: Path, error: OSError) -> OutputError:
    reason = error.strerror or str(error)
    return OutputError(
        f"写不进 {path}：{reason}。检查磁盘空间和权限，关闭正在打开这些文件的 Word 或 PDF 阅读器",
        f"{path} cannot be written: {reason}. Look at the free space and the permissions, and close"
        " the program that holds the files open",
    )


def _made_before(folder: Path) -> set[str]:
    """The files that the manifest of an earlier build names; no others are ever removed."""
    try:
        names = json.loads((folder / MANIFEST).read_bytes())["files"]
        return {name for name in names if Path(name).name == name}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _checksums(hashes: Mapping[str, str]) -> bytes:
    """The form that `sha256sum -c` reads."""
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items())).encode()


def write_file(path: Path, data: bytes) -> None:
    """One file, whole or not at all; raises `OutputError` where it cannot be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_atomically(path, data)
    except OSError as error:
        raise _output_fault(path, error) from error


def _write_atomically(path: Path, data: bytes) -> None:
    """The file whole or not at all: written beside its place, synced, renamed."""
    temporary = path.with_name(f".{_sha256(path.name.encode())[:12]}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":
        return  # Windows cannot open a folder to sync it
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


# --- packs -----------------------------------------------------------------------------------


def write_packs(out: Path, names: tuple[str, ...]) -> tuple[Path, ...]:
    """One zip for each recipient, with the files of every named report that goes to it.

    Without names, all that is built. Raises `UsageError` for a report that is not built or whose
    files no longer match their checksums.
    """
    found = names or tuple(sorted(folder.parent.name for folder in out.glob(f"*/{MANIFEST}")))
    by_recipient: dict[str, dict[str, bytes]] = {}
    for name in found:
        manifest, files = _read_built(out / name)
        # A name that still holds a blank is nobody's.
        for recipient in (r for r in manifest.get("recipients", []) if "【" not in r):
            by_recipient.setdefault(recipient, {}).update(
                {f"{name}/{file}": data for file, data in files.items()}
            )
    try:
        return _replace_packs(out / PACKS, by_recipient, is_all=not names)
    except OSError as error:
        raise _output_fault(out / PACKS, error) from error


def _replace_packs(
    folder: Path, by_recipient: Mapping[str, Mapping[str, bytes]], *, is_all: bool
) -> tuple[Path, ...]:
    """The packs written; when all were, those that an earlier run made and this one did not go."""
    if not by_recipient and not folder.is_dir():
        return ()
    folder.mkdir(parents=True, exist_ok=True)
    packs = tuple(_write_pack(folder, *item) for item in sorted(by_recipient.items()))
    listing = folder / CHECKSUMS
    earlier = {row[66:] for row in _lines(listing)}
    current = {path.name for path in packs}
    stale = {name for name in earlier - current if Path(name).name == name} if is_all else set()
    for name in stale:
        (folder / name).unlink(missing_ok=True)
    kept = {name: folder / name for name in (earlier - stale) | current}
    sums = {name: _sha256(path.read_bytes()) for name, path in kept.items() if path.is_file()}
    _write_atomically(listing, _checksums(sums))
    return packs


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.is_file() else []


def _read_built(folder: Path) -> tuple[dict[str, Any], dict[str, bytes]]:
    try:
        manifest = json.loads((folder / MANIFEST).read_bytes())
        files = {name: (folder / name).read_bytes() for name in manifest["files"]}
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(
            f"{folder} 里没有完整的成品，先运行 banxin build",
            f"{folder} holds no complete build; run `banxin build` first",
        ) from error
    changed = [name for name, data in files.items() if _sha256(data) != manifest["files"][name]]
    if changed:
        raise UsageError(
            f"{folder / changed[0]} 在构建之后被改动过，重新运行 banxin build 再打包",
            f"{folder / changed[0]} was changed after it was built; run `banxin build` again",
        )
    return manifest, {**files, MANIFEST: (folder / MANIFEST).read_bytes()}


def _write_pack(folder: Path, recipient: str, files: Mapping[str, bytes]) -> Path:
    sums = _checksums({name: _sha256(data) for name, data in files.items()})
    path = folder / f"{file_stem(recipient, '.zip')}.zip"
    _write_atomically(path, write_zip({**files, CHECKSUMS: sums}))
    return path
