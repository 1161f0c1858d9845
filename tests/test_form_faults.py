"""Each way to fill a form in wrongly: the workbook with one edit, and what is printed for it."""

import io
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl import Workbook

from pipeline.diagnostics.diagnostic import Lang, describe
from pipeline.messages import FAULTS
from pipeline.messages.form import FORM
from pipeline.tasks.form.export import export_input
from tests.samples import OFFICIAL, OUTLINES
from tests.test_form import exported, fill, loaded, restored

FOLDER = Path(__file__).parent / "form_cases"
FIELDS: dict[str, Any] = {
    **OFFICIAL,
    "活动": {"名称": "全民阅读周活动", "开始": "2026-09-01", "结束": "2026-09-07"},
    "数据": {
        "参与读者": {"数值": "860", "单位": "人次", "依据": "签到簿"},
        "阅读推广活动": "12场",
    },
    "基本情况": ["活动期间举办【阅读推广活动】，参与读者【参与读者】。"],
    "主要做法": [
        {"小标题": "加强组织", "段落": ["成立了工作组。"], "分述": ["分工明确", "按日调度"]},
        "全馆共同参与。",
    ],
    "附件": [
        {
            "名称": "活动安排表",
            "表格": {
                "列": ["序号", {"名称": "责任落实", "列": ["科室", "责任人"]}],
                "行": [["1", "办公室", "主任"], ["2", "流通部", "主任"]],
            },
        }
    ],
}
Edit = Callable[[Workbook], None]


def put(sheet: str, cell: str, value: Any) -> Edit:
    def edit(book: Workbook) -> None:
        book[sheet][cell] = value

    return edit


def both(*edits: Edit) -> Edit:
    def edit(book: Workbook) -> None:
        for one in edits:
            one(book)

    return edit


def rename(sheet: str, name: str) -> Edit:
    def edit(book: Workbook) -> None:
        book[sheet].title = name

    return edit


def drop(*sheets: str) -> Edit:
    def edit(book: Workbook) -> None:
        for sheet in sheets:
            book.remove(book[sheet])

    return edit


def add_row(sheet: str, row: int, *values: Any) -> Edit:
    def edit(book: Workbook) -> None:
        for column, value in enumerate(values, start=1):
            book[sheet].cell(row, column).value = value

    return edit


def note_sheet(book: Workbook) -> None:
    book.create_sheet("我的备忘")["A1"] = "周五前交"


def merge_units(book: Workbook) -> None:
    book["附件1"]["D9"] = None
    book["附件1"].merge_cells("D8:D9")


def unmerge_head(book: Workbook) -> None:
    book["附件1"].unmerge_cells("C6:D6")


