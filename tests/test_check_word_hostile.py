"""A hostile or broken .docx ends in a diagnostic that says why, and never in an exception."""

import io
import struct
import zipfile
from pathlib import Path

import pytest

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.inspect.word import read_word
from pipeline.load.archive import read_zip, write_zip
from pipeline.messages import Lang
from pipeline.template.ooxml import R
from pipeline.template.package import find_unsafe_content
from tests.word_files import PATH, line, opened, p, word_file

SOUND = word_file(p("甲"))
DOCUMENT = "word/document.xml"


def refused(data: bytes) -> Diagnostic:
    file, diagnostics = read_word(data, PATH)
    assert file is None
    (diagnostic,) = diagnostics
    for lang in Lang:
        assert diagnostic.message(lang)
        assert diagnostic.hint(lang)
    return diagnostic


def with_parts(**parts: bytes) -> bytes:
    names = {name.replace("__", "/").replace("_dot_", "."): text for name, text in parts.items()}
    return write_zip({**read_zip(SOUND), **names})


def changed(before: bytes, after: bytes) -> bytes:
    files = read_zip(SOUND)
    assert before in files[DOCUMENT]
    return write_zip({**files, DOCUMENT: files[DOCUMENT].replace(before, after)})


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"%PDF-1.4\n",
        "这不是文件".encode(),
        SOUND[: len(SOUND) // 2],
        SOUND[:-10],
        write_zip({"a.txt": b"a"}),
    ],
    ids=["empty", "a mark", "a pdf", "text", "half", "no end", "another zip"],
)
def test_what_is_no_word_file_is_damaged(data: bytes) -> None:
    assert refused(data).code == "document-damaged"


def test_a_damaged_stream_is_damaged_and_for_a_template_unsafe() -> None:
    data = bytearray(SOUND)
    start = data.index(DOCUMENT.encode()) + len(DOCUMENT)
    data[start : start + 40] = b"\xff" * 40
    assert refused(bytes(data)).code == "document-damaged"
    assert [d.code for d in find_unsafe_content(bytes(data), Path("word.docx"))] == [
        "template-unsafe"
    ]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (b"<w:document", DOCUMENT),
        (b"<a/>", DOCUMENT),
        (b"<a>" * 100_000, DOCUMENT),
        (b"\xff\xfe\x00", DOCUMENT),
        (b"<w:styles", "word/styles.xml"),
    ],
    ids=["cut short", "another root", "too deep", "no text", "styles"],
)
def test_broken_xml_is_damaged(text: bytes, part: str) -> None:
    assert refused(write_zip({**read_zip(SOUND), part: text})).code == "document-damaged"


def test_xml_nested_beyond_the_limit_is_damaged() -> None:
    depth = 5_000
    body = b"<w:sdt><w:sdtContent>" * depth + b"</w:sdtContent></w:sdt>" * depth
    assert refused(changed(b"<w:p>", body + b"<w:p>")).code == "document-damaged"


def test_an_ole_file_is_of_the_old_format_or_protected() -> None:
    mark = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000)
    assert refused(mark).code == "document-old-format"
    assert refused(mark + "EncryptedPackage".encode("utf-16-le")).code == "document-encrypted"


def test_encrypted_entries_are_protected() -> None:
    data = bytearray(SOUND)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    assert refused(bytes(data)).code == "document-encrypted"


def zipped(entries: list[tuple[str, bytes]]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in entries:
            archive.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_two_parts_of_one_name_are_damaged() -> None:
    files = list(read_zip(SOUND).items())
    assert refused(zipped([*files, files[0]])).code == "document-damaged"


def test_a_zip_bomb_is_too_large() -> None:
    data = zipped([*read_zip(SOUND).items(), ("word/media/a.bmp", bytes(20_000_000))])
    assert refused(data).code == "document-too-large"


def test_a_part_too_large_is_refused_though_it_packs_badly() -> None:
    noise = bytes(range(256)) * 4
    text = b"".join(bytes([i % 251]) + noise for i in range(30_000))
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, inner in [*read_zip(SOUND).items(), ("customXml/item1.xml", text)]:
            archive.writestr(name, inner)
    assert refused(data.getvalue()).code == "document-too-large"


def test_too_many_parts_are_too_large() -> None:
    data = zipped([*read_zip(SOUND).items(), *((f"a{i}", b"") for i in range(2_001))])
    assert refused(data).code == "document-too-large"


def test_a_size_that_lies_is_damaged() -> None:
    data = bytearray(SOUND)
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(DOCUMENT.encode()))
    struct.pack_into("<I", data, at + 24, 10)
    assert refused(bytes(data)).code == "document-damaged"


@pytest.mark.parametrize("mark", [b"<!DOCTYPE a>", b'<!DOCTYPE a [<!ENTITY b "c">]>'])
@pytest.mark.parametrize("name", [DOCUMENT, "customXml/item1.xml"])
def test_a_doctype_is_unsafe(mark: bytes, name: str) -> None:
    text = mark + read_zip(SOUND)[DOCUMENT]
    assert refused(write_zip({**read_zip(SOUND), name: text})).code == "document-unsafe"


