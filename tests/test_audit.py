"""The audit of the figures: typed numbers, contradictions, introductions, totals of tables."""

import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.figures.audit import AuditFinding, TextSpot, audit
from pipeline.figures.facts import settle
from pipeline.validate.texts import in_report_order, resolve_texts
from pipeline.validate.tree import tree_of
from tests.samples import loaded, report


def findings(
    *codes: str, figures: dict[str, Any] | None = None, **parts: Any
) -> list[AuditFinding]:
    declared = report(数据=figures or {}, **parts)
    settled = settle(declared.figures)
    assert settled.issues == ()
    typed = loaded(数据=figures or {}, **parts)
    assert typed.source is not None
    assert typed.root is not None
    outline = declared.body_outline
    tree = tree_of(typed.source, typed.root, type(declared))
    texts = resolve_texts(tree, outline, settled.facts)
    found = audit(declared, settled.facts, in_report_order(texts, outline))
    return [finding for finding in found if finding.code in codes]


def typed_numbers(text: str) -> list[str]:
    return [f.details["found"] for f in findings("undeclared-number", "typed-figure", 导语=text)]


# --- typed numbers -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("发放宣传册800份，办理37条建议。", ["800份", "37条"]),
        ("群众满意度达到96.5%。", ["96.5%"]),
        ("投入资金3.5万元，惠及1,286人次。", ["3.5万元", "1,286人次"]),
        ("完成30余次，近40场，历时4个月。", ["30余次", "40场", "4个月"]),
        ("参加人数达到1200，反响热烈。", ["1200"]),
        ("14个支部参加。", ["14个"]),
        ("提高3.2个百分点。", ["3.2个百分点"]),
        ("挽回损失1120多万元，约4.2亿元，近百人参加。", ["1120多万元", "4.2亿元"]),
    ],
)
def test_a_number_that_counts_is_found(text: str, found: list[str]) -> None:
    assert typed_numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "2026年4月20日至26日，自2025年起，20世纪90年代以来。",
        "上午8:30开始，12时结束，8时30分签到。",
        "按青政发〔2026〕8号文件和《规划（2026—2030年）》第12条办理。",
        "第3次会议，前10名，第12届，60周年，18周岁，80后。",
        "拨打12345热线，沿G20高速，创建5A级景区，试行2.0版，召开“3·15”座谈会。",
        "7×24小时值守，24小时开放，1对1辅导。",
        "开展一次学习，解决两个问题，抓好三项重点，归为五大类。",
        "【【37条】】是方括号里的字。",
        "在101室，3楼。",
        "每月开展3、4次，走访了5、6户。",
        "每人补助2000元，每次不少于30分钟，至少3次，48小时以内办结，5个工作日内答复，不得超过5户。",
    ],
)
def test_dates_names_ranks_and_times_are_no_figures(text: str) -> None:
    assert typed_numbers(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "参与率为20%～30%，每餐8元至10元，餐费10—15元。",
        "1名党员联系3至5户，1个支部包联2～3个村。",
        "补贴1万元至1.5万元，开放3天到5天。",
        "6月18日至21日，举办为期4天的图书展。",
        "6月18日至21日，共4天；6月1日至28日，历时4周，9月1日至30日持续1个月。",
    ],
)
def test_ranges_and_durations_that_dates_account_for_are_no_figures(text: str) -> None:
    assert typed_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("由3户到5户，从20场至30场。", ["3户", "5户", "20场", "30场"]),
        ("送书500册到12个村。", ["500册", "12个"]),
        ("1名党员受表彰，2名党员联系3至5户。", ["1名", "2名"]),
        ("6月18日至21日，举办为期3天的图书展；为期5天。", ["3天", "5天"]),
        ("6月18日至21日，服务4天。", ["4天"]),
        ("3位副局长包抓12个乡镇。", ["3位", "12个"]),
    ],
)
def test_a_change_or_a_duration_without_its_dates_is_a_figure(text: str, found: list[str]) -> None:
    assert typed_numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "对获奖者每人颁发奖金2000元，每学期至少家访1次，每餐只需付费3元，每人一次性救助1万元。",
        "1分折合1元，10个积分可兑换5元，1个学分折算成10元，100个积分抵扣人民币20元。",
        "流域面积50平方公里以上的河流，其中超过50万元的，10亿元以上的，30人及以下的班级。",
        "产值5亿～10亿元的，5000万～1亿元的，5万到8万元的。",
        "赛期3天（6月10日至12日），展期3天时间（2026年6月10日至6月12日）。",
    ],
)
def test_standards_thresholds_and_dated_durations_are_no_figures(text: str) -> None:
    assert typed_numbers(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("每逢赶集日走访群众12户，每当汛期巡查8次，每到一村宣讲6场。", ["12户", "8次", "6场"]),
        ("每人，发放奖金2000元；每场活动累计吸引群众800人。", ["2000元", "800人"]),
        ("320件旧衣折合15000元，兑换礼品30件。", ["320件", "15000元", "30件"]),
        ("吸引了超过300人的队伍，参加人数超过50人，新增50个以上。", ["300人", "50人", "50个"]),
        ("10亿元以上的1个，5亿～10亿元的2个。", ["1个", "2个"]),
        ("产值由5亿至10亿元，10亿～5亿元。", ["10亿元", "10亿"]),
        ("赛期4天（6月10日至12日），赛期3天（共6场），3天。", ["4天", "3天", "6场", "3天"]),
    ],
)
def test_what_only_looks_like_a_standard_is_a_figure(text: str, found: list[str]) -> None:
    assert typed_numbers(text) == found


