"""Workbooks that are filled in: what goes out comes back, and faults have their cells."""

import io
import json
import re
import subprocess
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import MergedCell
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.diagnostics.diagnostic import Lang, describe, has_errors
from pipeline.inspect.office import find_office
from pipeline.load.archive import read_zip
from pipeline.load.yaml import Loaded, load_bytes, load_input, to_plain
from pipeline.load.yaml_text import Habits, write_yaml
from pipeline.model.report import Report, report_model
from pipeline.tasks.build import find_templates, validate_loaded
from pipeline.tasks.form.boxes import BASICS, FIGURE
from pipeline.tasks.form.export import export_input
from pipeline.tasks.form.paths import leaves, read_path, write_path
from pipeline.tasks.form.plan import BodyPlan
from pipeline.tasks.form.restore import Restored, restore_input
from pipeline.tasks.form.write.body import write_body
from tests.samples import OFFICIAL, PLAIN, ROOT, SHIPPED, FourParts

HERE = Path("inputs/input.yaml")
BOOK = Path("总结.xlsx")
TEMPLATES = find_templates()
VALID_CASES = sorted((ROOT / "tests/cases").glob("*/input.yaml"))


def loaded(fields: dict[str, Any]) -> Loaded:
    found = load_bytes(write_yaml(fields, Habits()).text.encode(), HERE)
    assert not found.diagnostics
    return found


def exported(source: Loaded) -> bytes:
    data, _ = export_input(source, TEMPLATES.outlines)
    assert data is not None
    return data


def restored(data: bytes, target: Path = HERE) -> Restored:
    return restore_input(
        data, BOOK, target, lambda found: validate_loaded(found, TEMPLATES), TEMPLATES.outlines
    )


def as_report(source: Loaded) -> Report:
    assert source.root is not None
    assert source.source is not None
    outline, _ = TEMPLATES.outlines.choose(source.source, source.root)
    assert outline is not None
    return report_model(outline).model_validate(to_plain(source.root))


_FORM = exported(load_input(ROOT / "inputs/wubu-2008-report.yaml"))


def there_and_back(source: Loaded) -> Report:
    back = restored(exported(source))
    assert back.text is not None, [fault.message("zh") for fault in back.diagnostics]  # type: ignore[arg-type]
    return as_report(load_bytes(back.text.encode(), HERE))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_input_comes_back_as_the_same_report(path: Path) -> None:
    source = load_input(path)
    assert there_and_back(source) == as_report(source)


def valid_cases() -> list[Path]:
    def is_valid(path: Path) -> bool:
        valid, faults = validate_loaded(load_input(path), TEMPLATES)
        return valid is not None and not has_errors(faults)

    return [path for path in VALID_CASES if is_valid(path)]


@pytest.mark.slow
@pytest.mark.parametrize("path", valid_cases(), ids=lambda path: path.parent.name)
def test_a_case_that_is_valid_comes_back_as_the_same_report(path: Path) -> None:
    source = load_input(path)
    report, _ = validate_loaded(source, TEMPLATES)
    assert report is not None
    back = restored(exported(source), path)
    assert back.text is not None
    again, _ = validate_loaded(load_bytes(back.text.encode(), path), TEMPLATES)
    assert again is not None
    assert again.report == report.report


# --- reports of Hypothesis ----------------------------------------------------------------------

_MARKS = "，。：；“”（）《》【】[]{}'\"=+-@#&*!|>%`~ \n—·?,.:/\\_x0041_０１"
chars = st.one_of(
    st.sampled_from(_MARKS + "县图书馆活动第一二三123 𠮷𬭚😀"),
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]),
)
texts = st.one_of(
    st.text(chars, min_size=1, max_size=24),
    st.sampled_from(
        ["=1+1", "{{ x }}", "{% x %}", "00123", "0.10", "+86", "@SUM(A1)", "-5", "#N/A"]
    ),
    st.sampled_from(["_x000D_", "' 甲", "TRUE", "2026-10-08", "37.0", "1e5", "12:30", "~", "否"]),
).filter(lambda text: text.strip())
lines = texts.map(lambda text: text.replace("\n", " ")).filter(lambda text: text.strip())
names = st.text("甲乙丙丁戊己庚辛", min_size=1, max_size=4)
dates = st.dates().map(str)


