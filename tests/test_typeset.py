"""Lines on the grid: no mark where it must not stand, nothing split, every full line full."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.standard import PROFILES
from pipeline.typography.typeset import (
    NOT_AT_LINE_END,
    NOT_AT_LINE_START,
    Measure,
    SetLine,
    break_lines,
    without_blanks,
)

PAGE = PROFILES["office"].page
BODY = Measure(16, PAGE.text_width_pt, 32, PAGE.tracking_pt)
HANGING = "，。、；：！？"


def advance(char: str) -> float:
    return 0.5 if char.isascii() else 1.0


def width(line: SetLine, room: float) -> float:
    """From the left edge of the first character to the right edge of the last that is not hung."""
    chars = [(char, run.spacing_pt) for run in line.runs for char in run.text]
    if line.text[-1] in HANGING and sum(advance(c) * 16 + s for c, s in chars) > room + 8:
        chars = chars[:-1]
    return sum(advance(char) * 16 + spacing for char, spacing in chars) - chars[-1][1]


WORDS = ["学习", "工作", "讨论", "的", "一", "32", "5000", "12.3%", "2024—2026", "15%～30%", "AB"]
MARKS = ["，", "。", "、", "“", "”", "《", "》", "（", "）", "——", "……", "：", "；", "〔", "〕"]
PIECES = st.sampled_from(WORDS + MARKS)
TEXTS = st.lists(PIECES, min_size=1, max_size=120).map("".join)


@given(TEXTS)
def test_the_lines_hold_the_whole_text_in_order(text: str) -> None:
    joined = "".join(line.text for line in break_lines(text, BODY, advance))
    assert without_blanks(joined) == without_blanks(text)


@given(TEXTS)
def test_every_full_line_ends_at_the_right_edge(text: str) -> None:
    for number, line in enumerate(break_lines(text, BODY, advance)):
        room = BODY.width_pt - (BODY.indent_pt if number == 0 else 0)
        if line.is_full and len(line.text) > 1:
            assert width(line, room) == pytest.approx(room, abs=0.05)


MARKS_THAT_FOLLOW_A_WORD = st.lists(
    st.tuples(st.text("学习工作讨论", min_size=2, max_size=9), st.sampled_from("，。、；：”》）")),
    min_size=5,
    max_size=60,
).map(lambda pairs: "".join(word + mark for word, mark in pairs))


@given(MARKS_THAT_FOLLOW_A_WORD)
def test_no_line_begins_with_a_closing_mark(text: str) -> None:
    for line in break_lines(text, BODY, advance)[1:]:
        assert line.text[0] not in NOT_AT_LINE_START


@given(
    st.lists(
        st.tuples(st.sampled_from("“《（"), st.text("学习工作讨论", min_size=2, max_size=9)),
        min_size=5,
        max_size=60,
    ).map(lambda pairs: "".join(mark + word for mark, word in pairs))
)
def test_no_line_ends_with_an_opening_mark(text: str) -> None:
    for line in break_lines(text, BODY, advance):
        assert line.text[-1] not in NOT_AT_LINE_END


@pytest.mark.parametrize("unit", ["——", "……", "5000", "12.3%", "2024—2026", "15%～30%", "98.5%"])
@pytest.mark.parametrize("before", range(20, 30))
def test_a_unit_is_never_split(unit: str, before: int) -> None:
    text = "习" * before + unit + "习" * 10
    assert any(unit in line.text for line in break_lines(text, BODY, advance))


@pytest.mark.parametrize("unit", ["±5", "≥90", "€20", "-5"])
@pytest.mark.parametrize("before", range(20, 30))
def test_a_sign_stays_with_its_number(unit: str, before: int) -> None:
    text = "习" * before + unit + "习" * 10
    assert any(unit in line.text for line in break_lines(text, BODY, advance))


def test_a_line_may_end_after_the_hyphen_of_a_telephone_number() -> None:
    first, second = break_lines("习" * 22 + "0912-8888888", BODY, advance)
    assert (first.text, second.text) == ("习" * 22 + "0912-", "8888888")


def test_a_full_page_line_has_28_characters() -> None:
    lines = break_lines("学" * 200, BODY, advance)
    assert [len(line.text) for line in lines] == [26, 28, 28, 28, 28, 28, 28, 6]


def test_a_mark_that_is_one_too_many_hangs_in_the_margin() -> None:
    first = break_lines("学" * 26 + "，学习", BODY, advance)[0]
    assert first.text == "学" * 26 + "，"
    assert width(first, BODY.width_pt - 32) == pytest.approx(BODY.width_pt - 32, abs=0.05)


def test_without_hanging_the_mark_takes_a_character_along() -> None:
    measure = Measure(16, PAGE.text_width_pt, 32, PAGE.tracking_pt, may_hang=False)
    first, second = break_lines("学" * 26 + "，学习", measure, advance)
    assert (first.text, second.text) == ("学" * 25, "学，学习")


def test_digits_stand_a_quarter_of_a_character_from_hanzi() -> None:
    (line,) = break_lines("学习32次", BODY, advance)
    spacings = {char: run.spacing_pt for run in line.runs for char in run.text}
    assert spacings["习"] == spacings["2"] == pytest.approx(16 / 4 + PAGE.tracking_pt)


def test_a_line_that_ends_before_a_digit_is_full_too() -> None:
    text = "领导班子集中学习，全体干部集中学习，召开讨论学习" + "32次，深入学习。" * 12
    lines = break_lines(text, BODY, advance)
    (line,) = [line for line, after in pairwise(lines) if after.text.startswith("32")]
    assert width(line, BODY.width_pt) == pytest.approx(BODY.width_pt, abs=0.05)


def test_a_word_longer_than_a_line_is_broken_rather_than_lost() -> None:
    lines = break_lines("a" * 200, BODY, advance)
    assert "".join(line.text for line in lines) == "a" * 200
    assert len(lines) > 1


def test_blanks_between_latin_words_end_a_line_and_begin_none() -> None:
    text = " ".join(["word"] * 60)
    for line in break_lines(text, BODY, advance):
        assert line.text == line.text.strip()
