"""Dates in texts and leftovers of last year: what is wrong is reported, clean prose is not."""

from typing import Any

import pytest

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.messages import Lang
from pipeline.messages.dates import DATES
from pipeline.messages.last_year import LAST_YEAR
from pipeline.validate import validate
from tests.samples import OFFICIAL, RULES, SHIPPED, loaded

OF_YEARS = {*DATES, *LAST_YEAR}
ACTIVITY = {"名称": "第六届全民读书月", "开始": "2026-09-01", "结束": "2026-09-30"}
CARRIED = {
    "来自": "2025-读书月.yaml",
    "年份": 2025,
    "今年": 2026,
    "单位": "云溪县图书馆",
    "届次": 5,
}


def faults(*texts: str, **changes: Any) -> list[Diagnostic]:
    """What is found of years with some texts in 基本情况; the report is dated 2026-10-08."""
    fields = {"活动": ACTIVITY, **changes, **({"基本情况": list(texts)} if texts else {})}
    _, found = validate(loaded(**fields), RULES)
    return [fault for fault in found if fault.code in OF_YEARS]


def codes(*texts: str, **changes: Any) -> list[str]:
    return [fault.code for fault in faults(*texts, **changes)]


CLEAN_DATES = (
    "2026年9月1日（星期二）开幕，9月30日星期三闭幕。",
    "9月5日（周六）上午在城关举办，9月6日周日下午在石桥镇举办。",
    "活动从9月1日持续到9月30日，分三个阶段进行。",
    "2025年11月20日至2026年1月10日集中排查，11月20日至次年1月10日为冬季。",
    "12月至2月为农闲时节，12月20日至1月10日放寒假。",
    "2024年2月29日成立，每逢2月29日纪念。",
    "完成时限由6月30日提前至5月31日，3月调整到2月。",
    "30月龄以下的幼儿、18个月以上的项目、13个月的工资。",
    "9月12日、19日和26日举办三场讲座。",
    "9月20日至26日，历时7天，到馆读者逐日增多。",
    "9月20日至26日，举办为期3天的培训班。",
    "8月10日至9月10日，历时一个月。",
    "9月18日至21日，在县图书馆和文化广场举办为期4天的图书展，9月18日至21日共4天。",
    "9月18日至21日，分两批举办为期3天的培训班。",
    "9月18日至21日，举办为期3天左右的展览，9月25日补展。",
    "9月18日至21日和9月25日，举办为期3天的培训班。",
    "9月18日至21日期间，举办为期3天的培训班。",
    "9月18日至21日，共3场讲座。9月18日至10月17日，开展为期一个月的展览。",
    "自9月8日开始，至9月14日结束，共7天。9月1日启动，30日结束，历时一个月。",
    "9月1日开始报名，9月14日结束，共3天休整。9月8日开始，至9月14日结束，共6天左右。",
    "自9月8日开始，至9月14日结束，共6场讲座。9月8日开始，石桥镇9月14日结束，历时3天。",
    "9月1日启动，10日、20日各办一场，历时3天。",
    "活动历时一个月，覆盖各乡镇。",
    "竞赛活动历时3天，决出各组名次。",
    "“十四五”期间（2021—2025年）新建分馆，2026—2030年逐步铺开。",
    "整改时限为2026年12月底，将于11月15日验收。",
    "计划11月召开座谈会，已拟定方案。",
    "去年9月1日星期一开幕。",
    "每周一、周四开放，周六、周日照常。",
    "热线电话0912-2026931，版本V2.13.1，比例为9月进度的1/3。",
    "第十八届人民代表大会2021年召开，第五届理事会2026年换届。",
    "2025年第五届全民读书月、2026年第六届全民读书月都由县图书馆承办。",
    "2026年第三届农民画展和2026年第六届全民读书月同时举办。",
    "A4纸张9月用量，G20、4K、5G等词条。",
    "早在2026年3月就着手布展，早在2025年11月就有打算，早在11月就有打算。",
    "计划2026年11月举办展览，2026年12月竣工。",
    "3月15日是国际消费者权益日，4月23日是世界读书日。",
)