@pytest.mark.parametrize(
    ("closing", "found"),
    [
        ("共办4场。下一步，我局将办讲座6场，明年再办8场。", ["4场"]),
        ("2027年，我局将建点6个。", []),
        ("今后要办6场。", []),
        ("2025年，我局将全部12个村纳入，说明年内目标1个已完成。", ["12个", "1个"]),
    ],
)
def test_what_the_closing_plans_is_no_figure(closing: str, found: list[str]) -> None:
    codes = ("undeclared-number", "typed-figure", "figure-conflict")
    assert [f.details["found"] for f in findings(*codes, 结尾=closing)] == found
    # Plans that stand elsewhere in a report may be those that were carried out.
    plan = findings(*codes, 导语="今后办讲座6场。")
    assert [f.details["found"] for f in plan] == ["6场"]


def test_a_plan_contradicts_no_figure() -> None:
    reported = findings(
        "figure-conflict", figures={"专题讨论会": "5次"}, 结尾="共召开专题讨论会6次。"
    )
    assert len(reported) == 1
    planned = "明年，召开专题讨论会6次。"
    assert findings("figure-conflict", figures={"专题讨论会": "5次"}, 结尾=planned) == []


def test_the_days_of_the_activity_account_for_how_long_it_lasted() -> None:
    activity = {"名称": "读书周", "开始": "2026-06-18", "结束": "2026-06-21"}
    reported = findings("undeclared-number", 导语="读书周为期4天，展览为期3天。", 活动=activity)
    assert [f.details["found"] for f in reported] == ["3天"]


def test_a_number_that_a_reference_shows_is_accounted_for() -> None:
    found = findings(
        "undeclared-number",
        "typed-figure",
        figures={
            "建议": {"数值": "20", "单位": "条", "分项": {"思想": "8", "作风": "12"}, "上期": "16"}
        },
        导语="建议【建议】，其中思想【建议.思想】，比上年【建议.同比】（【建议.增减】）。",
    )
    assert found == []


def test_numbers_in_cells_are_not_asked_for() -> None:
    table = {"列": ["项目", "数量"], "行": [["讲座", "4场"]]}
    assert findings("undeclared-number", 附件=[{"名称": "表", "表格": table}]) == []


def test_the_figure_of_the_same_value_is_named() -> None:
    figures = {"讲座": "4场", "阅读推广": "4场"}
    (found,) = findings("typed-figure", figures=figures, 导语="举办阅读推广4场。")
    assert found.details == {"found": "4场", "name": "阅读推广"}


