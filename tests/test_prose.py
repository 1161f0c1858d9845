"""The proofreader is quiet on clean prose and finds every planted fault."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.inspect.examine import examine
from pipeline.prose.proofread import proofread
from pipeline.rules import TEXT_RULES
from pipeline.tasks.build import Options, build_all, check_all
from tests.prose.bench import KEPT, with_table
from tests.prose.faults import Fault
from tests.prose.tally import Examined, Tally, measure
from tests.prose.texts import CLEAN, clean_texts
from tests.samples import SHIPPED

INPUTS = tuple(path for path in CLEAN if path.suffix == ".yaml")
NOT_IN_A_TEXT = {"W04-own"}
"""What only an office's own list of words finds."""


@pytest.fixture(scope="module")
def tally() -> Tally:
    return measure()


def test_the_clean_prose_is_long_enough_to_measure_on(tally: Tally) -> None:
    assert tally.chars >= 24_000


def test_there_is_at_most_one_false_finding_for_2000_characters(tally: Tally) -> None:
    assert tally.false_rate <= 1, tally.false


def test_the_shipped_inputs_are_clean_as_well() -> None:
    found = {one.name: proofread(one.passages) for one in clean_texts(SHIPPED)}
    assert {name for name, issues in found.items() if issues} == set()


def test_every_planted_fault_is_found(tally: Tally) -> None:
    assert [one.fault for one in tally.faults if not one.is_found] == []


def test_nothing_is_found_where_a_fault_was_not_planted(tally: Tally) -> None:
    assert [one.fault for one in tally.faults if one.false] == []


def test_every_fix_leads_back_to_the_text_that_was_spoilt(tally: Tally) -> None:
    fixed = [one for one in tally.faults if one.is_fixed is not None]
    assert len(fixed) >= 100
    assert [one.fault for one in fixed if not one.is_fixed] == []


def test_every_rule_of_the_text_has_a_planted_fault(tally: Tally) -> None:
    assert {*TEXT_RULES} - {one.fault.rule_id for one in tally.faults} == NOT_IN_A_TEXT


def test_there_are_two_hundred_planted_faults(tally: Tally) -> None:
    assert len(tally.faults) >= 200


def test_a_fault_that_nobody_finds_is_missed_and_a_wrong_fix_is_reported() -> None:
    fault = Fault("Q09-titles", "制定《学习制度》{→、}《请销假制度》，严格执行。")
    (issue,) = proofread(fault.wrong)
    assert not Examined(fault, (), ()).is_found
    assert Examined(fault, (issue,), ()).is_fixed
    assert Examined(fault, (replace(issue, fix="，"),), ()).is_fixed is False


def test_the_kept_table_is_what_is_measured_now(tally: Tally) -> None:
    """`make bench-prose` writes it anew."""
    kept = KEPT.read_text("utf-8")
    assert with_table(kept, tally) == kept


def test_the_clean_inputs_pass_the_check() -> None:
    outcomes = tuple(check_all(INPUTS, is_strict=False))
    assert len(outcomes) == len(INPUTS)
    assert not [one.path for one in outcomes if one.is_failed]


@pytest.mark.slow
@pytest.mark.parametrize("name", ["education", "township"])
def test_a_made_document_is_as_clean_as_its_input(name: str, tmp_path: Path) -> None:
    """Its text is proofread as it was put together again from the file."""
    inputs = tuple(path for path in INPUTS if path.stem == name)
    (outcome,) = build_all(inputs, Options(tmp_path))
    made = [path for path in outcome.files if path.suffix in (".docx", ".pdf")]
    assert len(made) == 2
    for path in made:
        examination, _ = examine(path.read_bytes(), path)
        assert examination is not None
        assert [one for one in examination.findings if one.rule_id in TEXT_RULES] == []
