"""Work for a guard's worker: it answers, hangs, dies, eats memory or fails."""

import os
import signal
import sys
import time
from pathlib import Path


def double(data: bytes) -> bytes:
    return data * 2


def worker_id() -> int:
    return os.getpid()


def peak() -> int:
    """The most memory, in bytes, that the worker has held so far; Linux gives it in kB."""
    rows = dict(row.split(":", 1) for row in Path("/proc/self/status").read_text().splitlines())
    return int(rows["VmHWM"].split()[0]) * 1024


def sleep() -> None:
    time.sleep(60)


def spin() -> None:
    while True:
        pass


def die(number: int) -> None:
    os.kill(os.getpid(), number)


def leave() -> None:
    os._exit(3)


def eat() -> int:
    return len(bytearray(4_000_000_000))


def nest(depth: int = 0) -> int:
    return nest(depth + 1) + 1


def fail() -> None:
    raise ValueError("a fault of ours")


def answer_with_what_cannot_be_sent() -> object:
    return lambda: None


def chatter() -> str:
    os.write(2, b"a library that talks\n")
    sys.stderr.write("and Python\n")
    return "done"


def interrupt() -> str:
    os.kill(os.getpid(), signal.SIGINT)
    return "still here"


def read(path: Path) -> bytes:
    return path.read_bytes()
