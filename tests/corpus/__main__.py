"""`python -m tests.corpus FOLDER`: each planted defect as a file, and what is to be found in it."""

import json
import sys
from pathlib import Path

from tests.corpus import PLANTS, Plant


def main(folder: Path) -> None:
    """Write the corpus into `folder`, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for plant in PLANTS:
        (folder / plant.file_name).write_bytes(plant.make())
    expected = [_entry(plant) for plant in PLANTS]
    text = json.dumps({"version": 1, "documents": expected}, ensure_ascii=False, indent=1)
    (folder / "expected.json").write_text(f"{text}\n", "utf-8")


def _entry(plant: Plant) -> dict[str, object]:
    return {
        "file": plant.file_name,
        "medium": plant.medium.value,
        "rule": plant.rule_id,
        "also": list(plant.also),
        "clause": plant.rule.clause,
        "severity": plant.rule.severity.value,
        "about": plant.about,
        "base": plant.base,
    }


main(Path(sys.argv[1]))
