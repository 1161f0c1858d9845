"""The office of the skeletons in tests/outlines, with an outline and a template of its own."""

import shutil
from pathlib import Path

from tests.samples import ROOT

SKELETONS = tuple(sorted((ROOT / "tests" / "outlines").glob("*.yaml")))
OWN_OUTLINE, OWN_TEMPLATE = "活动情况", "bureau"
"""What the office added; the template names the outline as its default."""


def make_office(folder: Path) -> tuple[Path, ...]:
    """The skeletons in a folder that is to be worked in, with what the office added."""
    shutil.copytree(ROOT / "tests" / "outlines", folder, dirs_exist_ok=True)
    own = folder / "templates" / OWN_TEMPLATE
    shutil.copytree(ROOT / "templates" / "summary", own)
    settings = own / "template.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}结构: {OWN_OUTLINE}\n", "utf-8")
    return tuple(folder / path.name for path in SKELETONS)
