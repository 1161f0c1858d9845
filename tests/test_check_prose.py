"""The rules of the text on documents: each example is found in Word and in PDF, once."""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from pipeline.inspect.examine import examine, examine_layout
from pipeline.inspect.finding import Finding
from pipeline.inspect.local import load_rules
from pipeline.messages import Severity
from pipeline.model.document import Heading, Text
from pipeline.prose.proofread import PassageKind
from pipeline.prose.proofread.words import Word, words_with
from pipeline.rules import TEXT_RULES, Medium
from tests.corpus.draft import Draft, draft_of, make_both
from tests.prose_examples import FILL, example_of
from tests.samples import OFFICIAL, PLAIN, template

SUFFIXES = {Medium.WORD: ".docx", Medium.PDF: ".pdf"}

_OF_PROSE = {
    rule.id: example_of(rule)
    for rule in TEXT_RULES.values()
    if rule.id not in {"W04-own", "Q12-half", *FILL}
    and all(passage.kind is PassageKind.BODY for passage in example_of(rule))
}
"""The examples that are paragraphs; all of them go into one document."""

_OF_TITLES = ("R07-kind", "R07-double", "R07-mark", "R06-signer")
_OF_HEADINGS = ("S13-end", "S13-form", "S13-length", "S13-same")


def both(draft: Draft) -> dict[Medium, bytes]:
    word, pdf = make_both(draft)
    return {Medium.WORD: word, Medium.PDF: pdf}


def findings(data: bytes, medium: Medium, **how: Any) -> tuple[Finding, ...]:
    examination, faults = examine(data, Path(f"one{SUFFIXES[medium]}"), **how)
    assert examination is not None, faults
    return tuple(one for one in examination.findings if one.rule_id in TEXT_RULES)


@cache
def of_prose() -> dict[Medium, tuple[Finding, ...]]:
    """What is found in one document that has every example as a paragraph of its own."""
    parts = {"主要做法": [], "取得成效": []}  # type: dict[str, list[str]]
    for passages in _OF_PROSE.values():
        for passage in passages:
            parts[passage.part or "主要做法"].append(passage.text)
    fields = {**PLAIN, "标题": "青禾县图书馆全民阅读周活动报告", **parts}
    made = both(draft_of(fields, template("summary")))
    return {medium: findings(data, medium) for medium, data in made.items()}


_UNSEEN = {Medium.PDF: {"Q21-blank"}, Medium.WORD: set[str]()}
"""Blanks between the characters of a justified line look the same as its spacing."""


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("rule_id", _OF_PROSE)
def test_an_example_is_found_in_a_document(rule_id: str, medium: Medium) -> None:
    codes = [one.rule_id for one in of_prose()[medium]]
    assert (rule_id in codes) == (rule_id not in _UNSEEN[medium])


@pytest.mark.parametrize("medium", Medium)
def test_nothing_else_is_found_beside_the_examples(medium: Medium) -> None:
    assert {one.rule_id for one in of_prose()[medium]} <= {*_OF_PROSE, "S15-share"}


@pytest.mark.parametrize("medium", Medium)
def test_the_layout_of_a_document_is_examined_without_its_prose(medium: Medium) -> None:
    draft = draft_of({**PLAIN, "导语": "全馆参加了了活动,效果良好"}, template("summary"))
    data, path = both(draft)[medium], Path(f"one{SUFFIXES[medium]}")
    whole, layout = examine(data, path)[0], examine_layout(data, path, None)[0]
    assert whole is not None
    assert layout is not None
    of_prose = {one for one in whole.findings if one.rule_id in TEXT_RULES}
    assert of_prose
    assert list(layout.findings) == [one for one in whole.findings if one not in of_prose]
    assert "Q12-half" in {one.rule_id for one in layout.findings}