def test_a_small_number_is_not_taken_for_a_figure_that_the_text_does_not_name() -> None:
    figures = {"典型案例": "12个", "群众": "1200人次"}
    text = "覆盖12个乡镇，吸引1200人次。"
    assert [
        f.details["found"] for f in findings("undeclared-number", figures=figures, 导语=text)
    ] == ["12个"]
    assert findings("typed-figure", figures=figures, 导语=text)[0].details["name"] == "群众"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("14个支部全部参加。", ["党支部"]),
        ("14个部门全部参加。", [None]),
        ("15个支部全部参加。", [None]),
        ("14名支部书记参加。", [None]),
        ("2025年，全县共开展演练29场；今年增至【演练】。", ["演练.上期"]),
        ("演练由上年的29场增至【演练】。", ["演练.上期"]),
        ("今年开展演练【演练】，开展讲座29场。", [None]),
        ("2025年，全县共开展讲座29场。", [None]),
    ],
)
def test_a_number_is_known_by_the_end_of_a_name_and_by_last_year(
    text: str, named: list[str | None]
) -> None:
    figures = {"党支部": "14个", "演练": {"数值": "35", "单位": "场", "上期": "29"}}
    codes = ("undeclared-number", "typed-figure")
    reported = findings(*codes, figures=figures, 导语=text)
    assert [f.details.get("name") for f in reported] == named


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("受理投诉举报，办结率100%。", [None]),
        ("快检合格率稳定，达到100%。", ["快检合格率"]),
        ("实现100%的快检合格率。", ["快检合格率"]),
        ("快检合格率【快检合格率】，办结率100%。", [None]),
    ],
)
def test_a_percentage_is_a_figure_only_where_it_is_named(
    text: str, named: list[str | None]
) -> None:
    codes = ("undeclared-number", "typed-figure")
    reported = findings(*codes, figures={"快检合格率": "100%"}, 导语=text)
    assert [f.details.get("name") for f in reported] == named


def test_the_place_is_that_of_the_number_and_not_of_its_like() -> None:
    (first, second) = findings("undeclared-number", 导语="第4场之后，又办4场，再办4场。")
    columns = [place.column for place in (first.spot.place, second.spot.place)]
    assert columns == [len("导语: 第4场之后，又办4"), len("导语: 第4场之后，又办4场，再办4")]


# --- one thing, two values -----------------------------------------------------------------------


def conflicts(*texts: str, figures: dict[str, Any] | None = None, **more: Any) -> list[str]:
    overview, practices, results = (*texts, "好。", "好。", "好。")[:3]
    found = findings(
        "figure-conflict",
        figures=figures,
        基本情况=[overview],
        主要做法=[practices],
        取得成效=[results],
        **more,
    )
    return [f"{f.details['noun']} {f.details['here']} {f.details['there']}" for f in found]


@pytest.mark.parametrize(
    "texts",
    [
        ("召开专题讨论会5次。", "全局先后召开专题讨论会6次。"),
        ("召开专题讨论会5次。", "共召开6次专题讨论会。"),
        ("召开专题讨论会5次。", "活动期间，广大干部召开专题讨论会6次。"),
        ("集中学习4次，召开专题讨论会5次。", "召开专题讨论会6次。"),
    ],
)
def test_one_thing_with_two_typed_values_is_a_conflict(texts: tuple[str, str]) -> None:
    assert conflicts(*texts) == ["专题讨论会 6次 5次"]


@pytest.mark.parametrize(
    "texts",
    [
        ("领导班子集中学习4次，全体干部集中学习32次。",),
        ("一季度，开展专题培训班3次；二季度，开展专题培训班5次。",),
        (
            "青川镇召开群众座谈会5次，开展集中宣传3次。",
            "云门镇召开群众座谈会6次，开展集中宣传4次。",
        ),
        ("召开群众座谈会12次。", "其中召开群众座谈会3次。", "每月召开群众座谈会1次。"),
        ("召开群众座谈会12次。", "召开群众座谈会近20次。", "群众座谈会比上年增加2次。"),
        ("召开群众座谈会12次。", "召开群众座谈会12场。", "第2次群众座谈会开得热烈。"),
        ("查摆突出问题6个。", "讨论整改阶段，查摆突出问题9个。", "在自查中，查摆突出问题3个。"),
        ("接待群众来访1.2万人次。", "接待群众来访12034人次。"),
        ("走访群众40户，慰问老党员20名。", "慰问困难群众15名。"),
    ],
)
def test_what_may_be_two_things_is_none(texts: tuple[str, ...]) -> None:
    assert conflicts(*texts) == []


