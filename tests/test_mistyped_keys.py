"""Keys that were typed as text are guessed where a key may stand, and nowhere else."""

from pathlib import Path

import pytest

from pipeline.messages import Lang
from pipeline.validate import read_report
from tests.samples import PLAIN, RULES, dump_yaml, load_bytes

SENTENCES = (
    *("来源：县统计局年报。", "依据：县里的文件。", "附注：此件公开。", "主送：各镇。"),
    *("文件：已印发。", "标题：醒目。", "单位：人。", "附件：照旧。", "数据：属实。"),
)


def guessed(typed: str) -> list[str]:
    """The keys guessed in an input with some fields typed just so."""
    fields = {key: value for key, value in PLAIN.items() if f"{key}:" not in typed}
    source = dump_yaml(fields) + typed + "\n"
    found = read_report(load_bytes(source.encode(), Path("input.yaml")), RULES).diagnostics
    return [dict(one.details)["key"] for one in found if one.code == "fullwidth-colon"]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize(
    "typed",
    [
        "基本情况:\n  - {}",
        "基本情况: {}",
        "基本情况: [{}]",
        "基本情况:\n  - 全馆参加，\n    {}",
        "导语: {}",
        "导语:\n  全馆参加，\n  {}\n  现总结如下。",
        "结尾: 继续努力，\n  {}",
        "主要做法:\n  - 小标题: 加强组织\n    段落:\n      - {}\n    分述:\n      - {}\n      - 好",
        "附件:\n  - 名称: 清单\n    段落:\n      - {}\n    表格:\n      列: [甲]\n      行: [[{}]]",
        "附件:\n  - 名称: 清单\n    图片:\n      - 文件: a.png\n        说明: {}",
        "数据:\n  人数: {{数值: 3, 单位: 人, 依据: {}}}",
        "数据:\n  人数:\n    数值: 3\n    依据: 签到表，\n      {}",
    ],
)
def test_a_sentence_that_begins_like_a_field_of_elsewhere_is_a_sentence(
    typed: str, sentence: str
) -> None:
    assert guessed(typed.format(sentence, sentence)) == []


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("基本情况:\n  - 小标题：加强领导", ["小标题"]),
        ("基本情况: 小标题：加强领导", ["小标题"]),
        ("基本情况:\n  - 全馆参加，\n    小标题：加强领导", ["小标题"]),
        ("基本情况:\n  - heading：加强领导", ["heading"]),
        ("主要做法:\n  - 小标题: 组织\n    段落:\n      - 图表：见下", ["图表"]),
        ("活动: 名称：全民阅读周", ["名称"]),
        ("数据:\n  人数: 数值：3", ["数值"]),
        ("附件:\n  - 名称：清单", ["名称"]),
        ("附件:\n  - 名称: 清单\n    表格: {列: [名称：甲], 行: [[乙]]}", ["名称"]),
        ("主要做法:\n  - 小标题：组织\n    段落：\n      - 成立了工作组。", ["小标题", "段落"]),
    ],
)
def test_a_field_that_may_stand_there_is_guessed(typed: str, keys: list[str]) -> None:
    assert guessed(typed) == keys


@pytest.mark.parametrize(
    "typed",
    [
        '基本情况:\n  - "小标题：加强领导"',
        "基本情况:\n  - '小标题：加强领导'",
        "基本情况:\n  - |\n    小标题：加强领导",
        "基本情况:\n  - >\n    全馆参加，\n    小标题：加强领导",
        '活动: "名称：全民阅读周"',
        '数据:\n  人数: "数值：3"',
        '附件:\n  - "名称：清单"',
    ],
)
def test_what_stands_in_quotes_or_in_a_block_is_never_guessed(typed: str) -> None:
    assert guessed(typed) == []


def test_both_ways_out_are_shown_where_a_text_may_stand() -> None:
    source = dump_yaml(PLAIN).replace("- 全馆参加了活动。", "- 小标题：加强领导")
    (found,) = read_report(load_bytes(source.encode(), Path("input.yaml")), RULES).diagnostics
    assert "小标题: " in found.hint(Lang.ZH)
    assert "引号" in found.hint(Lang.ZH)
    assert "quotes" in found.hint(Lang.EN)


def test_a_typo_elsewhere_does_not_make_keys_of_sentences() -> None:
    source = dump_yaml(PLAIN).replace(
        "- 全馆参加了活动。", "- 文件：已印发。\n- 全馆参加，\n  来源：县统计局。"
    )
    source = source.replace("单位: ", "单位：")
    found = read_report(load_bytes(source.encode(), Path("input.yaml")), RULES).diagnostics
    assert [dict(one.details).get("key") for one in found] == ["单位"]
