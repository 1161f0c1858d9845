"""The pictures of a document's pages, and where on them its findings stand."""

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from PIL import Image

from pipeline.inspect.examine import Examination
from pipeline.inspect.finding import find, mm
from pipeline.inspect.guard import Guard, WorkerLimits
from pipeline.inspect.office import word_to_pdf
from pipeline.inspect.pages import PageImages, draw_page_images
from pipeline.inspect.word import without_character_grid
from pipeline.load.archive import read_zip, write_zip
from pipeline.model.standard import PT_PER_MM
from tests import hostile
from tests.test_check_command import draft

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard() as guard:
        yield guard


def examined(guard: Guard, data: bytes, name: str) -> Examination:
    examination, diagnostics = guard.examine(data, Path(name))
    assert examination is not None, diagnostics
    return examination


@pytest.fixture(scope="module")
def drawn(guard: Guard) -> tuple[Examination, PageImages]:
    """A Word file with faults, and its pages."""
    data = draft()
    examination = examined(guard, data, "甲.docx")
    return examination, draw_page_images(data, examination, guard)


def test_a_paragraph_of_a_word_file_is_found_on_its_page_by_its_words(
    drawn: tuple[Examination, PageImages],
) -> None:
    examination, images = drawn
    assert [picture.page for picture in images.pictures] == [1]
    assert "LibreOffice" in images.remark.zh
    tops: dict[int, float] = {}
    for mark in images.marks:
        left, top, right, bottom = mark.box_mm
        assert 0 < left < right < 210
        assert 0 < bottom - top < 15
        number = examination.findings[mark.finding].spot.paragraph
        assert number is not None
        assert tops.setdefault(number, top) == top
    assert set(tops) == {1, 2, 3, 4, 5}
    assert [tops[number] for number in sorted(tops)] == sorted(tops.values())


def test_a_finding_of_a_whole_document_has_no_place(drawn: tuple[Examination, PageImages]) -> None:
    examination, images = drawn
    whole = {i for i, one in enumerate(examination.findings) if one.spot.paragraph is None}
    assert whole
    assert not whole & {mark.finding for mark in images.marks}


LINE_MM = 579 / 20 / PT_PER_MM


def on_a_grid(type_: str, char_space: int, *, size_pt: float = 16) -> bytes:
    """Ninety 汉字 in a type area of 156 mm."""
    word = docx.Document()
    section = word.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    (grid,) = section._sectPr.iterchildren(qn("w:docGrid"))
    for name, value in (("type", type_), ("linePitch", "579"), ("charSpace", str(char_space))):
        grid.set(qn(f"w:{name}"), value)
    word.add_paragraph().add_run("字" * 90).font.size = Pt(size_pt)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("type_", ["linesAndChars", "snapToChars"])
def test_a_grid_of_characters_gives_28_of_them_on_a_line(type_: str, guard: Guard) -> None:
    gridless = without_character_grid(on_a_grid(type_, -849))
    examination = examined(guard, word_to_pdf(gridless), "甲.pdf")
    (look,) = [look for look in examination.seen.looks if look.text.startswith("字")]
    assert [len(row.text) for row in look.rows] == [28, 28, 28, 6]


def test_what_has_no_grid_of_characters_stays_as_it_is() -> None:
    lines = on_a_grid("lines", 0)
    assert without_character_grid(lines) == lines
    assert without_character_grid(b"PK") == b"PK"
    assert without_character_grid(b"") == b""
    torn = write_zip({**read_zip(lines), "word/styles.xml": b"<w:styles"})
    assert without_character_grid(torn) == torn


def test_the_pictures_are_drawn_without_the_grid_of_characters(guard: Guard) -> None:
    data = on_a_grid("linesAndChars", -849)
    images = draw_page_images(data, examined(guard, data, "甲.docx"), guard)
    _, top, _, bottom = next(mark.box_mm for mark in images.marks)
    assert (bottom - top) / LINE_MM == pytest.approx(4, abs=0.5)


def test_a_page_is_a_picture_of_its_own_shape(guard: Guard) -> None:
    data = hostile.pages(2)
    images = draw_page_images(data, examined(guard, data, "甲.pdf"), guard)
    for sheet in images.pictures:
        assert (sheet.width_mm, sheet.height_mm) == pytest.approx((209.9, 297.0), abs=0.1)
        picture = Image.open(io.BytesIO(sheet.png))
        assert picture.width / picture.height == pytest.approx(595 / 842, abs=0.002)
        darkest, lightest = picture.convert("L").getextrema()
        assert (darkest, lightest) == (pytest.approx(0, abs=60), 255)
    assert images.remark.zh == ""


def test_of_a_long_document_the_pages_with_findings_are_shown(guard: Guard) -> None:
    data = hostile.pages(70)
    examination = examined(guard, data, "甲.pdf")
    spot = examination.findings[0].spot
    found = tuple(
        find("Q01-start", replace(spot, page=page, box_mm=(28, 37, 60, 45)), mm(1), mm(2))
        for page in (9, 68)
    )
    images = draw_page_images(data, replace(examination, findings=found), guard)
    assert [picture.page for picture in images.pictures] == [1, 9, 68]
    assert "70" in images.remark.zh


def test_pages_that_take_too_long_to_draw_are_reported(guard: Guard) -> None:
    data = hostile.many_rules()
    examination = examined(guard, hostile.pages(1), "甲.pdf")
    with Guard(WorkerLimits(seconds=0.001)) as hasty:
        images = draw_page_images(data, examination, hasty)
    assert images.pictures == ()
    assert "秒还没有检查完" in images.remark.zh
