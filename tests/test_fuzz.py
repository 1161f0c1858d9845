"""Some spoilt files of each format: none fails the program, whatever it ends in."""

import pytest

from tests.fuzz.run import SPOILERS, run, spoilt

pytestmark = pytest.mark.slow

FILES = {"docx": 120, "pdf": 60, "yaml": 300}
"""`make fuzz` does 20,000 of each."""

BASES = 5


@pytest.mark.parametrize("kind", SPOILERS)
def test_spoilt_files_end_in_a_finding_or_in_a_clear_message(kind: str) -> None:
    tally = run(kind, range(1, FILES[kind] + 1), BASES)
    assert tally.failures == []
    assert tally.outcomes.total() == FILES[kind]
    assert len(tally.outcomes) >= 2, "they are spoilt in more ways than one"


@pytest.mark.parametrize("kind", SPOILERS)
def test_a_seed_gives_the_same_spoilt_file_each_time(kind: str) -> None:
    files = [spoilt(kind, seed, BASES) for seed in range(20)]
    assert files == [spoilt(kind, seed, BASES) for seed in range(20)]
    assert len(set(files)) > 15
