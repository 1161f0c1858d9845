"""The corpus as files, and expected.json, which says what is to be found in each."""

import json
from collections.abc import Iterable
from pathlib import Path

from tests.corpus.plants import Plant


def write_corpus(folder: Path, plants: Iterable[Plant]) -> None:
    """Write each document and expected.json into `folder`, which is made where it is not there."""
    plants = tuple(plants)
    folder.mkdir(parents=True, exist_ok=True)
    for plant in plants:
        (folder / plant.file_name).write_bytes(plant.make())
    expected = {"version": 1, "documents": [_entry(plant) for plant in plants]}
    text = json.dumps(expected, ensure_ascii=False, indent=1)
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
