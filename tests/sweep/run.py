"""The report of a seed, written into a furnished folder and built there."""

import os
import tempfile
from pathlib import Path

from pipeline.diagnostics.errors import BanxinError
from pipeline.messages import Lang, Severity
from pipeline.tasks.build import Options, build_one, find_templates
from tests.samples import dump_yaml
from tests.sweep.reports import furnish, random_report


def settle_in(parent: Path) -> None:
    """Makes a furnished folder of its own the working directory of this process."""
    folder = Path(tempfile.mkdtemp(dir=parent))
    furnish(folder)
    os.chdir(folder)


def refusal(seed: int) -> str:
    """What the report of a seed is refused for, empty where it is built."""
    path = Path(f"{seed}.yaml")
    path.write_text(dump_yaml(random_report(seed)), "utf-8")
    try:
        outcome = build_one(path, Options(Path("dist")), find_templates())
    except BanxinError as error:
        return str(error)
    errors = [d for d in outcome.diagnostics if d.severity is Severity.ERROR]
    return "; ".join(f"[{error.code}] {error.message(Lang.ZH)}" for error in errors)