def test_a_typed_number_is_held_against_the_figure_of_that_name() -> None:
    figures = {"合理化建议": "37条"}
    reported = conflicts(
        "征集合理化建议【合理化建议】。",
        "面向社会各界和干部职工征求意见，收到合理化建议38条。",
        figures=figures,
    )
    assert reported == ["合理化建议 38条 37条"]


def test_two_declared_figures_never_conflict() -> None:
    figures = {"讨论会": "5次", "另一讨论会": "6次"}
    texts = ("召开专题讨论会【讨论会】。", "召开专题讨论会【另一讨论会】。")
    assert conflicts(*texts, figures=figures) == []


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (["项目", "数量"], ["合理化建议", "36条"]),
        (["单位", "合理化建议（条）"], ["合计", "36"]),
    ],
)
def test_a_table_is_held_against_the_text(columns: list[str], row: list[str]) -> None:
    def with_table(name: str) -> list[str]:
        annex = {"名称": name, "表格": {"列": columns, "行": [row]}}
        return conflicts("征集合理化建议【合理化建议】。", figures=figures, 附件=[annex])

    figures = {"合理化建议": "37条"}
    assert with_table("统计表") == ["合理化建议 36条 37条"]
    assert with_table("一季度统计表") == []


def test_the_place_of_a_figure_that_contradicts_is_that_of_its_own_reference() -> None:
    figures = {"讨论会": "5次"}
    text = "办讨论会【讨论会】，每月一次；全年召开专题讨论会【讨论会】，共召开专题讨论会6次。"
    (found,) = findings("figure-conflict", figures=figures, 导语=text)
    assert isinstance(found.other, TextSpot)
    assert found.spot.place.column == len("导语: ") + text.index("6次") + 1
    assert found.other.place.column == len("导语: ") + text.rindex("【讨论会】") + 1


# --- introductions -------------------------------------------------------------------------------


def test_a_figure_of_the_practices_has_been_introduced_before() -> None:
    figures: dict[str, Any] = {
        "甲": "1次",
        "乙": "2次",
        "丙": "3次",
        "和": {"公式": "甲 + 乙"},
        "丁": "4次",
    }
    figures |= {"戊": "5次", "己": "6次"}
    found = findings(
        "figure-not-introduced",
        figures=figures,
        基本情况=["共【和】。"],
        主要做法=["【甲】【丙】【丙】【戊】。"],
        突出特点=["【丁】。"],
        取得成效=["【丙】【乙】【己】。"],
    )
    assert [(f.details["part"], f.details["names"]) for f in found] == [
        ("主要做法", "【丙】【戊】"),
        ("取得成效", "【己】"),
    ]


# --- totals --------------------------------------------------------------------------------------


def wrong_totals(columns: list[Any], rows: list[list[str]]) -> list[tuple[str, ...]]:
    annex = {"名称": "统计表", "表格": {"列": columns, "行": rows}}
    found = findings("table-total", 附件=[annex])
    return [
        (f.details["row"], f.details["column"], f.details["found"], f.details["sum"]) for f in found
    ]


AMOUNTS = st.integers(0, 10**6)


@given(st.lists(st.lists(AMOUNTS, min_size=3, max_size=3), min_size=2, max_size=8), st.data())
def test_a_sound_table_passes_and_any_changed_total_is_found(
    numbers: list[list[int]], data: st.DataObject
) -> None:
    rows = [[f"第{i}所", *map(str, row), str(sum(row))] for i, row in enumerate(numbers)]
    sums = [sum(column) for column in zip(*numbers, strict=True)]
    total = ["合计", *map(str, sums), str(sum(sums))]
    columns = ["单位", "甲", "乙", "丙", "小计"]
    assert wrong_totals(columns, [*rows, total]) == []
    column = data.draw(st.integers(1, 4))
    changed = [*total[:column], str(int(total[column]) + 7), *total[column + 1 :]]
    assert [(w[0], w[1]) for w in wrong_totals(columns, [*rows, changed])] in (
        [("合计", columns[column])],
        # The sum of the row is wrong as well where a cell of the total was changed.
        [("合计", columns[column]), ("合计", "小计")],
    )


