"""Figures are settled: numbers as clerks type them, formulas, parts, references with fields."""

import contextlib
import itertools
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.figures.facts import (
    Facts,
    Lack,
    Settled,
    read_quantity,
    resolve,
    settle,
    write_number,
)
from pipeline.figures.facts.evaluate import evaluate
from pipeline.figures.facts.formula import FigureName, FormulaError, parse_formula
from pipeline.figures.facts.order import order_names
from pipeline.figures.facts.quantity import SCALES, Quantity, fix_number
from pipeline.model.document import FigureText
from pipeline.model.report import Figure
from pipeline.model.report.figure import read_figure


def settled(sourced: dict[str, str] | None = None, /, **figures: Any) -> Settled:
    declared = {name: Figure.model_validate(read_figure(f)) for name, f in figures.items()}
    return settle(declared, sourced or {})


def facts(**figures: Any) -> Facts:
    found = settled(**figures)
    assert found.issues == ()
    return found.facts


def codes(**figures: Any) -> list[str]:
    return [issue.code for issue in settled(**figures).issues]


# --- numbers -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "unit", "number", "base"),
    [
        ("37", "条", "37", "条"),
        ("1,286", "人次", "1286", "人次"),
        ("3.5万", "元", "35000", "元"),
        ("3.5", "万元", "35000", "元"),
        ("1.2亿元", "", "120000000", "元"),
        ("12.6%", "", "12.6", "%"),
        ("37条", "条", "37", "条"),
        ("-3", "条", "-3", "条"),
    ],
)
def test_numbers_are_read_as_clerks_type_them(text: str, unit: str, number: str, base: str) -> None:
    found = read_quantity(text, unit)
    assert found is not None
    assert (found.number, found.unit) == (Decimal(number), base)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("若干", "条"),
        ("12—15", "人"),
        ("32次、12场", ""),
        ("37篇", "条"),
        ("12,86", "人"),
        ("１２", "人"),
        ("3.5万", "万元"),
        ("1" * 16, "元"),
        ("", "条"),
    ],
)
def test_what_is_no_number_of_that_unit_is_a_text(text: str, unit: str) -> None:
    assert read_quantity(text, unit) is None


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("３７", "37"),
        ("１，２８６人次", "1,286人次"),
        ("1，286", "1286"),
        (".5", "0.5"),
        ("12,86", "1286"),
    ],
)
def test_a_wrong_form_is_reported_with_the_right_one(typed: str, wanted: str) -> None:
    assert fix_number(typed) == wanted


@pytest.mark.parametrize("text", ["37", "1,286", "0.5", "若干", "1、2、3", "2026.4.8", "第1,2组"])
def test_a_right_form_and_a_plain_text_are_left_alone(text: str) -> None:
    assert fix_number(text) is None


DECIMALS = st.decimals(-(10**14), 10**14, allow_nan=False, allow_infinity=False, places=4)


@given(DECIMALS, st.sampled_from(sorted(SCALES)))
def test_a_number_that_is_written_is_read_again(number: Decimal, scale: str) -> None:
    written = Quantity(number.scaleb(SCALES[scale]), "条", scale, 4).text
    found = read_quantity(written)
    assert found is not None
    assert (found.number, found.unit) == (number.scaleb(SCALES[scale]), "条")
    assert found.text == written


def test_half_is_rounded_up() -> None:
    assert [write_number(Decimal(n), "", 1) for n in ("0.25", "0.35", "-0.04")] == [
        "0.3",
        "0.4",
        "0.0",
    ]


# --- formulas ------------------------------------------------------------------------------------

LEAVES = st.integers(0, 999)
TREES = st.recursive(
    LEAVES.map(lambda n: (str(n), Decimal(n))),
    lambda children: st.one_of(
        st.tuples(children, st.sampled_from("+-*"), children).map(
            lambda t: (f"({t[0][0]} {t[1]} {t[2][0]})", _apply(t[0][1], t[1], t[2][1]))
        ),
        st.lists(children, min_size=1, max_size=4).map(
            lambda items: (f"合计({'，'.join(i[0] for i in items)})", sum(i[1] for i in items))
        ),
    ),
    max_leaves=7,
)


def _apply(left: Decimal, operator: str, right: Decimal) -> Decimal:
    return {"+": left + right, "-": left - right, "*": left * right}[operator]


