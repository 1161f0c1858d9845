"""A broken or overfull .pdf ends in a diagnostic that says why, and never in an exception."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from pipeline.inspect.pdf import open_pdf
from pipeline.messages import Lang
from tests.drawn_pdf import draw, line, with_pikepdf
from tests.pdf_reading import read

SMALL = draw([line(1, "正文。")])


def code_of(data: bytes) -> str:
    file, diagnostics = open_pdf(data, Path("a.pdf"))
    assert file is None
    (diagnostic,) = diagnostics
    assert all("a.pdf" in diagnostic.message(lang) for lang in Lang)
    return diagnostic.code


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"PK\x03\x04 not a PDF", SMALL[:200], b"\x00" * 4096],
    ids=["empty", "a head only", "a zip", "cut off", "zeros"],
)
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    assert code_of(data) == "document-damaged"


def test_a_password_is_reported() -> None:
    locked = with_pikepdf(SMALL, lambda _: None, encryption=pikepdf.Encryption(user="1", owner="2"))
    assert code_of(locked) == "document-encrypted"
    owned = with_pikepdf(SMALL, lambda _: None, encryption=pikepdf.Encryption(user="", owner="2"))
    assert [look.text for look in read(owned).seen.looks] == ["正文。"]


def test_a_damaged_pdf_behind_a_locked_one_is_damaged() -> None:
    locked = with_pikepdf(SMALL, lambda _: None, encryption=pikepdf.Encryption(user="1", owner="2"))
    assert code_of(locked) == "document-encrypted"
    assert code_of(SMALL[:200]) == "document-damaged"


def test_too_many_pages_characters_or_objects_are_reported() -> None:
    def repeat(pdf: pikepdf.Pdf) -> None:
        for _ in range(500):
            pdf.pages.append(pdf.pages[0])

    def crowd(content: bytes) -> Callable[[pikepdf.Pdf], None]:
        def change(pdf: pikepdf.Pdf) -> None:
            pdf.pages[0].Contents = pdf.make_stream(content)

        return change

    boxes = b"0 0 1 1 re f\n" * 50_001
    font = b"BT /F1 1 Tf 100 100 Td (" + b"a" * 20_001 + b") Tj ET"
    assert code_of(with_pikepdf(SMALL, repeat)) == "document-too-large"
    assert code_of(with_pikepdf(SMALL, crowd(boxes))) == "document-too-large"
    assert code_of(with_pikepdf(SMALL, crowd(font))) == "document-too-large"


@pytest.mark.parametrize(
    "box", [[0, 0, 0, 0], [0, 0, 9e9, 9e9], [0, 0, 1, 1], [700, 900, 0, 0]], ids=str
)
def test_a_strange_page_is_an_answer_and_no_exception(box: list[float]) -> None:
    def resize(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].mediabox = pikepdf.Array(box)

    file, diagnostics = open_pdf(with_pikepdf(SMALL, resize), Path("a.pdf"))
    assert (file is None) == bool(diagnostics)


def test_codes_that_are_half_a_character_become_the_mark_of_an_unreadable_one() -> None:
    def garble(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                ranges = b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
                halves = b"1 beginbfrange <0000> <ffff> <d800> endbfrange\n"
                item.ToUnicode = pdf.make_stream(ranges + halves)

    file = read(with_pikepdf(draw([line(1, "正文正文。")]), garble))
    (sheet,) = file.sheets
    assert {glyph.text for row in sheet.lines for glyph in row.glyphs} == {"\ufffd"}
    assert sheet.is_mute