def sections(depth: int) -> st.SearchStrategy[dict[str, Any]]:
    inner = st.one_of(texts, sections(depth - 1)) if depth > 1 else texts
    return st.fixed_dictionaries(
        {"小标题": texts},
        optional={
            "段落": st.one_of(texts, st.lists(inner, max_size=4)),
            "分述": st.lists(texts, max_size=3),
        },
    )


headers = st.recursive(
    texts,
    lambda inner: st.fixed_dictionaries(
        {"名称": texts, "列": st.lists(inner, min_size=1, max_size=3)}
    ),
    max_leaves=5,
)


def leaf_count(header: Any) -> int:
    return 1 if isinstance(header, str) else sum(map(leaf_count, header["列"]))


@st.composite
def tables(draw: st.DrawFn) -> dict[str, Any]:
    columns = draw(st.lists(headers, min_size=1, max_size=4))
    width = sum(map(leaf_count, columns))
    row = st.lists(st.one_of(st.just(""), texts), min_size=width, max_size=width)
    table: dict[str, Any] = {"列": columns, "行": draw(st.lists(row, max_size=4))}
    if draw(st.booleans()):
        table["列宽"] = draw(
            st.lists(st.sampled_from(["1", "2.5", "10"]), min_size=width, max_size=width)
        )
    return table


annexes = st.fixed_dictionaries(
    {"名称": texts},
    optional={
        "段落": st.one_of(texts, st.lists(texts, max_size=3)),
        "表格": tables(),
        "图片": st.lists(st.fixed_dictionaries({"文件": texts, "说明": texts}), max_size=2),
    },
)
figures = st.one_of(
    lines,
    st.fixed_dictionaries(
        {"数值": texts},
        optional={
            **dict.fromkeys(("单位", "依据", "来源", "上期", "公式", "总体"), texts),
            "分项": st.dictionaries(texts, texts, max_size=3),
            "小数位": st.sampled_from("0126"),
        },
    ),
)
parts = st.one_of(texts, st.lists(st.one_of(texts, sections(3)), min_size=1, max_size=4))
reports = st.fixed_dictionaries(
    {
        **dict.fromkeys(("标题", "单位", "导语", "结尾"), texts),
        "日期": dates,
        **dict.fromkeys(("基本情况", "主要做法", "突出特点", "取得成效"), parts),
    },
    optional={
        "模板": texts,
        "活动": st.one_of(
            lines, st.fixed_dictionaries({"名称": texts}, optional={"开始": dates, "结束": dates})
        ),
        "数据": st.dictionaries(names, figures, max_size=4),
        "主送": st.one_of(texts, st.lists(texts, min_size=1, max_size=3)),
        "附件": st.lists(annexes, max_size=3),
        "署名位置": st.sampled_from(["文末", "题下", "end", "title"]),
        "附注": texts,
        "印发日期": dates,
    },
)


def is_report(fields: dict[str, Any]) -> bool:
    try:
        FourParts.model_validate(fields)
    except ValueError:
        return False
    return True


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(reports.filter(is_report))
def test_any_report_comes_back_as_it_was(fields: dict[str, Any]) -> None:
    source = loaded(fields)
    back = restore_input(
        exported(source), BOOK, HERE, lambda found: (found, found.diagnostics), TEMPLATES.outlines
    )
    assert back.text is not None, back.diagnostics
    assert as_report(load_bytes(back.text.encode(), HERE)) == as_report(source)


