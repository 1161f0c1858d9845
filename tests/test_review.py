"""Inputs are proofread where their text was typed, and fixed there."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.load.yaml import Loaded, load_bytes
from pipeline.messages import Lang, Severity
from pipeline.model.report import Report
from pipeline.prose.proofread.words import Word
from pipeline.prose.review import Office, Review, review
from pipeline.prose.review.fix import fix_text
from pipeline.tasks.build import check_all, find_templates, fix_input
from pipeline.validate import Reading, read_report
from tests.samples import PLAIN, RULES, SHIPPED, as_yaml


def loaded_from(typed: str | bytes) -> Loaded:
    data = typed.encode() if isinstance(typed, str) else typed
    return load_bytes(data, Path("input.yaml"))


def sound(loaded: Loaded) -> Reading:
    reading = read_report(loaded, RULES)
    assert reading.valid is not None, reading.diagnostics
    return reading


def sound_report(loaded: Loaded) -> Report:
    report = sound(loaded).report
    assert report is not None
    return report


def found(typed: str | bytes, office: Office | None = None) -> tuple[Diagnostic, ...]:
    loaded = loaded_from(typed)
    return review(loaded, sound(loaded), office).diagnostics


def typed_there(typed: str, one: Diagnostic) -> str:
    """What stands in the source where a diagnostic points."""
    assert one.location is not None
    row = typed.split("\n")[one.location.line - 1]
    start = one.location.column - 1
    return row[start : start + one.location.length]


def fixed(typed: str, path: Path = Path("input.yaml")) -> str:
    def look(loaded: Loaded) -> Review:
        reading = read_report(loaded, RULES)
        return review(loaded, reading) if reading.valid else Review()

    return fix_text(load_bytes(typed.encode(), path), look).text


def with_lead(lead: str, **changes: Any) -> str:
    """The small input with its 导语 typed just so."""
    rest = as_yaml(导语=None, **changes).decode()
    return f"{rest}导语: {lead}\n"


WAYS = {
    "plain": "全馆建立台帐，效果很好。",
    "plain over lines": "全馆\n  建立台帐，\n  效果很好。",
    "single quotes": "'全馆''建立''台帐，效果很好。'",
    "double quotes": '"全馆\\u5efa立台帐，\\\n  效果很好。"',
    "literal": "|\n  全馆参加了活动。\n  　　全馆建立台帐，效果很好。",
    "folded": ">\n  全馆\n  建立台帐，效果很好。\n",
}


@pytest.mark.parametrize("lead", WAYS.values(), ids=WAYS)
def test_an_issue_is_reported_where_it_was_typed(lead: str) -> None:
    typed = with_lead(lead)
    (one,) = found(typed)
    assert one.code == "W01-word"
    assert typed_there(typed, one) == "台帐"


@pytest.mark.parametrize("lead", WAYS.values(), ids=WAYS)
def test_an_issue_is_fixed_where_it_was_typed_and_nothing_else_is(lead: str) -> None:
    typed = with_lead(lead)
    assert fixed(typed) == typed.replace("台帐", "台账")


def test_a_word_that_a_fold_parts_is_reported_and_stays() -> None:
    typed = with_lead("全馆建立台\n  帐，效果很好。")
    (one,) = found(typed)
    assert typed_there(typed, one) == "台"
    assert fixed(typed) == typed.replace("帐", "账")


def test_what_a_figure_shows_is_reported_at_the_reference_and_never_fixed() -> None:
    typed = with_lead("全馆办了5、【场次】，，很好。", 数据={"场次": {"数值": "6", "单位": "次"}})
    by_code = {one.code: one for one in found(typed)}
    assert typed_there(typed, by_code["Q15-twice"]) == "，，"
    assert typed_there(typed, by_code["D03-approx"]) == "5、【场次】"
    assert fixed(typed) == typed.replace("，，", "，")


def test_literal_brackets_count_as_one() -> None:
    typed = with_lead("说明见【【附注】】，，完。")
    (one,) = found(typed)
    assert typed_there(typed, one) == "，，"


def test_every_text_of_a_report_is_looked_at() -> None:
    issue = "建立台帐"
    section = {"小标题": issue, "段落": [f"{issue}。"], "分述": [issue, "其余照办"]}
    table = {"列": [issue, {"名称": issue, "列": ["甲", "乙"]}], "行": [[issue, "1", "2"]]}
    chart = [{"类型": "柱形", "标题": issue, "数据": ["甲", "乙"]}]
    typed = as_yaml(
        标题=f"青禾县图书馆{issue}活动总结",
        导语=f"{issue}。",
        主要做法=[section],
        结尾=f"{issue}。",
        附件=[{"名称": issue, "段落": [f"{issue}。"], "表格": table, "图表": chart}],
        数据={"甲": "3次", "乙": "4次"},
    )
    codes = [one.code for one in found(typed)]
    assert codes.count("W01-word") == typed.decode().count("台帐")


def test_english_keys_are_read_as_well() -> None:
    fields = {
        "title": "青禾县图书馆活动总结", "organisation": "青禾县图书馆", "date": "2026-10-08",
        "lead": "建立台帐。", "overview": "甲。", "practices": "乙。", "features": "丙。",
        "results": "丁。", "closing": "戊。", "proofreading": {"off": "W01-word"},
    }  # fmt: skip
    assert found(yaml.safe_dump(fields, allow_unicode=True)) == ()


# --- what is switched off --------------------------------------------------------------------


def test_an_input_switches_a_rule_off() -> None:
    lead = "建立台帐，，落实。"
    assert [one.code for one in found(with_lead(lead, 校对={"关闭": ["W01-word"]}))] == [
        "Q15-twice"
    ]


def test_a_rule_that_is_not_there_is_reported_with_the_nearest() -> None:
    typed = with_lead("甲。", 校对={"关闭": ["W01-wrod", "Q12-half"]})
    (one,) = found(typed)
    assert one.code == "unknown-rule"
    assert typed_there(typed, one) == "W01-wrod"
    assert "W01-word" in one.message(Lang.ZH)


def test_a_text_that_is_right_as_it_stands_is_let_through() -> None:
    lead = "县台帐史馆建立台帐。"
    (one,) = found(with_lead(lead, 校对={"放过": ["台帐史馆"]}))
    assert one.location is not None
    assert one.location.column == len("导语: 县台帐史馆建立") + 1


def test_a_template_weighs_the_rules_of_the_text() -> None:
    office = Office({"W01-word": Severity.ERROR, "Q15-twice": None})
    (one,) = found(with_lead("建立台帐，，落实。"), office)
    assert (one.code, one.severity) == ("W01-word", Severity.ERROR)


def test_a_template_has_a_list_of_words() -> None:
    office = Office(words=(Word("文广局", "文旅局", "W04-own", "本局用字"),))
    (one,) = found(with_lead("县文广局参加了活动。"), office)
    assert one.code == "W04-own"
    assert "文旅局" in one.hint(Lang.ZH)


def test_an_input_names_a_list_of_words(tmp_path: Path) -> None:
    (tmp_path / "用字.yaml").write_text(
        "文广局: 文旅局\n台帐: 台帐\n小孩: {改: 儿童, 后: 活动|读物}\n", "utf-8"
    )
    lead = "文广局建立台帐，小孩读物受小孩欢迎。"
    path = tmp_path / "input.yaml"
    path.write_text(with_lead(lead, 校对={"用字": "用字.yaml"}), "utf-8")
    (outcome,) = check_all((path,), is_strict=False)
    assert [(one.code, one.hint(Lang.EN)) for one in outcome.diagnostics] == [
        ("W04-own", "use “文旅局” (用字) (check --fix does it)"),
        ("W04-own", "use “儿童” (用字) (check --fix does it)"),
    ]


BAD_LISTS = {
    "甲: {改: 乙, 后面: 丙}\n": "unknown-key",
    "甲: {改: 乙, 类: 别字}\n": "invalid-value",
    "甲: {改: 乙, 后: '（[丙'}\n": "word-pattern",
    "甲: [乙]\n": "expected-text",
    "甲: {改: {乙: 丙}}\n": "expected-text",
}


@pytest.mark.parametrize(("text", "code"), BAD_LISTS.items())
def test_a_list_of_words_with_a_fault_is_reported(text: str, code: str, tmp_path: Path) -> None:
    (tmp_path / "words.yaml").write_text(text, "utf-8")
    path = tmp_path / "input.yaml"
    path.write_text(with_lead("甲。", 校对={"用字": "words.yaml"}), "utf-8")
    (outcome,) = check_all((path,), is_strict=False)
    assert [one.code for one in outcome.diagnostics] == [code]
    assert outcome.is_failed


@pytest.mark.parametrize(
    ("name", "code"), [("没有.yaml", "file-missing"), ("../外面.yaml", "file-outside-folder")]
)
def test_a_list_that_cannot_be_read_is_reported(name: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"
    path.write_text(with_lead("甲。", 校对={"用字": name}), "utf-8")
    (outcome,) = check_all((path,), is_strict=False)
    assert [one.code for one in outcome.diagnostics] == [code]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_the_shipped_inputs_have_nothing_to_fix(path: Path) -> None:
    (outcome,) = check_all((path,), is_strict=True)
    assert [one.code for one in outcome.diagnostics] == []
    done = fix_input(path, find_templates())
    assert done is not None
    assert done.count == 0
    assert done.text == path.read_text("utf-8")


# --- fixing ----------------------------------------------------------------------------------

TYPED = """\
# 第一行是注释
标题: 青禾县图书馆全民阅读周活动总结   # 标题不加标点
单位: 青禾县图书馆
日期: 2026-10-08
数据: {换书: {数值: 1350, 单位: 册}}

