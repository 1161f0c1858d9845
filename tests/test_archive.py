"""May this zip be opened: one answer, whichever door a stranger's file comes in by."""

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.inspect.word.read import read_word
from pipeline.load.archive import (
    Limits,
    OpenedZip,
    ZipFault,
    ZipRule,
    open_zip,
    read_zip,
    write_zip,
)
from pipeline.load.sheets import Book, read_book_bytes
from pipeline.messages import Lang
from pipeline.template.package import find_unsafe_content
from tests.samples import ROOT
from tests.sheet_files import book, save

Files = Mapping[str, bytes]

WORD = read_zip((ROOT / "templates/summary/word.docx").read_bytes())
SHEET = read_zip(save(book([["街道", "册次"], ["城关", 12]])))


def _word(data: bytes) -> tuple[Diagnostic, ...]:
    return read_word(data, Path("总结.docx"))[1]


def _sheet(data: bytes) -> tuple[Diagnostic, ...]:
    read = read_book_bytes(data, Path("台账.xlsx"))
    return () if isinstance(read, Book) else (read,)


def _template(data: bytes) -> tuple[Diagnostic, ...]:
    return find_unsafe_content(data, Path("word.docx"))


Door = Callable[[bytes], tuple[Diagnostic, ...]]
DOORS: dict[str, tuple[Door, Files, str, dict[ZipRule, str]]] = {
    "document": (
        _word,
        WORD,
        "word/document.xml",
        {
            ZipRule.TOO_LARGE: "document-too-large",
            ZipRule.ENCRYPTED: "document-encrypted",
            ZipRule.DAMAGED: "document-damaged",
        },
    ),
    "sheet": (
        _sheet,
        SHEET,
        "xl/workbook.xml",
        {
            ZipRule.TOO_LARGE: "sheet-too-large",
            ZipRule.ENCRYPTED: "sheet-encrypted",
            ZipRule.DAMAGED: "sheet-damaged",
        },
    ),
    "template": (
        _template,
        WORD,
        "word/document.xml",
        dict.fromkeys(ZipRule, "template-unsafe"),
    ),
}


def packed(
    files: Files, *more: tuple[str | zipfile.ZipInfo, bytes], method: int = zipfile.ZIP_DEFLATED
) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two of one name
        for name, text in (*files.items(), *more):
            archive.writestr(name, text)
    return buffer.getvalue()


def patched(data: bytes, name: str, offset: int, code: str, value: int) -> bytes:
    """The zip with one number of an entry's row in the directory changed."""
    changed = bytearray(data)
    at = changed.rindex(b"PK\x01\x02", 0, changed.rindex(name.encode()))
    struct.pack_into(code, changed, at + offset, value)
    return bytes(changed)


def flagged(data: bytes, bits: int) -> bytes:
    changed = bytearray(data)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = changed.find(mark)
        while at >= 0:
            flags = int.from_bytes(changed[at + offset : at + offset + 2], "little")
            struct.pack_into("<H", changed, at + offset, flags | bits)
            at = changed.find(mark, at + 4)
    return bytes(changed)


def link(files: Files, _: str) -> bytes:
    info = zipfile.ZipInfo("word/media/a.png")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return packed(files, (info, b"/etc/passwd"))


def huge_by_zip64(files: Files, _: str) -> bytes:
    """The directory says in its 64-bit field that the entry unpacks to 2 ** 60 bytes."""
    info = zipfile.ZipInfo("a.xml")
    info.extra = struct.pack("<HHQ", 1, 8, 2**60)
    return patched(packed(files, (info, b"<a/>")), "a.xml", 24, "<L", 0xFFFFFFFF)


NOISE = random.Random(1).randbytes(20_000)