@pytest.mark.slow
@pytest.mark.slow
@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_english_keys_find_their_places_too(path: Path) -> None:
    report = as_report(load_input(path))
    english = report.model_dump(mode="json", exclude_defaults=True)
    # Pictures and sources lie beside the input; what is wanted here is only that all comes back.
    source = loaded(json.loads(json.dumps(english), parse_float=str, parse_int=str))
    assert as_report(source) == report
    book = openpyxl.load_workbook(io.BytesIO(exported(source)))
    places = [str(row[0].value) for row in book["其他"].iter_rows(min_row=3) if row[0].value]
    assert not re.search("[A-Za-z]", "".join(places))
    back = restore_input(
        exported(source), BOOK, HERE, lambda found: (found, found.diagnostics), TEMPLATES.outlines
    )
    assert back.text is not None
    assert as_report(load_bytes(back.text.encode(), HERE)) == report


_words = st.one_of(
    st.sampled_from(
        ["导语", "小标题（二级）", "分述", "其他", "条目", "一级小标题", "本部分", "附件", "表头"]
    ),
    st.sampled_from(
        ["图片文件", "图片说明", "列宽", "空行", "名称", "甲[1].乙", "=A1", "３７", None, 7, 2.5]
    ),
    texts,
)
_cells = st.tuples(
    st.sampled_from(["基本信息", "数据", "正文", "附件1", "附件2", "其他"]),
    st.integers(1, 14),
    st.integers(1, 8),
)


@pytest.mark.slow
@settings(max_examples=100, deadline=None)
@given(
    edits=st.lists(st.tuples(_cells, _words), max_size=12),
    merges=st.lists(st.tuples(_cells, st.integers(0, 3), st.integers(0, 3)), max_size=3),
)
def test_however_it_is_filled_in_it_is_read_or_reported(
    edits: list[tuple[tuple[str, int, int], Any]],
    merges: list[tuple[tuple[str, int, int], int, int]],
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(_FORM))
    for (sheet, row, column), down, right in merges:
        book[sheet].merge_cells(None, row, column, row + down, column + right)
    for (sheet, row, column), value in edits:
        cell = book[sheet].cell(row, column)
        if not isinstance(cell, MergedCell):
            cell.value = value
    buffer = io.BytesIO()
    book.save(buffer)
    back = restored(buffer.getvalue())
    assert (back.text is None) == has_errors(back.diagnostics)
    for fault in back.diagnostics:
        assert describe(fault, None, Lang.ZH)
        assert fault.location is not None
        assert fault.location.file == BOOK or fault.code == "form-file-to-copy"


# --- what no sheet has a place for --------------------------------------------------------------


def back_as_plain(fields: dict[str, Any]) -> Any:
    """What the YAML holds that comes back, whether or not the schema knows it."""
    source = loaded(fields)
    back = restore_input(
        exported(source), BOOK, HERE, lambda found: (found, found.diagnostics), TEMPLATES.outlines
    )
    assert back.text is not None, back.diagnostics
    root = load_bytes(back.text.encode(), HERE).root
    assert root is not None
    return to_plain(root)


@pytest.mark.slow
@pytest.mark.parametrize(
    "more",
    [
        {"图样": [{"名称": "趋势", "数列": ["甲", "乙"], "空": [], "无": {}}]},
        {
            "活动": {
                "名称": "阅读周",
                "各段": [{"名称": "动员", "日": "2026-09-01"}, {"名称": "总结"}],
            }
        },
        {"数据": {"甲.乙": {"数值": "3", "旁注": {"出处": ["一", "二"]}}}},
        {
            "主要做法": [
                {"小标题": "甲", "段落": ["一"], "图样": {"名称": "趋势"}},
                {"图样": "乙"},
                "末段",
            ]
        },
        {"附件": [{"名称": "表", "表格": {"来源样": "a.xlsx#S!A1:C9"}, "图样": [{"甲": "乙"}]}]},
        {"附件": [{"名称": "照片", "图片": [{"文件": "a.png", "说明": "甲", "宽": "9"}]}]},
        {
            "主要做法": [
                {
                    "小标题": "甲",
                    "段落": [
                        "一",
                        {"图表": [{"类型": "柱形", "标题": "乙", "数据": ["丙"]}]},
                        "二",
                    ],
                },
                {"图表": {"类型": "折线", "标题": "丁", "数据": ["戊", "己"]}},
                {
                    "小标题": "庚",
                    "分述": ["三"],
                    "图表": {"类型": "占比", "标题": "辛", "数据": ["壬"]},
                },
            ]
        },
        {"基本情况": {"不": "是列表"}},
        {"签发人": {"甲": "乙"}},
        {"导语": ["甲", "乙"]},
        {"附件": "文字"},
        {'奇怪的 键[1]."名"': "值"},
    ],
    ids="".join,
)
def test_what_has_no_place_of_its_own_is_kept(more: dict[str, Any]) -> None:
    fields = {**PLAIN, **more}
    assert back_as_plain(fields) == fields


