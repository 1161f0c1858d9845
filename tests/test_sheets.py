"""A workbook or a .csv is read as it is seen, whoever wrote it; nothing in it is run."""

import io
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.load.archive import read_zip, write_zip
from pipeline.load.sheets import (
    Area,
    Book,
    CellKind,
    Sheet,
    read_address,
    read_area,
    read_book,
    read_book_bytes,
)
from pipeline.load.sheets.columns import find_columns, sum_column
from pipeline.load.yaml.characters import INVISIBLE
from tests.samples import ROOT
from tests.sheet_cases import FILES
from tests.sheet_files import COMMITTED, MEDIA, MEDIA_MERGES, Rows, book, first, media, save


def read(data: bytes, name: str = "表.xlsx") -> Book:
    found = read_book_bytes(data, Path(name))
    assert isinstance(found, Book), found
    return found


def sheet(rows: Rows, **more: Any) -> Sheet:
    return read(save(book(rows, **more))).sheets["Sheet1"]


def csv_sheet(text: str, encoding: str = "utf-8") -> Sheet:
    return read(text.encode(encoding), "表.csv").sheets[""]


def fault(data: bytes, name: str = "表.xlsx") -> str:
    found = read_book_bytes(data, Path(name))
    assert isinstance(found, Diagnostic)
    return found.code


def test_the_workbooks_in_the_repository_are_what_their_script_makes() -> None:
    for name, make in {**COMMITTED, **FILES}.items():
        assert (ROOT / name).read_bytes() == make(), name


# --- workbooks ---------------------------------------------------------------------------------


def test_text_number_and_nothing_are_kept_apart() -> None:
    found = sheet([["青禾镇", 53, None, True, 0.1 + 0.2]])
    kinds = [found.cell(1, column).kind for column in range(1, 6)]
    assert kinds == [CellKind.TEXT, CellKind.NUMBER, CellKind.EMPTY, CellKind.TEXT, CellKind.NUMBER]
    assert found.cell(1, 4).text == "TRUE"
    assert found.cell(1, 5).number == Decimal("0.3")


def test_a_code_keeps_its_zeros_and_a_number_typed_as_text_is_both() -> None:
    found = sheet([["00123", " ５３ "]])
    code, number = found.cell(1, 1), found.cell(1, 2)
    assert (code.text, code.number) == ("00123", None)
    assert (number.text, number.number, number.is_number_as_text) == (" ５３ ", Decimal(53), True)


def test_a_formula_has_the_result_that_the_file_has_and_is_never_worked_out() -> None:
    made = book([[1, 2, "=SUM(A1:B1)", "=A1"]])
    found = read(save(made, {"C1": 99})).sheets["Sheet1"]
    assert found.cell(1, 3).text == "99"
    assert found.cell(1, 4).kind is CellKind.UNCALCULATED


def test_text_that_begins_like_a_formula_is_text() -> None:
    texts = ["=1+1", "+5", "-5", "@SUM(A1)", '=HYPERLINK("http://x")']
    made = book([texts])
    for cell in first(made)[1]:
        cell.data_type = "s"
    found = read(save(made)).sheets["Sheet1"]
    assert [found.cell(1, column).text for column in range(1, 6)] == texts
    listed = csv_sheet(",".join('"' + text.replace('"', '""') + '"' for text in texts))
    assert [listed.cell(1, column).text for column in range(1, 6)] == texts


def test_an_error_is_not_a_text() -> None:
    made = book([["#DIV/0!"]])
    first(made)["A1"].data_type = "e"
    assert read(save(made)).sheets["Sheet1"].cell(1, 1).kind is CellKind.ERROR


def test_a_merged_value_is_seen_in_each_cell_and_held_by_one() -> None:
    found = read(media()).sheets["播发情况"]
    assert [found.seen(1, column).text for column in (3, 4, 5)] == ["各阶段播发数量"] * 3
    assert found.cell(1, 4).kind is CellKind.EMPTY
    assert found.merge_at(2, 6) == Area(1, 6, 2, 6)
    assert found.used() == Area(1, 1, 9, 6)


def test_a_merged_area_as_large_as_the_sheet_counts_as_far_as_there_are_values() -> None:
    parts = read_zip(save(book([["说明", 1], ["a", 2]], merges=["A1:A2"])))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].replace(b'"A1:A2"', b'"A1:A1048576"')
    found = read(write_zip(parts)).sheets["Sheet1"]
    assert found.used() == Area(1, 1, 2, 2)
    assert found.seen(2, 1).text == "说明"