@pytest.mark.parametrize("text", CLEAN_DATES)
def test_clean_dates_are_left_alone(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("2026年9月1日（星期三）开幕。", "weekday-mismatch", "星期二"),
        ("9月6日周六下午在石桥镇举办。", "weekday-mismatch", "星期日"),
        ("10月16日（星期四）召开座谈会。", "weekday-mismatch", "星期五"),
        ("9月12日、20日（星期六）举办讲座。", "weekday-mismatch", "星期日"),
        ("9月31日闭幕。", "no-such-day", "9月31日"),
        ("2月30日闭幕。", "no-such-day", "2月30日"),
        ("2月29日闭幕。", "no-such-day", "2月29日"),
        ("13月5日闭幕。", "no-such-day", "13月5日"),
        ("截至2026年13月。", "no-such-day", "2026年13月"),
        ("二〇二六年二月三十日闭幕。", "no-such-day", "二月三十日"),
        ("9月30日至9月1日举办。", "range-backwards", "9月30日至9月1日"),
        ("9月20日至10日举办。", "range-backwards", "9月20日至10日"),
        ("3—2月举办。", "range-backwards", "3—2月"),
        ("2026年9月1日至2025年9月30日举办。", "range-backwards", "2025年"),
        ("9月20日至26日，历时10天。", "duration-mismatch", "7 天"),
        ("9月18日至21日，历时3天。", "duration-one-off", "4 天"),
        ("9月18日至21日（共三天），读者踊跃。", "duration-one-off", "4 天"),
        ("9月18日至21日，我馆举办为期3天的图书展。", "duration-one-off", "4 天"),
        ("于9月18日至21日在文化广场开展了为期5天的图书展。", "duration-one-off", "4 天"),
        ("活动历时29天。", "duration-one-off", "30 天"),
        ("活动历时三个月。", "duration-mismatch", "1.0 个月"),
        ("开展了历时60天的第六届全民读书月。", "duration-mismatch", "30 天"),
        ("自9月8日开始，至9月14日结束，共6天。", "duration-one-off", "7 天"),
        ("自9月8日起至14日止，历时10天。", "duration-mismatch", "7 天"),
        ("展览9月1日启动，30日结束，历时29天。", "duration-one-off", "30 天"),
        ("9月5日开幕，9月12日圆满落幕，为期10天，读者踊跃。", "duration-mismatch", "8 天"),
        ("10月20日先后在城关、石桥镇讲授。", "told-before-it-happened", "2026-10-08"),
        ("10月20日在城关举办了闭幕式。", "event-after-report", "2026-10-08"),
        ("早在2026年11月，县图书馆就着手布展。", "event-after-report", "2026年11月"),
        (
            "举办了2026年第六届全民读书月，2026年第七届全民读书月办得更好。",
            "one-year-two-ordinals",
            "第六届",
        ),
        (
            "举办了2026年第六届全民读书月，2025年第六届全民读书月办得更好。",
            "one-ordinal-two-years",
            "2026",
        ),
    ],
)
def test_what_is_wrong_with_a_date_is_reported_once(text: str, code: str, words: str) -> None:
    (fault,) = faults(text)
    assert fault.code == code
    assert words in fault.message(Lang.ZH)