导语: "全馆\\u5efa立台帐,按期对帐。现总结如下。"
基本情况:
  - 活动期间共流转图书【换书】，，占百分之十五。   # 逗号打多了
主要做法: [ {小标题: 做好“甲”、“乙”, 段落: [各负其责、其它照办。]} ]
突出特点:
- |-
  读者做出了重要贡献,
  效果良好。
取得成效: '读者''明显''增多、等单位称好。'
结尾: 好。
"""


def test_comments_and_layout_stay() -> None:
    wanted = (
        TYPED.replace("台帐,按期对帐", "台账，按期对账")
        .replace("【换书】，，占百分之十五", "【换书】，占15%")
        .replace("“甲”、“乙”", "“甲”“乙”")
        .replace("其它", "其他")
        .replace("做出了", "作出了")
        .replace("贡献,", "贡献，")
        .replace("增多、等", "增多等")
    )
    assert fixed(TYPED) == wanted
    assert fixed(wanted) == wanted


def test_a_fix_that_yaml_would_read_otherwise_is_left_out() -> None:
    typed = with_lead("全馆...到此为止。")
    loaded = loaded_from(typed)
    assert sound(loaded)
    assert fixed(typed) == typed.replace("...", "……")


_PIECES = st.sampled_from(
    [
        *("全馆", "建立台帐", "，，", "、等", "读者", "百分之十五", "，", "。", "《甲》、《乙》"),
        *(
            "...",
            "15-20人",
            "其它",
            "\n",
            "【数】",
            "【【",
            "】】",
            "，",
            "第一、",
            "“好”",
            "(含乙)",
        ),
        *("08月01日", "—", " ", "5、6次", "開展", "x"),
    ]
)
_TEXTS = st.lists(_PIECES, min_size=1, max_size=14).map("".join)


def _shown(loaded: Loaded) -> dict[str, Any]:
    return sound_report(loaded).model_dump(exclude={"lead", "closing", "overview"})


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(
    st.tuples(_TEXTS, _TEXTS, _TEXTS),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from([12, 40, 200]),
)
def test_a_fixed_input_reads_as_before_but_for_what_was_fixed(
    texts: tuple[str, str, str], style: str | None, width: int
) -> None:
    lead, closing, overview = texts
    fields = {**PLAIN, "导语": lead, "结尾": closing, "基本情况": [overview], "数据": {"数": "6次"}}
    typed = yaml.dump(fields, allow_unicode=True, sort_keys=False, default_style=style, width=width)
    loaded = loaded_from(typed)
    reading = read_report(loaded, RULES)
    if reading.valid is None:
        return
    once = fixed(typed)
    again = loaded_from(once)
    assert _shown(again) == _shown(loaded)
    assert sound(again).facts == reading.facts
    assert fixed(once) == once
    assert len(found(once)) <= len(found(typed))


def test_nothing_is_fixed_in_an_input_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"
    path.write_bytes(as_yaml(导语="建立台帐。", 结尾=None))
    assert fix_input(path, find_templates()) is None


def test_the_report_of_a_fixed_input_is_what_was_meant() -> None:
    report = sound_report(loaded_from(fixed(TYPED)))
    assert report.lead == "全馆建立台账，按期对账。现总结如下。"
    assert report.results == ("读者'明显'增多等单位称好。",)