def test_of_merged_areas_that_overlap_the_first_stands() -> None:
    parts = read_zip(save(book([["甲", "乙"], ["丙", "丁"]], merges=["A1:A2"])))
    name = "xl/worksheets/sheet1.xml"
    both = b'<mergeCell ref="A1:A2"/><mergeCell ref="A1:B1"/><mergeCell ref="B1:B2"/>'
    parts[name] = parts[name].replace(b'<mergeCell ref="A1:A2"/>', both)
    parts[name] = parts[name].replace(b'<mergeCell ref="A1:A2" />', both)
    found = read(write_zip(parts)).sheets["Sheet1"]
    assert found.merge_at(2, 1) == Area(1, 1, 2, 1)
    assert found.merge_at(2, 2) == Area(1, 2, 2, 2)
    cells = [(row, column) for row in (1, 2) for column in (1, 2)]
    assert all(found.merge_at(*cell).holds(*cell) for cell in cells)


def test_hidden_rows_columns_and_sheets_are_known() -> None:
    made = book([["甲", 1, 2], ["乙", 3, 4]])
    first(made).row_dimensions[2].hidden = True
    first(made).column_dimensions["B"].hidden = True
    first(made).auto_filter.ref = "A1:C2"
    first(made).auto_filter.add_filter_column(0, ["甲"])
    made.create_sheet("底稿")
    made["底稿"].append(["x"])
    made["底稿"].sheet_state = "hidden"
    found = read(save(made))
    assert found.sheets["Sheet1"].hidden_rows == {2}
    assert found.sheets["Sheet1"].hidden_columns == {2}
    assert found.sheets["Sheet1"].is_filtered
    assert found.sheets["底稿"].is_hidden


def test_inline_texts_iso_dates_and_cells_without_a_place_are_read() -> None:
    parts = read_zip(save(book([["x"]])))
    rows = (
        b'<sheetData><row><c t="inlineStr"><is><r><t>\xe9\x9d\x92</t></r><r><t>\xe7\xa6\xbe</t></r>'
        b"<rPh><t>qing</t></rPh></is></c><c><v>7</v></c>"
        b'<c t="d"><v>2008-07-16T00:00:00</v></c><c t="str"><f>A1</f><v>x_x000D_y</v></c></row>'
        b"</sheetData>"
    )
    name = "xl/worksheets/sheet1.xml"
    head, _, rest = parts[name].partition(b"<sheetData>")
    parts[name] = head + rows + rest.partition(b"</sheetData>")[2]
    found = read(write_zip(parts)).sheets["Sheet1"]
    texts = [found.cell(1, column).text for column in range(1, 5)]
    assert texts == ["青禾", "7", "2008-07-16", "x\ny"]


def test_strict_open_xml_is_read_too() -> None:
    parts = read_zip(media())
    pairs = (
        (b"schemas.openxmlformats.org/spreadsheetml/2006", b"purl.oclc.org/ooxml/spreadsheetml"),
        (
            b"schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"purl.oclc.org/ooxml/officeDocument/relationships",
        ),
    )
    for old, new in pairs:
        parts = {name: data.replace(old, new) for name, data in parts.items()}
    assert read(write_zip(parts)).sheets["播发情况"].cell(3, 6).digits == "53"


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).filter(
    lambda text: not INVISIBLE.search(text) and "_x" not in text and "\t" not in text
)
_VALUES = st.one_of(
    st.none(),
    st.integers(-(10**14), 10**14),
    st.floats(-1e10, 1e10).map(lambda number: round(number, 4)),
    _TEXTS,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(_VALUES, min_size=1, max_size=4), min_size=1, max_size=5))
def test_what_another_program_writes_is_read_back(rows: list[list[object]]) -> None:
    made = Workbook()
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            cell = first(made).cell(row, column, value)
            if isinstance(value, str):
                cell.data_type = "s"
    found = read(save(made)).sheets["Sheet"]
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            cell = found.cell(row, column)
            if isinstance(value, str):
                assert cell.text == value.replace("\r\n", "\n").replace("\r", "\n")
            elif value is None:
                assert cell.kind is CellKind.EMPTY
            else:
                assert cell.number == Decimal(repr(value))


# --- .csv --------------------------------------------------------------------------------------

_LIST = "乡镇,借阅册数\r\n青禾镇,120\r\n云溪镇,80\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_a_list_is_read_in_each_encoding_that_office_programs_write(encoding: str) -> None:
    found = csv_sheet(_LIST, encoding)
    assert [found.cell(row, 1).text for row in (1, 2, 3)] == ["乡镇", "青禾镇", "云溪镇"]
    assert found.cell(3, 2).number == Decimal(80)


@pytest.mark.parametrize("mark", [",", ";", "\t", "，"])
def test_the_mark_between_fields_is_found(mark: str) -> None:
    assert csv_sheet(_LIST.replace(",", mark)).cell(2, 2).text == "120"