def test_a_doctype_in_utf_16_is_not_read() -> None:
    text = read_zip(SOUND)[DOCUMENT].decode()
    wide = f'<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]>{text}'
    data = write_zip({**read_zip(SOUND), DOCUMENT: wide.encode("utf-16")})
    assert refused(data).code == "document-unsafe"


@pytest.mark.parametrize(
    "name",
    ["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"],
)
def test_what_can_act_is_unsafe(name: str) -> None:
    diagnostic = refused(write_zip({**read_zip(SOUND), name: b"a"}))
    assert diagnostic.code == "document-unsafe"
    assert name in diagnostic.message(Lang.ZH)


def link(kind: str, target: str) -> bytes:
    text = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{R}/{kind}" TargetMode="External" Target="{target}"/>'
        "</Relationships>"
    )
    return write_zip({**read_zip(SOUND), "word/_rels/settings.xml.rels": text.encode()})


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("attachedTemplate", "https://example.com/a.dotm"),
        ("attachedTemplate", "file://server/share/a.dotm"),
        ("attachedTemplate", r"\\server\share\a.dotm"),
        ("image", "https://example.com/a.png"),
        ("oleObject", "file:///C:/a.xlsx"),
        ("frame", "https://example.com/"),
    ],
)
def test_what_word_would_fetch_is_unsafe(kind: str, target: str) -> None:
    assert refused(link(kind, target)).code == "document-unsafe"


@pytest.mark.parametrize(
    ("kind", "target"),
    [
        ("hyperlink", "https://example.com/"),
        ("attachedTemplate", "file:///C:/Users/a/Normal.dotm"),
        ("attachedTemplate", r"C:\Users\a\Normal.dotm"),
    ],
)
def test_a_hyperlink_and_a_template_of_the_own_disk_are_accepted(kind: str, target: str) -> None:
    assert opened(link(kind, target)).seen.looks[0].text == "甲"


def test_the_workbook_of_a_chart_is_accepted() -> None:
    data = write_zip({**read_zip(SOUND), "word/embeddings/Microsoft_Excel_Sheet1.xlsx": b"a"})
    assert opened(data).seen.looks[0].text == "甲"


def test_a_strict_file_is_read_like_any_other() -> None:
    files = read_zip(SOUND)
    strict = {
        name: text.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        ).replace(b'w:w="11906"', b'w:w="210mm"')
        for name, text in files.items()
    }
    file = opened(write_zip(strict))
    assert file.seen.looks[0].text == "甲"
    assert file.sections[0].width_mm == pytest.approx(210)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"<w:t ", b'<w:tab/><w:sym w:char="zz"/><w:t '),
        (b"<w:pPr>", b'<w:pPr><w:ind w:left="99999999999999999999"/><w:spacing w:line="-1"/>'),
        (b"<w:pPr>", b'<w:pPr><w:spacing w:line="0" w:lineRule="exact"/>'),
        (b"<w:rPr>", b'<w:rPr><w:sz w:val="0"/><w:spacing w:val="-9999"/>'),
        (b"<w:rPr>", b'<w:rPr><w:sz w:val="1e400"/><w:color w:val="x"/>'),
        (b"<w:rPr>", b'<w:rPr><w:rStyle w:val="none"/>'),
        (b'w:w="11906"', b'w:w="0"'),
        (b'w:w="11906"', b'w:w="-11906"'),
        (b"<w:sectPr>", b'<w:sectPr><w:docGrid w:type="lines" w:linePitch="-3"/>'),
        (b"<w:sectPr>", b'<w:sectPr><w:docGrid w:type="lines" w:linePitch="1"/>'),
        (b"<w:p>", b"<w:tbl/><w:tbl><w:tr/></w:tbl><w:tbl><w:tr><w:tc/></w:tr></w:tbl><w:p>"),
        (b"<w:r>", b'<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r>'),
        (b"<w:r>", b"<w:r><w:drawing/><w:pict/><w:drawing><wp:anchor/></w:drawing></w:r><w:r>"),
        (b"<w:r>", b'<w:r><w:pict><v:line from="a" to=""/></w:pict></w:r><w:r>'),
        (b"<w:p>", b"<mc:AlternateContent/><w:sdt/><w:p>"),
        (b"<w:rPr>", '<w:rPr><w:color w:val="　"/>'.encode()),
    ],
)
def test_values_that_make_no_sense_are_read_over(before: bytes, after: bytes) -> None:
    assert "甲" in opened(changed(before, after)).seen.looks[-1].text


def test_a_colour_that_is_none_is_black() -> None:
    (rule,) = opened(word_file(p(line(5_616_000, color="\u3000")))).seen.lines
    assert rule.color == "000000"


def test_boxes_in_boxes_are_each_read_once() -> None:
    inner = p("丙")
    for _ in range(12):
        box = f"<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx></wps:wsp>"
        inner = p(f"<w:drawing><wp:anchor>{box}</wp:anchor></w:drawing>")
    assert [look.text for look in opened(word_file(inner)).seen.looks] == ["丙"]
