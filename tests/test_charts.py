"""Charts: figures by name become numbers on one axis, and everything in a chart has room."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.compose.compose import compose
from pipeline.compose.ledger.mentions import find_mentions
from pipeline.figures.charts import (
    Layout,
    axis_of,
    compose_chart,
    find_misfit,
    lay_out,
    share_label,
    share_label_boxes,
    stands_below,
)
from pipeline.figures.facts import Facts, settle
from pipeline.model.document import Chart, ChartForm, Paragraph, Series, texts_of
from pipeline.model.report import ChartInput
from pipeline.model.standard import PROFILES
from pipeline.tasks.build import check_all
from pipeline.typography.places import width_chars
from tests.samples import as_yaml, report, valid

MEASURES = PROFILES["office"]
TEXT_PT = MEASURES.rules.chart_text_pt

FIGURES: dict[str, Any] = {
    "讲座": "24场",
    "展览": "6场",
    "到馆": "1.2万人次",
    "上网": "8600人次",
    "增幅": {"数值": "3.5", "单位": "%"},
    "降幅": {"数值": "12", "单位": "%"},
    "外借": {"数值": "100", "单位": "册", "分项": {"少儿": "55", "文学": "45"}},
}


def facts() -> Facts:
    return settle(report(数据=FIGURES).figures).facts


def chart(**fields: Any) -> Chart:
    given = {"类型": "柱形", "标题": "活动场次", **fields}
    return compose_chart(ChartInput.model_validate(given), facts())


def drawn(form: ChartForm, names: tuple[str, ...], *rows: tuple[int, ...]) -> Chart:
    """A chart as compose would make it."""
    references = tuple(f"数{index}" for index in range(len(names)))
    series = tuple(
        Series(f"系列{number}", tuple(map(Decimal, row)), references)
        for number, row in enumerate(rows)
    )
    return Chart(form, "图", names, series, 0, "图")


# --- what is drawn ---------------------------------------------------------------------------


def test_figures_are_drawn_under_their_names_with_their_unit_in_the_caption() -> None:
    found = chart(数据=["讲座", "【展览】"])
    assert found.categories == ("讲座", "展览")
    assert found.series[0].values == (Decimal(24), Decimal(6))
    assert found.series[0].references == ("讲座", "展览")
    assert found.caption == "活动场次（单位：场）"
    assert found.description == "柱形图：活动场次（单位：场）。讲座24场，展览6场。"


def test_all_parts_of_a_figure_go_by_their_own_names() -> None:
    found = chart(类型="占比", 数据="外借.分项")
    assert found.categories == ("少儿", "文学")
    assert found.series[0].references == ("外借.少儿", "外借.文学")
    assert found.caption == "活动场次"


def test_categories_and_unit_may_be_given_and_titles_may_refer_to_figures() -> None:
    found = chart(标题="【讲座】讲座", 数据=["讲座", "展览"], 类别=["讲", "展"], 单位="场")
    assert found.categories == ("讲", "展")
    assert found.caption == "24场讲座（单位：场）"


def test_ten_thousands_are_kept_where_all_have_them_and_written_out_where_not() -> None:
    alone, mixed = chart(数据=["到馆", "到馆"], 类别=["甲", "乙"]), chart(数据=["到馆", "上网"])
    assert alone.series[0].values == (Decimal("1.2"), Decimal("1.2"))
    assert alone.caption.endswith("（单位：万人次）")
    assert [mixed.label(value) for value in mixed.series[0].values] == ["12000", "8600"]
    assert mixed.caption.endswith("（单位：人次）")


def test_all_numbers_of_a_chart_have_the_same_decimals() -> None:
    found = chart(数据=["增幅", "降幅"])
    assert [found.label(value) for value in found.series[0].values] == ["3.5", "12.0"]


def test_several_series_are_named_in_the_words_of_a_chart() -> None:
    series = [
        {"名称": "去年", "数据": ["讲座", "展览"]},
        {"名称": "今年", "数据": ["展览", "讲座"]},
    ]
    found = chart(系列=series, 类别=["甲", "乙"])
    assert found.description.endswith("去年：甲24场，乙6场；今年：甲6场，乙24场。")


def test_a_chart_stands_where_it_is_written_and_only_its_caption_is_text() -> None:
    fields = {"类型": "柱形", "标题": "活动场次", "数据": ["讲座", "展览"]}
    document = compose(
        valid(report(数据=FIGURES, 主要做法=["办讲座。", {"图表": fields}, "办展览。"])),
        MEASURES,
        official=False,
    )
    at = next(i for i, block in enumerate(document.blocks) if isinstance(block, Chart))
    before, after = document.blocks[at - 1], document.blocks[at + 1]
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert (before.text, after.text) == ("办讲座。", "办展览。")
    assert "活动场次（单位：场）" in texts_of(document)
    assert not {"讲座", "24"} & set(texts_of(document))


def test_charts_are_numbered_through_the_report_where_there_are_several() -> None:
    fields = {"类型": "柱形", "标题": "活动场次", "数据": ["讲座", "展览"]}
    section = {"小标题": "办活动", "段落": ["办讲座。"], "图表": fields}
    annex = {"名称": "统计图", "图表": [fields, fields]}
    document = compose(
        valid(report(数据=FIGURES, 主要做法=[section], 附件=[annex])), MEASURES, official=False
    )
    captions = [block.caption for block in document.blocks if isinstance(block, Chart)]
    assert captions == [f"图{number}　活动场次（单位：场）" for number in (1, 2, 3)]


def test_a_figure_that_a_chart_draws_is_used_and_stands_in_the_ledger(office: Any) -> None:
    fields = {"类型": "占比", "标题": "外借构成", "数据": "外借.分项"}
    own = {"外借": FIGURES["外借"]}
    (office / "a.yaml").write_bytes(as_yaml(数据=own, 取得成效=["借阅多了。", {"图表": fields}]))
    (outcome,) = check_all((office / "a.yaml",), is_strict=True)
    assert outcome.diagnostics == ()
    document = compose(
        valid(report(数据=own, 取得成效=["借阅多了。", {"图表": fields}])), MEASURES, official=False
    )
    mentions = find_mentions(document)
    assert [(m.reference, m.heading, m.excerpt) for m in mentions] == [
        ("外借.少儿", "四、取得成效", "外借构成：少儿 55"),
        ("外借.文学", "四、取得成效", "外借构成：文学 45"),
    ]


# --- where it stands -------------------------------------------------------------------------


def test_columns_stand_while_their_names_have_room_and_lie_down_when_not() -> None:
    short = lay_out(drawn("bar", ("讲座", "展览"), (24, 6)), MEASURES)
    long = lay_out(drawn("bar", ("流动图书车到村次数偏少",) * 8, (5,) * 8), MEASURES)
    assert not short.is_lying
    assert long.is_lying
    assert long.plot.left > 11 * TEXT_PT


def test_columns_lie_down_where_their_numbers_would_meet() -> None:
    names = tuple(f"{month}月" for month in range(1, 7))
    few = lay_out(drawn("bar", names, (999,) * 6, (999,) * 6), MEASURES)
    wide = lay_out(drawn("bar", names, (99999,) * 6, (99999,) * 6, (99999,) * 6), MEASURES)
    assert (few.is_lying, wide.is_lying) == (False, True)


def test_a_name_takes_two_lines_between_words() -> None:
    names = ("图书外借服务", "数字阅读服务", "讲座展览服务", "志愿服务", "流动服务", "少儿服务")
    found = lay_out(drawn("line", (*names, *"甲乙丙"), (1,) * 9), MEASURES)
    assert found.names[0] == "图书外借\n服务" or found.names[0] == "图书\n外借服务"
    assert found.names[3].replace("\n", "") == "志愿服务"


def test_a_line_has_its_numbers_at_its_marks_and_several_lines_have_an_axis() -> None:
    names = ("一月", "二月", "三月")
    one = lay_out(drawn("line", names, (1, 2, 3)), MEASURES)
    two = lay_out(drawn("line", names, (1, 2, 3), (3, 2, 1)), MEASURES)
    assert (one.shows_values, one.has_legend) == (True, False)
    assert (two.shows_values, two.has_legend) == (False, True)


@pytest.mark.parametrize(
    ("values", "below"),
    [
        ((30, 10, 20, 20), [1]),
        ((10, 30, 20, 25), [0, 2]),
        ((20, 30, 20, 10), [0, 3]),
        ((20, 21, 20, 21), [2]),
        ((30, 0, 20, 20), []),
    ],
)
def test_a_number_stands_below_its_mark_where_the_line_climbs_and_the_axis_is_not_near(
    values: tuple[int, ...], below: list[int]
) -> None:
    line = drawn("line", ("甲", "乙", "丙", "丁"), values)
    layout = lay_out(line, MEASURES)
    assert [index for index in range(4) if stands_below(line, layout, index)] == below


def test_a_pie_turns_until_the_labels_of_small_slices_stand_apart() -> None:
    pie = drawn("share", ("甲类", "乙类", "丙类", "丁类"), (90, 4, 3, 3))
    start = lay_out(pie, MEASURES).start_degrees
    assert start > 0
    boxes = share_label_boxes(pie, MEASURES, start)
    assert not any(a.meets(b) for i, a in enumerate(boxes) for b in boxes[i + 1 :])


def test_half_a_tenth_of_a_per_cent_is_rounded_up_as_word_does() -> None:
    assert share_label(drawn("share", ("甲", "乙"), (1, 15)), 0) == "甲 6.3%"


@pytest.mark.parametrize(
    ("values", "axis"),
    [
        ((53, 6), (0, 60, 10)),
        ((0, 0), (0, 0.2, 0.2)),
        ((-4, 9), (-5, 10, 5)),
        ((-9, -2), (-10, 0, 2)),
        ((1_000_000, 3), (0, 1_200_000, 200_000)),
    ],
)
def test_the_axis_is_round_holds_zero_and_leaves_room_above(
    values: tuple[int, int], axis: tuple[float, float, float]
) -> None:
    assert axis_of(drawn("bar", ("甲", "乙"), values)) == pytest.approx(axis)


def charts() -> st.SearchStrategy[Chart]:
    """Any chart that passes the counts: 2 to 12 categories with names of up to 24 characters."""
    names = st.lists(st.text("学习讨论服务图书", min_size=1, max_size=24), min_size=2, max_size=12)
    form: st.SearchStrategy[ChartForm] = st.sampled_from(["bar", "line", "share"])

    def rows(form: ChartForm, names: list[str], data: st.DataObject) -> Chart:
        names = names[: 8 if form == "share" else 12]
        most = 1 if form == "share" else min(4, 24 // len(names))
        numbers = st.integers(1, 10**9)
        given = data.draw(st.lists(st.tuples(*(numbers for _ in names)), min_size=1, max_size=most))
        return drawn(form, tuple(names), *given)

    return st.builds(rows, form, names, st.data())


@given(charts())
def test_a_chart_in_which_nothing_misfits_holds_all_its_names(found: Chart) -> None:
    if find_misfit(found, MEASURES) is not None:
        return
    layout = lay_out(found, MEASURES)
    plot = layout.plot
    assert 0 < plot.left < plot.left + plot.width <= layout.width
    assert 0 < plot.top < plot.bottom <= layout.height
    assert layout.height <= MEASURES.page.text_height_pt - 4 * MEASURES.page.line_pitch_pt
    if found.form == "share":
        for box in share_label_boxes(found, MEASURES, layout.start_degrees):
            assert box.left >= 0
            assert box.left + box.width <= layout.width
            assert box.top >= 0
            assert box.bottom <= layout.height
    else:
        assert max(_name_widths(layout)) <= (plot.left if layout.is_lying else layout.slot)


def _name_widths(layout: Layout) -> list[float]:
    lines = (line for name in layout.names for line in name.split("\n"))
    return [width_chars(line) * TEXT_PT for line in lines]