WEEK = {"名称": "第十二届“书香青禾”全民阅读周", "开始": "2026-06-18", "结束": "2026-06-21"}


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("我馆举办第十一届“书香青禾”全民阅读周。", "ordinal-and-declared", "第十一届"),
        ("由县图书馆承办的第11届全民阅读周如期开幕。", "ordinal-and-declared", "第11届"),
        ("在青禾县第二十届“书香青禾”全民阅读周期间送书下乡。", "ordinal-and-declared", "第二十届"),
        ("我县“第十一届全民阅读周活动”圆满落幕。", "ordinal-and-declared", "第十一届"),
        ("我馆2025年第十二届全民阅读周如期开幕。", "one-ordinal-two-years", "第十二届"),
    ],
)
def test_the_ordinal_of_the_activity_is_the_same_in_title_and_text(
    text: str, code: str, found: str
) -> None:
    titled = {"标题": "青禾县图书馆第十二届“书香青禾”全民阅读周活动总结"}
    for fields in ({"活动": WEEK}, titled | {"活动": None}, titled | {"活动": "全民阅读周"}):
        (fault,) = faults(text, **fields)
        assert (fault.code, dict(fault.details).get("found", found)) == (code, found)


@pytest.mark.parametrize(
    "text",
    [
        "第十二届“书香青禾”全民阅读周如期举办，2026年第十二届全民阅读周圆满落幕。",
        "到馆人次比第十一届全民阅读周增长三成，与第十一届全民阅读周相比更多。",
        "首届全民阅读周以来，从第一届全民阅读周到第十二届全民阅读周，读者越来越多。",
        "上届（第十一届全民阅读周）的问题已经改正。",
        "2025年第十一届全民阅读周的场地今年继续使用。",
        "我馆曾承办第九届全民阅读周。",
        "继第十一届全民阅读周成功举办后，读者期待更高。",
        "依照《第十一届全民阅读周工作规范》布置。",
        "获评“第十一届全民阅读周先进集体”。",
        "第五届全民阅读大会发布了书目，第三届农民画展同时举办。",
        "全国第五届全民阅读周在外省举办，石桥镇第三届全民阅读周同期举办。",
        "第十一届全民阅读周评选出的阅读之星走进校园。",
        "下一步，筹备第十三届全民阅读周。",
    ],
)
def test_another_ordinal_may_be_meant(text: str) -> None:
    assert codes(text, 活动=WEEK) == []


def test_an_ordinal_of_history_in_a_table_or_kept_on_purpose_is_not_reported() -> None:
    table = {"列": ["届次", "地点"], "行": [["第十一届全民阅读周", "石桥镇"]]}
    assert codes(附件=[{"名称": "历届举办地点", "表格": table}], 活动=WEEK) == []
    kept = {**CARRIED, "届次": 11, "保留": ["第十一届全民阅读周的场地"]}
    text = "第十一届全民阅读周的场地今年继续使用。"
    assert codes(text, 活动=WEEK, 沿用=kept, 单位="云溪县图书馆") == []
    assert codes(结尾="第十三届全民阅读周再见。", 活动=WEEK) == []


def test_a_date_without_a_year_is_wrong_only_if_it_is_in_every_year_it_can_be_of() -> None:
    winter = {"名称": "冬训", "开始": "2025-12-01", "结束": "2026-01-31"}
    # 星期四 in 2025 and 星期五 in 2026.
    for weekday in "四五":
        assert codes(f"12月25日（星期{weekday}）开班。", 活动=winter) == []
    assert codes("12月25日（星期日）开班。", 活动=winter) == ["weekday-mismatch"]


def test_plans_of_the_closing_may_lie_ahead() -> None:
    assert codes(结尾="11月15日已排定了座谈会。") == []


def test_a_figure_is_read_where_it_stands_for_a_number() -> None:
    figures = {"历时": {"数值": "2", "单位": "个月"}}
    (fault,) = faults("活动历时【历时】，覆盖各乡镇。", 数据=figures)
    assert fault.code == "duration-mismatch"
    assert "历时2个月" in fault.message(Lang.ZH)
    assert fault.location is not None


@pytest.mark.parametrize(
    "text",
    [
        "6月17日至21日，我馆举办第十二届“书香青禾”全民阅读周。",
        "2026年6月18日至22日，青禾县图书馆举办了2026年第十二届全民阅读周活动，读者踊跃。",
        "全民阅读周于6月17日至21日在全县举行。",
        "“书香青禾”全民阅读周活动6月17日至21日如期举办，读者踊跃。",
    ],
)
def test_the_days_of_the_activity_in_a_text_are_those_declared(text: str) -> None:
    (fault,) = faults(text, 活动=WEEK)
    assert (fault.code, dict(fault.details)["start"]) == ("activity-range", "2026-06-18")


