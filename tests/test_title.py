"""Titles break between words, and have the shape that 7.3.1 asks for."""

import time

import pytest

from pipeline.typography.title import break_title

ORGANISATION = "吴堡县广播电视局"
ACTIVITY = "解放思想大讨论活动"


def test_a_title_that_fits_stays_on_one_line() -> None:
    assert break_title("吴堡县广播电视局解放思想大讨论活动总结", 20) == (
        "吴堡县广播电视局解放思想大讨论活动总结",
    )


def test_a_title_breaks_before_what_it_is_about() -> None:
    title = f"{ORGANISATION}关于{ACTIVITY}开展情况的报告"
    lines = (ORGANISATION, f"关于{ACTIVITY}开展情况的报告")
    assert break_title(title, 20, (ORGANISATION, ACTIVITY)) == lines


@pytest.mark.parametrize(
    "title",
    [
        "青禾县图书馆2026年“书香满城”全民阅读周活动总结",
        "青禾县文化旅游局关于开展文化下乡活动情况的总结报告",
        "某某市人民政府办公室关于印发《某某市优化营商环境三年行动计划（2024—2026年）》的通知",
    ],
)
def test_lines_fit_keep_marks_together_and_are_not_a_rectangle(title: str) -> None:
    lines = break_title(title, 20)
    assert "".join(lines) == title
    assert all(len(line) <= 21 for line in lines)
    assert not any(line[0] in "》）”，。的" for line in lines)
    assert not any(line[-1] in "《（“和与" for line in lines)
    assert len({len(line) for line in lines}) > 1


def test_no_name_is_broken_inside() -> None:
    lines = break_title("青禾县水利局关于开展河湖长制宣传月活动情况的总结", 20, ("河湖长制宣传月",))
    assert any("河湖长制宣传月" in line for line in lines)


def test_lines_that_the_author_typed_are_kept() -> None:
    assert break_title("青禾县图书馆\n活动总结", 20) == ("青禾县图书馆", "活动总结")


def test_a_title_of_a_hundred_characters_is_still_set_whole() -> None:
    title = "青禾县图书馆关于开展全民阅读活动情况的总结报告" * 5
    lines = break_title(title, 20)
    assert "".join(lines) == title
    assert all(len(line) <= 20 for line in lines)


@pytest.mark.parametrize(
    ("about", "lines"),
    [
        ("解放思想大讨论活动工作总结", ("解放思想大讨论", "活动工作总结")),
        ("禁毒宣传进校园开展情况总结", ("禁毒宣传进校园", "开展情况总结")),
    ],
)
def test_two_equal_lines_become_three_rather_than_a_rectangle_or_a_torn_word(
    about: str, lines: tuple[str, ...]
) -> None:
    organisation = "青禾县人力资源和社会保障局"
    assert break_title(organisation + about, 20, (organisation,)) == (organisation, *lines)


def test_a_year_stays_with_its_digits() -> None:
    for line in break_title("青禾县人力资源和社会保障局2026年优化营商环境攻坚总结", 20):
        assert not line.startswith("年")


def test_a_title_as_long_as_a_page_is_broken_at_once() -> None:
    for length in (81, 300, 3000):
        began = time.perf_counter()
        lines = break_title("青" + "字" * length, 20)
        assert time.perf_counter() - began < 1
        assert "".join(lines) == "青" + "字" * length
        assert all(len(line) <= 20 for line in lines)
