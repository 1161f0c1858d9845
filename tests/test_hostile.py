"""Files made to do harm end in a clear message, in time and within the memory that they may use."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.inspect.guard import Guard, WorkerLimits
from pipeline.messages import Lang
from tests import hostile, works

pytestmark = pytest.mark.slow

LIMITS = WorkerLimits(seconds=2)
"""The worker is ended sooner than a user's, so that the test of all is done sooner."""

CASES = [("docx", name) for name in hostile.WORD] + [("pdf", name) for name in hostile.PDF]


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(LIMITS) as guard:
        yield guard


@pytest.mark.parametrize(("kind", "name"), CASES)
def test_a_hostile_file_ends_in_a_clear_message(guard: Guard, kind: str, name: str) -> None:
    maker, codes = (hostile.WORD if kind == "docx" else hostile.PDF)[name]
    data, path = maker(), Path(f"甲.{kind}")
    guard.run(path, works.worker_id)  # its start is not the file's
    began = time.monotonic()
    examination, diagnostics = guard.examine(data, path)
    assert time.monotonic() - began < LIMITS.seconds + 3
    assert ("" if examination else diagnostics[0].code) in codes.split(" ")
    for diagnostic in diagnostics:
        assert all(diagnostic.message(lang) and diagnostic.hint(lang) for lang in Lang)
    peak = guard.run(path, works.peak)
    assert isinstance(peak, int)
    assert peak < LIMITS.memory_bytes


def test_a_sound_file_after_a_hostile_one_is_examined(guard: Guard) -> None:
    assert guard.examine(hostile.ring_of_forms(), Path("甲.pdf"))[0] is None
    assert guard.examine(hostile.pages(1), Path("乙.pdf"))[0] is not None
    assert guard.examine(hostile.docx(hostile.PARAGRAPH), Path("丙.docx"))[0] is not None
