"""PDFs read from their geometry."""

import pikepdf
import pytest

from pipeline.inspect.pdf.faces import face_name, is_bold_face, role_of_font
from pipeline.model.standard import FontRole
from tests.drawn_pdf import LEFT_MM, PITCH_MM, Bar, Item, Text, draw, line, with_pikepdf
from tests.pdf_reading import FULL, body_page, judged, looks_of, read

# --- lines and paragraphs ---------------------------------------------------------------------


def test_a_wide_gap_in_a_line_is_a_tab_and_a_narrow_one_none() -> None:
    (look,) = looks_of([line(1, "印发机关", 1), line(1, "印发日期", 20), line(1, "2", 24.3)])
    assert look.text == "印发机关\t印发日期2"
    assert look.right_chars == pytest.approx(28 - 24.8, abs=0.1)


def test_a_raised_figure_belongs_to_its_line() -> None:
    raised = Text(LEFT_MM + 17, 43.2, "2", size=9)
    (look,) = looks_of([line(1, "面积米"), raised, line(1, "以上", 3.4)])
    assert look.text == "面积米2以上"
    assert [span.size_pt for span in look.spans] == [16, 9, 16]


def test_a_paragraph_goes_on_overleaf_where_its_last_line_is_full() -> None:
    looks = looks_of(
        [line(20, FULL[2:-1] + "。", 2), line(21, "深入贯彻", 2), *body_page(1, start=22)],
        [line(1, "成效。"), line(2, "下一段", 2)],
    )
    assert [look.text for look in looks] == [
        FULL[2:-1] + "。",
        "深入贯彻",
        FULL + "成效。",
        "下一段",
    ]
    looks = looks_of(
        [line(21, FULL[2:], 2), *body_page(1, start=22)], [line(1, "成效。"), line(2, "下一段", 2)]
    )
    assert [look.text for look in looks] == [FULL[2:] + FULL + "成效。", "下一段"]
    assert [row.page for row in looks[0].rows] == [1, 1, 2]
    assert not looks[1].starts_page


def test_a_line_set_in_by_two_characters_begins_a_paragraph_even_behind_a_full_one() -> None:
    ended = FULL[:-1] + "。"
    looks = looks_of([line(1, ended[2:], 2), line(2, ended), line(3, ended[2:], 2), line(4, FULL)])
    assert [len(look.rows) for look in looks] == [2, 2]


def test_a_block_that_is_set_in_as_a_whole_is_one_paragraph() -> None:
    others = [line(1, FULL[2:], 2), line(2, FULL), line(3, FULL), line(4, "成效。")]
    block = [line(number, FULL[2:], 2) for number in range(5, 9)]
    looks = looks_of([*others, *block])
    assert [len(look.rows) for look in looks] == [4, 4]
    assert looks[1].left_chars == pytest.approx(2, abs=0.1)


def test_turned_lines_under_a_name_belong_to_it() -> None:
    looks = looks_of(
        [
            *body_page(3),
            line(4, "附件：" + FULL[:23], 2),
            line(5, "续行文字", 5),
            line(7, "发文机关署名", 20),
        ]
    )
    assert [look.text for look in looks[1:]] == ["附件：" + FULL[:23] + "续行文字", "发文机关署名"]
    assert looks[1].left_chars == pytest.approx(5, abs=0.1)
    assert looks[2].align == "right"
    assert looks[2].right_chars == pytest.approx(2, abs=0.1)
    assert looks[2].gap_lines == pytest.approx(1, abs=0.05)


def test_centred_lines_of_title_size_are_one_title() -> None:
    em = 22 / 72 * 25.4
    words = ["关于开展活动情况的", "报告"]
    title = [
        Text(
            106 - len(text) * em / 2,
            60 + row * PITCH_MM,
            text,
            22,
            FontRole.XIAOBIAOSONG,
            tracking=0,
        )
        for row, text in enumerate(words)
    ]
    (look,) = looks_of(list(title))
    assert look.typed_lines == tuple(words)
    assert (look.align, look.font) == ("center", FontRole.XIAOBIAOSONG)