@pytest.mark.parametrize(
    "text",
    [
        "6月18日至21日，我馆举办第十二届“书香青禾”全民阅读周。",
        "全民阅读周期间，6月19日至20日举办讲座。",
        "6月19日至20日，全民阅读周走进石桥镇。",
        "6月19日至20日，举办全民阅读周系列讲座。",
        "6月19日至20日，石桥镇举办全民阅读周。",
        "6月1日至15日，为举办全民阅读周征集作品。",
        "原定6月11日至14日举办全民阅读周。",
        "全民阅读周于6月19日至20日举办名家讲座。",
        "6月至7月，全县举办全民阅读周。",
        "2025年6月17日至20日举办全民阅读周。",
    ],
)
def test_a_range_may_be_of_a_part_of_the_activity(text: str) -> None:
    assert codes(text, 活动=WEEK) == []


def test_a_range_may_be_that_of_a_phase() -> None:
    phases = [{"名称": "集中开展", "开始": "2026-06-18", "结束": "2026-06-20"}]
    text = "6月18日至20日举办全民阅读周。"
    assert codes(text, 活动={**WEEK, "阶段": phases}) == []


WATER = {"名称": "“世界水日”“中国水周”主题宣传", "开始": "2026-03-22", "结束": "2026-03-28"}


@pytest.mark.parametrize(
    "text",
    [
        "3月22日至29日，我局开展了以节约用水为主题的宣传活动。现将情况报告如下。",
        "2026年3月22日至29日，按照上级部署，石桥镇水利站集中开展节水宣传活动。",
        "3月21日至28日，我局举办了节水宣传周，成效明显。",
    ],
)
def test_the_one_range_of_the_lead_is_that_of_the_activity(text: str) -> None:
    assert codes(导语=text, 活动=WATER, 单位="青禾县水利局") == ["activity-range"]
    assert codes(text, 活动=WATER, 单位="青禾县水利局") == []


@pytest.mark.parametrize(
    "text",
    [
        "3月22日至28日，我局开展了以节约用水为主题的宣传活动。",
        "3月22日至24日为第一阶段，3月25日至28日，我局开展了集中宣传活动。",
        "3月22日至24日，我局举办了骨干培训班，开展了宣传活动。",
        "3月10日至12日，我局开展了节水宣传活动。",
        "原定3月22日至29日，我局开展节水宣传活动。",
        "3月22日至29日，我局将开展节水宣传活动。",
    ],
)
def test_a_range_of_the_lead_may_be_of_something_else(text: str) -> None:
    assert codes(导语=text, 活动=WATER, 单位="青禾县水利局") == []


@pytest.mark.parametrize(
    "text",
    [
        "2024年6月18日至21日，我馆举办了第十二届全民阅读周。",
        "2025年6月18日至6月21日，全县开展了形式多样的活动。",
        "全民阅读周于2024年6月18日至2024年6月21日在全县举行。",
    ],
)
def test_the_days_of_the_activity_in_another_year_are_reported(text: str) -> None:
    (fault,) = faults(导语=text, 活动=WEEK)
    assert (fault.code, dict(fault.details)["start"]) == ("activity-year", "2026-06-18")


@pytest.mark.parametrize(
    "text",
    [
        "2026年6月18日至21日，我馆举办了第十二届全民阅读周。",
        "去年的活动于2025年6月18日至21日举办。",
        "2025年6月18日至21日举办的上届活动积累了经验。",
        "与2025年6月18日至21日举办的活动相比，读者增长三成。",
        "2025年6月18日至21日、2026年6月18日至21日都举办了活动。",
        "依照《关于2025年6月18日至21日举办活动的通知》布置。",
        "2025年6月18日至21日，馆舍维修。",
        "2025年6月18日至22日，我馆举办了书画展。",
    ],
)
def test_the_days_of_the_activity_may_be_those_of_an_earlier_one(text: str) -> None:
    assert codes(导语=text, 活动=WEEK) == []


