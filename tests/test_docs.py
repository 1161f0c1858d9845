"""The documents say what the code does: every code, every command, every exit code."""

import re
from string import Formatter

import pytest

from pipeline.errors import ExitCode
from pipeline.messages import FAULTS, Lang
from tests.samples import ROOT


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
def test_the_readmes_show_both_make_commands(name: str) -> None:
    assert "make report" in read(name)


def test_every_exit_code_is_in_the_readme() -> None:
    readme = read("README.md")
    for code in ExitCode:
        assert re.search(rf"\b{code.value}\b", readme)


def test_every_command_is_in_the_readme() -> None:
    readme = read("README.md")
    for command in ("build", "check", "new", "schema", "template new", "template check", "pack"):
        assert f"banxin {command}" in readme


def test_links_between_the_documents_lead_somewhere() -> None:
    for name in ("README.md", "README.zh-CN.md", "docs/architecture.md", "docs/templates.md"):
        folder = (ROOT / name).parent
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", read(name)):
            assert (folder / target).exists(), f"{name}: {target}"
