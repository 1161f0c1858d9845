"""Reading: texts keep what was typed, places are exact, and nothing exhausts the machine."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.load.yaml import Mapping, Scalar, load_bytes, load_input, locate, to_plain

HERE = Path("input.yaml")


def plain(text: str) -> object:
    loaded = load_bytes(text.encode(), HERE)
    assert loaded.root is not None, loaded.diagnostics
    return to_plain(loaded.root)


@pytest.mark.parametrize(
    "typed", ["否", "no", "00123", "12:30", "1.50", "2024-13-01", "1e3", "0x1F"]
)
def test_unquoted_values_stay_as_they_were_typed(typed: str) -> None:
    assert plain(f"标题: {typed}\n") == {"标题": typed}


def test_a_byte_order_mark_is_accepted() -> None:
    assert load_bytes(b"\xef\xbb\xbf" + "标题: 甲\n".encode(), HERE).diagnostics == ()


def test_windows_line_ends_are_accepted() -> None:
    assert plain("标题: 甲\r\n单位: 乙\r\n") == {"标题": "甲", "单位": "乙"}


def test_folded_lines_of_chinese_are_joined_without_a_blank() -> None:
    assert plain("导语: 第一行\n  第二行\n") == {"导语": "第一行第二行"}


def test_folded_lines_of_english_keep_their_blank() -> None:
    assert plain("导语: one\n  two\n") == {"导语": "one two"}


def test_a_literal_block_keeps_its_lines() -> None:
    assert plain("导语: |\n  第一行\n  第二行\n") == {"导语": "第一行\n第二行\n"}


def test_a_place_inside_a_text_is_reported_by_line_and_column() -> None:
    loaded = load_bytes("导语: |\n  第一行\n  第二【甲】行\n".encode(), HERE)
    assert loaded.root is not None
    assert loaded.source is not None
    value = loaded.root.entries[0].value
    place = locate(loaded.source, value, "【甲】")
    assert (place.line, place.column, place.length) == (3, 5, 3)


def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yaml"
    path.write_bytes(b"# " + b"x" * 1_000_001)
    assert [d.code for d in load_input(path).diagnostics] == ["file-too-large"]


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    assert [d.code for d in load_input(tmp_path).diagnostics] == ["file-unreadable"]


def test_deep_nesting_is_refused_and_not_a_crash() -> None:
    loaded = load_bytes(b"a: " + b"[" * 3000 + b"]" * 3000, HERE)
    assert [d.code for d in loaded.diagnostics] == ["too-deep"]


def test_a_bomb_of_aliases_is_refused() -> None:
    rows = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]
    loaded = load_bytes("\n".join(rows).encode(), HERE)
    assert loaded.root is None
    assert {d.code for d in loaded.diagnostics} == {"alias"}


@given(st.binary(max_size=300))
def test_any_bytes_end_in_a_tree_or_in_diagnostics(data: bytes) -> None:
    loaded = load_bytes(data, HERE)
    assert loaded.root is not None or loaded.diagnostics


@given(st.text("标题单位:：-－ \n\t|>\"'[]{}，,#&*!%@`甲乙【】1. 　", max_size=120))
def test_any_typo_ends_in_a_tree_or_in_diagnostics(text: str) -> None:
    loaded = load_bytes(text.encode(), HERE)
    assert loaded.root is not None or loaded.diagnostics
    for diagnostic in loaded.diagnostics:
        assert diagnostic.location is not None
        assert diagnostic.location.line >= 1


@given(
    st.dictionaries(
        st.text("标题单位甲乙", min_size=1), st.text("甲乙丙1 。", min_size=1), min_size=1
    )
)
def test_quoted_values_come_back_whole(fields: dict[str, str]) -> None:
    text = "".join(f'"{key}": "{value}"\n' for key, value in fields.items())
    loaded = load_bytes(text.encode(), HERE)
    assert isinstance(loaded.root, Mapping)
    assert to_plain(loaded.root) == fields
    assert all(isinstance(entry.value, Scalar) for entry in loaded.root.entries)


def test_a_pair_in_a_list_that_has_no_end_is_reported_by_the_bracket_of_the_list() -> None:
    (fault,) = load_bytes("附件:\n  - [甲, 负:\n    - 乙\n".encode(), HERE).diagnostics
    assert fault.code == "bracket-not-closed"
    assert fault.location is not None
    assert (fault.location.line, fault.location.column) == (2, 5)
