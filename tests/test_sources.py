"""Figures and annex tables are read from workbooks: what comes out, and what is said of it."""

import json
from pathlib import Path
from typing import Any

import docx
import pytest

from pipeline.load.yaml import load_input
from pipeline.model.report import ColumnGroup, TableInput
from pipeline.tasks.build import Options, Outcome, build_all, check_all
from pipeline.validate import Valid, validate
from tests.samples import RULES, SHIPPED, as_yaml
from tests.sheet_files import Rows, book, first, media, save

_ROWS: Rows = [["乡镇", "册数"], ["青禾镇", 120], ["云溪镇", 80], ["合计", 200]]


def write(folder: Path, data: bytes, name: str = "表.xlsx", **fields: Any) -> Path:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(data)
    path = folder / "总结.yaml"
    path.write_bytes(as_yaml(**fields))
    return path


def outcome(path: Path) -> tuple[Valid | None, dict[str, str]]:
    """What validate makes of an input, and the places of its findings by code."""
    valid, found = validate(load_input(path), RULES)
    return valid, {fault.code: str(fault.location).replace(str(path.parent), "") for fault in found}


def figure(folder: Path, data: bytes, source: str, unit: str = "册", name: str = "表.xlsx") -> str:
    """What 【数】 shows where it is read from `source`."""
    fields = {"数据": {"数": {"单位": unit, "来源": source}}, "导语": "共【数】。"}
    valid, found = outcome(write(folder, data, name, **fields))
    assert valid is not None, found
    return valid.facts.show("数") or ""


def table(folder: Path, data: bytes, *, name: str = "表.xlsx", **fields: Any) -> TableInput:
    asked = {"来源": name, **fields}
    path = write(folder, data, name, 附件=[{"名称": "情况表", "表格": asked}])
    valid, found = outcome(path)
    assert valid is not None, found
    made = valid.report.annexes[0].table
    assert made is not None
    return made


# --- figures -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("表.xlsx#Sheet1!B2", "120册"),
        ("表.xlsx#B2", "120册"),
        ("表.xlsx#sheet1!$B$2", "120册"),
        ("表.xlsx#B2:B3", "200册"),
        ("表.xlsx#册数", "200册"),
        ("表.xlsx#Sheet1!册数", "200册"),
    ],
)
def test_a_figure_is_a_cell_a_range_or_a_column(tmp_path: Path, source: str, shown: str) -> None:
    assert figure(tmp_path, save(book(_ROWS)), source) == shown


def test_a_text_is_a_figure_only_without_a_unit(tmp_path: Path) -> None:
    rows: Rows = [["名次", "二等\n奖"]]
    assert figure(tmp_path, save(book(rows)), "表.xlsx#B1", "") == "二等奖"
    fields = {"数据": {"数": {"单位": "册", "来源": "表.xlsx#B1"}}, "导语": "共【数】。"}
    _, found = outcome(write(tmp_path, save(book(rows)), **fields))
    assert found == {"source-not-number": "/表.xlsx#Sheet1!B1"}


def test_a_column_may_be_named_by_a_year(tmp_path: Path) -> None:
    rows: Rows = [["乡镇", 2007, 2008], ["青禾镇", 1, 2], ["云溪镇", 3, 4]]
    assert figure(tmp_path, save(book(rows)), "表.xlsx#2008") == "6册"


def test_a_figure_is_shown_as_its_cell_shows_it(tmp_path: Path) -> None:
    made = book([["完成率", 0.4567], ["金额", 1234.5], ["日期", 39645], ["条数", 53]])
    codes = {"B1": "0.0%", "B2": '"¥"#,##0.00', "B3": 'yyyy"年"m"月"d"日"', "B4": '0"条"'}
    for cell, code in codes.items():
        first(made)[cell].number_format = code
    data = save(made)
    assert figure(tmp_path, data, "表.xlsx#B1", "") == "45.7%"
    assert figure(tmp_path, data, "表.xlsx#B2", "元") == "1234.50元"
    assert figure(tmp_path, data, "表.xlsx#B3", "") == "2008年7月16日"
    assert figure(tmp_path, data, "表.xlsx#B4", "条") == "53条"


