"""Where a text points to an annex or a chart: what is not there is reported, the rest is not."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.load.yaml import load_bytes
from pipeline.validate import validate
from tests.samples import RULES, as_yaml, loaded

OF_POINTERS = {"annex-missing", "annex-unnumbered", "chart-missing", "chart-unnumbered"}
FIGURES = {"讲座": "12场", "展览": "5场"}
CHART = {"类型": "柱形", "标题": "各项活动场次", "数据": ["讲座", "展览"]}
USED = "讲座【讲座】，展览【展览】。"


def annexes(count: int) -> list[dict[str, Any]]:
    return [{"名称": f"名单之{name}", "段落": ["略。"]} for name in "甲乙丙"[:count]]


def reported(text: str, *, annex_count: int = 0, charts: int = 0, **fields: Any) -> list[str]:
    """The codes, each with what was found, for a text in a report of so many annexes and charts."""
    if annex_count:
        fields = {"附件": annexes(annex_count), **fields}
    if charts:
        section = {"小标题": "各类活动都办了", "段落": [USED], "图表": [CHART] * charts}
        fields = {"数据": FIGURES, "主要做法": [section], **fields}
    _, found = validate(loaded(基本情况=[text], **fields), RULES)
    return [
        f"{fault.code} {dict(fault.details)['found']}"
        for fault in found
        if fault.code in OF_POINTERS
    ]


@pytest.mark.parametrize(
    ("text", "count", "expected"),
    [
        ("名单见附件4。", 3, ["annex-missing 附件4"]),
        ("名单详见附件4，照片如附件5所示。", 3, ["annex-missing 附件4", "annex-missing 附件5"]),
        ("名单参见“附件四”。", 3, ["annex-missing 附件4"]),
        ("名单见附件1、附件4。", 3, ["annex-missing 附件4"]),
        ("名单见附件1至5。", 3, ["annex-missing 附件5"]),
        ("名单见附件1、2、4。", 3, ["annex-missing 附件4"]),
        ("名单（见附件2）已公示。", 1, ["annex-missing 附件2"]),
        ("名单见附件1。", 1, ["annex-unnumbered 附件1"]),
        ("名单见附件1。", 0, ["annex-missing 附件1"]),
        ("名单见附件。", 0, ["annex-missing 附件"]),
    ],
)
def test_an_annex_that_is_not_there_is_reported(text: str, count: int, expected: list[str]) -> None:
    assert reported(text, annex_count=count) == expected


@pytest.mark.parametrize(
    "text",
    [
        "名单见附件1、附件2和附件3，见附件1—3。",
        "要求见《全民阅读工作方案》附件4。",
        "要求见通知附件4，分工见方案附件5，见文件附件6，依照意见附件4。",
        "通知写道：“名单见附件4”。",
        "名单见附件1，5个社区都有人参加，见附件1、4个村的名单，见附件1和5张照片。",
        "材料见附件一览表，材料如附件一并报送。",
        "名单见附件。",
    ],
)
def test_an_annex_that_is_there_or_is_anothers_is_left_alone(text: str) -> None:
    assert reported(text, annex_count=3) == []


def test_a_document_in_an_annex_has_annexes_of_its_own() -> None:
    for name, expected in (("活动方案", []), ("活动名单", ["annex-missing 附件3"])):
        annex = {"名称": name, "段落": ["分工见附件3。"]}
        assert reported("方案和名单附后。", 附件=[annex]) == expected


def test_a_cell_may_point_to_an_annex() -> None:
    table = {"列": ["活动", "名单"], "行": [["讲座", "见附件3"], ["展览", "见附件"]]}
    annex = {"名称": "活动一览表", "表格": table}
    assert reported("活动都办了。", 附件=[annex]) == ["annex-missing 附件3"]


@pytest.mark.parametrize(
    ("text", "charts", "expected"),
    [
        ("场次见图5。", 2, ["chart-missing 图5"]),
        ("场次如图3所示，见图1。", 2, ["chart-missing 图3"]),
        ("场次见图1和图4。", 2, ["chart-missing 图4"]),
        ("场次见图1。", 0, ["chart-missing 图1"]),
        ("场次见图1。", 1, ["chart-unnumbered 图1"]),
        ("场次见图2。", 1, ["chart-missing 图2"]),
        ("场次见图1、图2，见下图，见图书目录，见《年鉴》图5，见图2-1。", 2, []),
        ("场次见下图。", 1, []),
    ],
)
def test_a_chart_that_is_not_there_is_reported(text: str, charts: int, expected: list[str]) -> None:
    assert reported(text, charts=charts) == expected


def test_what_is_reported_stands_at_the_words() -> None:
    _, found = validate(loaded(基本情况=["各村名单见附件4。"], 附件=annexes(2)), RULES)
    (fault,) = (fault for fault in found if fault.code == "annex-missing")
    assert fault.location is not None
    assert fault.location.length == len("附件4")


def test_annexes_that_were_left_empty_are_none() -> None:
    typed = as_yaml(基本情况=["名单见附件1。"]) + "附件:\n".encode()
    _, found = validate(load_bytes(typed, Path("input.yaml")), RULES)
    assert "annex-missing" in {fault.code for fault in found}
