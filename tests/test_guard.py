"""The worker that opens documents of strangers: it may hang or die, the command may not."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.diagnostics.diagnostic import Diagnostic, Lang
from pipeline.inspect.guard import Guard, WorkerLimits
from tests import works

pytestmark = pytest.mark.slow

FILE = Path("甲.pdf")


@pytest.fixture
def guard() -> Iterator[Guard]:
    with Guard(WorkerLimits(seconds=1)) as guard:
        yield guard


def reported(done: object) -> str:
    assert isinstance(done, Diagnostic)
    assert done.location is not None
    assert done.location.file == FILE
    return f"{done.code}: {done.message(Lang.EN)}"


def is_running(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


def test_one_worker_serves_many_files_and_ends_with_its_guard() -> None:
    with Guard() as guard:
        assert guard.run(FILE, works.double, b"ab") == b"abab"
        first = guard.run(FILE, works.worker_id)
        assert guard.run(FILE, works.worker_id) == first == guard.worker_id != os.getpid()
    assert isinstance(first, int)
    assert not is_running(first)


def test_no_worker_is_started_for_nothing() -> None:
    with Guard() as guard:
        assert guard.worker_id is None


@pytest.mark.parametrize("work", [works.sleep, works.spin])
def test_a_worker_that_hangs_is_ended_in_time(guard: Guard, work: object) -> None:
    first = guard.run(FILE, works.worker_id)
    began = time.monotonic()
    assert "not done after 1 seconds" in reported(guard.run(FILE, work))
    assert time.monotonic() - began < 3
    assert isinstance(first, int)
    assert not is_running(first)
    assert guard.run(FILE, works.double, b"x") == b"xx"


@pytest.mark.parametrize("number", [signal.SIGSEGV, signal.SIGABRT, signal.SIGILL])
def test_a_worker_that_crashes_is_reported_and_replaced(guard: Guard, number: int) -> None:
    assert "crashed" in reported(guard.run(FILE, works.die, number))
    assert guard.run(FILE, works.double, b"x") == b"xx"


def test_a_worker_that_simply_leaves_is_reported(guard: Guard) -> None:
    assert "crashed" in reported(guard.run(FILE, works.leave))


def test_processor_time_counts_even_when_nobody_watches(guard: Guard) -> None:
    done = guard.run(FILE, works.die, signal.SIGXCPU)
    assert "not done after" in reported(done)


def test_memory_has_a_limit_and_the_worker_outlives_it(guard: Guard) -> None:
    first = guard.run(FILE, works.worker_id)
    assert "over 1 GB" in reported(guard.run(FILE, works.eat))
    assert guard.run(FILE, works.worker_id) == first


def test_endless_nesting_is_a_document_that_is_too_hard(guard: Guard) -> None:
    assert "nests too deep" in reported(guard.run(FILE, works.nest))


@pytest.mark.parametrize("work", [works.fail, works.answer_with_what_cannot_be_sent])
def test_a_fault_of_ours_is_reported_with_its_place(guard: Guard, work: object) -> None:
    words = reported(guard.run(FILE, work))
    assert words.startswith("examination-failed")
    assert ".py:" in words
    assert guard.run(FILE, works.double, b"x") == b"xx"


def test_what_a_library_prints_is_not_shown(
    guard: Guard, capfd: pytest.CaptureFixture[str]
) -> None:
    assert guard.run(FILE, works.chatter) == "done"
    assert capfd.readouterr().err == ""


def test_an_interrupt_is_for_the_command_and_not_for_the_worker(guard: Guard) -> None:
    assert guard.run(FILE, works.interrupt) == "still here"


def test_a_worker_that_was_ended_from_outside_is_replaced(guard: Guard) -> None:
    first = guard.run(FILE, works.worker_id)
    assert isinstance(first, int)
    os.kill(first, signal.SIGKILL)
    time.sleep(0.2)
    assert guard.run(FILE, works.double, b"x") == b"xx"