def test_a_number_with_its_unit_typed_behind_it_is_counted_and_said(tmp_path: Path) -> None:
    rows: Rows = [["媒体", "条数"], ["县台", "18条"], ["网站", "２条"]]
    assert figure(tmp_path, save(book(rows)), "表.xlsx#条数", "条") == "20条"
    _, found = outcome(tmp_path / "总结.yaml")
    assert found == {"cell-number-as-text": "/表.xlsx#Sheet1!B2"}


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_list_gives_figures_too(tmp_path: Path, encoding: str) -> None:
    data = "乡镇,册数\n青禾镇,120\n云溪镇,80\n合计,200\n".encode(encoding)
    assert figure(tmp_path, data, "表.csv#册数", name="表.csv") == "200册"
    assert figure(tmp_path, data, "表.csv#B3", name="表.csv") == "80册"


def test_lines_that_are_out_of_step_are_reported_only_where_they_are_used(tmp_path: Path) -> None:
    data = "统计表\n乡镇,册数\n青禾镇,120\n云溪镇,8,0\n".encode()
    assert figure(tmp_path, data, "表.csv#B3", name="表.csv") == "120册"
    for source in ("表.csv#B4", "表.csv#B3:B4", "表.csv#册数"):
        fields = {"数据": {"数": {"单位": "册", "来源": source}}, "导语": "共【数】。"}
        _, found = outcome(write(tmp_path, data, "表.csv", **fields))
        assert found == {"csv-ragged": "/表.csv#A4"}, source


def test_what_is_added_up_needs_no_font(tmp_path: Path) -> None:
    rows: Rows = [["乡镇", "册数"], ["甲", "1\U00013000"], ["乙", 2]]
    fields = {"数据": {"数": {"单位": "\U00013000", "来源": "表.xlsx#册数"}}, "导语": "共【数】。"}
    valid, found = outcome(write(tmp_path, save(book(rows)), **fields))
    assert valid is not None, found
    assert not valid.sourced_texts


def test_an_empty_sheet_gives_no_table(tmp_path: Path) -> None:
    path = write(tmp_path, save(book([])), 附件=[{"名称": "表", "表格": {"来源": "表.xlsx"}}])
    _, found = outcome(path)
    assert set(found) == {"source-empty"}


def test_a_table_larger_than_a_report_can_have_is_refused(tmp_path: Path) -> None:
    far = book([["甲", "乙"], [1, 2]])
    first(far)["Z40000"] = 1
    path = write(tmp_path, save(far), 附件=[{"名称": "表", "表格": {"来源": "表.xlsx"}}])
    _, found = outcome(path)
    assert set(found) == {"sheet-too-large"}


def test_a_file_in_a_folder_is_named_with_either_stroke(tmp_path: Path) -> None:
    data = save(book(_ROWS))
    assert figure(tmp_path, data, "数据/表.xlsx#B2", name="数据/表.xlsx") == "120册"
    assert figure(tmp_path, data, "数据\\表.xlsx#B2", name="数据/表.xlsx") == "120册"


def test_a_value_typed_beside_its_source_must_agree(tmp_path: Path) -> None:
    for value, codes in (("120", set()), ("121", {"figure-disagrees"})):
        fields = {"数据": {"数": {"数值": value, "单位": "册", "来源": "表.xlsx#B2"}}}
        _, found = outcome(write(tmp_path, save(book(_ROWS)), 导语="共【数】。", **fields))
        assert set(found) == codes