def _no_names(name: FigureName) -> Quantity:
    raise AssertionError(name)


@given(TREES)
def test_a_formula_comes_to_what_arithmetic_says(tree: tuple[str, Decimal]) -> None:
    text, expected = tree
    assert evaluate(parse_formula(text), _no_names).number == expected
    wide = text.translate(str.maketrans("+-*()", "＋－×（）"))
    assert evaluate(parse_formula(wide), _no_names).number == expected


@given(st.text("甲乙 +-×÷()（），0123456789.%【】合计", max_size=30))
def test_any_text_is_a_formula_or_is_refused(text: str) -> None:
    with contextlib.suppress(FormulaError):
        evaluate(parse_formula(text), lambda name: Quantity(Decimal(len(name.name)), "条"))


@pytest.mark.parametrize("text", ["(" * 500, "-" * 900, "1+" * 600, "合计(" * 200])
def test_a_formula_as_deep_as_a_well_is_refused(text: str) -> None:
    with pytest.raises(FormulaError, match="formula-syntax"):
        parse_formula(text)


def test_times_and_divided_bind_before_plus_and_minus() -> None:
    assert evaluate(parse_formula("2 + 3 × 4 - 10 ÷ 5"), _no_names).number == 12


@pytest.mark.parametrize(
    ("formula", "shown"),
    [
        ("自办 + 外宣", "78条"),
        ("自办 － 外宣", "28条"),
        ("合计（自办，外宣，采纳）", "97条"),
        ("采纳 ÷ 自办", "35.8%"),
        ("自办 × 2", "106条"),
        ("自办 × 50%", "26.5条"),
        ("【自办】 + 1", "54条"),
        ("=自办+外宣", "78条"),
        ("经费 + 捐款", "4.1万元"),
        ("满意率 - 去年满意率", "3.2个百分点"),
        ("采纳 / 采纳", "100%"),
        ("1 - 满意率", "3.5%"),
    ],
)
def test_a_formula_has_the_unit_and_the_digits_of_its_figures(formula: str, shown: str) -> None:
    found = facts(
        自办="53条",
        外宣="25条",
        采纳="19条",
        经费="3.5万元",
        捐款="0.6万元",
        满意率="96.5%",
        去年满意率="93.3%",
        得={"公式": formula},
    )
    assert found.show("得") == shown


def test_the_declared_unit_and_decimals_decide() -> None:
    found = facts(
        册={"数值": "5240", "单位": "册"},
        人={"数值": "860", "单位": "人"},
        人均={"公式": "册 ÷ 人", "单位": "册"},
        精确={"公式": "册 ÷ 人", "单位": "册", "小数位": "3"},
        倍数={"公式": "册 ÷ 册 × 2", "单位": "倍"},
        万册={"公式": "册 + 册", "单位": "万册"},
    )
    shown = [found.show(name) for name in ("人均", "精确", "倍数", "万册")]
    assert shown == ["6.09册", "6.093册", "2倍", "1.048万册"]


def test_a_typed_value_sets_the_digits_that_its_formula_is_held_to() -> None:
    base = {"甲": "19条", "乙": "37条"}
    assert codes(**base, 率={"数值": "51.4%", "公式": "甲 / 乙"}) == []
    assert codes(**base, 率={"数值": "51%", "公式": "甲 / 乙"}) == []
    assert codes(**base, 率={"数值": "51.3%", "公式": "甲 / 乙"}) == ["figure-disagrees"]


def test_figures_may_stand_in_any_order() -> None:
    chain = {f"第{n}": {"公式": f"第{n + 1} + 1"} for n in range(3000)}
    found = facts(**chain, 第3000="1条")
    assert found.show("第0") == "3001条"