def test_a_year_left_of_last_time_is_not_reported_again_with_its_range() -> None:
    carried = {**CARRIED, "届次": 11}
    text = "2025年6月18日至21日，我馆举办了全民阅读周。"
    assert codes(text, 活动=WEEK, 沿用=carried, 单位="云溪县图书馆") == ["leftover-year"]


JUNE = {"日期": "2026-06-20", "活动": None}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("剩余两处分馆将于3月底前完成改造。", "3月底前"),
        ("座谈会拟于4月20日举办，请各馆参加。", "4月20日"),
        ("下一步，加快施工进度，确保5月底前全部开放。", "5月底前"),
        ("今后，各村书屋力争5月31日前通借通还。", "5月31日前"),
    ],
)
def test_what_is_yet_to_come_is_not_over_when_the_report_is_dated(text: str, words: str) -> None:
    (fault,) = faults(text, **JUNE)
    assert (fault.code, dict(fault.details)["found"]) == ("target-past", words)


@pytest.mark.parametrize(
    "text",
    [
        "剩余两处分馆将于6月底前完成改造，将于9月底前验收。",
        "剩余两处分馆将于2027年3月底前完成改造。",
        "剩余两处分馆将于明年3月底前完成改造。",
        "原定将于3月底前完成改造。",
        "县里要求，改造将于3月底前完成。",
        "会议提出“将于3月底前完成改造”。",
        "倒排工期，挂图作战，确保5月底前全部开放。",
        "将3月底前的借阅记录归档，将5月底前完成的项目列出清单。",
        "3月底前完成改造，5月开放。",
        "将军巷分馆3月底前完成改造。",
    ],
)
def test_a_month_that_is_over_may_be_written_of(text: str) -> None:
    assert codes(text, **JUNE) == []


def test_in_autumn_the_first_months_ahead_are_those_of_next_year() -> None:
    text = "剩余两处分馆将于3月底前完成改造。"
    assert codes(text, 日期="2026-11-20") == []
    assert codes(text, 日期="2026-09-30") == ["target-past"]


def test_the_closing_may_ensure_what_is_ahead_without_saying_so() -> None:
    assert codes(结尾="各馆要加快进度，确保5月底前开放。", **JUNE) == ["target-past"]


@pytest.mark.parametrize(
    ("number", "day", "expected"),
    [
        ("青图发〔2025〕8号", "2026-06-12", ["number-year"]),
        ("青图发〔2027〕8号", "2026-06-12", ["number-year"]),
        ("青图发〔2024〕8号", "2026-02-12", ["number-year"]),
        ("青图发〔2025〕8号", "2026-04-01", ["number-year"]),
        ("青图发〔2025〕8号", "2026-03-31", []),
        ("青图发〔2026〕8号", "2026-06-12", []),
        ("青图发〔2026〕【待填】号", "2026-06-12", []),
        ("青图发【待确认：〔2025〕8号】", "2026-06-12", ["unconfirmed-name"]),
    ],
)
def test_the_number_of_a_document_has_the_year_of_its_date(
    number: str, day: str, expected: list[str]
) -> None:
    official = {key: value for key, value in OFFICIAL.items() if key not in ("发文字号", "日期")}
    assert codes(**official, 发文字号=number, 日期=day, 活动=None) == expected


# --- tables --------------------------------------------------------------------------------------


def in_table(columns: list[str], *rows: list[str], name: str = "活动一览表") -> list[str]:
    """What is found in a table of an annex, each with the words that are found."""
    annex = {"名称": name, "表格": {"列": columns, "行": [*rows]}}
    return [f"{f.code} {dict(f.details)['found']}" for f in faults(附件=[annex])]


