"""The documents say what the code does: every code, every command, every exit code."""

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from pipeline.diagnostics.errors import ExitCode
from pipeline.load.yaml import load_bytes
from pipeline.messages import FAULTS, Lang
from pipeline.model.report.description import fields_of
from pipeline.model.report.fields import Input
from pipeline.model.report.outline import OutlineInput, PartInput
from pipeline.rules import FORM_RULES, TEXT_RULES, Medium
from pipeline.validate import Outlines, TemplateRules, read_report
from tests.prose_table import MARKERS, table
from tests.samples import OUTLINES, ROOT

CONFORMANCE = "docs/conformance.md"
PROOFREADING = "docs/proofreading.md"


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def test_every_code_is_explained() -> None:
    explained = set(re.findall(r"^### `?([a-z0-9-]+)`?", read("docs/errors.md"), re.MULTILINE))
    assert explained == set(FAULTS)


@pytest.mark.parametrize("code", FAULTS)
def test_both_languages_of_a_message_use_the_same_details(code: str) -> None:
    fault = FAULTS[code]
    zh, en = (
        {name.removesuffix("_zh").removesuffix("_en") for name in _fields(fault, lang)}
        for lang in Lang
    )
    assert zh == en


def _fields(fault: object, lang: Lang) -> set[str]:
    texts = (fault.message(lang), fault.hint(lang))  # type: ignore[attr-defined]
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_the_readmes_show_the_make_commands(name: str) -> None:
    readme = read(name)
    assert [word for word in ("report", "test", "quick") if f"make {word}" not in readme] == []


def test_every_exit_code_is_in_the_readme() -> None:
    readme = read("README.md")
    table = readme.partition("| exit code | meaning |")[2].partition("\n\n")[0]
    listed = re.findall(r"^\| (\d+) \| \S", table, re.MULTILINE)
    assert listed == [str(code.value) for code in ExitCode]


def test_every_command_is_in_the_readme() -> None:
    readme = read("README.md")
    for command in (
        "build",
        "check",
        "new",
        "outline",
        "schema",
        "template new",
        "template check",
        "pack",
    ):
        assert f"banxin {command}" in readme


def test_links_between_the_documents_lead_somewhere() -> None:
    documents = (
        *("README.md", "README.zh-CN.md", "docs/architecture.md", "docs/templates.md"),
        *("docs/rollup.md", "docs/excel-form.md", "docs/errors.md", PROOFREADING),
        *("docs/outlines.md", "docs/last-year.md", "docs/figures.md"),
    )
    for name in (*documents, CONFORMANCE):
        folder = (ROOT / name).parent
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", read(name)):
            assert (folder / target).exists(), f"{name}: {target}"


def _fields_in(section: str) -> set[tuple[str, str]]:
    """The Chinese and the English name in each row of a table of docs/outlines.md."""
    table = read("docs/outlines.md").partition(section)[2].partition("\n\n|")[2]
    rows = re.findall(r"^\|? *(\S+) \| ([a-z]+) \|", table.partition("\n\n")[0], re.MULTILINE)
    return set(rows)


@pytest.mark.parametrize(
    ("section", "model"), [("文件里可以写：", OutlineInput), ("每个部分：", PartInput)]
)
def test_every_field_of_an_outline_is_in_its_table(section: str, model: type[Input]) -> None:
    assert _fields_in(section) == {(field.key, field.name) for field in fields_of(model)}


def test_the_examples_of_outlines_follow_them() -> None:
    """Each whole input that the document shows is read without a fault."""
    text = read("docs/outlines.md")
    outlines = dict(OUTLINES.by_name)
    own = next(block for block in _yaml_blocks(text) if block.startswith("说明:"))
    declared = OutlineInput.model_validate(yaml.safe_load(own))
    outlines["情况总结"] = declared.outline("情况总结")
    rules = TemplateRules({"summary": False}, Outlines(outlines))
    inputs = [block for block in _yaml_blocks(text) if block.startswith("结构:")]
    assert len(inputs) == 4
    for block in inputs:
        reading = read_report(
            load_bytes(block.encode(), Path("例.yaml"), rules.outlines.names), rules
        )
        assert reading.valid
        assert not reading.diagnostics


def _yaml_blocks(text: str) -> list[str]:
    return re.findall(r"^```yaml\n(.+?)^```", text, re.MULTILINE | re.DOTALL)


def _cells(rule_row: str) -> tuple[str, str]:
    """What the table of clauses has under Word and under PDF for a requirement."""
    found = re.search(rf"^\| {rule_row} \|(.+)\|$", read(CONFORMANCE), re.MULTILINE)
    assert found, rule_row
    *_, word, pdf = found[1].split("|")[: 4 if rule_row[0] != "X" else 3]
    return word, pdf


@pytest.mark.parametrize("rule_id", FORM_RULES)
def test_every_rule_stands_beside_its_requirement_and_under_its_medium(rule_id: str) -> None:
    rule = FORM_RULES[rule_id]
    word, pdf = _cells(rule.row)
    assert (f"`{rule_id}`" in word) == (Medium.WORD in rule.media)
    assert (f"`{rule_id}`" in pdf) == (Medium.PDF in rule.media)


def test_the_table_of_the_rules_of_the_text_is_what_the_rules_say() -> None:
    """`python -m tests.prose_table` prints it."""
    text = read(PROOFREADING)
    begin, end = (text.index(marker) for marker in MARKERS)
    assert text[begin : end + len(MARKERS[1])] + "\n" == table()
    assert all(f"| `{rule_id}` |" in text for rule_id in TEXT_RULES)


def test_a_requirement_that_proofreading_looks_at_names_its_rules() -> None:
    text = read(CONFORMANCE)
    for rule in TEXT_RULES.values():
        row = re.search(rf"^\| {rule.row} \|.+$", text, re.MULTILINE)
        assert row is None or rule.id in row[0]


def test_no_rule_is_listed_that_is_not_there() -> None:
    table = read(CONFORMANCE).partition("## 查得准不准")[0]
    named = set(re.findall(r"`([A-Z]\d\d-[a-z0-9]+)`", table))
    assert named == set(FORM_RULES)


def test_the_kept_table_of_the_bench_has_every_rule_in_every_medium() -> None:
    kept = read(CONFORMANCE).partition("<!-- bench-check: begin -->")[2]
    kept = kept.partition("<!-- bench-check: end -->")[0]
    for rule in FORM_RULES.values():
        rows = re.findall(rf"^\| `?{rule.id}`? \|", kept, re.MULTILINE)
        assert len(rows) == len(rule.media), rule.id
