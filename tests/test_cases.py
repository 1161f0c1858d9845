"""Each folder of tests/cases is one fault: its input, and what is printed for it.

Its name is the code of that fault, `blank`, or the code and what is special, `blank--figure`.
"""

from pathlib import Path

import pytest

from pipeline.diagnostics.diagnostic import Diagnostic, Lang, describe
from pipeline.messages import FAULTS
from pipeline.rules import RULES
from pipeline.tasks.build import Outcome, check_all

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def printed() -> str:
    """What is printed for the input of the working directory, in Chinese and then in English."""
    outcomes = tuple(check_all((Path("input.yaml"),), is_strict=False))
    return "\n".join(
        describe(diagnostic, outcome.source_text if _is_of(outcome, diagnostic) else None, lang)
        for lang in (Lang.ZH, Lang.EN)
        for outcome in outcomes
        for diagnostic in outcome.diagnostics
    )


def _is_of(outcome: Outcome, diagnostic: Diagnostic) -> bool:
    """Whether it is reported of the file itself, and not of one that it names."""
    return diagnostic.location is not None and diagnostic.location.file == outcome.path


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_each_fault_prints_its_place_its_reason_and_its_fix(
    folder: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(folder)
    found = printed() + "\n"
    expected = folder / "expected.txt"
    if request.config.getoption("--update-cases"):
        expected.write_text(found, "utf-8")
    assert found == expected.read_text("utf-8")


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_each_case_shows_the_fault_that_it_is_named_for(folder: Path) -> None:
    code = folder.name.partition("--")[0]
    assert code in FAULTS or code in RULES
    assert f"[{code}] " in (folder / "expected.txt").read_text("utf-8")
