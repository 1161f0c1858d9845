"""`make bench-prose`: false findings in clean prose, planted faults found, rule by rule.

Prints the table, then each wrong finding and each missed fault; `--update` writes the table into
docs/conformance.md. The exit code is 1 where there is more than one false finding for 2,000
characters, or where a planted fault is missed.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from pipeline.rules import TEXT_RULES
from tests.prose.tally import WANTED_PER, Tally, describe, measure

KEPT = Path(__file__).parents[2] / "docs" / "conformance.md"
MARKERS = ("<!-- bench-prose: begin -->", "<!-- bench-prose: end -->")

_COLUMNS = ("rule", "planted", "found", "missed", "mended", "false in clean prose")


def main() -> int:
    """Run the bench, print it, and give the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.prose.bench")
    parser.add_argument("--update", action="store_true", help="write the table into docs/")
    is_updating = parser.parse_args().update
    tally = measure()
    for row in (*table(tally), "", *_wrong(tally)):
        sys.stdout.write(f"{row}\n")
    if is_updating:
        KEPT.write_text(with_table(KEPT.read_text("utf-8"), tally), "utf-8")
    is_found = all(one.is_found for one in tally.faults)
    return 0 if is_found and tally.false_rate <= 1 else 1


def table(tally: Tally) -> Iterator[str]:
    """What was measured, as docs/conformance.md keeps it."""
    texts, false = len(tally.cleans), tally.false.total()
    yield (
        f"{texts} clean texts, {tally.chars:,} characters: {false} false findings, "
        f"{tally.false_rate:.2f} for {WANTED_PER:,} characters. {len(tally.faults)} planted faults."
    )
    yield ""
    yield f"| {' | '.join(_COLUMNS)} |"
    yield f"|---|{'--:|' * (len(_COLUMNS) - 1)}"
    rule_ids = tuple(dict.fromkeys((*TEXT_RULES, *(one.fault.rule_id for one in tally.faults))))
    for rule_id in rule_ids:
        yield _row(rule_id, tally, (rule_id,))
    yield _row("total", tally, rule_ids)


def _row(name: str, tally: Tally, rule_ids: tuple[str, ...]) -> str:
    planted = [one for one in tally.faults if one.fault.rule_id in rule_ids]
    found = sum(one.is_found for one in planted)
    curable = [one.is_fixed for one in planted if one.is_fixed is not None]
    fixed = f"{sum(curable)}/{len(curable)}" if curable else "—"
    false = sum(tally.false[rule_id] for rule_id in rule_ids)
    cells = (name, len(planted), found, len(planted) - found, fixed, false)
    return f"| {' | '.join(map(str, cells))} |"


def with_table(text: str, tally: Tally) -> str:
    """A text with the table between its markers."""
    head, begin, rest = text.partition(MARKERS[0])
    _, end, tail = rest.partition(MARKERS[1])
    assert begin, MARKERS
    assert end, MARKERS
    return "\n".join((f"{head}{begin}", *table(tally), f"{end}{tail}"))


def _wrong(tally: Tally) -> Iterator[str]:
    for clean, issues in tally.cleans:
        yield from (f"{clean.name}: {row}" for row in describe(clean.passages, issues))
    for one in tally.faults:
        text = one.fault.text.replace("\n", "⏎")
        if not one.is_found:
            yield f"missed: {one.fault.rule_id}: {text}"
        if one.is_fixed is False:
            yield f"mended otherwise: {one.fault.rule_id}: {text}"
        for row in describe(one.fault.right, one.false):
            yield f"found where there is no fault: {row}"


if __name__ == "__main__":
    sys.exit(main())