def test_a_comma_and_a_line_break_within_quotes_are_text() -> None:
    found = csv_sheet('名称,备注\n青禾镇,"读书会,讲座\n共""两""场"\n')
    assert found.cell(2, 2).text == '读书会,讲座\n共"两"场'
    assert not found.ragged


def test_lines_with_other_counts_of_fields_are_known_and_empty_ends_are_none() -> None:
    found = csv_sheet("统计表\n甲,乙,丙\n1,2,3\n1,2\n1,2,3,4\n1,2,3,,\n,,\n")
    assert found.width == 3
    assert found.ragged == {1: 1, 4: 2, 5: 4}


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xff\x81 ", "csv-encoding"),
        ("甲,乙".encode("utf-16-le"), "csv-encoding"),
        ('甲,"乙\n'.encode(), "csv-broken"),
        (b"PK\x03\x04rest", "sheet-format"),
    ],
)
def test_a_list_that_is_none_is_refused(data: bytes, code: str) -> None:
    assert fault(data, "表.csv") == code


# --- what is refused -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("表.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "sheet-format"),
        ("表.et", b"anything", "sheet-format"),
        ("表.xlsx", b"<html><table>", "sheet-format"),
        ("表.xlsx", b"\xef\xbb\xbf<?xml version='1.0'?>", "sheet-format"),
        ("表.xlsx", b"", "sheet-format"),
        ("表.xlsm", b"PK\x03\x04", "sheet-macros"),
        ("表", b"x", "sheet-format"),
        ("表.xlsx", write_zip({"word/document.xml": b""}), "sheet-format"),
        ("表.xlsx", write_zip({"content.xml": b""}), "sheet-format"),
        ("表.xlsx", write_zip({"xl/workbook.xml": b"<workbook/>"}), "sheet-damaged"),
        ("表.xlsx", write_zip({"xl/workbook.xml": b"<workbook>"}), "sheet-damaged"),
    ],
)
def test_what_is_no_workbook_is_refused(name: str, data: bytes, code: str) -> None:
    assert fault(data, name) == code


def test_a_file_that_is_not_there_or_a_folder_is_reported(tmp_path: Path) -> None:
    missing = read_book(tmp_path / "没有.xlsx")
    assert isinstance(missing, Diagnostic)
    assert missing.code == "file-missing"
    (tmp_path / "夹.xlsx").mkdir()
    folder = read_book(tmp_path / "夹.xlsx")
    assert isinstance(folder, Diagnostic)
    assert folder.code == "file-unreadable"


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_workbook_with_any_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    sound = bytearray(media())
    for _ in range(data.draw(st.integers(1, 8))):
        sound[data.draw(st.integers(0, len(sound) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(read_book_bytes(bytes(sound), Path("表.xlsx")), Book | Diagnostic)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_sheet_with_any_text_changed_is_read_or_refused(data: st.DataObject) -> None:
    parts = read_zip(media())
    name = data.draw(st.sampled_from(sorted(n for n in parts if n.startswith("xl/"))))
    part = parts[name]
    start = data.draw(st.integers(0, len(part) - 1))
    end = min(len(part), start + data.draw(st.integers(0, 30)))
    new = data.draw(st.sampled_from([b"", b"-1", b"A", b"<c>", b"</c>", b"99999999999", b"&#0;"]))
    changed = write_zip({**parts, name: part[:start] + new + part[end:]})
    assert isinstance(read_book_bytes(changed, Path("表.xlsx")), Book | Diagnostic)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_are_refused(data: bytes) -> None:
    assert isinstance(read_book_bytes(data, Path("表.csv")), Book | Diagnostic)


# --- places and columns --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("C12", Area(12, 3, 12, 3)),
        ("$C$12", Area(12, 3, 12, 3)),
        ("c2:c9", Area(2, 3, 9, 3)),
        ("Ｃ２：Ｃ９", Area(2, 3, 9, 3)),
        ("D9:B2", Area(2, 2, 9, 4)),
        ("XFD1048576", Area(1048576, 16384, 1048576, 16384)),
    ],
)
def test_cells_are_read_by_their_names(text: str, area: Area) -> None:
    assert read_area(text) == area
    assert read_area(str(area)) == area


@pytest.mark.parametrize(
    "text", ["", "C0", "XFE1", "A1048577", "ABCD1", "1C", "C1:", "C12:D", "C:C", "合计"]
)
def test_other_words_are_no_cells(text: str) -> None:
    assert read_area(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("媒体.xlsx#Sheet1!C12", ("媒体.xlsx", "Sheet1", "C12", None)),
        ("夹/媒体.xlsx#C2:C9", ("夹/媒体.xlsx", None, "C2:C9", None)),
        ("媒体.xlsx # Sheet1 ! C12", ("媒体.xlsx", "Sheet1", "C12", None)),
        ("媒体.xlsx＃表！C12", ("媒体.xlsx", "表", "C12", None)),
        ("媒体.xlsx#'一 季!度'!播发条数", ("媒体.xlsx", "一 季!度", None, "播发条数")),
        ("媒体.xlsx#'it''s'!A1", ("媒体.xlsx", "it's", "A1", None)),
        ("媒体.xlsx#播发条数", ("媒体.xlsx", None, None, "播发条数")),
        ("媒体.xlsx#'甲!乙'", ("媒体.xlsx", None, None, "甲!乙")),
        ("1.2 版.csv", ("1.2 版.csv", None, None, None)),
    ],
)
def test_a_source_is_taken_apart(text: str, parts: tuple[str | None, ...]) -> None:
    found = read_address(text)
    assert found is not None
    area = str(found.area) if found.area else None
    assert (found.file, found.sheet, area, found.name) == parts