def test_a_formula_may_use_what_was_read(tmp_path: Path) -> None:
    fields = {
        "数据": {
            "甲": {"单位": "册", "来源": "表.xlsx#B2"},
            "乙": {"单位": "册", "来源": "表.xlsx#B3"},
            "共": {"单位": "册", "公式": "甲 + 乙"},
        },
        "导语": "【甲】【乙】【共】。",
    }
    valid, found = outcome(write(tmp_path, save(book(_ROWS)), **fields))
    assert valid is not None, found
    assert valid.facts.show("共") == "200册"


def test_a_file_that_many_figures_name_is_refused_once(tmp_path: Path) -> None:
    figures = {f"数{n}": {"单位": "册", "来源": f"表.xlsx#B{n}"} for n in range(1, 5)}
    text = "".join(f"【{name}】" for name in figures)
    path = write(tmp_path, b"PK\x03\x04", 数据=figures, 导语=text)
    _, found = validate(load_input(path), RULES)
    assert [fault.code for fault in found] == ["sheet-damaged"]


# --- tables --------------------------------------------------------------------------------------


def test_a_table_is_read_with_its_merged_header_as_it_is_shown(tmp_path: Path) -> None:
    made = table(tmp_path, media(), name="媒体.xlsx")
    phases = ("学习动员、征求意见", "对照检查", "讨论整改")
    group = ColumnGroup(name="各阶段播发数量", columns=phases)
    assert made.columns == ("媒体名称", "主要形式", group, "合计")
    assert made.rows[0] == ("县电视台自办节目", "消息、评论", "18条", "15条", "20条", "53条")
    assert made.rows[-1] == ("总计", "—", "26条", "21条", "31条", "78条")
    assert len(made.rows) == 7


def test_a_header_of_rows_that_are_not_merged_is_read_where_it_is_said(tmp_path: Path) -> None:
    rows: Rows = [["乡镇", "上半年", None], [None, "册数", "场次"], ["青禾镇", 1, 2]]
    made = table(tmp_path, save(book(rows)), 表头行数="2")
    assert made.columns == ("乡镇", ColumnGroup(name="上半年", columns=("册数",)), "场次")
    assert made.rows == (("青禾镇", "1", "2"),)


def test_line_breaks_and_blanks_in_a_header_are_left_out(tmp_path: Path) -> None:
    made = table(tmp_path, save(book([["乡  镇", "借阅\n册数", "Word Excel"], ["a", 1, 2]])))
    assert made.columns == ("乡镇", "借阅册数", "Word Excel")


def test_empty_edges_and_empty_rows_are_left_out(tmp_path: Path) -> None:
    rows: Rows = [[], [None, "乡镇", "册数"], [], [None, "青禾镇", 1], [None, " ", None], []]
    made = table(tmp_path, save(book(rows)))
    assert (made.columns, made.rows) == (("乡镇", "册数"), (("青禾镇", "1"),))


def test_merged_cells_of_the_body_repeat_a_text_and_not_a_number(tmp_path: Path) -> None:
    rows: Rows = [
        ["片区", "乡镇", "册数", "场次"],
        ["东片", "青禾镇", 5, 1],
        [None, "云溪镇", None, 2],
        ["合计", None, 5, 3],
    ]
    made = table(tmp_path, save(book(rows, merges=["A2:A3", "C2:C3", "A4:B4"])))
    assert made.rows == (
        ("东片", "青禾镇", "5", "1"),
        ("东片", "云溪镇", "", "2"),
        ("合计", "", "5", "3"),
    )


def test_brackets_in_a_cell_are_text_and_never_a_reference(tmp_path: Path) -> None:
    rows: Rows = [["事项", "说明"], ["甲", "见【附件】和【待填】"]]
    path = write(tmp_path, save(book(rows)), 附件=[{"名称": "表", "表格": {"来源": "表.xlsx"}}])
    (done,) = build_all((path,), Options(tmp_path / "dist"))
    assert not done.is_failed, done.diagnostics
    word = docx.Document(str(next(file for file in done.files if file.suffix == ".docx")))
    assert word.tables[-1].cell(1, 1).text == "见【附件】和【待填】"