@given(
    st.lists(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=4), min_size=1, max_size=4)
)
def test_subtotals_nest(groups: list[list[tuple[int, int]]]) -> None:
    rows: list[list[str]] = []
    for number, group in enumerate(groups):
        rows += [[f"第{number}组甲", str(a), str(b)] for a, b in group]
        rows.append(
            [f"第{number}组小计", *(str(sum(column)) for column in zip(*group, strict=True))]
        )
    items = [item for group in groups for item in group]
    rows.append(["总计", *_sums(items)])
    assert wrong_totals(["单位", "甲", "乙"], rows) == []


def _sums(rows: list[tuple[int, int]]) -> list[str]:
    return [str(sum(column)) for column in zip(*rows, strict=True)]


def test_a_large_table_is_summed_in_a_moment() -> None:
    rows = [["小计", "9", "9"] if i % 10 == 9 else ["某村", "1", "1"] for i in range(2000)]
    started = time.monotonic()
    assert wrong_totals(["单位", "甲", "乙"], rows) == []
    assert time.monotonic() - started < 10


def test_a_subtotal_that_begins_below_the_first_row_is_read_as_most_columns_do() -> None:
    columns = ["媒体", {"名称": "阶段", "列": ["一", "二"]}, "合计"]
    rows = [
        ["本台", "18条", "15条", "33条"],
        ["市台", "2条", "1条", "3条"],
        ["日报", "1条", "1条", "2条"],
        ["市级小计", "3条", "3条", "5条"],
        ["总计", "21条", "17条", "38条"],
    ]
    assert wrong_totals(columns, rows) == [("市级小计", "二", "3条", "2条")]
    rows[3] = ["市级小计", "3条", "2条", "5条"]
    assert wrong_totals(columns, rows) == []


def test_a_wrong_total_of_a_row_does_not_blame_the_total_below_it() -> None:
    columns = ["单位", "甲", "乙", "合计"]
    rows = [
        *(["一", "4", "5", "9"], ["二", "1", "2", "4"], ["三", "2", "2", "4"]),
        ["合计", "7", "9", "16"],
    ]
    assert wrong_totals(columns, rows) == [("二", "合计", "4", "3")]
    # Here the last total sums the wrong one as it stands, and its own row disagrees.
    rows[3][3] = "17"
    assert wrong_totals(columns, rows) == [
        ("二", "合计", "4", "3"),
        ("合计", "合计", "17", "16"),
    ]


def test_a_wrong_subtotal_does_not_blame_the_total_of_the_subtotals() -> None:
    columns = ["单位", "数量", "人次"]
    rows = [
        *(["一", "4", "40"], ["二", "5", "50"], ["甲组小计", "8", "90"]),
        *(["三", "1", "10"], ["四", "2", "20"], ["乙组小计", "3", "30"]),
        ["总计", "12", "120"],
    ]
    assert wrong_totals(columns, rows) == [("甲组小计", "数量", "8", "9")]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (["单位", "数量"], [["合计", "9"], ["甲", "4"], ["乙", "5"]]),
        (["单位", "数量"], [["甲", "4次"], ["乙", "5场"], ["合计", "20"]]),
        (["单位", "数量"], [["甲", "若干"], ["乙", "5"], ["合计", "20"]]),
        (["单位", "数量"], [["甲", "—"], ["乙", "5"], ["丙", ""], ["合计", "5"]]),
        (["单位", "满意率"], [["甲", "96%"], ["乙", "98%"], ["合计", "97%"]]),
        (["序号", "单位", "数量"], [["1", "甲", "4"], ["2", "乙", "5"], ["", "合计", "9"]]),
        (["单位", "1月", "2月", "合计"], [["甲", "4", "5", "9"], ["乙", "1", "2", "3"]]),
        (["单位", "金额"], [["甲", "3.5万元"], ["乙", "5000元"], ["合 计", "4万元"]]),
        (["合计", "数量"], [["甲", "4"]]),
        (["单位", "数量"], []),
    ],
)
def test_what_adds_up_or_cannot_be_added_is_left_alone(
    columns: list[str], rows: list[list[str]]
) -> None:
    assert wrong_totals(columns, rows) == []