@pytest.mark.parametrize("weekday", ["星期三", "周三", "三", "（星期三）"])
def test_a_weekday_in_a_cell_of_its_own_is_that_of_its_date(weekday: str) -> None:
    assert in_table(["日期", "星期", "内容"], ["2026-09-16", weekday, "讲座"]) == []
    found = in_table(["日期", "星期", "内容"], ["2026-09-15", weekday, "讲座"])
    assert found == [f"weekday-mismatch 2026-09-15 {weekday}"]
    (found_,) = in_table(["星期", "内容", "日期"], [weekday, "讲座", "9月17日"])
    assert found_.startswith("weekday-mismatch 9月17日")


@pytest.mark.parametrize(
    ("columns", "row", "name"),
    [
        (["日期", "星期", "内容"], ["9月15日至16日", "星期三", "讲座"], "活动表"),
        (["日期", "星期", "内容"], ["9月15日", "每天", "讲座"], "活动表"),
        (["日期", "星期", "内容"], ["9月15日", "星期三", "讲座"], "2020年活动表"),
        (["报名日期", "内容", "举办日期", "星期"], ["9月15日", "讲座", "9月16日", "星期三"], "表"),
        (["报名日期", "星期课", "举办日期"], ["9月15日", "星期三", "9月16日"], "活动表"),
    ],
)
def test_a_weekday_that_may_be_of_another_day_is_left_alone(
    columns: list[str], row: list[str], name: str
) -> None:
    assert in_table(columns, row, name=name) == []


def test_an_event_in_a_table_after_the_date_of_the_report_is_reported() -> None:
    rows = [["9月2日", "讲座"], ["9月9日", "诵读"], ["2026-11-16", "展览"]]
    assert in_table(["日期", "内容"], *rows) == ["event-after-report 2026-11-16"]
    assert in_table(["活动时间", "内容"], *rows) == ["event-after-report 2026-11-16"]


@pytest.mark.parametrize(
    ("columns", "rows", "name"),
    [
        (["日期", "内容"], [["9月2日", "讲座"], ["11月16日", "拟办展览"]], "活动表"),
        (["日期", "内容"], [["9月2日", "讲座"], ["11月16日", "展览"]], "活动安排表"),
        (["整改时限", "内容"], [["9月2日", "讲座"], ["11月16日", "展览"]], "整改台账"),
        (["日期", "进展"], [["9月2日", "完成"], ["11月16日", "未完成"]], "活动表"),
        (["日期", "内容"], [["11月2日", "讲座"], ["11月16日", "展览"]], "活动表"),
    ],
)
def test_what_is_planned_in_a_table_may_lie_ahead(
    columns: list[str], rows: list[list[str]], name: str
) -> None:
    assert in_table(columns, *rows, name=name) == []


# --- leftovers -----------------------------------------------------------------------------------

CLEAN_CARRIED = (
    "2026年9月，第六届全民读书月如期举办。",
    "到馆人次比2025年增长三成，较2025年同期增长一成，与2025年相比更多。",
    "由2025年的12场增加到15场，在2025年基础上又进一步。",
    "上年2025年底建成的分馆投入使用，2025年底以来运转正常。",
    "自2025年3月起试行的办法继续执行。",
    "“十四五”期间（2021—2025年）新建分馆，2025—2026年度完成改造。",
    "第六届比第五届多设两个分场，在第五届之后再扩规模。",
    "继第五届成功举办后，读者期待更高。",
    "县第五届人民代表大会代表到馆视察。",
    "借书2025册，发放读者证2025张。",
    "截至2025年底，全县建成分馆12个；截至2025年末，农家书屋实现全覆盖。",
    "县文化馆、县教育局协办，我馆承办。",
)


@pytest.mark.parametrize("text", CLEAN_CARRIED)
def test_last_year_may_be_spoken_of_as_last_year(text: str) -> None:
    assert codes(text, 沿用=CARRIED, 单位="云溪县图书馆", 标题="读书月活动总结") == []