def test_a_list_becomes_a_table(tmp_path: Path) -> None:
    data = '事项,说明\n"甲,乙",=1+1\n'.encode("gb18030")
    made = table(tmp_path, data, name="表.csv")
    assert made.rows == (("甲,乙", "=1+1"),)


def test_widths_stand_beside_a_source_and_are_counted(tmp_path: Path) -> None:
    assert table(tmp_path, save(book(_ROWS)), 列宽=["2", "1"]).widths == (2, 1)
    asked = {"来源": "表.xlsx", "列宽": ["1"]}
    _, found = outcome(write(tmp_path, save(book(_ROWS)), 附件=[{"名称": "表", "表格": asked}]))
    assert "widths-length" in found


def test_totals_of_a_table_that_was_read_are_audited_like_any_other(tmp_path: Path) -> None:
    wrong = [*_ROWS[:3], ["合计", 210]]
    _, found = outcome(
        write(tmp_path, save(book(wrong)), 附件=[{"名称": "表", "表格": {"来源": "表.xlsx"}}])
    )
    assert found == {"table-total": "/表.xlsx#Sheet1!B4"}


# --- the build -----------------------------------------------------------------------------------


def built(path: Path, out: Path) -> Outcome:
    (done,) = build_all((path,), Options(out, formats=("docx", "pdf")))
    assert not done.is_failed, done.diagnostics
    return done


def test_the_manifest_names_each_source_and_a_changed_one_gives_another_report(
    tmp_path: Path,
) -> None:
    fields = {"数据": {"数": {"单位": "册", "来源": "表.xlsx#B2"}}, "导语": "共【数】。"}
    manifests = []
    for value in (120, 121):
        rows = [_ROWS[0], ["青禾镇", value]]
        done = built(write(tmp_path, save(book(rows)), **fields), tmp_path / "dist")
        manifests.append(json.loads((done.files[0].parent / "manifest.json").read_bytes()))
    before, after = manifests
    assert [source["name"] for source in before["sources"]] == ["表.xlsx"]
    assert before["sources"] != after["sources"]
    assert before["input"] == after["input"]
    assert before["files"] != after["files"]


def test_the_same_source_gives_the_same_bytes(tmp_path: Path) -> None:
    path = write(tmp_path, media(), 附件=[{"名称": "表", "表格": {"来源": "表.xlsx"}}])
    first_files = {f.name: f.read_bytes() for f in built(path, tmp_path / "a").files}
    again = {f.name: f.read_bytes() for f in built(path, tmp_path / "b").files}
    assert first_files == again


def test_a_cell_that_no_font_can_show_is_reported_at_the_cell(tmp_path: Path) -> None:
    rows: Rows = [["名称"], ["\U00013000"]]
    path = write(tmp_path, save(book(rows)), 附件=[{"名称": "表", "表格": {"来源": "表.xlsx"}}])
    (done,) = check_all((path,), is_strict=False)
    (fault,) = done.diagnostics
    assert (fault.code, str(fault.location)) == (
        "missing-glyph",
        f"{tmp_path / '表.xlsx'}#Sheet1!A2",
    )


def test_the_shipped_report_takes_figures_and_an_annex_from_its_workbook() -> None:
    path = next(path for path in SHIPPED if path.stem == "wubu-2008")
    valid, _ = validate(load_input(path), RULES)
    assert valid is not None
    assert valid.facts.show("县电视台自办节目") == "53条"
    assert valid.facts.show("其他媒体刊播") == "25条"
    assert list(valid.sources) == ["wubu-2008/媒体播发情况统计表.xlsx"]
    (annex,) = (annex for annex in valid.report.annexes if annex.name == "媒体播发情况统计表")
    assert annex.table is not None
    assert annex.table.rows[-1][-1] == "78条"