HOSTILE: dict[str, tuple[Callable[[Files, str], bytes], ZipRule]] = {
    "LZMA": (lambda files, _: packed(files, method=zipfile.ZIP_LZMA), ZipRule.DAMAGED),
    "BZIP2": (lambda files, _: packed(files, method=zipfile.ZIP_BZIP2), ZipRule.DAMAGED),
    "an unknown method": (
        lambda files, name: patched(packed(files), name, 10, "<H", 97),
        ZipRule.DAMAGED,
    ),
    "encrypted": (lambda files, _: flagged(packed(files), 0x1), ZipRule.ENCRYPTED),
    "an encrypted directory": (lambda files, _: flagged(packed(files), 0x2000), ZipRule.ENCRYPTED),
    "one name twice": (lambda files, name: packed(files, (name, files[name])), ZipRule.DAMAGED),
    "one name in two cases": (
        lambda files, name: packed(files, (name.title(), b"<a/>")),
        ZipRule.DAMAGED,
    ),
    "a bomb": (lambda files, _: packed(files, ("a.bmp", bytes(20_000_000))), ZipRule.TOO_LARGE),
    "a bomb whose packed size lies": (
        lambda files, _: patched(
            packed(files, ("a.bmp", bytes(20_000_000))), "a.bmp", 20, "<L", 19_000_000
        ),
        ZipRule.TOO_LARGE,
    ),
    "too much of all": (
        lambda files, _: packed(files, *((f"{n}.bin", NOISE * 100) for n in range(101))),
        ZipRule.TOO_LARGE,
    ),
    "too many": (
        lambda files, _: packed(files, *((f"a{n}", b"") for n in range(2_001))),
        ZipRule.TOO_LARGE,
    ),
    "a size too small": (
        lambda files, name: patched(packed(files), name, 24, "<L", 10),
        ZipRule.DAMAGED,
    ),
    "a size too large": (
        lambda files, name: patched(packed(files), name, 24, "<L", len(files[name]) + 10),
        ZipRule.DAMAGED,
    ),
    "another checksum": (
        lambda files, name: patched(packed(files), name, 16, "<L", 1),
        ZipRule.DAMAGED,
    ),
    "a place beyond the end": (
        lambda files, name: patched(packed(files), name, 42, "<L", 0x7FFFFFFF),
        ZipRule.DAMAGED,
    ),
    "2 ** 60 bytes by zip64": (huge_by_zip64, ZipRule.TOO_LARGE),
    "a link": (link, ZipRule.DAMAGED),
    "a path from the root": (lambda files, _: packed(files, ("/etc/a", b"a")), ZipRule.DAMAGED),
    "a path to a drive": (lambda files, _: packed(files, ("C:/a", b"a")), ZipRule.DAMAGED),
    "a path upwards": (lambda files, _: packed(files, ("word/../../a", b"a")), ZipRule.DAMAGED),
    "a path upwards by backslashes": (
        lambda files, _: packed(files, ("word\\..\\a", b"a")),
        ZipRule.DAMAGED,
    ),
    "cut short": (lambda files, _: packed(files)[:-30], ZipRule.DAMAGED),
    "half of it": (lambda files, _: packed(files)[: len(packed(files)) // 2], ZipRule.DAMAGED),
    "only the mark of a zip": (lambda _, __: b"PK\x03\x04", ZipRule.DAMAGED),
}


@pytest.mark.slow
@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_zip_is_refused_alike_at_every_door(name: str, door: str) -> None:
    make, rule = HOSTILE[name]
    read, files, main, codes = DOORS[door]
    data = make(files, main)
    fault = open_zip(data, Limits())
    assert isinstance(fault, ZipFault)
    assert fault.rule is rule
    (found,) = read(data)
    assert found.code == codes[rule]
    for lang, words in ((Lang.ZH, fault.zh), (Lang.EN, fault.en)):
        assert rule is ZipRule.ENCRYPTED or words in found.message(lang)
        assert fault.limit in found.message(lang)


def _comment(files: Files, junk: bytes) -> bytes:
    buffer = io.BytesIO(packed(files))
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.comment = junk
    return buffer.getvalue()


def _zip64(files: Files) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            with archive.open(zipfile.ZipInfo(name), "w", force_zip64=True) as part:
                part.write(text)
    return buffer.getvalue()


ODD: dict[str, Callable[[Files], bytes]] = {
    "stored": lambda files: packed(files, method=zipfile.ZIP_STORED),
    "a comment": lambda files: _comment(files, b"made elsewhere"),
    "junk in the comment": lambda files: _comment(files, b"PK\x05\x06" + NOISE[:500]),
    "64-bit sizes": _zip64,
    "folders of their own": lambda files: packed(files, ("word/", b""), ("xl/", b"")),
    "a picture": lambda files: packed(files, ("word/media/a.png", NOISE)),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("name", ODD)
def test_an_odd_zip_is_opened_alike_at_every_door(name: str, door: str) -> None:
    read, files, _, _ = DOORS[door]
    data = ODD[name](files)
    assert isinstance(open_zip(data, Limits()), OpenedZip) == (not read(data))


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("data", [packed({}), packed({"a.txt": b"a"})], ids=["empty", "another"])
def test_a_sound_zip_without_the_part_that_counts_is_refused(data: bytes, door: str) -> None:
    assert isinstance(open_zip(data, Limits()), OpenedZip)
    assert DOORS[door][0](data)


@pytest.mark.parametrize("data", [b"", b"not a zip", b"%PDF-1.4\n", NOISE])
def test_what_is_no_zip_is_damaged(data: bytes) -> None:
    fault = open_zip(data, Limits())
    assert isinstance(fault, ZipFault)
    assert fault.rule is ZipRule.DAMAGED


def test_only_what_is_wanted_is_read_and_all_is_named() -> None:
    opened = open_zip(write_zip({"a.xml": b"<a/>", "b.bin": NOISE}), Limits(), lambda n: n > "b")
    assert isinstance(opened, OpenedZip)
    assert opened.names == ("a.xml", "b.bin")
    assert opened.files == {"b.bin": NOISE}


@pytest.mark.parametrize(
    ("limits", "found"),
    [
        (Limits(file_bytes=10_000), "20,"),
        (Limits(entries=1), "2 个部件"),
        (Limits(expanded_bytes=19_999), "20,004"),
        (Limits(entry_bytes=19_999), "部件 b.bin 太大"),
        (Limits(ratio=0, ratio_floor_bytes=1), "压缩比是 0:1"),
    ],
)
def test_each_limit_holds_by_itself(limits: Limits, found: str) -> None:
    data = write_zip({"a.xml": b"<a/>", "b.bin": NOISE})
    assert isinstance(open_zip(data, Limits()), OpenedZip)
    fault = open_zip(data, limits)
    assert isinstance(fault, ZipFault)
    assert fault.rule is ZipRule.TOO_LARGE
    assert found in fault.zh


def test_a_zip_that_is_spoilt_anywhere_is_opened_or_refused() -> None:
    sound = write_zip({"[Content_Types].xml": b"<a/>" * 9, "word/文.xml": b"<b/>" * 9})
    spoil = random.Random(7)
    for _ in range(3_000):
        data = bytearray(sound)
        for _ in range(spoil.randint(1, 4)):
            at = spoil.randrange(len(data))
            data[at : at + spoil.randint(1, 8)] = spoil.choice(
                (b"\xff" * 4, b"\0" * 8, b"", spoil.randbytes(2))
            )
        found = open_zip(bytes(data), Limits())
        assert isinstance(found, OpenedZip | ZipFault)
        assert isinstance(found, OpenedZip) or (found.zh.isprintable() and found.en.isprintable())
