"""What programs and offices put on pages beside the text is reported as what it is, and once."""

import pytest

from pipeline.inspect.judge import Case, judge
from pipeline.inspect.roles import recognise
from pipeline.model.standard import FontRole
from tests.drawn_pdf import Bar, Item, Photo, Text, draw, line
from tests.pdf_reading import FULL, OFFICE, body_page, judged, read


def overflows(*pages: list[Item]) -> list[tuple[int | None, str]]:
    found = judged(read(draw(*pages)))
    return [(f.spot.page, f.found.zh) for f in found if f.rule_id == "P05-overflow"]


def grid(left: float, right: float) -> list[Item]:
    """A table of one cell."""
    level: list[Item] = [Bar(left, y, right - left, 0.2) for y in (120, 140)]
    return [*level, *(Bar(x, 120, 0.2, 20) for x in (left, right - 0.2))]


@pytest.mark.parametrize(
    ("out_mm", "reported"), [(1.9, []), (2.5, [(1, "表格超出 2.5 毫米")])], ids=["padding", "wider"]
)
def test_a_table_may_hang_out_by_the_padding_of_its_cells(
    out_mm: float, reported: list[tuple[int, str]]
) -> None:
    assert overflows([*body_page(5), *grid(28 - out_mm, 184 + out_mm)]) == reported


def test_it_is_said_what_stands_outside_the_type_area() -> None:
    photo = Photo(150, 120, 44, 20)
    assert overflows([*body_page(5), photo]) == [(1, "图片超出 10.0 毫米")]
    assert overflows([*body_page(5), Text(100, 150, FULL[:20])])[0][1].startswith("文字超出 ")


def test_a_running_head_is_reported_once_and_hides_nothing_else() -> None:
    logo = Photo(31, 13, 60, 12)
    pages = [[logo, *body_page(22)], [logo, *body_page(22)], [logo, line(1, "成效。")]]
    assert overflows(*pages) == [(1, "图片超出 24.0 毫米")]
    pages[1].append(Photo(150, 120, 44, 20))
    assert overflows(*pages) == [(1, "图片超出 24.0 毫米"), (2, "图片超出 10.0 毫米")]


def test_a_picture_above_the_text_of_one_page_is_reported_there() -> None:
    pages = [body_page(22), [Photo(31, 13, 60, 12), *body_page(22)], [line(1, "成效。")]]
    assert [page for page, _ in overflows(*pages)] == [2]


@pytest.mark.parametrize(("width", "height"), [(297, 210), (210, 297)], ids=["wide", "upright"])
def test_the_place_of_a_number_on_a_landscape_page_is_not_judged(width: int, height: int) -> None:
    is_landscape = width > height
    number = Text(40, height - 27, "— 2 —", 14, FontRole.SONGTI, tracking=0)
    seen = read(draw([*body_page(5), number], width=width, height=height)).seen
    assert [one.is_turned for one in seen.page_numbers] == [is_landscape]
    found = {finding.rule_id for finding in judge(Case(seen, recognise(seen), OFFICE))}
    numbers = {rule_id for rule_id in found if rule_id.startswith("N")}
    assert numbers == {"N04-sequence"} if is_landscape else numbers >= {"N04-sequence", "N03-side"}


def test_a_page_without_words_is_reported() -> None:
    blank = judged(read(draw([Bar(28, 100, 156, 0.5)])))
    assert "X09-empty" in {finding.rule_id for finding in blank}
    assert "X09-empty" not in {finding.rule_id for finding in judged(read(draw(body_page(3))))}


BARS = [Bar(40 + 25 * n, 150 - 8 * n, 10, 20 + 8 * n, "#2f4b6e") for n in range(4)]
LABELS = [Text(38 + 25 * n, 176, "县电视台", size=10.5) for n in range(4)]


def test_the_labels_of_a_chart_without_a_tag_are_no_text() -> None:
    (sheet,) = read(draw([*body_page(8), *BARS, *LABELS])).sheets
    assert not any("县电视台" in row.text for row in sheet.lines)
    ((left, top, right, bottom),) = [picture.box_mm for picture in sheet.pictures]
    assert (left < 40, right > 125) == (True, True)
    assert top < 127
    assert bottom > 173


def test_small_print_beside_no_chart_stays_text() -> None:
    for shapes in ([], BARS[:1], [Bar(bar.x, bar.y, 10, 20, "#d9d9d9") for bar in BARS]):
        (sheet,) = read(draw([*body_page(8), *shapes, *LABELS])).sheets
        assert any("县电视台" in row.text for row in sheet.lines)
        assert not sheet.pictures


KAI, FANG, SONG = FontRole.KAITI, FontRole.FANGSONG, FontRole.SONGTI


@pytest.mark.parametrize(
    ("names", "reported"),
    [
        ([("周", KAI), ("××", FANG)], []),
        ([("周", KAI), ("明", SONG)], []),
        ([("周", FANG), ("××", FANG)], ["仿宋“周××”"]),
        ([("周明", KAI), ("吴小立", FANG)], ["仿宋“吴小立”"]),
    ],
    ids=["crosses", "rare", "plain", "two"],
)
def test_what_the_face_of_a_signer_lacks_is_not_reported(
    names: list[tuple[str, FontRole]], reported: list[str]
) -> None:
    page: list[Item] = [line(1, "吴广发〔2008〕12号", 1), line(1, "签发人：", 17)]
    start = 21
    for words, role in names:
        page.append(line(1, words, start, role=role))
        start += len(words)
    seen = read(draw([*page, *body_page(5, start=4)])).seen
    found = judge(Case(seen, recognise(seen), OFFICE))
    assert [one.found.zh for one in found if one.rule_id == "H07-font"] == reported
