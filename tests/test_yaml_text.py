"""YAML as a person would type it: it is read as what was written, and quoted only where needed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pipeline.load.yaml import load_bytes, load_input, to_plain
from pipeline.load.yaml_text import Habits, write_yaml
from tests.samples import SHIPPED

HERE = Path("input.yaml")
HABITS = Habits(
    spread=frozenset({"数据", "基本情况", "主要做法", "正文", "内容", "段落", "分述", "附件"}),
    rows=frozenset({"行"}),
)


def written(tree: Mapping[str, Any]) -> str:
    return write_yaml(tree, HABITS).text


_chars = st.one_of(
    st.sampled_from("甲乙：:，,。-—－#＃ \n'\"[]{}【】|>&*!%@`=+~?？0１2.‘“”（(\\/_<>;；·●"),
    st.characters(exclude_categories=["Cc", "Cf", "Cs", "Cn", "Zl", "Zp"]),
)
_texts = st.text(_chars, max_size=12)
_trees = st.recursive(
    _texts,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(_texts, inner, max_size=4)
    ),
    max_leaves=12,
)
_keys = st.one_of(st.sampled_from(["数据", "基本情况", "段落", "行", "主送", "附件"]), _texts)


@pytest.mark.slow
@settings(max_examples=300, deadline=None)
@given(st.dictionaries(_keys, _trees, min_size=1, max_size=4))
def test_whatever_is_written_is_read_again_without_a_finding(tree: dict[str, Any]) -> None:
    found = load_bytes(write_yaml(tree, HABITS, "# 说明\n\n").text.encode(), HERE)
    # A mapping with a strange key in a list of texts is a fault of its own, whoever wrote it.
    assume({fault.code for fault in found.diagnostics} != {"colon-in-value"})
    assert found.diagnostics == ()
    assert found.root is not None
    assert to_plain(found.root) == tree


@pytest.mark.parametrize(
    "text",
    [
        "青禾县图书馆",
        "（一）总体情况",
        "“书香满城”",
        "2026-10-08",
        "37",
        "0.10",
        "3.14",
        "a:b",
        "甲、乙",
    ],
)
def test_a_text_that_needs_no_quotes_has_none(text: str) -> None:
    assert written({"单位": text}) == f"单位: {text}\n"


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("000001", "'000001'"),
        ("12:30", "'12:30'"),
        ("%", "'%'"),
        ("- 甲", "'- 甲'"),
        ("甲: 乙", "'甲: 乙'"),
        ("甲 # 乙", "'甲 # 乙'"),
        ("no", "'no'"),
        ("", "''"),
        ("it's", "it's"),
        ("'s", "'''s'"),
        ("甲\n 乙", '"甲\\n 乙"'),
    ],
)
def test_a_text_is_quoted_where_it_would_be_read_otherwise(text: str, typed: str) -> None:
    assert written({"附注": text}) == f"附注: {typed}\n"


def test_several_lines_stand_as_they_are() -> None:
    assert written({"导语": "第一行\n第二行\n"}) == "导语: |\n  第一行\n  第二行\n"


def test_short_lists_stand_on_their_line_and_texts_of_a_part_below_each_other() -> None:
    tree = {"主送": ["甲局", "乙局"], "基本情况": ["一段。"]}
    assert written(tree) == "主送: [甲局, 乙局]\n\n基本情况:\n  - 一段。\n"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_input_is_written_nearly_as_it_was_typed(path: Path) -> None:
    root = load_input(path).root
    assert root is not None
    tree: Any = to_plain(root)
    typed = {row for row in path.read_text("utf-8").splitlines() if row.strip()}
    made = [row for row in written(tree).splitlines() if row.strip()]
    assert sum(row in typed for row in made) > 0.9 * len(made)


def test_a_place_in_the_text_leads_to_the_value_that_is_there() -> None:
    made = write_yaml({"主送": ["甲局", "乙局"], "结尾": "完。"}, HABITS, "# 说明\n")
    assert made.mark_at(1, 1) is None
    marks = [made.mark_at(line, column) for line, column in ((2, 1), (2, 6), (2, 11), (3, 9))]
    assert [(mark.path, mark.is_key) for mark in marks if mark] == [
        (("主送",), True),
        (("主送", 0), False),
        (("主送", 1), False),
        (("结尾",), False),
    ]