def test_lines_that_end_unevenly_are_aligned_left() -> None:
    words = [FULL[:27], FULL[:28], FULL[:27], FULL[:28], FULL[:27], FULL[:27], "成效。"]
    looks = looks_of([line(number, text) for number, text in enumerate(words, 1)])
    assert looks[0].align == "left"
    assert len(looks[0].rows) == 7


def test_a_hung_mark_stands_outside_the_edge_that_the_lines_have() -> None:
    hung = line(2, FULL + "，")
    file = read(draw([line(1, FULL), hung, line(3, FULL), line(4, "成效。")]))
    assert file.area.right_mm == pytest.approx(184, abs=0.3)
    assert file.area.left_mm == pytest.approx(28, abs=0.1)
    assert not judged(file)


def test_one_character_in_another_face_is_no_face_of_the_text() -> None:
    heading = line(2, "一、重点工作", role=FontRole.HEITI)
    (first, second) = looks_of(
        [
            line(1, "镕"),
            line(1, "国务院", 1, role=FontRole.FANGSONG),
            line(1, "喆", 4, role=FontRole.SONGTI),
            line(1, "在会上", 5),
            heading,
        ]
    )
    assert [span.font for span in first.spans] == [FontRole.FANGSONG]
    assert [span.font for span in second.spans] == [FontRole.HEITI]


def test_text_that_nobody_sees_is_no_text() -> None:
    turned = '<text transform="rotate(-45 100 150)" x="60" y="150" font-size="20">机密</text>'
    clear = Text(60, 150, "看不见", color="rgba(0,0,0,0)")
    off = Text(250, 150, "纸外")
    small = Text(60, 160, "太小", size=0.1)

    class Watermark(Text):
        @property
        def svg(self) -> str:
            return turned

    looks = looks_of([line(1, "正文。"), clear, off, small, Watermark(0, 0, "")])
    assert [look.text for look in looks] == ["正文。"]


# --- tables, rules, pictures, page numbers ----------------------------------------------------


def grid(left: float, top: float, columns: int, rows: int) -> list[Item]:
    """A table of cells of 30 by 10 mm."""
    level = [Bar(left, top + 10 * row, 30 * columns, 0.2) for row in range(rows + 1)]
    upright = [Bar(left + 30 * column, top, 0.2, 10 * rows) for column in range(columns + 1)]
    return [*level, *upright]


def test_each_cell_of_a_table_is_a_look_of_its_own_in_the_order_of_its_rows() -> None:
    words = [
        ("甲乙", 32, 106),
        ("丙", 62, 107),
        ("丁丁", 32, 114),
        ("丁", 32, 118),
        ("戊", 62, 116),
    ]
    cells = [Text(x, y, text, size=12, tracking=0) for text, x, y in words]
    looks = looks_of([line(1, "表前。"), *grid(30, 100, 2, 2), *cells, line(12, "表后。")])
    found = [(look.text, look.in_table) for look in looks]
    assert found == [
        ("表前。", False),
        ("甲乙", True),
        ("丙", True),
        ("丁丁丁", True),
        ("戊", True),
        ("表后。", False),
    ]


def test_rules_of_a_table_are_no_rule_lines_and_pieces_of_one_rule_are_one() -> None:
    pieces: list[Item] = [Bar(28 + 52 * part, 100, 52.2, 0.35, "red") for part in range(3)]
    seen = read(
        draw([line(1, "正文。"), *pieces, *grid(30, 150, 3, 2), Bar(30, 200, 20, 0.35)])
    ).seen
    (rule,) = seen.lines
    assert (rule.color, rule.after, rule.page) == ("FF0000", 0, 1)
    assert rule.width_mm == pytest.approx(156.2, abs=0.1)
    assert rule.left_mm == pytest.approx(28, abs=0.05)
    assert rule.y_mm == pytest.approx(100.175, abs=0.02)


