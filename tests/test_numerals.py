"""Chinese numerals are read and written in one way, by whoever reads and writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.chinese.dates import find_dates, find_day_ordinals, find_ordinals
from pipeline.chinese.heading_numbers import heading_level
from pipeline.chinese.numerals import (
    read_decimal,
    read_digits,
    read_numeral,
    write_digits,
    write_formal,
    write_numeral,
)
from pipeline.inspect.word.numerals import write_number
from pipeline.prose.proofread import Passage, PassageKind, proofread

READ = {
    # By place.
    "一": 1,
    "二": 2,
    "两": 2,
    "九": 9,
    "十": 10,
    "一十": 10,
    "十一": 11,
    "一十五": 15,
    "二十": 20,
    "二十三": 23,
    "九十九": 99,
    "一百": 100,
    "一百零五": 105,
    "一百〇五": 105,
    "一百○五": 105,
    "一百一十": 110,
    "一百十": 110,
    "一百十五": 115,
    "二百二十": 220,
    "两百": 200,
    "两百二十": 220,
    "三百零五": 305,
    "一千": 1000,
    "一千零五": 1005,
    "一千零五十": 1050,
    "一千零十": 1010,
    "一千二百": 1200,
    "两千零二十六": 2026,
    "一万零五": 10_005,
    "一万零五百": 10_500,
    "一万五千": 15_000,
    "两万三千": 23_000,
    "十万五千": 105_000,
    "十万零五千": 105_000,
    "一百二十万": 1_200_000,
    "一亿二千万": 120_000_000,
    "两亿零三百万": 203_000_000,
    "一万亿": 10**12,
    # Digit by digit, where a zero leaves no doubt.
    "二〇二六": 2026,
    "二零二六": 2026,
    "二○二六": 2026,
    "一〇五": 105,
    "二〇": 20,
    # In figures.
    "0": 0,
    "23": 23,
    "007": 7,
    "２０２６": 2026,
    "零": 0,
    "〇": 0,
    "○": 0,
}
NOT_READ = [
    *("", "二三", "一二三", "三四十", "十十", "百", "千", "万", "亿", "百五", "一十百", "千千"),
    # 150 or 105, 15000 or 10005.
    *("一百五", "二百五", "一万五", "一千五十"),
    *("二十零", "二十零五", "一百零五十", "一千零百", "五千零", "零一", "〇五", "一亿亿亿"),
    *("两十", "十两", "二百两", "廿", "二点五", "负五", "几十", "甲", "1十", "a", "²", "-5", "1.5"),
    *("五" * 40, "5" * 40, "十" * 5000),
]


@pytest.mark.parametrize(("text", "number"), READ.items())
def test_a_numeral_is_read_as_the_number_that_it_is(text: str, number: int) -> None:
    assert read_numeral(text) == number


@pytest.mark.parametrize("text", NOT_READ)
def test_what_is_no_numeral_or_may_be_two_is_not_read(text: str) -> None:
    assert read_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "number"),
    [
        *(("二〇二六", 2026), ("二零二六", 2026), ("二○二六", 2026), ("二O二六", 2026)),
        *(("二０二六", 2026), ("一九九八", 1998), ("2026", 2026), ("２０２６", 2026), ("〇", 0)),
        *(("二百二六", None), ("两零二六", None), ("", None), ("二 六", None), ("一" * 40, None)),
    ],
)
def test_a_year_is_read_digit_by_digit(text: str, number: int | None) -> None:
    assert read_digits(text) == number


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        *(("十五点六", "15.6"), ("零点五", "0.5"), ("一百零五", "105"), ("三点零五", "3.05")),
        *(("十五点", None), ("点五", None), ("二三点五", None), ("五点十", None)),
    ],
)
def test_a_decimal_is_read_with_its_digits(text: str, shown: str | None) -> None:
    assert read_decimal(text) == shown


@pytest.mark.parametrize(
    ("number", "words", "formal"),
    [
        *((0, "零", "零"), (1, "一", "壹"), (10, "十", "壹拾"), (11, "十一", "壹拾壹")),
        *((20, "二十", "贰拾"), (35, "三十五", "叁拾伍"), (105, "一百零五", "壹佰零伍")),
        *((110, "一百一十", "壹佰壹拾"), (1010, "一千零一十", "壹仟零壹拾")),
        *((10_012, "一万零一十二", "壹万零壹拾贰"), (100_000, "十万", "壹拾万")),
        (2_0300_4005, "二亿零三百万四千零五", "贰亿零叁佰万肆仟零伍"),
    ],
)
def test_a_number_is_written_in_words(number: int, words: str, formal: str) -> None:
    assert write_numeral(number) == words
    assert write_formal(number) == formal


@given(st.integers(0, 10**16 - 1))
def test_a_numeral_that_was_written_is_read_again(number: int) -> None:
    assert read_numeral(write_numeral(number)) == number
    assert read_numeral(str(number)) == number
    assert read_digits(write_digits(number)) == number


@given(st.text("一二五九十百千万亿零〇○两", max_size=9))
def test_two_numerals_of_one_number_differ_only_in_their_spelling(text: str) -> None:
    number = read_numeral(text)
    if number is not None:
        assert read_numeral(write_numeral(number)) == number


# --- those who read and write them -----------------------------------------------------------

ORDINALS = {text: number for text, number in READ.items() if number and not text[0].isdecimal()}


@pytest.mark.parametrize(("text", "number"), ORDINALS.items())
def test_ordinals_and_the_reader_agree(text: str, number: int) -> None:
    assert [one.number for one in find_ordinals(f"第{text}届运动会")] == [number]
    assert [one.number for one in find_day_ordinals(f"第{text}个世界读书日")] == [number]


@pytest.mark.parametrize("text", [text for text in NOT_READ if set(text) <= set("一二三五十百零")])
def test_what_is_no_numeral_is_no_ordinal(text: str) -> None:
    assert not list(find_ordinals(f"第{text}届运动会"))
    assert not find_dates(f"{text}月{text}日")


@pytest.mark.parametrize("number", [1, 9, 10, 11, 20, 21, 99, 100, 105, 110, 199])
def test_word_and_the_writer_number_alike(number: int) -> None:
    words = write_number(number, "chineseCountingThousand")
    assert words == write_numeral(number)
    assert heading_level(f"{words}、主要做法") == 0
    assert heading_level(f"（{words}）主要做法") == 1
    assert write_number(number, "chineseLegalSimplified") == write_formal(number)


@pytest.mark.parametrize(
    ("text", "fix"),
    [
        *(("增长百分之十五。", "15%"), ("增长百分之零点五。", "0.5%")),
        *(
            ("到场一百零五人。", "105"),
            ("到场一百一十五人。", "115"),
            ("到场三十二万人次。", "320000"),
        ),
        *(("始于二零二六年春天。", "二〇二六"), ("始于二O二六年春天。", "二〇二六")),
    ],
)
def test_the_proofreader_offers_what_the_reader_reads(text: str, fix: str) -> None:
    assert [issue.fix for issue in proofread([Passage(text, PassageKind.BODY)])] == [fix]


def test_the_proofreader_offers_nothing_for_what_may_be_two_numbers() -> None:
    assert [issue.fix for issue in proofread([Passage("到场一百五人。", PassageKind.BODY)])] == [
        None
    ]