@given(st.dictionaries(st.sampled_from("甲乙丙丁戊"), st.lists(st.sampled_from("甲乙丙丁戊"))))
def test_an_order_has_each_name_after_those_it_needs_or_tells_a_circle(
    needs: dict[str, list[str]],
) -> None:
    complete = {name: needs.get(name, []) for name in "甲乙丙丁戊"}
    order = order_names(complete)
    assert sorted(order.names) == sorted(complete)
    place = {name: index for index, name in enumerate(order.names)}
    pairs = {(name, needed) for name in complete for needed in complete[name]}
    late = {(name, needed) for name, needed in pairs if place[needed] >= place[name]}
    closing = {(circle[-2], circle[-1]) for circle in order.circles}
    assert late <= closing
    for circle in order.circles:
        assert circle[0] == circle[-1]
        assert all(needed in complete[name] for name, needed in itertools.pairwise(circle))


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("甲 +", "formula-syntax"),
        ("甲 乙", "formula-syntax"),
        ("(甲", "formula-syntax"),
        ("无此名", "formula-name"),
        ("得 + 1", "formula-cycle"),
        ("甲 / (乙 - 乙)", "formula-zero"),
        ("字 + 甲", "formula-text"),
        ("甲 + 元", "formula-units"),
        ("甲 × 元", "formula-unit-missing"),
        ("甲 × 999999999999999", "formula-too-large"),
    ],
)
def test_what_a_formula_cannot_do_is_reported(formula: str, code: str) -> None:
    found = settled(甲="5条", 乙="7条", 元="3元", 字="若干", 得={"公式": formula})
    assert [issue.code for issue in found.issues] == [code]
    assert found.facts.show("得") is None
    assert found.facts.show("甲") == "5条"


def test_a_name_with_an_operator_in_it_is_written_in_brackets() -> None:
    found = facts(**{"广播-电视": "5条"}, 得={"公式": "【广播-电视】 × 2"})
    assert found.show("得") == "10条"


# --- parts, last period, shares ------------------------------------------------------------------


def test_parts_are_referred_to_and_shared() -> None:
    found = facts(建议={"数值": "20", "单位": "条", "分项": {"思想": "5", "作风": "15条"}})
    assert found.show("建议.思想") == found.show("建议。思想") == "5条"
    assert found.show("建议.作风.数值") == "15"
    assert found.show("建议.思想.占比") == "25%"
    assert found.show("建议.分项") == "思想5条、作风15条"


def test_parts_of_shares_may_miss_by_what_rounding_takes() -> None:
    thirds = {"甲": "33.3", "乙": "33.3", "丙": "33.3"}
    assert codes(率={"数值": "100.0%", "分项": thirds}) == []
    assert codes(率={"数值": "100.0%", "分项": {**thirds, "丙": "33.0"}}) == ["parts-sum"]


@given(st.dictionaries(st.text("甲乙丙丁", min_size=1), st.integers(0, 10**6), min_size=1))
def test_parts_add_up_to_their_sum_and_to_nothing_else(parts: dict[str, int]) -> None:
    total = sum(parts.values())
    texts = {name: str(number) for name, number in parts.items()}
    assert codes(和={"数值": str(total), "单位": "条", "分项": texts}) == []
    assert codes(和={"数值": str(total + 1), "单位": "条", "分项": texts}) == ["parts-sum"]


@pytest.mark.parametrize(
    ("now", "before", "growth", "change"),
    [
        ("36条", "32条", "增长12.5%", "增加4条"),
        ("30条", "40", "下降25%", "减少10条"),
        ("30条", "30条", "持平", "持平"),
        ("96.5%", "93.3%", "提高3.2个百分点", "提高3.2个百分点"),
        ("90%", "93%", "下降3个百分点", "下降3个百分点"),
        ("3.5万元", "2.8万元", "增长25%", "增加0.7万元"),
        ("3.5万元", "28000元", "增长25%", "增加0.7万元"),
        ("10003条", "10002条", "增长0.01%", "增加1条"),
    ],
)
def test_growth_is_reported_in_words(now: str, before: str, growth: str, change: str) -> None:
    unit = "元" if now.endswith("元") else ""
    figure = {"数值": now.removesuffix(unit), "单位": unit, "上期": before}
    found = facts(量=figure)
    assert found.show("量.同比") == growth
    assert found.show("量.增减") == change


@pytest.mark.parametrize(
    ("formulas", "code", "figure"),
    [
        ({"建议": "3 +"}, "formula-syntax", "建议"),
        ({"建议": "3 / 0"}, "formula-zero", "建议"),
        ({"建议": "没有的"}, "formula-name", "建议"),
        ({"建议": "上报", "上报": "没有的"}, "formula-name", "上报"),
        ({"建议": "上报", "上报": "建议"}, "formula-cycle", "上报"),
    ],
)
def test_what_keeps_a_whole_from_a_value_is_reported_once_and_not_of_its_share(
    formulas: dict[str, str], code: str, figure: str
) -> None:
    wholes = {name: {"公式": formula, "单位": "条"} for name, formula in formulas.items()}
    found = settled(采纳={"数值": "19", "单位": "条", "总体": "建议"}, **wholes)
    assert [(issue.code, issue.figure) for issue in found.issues] == [(code, figure)]
    assert found.facts.show("采纳") == "19条"


