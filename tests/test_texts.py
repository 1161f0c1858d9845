"""The texts of an input with their figures filled in, and where each stretch was typed."""

from pathlib import Path
from typing import Any

import pytest

from pipeline.figures.facts import ResolvedText, TextRole
from pipeline.load.yaml import load_bytes
from pipeline.validate import Reading, read_report
from pipeline.validate.texts import in_report_order
from tests.samples import PLAIN, RULES, FourParts, as_yaml, dump_yaml

FIGURES: dict[str, Any] = {"人数": "126人", "场次": "8场"}


def read(typed: str | bytes) -> Reading:
    data = typed.encode() if isinstance(typed, str) else typed
    return read_report(load_bytes(data, Path("input.yaml")), RULES)


def lead_of(typed: str) -> ResolvedText:
    """The lead, typed just so behind 导语."""
    fields = dump_yaml({key: value for key, value in PLAIN.items() if key != "导语"})
    figures = dump_yaml({"数据": FIGURES})
    found = read(f"{fields}{figures}导语:{typed}\n").texts
    return next(text for text in found if text.role is TextRole.LEAD)


def typed_at(text: ResolvedText, words: str) -> str:
    """What stands in the source at the place of some words of a text as it is shown."""
    at = text.text.index(words)
    place = text.place(at, at + len(words))
    row = text.source.lines()[place.line - 1]
    return row[place.column - 1 : place.column - 1 + place.length]


@pytest.mark.parametrize(
    "typed",
    [
        " 参加【人数】，【【共】】办【待确认：8场】，【待填：时间】。",
        ' "参加【人数】，【【共】】办【待确认：8场】，【待填：时间】。"',
        " '参加【人数】，【【共】】办【待确认：8场】，【待填：时间】。'",
        "\n  参加【人数】，\n  【【共】】办【待确认：8场】，\n  【待填：时间】。",
        " |-\n  参加【人数】，【【共】】办【待确认：8场】，【待填：时间】。",
        r' "参加\u3010人数】，【【共】】办【待确认：8场】，【待填：时间】。"',
    ],
)
def test_a_text_shows_its_figures_and_knows_where_each_stretch_was_typed(typed: str) -> None:
    lead = lead_of(typed)
    assert lead.text == "参加126人，【共】办8场，【待填：时间】。"
    assert typed_at(lead, "126人") in ("【人数】", r"\u3010人数】")
    assert typed_at(lead, "参加126人") in ("参加【人数】", r"参加\u3010人数】")
    assert typed_at(lead, "【") == "【【"
    assert typed_at(lead, "8场") == "8场"
    assert typed_at(lead, "时间") == "时间"


def test_what_a_figure_shows_and_what_is_to_be_confirmed_is_known() -> None:
    lead = lead_of(" 参加【人数】，办【待确认：8场】，【待填：时间】。")
    spans = {words: (lead.text.index(words),) * 2 for words in ("参加", "126", "8场", "时间")}
    at = {words: (start, start + len(words)) for words, (start, _) in spans.items()}
    assert [lead.is_typed(*span) for span in at.values()] == [True, False, True, False]
    assert [lead.is_marked(*span) for span in at.values()] == [False, False, True, False]


def test_each_text_has_its_role_its_part_and_its_path_in_chinese() -> None:
    typed = as_yaml(
        主要做法=None,
        practices=[{"heading": "加强组织", "paragraphs": ["办了班。"], "points": ["建了组"]}],
        annexes=[{"name": "清单", "table": {"columns": ["书"], "rows": [["论语"]]}}],
    )
    found = {
        text.path: (text.role, text.part.heading if text.part else "") for text in read(typed).texts
    }
    assert found["主要做法", 0, "小标题"] == (TextRole.HEADING, "主要做法")
    assert found["主要做法", 0, "段落", 0] == (TextRole.PARAGRAPH, "主要做法")
    assert found["主要做法", 0, "分述", 0] == (TextRole.POINT, "主要做法")
    assert found["附件", 0, "名称"] == (TextRole.ANNEX_NAME, "")
    assert found["附件", 0, "表格", "列", 0] == (TextRole.COLUMN, "")
    assert found["附件", 0, "表格", "行", 0, 0] == (TextRole.CELL, "")


def test_texts_are_put_in_the_order_of_the_report() -> None:
    shuffled = dict(reversed(PLAIN.items()))
    texts = read(dump_yaml(shuffled)).texts
    assert texts[0].role is TextRole.CLOSING
    ordered = [
        text.role
        for text in in_report_order(texts, FourParts.body_outline)
        if text.role is not TextRole.OTHER
    ]
    assert ordered == [
        *(TextRole.TITLE, TextRole.LEAD, TextRole.PARAGRAPH, TextRole.HEADING, TextRole.PARAGRAPH),
        *(TextRole.PARAGRAPH, TextRole.PARAGRAPH, TextRole.CLOSING),
    ]


def test_what_proves_a_figure_is_a_text_and_its_value_is_none() -> None:
    figures = {"人数": {"数值": "126", "单位": "人", "依据": "签到表"}}
    texts = read(as_yaml(数据=figures, 导语="参加【人数】。")).texts
    assert [text.path for text in texts if text.path[0] == "数据"] == [("数据", "人数", "依据")]
