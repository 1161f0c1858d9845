"""`python -m tests.fuzz`: many spoilt files of each format, on two cores."""

import argparse
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.run import SPOILERS, Tally, run

_AT_ONCE = 250
_MOST_BASES = 24


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("formats", nargs="*", default=[*SPOILERS], help="docx pdf yaml")
    parser.add_argument("--count", type=int, default=20_000, help="files of each format")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--keep", type=Path, default=Path(".fuzz"), help="where failures are kept")
    options = parser.parse_args()
    options.keep.mkdir(exist_ok=True)
    are_failed = [_fuzz(kind, options) for kind in options.formats]
    return int(any(are_failed))


def _fuzz(kind: str, options: argparse.Namespace) -> bool:
    """Runs one format; returns whether anything failed."""
    end, began, whole = options.seed + options.count, time.monotonic(), Tally()
    with ProcessPoolExecutor(options.jobs, mp_context=get_context("spawn")) as pool:
        jobs = [
            pool.submit(run, kind, range(at, min(at + _AT_ONCE, end)), _MOST_BASES, options.keep)
            for at in range(options.seed, end, _AT_ONCE)
        ]
        for job in as_completed(jobs):
            tally = job.result()
            whole.outcomes += tally.outcomes
            whole.kept += tally.kept
            _say(f"\r{kind}: {whole.outcomes.total()}/{options.count}, {len(whole.kept)} kept ")
    _say(f"\n{kind}: {time.monotonic() - began:.0f} s\n")
    for code, count in whole.outcomes.most_common():
        _say(f"  {count:7} {code}\n")
    kinds = Counter(f"{code}: {words}" for _, code, words in whole.kept)
    first = {f"{code}: {words}": seed for seed, code, words in sorted(whole.kept, reverse=True)}
    for words, count in kinds.most_common():
        _say(f"  {count:7} × seed {first[words]} {words}\n")
    return bool(whole.failures)


def _say(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
