"""The JSON Schema takes what the program takes, so that an editor marks no sound input."""

from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pipeline.tasks.build import find_templates
from pipeline.tasks.schema import draw_schema
from tests.rollup_units import PLAN
from tests.samples import OFFICIAL, PLAIN, SHIPPED

TEMPLATES = find_templates()


class _Yaml12(yaml.SafeLoader):
    """YAML as editors read it: dates stay text, numbers become numbers."""


_Yaml12.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if "timestamp" not in tag]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def faults(data: Any, *, english: bool = False) -> list[str]:
    validator = jsonschema.Draft202012Validator(draw_schema(TEMPLATES.outlines, english=english))
    return [error.message for error in validator.iter_errors(data)]


def test_a_table_is_typed_or_read_from_a_file() -> None:
    for table, is_sound in (
        ({"来源": "表.xlsx"}, True),
        ({"列": ["甲"]}, True),
        ({"行": []}, False),
    ):
        assert (not faults({**PLAIN, "附件": [{"名称": "表", "表格": table}]})) == is_sound


def test_the_schema_is_one() -> None:
    for english in (False, True):
        jsonschema.Draft202012Validator.check_schema(
            draw_schema(TEMPLATES.outlines, english=english)
        )


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_an_editor_finds_nothing_in_the_shipped_inputs(path: Path) -> None:
    assert faults(yaml.load(path.read_text("utf-8"), _Yaml12)) == []


def test_a_carried_file_is_taken_with_its_marks() -> None:
    carried = {"来自": "2025.yaml", "年份": 2025, "今年": 2026, "保留": "2025年冬天"}
    marked = {"日期": "【待确认：2026-10-08】", "活动": {"名称": "读书月", "届次": "【待确认：6】"}}
    assert faults({**PLAIN, **marked, "沿用": carried}) == []


def test_an_editor_finds_nothing_in_the_shipped_plan_and_marks_a_wrong_one() -> None:
    plan = yaml.load(PLAN.read_text("utf-8"), _Yaml12)
    assert faults(plan) == []
    for wrong in (
        {"单位": None},
        {"数据": {"读书活动": {"方式": "总计"}}},
        {"摘登": {"甲": {"部分": ["导语"]}}},
        {"目录": {"甲": "乙"}},
    ):
        assert faults({**plan, "汇总": {**plan["汇总"], **wrong}}), wrong
    assert faults({**plan, "附件": [{"名称": "甲", "表格": {"汇总": "清单"}}]})


def test_short_forms_are_taken() -> None:
    short = {
        "数据": {"甲": "32次", "乙": 7},
        "活动": "读书月",
        "基本情况": "一段",
        "署名位置": "题下",
    }
    assert faults({**PLAIN, **short}) == []
    assert faults({**OFFICIAL, "签发人": "×××", "份号": 1, "日期": "2026年10月8日"}) == []


@pytest.mark.parametrize(
    "wrong", [{"多余": "x"}, {"标题": ["x"]}, {"附件": "x"}, {"署名位置": "左边"}, {"标题": None}]
)
def test_what_the_program_refuses_is_marked(wrong: dict[str, Any]) -> None:
    assert faults({**PLAIN, **wrong})