@pytest.mark.parametrize("text", ["媒体", "媒体.xlsx#", "媒体.xlsx#Sheet1!", "#C12", ""])
def test_what_is_no_source_is_none(text: str) -> None:
    assert read_address(text) is None


def total(rows: Rows, name: str = "册数", **more: Any) -> str:
    found = sheet(rows, **more)
    (header,) = find_columns(found, name)
    done = sum_column(found, header)
    assert not done.odd
    return done.digits + "".join(f" {wrong.row}:{wrong.wanted}" for wrong in done.wrong_totals)


def test_a_column_is_added_without_its_totals() -> None:
    assert total([["乡镇", "册 数"], ["青禾镇", 120], ["云溪镇", 80], ["合  计", 200]]) == "200"


def test_subtotals_may_count_from_any_row_and_the_last_total_counts_all() -> None:
    found = sheet(MEDIA, merges=MEDIA_MERGES)
    assert found.cell(9, 6).kind is CellKind.UNCALCULATED
    counted = read(media()).sheets["播发情况"]
    (header,) = find_columns(counted, "合计")
    done = sum_column(counted, header)
    assert (done.digits, done.wrong_totals) == ("78", ())


@pytest.mark.parametrize(
    ("last", "found"),
    [(200, "200"), (201, "200 4:200"), ("200", "200")],
)
def test_a_total_is_held_against_the_rows_above_it(last: object, found: str) -> None:
    assert total([["乡镇", "册数"], ["青禾镇", 120], ["云溪镇", 80], ["合计", last]]) == found


def test_a_wrong_subtotal_is_found_and_a_grand_total_that_leaves_a_group_out() -> None:
    rows: Rows = [["乡镇", "册数"], ["甲", 1], ["乙", 2], ["小计", 3], ["丙", 4], ["小计", 5]]
    assert total(rows) == "7 6:7"
    assert total([*rows[:5], ["小计", 4], ["合计", 4]]) == "7 7:7"


def test_empty_cells_and_dashes_count_as_nothing_and_decimals_are_exact() -> None:
    rows: Rows = [
        ["乡镇", "册数"],
        ["甲", 0.1],
        ["乙", None],
        ["丙", "—"],
        ["丁", 0.2],
        ["戊", "/"],
    ]
    assert total(rows) == "0.3"


def test_a_merged_number_counts_once() -> None:
    rows: Rows = [["乡镇", "册数"], ["甲", 5], ["乙", None], ["丙", 2]]
    assert total(rows, merges=["B2:B3"]) == "7"


def test_a_label_merged_over_several_rows_is_a_group_and_no_total() -> None:
    rows: Rows = [["片区", "乡镇", "册数"], ["全县合计", "甲", 5], [None, "乙", 2]]
    assert total(rows, merges=["A2:A3"]) == "7"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.decimals(-9999, 9999, places=2), min_size=1, max_size=8))
def test_the_sum_of_a_column_is_the_sum_of_its_numbers(numbers: list[Decimal]) -> None:
    lines = "".join(f"乡{index},{number}\n" for index, number in enumerate(numbers))
    found = csv_sheet(f"乡镇,册数\n{lines}合计,{sum(numbers)}\n")
    (header,) = find_columns(found, "册数")
    done = sum_column(found, header)
    assert Decimal(done.digits) == sum(numbers)
    assert done.wrong_totals == ()


def test_a_large_workbook_is_read_in_seconds() -> None:
    buffer = io.BytesIO()
    made = Workbook(write_only=True)
    rows = made.create_sheet("Sheet1")
    for row in range(10_000):
        rows.append([f"乡{row}", row, row / 7])
    made.save(buffer)
    found = read(buffer.getvalue()).sheets["Sheet1"]
    assert found.used().size == 30_000
