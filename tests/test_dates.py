"""Dates and ordinals are found in a text where they are, and moved by years as they are written."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.chinese.dates import (
    WEEKDAYS,
    DateFault,
    find_dates,
    find_day_ordinals,
    find_only_date,
    find_ordinals,
    find_ranges,
    find_weekday,
    read_date,
    renew,
    write_date,
)
from pipeline.chinese.numerals import write_digits, write_numeral


def found(text: str) -> list[tuple[str, int | None, int | None, int | None]]:
    return [
        (text[date.start : date.end], date.year, date.month, date.day) for date in find_dates(text)
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("2026年4月20日开幕", [("2026年4月20日", 2026, 4, 20)]),
        ("2026 年 4 月 20 日", [("2026 年 4 月 20 日", 2026, 4, 20)]),
        ("自2026年3月以来", [("2026年3月", 2026, 3, None)]),
        ("2026年全年", [("2026年", 2026, None, None)]),
        ("于2026-04-20报送", [("2026-04-20", 2026, 4, 20)]),
        ("2026/4/20、2026.4.21", [("2026/4/20", 2026, 4, 20), ("2026.4.21", 2026, 4, 21)]),
        ("二〇二六年十月八日", [("二〇二六年十月八日", 2026, 10, 8)]),
        ("五月三日", [("五月三日", None, 5, 3)]),
        ("10月8号", [("10月8号", None, 10, 8)]),
        ("3月、4月", [("3月", None, 3, None), ("4月", None, 4, None)]),
        ("4月20日至26日", [("4月20日", None, 4, 20), ("26日", None, 4, 26)]),
        ("4月20—26日", [("4月20", None, 4, 20), ("26日", None, 4, 26)]),
        ("3—7月", [("3", None, 3, None), ("7月", None, 7, None)]),
        ("2021—2025年", [("2021", 2021, None, None), ("2025年", 2025, None, None)]),
        (
            "4月12日、19日和26日",
            [("4月12日", None, 4, 12), ("19日", None, 4, 19), ("26日", None, 4, 26)],
        ),
    ],
)
def test_a_date_is_found_with_what_is_written_of_it(
    text: str, dates: list[tuple[str, int | None, int | None, int | None]]
) -> None:
    assert found(text) == dates


@pytest.mark.parametrize(
    "text",
    [
        *(
            "历时3个月",
            "18月龄的幼儿",
            "吴广发〔2026〕8号",
            "第12月",
            "1.2月",
            "编号2026-04",
            "8号楼",
        ),
        *("每月5日", "周一、周四", "一二三四月", "V2.10.3版", "电话2026-4-20-1", "IP 10.2026.1.1"),
    ],
)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        *("10月8日（星期四）", "10月8日(周四)", "10月8日星期四", "10月8日礼拜四", "10月8日周四，"),
        "10月8日周四上午",
    ],
)
def test_a_weekday_belongs_to_the_date_before_it(text: str) -> None:
    (date,) = find_dates(text)
    assert date.weekday == 3
    assert date.weekday_at is not None
    assert text[date.weekday_at] == "四"


@pytest.mark.parametrize(
    "text", ["10月8日周四海同志到会", "10月8日、9日（星期四、星期五）", "10月周四"]
)
def test_a_name_or_a_list_of_weekdays_is_no_weekday(text: str) -> None:
    assert all(date.weekday is None for date in find_dates(text))


def test_a_range_is_two_dates_with_only_a_link_between_them() -> None:
    text = "3月10日至7月10日，11月20日至次年1月10日，由6月提前到5月，3月和4月"
    dates = find_dates(text)
    pairs = [(text[pair.start : pair.end], pair.turns) for pair in find_ranges(text, dates)]
    assert pairs == [("3月10日至7月10日", False), ("11月20日至次年1月10日", True)]


APRIL_8 = dt.date(2026, 4, 8)


@pytest.mark.parametrize(
    "text",
    [
        *("2026年4月8日", "2026-04-08", "2026-4-8", "2026.4.8", "2026.04.08", "2026/4/8"),
        *("2026年04月08日", "2026年4月8号", "2026年4月8", "２０２６年４月８日", "２０２６．４．８"),
        *(
            "２０２６－０４－０８",
            "2026–4–8",
            " 2026 年 4 月 8 日 ",
            "2026 - 4 - 8",
            "2026年\u30004月8日",
        ),
        *("二〇二六年四月八日", "二零二六年四月八日", "二○二六年四月八日", "二〇二六年4月8日"),
        "2026年四月八日",
    ],
)
def test_a_day_is_read_in_every_form_that_it_is_written_in(text: str) -> None:
    assert read_date(text) == APRIL_8


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        *((text, DateFault.NO_YEAR) for text in ("4月8日", "四月八日", "4-8", "4/8", "4.8", "4月")),
        *((text, DateFault.NO_DAY) for text in ("2026年4月", "2026-04", "2026/4", "2026年")),
        *((text, DateFault.SHORT_YEAR) for text in ("26-4-8", "26年4月8日", "'26.4.8", "4/8/26")),
        *((text, DateFault.SHORT_YEAR) for text in ("二六年四月八日", "〇八年十月八日")),
        *((text, DateFault.YEAR_LAST) for text in ("08/04/2026", "8-4-2026", "25.12.2026")),
        *((text, DateFault.NO_SUCH_DAY) for text in ("2026-02-30", "2026.2.29", "2026年13月1日")),
        *((text, DateFault.NO_SUCH_DAY) for text in ("2026/0/1", "二〇二六年四月三十一日")),
        *((text, DateFault.NOT_A_DATE) for text in ("", "明天", "3月底", "2026", "20260408")),
        *((text, DateFault.NOT_A_DATE) for text in ("2026-4.8", "2026年4月8日至10日", "8日")),
        *((text, DateFault.NOT_A_DATE) for text in ("2026年4月8日（星期三）", "2026-04-08 00:00")),
        *((text, DateFault.NOT_A_DATE) for text in ("2026年4月1 2日", "1026年4月8日", "百月八日")),
    ],
)
def test_what_is_no_day_is_refused_for_what_it_lacks(text: str, fault: DateFault) -> None:
    assert read_date(text) is fault


def test_a_leap_day_is_one_in_a_leap_year_only() -> None:
    assert read_date("2024.2.29") == dt.date(2024, 2, 29)
    assert read_date("2023年2月29日") is DateFault.NO_SUCH_DAY


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_a_day_is_read_back_from_whatever_it_was_written_as(day: dt.date) -> None:
    words = f"{write_digits(day.year)}年{write_numeral(day.month)}月{write_numeral(day.day)}日"
    for text in (write_date(day), words, *(day.strftime(f"%Y{mark}%m{mark}%d") for mark in "-./")):
        assert read_date(text) == day


@given(st.text("20261489年月日号-/. 　二〇四八十０", max_size=14))
def test_whatever_is_typed_is_a_day_or_a_fault(text: str) -> None:
    assert isinstance(read_date(text), dt.date | DateFault)


def test_a_cell_may_hold_a_part_of_a_date_or_its_weekday_as_well() -> None:
    found = [find_only_date(text) for text in ("4月8日", "2026年4月", "4月8日（星期三）")]
    assert [(one.month, one.day, one.weekday) for one in found if one] == [
        (4, 8, None),
        (4, None, None),
        (4, 8, 2),
    ]
    assert find_only_date("4月8日起") is None


@given(st.text("2026年月日号至—、（）星期周四0123456789 -/.次第一二十〇届首", max_size=24))
def test_dates_never_overlap_and_stay_within_their_text(text: str) -> None:
    end = 0
    for date in find_dates(text):
        assert end <= date.start < date.end <= len(text)
        end = date.end
        assert date.month is not None or date.year is not None


@given(st.dates(dt.date(1950, 1, 1), dt.date(2080, 12, 31)))
def test_a_date_that_was_written_is_read_again(day: dt.date) -> None:
    weekday = WEEKDAYS[day.weekday()]
    for text in (
        f"{day.year}年{day.month}月{day.day}日（星期{weekday}）",
        f"{write_digits(day.year)}年{write_numeral(day.month)}月{write_numeral(day.day)}日星期{weekday}",
    ):
        (date,) = find_dates(text)
        assert date.in_year(day.year) == day
        assert (date.start, date.end, date.weekday) == (0, len(text), day.weekday())
    (date,) = find_dates(day.isoformat())
    assert date.in_year(day.year) == day


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("第六届读书月、第12届运动会、首届画展", [6, 12, 1]),
        ("县第十八届人民代表大会、第五届理事会、第三届职代会", []),
        ("2026届毕业生，第六期", []),
    ],
)
def test_ordinals_of_activities_are_found_and_those_of_congresses_are_not(
    text: str, numbers: list[int]
) -> None:
    assert [ordinal.number for ordinal in find_ordinals(text)] == numbers


@pytest.mark.parametrize(
    ("text", "number", "next_year"),
    [
        ("在第三十一个世界读书日，", 31, "在第三十二个世界读书日，"),
        ("第34个“世界水日”到来之际", 34, "第35个“世界水日”到来之际"),
        (
            "第四十一个教师节、第九个全国科普日",
            41,
            "第四十二个教师节、第十个全国科普日",
        ),
    ],
)
def test_a_day_of_each_year_is_counted(text: str, number: int, next_year: str) -> None:
    assert next(find_day_ordinals(text)).number == number
    assert renew(text, 1, since=2025, context=2026) == next_year


@pytest.mark.parametrize(
    "text",
    ["第三个工作日", "第二个月", "第三个交易日前", "第三个全国文明城市", "第一个全国周期"],
)
def test_another_count_of_days_is_none_of_them(text: str) -> None:
    assert list(find_day_ordinals(text)) == []
    assert renew(text, 1, since=2025, context=2026) == text


def test_a_weekday_alone_is_read_where_it_is_all() -> None:
    assert find_weekday("星期三") == (2, 2)
    assert find_weekday("（周日）") == find_weekday("（周天）") == (6, 2)
    assert find_weekday("三") == (2, 0)
    assert find_weekday("每周三") is None


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("2025年4月1日（星期二）", "2026年4月1日（星期三）"),
        ("二〇二五年四月", "二〇二六年四月"),
        ("4月30日星期三", "4月30日星期四"),
        ("2025-04-30", "2026-04-30"),
        ("第五届、第5届、首届", "第六届、第6届、第二届"),
        ("2021—2025年规划", "2021—2025年规划"),
        ("2019年以来，2024年起", "2019年以来，2025年起"),
        ("2024年2月29日", "2024年2月29日"),
        ("第十四届人民代表大会", "第十四届人民代表大会"),
        ("云政发〔2025〕3号", "云政发〔2025〕3号"),
    ],
)
def test_a_text_is_moved_by_a_year_in_the_way_it_is_written(text: str, moved: str) -> None:
    assert renew(text, 1, since=2024, context=2025) == moved


@given(st.dates(dt.date(2024, 1, 1), dt.date(2026, 12, 31)), st.integers(1, 20), st.integers(2, 60))
def test_what_was_moved_is_moved_back(day: dt.date, years: int, number: int) -> None:
    text = f"{day.year}年{day.month}月{day.day}日（星期{WEEKDAYS[day.weekday()]}）第{number}届"
    moved = renew(text, years, since=2024, context=2025)
    if f"{day.year}年" not in moved:
        assert renew(moved, -years, since=2024 + years, context=2025 + years) == text