_names = st.text(st.sampled_from('甲乙.[]{}"1 '), min_size=1, max_size=6)


@given(st.lists(st.one_of(_names, st.integers(0, 99)), min_size=1, max_size=5))
def test_the_words_of_a_path_lead_back_to_it(steps: list[str | int]) -> None:
    path = tuple(steps)
    assert read_path(write_path(path)) == (path, None)
    assert read_path(write_path(path, ())) == (path, ())
    assert read_path(write_path(path, {})) == (path, {})


@pytest.mark.parametrize(
    "words", ["", ".", "甲.", ".甲", "甲[0]", "甲[x]", "甲乙]", "甲[1]乙", '"甲']
)
def test_words_that_are_no_path_are_refused(words: str) -> None:
    assert read_path(words) is None


def test_a_fault_below_a_place_of_the_sheet_for_the_rest_is_reported_there() -> None:
    back = filled(set_cells("其他", A3="活动.阶段[1].名称", B3="动员"))
    reported = [(str(fault.location), fault.code) for fault in back.diagnostics]
    assert set(reported) == {("总结.xlsx#其他!B3", "form-field-missing")}


def test_every_text_of_a_tree_has_its_way() -> None:
    tree = {"甲": ["一", {"乙": "二"}], "丙": [], "丁": {}}
    found = [(write_path(path, value), value) for path, value in leaves(tree)]
    assert found == [("甲[1]", "一"), ("甲[2].乙", "二"), ("丙[]", []), ("丁{}", {})]


# --- the workbook itself ------------------------------------------------------------------------


def opened(fields: dict[str, Any]) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(exported(loaded(fields))))


def texts_of(sheet: Worksheet) -> list[str]:
    return [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]


def test_the_same_input_gives_the_same_bytes() -> None:
    source = load_input(SHIPPED[0])
    assert exported(source) == exported(source)


def test_headings_are_locked_without_a_password_and_cells_to_fill_in_are_open() -> None:
    book = opened(OFFICIAL)
    for sheet in book.worksheets:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
    assert book["正文"]["C2"].protection.locked
    assert book["基本信息"]["A4"].protection.locked
    for sheet, cell in (("正文", "C3"), ("正文", "C40"), ("基本信息", "B4"), ("附件1", "B2")):
        assert not book[sheet][cell].protection.locked
    beyond = book["正文"].column_dimensions["F"]
    assert (beyond.max, beyond.protection.locked) == (16384, False)


def test_texts_are_texts_whatever_they_look_like() -> None:
    values = ["=1+1", "+86", "-5", "@SUM(A1)", "#N/A", "00123", "0.10", "TRUE"]
    book = opened({**PLAIN, "基本情况": values})
    rows = {str(cell.value): cell for cell in book["正文"]["C"]}
    for value in values:
        assert rows[value].data_type == "s"
        assert rows[value].number_format == "@"
    assert rows["=1+1"].quotePrefix
    assert not any("<f>" in data.decode() for name, data in parts().items() if "sheet" in name)