@pytest.mark.parametrize(
    ("text", "code", "found"),
    [
        ("2025年9月1日开幕。", "leftover-year", "2025年9月1日"),
        ("2025年，到馆人次增长三成。", "leftover-year", "2025年"),
        ("二〇二五年九月开幕。", "leftover-year", "二〇二五年"),
        ("第五届全民读书月如期举办。", "leftover-ordinal", "第五届"),
        ("第5届全民读书月如期举办。", "leftover-ordinal", "第5届"),
        ("依照《2025年工作要点》举办。", "leftover-year-in-name", "2025年"),
        ("获评“2025年度先进集体”。", "leftover-year-in-name", "2025年"),
        ("依照云政发〔2025〕3号举办。", "leftover-year-in-name", "〔2025〕3号"),
    ],
)
def test_the_year_and_the_ordinal_of_last_time_are_reported(
    text: str, code: str, found: str
) -> None:
    (fault,) = faults(text, 沿用=CARRIED, 单位="云溪县图书馆", 标题="读书月活动总结")
    assert (fault.code, dict(fault.details)["found"][: len(found)]) == (code, found)


def test_another_units_name_is_reported_in_full_and_in_short() -> None:
    texts = ("云溪县图书馆布展，县图书馆讲解，云溪图书馆收尾。", "云溪县各校参加。")
    found = [
        (fault.code, dict(fault.details)["found"])
        for fault in faults(*texts, 沿用=CARRIED, 单位="青禾县文化馆", 标题="文艺月总结")
    ]
    assert found == [
        ("leftover-unit", "云溪县图书馆"),
        ("leftover-unit", "县图书馆"),
        ("leftover-unit", "云溪图书馆"),
        ("leftover-place", "云溪县"),
    ]


def test_a_short_form_that_fits_the_new_unit_too_is_its_own() -> None:
    found = codes("县图书馆布展。", 沿用=CARRIED, 单位="青禾县图书馆")
    assert found == []


def test_a_figure_of_last_time_is_reported_unless_it_is_contrasted_or_still_a_figure() -> None:
    figures = {"活动": {"数值": "15", "上期": "12", "单位": "场"}}
    texts = ("全年办活动【活动】，上年为12场，比12场多。", "共办12场，每场2小时。")
    (fault,) = faults(*texts, 数据=figures, 沿用=CARRIED, 单位="云溪县图书馆")
    assert fault.code == "leftover-figure"
    assert dict(fault.details) | {"found": "12场", "name": "活动", "now": "15场"} == dict(
        fault.details
    )
    other = {**figures, "讲座": {"数值": "12", "单位": "场"}}
    found = codes(*texts, "讲座【讲座】。", 数据=other, 沿用=CARRIED, 单位="云溪县图书馆")
    assert "leftover-figure" not in found


def test_a_number_that_was_left_is_reported_once() -> None:
    figures = {"培训人数": {"数值": "520", "上期": "480", "单位": "人次"}}
    fields = {"数据": figures, "沿用": CARRIED, "单位": "云溪县图书馆"}
    texts = ["培训人数480人次，培训【培训人数】。9月18日至21日，为期3天。"]
    _, found = validate(loaded(**fields, 基本情况=texts), RULES)
    assert [fault.code for fault in found] == ["leftover-figure", "duration-one-off"]


def test_a_table_or_chart_of_both_years_may_name_last_year() -> None:
    figures = {name: {"数值": value, "单位": "场"} for name, value in (("甲", "3"), ("乙", "4"))}
    series = [{"名称": "2025年", "数据": ["甲"]}, {"名称": "2026年", "数据": ["乙"]}]
    table = {"列": ["乡镇", "2025年", "2026年"], "行": [["石桥镇", "2025年3月", "4场"]]}
    both = [
        {
            "名称": "对照图",
            "图表": {"类型": "柱形", "标题": "两年场次", "系列": series, "类别": ["场次"]},
        },
        {"名称": "对照表", "表格": table},
    ]
    assert codes(附件=both, 数据=figures, 沿用=CARRIED, 单位="云溪县图书馆") == []
    alone = [{"名称": "场次表", "表格": {**table, "列": ["乡镇", "2025年", "场次"]}}]
    found = codes(附件=alone, 沿用=CARRIED, 单位="云溪县图书馆")
    assert found == ["leftover-year", "leftover-year"]


