"""The Open XML SDK: what it has against a made Word file."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.samples import ROOT

_VALIDATOR = ROOT / "tests/validator/node_modules/.bin/ooxml-validator"


def find_sdk_faults(path: Path) -> list[object]:
    """The faults that the SDK finds in a .docx."""
    assert shutil.which("node")
    run = subprocess.run(
        [_VALIDATOR, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    errors: list[object] = json.loads(run.stdout)["errors"]
    return errors
