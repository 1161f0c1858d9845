"""Local rules: what a file of them changes, and how its faults are reported."""

from pathlib import Path

import pytest

from pipeline.diagnostics.diagnostic import Diagnostic, Lang
from pipeline.inspect.finding import Finding, Spot, find, mm
from pipeline.inspect.local import LocalRules, load_rules, profile_rules
from pipeline.messages import Severity
from pipeline.model.standard import PROFILES
from tests.samples import ROOT


def load(folder: Path, text: str, profile: str | None = None) -> LocalRules:
    path = folder / "规定.yaml"
    path.write_text(text, "utf-8")
    rules, found = load_rules(path, profile)
    assert found == ()
    assert rules is not None
    return rules


def issues(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """Code, line:column and English message of each."""
    path = folder / "规定.yaml"
    path.write_text(text, "utf-8")
    rules, found = load_rules(path)
    assert rules is None
    return [(fault.code, place_of(fault), fault.message(Lang.EN)) for fault in found]


def place_of(fault: Diagnostic) -> str:
    assert fault.location is not None
    return f"{fault.location.line}:{fault.location.column}"


def finding(rule_id: str, certainty: float = 1.0) -> Finding:
    return find(rule_id, Spot(page=1), mm(1), mm(2), certainty)


def test_the_example_is_sound_and_says_what_its_comments_say() -> None:
    rules, found = load_rules(ROOT / "docs" / "conformance-local.yaml")
    assert found == ()
    assert rules is not None
    assert rules.measures is not None
    assert rules.measures.page.line_pitch_pt == 28
    assert rules.name == "某县政府办公室公文格式规定"
    assert rules.severities == {"B02-shape": Severity.NOTE, "P08-chars": None}


@pytest.mark.parametrize("name", ["summary", "red-header"])
def test_a_template_is_a_file_of_local_rules(name: str) -> None:
    rules, found = load_rules(ROOT / "templates" / name / "template.yaml")
    assert found == ()
    assert rules is not None
    assert rules.measures == PROFILES["office"]


def test_every_measure_can_be_set_in_either_language(tmp_path: Path) -> None:
    zh = load(
        tmp_path,
        "覆盖:\n  页面: {上边距: 30}\n  样式:\n    公文正文: {字号: 15}\n"
        "规定: {每页行数: 20, 页码距版心: 6.5}\n规则: {B02-shape: 警告}\n",
    )
    en = load(
        tmp_path,
        "overrides:\n  page: {top_mm: 30}\n  styles:\n    公文正文: {size_pt: 15}\n"
        "provisions: {lines_per_page: 20, page_number_gap_mm: 6.5}\n"
        "weights: {B02-shape: warning}\n",
    )
    assert zh == en
    assert zh.measures is not None
    assert zh.measures.page.top_mm == 30
    assert zh.measures.page.bottom_mm == 35
    assert zh.measures.page.lines_per_page == 20
    assert zh.measures.styles["body"].size_pt == 15
    assert zh.measures.rules.page_number_gap_mm == 6.5
    assert zh.measures.rules.red_rule_gap_mm == 4


def test_a_profile_of_the_command_goes_before_that_of_the_file(tmp_path: Path) -> None:
    text = "版式: office\n"
    assert load(tmp_path, text).measures == PROFILES["office"]
    assert load(tmp_path, text, "gbt33476").measures == PROFILES["gbt33476"]


def test_without_measures_the_page_shows_the_profile(tmp_path: Path) -> None:
    assert load(tmp_path, "规则: {B02-shape: 不查}\n").measures is None
    assert load(tmp_path, "覆盖: {页面: {行距: 28}}\n").measures is not None
    assert profile_rules(None).measures is None
    assert profile_rules("gbt33476").measures == PROFILES["gbt33476"]


def test_groups_whose_lines_are_commented_out_are_not_there(tmp_path: Path) -> None:
    text = "名称: 甲\n覆盖:\n  页面:\n#   行距: 28\n规定:\n规则:\n"
    assert load(tmp_path, text).measures is None


def test_findings_weigh_what_the_file_says(tmp_path: Path) -> None:
    rules = load(tmp_path, "规则: {P03-top: 提示, P04-left: 不查, P08-chars: 错误}\n")
    findings = tuple(map(finding, ("P03-top", "P04-left", "P08-chars", "P02-paper")))
    weighed = rules.weigh(findings)
    assert [(one.rule_id, one.severity) for one in weighed] == [
        ("P03-top", Severity.NOTE),
        ("P08-chars", Severity.ERROR),
        ("P02-paper", Severity.ERROR),
    ]
    assert weighed[0].as_record(Path("甲.docx"), Lang.ZH)["severity"] == "note"


def test_a_guess_is_no_error_even_where_the_file_says_error(tmp_path: Path) -> None:
    rules = load(tmp_path, "规则: {P08-chars: 错误}\n")
    (weighed,) = rules.weigh((finding("P08-chars", certainty=0.5),))
    assert weighed.severity is Severity.WARNING


def test_unknown_names_are_reported_in_their_place_with_the_nearest(tmp_path: Path) -> None:
    found = issues(
        tmp_path,
        "版试: office\n覆盖:\n  页面: {上边: 3}\n  样式:\n    公文正交: {字号: 16}\n"
        "规定: {页码距版芯: 7}\n规则:\n  B02-shap: 不查\n",
    )
    assert [(code, place) for code, place, _ in found] == [
        ("unknown-key", "1:1"),
        ("unknown-key", "3:8"),
        ("unknown-style", "5:5"),
        ("unknown-key", "6:6"),
        ("unknown-rule", "8:3"),
    ]
    nearest = ("版式", "上边距", "公文正文", "页码距版心", "B02-shape")
    assert all(f"“{near}”" in words for near, (*_, words) in zip(nearest, found, strict=True))


def test_wrong_values_are_reported_with_what_is_allowed(tmp_path: Path) -> None:
    found = issues(
        tmp_path,
        "版式: a4\n覆盖:\n  页面: {上边距: 三十七}\n  样式:\n"
        "    公文正文: {字号: 1600, 字体: 隶书}\n"
        "规定: 7\n规则:\n  B02-shape: 忽略\n",
    )
    assert [(code, place) for code, place, _ in found] == [
        ("invalid-value", "1:5"),
        ("number-out-of-range", "3:13"),
        ("number-out-of-range", "5:16"),
        ("invalid-value", "5:26"),
        ("expected-mapping", "6:5"),
        ("invalid-value", "8:14"),
    ]
    assert "between 0 and 150" in found[1][2]
    assert "between 4 and 100" in found[2][2]


def test_a_list_where_a_value_belongs_is_reported(tmp_path: Path) -> None:
    found = issues(tmp_path, "版式: [office]\n规则:\n  B02-shape: {a: b}\n")
    assert [code for code, *_ in found] == ["expected-text", "expected-text"]


def test_a_key_given_in_both_languages_is_reported(tmp_path: Path) -> None:
    found = issues(tmp_path, "版式: office\nprofile: gbt33476\n")
    assert [(code, place) for code, place, _ in found] == [("duplicate-key", "2:1")]


def test_a_file_that_is_no_yaml_or_not_there_is_reported(tmp_path: Path) -> None:
    assert issues(tmp_path, "版式: [\n")[0][0] == "bracket-not-closed"
    rules, found = load_rules(tmp_path / "没有.yaml")
    assert rules is None
    assert [fault.code for fault in found] == ["file-missing"]