@cache
def of_titles(rule_id: str) -> dict[Medium, bytes]:
    title = next(p for p in example_of(TEXT_RULES[rule_id]) if p.kind is PassageKind.TITLE)
    fields = {**OFFICIAL, "标题": title.text}
    return both(draft_of(fields, template("red-header")))


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("rule_id", _OF_TITLES)
def test_a_title_is_held_against_the_regulation(rule_id: str, medium: Medium) -> None:
    codes = {one.rule_id for one in findings(of_titles(rule_id)[medium], medium)}
    assert rule_id in codes


@cache
def of_headings(rule_id: str) -> dict[Medium, bytes]:
    sections = [
        {"小标题": heading.text, "段落": [f"{place}村照办了，群众满意。"]}
        for place, heading in zip("东西南北", example_of(TEXT_RULES[rule_id]), strict=False)
    ]
    return both(draft_of({**PLAIN, "主要做法": sections}, template("summary")))


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("rule_id", _OF_HEADINGS)
def test_headings_are_held_against_each_other(rule_id: str, medium: Medium) -> None:
    codes = {one.rule_id for one in findings(of_headings(rule_id)[medium], medium)}
    assert codes == {rule_id}


@pytest.mark.parametrize("medium", Medium)
def test_a_heading_has_no_mark_at_its_end(medium: Medium) -> None:
    draft = draft_of(PLAIN, template("summary"))
    made = both(draft.with_block(Heading, inlines=(Text("基本情况，"),)))
    assert {one.rule_id for one in findings(made[medium], medium)} == {"Q08-heading"}


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("rule_id", FILL)
def test_the_parts_of_a_report_are_weighed(rule_id: str, medium: Medium) -> None:
    parts = {passage.part: [passage.text] for passage in example_of(TEXT_RULES[rule_id])}
    made = both(draft_of({**PLAIN, **parts}, template("summary")))
    assert {one.rule_id for one in findings(made[medium], medium)} == {rule_id}


@pytest.mark.parametrize("medium", Medium)
def test_a_leader_is_no_addressee(medium: Medium) -> None:
    made = both(draft_of({**OFFICIAL, "主送": ["县长"]}, template("red-header")))
    assert {one.rule_id for one in findings(made[medium], medium)} == {"R12-leader"}


def test_what_is_sure_of_a_paragraph_is_a_guess_in_a_pdf() -> None:
    weights = {
        medium: {one.severity for one in of_prose()[medium] if one.rule_id == "Q16-unpaired"}
        for medium in Medium
    }
    assert weights == {Medium.WORD: {Severity.ERROR}, Medium.PDF: {Severity.WARNING}}


@pytest.mark.parametrize("medium", Medium)
def test_half_width_marks_are_reported_once(medium: Medium) -> None:
    made = both(draft_of({**PLAIN, "导语": "全馆参加,效果良好。"}, template("summary")))
    examination, _ = examine(made[medium], Path(f"one{SUFFIXES[medium]}"))
    assert examination is not None
    assert [one.rule_id for one in examination.findings].count("Q12-half") == 1


def test_an_office_s_list_of_words_holds_for_documents(tmp_path: Path) -> None:
    (tmp_path / "用字.yaml").write_text("读者: 借阅人\n", "utf-8")
    (tmp_path / "rules.yaml").write_text("用字: 用字.yaml\n规则: {S14-figures: 不查}\n", "utf-8")
    rules, faults = load_rules(tmp_path / "rules.yaml")
    assert rules is not None, faults
    made = both(draft_of(PLAIN, template("summary")))
    found = findings(made[Medium.WORD], Medium.WORD, words=rules.words)
    assert [(one.rule_id, one.wanted.zh) for one in found] == [("W04-own", "“借阅人”")]
    assert rules.words == words_with((Word("读者", "借阅人", "W04-own", "用字"),))


def test_a_list_of_words_that_is_not_there_is_reported(tmp_path: Path) -> None:
    (tmp_path / "rules.yaml").write_text("用字: 没有.yaml\n", "utf-8")
    rules, faults = load_rules(tmp_path / "rules.yaml")
    assert rules is None
    assert [fault.code for fault in faults] == ["file-missing"]
