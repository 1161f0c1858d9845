"""Tables: header rows unfold, columns get room for what stands in them."""

from typing import Any

import pytest

from pipeline.compose.tables import compose_table
from pipeline.figures.facts import settle
from pipeline.model.report import TableInput
from pipeline.model.standard import PROFILES


def table(columns: list[Any], rows: list[list[str]], **more: Any) -> Any:
    source = TableInput.model_validate({"列": columns, "行": rows, **more})
    return compose_table(source, "表", settle({}).facts, PROFILES["office"])


def test_merged_headers_become_rows_with_spans() -> None:
    found = table(
        ["序号", {"名称": "责任落实", "列": ["科室", {"名称": "人", "列": ["甲", "乙"]}]}], []
    )
    spans = [[(c.text, c.column_span, c.row_span) for c in row] for row in found.header]
    assert spans == [
        [("序号", 1, 3), ("责任落实", 3, 1)],
        [("科室", 1, 2), ("人", 2, 1)],
        [("甲", 1, 1), ("乙", 1, 1)],
    ]


def test_widths_are_shares_and_the_longest_column_gets_most_room() -> None:
    found = table(["序号", "内容"], [["1", "深入乡镇了解群众收听收看的情况" * 3], ["2", "短"]])
    assert sum(found.widths) == pytest.approx(1)
    assert found.widths[1] > 3 * found.widths[0]


def test_given_widths_are_kept() -> None:
    assert table(["甲", "乙"], [["1", "2"]], 列宽=["1", "3"]).widths == (0.25, 0.75)


def test_short_columns_are_centred_and_long_ones_are_not() -> None:
    row = table(["序号", "内容"], [["1", "深入乡镇了解情况并形成报告"]]).rows[0]
    assert [cell.align for cell in row] == ["center", "left"]


def test_a_table_without_rows_still_has_its_columns() -> None:
    found = table(["甲", "乙", "丙"], [])
    assert len(found.widths) == 3
    assert found.rows == ()


def test_a_number_is_never_broken_by_a_narrow_column() -> None:
    rows = [["深入乡镇了解群众收听收看的情况" * 5, "1234567890"]]
    found = table(["内容", "数"], rows)
    points = found.widths[1] * PROFILES["office"].page.text_width_pt
    assert points >= 10 * 6


TEXT_CHARS = PROFILES["office"].page.text_width_pt / 12


def test_a_head_of_two_characters_is_whole_whatever_widths_are_given() -> None:
    rows = [["1", "深入乡镇了解群众收听收看的情况" * 5, "甲"]]
    found = table(["序号", "内容", "备注"], rows, 列宽=["1", "30", "1"])
    padding = 2 * PROFILES["office"].rules.table_padding_x_pt / 12
    assert found.header[0][0].text == "序号"
    for index in (0, 2):
        assert found.widths[index] * TEXT_CHARS - padding >= 2
    assert sum(found.widths) == pytest.approx(1)


def test_widths_that_leave_room_for_every_head_are_kept_to_the_digit() -> None:
    found = table(["序号", "内容"], [["1", "乙"]], 列宽=["1", "6"])
    assert found.widths == (1 / 7, 6 / 7)


def test_a_long_latin_word_has_room_where_there_is_some() -> None:
    word = "tongji-2026.xlsx#Sheet1!"
    found = table(["序号", "来源", "说明"], [["1", word, "深入乡镇了解群众收听情况" * 4]])
    assert found.widths[1] * TEXT_CHARS >= len(word) / 2


def test_a_latin_word_as_wide_as_the_page_leaves_room_to_the_other_columns() -> None:
    word = "a" * 90
    rows = [[str(n), word, "基本情况，第1页\n取得成效，第2页"] for n in range(1, 9)]
    found = table(["序号", "来源", "出现位置"], rows)
    padding = 2 * PROFILES["office"].rules.table_padding_x_pt / 12
    assert found.widths[0] * TEXT_CHARS - padding >= 2
    assert found.widths[2] * TEXT_CHARS - padding >= 8


def test_lines_that_an_author_ended_are_counted_as_lines() -> None:
    lines = "\n".join(["集中学习"] * 6)
    found = table(["做法", "说明"], [[lines, "深入乡镇了解群众收听收看的情况" * 4]] * 3)
    assert found.widths[0] < found.widths[1] / 2
