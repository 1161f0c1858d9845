"""The defect corpus: every rule has its documents, each is found and nothing else is."""

import json
from functools import cache
from pathlib import Path

import pytest

from pipeline.inspect.finding import WHOLE, Finding, find, quote
from pipeline.messages import Severity
from pipeline.rules import FORM_RULES, Medium
from tests.corpus import PLANTS
from tests.corpus.clean import Clean, quick_set
from tests.corpus.files import write_corpus
from tests.corpus.plants import SUFFIXES, Plant
from tests.corpus.tally import Examined, Score, describe, examine_clean, examine_plant, score

PEERS_MISSED = {
    "H06-form--square-brackets": "〔2026〕 as [2026]",
    "H06-form--leading-zero": "第08号",
    "Q12-half--half-width-comma": "a half-width comma",
    "B12-zero--date-with-zeros": "08月01日",
    "B06-sequence--third-after-first": "（三） where （一） is due",
    "F02-place--imprint-at-the-top": "the imprint at the top of a page",
}
"""What programs of this kind were seen to miss or to do wrong."""


def test_every_rule_has_a_document_in_each_of_its_media() -> None:
    pairs = {(rule.id, medium) for rule in FORM_RULES.values() for medium in rule.media}
    assert pairs == {(plant.rule_id, plant.medium) for plant in PLANTS}


@pytest.mark.parametrize("name", PEERS_MISSED)
def test_what_peers_miss_is_planted_in_word_and_in_pdf(name: str) -> None:
    names = {plant.file_name for plant in PLANTS}
    assert {f"{name}{suffix}" for suffix in SUFFIXES.values()} <= names


def test_every_defect_says_what_was_done() -> None:
    assert [plant.file_name for plant in PLANTS if not plant.about] == []


@pytest.mark.slow
@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: plant.file_name)
def test_the_planted_defect_is_found_and_no_other(plant: Plant) -> None:
    assert list(describe(examine_plant(plant))) == []


@cache
def _quick() -> dict[str, Clean]:
    return {f"{one.name}{SUFFIXES[one.medium]}": one for one in quick_set()}


@pytest.mark.slow
@pytest.mark.parametrize("medium", Medium)
def test_a_sound_document_has_neither_error_nor_warning(medium: Medium) -> None:
    sound = [one for one in _quick().values() if one.medium is medium]
    assert [row for one in sound for row in describe(examine_clean(one))] == []


@pytest.mark.slow
def test_the_same_defect_has_the_same_bytes() -> None:
    chosen = [plant for plant in PLANTS if plant.rule_id in ("P02-paper", "N01-form")]
    assert [plant.make() for plant in chosen] == [plant.make() for plant in chosen]


def test_the_files_are_written_with_what_is_expected_of_them(tmp_path: Path) -> None:
    chosen = [plant for plant in PLANTS if plant.rule_id == "H06-gap"]
    write_corpus(tmp_path / "files", chosen)
    documents = json.loads((tmp_path / "files" / "expected.json").read_text("utf-8"))["documents"]
    assert [one["rule"] for one in documents] == ["H06-gap", "H06-gap"]
    assert all((tmp_path / "files" / one["file"]).stat().st_size for one in documents)


# --- the counting ----------------------------------------------------------------------------


def _finding(rule_id: str, certainty: float = 1.0) -> Finding:
    return find(rule_id, WHOLE, quote("一"), quote("二"), certainty)


def _score_of(rule_id: str, scores: tuple[Score, ...]) -> Score:
    return next(one for one in scores if one.rule_id == rule_id and one.medium is Medium.WORD)


def _planted(wanted: str, *found: str) -> Examined:
    findings = tuple(map(_finding, found))
    return Examined("one", Medium.WORD, wanted, frozenset({wanted}), findings)


def test_a_missed_defect_lowers_the_recall_of_its_rule() -> None:
    scores = score([_planted("P02-paper", "P02-paper"), _planted("P02-paper")], [])
    assert _score_of("P02-paper", scores).recall == 0.5
    assert _score_of("P02-paper", scores).precision == 1


def test_what_is_found_besides_lowers_the_precision_of_that_rule() -> None:
    scores = score([_planted("P02-paper", "P02-paper", "P03-top", "P07-font")], [])
    assert _score_of("P02-paper", scores).precision == 1
    assert _score_of("P03-top", scores).false_errors == 1
    assert _score_of("P07-font", scores).false_warnings == 1


def test_a_note_besides_is_not_held_against_the_checker() -> None:
    one = _planted("P02-paper", "P02-paper", "X03-font")
    assert list(describe(one)) == []
    assert list(one.false(Severity.NOTE)) != []


def test_an_error_on_a_sound_document_is_kept_apart() -> None:
    sound = Examined("sound", Medium.WORD, None, frozenset(), (_finding("P03-top"),))
    found = _score_of("P03-top", score([], [sound]))
    assert (found.clean_errors, found.false_errors) == (1, 0)