@pytest.mark.parametrize(
    ("columns", "rows", "reported"),
    [
        (
            ["单位", "数量"],
            [["甲", "4"], ["乙", "5"], ["合计", "10"]],
            [("合计", "数量", "10", "9")],
        ),
        (
            ["单位", "数量"],
            [["合计", "10次"], ["甲", "4次"], ["乙", "5次"]],
            [("合计", "数量", "10次", "9次")],
        ),
        (
            ["单位", "甲", "乙", "合计"],
            [["一", "4", "5", "9"], ["二", "1", "2", "4"]],
            [("二", "合计", "4", "3")],
        ),
        (
            ["单位", "金额"],
            [["甲", "3.5万元"], ["乙", "1.25万元"], ["合计", "4.7万元"]],
            [("合计", "金额", "4.7万元", "4.75万元")],
        ),
    ],
)
def test_a_wrong_total_is_reported_with_the_sum(
    columns: list[str], rows: list[list[str]], reported: list[tuple[str, str, str, str]]
) -> None:
    assert wrong_totals(columns, rows) == reported


# --- rates ---------------------------------------------------------------------------------------

RATED = ["乡镇", "问题数", "整改数", "整改率"]
SOUND = [
    ["城关镇", "30个", "24个", "80%"],
    ["石桥镇", "7个", "6个", "85.7%"],
    ["柳湾镇", "9个", "9个", "100%"],
]


def wrong_rates(columns: list[Any], rows: list[list[str]]) -> list[tuple[str, ...]]:
    annex = {"名称": "统计表", "表格": {"列": columns, "行": rows}}
    found = findings("table-rate", 附件=[annex])
    return [(f.details["row"], f.details["found"], f.details["wanted"]) for f in found]


@pytest.mark.parametrize(
    ("row", "reported"),
    [
        (["河西镇", "8个", "6个", "85%"], [("河西镇", "85%", "75%")]),
        (["河西镇", "3个", "2个", "66.5%"], [("河西镇", "66.5%", "66.7%")]),
        # Rounded, cut off, and what cannot be divided.
        (["河西镇", "3个", "2个", "66.7%"], []),
        (["河西镇", "3个", "2个", "66.6%"], []),
        (["河西镇", "0个", "0个", "100%"], []),
        (["河西镇", "—", "—", "—"], []),
    ],
)
def test_a_rate_is_held_against_the_two_counts_of_its_row(
    row: list[str], reported: list[tuple[str, ...]]
) -> None:
    assert wrong_rates(RATED, [*SOUND, row]) == reported


def test_a_rate_with_its_unit_in_the_header_is_read_alike() -> None:
    columns = ["乡镇", "整改率（%）", "整改数（个）", "问题数（个）"]
    rows = [["甲", "80", "8", "10"], ["乙", "50", "1", "2"], ["丙", "25", "1", "4"]]
    assert wrong_rates(columns, [*rows, ["丁", "70", "3", "4"]]) == [("丁", "70", "75%")]


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        # Too few rows agree, or no clear majority.
        (RATED, [*SOUND[:2], ["河西镇", "8个", "6个", "85%"]]),
        (RATED, [*SOUND, ["河西镇", "8个", "6个", "85%"], ["白杨乡", "8个", "4个", "75%"]]),
        # The rate may as well be that of other columns.
        (
            [*RATED[:3], "销号数", "整改率"],
            [[*row[:3], row[2], row[3]] for row in [*SOUND, ["河西镇", "8个", "6个", "85%"]]],
        ),
        (["乡镇", "户数", "参加户数", "满意率"], [*SOUND[2:] * 3, ["丁", "8个", "6个", "90%"]]),
        # Growth and shares of the whole column are no quotients of a row.
        (
            ["项目", "上年", "今年", "增长率"],
            [["甲", "10", "12", "20%"], ["乙", "10", "15", "50%"], ["丙", "4", "5", "25%"]],
        ),
    ],
)
def test_a_rate_of_what_is_not_sure_is_left_alone(
    columns: list[Any], rows: list[list[str]]
) -> None:
    assert wrong_rates(columns, rows) == []


def test_a_rate_beside_a_wrong_total_is_not_reported_as_well() -> None:
    total = ["合计", "46个", "35个", "84.8%"]
    annex = {"名称": "统计表", "表格": {"列": RATED, "行": [*SOUND, total]}}
    found = findings("table-rate", "table-total", 附件=[annex])
    assert [(f.code, f.details["column"]) for f in found] == [("table-total", "整改数")]
