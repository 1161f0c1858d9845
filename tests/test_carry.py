"""Last year's file carried: all of it to be confirmed, nothing else found, the layout as it was."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from pipeline.cli import main
from pipeline.diagnostics.errors import ExitCode, UsageError
from pipeline.load.yaml import Loaded, load_bytes, load_input
from pipeline.model.marks import find_marks, take_off_marks
from pipeline.model.report import Report
from pipeline.tasks.carry import CarriedFile, write_carried
from pipeline.tasks.carry.carry import carry
from pipeline.tasks.carry.move import Move, year_of, years_of
from pipeline.validate import Valid, validate
from tests.samples import OFFICIAL, PLAIN, ROOT, RULES, SHIPPED, as_yaml

LAST_YEAR = ROOT / "tests" / "last_year" / "2025-读书月.yaml"
HERE = Path("2025-读书月.yaml")


def read(data: bytes | Path) -> tuple[Loaded, Valid]:
    loaded = load_input(data) if isinstance(data, Path) else load_bytes(data, HERE)
    valid, found = validate(loaded, RULES)
    assert valid is not None, found
    return loaded, valid


def carried(data: bytes | Path, years: int = 1, template: str | None = None) -> str:
    loaded, valid = read(data)
    old = year_of(valid.report)
    return carry(loaded, valid, Move(old, old + years, years_of(valid.report)), template)


def codes(text: str, folder: Path = Path()) -> Counter[str]:
    _, found = validate(load_bytes(text.encode(), folder / "2026.yaml"), RULES)
    return Counter(fault.code for fault in found)


def confirmed(text: str, folder: Path = Path()) -> Valid:
    """The report once every mark has been taken off."""
    bare = take_off_marks(text).encode()
    valid, found = validate(load_bytes(bare, folder / "2026.yaml"), RULES)
    assert valid is not None, found
    return valid


def without_origin(report: Report) -> Report:
    """A report as it was before it was carried."""
    figures = {
        name: figure.model_copy(update={"previous": None})
        for name, figure in report.figures.items()
    }
    return report.model_copy(update={"carried": None, "figures": figures})


KINDS = {"unconfirmed-figure", "unconfirmed-source", "unconfirmed-date", "unconfirmed-name"}


@pytest.mark.parametrize("path", [*SHIPPED, LAST_YEAR], ids=lambda path: path.stem)
def test_a_carried_file_shows_its_marks_as_errors_and_nothing_new(path: Path) -> None:
    text = carried(path)
    found = codes(text, path.parent)
    assert set(found) - set(codes(path.read_text("utf-8"), path.parent)) <= KINDS
    assert sum(found[kind] for kind in KINDS) == len(list(find_marks(text))) > 0


@pytest.mark.parametrize("path", [*SHIPPED, LAST_YEAR], ids=lambda path: path.stem)
def test_with_the_marks_taken_off_it_is_valid(path: Path) -> None:
    assert confirmed(carried(path), path.parent).report.carried is not None


@pytest.mark.parametrize("path", [*SHIPPED, LAST_YEAR], ids=lambda path: path.stem)
def test_carried_into_the_same_year_it_is_the_source_again(path: Path) -> None:
    _, valid = read(path)
    again = confirmed(carried(path, years=0), path.parent)
    assert without_origin(again.report) == without_origin(valid.report)


@pytest.mark.parametrize("path", [*SHIPPED, LAST_YEAR], ids=lambda path: path.stem)
def test_comments_and_layout_stay(path: Path) -> None:
    text = take_off_marks(carried(path, years=0))
    text = re.sub(r"(?m)^ +上期: .*\n|, 上期: '?[0-9.,]+'?(?=[,}])", "", text)
    head = re.compile(r"(?m)^(?:# 标着待确认|沿用).*\n")
    lines = head.sub("", text).splitlines()
    # A figure in its short form, an older 上期 and an escaped text are all that is written anew.
    short = re.compile(r"  \S+: [0-9]+[^ ,]+$|.*, 上期: .*|.*\\u0034.*")
    source = path.read_text("utf-8").splitlines()
    assert len(lines) == len(source)
    for new, old in zip(lines, source, strict=True):
        assert new == old or short.fullmatch(old)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        *(("2025-10-08", "2026-10-08"), ("2025.10.8", "2026.10.8"), ("2025/10/8", "2026/10/8")),
        *(("2025年10月8日", "2026年10月8日"), ("二〇二五年十月八日", "二〇二六年十月八日")),
        ("２０２５－１０－０８", "2026年10月8日"),
    ],
)
def test_a_date_is_offered_in_the_form_that_it_was_written_in(typed: str, offered: str) -> None:
    text = carried(as_yaml(日期=typed))
    assert f"日期: 【待确认：{offered}】\n" in text.replace('"', "").replace("'", "")


def test_what_is_offered_is_of_the_new_year() -> None:
    text = carried(LAST_YEAR)
    for words in (
        "沿用: {来自: 2025-读书月.yaml, 年份: 2025, 今年: 2026, 单位: 云溪县图书馆, 届次: 5}",
        "云图发【待确认：〔2026〕15号】",
        "关于【待确认：2026年】【待确认：第六届】全民读书月",
        "日期: 【待确认：2026年5月12日】",
        '结束: "【待确认：2026-04-30】"',
        "届次: 【待确认：6】",
        "首届年份: 2021\n",
        "参与读者: {数值: '【待确认：12,600】', 单位: 人次, 依据: 签到簿, 上期: '12,600'}",
        "新办读者证: {数值: 【待确认：350】, 单位: 张, 上期: 350}",
        "两场合计: {公式: 主场 + 分场, 单位: 场, 上期: 48}",
        "分项: {机关: 【待确认：600】, 学校: 【待确认：300】}",
        "【待确认：2026年4月1日（星期三）】",
        "【待确认：4月30日星期四】闭幕",
        "云政办发【待确认：〔2025〕3号】",
        "比【待确认：2025年】多办了【待确认：12场】",
        "（【待确认：2021—2025年】）",
        '"名家讲座【待确认：4场】，安排在【待确认：4月12日（周日）、19日、26日】。"',
        "[1, 【待确认：4月1日】, 开幕式, 【待确认：1场】, 办公室, 【待确认：乙某】]",
        "[3, 全月, 图书车下村, '—', 借阅部, —]",
        "联系人：【待确认：丁某】，联系电话：【待确认：0000-1234567】",
    ):
        assert words in text, words


def test_what_stood_there_last_time_is_reported() -> None:
    _, found = validate(load_bytes(carried(LAST_YEAR).encode(), Path("2026.yaml")), RULES)
    was = {dict(fault.details)["what"]: dict(fault.details)["was_zh"] for fault in found}
    assert was["第六届"] == "，上次是“第五届”"
    assert was["2026年4月1日（星期三）"] == "，上次是“2025年4月1日（星期二）”"
    assert was["〔2026〕15号"] == "，上次是“〔2025〕15号”"
    assert was["6"] == "，上次是“5”"
    assert was["〔2025〕3号"] == was["2021—2025年"] == was["48"] == "，是从上次照搬的"


def test_a_chart_is_carried_with_its_unit_and_its_figures() -> None:
    chart = {
        "类型": "柱形",
        "标题": "2025年场次",
        "数据": ["甲", "乙"],
        "类别": ["3月", "4月"],
        "单位": "场",
    }
    data = as_yaml(
        日期="2025-10-08",
        数据={"甲": "3场", "乙": "4场"},
        基本情况=["共【甲】、【乙】。"],
        附件=[{"名称": "图", "图表": chart}],
    )
    text = carried(data)
    assert "标题: 【待确认：2026年】场次" in text
    assert "单位: 场\n" in text
    assert set(codes(text)) <= KINDS
    assert confirmed(text).report.annexes[0].charts[0].unit == "场"


def with_table(columns: list[str], *rows: list[str], **changes: Any) -> bytes:
    table = {"列": columns, "行": [*rows]}
    return as_yaml(日期="2025-10-08", 附件=[{"名称": "安排", "表格": table}], **changes)


def test_a_weekday_beside_its_date_is_that_of_the_new_one() -> None:
    data = with_table(
        ["日期", "星期", "内容"],
        ["2025年9月8日", "星期一", "开幕"],
        ["9月13日", "六", "讲座"],
        ["9月14日", "（周日）", "展览"],
        ["待定", "周一", "闭幕"],
    )
    text = carried(data)
    for words in (
        "【待确认：星期二】",
        "【待确认：日】",
        "【待确认：（周一）】",
        "【待确认：周一】",
    ):
        assert text.count(words) == 1, words
    found = codes(text)
    assert set(found) <= KINDS
    assert found["unconfirmed-name"] == 1  # 单位
    assert set(codes(take_off_marks(text))) == set()


def test_the_weekday_that_is_to_be_confirmed_is_called_one() -> None:
    data = with_table(["日期", "星期"], ["2025年9月8日", "星期一"])
    _, found = validate(load_bytes(carried(data).encode(), Path("2026.yaml")), RULES)
    (details,) = (d for f in found if (d := dict(f.details))["what"] == "星期二")
    assert (details["kind_zh"], details["was_zh"]) == ("星期", "")


def test_a_weekday_of_every_week_is_not_marked() -> None:
    text = carried(with_table(["星期", "开放时间"], ["星期一", "闭馆"], ["星期二", "全天"]))
    assert "【待确认：星期" not in text


def test_the_count_of_a_day_of_each_year_is_marked() -> None:
    text = carried(as_yaml(日期="2025-10-08", 基本情况=["第三十个世界读书日，第二个工作日。"]))
    assert "【待确认：第三十一个世界读书日】，第二个工作日。" in text
    _, found = validate(load_bytes(text.encode(), Path("2026.yaml")), RULES)
    (details,) = (d for f in found if "读书日" in (d := dict(f.details))["what"])
    assert (details["kind_zh"], details["was_zh"]) == ("届次", "，上次是“第三十个世界读书日”")


def test_the_growth_over_last_time_can_be_shown_at_once() -> None:
    text = take_off_marks(carried(LAST_YEAR)).replace("{数值: 48,", "{数值: 60,")
    valid, found = validate(load_bytes(text.encode(), Path("2026.yaml")), RULES)
    assert valid is not None, found
    assert valid.facts.show("读书活动.同比") == "增长25%"


def test_marks_and_blanks_of_the_source_are_carried_as_they_are(tmp_path: Path) -> None:
    source = tmp_path / "a.yaml"
    source.write_bytes(
        as_yaml(
            日期="【待确认：2025-10-08】",
            结尾="【待填：打算】。",
            数据={"甲": "【待填】"},
            基本情况=["有【甲】。"],
        )
    )
    done = write_carried("2026", source, None, tmp_path / "inputs")
    assert isinstance(done, CarriedFile)
    text = done.path.read_text("utf-8")
    assert "日期: 【待确认：2026-10-08】" in text
    assert "【待填：打算】" in text
    assert "甲: 【待填】" in text


def test_carried_again_the_new_origin_takes_the_place_of_the_old() -> None:
    once = take_off_marks(carried(LAST_YEAR)).replace("云政办发〔2025〕", "云政办发〔2026〕")
    twice = carried(once.encode())
    assert twice.count("沿用:") == twice.count("# 标着待确认") == 1
    assert "年份: 2026, 今年: 2027" in twice
    assert set(codes(twice)) <= KINDS
    lines = "沿用:\n  来自: x.yaml\n  年份: 2025\n  今年: 2026   # 去年\n\n"
    block = re.sub(r"沿用: .*\n", lines, once)
    assert set(codes(carried(block.encode()))) <= KINDS


def test_another_template_takes_the_place_of_the_old(tmp_path: Path) -> None:
    done = write_carried("2026-读书月", LAST_YEAR, "summary", tmp_path)
    assert isinstance(done, CarriedFile)
    assert "模板: summary            # 带版头" in done.path.read_text("utf-8")
    assert "\n模板: red-header\n" in carried(as_yaml(), template="red-header")
    with pytest.raises(UsageError):
        write_carried("2026", LAST_YEAR, "sumary", tmp_path)


def test_windows_line_ends_stay() -> None:
    text = carried(LAST_YEAR.read_bytes().replace(b"\n", b"\r\n"))
    assert text.count("\n") == text.count("\r\n")
    assert set(codes(text)) <= KINDS


def test_the_year_of_a_name_says_where_it_is_carried_to(tmp_path: Path) -> None:
    for name, year in (("2028", 2028), ("读书月", 2026), ("2025-下半年", 2025)):
        done = write_carried(name, LAST_YEAR, None, tmp_path)
        assert isinstance(done, CarriedFile)
        assert (done.old, done.new) == (2025, year)
    with pytest.raises(UsageError):
        write_carried("2024-读书月", LAST_YEAR, None, tmp_path)


def test_nothing_is_overwritten_and_a_faulty_source_is_reported(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "inputs").mkdir()
    (office / "inputs" / "2025.yaml").write_bytes(as_yaml(日期="2025-10-08"))
    assert main(["new", "2026", "--from", "2025"]) == ExitCode.DONE
    said = capsys.readouterr().out
    assert "由 2025 年沿用到 2026 年" in said
    assert "还有 2 处待确认（日期 1，名称 1）" in said
    first = (office / "inputs" / "2026.yaml").read_bytes()
    assert main(["new", "2026", "--from", "inputs/2025.yaml"]) == ExitCode.USAGE
    assert (office / "inputs" / "2026.yaml").read_bytes() == first
    assert (office / "inputs" / "report.schema.json").is_file()
    (office / "inputs" / "2025.yaml").write_bytes(as_yaml(结尾=None))
    assert main(["new", "2027", "--from", "2025"]) == ExitCode.REPORT_FAILED
    assert "missing-field" in capsys.readouterr().err
    assert not (office / "inputs" / "2027.yaml").exists()
    assert main(["new", "2027", "--from", "没有"]) == ExitCode.REPORT_FAILED
    assert main(["new", "2027", "--from", "inputs"]) == ExitCode.USAGE


def test_the_build_refuses_and_says_how_many_are_left(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "2025.yaml").write_bytes(
        as_yaml(日期="2025-10-08", 数据={"甲": "9人"}, 基本情况=["有【甲】。"])
    )
    main(["new", "2026", "--from", "2025.yaml"])
    capsys.readouterr()
    assert main(["build"]) == ExitCode.REPORT_FAILED
    said = capsys.readouterr().err
    assert "还有 3 处待确认（数字 1，日期 1，名称 1）" in said
    path = office / "inputs" / "2026.yaml"
    path.write_text(take_off_marks(path.read_text("utf-8")), "utf-8")
    assert main(["build"]) == ExitCode.DONE


def test_a_source_is_called_one_and_counted_as_one(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "inputs").mkdir()
    (office / "inputs" / "2025年统计.csv").write_text("项目,数量\n甲,9\n乙,7\n", "utf-8")
    table = {"来源": "2025年统计.csv#A1:B3"}
    figures = {
        "甲": {"来源": "2025年统计.csv#B2", "单位": "人"},
        "来源": {"数值": 9, "单位": "个", "分项": {"来源": 4, "其他": 5}},
    }
    (office / "inputs" / "2025.yaml").write_bytes(
        as_yaml(
            日期="2025-10-08",
            数据=figures,
            基本情况=["有【甲】，来源【来源】。"],
            附件=[{"名称": "统计表", "表格": table}],
        )
    )
    assert main(["new", "2026", "--from", "inputs/2025.yaml"]) == ExitCode.DONE
    left = "还有 7 处待确认（数字 3，来源 2，日期 1，名称 1）"
    assert left in capsys.readouterr().out
    assert main(["check", "inputs/2026.yaml"]) == ExitCode.REPORT_FAILED
    said = "".join(capsys.readouterr())
    assert left in said
    assert "数据“甲”的来源“2025年统计.csv#B2”还没有确认，是从上次照搬的" in said
    assert "] 来源“2025年统计.csv#A1:B3”还没有确认，是从上次照搬的" in said
    assert "数据“来源”的数字“4”还没有确认" in said
    assert main(["check", "inputs/2026.yaml", "--lang", "en"]) == ExitCode.REPORT_FAILED
    said = "".join(capsys.readouterr())
    assert "the source “2025年统计.csv#B2” of “甲” is not confirmed yet" in said
    assert "7 left to confirm (3 figures, 2 sources, 1 dates, 1 names)" in said


# --- any valid input -----------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *("读者踊跃参加，", "书'送'到村：", "“十四五”#期间", "a & <b> \\", "🙂㐂", "——", "  "),
        *(
            "2026年4月20日",
            "比2025年多",
            "4月1日至30日",
            "二〇二六年三月",
            "2021—2025年",
            "2026-04-20",
        ),
        *("第六届", "第12届", "首届", "〔2026〕8号", "12场", "8,600人次", "3.5%", "2小时", "A4纸"),
        *("【甲】", "【乙】", "【【注】】", "【待填：略】", "4月23日（周四）", "4月25日星期六"),
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join).filter(lambda text: text.strip())
FIGURES = st.fixed_dictionaries(
    {
        "甲": st.sampled_from(
            ["32次", "1,200人", {"数值": "37", "单位": "%", "依据": "2026年台账"}]
        ),
        "乙": st.sampled_from(
            [{"数值": "9", "分项": {"子": "4", "丑": "5"}}, {"公式": "甲 + 甲"}, "若干"]
        ),
    }
)
TABLES = st.lists(
    st.tuples(st.sampled_from(["1", "2"]), TEXTS, st.sampled_from(["甲某", "—", ""])), max_size=3
).map(lambda rows: {"列": ["序号", "内容", "责任人"], "行": [list(row) for row in rows]})
CHANGES = st.fixed_dictionaries(
    {"数据": FIGURES, "导语": TEXTS, "基本情况": st.lists(TEXTS, min_size=1, max_size=3)},
    optional={
        "结尾": TEXTS,
        "活动": st.sampled_from(
            [
                "第六届读书周",
                {"名称": "2026年读书周", "开始": "2026-04-20", "结束": "2026/4/26", "届次": 6},
            ]
        ),
        "附件": TABLES.map(lambda table: [{"名称": "安排表", "表格": table}]),
        "印发日期": st.just("2026年10月9日"),
    },
)
STYLES = st.fixed_dictionaries(
    {
        "default_flow_style": st.sampled_from([None, False, True]),
        "default_style": st.sampled_from([None, "'", '"']),
        "width": st.sampled_from([20, 80, 10_000]),
        "allow_unicode": st.booleans(),
        "indent": st.sampled_from([2, 4]),
    }
)


@pytest.mark.slow
@given(CHANGES, STYLES, st.sampled_from([PLAIN, OFFICIAL]))
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
def test_any_valid_input_is_carried(
    changes: dict[str, Any], style: dict[str, Any], base: dict[str, Any]
) -> None:
    data = str(yaml.safe_dump({**base, **changes}, sort_keys=False, **style)).encode()
    loaded = load_bytes(data, HERE)
    valid, found = validate(loaded, RULES)
    assume(valid is not None)
    assert valid is not None
    quiet = {fault.code for fault in found}
    text = carried(data)
    assert set(codes(text)) - quiet <= KINDS
    assert codes(text)["unconfirmed-name"] >= 1
    assert confirmed(text).report.carried is not None
    again = confirmed(carried(data, years=0))
    assert without_origin(again.report) == without_origin(valid.report)


# --- the page for clerks -------------------------------------------------------------------------


def test_the_page_shows_what_the_commands_print(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (ROOT / "docs" / "last-year.md").read_text("utf-8")
    (office / "inputs").mkdir()
    (office / "inputs" / LAST_YEAR.name).write_bytes(LAST_YEAR.read_bytes())
    printed: list[str] = []
    for command in re.findall(r"^\$ banxin (.*)$", page, re.MULTILINE):
        main(command.split())
        said = capsys.readouterr()
        printed += (said.out + said.err).splitlines()
    shown = re.findall(r"```\n\$ .*?\n(.*?)```", page, re.DOTALL)
    lines = [line for block in shown for line in block.splitlines()]
    assert len(lines) > 8
    assert [line for line in lines if line not in printed] == []
    new = (office / "inputs" / "2026-读书月.yaml").read_text("utf-8").splitlines()
    block = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)[0]
    assert [line for line in block.splitlines() if line not in new] == []