def test_what_is_kept_on_purpose_is_not_reported() -> None:
    kept = {**CARRIED, "保留": ["2025年9月1日落成"]}
    found = faults("2025年9月1日落成，2025年9月1日开放。", 沿用=kept, 单位="云溪县图书馆")
    assert [fault.code for fault in found] == ["leftover-year"]


def test_an_activity_over_the_turn_of_the_year_may_name_both_years() -> None:
    winter = {"名称": "冬训", "开始": "2025-12-01", "结束": "2026-01-31"}
    assert codes("2025年12月开班。", 沿用=CARRIED, 活动=winter, 单位="云溪县图书馆") == []


def test_a_text_may_say_that_an_activity_lasted_from_last_year() -> None:
    texts = ("从2025年12月20日至2026年2月28日开展。", "2025年12月20日召开动员会，第五届收官。")
    found = codes(*texts, 沿用=CARRIED, 活动="冬训", 单位="云溪县图书馆")
    assert found == ["leftover-ordinal"]


def test_what_proves_a_figure_of_last_year_may_be_of_last_year() -> None:
    old, new = ({"数值": "88", "单位": "人", "依据": "2025年签到簿"} for _ in range(2))
    figures = {"上年参加人数": old, "参加人数": new}
    texts = ("参加【参加人数】，上年【上年参加人数】。",)
    (fault,) = faults(*texts, 数据=figures, 沿用=CARRIED, 单位="云溪县图书馆")
    assert fault.code == "leftover-year"


def test_carried_within_one_year_its_year_is_no_leftover() -> None:
    same = {**CARRIED, "年份": 2026}
    assert codes("2026年9月，第五届读书月。", 沿用=same, 单位="云溪县图书馆") == []


@pytest.mark.parametrize(
    ("unit", "text", "found"),
    [
        ("青禾县教育局", "我校高度重视。", ["self-name"]),
        ("青禾县第一中学", "我局高度重视。", ["self-name"]),
        ("青禾县委宣传部", "我局高度重视。", ["self-name"]),
        ("青禾县教育局", "我局、我县、我省、我国；“我校师生”。", []),
        ("青禾县教育局", "不许我行我素，自我局限，我院内外，我会努力，我村里长大。", []),
        ("青禾县第一中学", "我校师生踊跃参加。", []),
        ("青禾县石桥镇人民政府", "我镇各村踊跃参加。", []),
        ("青禾县读书协作组", "我局高度重视。", []),
    ],
)
def test_a_unit_calls_itself_what_it_is(unit: str, text: str, found: list[str]) -> None:
    assert codes(text, 单位=unit) == found


@pytest.mark.parametrize(
    ("title", "date", "found"),
    [
        ("图书馆2026年读书月活动总结", "2026-10-08", []),
        ("图书馆2025年读书月活动总结", "2026-02-08", []),
        ("图书馆2025年读书月活动总结", "2026-10-08", ["title-year"]),
        ("图书馆2027年读书月活动总结", "2026-10-08", ["title-year"]),
        ("图书馆2024年读书月活动总结", "2026-02-08", ["title-year"]),
        ("图书馆2021—2025年读书工作总结", "2026-10-08", []),
    ],
)
def test_the_year_of_the_title_is_that_of_the_report(
    title: str, date: str, found: list[str]
) -> None:
    assert codes(标题=title, 日期=date, 活动="读书月") == found


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_nothing_is_found_in_the_shipped_inputs(path: Any) -> None:
    from pipeline.load.yaml import load_input  # noqa: PLC0415

    _, found = validate(load_input(path), RULES)
    assert [fault for fault in found if fault.code in OF_YEARS] == []
