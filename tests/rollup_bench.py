"""`make bench-rollup`: how long a roll-up of many units takes, and beside what.

Prints seconds of the clock and of the processor, and the ratio of these to reading the same files
with the bare YAML library, which says the same on a slow or busy machine as on a fast one.
"""

import sys
import tempfile
import time
from pathlib import Path

import yaml

from pipeline.load.yaml import load_input
from pipeline.tasks.rollup import roll_up
from tests.rollup_units import PLAN, write_many
from tests.samples import RULES

COUNT = 1000


def write_plan(folder: Path, count: int = COUNT) -> Path:
    """The shipped plan for so many generated units, without what it quotes of the shipped ones."""
    fields = yaml.safe_load(PLAN.read_text("utf-8"))
    fields["汇总"] |= {
        "目录": "units",
        "单位": list(write_many(folder / "units", count)),
        "摘登": {},
    }
    fields["主要做法"] = ["各单位分别组织。"]
    path = folder / "plan.yaml"
    path.write_text(yaml.safe_dump(fields, allow_unicode=True, sort_keys=False), "utf-8")
    return path


def main() -> int:
    with tempfile.TemporaryDirectory() as name:
        plan = write_plan(Path(name))
        began = time.process_time()
        for path in (plan.parent / "units").iterdir():
            yaml.load(path.read_bytes(), yaml.CSafeLoader)
        bare = time.process_time() - began
        began, clock = time.process_time(), time.perf_counter()
        rolled = roll_up(load_input(plan), RULES)
        taken, passed = time.process_time() - began, time.perf_counter() - clock
    sys.stdout.write(
        f"{rolled.reported} units: {passed:.2f} s, of which the processor {taken:.2f} s; "
        f"the YAML library alone {bare:.2f} s, ratio {taken / bare:.1f}\n"
    )
    return int(rolled.reported != COUNT)


if __name__ == "__main__":
    sys.exit(main())