def parts() -> dict[str, bytes]:
    return read_zip(exported(loaded({**PLAIN, "基本情况": ["=1+1"]})))


def test_dates_are_dates() -> None:
    sheet = opened(PLAIN)["基本信息"]
    cell = next(row[1] for row in sheet.iter_rows() if row[0].value == "日期")
    assert cell.is_date
    assert cell.number_format == "yyyy-mm-dd"


def test_what_can_be_chosen_is_offered_and_would_be_accepted() -> None:
    book = opened(OFFICIAL)
    offered = {
        name: {str(v.sqref): v.formula1 for v in book[name].data_validations.dataValidation}
        for name in ("基本信息", "正文")
    }
    assert "red-header,summary" in str(offered["基本信息"])
    for words in ("文末,题下", "绝密,机密,秘密", "特急,加急"):
        assert words in str(offered["基本信息"])
    for choice in ("绝密", "机密", "秘密"):
        FourParts.model_validate({**OFFICIAL, "密级": choice})
    for choice in ("特急", "加急"):
        FourParts.model_validate({**OFFICIAL, "紧急程度": choice})
    assert offered["正文"]["A3:A1000"] == '"导语,基本情况,主要做法,突出特点,取得成效,结尾"'
    assert "小标题（一级）" in str(offered["正文"]["B3:B1000"])


def test_every_sheet_prints_on_a4_with_its_headings_on_each_page_and_frozen() -> None:
    for sheet in opened(OFFICIAL).worksheets:
        assert (sheet.page_setup.paperSize, sheet.page_setup.fitToWidth) == (9, 1)
        assert sheet.sheet_properties.pageSetUpPr is not None
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.print_title_rows
        assert sheet.freeze_panes


def test_every_field_of_one_cell_has_its_box_and_its_note() -> None:
    book = opened(PLAIN)
    labels = texts_of(book["基本信息"])
    for box in BASICS:
        assert box.label in labels
    headings = [cell.value for cell in book["数据"][2]]
    assert headings == ["名称", *(box.label for box in FIGURE)]
    required = {box.label for box in BASICS if box.note.startswith("必填")}
    assert required == {"标题", "单位", "日期"}
    official = {box.label for box in BASICS if box.note.startswith("红头必填")}
    assert official == {"发文机关标志", "发文字号", "主送"}


def test_the_header_of_an_annex_has_its_merged_cells() -> None:
    columns = ["序号", {"名称": "责任落实", "列": ["科室", "责任人"]}]
    sheet = opened({**PLAIN, "附件": [{"名称": "台账", "表格": {"列": columns}}]})["附件1"]
    merged = {str(area) for area in sheet.merged_cells.ranges}
    assert {"B6:B7", "C6:D6"} <= merged


# --- the habits of those who fill it in ---------------------------------------------------------