def test_a_figure_has_a_share_of_another() -> None:
    found = facts(采纳={"数值": "19", "单位": "条", "总体": "建议"}, 建议="37条")
    assert found.show("采纳.占比") == "51.4%"
    assert codes(采纳={"数值": "19", "单位": "条", "总体": "建义"}, 建议="37条") == ["figure-whole"]


@pytest.mark.parametrize(
    ("reference", "code"),
    [
        ("建议.同笔", "unknown-figure-field"),
        ("建议.同比", "figure-field-unset"),
        ("建议.占比", "figure-field-unset"),
        ("建议.分项", "figure-field-unset"),
        ("零.同比", "figure-field-unset"),
    ],
)
def test_what_a_figure_cannot_tell_is_a_lack(reference: str, code: str) -> None:
    found = facts(建议="37条", 零={"数值": "5条", "上期": "0"}).look_up(reference)
    assert isinstance(found, Lack)
    assert found.code == code


def test_a_name_with_a_point_in_it_is_found_before_a_field() -> None:
    found = facts(**{"汇总.建议": "370条", "汇总": "12份"})
    assert found.show("汇总.建议") == "370条"
    assert found.show("汇总.建议.单位") == "条"
    assert found.show("汇总") == "12份"
    owner = found.owner("汇总.建议.单位")
    assert owner is not None
    assert owner.name == "汇总.建议"
    assert found.show("无此名.建议") is None


def test_a_reference_stays_a_reference_in_the_text() -> None:
    found = resolve("占【建议.思想.占比】。", facts(建议={"数值": "4条", "分项": {"思想": "4"}}))
    assert [type(inline) for inline in found].count(FigureText) == 1
    assert "".join(inline.text for inline in found) == "占100%。"


# --- what was read -------------------------------------------------------------------------------


def test_a_value_may_be_read_from_a_source() -> None:
    figure = {"来源": "媒体统计.xlsx#Sheet1!C12", "单位": "条"}
    found = settled({"量": "53"}, 量=figure)
    assert found.facts.show("量") == "53条"
    assert found.issues == ()


def test_a_source_is_held_against_what_was_typed() -> None:
    figure = {"数值": "53", "单位": "条", "来源": "媒体统计.xlsx#Sheet1!C12"}
    assert settled({"量": "53.0"}, 量=figure).issues == ()
    (issue,) = settled({"量": "54"}, 量=figure).issues
    assert issue.code == "figure-disagrees"
    assert (issue.details["found"], issue.details["other"]) == ("53条", "54条")


def test_a_source_that_was_not_read_settles_nothing_and_is_not_reported_twice() -> None:
    found = settled(量={"来源": "缺.xlsx#Sheet1!C12"}, 和={"公式": "量 + 1"})
    assert found.facts.by_name == {}
    assert found.issues == ()


def test_texts_and_blanks_are_shown_as_they_are_typed() -> None:
    found = facts(甲="三十余条", 乙={"数值": "【待填】", "单位": "条"})
    assert (found.show("甲"), found.show("乙")) == ("三十余条", "【待填】条")


# --- typos ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "figure",
    ["87O人次", "87O", {"数值": "87O", "单位": "人次"}, {"数值": "l286", "单位": "人次"}, "1O.5%"],
)
def test_a_letter_among_the_digits_is_reported_of_the_value(figure: Any) -> None:
    (issue,) = settled(甲=figure, 乙={"公式": "甲 + 甲"}).issues
    assert (issue.code, issue.figure, issue.keys) == ("figure-value", "甲", ("数值",))


@pytest.mark.parametrize(
    "figure",
    ["5l", {"数值": "5", "单位": "l"}, "3O型", "A级", "2级", "4Ohm", {"数值": "良好", "单位": ""}],
)
def test_a_unit_or_a_text_of_letters_is_no_typo(figure: Any) -> None:
    assert codes(甲=figure) == []


def test_a_value_that_is_no_number_is_reported_rather_than_its_parts() -> None:
    (issue,) = settled(甲={"数值": "若干", "分项": {"一": "5", "二": "6"}}).issues
    assert (issue.code, issue.keys) == ("figure-value", ("数值",))


