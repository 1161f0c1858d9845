"""`make sweep`: builds a random report for each seed, on two cores; a refusal is printed.

Ends with 1 where one was refused; its input is kept in .sweep.
"""

import argparse
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from tests.samples import dump_yaml
from tests.sweep.reports import random_report
from tests.sweep.run import refusal, settle_in


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.sweep")
    parser.add_argument("--count", type=int, default=1000, help="reports")
    parser.add_argument("--seed", type=int, default=1, help="the first seed")
    parser.add_argument("--jobs", type=int, default=2, help="processes at once")
    parser.add_argument("--keep", type=Path, default=Path(".sweep"), help="for refused inputs")
    options = parser.parse_args()
    options.keep.mkdir(exist_ok=True)
    seeds = range(options.seed, options.seed + options.count)
    refused = 0
    with (
        tempfile.TemporaryDirectory() as folder,
        ProcessPoolExecutor(
            options.jobs,
            mp_context=get_context("spawn"),
            initializer=settle_in,
            initargs=(Path(folder),),
        ) as pool,
    ):
        for seed, words in zip(seeds, pool.map(refusal, seeds), strict=True):
            if words:
                refused += 1
                sys.stdout.write(f"{seed}: {words}\n")
                text = dump_yaml(random_report(seed))
                (options.keep / f"{seed}.yaml").write_text(text, "utf-8")
    sys.stdout.write(f"{options.count} reports, {refused} refused\n")
    return int(refused > 0)


if __name__ == "__main__":
    sys.exit(main())