def filled(*edits: Callable[[Workbook], None], fields: dict[str, Any] | None = None) -> Restored:
    book = opened(fields or OFFICIAL)
    for edit in edits:
        edit(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return restored(buffer.getvalue())


def report_of(back: Restored) -> Report:
    assert back.text is not None, [(str(f.location), f.code) for f in back.diagnostics]
    return as_report(load_bytes(back.text.encode(), HERE))


def fill(label: str, value: Any) -> Callable[[Workbook], None]:
    """Types a value beside a label of 基本信息."""

    def edit(book: Workbook) -> None:
        book["基本信息"][f"B{row_of(book, label)}"] = value

    return edit


def row_of(book: Workbook, label: str) -> int:
    rows = {str(row[0].value): row[0].row for row in book["基本信息"].iter_rows()}
    return rows[label]


def set_cells(sheet: str, **values: Any) -> Callable[[Workbook], None]:
    def edit(book: Workbook) -> None:
        for cell, value in values.items():
            book[sheet][cell] = value
            if isinstance(value, int | float):
                book[sheet][cell].number_format = "General"

    return edit


def test_numbers_typed_as_numbers_are_written_as_they_are_seen() -> None:
    back = filled(
        set_cells(
            "数据",
            A3="甲",
            B3=37.0,
            C3="条",
            A4="乙",
            B4=0.5,
            A5="丙",
            B5="0.10",
            A6="丁",
            B6=120000,
        ),
        set_cells("正文", C4="【甲】【乙】【丙】【丁】"),
    )
    figures = report_of(back).figures
    assert [figure.value for figure in figures.values()] == ["37", "0.5", "0.10", "120000"]
    assert back.text is not None
    assert "  甲: 37条\n" in back.text


@pytest.mark.parametrize(
    "typed",
    [
        *("2026.10.8", "2026/10/8", "2026年10月8日", " 2026-10-08 ", "２０２６-10-8"),
        *("二〇二六年十月八日", date(2026, 10, 8), datetime(2026, 10, 8, 9, 30)),  # noqa: DTZ001
    ],
)
def test_a_date_may_be_typed_in_many_ways(typed: Any) -> None:
    back = filled(fill("日期", typed))
    assert report_of(back).date == date(2026, 10, 8)
    assert back.text is not None
    assert "日期: 2026-10-08\n" in back.text


@pytest.mark.parametrize("shown_as", ['m"月"d"日"', "mm-dd-yy", "yyyy/m/d h:mm", "d/m/yy"])
def test_a_date_is_the_one_that_excel_knows_however_its_cell_shows_it(shown_as: str) -> None:
    def edit(book: Workbook) -> None:
        cell = book["基本信息"][f"B{row_of(book, '日期')}"]
        cell.value, cell.number_format = date(2026, 10, 8), shown_as

    assert report_of(filled(edit)).date == date(2026, 10, 8)


def test_blank_rows_and_trailing_blanks_and_unchosen_cells_are_of_no_account() -> None:
    back = filled(
        set_cells(
            "正文",
            C13="  第二段结尾。 \n",
            B13=None,
            A13=None,
            C20="第三段。",
            A20="取得成效 ",
            B20="段 落",
        ),
    )
    report = report_of(back)
    assert report.closing == "下一步继续办好活动。\n第二段结尾。"
    assert report.results == ("读者明显增多。", "第三段。")


def test_a_part_may_be_merged_over_its_rows() -> None:
    def merge(book: Workbook) -> None:
        book["正文"]["A6"] = None
        book["正文"].merge_cells("A5:A6")

    assert report_of(filled(merge)) == as_report(loaded(OFFICIAL))


def test_sheets_may_stand_in_another_order_and_have_others_beside_them() -> None:
    annexes = [{"名称": "甲表", "段落": ["一。"]}, {"名称": "乙表", "段落": ["二。"]}]
    fields = {**OFFICIAL, "附件": annexes}

    def move(book: Workbook) -> None:
        book.move_sheet("附件2", -5)
        book.move_sheet("基本信息", 4)
        book.create_sheet("草稿")["A1"] = "不要"

    back = filled(move, fields=fields)
    assert report_of(back) == as_report(loaded(fields))
    assert [fault.code for fault in back.diagnostics] == ["form-extra-sheet"]


def test_an_annex_is_added_by_a_copy_of_its_sheet() -> None:
    def copy(book: Workbook) -> None:
        again = book.copy_worksheet(book["附件1"])
        again.title = "附件1 (2)"
        for cell, value in {
            "B2": "签到表",
            "B6": "姓名",
            "C6": "单位",
            "B7": "甲",
            "C7": "办公室",
        }.items():
            again[cell] = value

    fields = {**OFFICIAL, "附件": [{"名称": "照片", "段落": "见后。"}]}
    annexes = report_of(filled(copy, fields=fields)).annexes
    assert [annex.name for annex in annexes] == ["照片", "签到表"]
    assert annexes[1].table is not None
    assert annexes[1].table.columns == ("姓名", "单位")
    assert annexes[1].table.rows == (("甲", "办公室"),)


def test_a_table_with_merged_headers_may_be_typed_into_an_empty_annex() -> None:
    def type_(book: Workbook) -> None:
        sheet = book["附件1"]
        rows = {
            6: (None, "序号", "责任"),
            7: (None, None, "科室", "人"),
            8: (None, 1, "办公室", "主任"),
        }
        sheet["B2"] = "台账"
        for row, values in rows.items():
            for column, value in enumerate(values, start=1):
                sheet.cell(row, column).value = value or sheet.cell(row, column).value
        sheet.merge_cells("C6:D6")

    (annex,) = report_of(filled(type_)).annexes
    assert annex.table is not None
    assert annex.table.leaf_names == ("序号", "科室", "人")
    assert annex.table.rows == (("1", "办公室", "主任"),)


def test_pasted_line_breaks_stay_in_their_paragraph() -> None:
    back = filled(set_cells("正文", C4="第一行\r\n第二行"))
    assert report_of(back).overview == ("第一行\n第二行",)


def test_several_faults_are_reported_in_one_run_in_the_order_of_the_sheets() -> None:
    back = filled(
        set_cells("正文", A4="基本情况表"),
        set_cells("数据", B3="37"),
        fill("日期", "十月"),
        fill("发文字号", "青图发[2026]8号"),
    )
    reported = [(fault.location.sheet, fault.code) for fault in back.diagnostics if fault.location]
    assert reported == [
        ("基本信息", "bad-date-format"),
        ("基本信息", "document-number"),
        ("数据", "form-name-missing"),
        ("正文", "form-unknown-choice"),
    ]


@pytest.mark.slow
def test_libreoffice_saves_a_form_that_is_still_read(tmp_path: Path) -> None:
    source = load_input(SHIPPED[-1])
    before, after = tmp_path / "form.xlsx", tmp_path / "saved" / "form.xlsx"
    before.write_bytes(exported(source))
    command = [find_office(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"]
    command += ["--headless", "--convert-to", "xlsx", "--outdir", str(after.parent), str(before)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    back = restored(after.read_bytes(), SHIPPED[-1])
    assert report_of(back) == as_report(source)


def test_what_is_written_has_the_order_and_the_forms_that_inputs_have() -> None:
    fields = {
        **PLAIN,
        "附件": [
            {
                "图片": [{"文件": "甲.png", "说明": "甲"}],
                "表格": {"行": [["1"]], "列宽": ["2"], "列": ["序号"]},
                "名称": "台账",
            }
        ],
        "数据": {"甲": {"单位": "条", "数值": "37"}, "乙": {"数值": "6", "依据": "登记表"}},
    }
    text = restored(exported(loaded(fields))).text
    assert text is not None
    assert text.startswith("# yaml-language-server: $schema=./report.schema.json\n")
    keys = [row.partition(":")[0] for row in text.splitlines() if row[:1] not in ("", "#", " ")]
    body = ["导语", "基本情况", "主要做法", "突出特点", "取得成效", "结尾"]
    assert keys == ["标题", "单位", "日期", "数据", *body, "附件"]
    assert "数据:\n  甲: 37条\n  乙: {数值: 6, 依据: 登记表}\n" in text
    annex = (
        "  - 名称: 台账\n    表格:\n      列: [序号]\n      列宽: [2]\n      行:\n        - [1]\n"
    )
    assert annex in text


def test_the_headings_of_parts_can_be_chosen_where_they_are_the_authors_own() -> None:
    for name, outline in TEMPLATES.outlines.by_name.items():
        page, _ = write_body({}, BodyPlan(outline))
        parts, kinds = (ask.choices for ask in page.asks[:2])
        assert ("部分标题" in kinds) == (outline.form == "own"), name
        assert parts[0] == "导语"
        assert parts[-1] == "结尾"
        own = tuple(part.heading for part in outline.parts)
        assert parts[1:-1] == (own or ("正文",))