@pytest.mark.parametrize(
    ("words", "number", "align"),
    [("— 12 —", 12, "right"), ("第3页", 3, "center"), ("- 4 -", 4, "left"), ("IV", None, "left")],
)
def test_the_line_at_the_foot_is_the_page_number(words: str, number: int, align: str) -> None:
    x = {"right": 160, "center": 98.5, "left": 33}[align]
    foot = Text(x, 271, words, 14, FontRole.SONGTI, tracking=0)
    seen = read(draw([line(1, "正文。"), foot])).seen
    (found,) = seen.page_numbers
    assert (found.number, found.align, found.font) == (number, align, FontRole.SONGTI)
    assert [look.text for look in seen.looks] == ["正文。"]


def test_a_running_head_that_pages_repeat_is_no_text() -> None:
    pages = [
        [Text(28, 20, f"青禾县图书馆 第{page}期", 9, tracking=0), line(1, "正文。", 2)]
        for page in (1, 2)
    ]
    file = read(draw(*pages))
    assert [look.text for look in file.seen.looks] == ["正文。", "正文。"]
    assert not judged(file)


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        page.Contents.write(b"q 0 1 -1 0 595.276 0 cm " + page.Contents.read_bytes() + b" Q")
        page.mediabox = pikepdf.Array([0, 0, 595.276, 841.89])
        page.Rotate = 90

    data = draw([Text(40, 50, "横排的标题"), Bar(40, 60, 100, 0.35)], width=297, height=210)
    upright, turned = read(data), read(with_pikepdf(data, turn))
    assert turned.sheets[0].is_landscape
    assert [look.text for look in turned.seen.looks] == ["横排的标题"]
    assert turned.seen.looks[0].box_mm == pytest.approx(upright.seen.looks[0].box_mm, abs=0.1)
    assert turned.seen.lines[0].y_mm == pytest.approx(upright.seen.lines[0].y_mm, abs=0.1)
    assert {finding.rule_id for finding in judged(turned)} == {"X04-landscape"}


# --- faces ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("ABCDEF+FangSong_GB2312", FontRole.FANGSONG),
        ("STFangsong", FontRole.FANGSONG),
        ("FZFSJW--GB1-0", FontRole.FANGSONG),
        ("仿宋_GB2312", FontRole.FANGSONG),
        ("FandolFang-Regular", FontRole.FANGSONG),
        ("KaiTi_GB2312,Bold", FontRole.KAITI),
        ("LXGWWenKaiLite-Regular", FontRole.KAITI),
        ("SimHei", FontRole.HEITI),
        ("NotoSansCJKsc-Bold", FontRole.HEITI),
        ("BAAAAA+SimSun", FontRole.SONGTI),
        ("FandolSong-Regular", FontRole.SONGTI),
        ("NotoSerifCJKsc-Regular", FontRole.SONGTI),
        ("FandolSong-Bold", FontRole.XIAOBIAOSONG),
        ("NotoSerifCJKjp-Bold-VKana", FontRole.XIAOBIAOSONG),
        ("FZXiaoBiaoSong-B05S", FontRole.XIAOBIAOSONG),
        ("FZXBSJW--GB1-0", FontRole.XIAOBIAOSONG),
        ("TimesNewRomanPSMT", None),
        ("MicrosoftYaHei", None),
        ("", None),
    ],
)
def test_a_face_is_known_by_the_name_that_pdfs_give_it(name: str, role: FontRole | None) -> None:
    assert role_of_font(face_name(name)) is role


def test_xiaobiaosong_is_no_bold_face_and_a_bold_kaiti_is_one() -> None:
    assert not is_bold_face("NotoSerifCJK-Bold")
    assert is_bold_face("KaiTi_GB2312,Bold")
