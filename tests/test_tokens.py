"""What the brackets of a text mean: every token with its span, and nothing left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.model.marks import find_marks, take_off_marks
from pipeline.model.tokens import TokenKind, tokens_of

K = TokenKind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("全馆参加。", [(K.TEXT, "全馆参加。")]),
        ("参加【人数】。", [(K.TEXT, "参加"), (K.REFERENCE, "人数"), (K.TEXT, "。")]),
        ("【 人数.同比 】", [(K.REFERENCE, "人数.同比")]),
        ("【待填：时间】【】", [(K.BLANK, "待填：时间"), (K.BLANK, "")]),
        ("【【注】】", [(K.ESCAPED, "【"), (K.TEXT, "注"), (K.ESCAPED, "】")]),
        ("【待确认： 37 】条", [(K.MARK, "37"), (K.TEXT, "条")]),
        ("【参加", [(K.STRAY, "【"), (K.TEXT, "参加")]),
        ("参加】", [(K.TEXT, "参加"), (K.STRAY, "】")]),
        ("【【【人数】】】", [(K.ESCAPED, "【"), (K.REFERENCE, "人数"), (K.ESCAPED, "】")]),
        ("【【待确认：37】】", [(K.ESCAPED, "【"), (K.TEXT, "待确认：37"), (K.ESCAPED, "】")]),
        ("【待确认37】", [(K.BROKEN_MARK, "【待确认37】")]),
        ("【待确认：37，是", [(K.BROKEN_MARK, "【待确认：37"), (K.TEXT, "，是")]),
        ("（待确认：37）", [(K.BROKEN_MARK, "（待确认：37）")]),
        ("待确认：37】", [(K.BROKEN_MARK, "待确认：37】")]),
        (
            "（待确认：【人数】）",
            [(K.BROKEN_MARK, "（待确认："), (K.REFERENCE, "人数"), (K.TEXT, "）")],
        ),
    ],
)
def test_a_text_falls_into_its_tokens(text: str, found: list[tuple[TokenKind, str]]) -> None:
    assert [(token.kind, token.content) for token in tokens_of(text)] == found


@given(st.text(alphabet="【】（）：待确认填37 \n甲，", max_size=60))
def test_the_tokens_of_a_text_are_all_of_it(text: str) -> None:
    tokens = list(tokens_of(text))
    assert "".join(token.typed for token in tokens) == text
    assert all(text[token.start : token.end] == token.typed for token in tokens)
    for token in tokens:
        if token.kind is not K.ESCAPED:
            assert text.startswith(token.content, token.content_start)


def test_marks_are_taken_off_and_what_is_no_mark_stays() -> None:
    assert (
        take_off_marks("【待确认：37】条，【【待确认：4】】，【待确认5】")
        == "37条，【【待确认：4】】，【待确认5】"
    )


def test_marks_and_what_was_meant_as_one_are_found_in_their_order() -> None:
    found = [mark.held for mark in find_marks("【待确认：37】条，[待确认：4]，【待确认：五】")]
    assert found == ["37", None, "五"]
