"""`make bench-check`: precision and recall of every rule, and how long an examination takes.

Without options the table, then each wrong finding, then the speed; `--markdown` prints the table
as docs/conformance.md keeps it. The exit code is 1 where recall is below 100 %, where a sound
document has an error, or where an examination takes longer than it may.
"""

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pipeline.inspect.examine import examine
from pipeline.messages import Severity
from pipeline.rules import Medium
from tests.corpus import PLANTS
from tests.corpus.clean import Clean, long_documents, whole_set
from tests.corpus.plants import SUFFIXES
from tests.corpus.tally import Examined, Score, describe, examine_clean, examine_plant, score

MARKERS = ("<!-- bench-check: begin -->", "<!-- bench-check: end -->")
WANTED_SECONDS = {Medium.PDF: 0.5, Medium.WORD: 0.2}
"""How long an eight-page document may take on one core."""

_TIMED = "official-office-8"
_ROUNDS = 9
_COLUMNS = (
    *("rule", "medium", "planted", "found", "missed"),
    *("false errors", "false warnings", "clean errors", "clean warnings"),
    *("precision", "recall"),
)


def main() -> int:
    """Run the bench, print it, and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.corpus.bench")
    parser.add_argument("--markdown", action="store_true", help="print the table alone, for docs/")
    only_table = parser.parse_args().markdown
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    plants = tuple(_with_progress(examine_plant, PLANTS, len(PLANTS)))
    cleans = tuple(_with_progress(examine_clean, whole_set(), None))
    scores = score(plants, cleans)
    if only_table:
        _print(*_markdown(scores, len(plants), len(cleans)))
        return 0
    _print(*_table(scores), "")
    _print(*_wrong("corpus", plants), *_wrong("sound documents", cleans))
    is_fast = _print_speed()
    is_found = not any(one.is_missed or one.fault for one in (*plants, *cleans))
    is_quiet = not any(any(one.false(Severity.ERROR)) for one in (*plants, *cleans))
    return 0 if is_found and is_quiet and is_fast else 1


def _print(*rows: str) -> None:
    for row in rows:
        sys.stdout.write(f"{row}\n")


def _with_progress(
    work: Callable[..., Examined], items: Iterable[object], count: int | None
) -> Iterator[Examined]:
    """What `work` makes of each item, counted on a terminal as it is done."""
    is_shown = sys.stderr.isatty()
    for number, item in enumerate(items, start=1):
        if is_shown:
            sys.stderr.write(f"\r{number}{f'/{count}' if count else ''} ")
        yield work(item)
    if is_shown:
        sys.stderr.write("\n")


# --- the table -------------------------------------------------------------------------------


def _cells(one: Score) -> tuple[str, ...]:
    missed = one.planted - one.found
    counts = (one.planted, one.found, missed, one.false_errors, one.false_warnings)
    clean = (one.clean_errors, one.clean_warnings)
    shares = (f"{one.precision:.0%}", f"{one.recall:.0%}")
    return (one.rule_id, one.medium.value, *map(str, counts + clean), *shares)


def _total(scores: tuple[Score, ...]) -> Score:
    def add(name: str) -> int:
        return sum(getattr(one, name) for one in scores)

    names = ("planted", "found", "false_errors", "false_warnings", "clean_errors", "clean_warnings")
    return Score("total", Medium.WORD, **{name: add(name) for name in names})


def _rows(scores: tuple[Score, ...]) -> list[tuple[str, ...]]:
    rows = [_cells(one) for one in scores]
    for medium in Medium:
        one = _cells(_total(tuple(s for s in scores if s.medium is medium)))
        rows.append(("total", medium.value, *one[2:]))
    return [*rows, ("total", "both", *_cells(_total(scores))[2:])]


def _table(scores: tuple[Score, ...]) -> Iterator[str]:
    rows = [_COLUMNS, *_rows(scores)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(_COLUMNS))]
    for row in rows:
        head = f"{row[0]:<{widths[0]}}  {row[1]:<{widths[1]}}"
        rest = (f"{cell:>{width}}" for cell, width in zip(row[2:], widths[2:], strict=True))
        yield f"{head}  {'  '.join(rest)}"


def _markdown(scores: tuple[Score, ...], planted: int, sound: int) -> Iterator[str]:
    yield MARKERS[0]
    yield f"{planted} documents with one planted defect each, {sound} sound ones."
    yield ""
    yield f"| {' | '.join(_COLUMNS)} |"
    yield f"|{'|'.join('---' if i < 2 else '--:' for i in range(len(_COLUMNS)))}|"
    for row in _rows(scores):
        yield f"| {' | '.join(row)} |"
    yield MARKERS[1]


def _wrong(what: str, documents: tuple[Examined, ...]) -> Iterator[str]:
    rows = [row for one in documents for row in describe(one)]
    good = sum(not any(describe(one)) for one in documents)
    yield f"{what}: {good} of {len(documents)} as they should be"
    yield from rows
    yield ""


# --- the speed -------------------------------------------------------------------------------


def _print_speed() -> bool:
    """Print how long an eight-page document takes; whether that is quick enough."""
    timed = [one for one in long_documents() if one.name == _TIMED]
    times = {one.medium: _time(one) for one in timed}
    for medium, seconds in times.items():
        wanted = WANTED_SECONDS[medium]
        _print(f"{_TIMED}{SUFFIXES[medium]}: {seconds:.3f} s (wanted: below {wanted} s)")
    return all(seconds < WANTED_SECONDS[medium] for medium, seconds in times.items())


def _time(document: Clean) -> float:
    """The median of several examinations after one that warms up, in seconds of the processor.

    An examination waits for nothing, so that this is the time it takes where nothing else runs.
    """
    path = Path(f"{document.name}{SUFFIXES[document.medium]}")
    examine(document.data, path)
    times = []
    for _ in range(_ROUNDS):
        start = time.process_time()
        examine(document.data, path)
        times.append(time.process_time() - start)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
