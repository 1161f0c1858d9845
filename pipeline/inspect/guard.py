"""Documents of strangers are opened in a process of their own, within limits of time and memory.

PDFium and libxml2 are C libraries: what a hostile file does to them ends the worker, never the
command, and the next file gets a fresh worker. Work goes in and results come out as pickles.
"""

import contextlib
import math
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.diagnostics.errors import MachineError
from pipeline.inspect.examine import Examination, examine
from pipeline.model.standard import Measures
from pipeline.prose.proofread import WordList

if sys.platform != "win32":
    import resource

_Result = TypeVar("_Result")

_START_SECONDS = 60
"""A worker that has not loaded its libraries by then will not."""

_DYING_SECONDS = 2

_JOBS_A_WORKER = 500
"""A worker is relieved after so many, so that what a library leaks counts against no later file."""

_MOST_RESULT_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one file may use: seconds by the clock and of the processor, bytes of memory."""

    seconds: float = 10
    memory_bytes: int = 1_000_000_000


@dataclass(frozen=True, slots=True)
class _Failed:
    """Work that came to no result: out of memory or of depth, or a fault of ours with its trace."""

    is_ours: bool
    trace: str = ""


class Guard:
    """A worker process, started when it is first needed; use it as a context manager."""

    def __init__(self, limits: WorkerLimits | None = None) -> None:
        self._limits = limits or WorkerLimits()
        self._process: SpawnProcess | None = None
        self._connection: Connection | None = None
        self._jobs = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    @property
    def worker_id(self) -> int | None:
        """The process id of the worker, None where none runs."""
        return self._process.pid if self._process else None

    def examine(
        self,
        data: bytes,
        path: Path,
        measures: Measures | None = None,
        words: WordList | None = None,
    ) -> tuple[Examination | None, tuple[Diagnostic, ...]]:
        """As `inspect.examine.examine`; a document that ends the worker is one that is too hard."""
        done = self.run(path, examine, data, path, measures, words)
        return (None, (done,)) if isinstance(done, Diagnostic) else done

    def run(self, path: Path, work: Callable[..., _Result], *args: object) -> _Result | Diagnostic:
        """What `work` makes of `args` in the worker, or why it made nothing of the file `path`.

        Both must be picklable. Raises `MachineError` where no worker can be started.
        """
        connection = self._ready()
        began = time.monotonic()
        # The whole exchange is under the clock: a worker may hang before it reads or as it answers.
        alarm = threading.Timer(self._limits.seconds, self._kill)
        alarm.start()
        try:
            connection.send((work, args))
            answer = pickle.loads(connection.recv_bytes(_MOST_RESULT_BYTES))  # noqa: S301 # our own
        except (OSError, EOFError, pickle.UnpicklingError):
            answer = None
        finally:
            alarm.cancel()
            alarm.join()
        is_late = time.monotonic() - began >= self._limits.seconds
        code = self._end(is_dying=not is_late) if answer is None or is_late else None
        if answer is None or isinstance(answer, _Failed):
            return self._explain(path, answer, is_late=is_late, exit_code=code)
        result: _Result = answer[0]
        return result

    def _explain(
        self, path: Path, failed: _Failed | None, *, is_late: bool, exit_code: int | None
    ) -> Diagnostic:
        if failed is not None and failed.is_ours:
            return diagnose("examination-failed", Location(path, 1, 1), trace=failed.trace)
        if is_late or exit_code == -_SIGXCPU:
            seconds = f"{self._limits.seconds:g}"
            zh, en = f"{seconds} 秒还没有检查完", f"not done after {seconds} seconds"
        elif failed is not None:
            size = f"{self._limits.memory_bytes / 1_000_000_000:g} GB"
            zh, en = (
                f"要用的内存超过 {size}，或者嵌套太深",
                f"it needs over {size}, or nests too deep",
            )
        else:
            zh, en = "读取它的程序崩溃了", "it crashed the library that reads it"
        return diagnose("document-too-hard", Location(path, 1, 1), reason_zh=zh, reason_en=en)

    def _ready(self) -> Connection:
        if self._jobs >= _JOBS_A_WORKER or (self._process and not self._process.is_alive()):
            self._end()
        if self._connection is None:
            self._connection = self._start()
        self._jobs += 1
        return self._connection

    def _start(self) -> Connection:
        """A worker that has loaded its libraries and waits; spawned, since a fork shares locks."""
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, self._limits), daemon=True)
        with contextlib.suppress(OSError, EOFError):
            process.start()
            self._process = process
            theirs.close()
            if ours.poll(_START_SECONDS):
                ours.recv_bytes()
                return ours
        ours.close()
        self._end()
        raise MachineError(
            "检查文件的进程启动不了：关掉一些程序，再试一次",
            "the process that checks documents does not start: close some programs and try again",
        )

    def _kill(self) -> None:
        if self._process is not None:
            self._process.kill()

    def _end(self, *, is_dying: bool = False) -> int | None:
        """Ends the worker; returns how it ended, below zero the signal that ended it.

        One that is dying has closed its end already; a moment later its own end is seen.
        """
        code = None
        if self._process is not None:
            self._process.join(_DYING_SECONDS if is_dying else 0)
            self._process.kill()
            self._process.join()
            code = self._process.exitcode
            self._process.close()
        if self._connection is not None:
            self._connection.close()
        self._process, self._connection, self._jobs = None, None, 0
        return code


# --- in the worker ---------------------------------------------------------------------------

_SIGXCPU = int(getattr(signal, "SIGXCPU", 0))


def _serve(connection: Connection, limits: WorkerLimits) -> None:
    """Works until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the command, which ends us
    _limit_memory(limits)
    connection.send_bytes(b"ready")
    # What a dying library prints is no part of the report.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    with contextlib.suppress(EOFError, OSError):
        while True:
            work, args = connection.recv()
            _limit_time(limits)
            connection.send_bytes(_work(work, args))


def _work(work: Callable[..., Any], args: tuple[object, ...]) -> bytes:
    try:
        return pickle.dumps((work(*args),))
    except (MemoryError, RecursionError):
        return pickle.dumps(_Failed(is_ours=False))
    except Exception as error:  # noqa: BLE001 # reported to the user as the fault of ours that it is
        return pickle.dumps(_Failed(is_ours=True, trace=_trace(error)))


def _trace(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"


def _limit_memory(limits: WorkerLimits) -> None:
    if sys.platform != "win32":
        _limit(resource.RLIMIT_AS, limits.memory_bytes)
        _limit(resource.RLIMIT_CORE, 0)


def _limit_time(limits: WorkerLimits) -> None:
    """So many seconds of the processor from now on, should the one who watches be gone."""
    if sys.platform != "win32":
        used = sum(resource.getrusage(resource.RUSAGE_SELF)[:2])
        _limit(resource.RLIMIT_CPU, math.ceil(used + limits.seconds) + 1)


if sys.platform != "win32":

    def _limit(kind: int, most: int) -> None:
        """Sets a limit that can be raised again; a tighter one of the machine's own stays."""
        hard = resource.getrlimit(kind)[1]
        is_tighter = hard != resource.RLIM_INFINITY and hard < most
        # Some systems know a limit and refuse to set it; the clock still holds there.
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(kind, (hard if is_tighter else most, hard))