# Rows of the workbook as it goes out: 正文 3 导语, 4 基本情况, 5 加强组织, 6 its paragraph, 7 and 8
# its points, 9 the last paragraph of 主要做法, 10 突出特点, 11 取得成效, 12 结尾.
EDITS: dict[str, Edit] = {
    "not-a-form": drop("填写说明", "基本信息", "数据", "正文", "其他"),
    "form-sheet-missing": drop("数据"),
    "form-sheet-missing--renamed": rename("基本信息", "基本信息表"),
    "form-rest-missing": drop("其他"),
    "form-extra-sheet": note_sheet,
    "form-no-headings": both(*(put("数据", f"{letter}2", None) for letter in "ABCDEFGHIJ")),
    "form-heading-missing": put("数据", "B2", None),
    "form-unknown-heading": put("数据", "D2", "依剧"),
    "form-stray-text": put("正文", "G6", "这句加在哪里？"),
    "form-stray-text--beside-the-table": put("附件1", "F8", "未完成"),
    "form-unknown-label": put("基本信息", "A4", "题目"),
    "form-unknown-label--annex": put("附件1", "A4", "图片文档"),
    "form-label-missing": add_row("基本信息", 40, None, "本表由办公室填写"),
    "form-name-missing": add_row("数据", 9, None, 37, "条"),
    "form-twice": add_row("数据", 9, "参与读者", 900, "人次"),
    "form-twice--field": add_row("基本信息", 40, "标题", "又一个标题"),
    "form-pairs": put("数据", "E3", "县图书馆 860"),
    "form-unknown-choice": put("正文", "A6", "主要作法"),
    "form-unknown-choice--kind": put("正文", "B5", "标题"),
    "form-part-missing": put("正文", "A3", None),
    "form-part-heading-missing": both(
        fill("结构", "自拟"), *(put("正文", f"A{row}", "正文") for row in range(4, 12))
    ),
    "form-kind-misplaced": put("正文", "B12", "分述"),
    "form-level-jump": put("正文", "B5", "小标题（二级）"),
    "form-text-after-points": put("正文", "D9", None),
    "form-owner-missing": put("正文", "D6", "二级小标题"),
    "form-extra-alone": add_row("正文", 20, "取得成效", "其他", "趋势图", None, "图表"),
    "form-bad-path": add_row("其他", 3, "活动.阶段[0].名称", "动员"),
    "form-bad-path--gap": add_row("其他", 3, "图表[2].名称", "趋势"),
    "form-table-headless": both(
        *(
            put("附件1", f"{c}{r}", None)
            for r in (6, 7)
            for c in "BCD"
            if f"{c}{r}" not in ("D6", "B7")
        )
    ),
    "form-header-hole": put("附件1", "B6", None),
    "form-header-hole--unmerged": unmerge_head,
    "form-merged-cells": merge_units,
    "form-digits-halved": put("数据", "B3", "８６０"),
    "form-field-missing": fill("标题", None),
    "form-field-missing--part": both(put("正文", "C10", None), put("正文", "A10", None)),
    "form-field-required": fill("主送", None),
    "form-file-to-copy": both(put("附件1", "B4", "照片1.png"), put("附件1", "B5", "启动仪式")),
    # What the ordinary stages find, at the cell that it came from.
    "date-without-year": fill("日期", "十月八日"),
    "blank": put("正文", "C12", "【待填：下一步打算】"),
    "cell-error": put("数据", "B3", "#REF!"),
    "cell-uncalculated": put("数据", "B3", "=SUM(B4:B9)"),
    "control-character": put("正文", "C12", "下一步\u200b继续办好活动。"),
    "date-order": fill("活动结束", "2026-08-31"),
    "empty-field": put("正文", "C5", None),
    "heading-end-mark": put("正文", "C5", "加强组织。"),
    "unknown-figure": put("正文", "C4", "活动期间举办【阅读活动】，参与读者【参与读者】。"),
    "unknown-key": add_row("其他", 3, "活动.主题", "书香满城"),
    "unknown-template": fill("模板", "red-head"),
    "unused-figure": add_row("数据", 9, "新办读者证", 42, "张"),
}


@cache
def _form() -> bytes:
    return exported(loaded(FIELDS))


def edited(edit: Edit) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(_form()))
    edit(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def printed(name: str) -> str:
    found = restored(edited(EDITS[name]))
    lines = [
        describe(fault, None, lang) for lang in (Lang.ZH, Lang.EN) for fault in found.diagnostics
    ]
    return "\n".join([*lines, "written" if found.text else "not written"]) + "\n"


@pytest.mark.parametrize("name", EDITS)
def test_each_typo_prints_its_cell_its_reason_and_its_fix(
    name: str, request: pytest.FixtureRequest
) -> None:
    found = printed(name)
    expected = FOLDER / f"{name}.txt"
    if request.config.getoption("--update-cases"):
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("name", EDITS)
def test_each_typo_shows_the_fault_that_it_is_named_for(name: str) -> None:
    code = name.partition("--")[0]
    shown = {"control-character": "cell-invisible"}.get(code, code)
    assert code in FAULTS
    assert f"[{shown}] " in (FOLDER / f"{name}.txt").read_text("utf-8")


def test_every_code_of_a_form_has_its_case() -> None:
    shown = {name.partition("--")[0] for name in EDITS} | {"form-text-too-long"}
    assert set(FORM) <= shown


def test_a_text_that_no_cell_holds_is_reported_where_it_stands_in_the_input() -> None:
    source = loaded({**FIELDS, "结尾": "长" * 32_768})
    data, (fault,) = export_input(source, OUTLINES)
    assert data is None
    assert fault.code == "form-text-too-long"
    assert fault.location is not None
    assert source.source is not None
    line = source.source.text.split("\n")[fault.location.line - 1]
    assert line.startswith("结尾: 长")