@pytest.mark.parametrize(
    ("figure", "key", "wanted"),
    [
        ({"数值": "88.3", "单位": "‘%’"}, "单位", "%"),
        ({"数值": "88.3", "单位": '"%"'}, "单位", "%"),
        ("88.3“%”", "单位", "%"),
        ("5“人”次", "单位", "人次"),
        ({"数值": "88.3‘%’"}, "数值", "88.3%"),
        ({"数值": "“37条”"}, "数值", "37条"),
    ],
)
def test_quotation_marks_around_a_number_or_unit_are_reported(
    figure: Any, key: str, wanted: str
) -> None:
    (issue,) = settled(甲=figure).issues
    assert (issue.code, issue.keys, issue.details["wanted"]) == ("figure-quotes", (key,), wanted)


@pytest.mark.parametrize("value", ["“优秀”", "“3·15”活动", "获评“五好”支部"])
def test_a_quoted_text_is_a_value(value: str) -> None:
    assert facts(甲={"数值": value}).show("甲") == value


# --- formulas that say another thing than was meant ----------------------------------------------


@pytest.mark.parametrize(
    ("formula", "unit"),
    [
        ("慰问金 × 10000 ÷ 老人", "元"),
        ("10000 × 慰问金 / 老人", "元/人"),
        ("慰问金 ÷ 老人 × 10000", "元"),
        ("(慰问金 + 慰问金) × 10000 ÷ 老人", "元"),
        ("(慰问金 × 10000) ÷ 老人", "元"),
        ("慰问金 × 10000", "元"),
        ("慰问金 × 10000 + 零钱", "元"),
        ("慰问金 ÷ 10000", "亿元"),
        ("零钱 ÷ 10000", "万元"),
    ],
)
def test_a_conversion_that_the_program_makes_is_reported(formula: str, unit: str) -> None:
    found = settled(**SUMS, 和={"公式": formula, "单位": unit})
    assert [issue.code for issue in found.issues] == ["formula-scale"]
    assert found.issues[0].needle == "10000"
    assert "和" in found.sound.by_name


@pytest.mark.parametrize(
    ("name", "formula", "unit"),
    [
        ("和", "慰问金 ÷ 老人", "元"),
        ("和", "零钱 × 10000 ÷ 老人", "元"),
        ("和", "案件 × 10000 ÷ 居民", "件"),
        ("和", "慰问金 ÷ 零钱 × 10000", "元"),
        ("每万人案件", "大案 × 10000 ÷ 老人", "件"),
        ("和", "慰问金 ÷ 1000", "元"),
        ("和", "慰问金 × 10000 ÷ 10000", "元"),
        ("和", "慰问金 × 3", "万元"),
        ("和", "慰问金 × 10000 ÷ 老人", "册"),
    ],
)
def test_another_factor_is_left_alone(name: str, formula: str, unit: str) -> None:
    assert codes(**SUMS, **{name: {"公式": formula, "单位": unit}}) == []


SUMS = {
    "慰问金": "3.6万元",
    "零钱": "35000元",
    "老人": "120人",
    "居民": "1.2万人",
    "案件": "30件",
    "大案": "1.5万件",
}


@pytest.mark.parametrize(
    ("name", "formula", "reported"),
    [
        ("办结率", "受理 ÷ 办结", ["103.4%"]),
        ("办结率", "办结 ÷ 受理 × 100", ["9666.7%"]),
        ("办结率", "(受理 + 办结) ÷ 受理", ["196.7%"]),
        ("办结率", "办结 ÷ 受理", []),
        ("办结率", "受理 ÷ 受理", []),
        ("增长率", "受理 ÷ 办结", []),
        ("任务完成率", "受理 ÷ 办结", []),
        ("增幅", "受理 ÷ 办结", []),
        ("办结率", "受理 ÷ 20", []),
    ],
)
def test_a_share_of_more_than_all_is_reported(name: str, formula: str, reported: list[str]) -> None:
    figure = {"公式": formula, "单位": "%"}
    found = settled(受理="30件", 办结="29件", **{name: figure})
    assert [issue.details["found"] for issue in found.issues] == reported
    assert {issue.code for issue in found.issues} <= {"rate-over-hundred"}
    assert name in found.sound.by_name
