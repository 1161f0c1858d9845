"""The rooms: the list in docs/architecture.md, the contract and the folders are one list."""

import configparser
import re
from pathlib import Path

from tests.samples import ROOT

MOST_ENTRIES = 18


def _entries() -> list[Path]:
    """What `ls pipeline/` shows in a fresh checkout."""
    return [path for path in (ROOT / "pipeline").iterdir() if any(map(_is_source, _files(path)))]


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]


def _is_source(file: Path) -> bool:
    return file.suffix != ".pyc"


def _rooms_in_the_page() -> list[str]:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    section = page.partition("\n## Imports\n")[2].partition("\n## ")[0]
    return re.findall(r"^\d+\. `([a-z]+)`", section, re.MULTILINE)


def _contracts() -> configparser.ConfigParser:
    contracts = configparser.ConfigParser()
    contracts.read(ROOT / ".importlinter", "utf-8")
    return contracts


def _rooms_in_the_contract() -> list[str]:
    return _contracts()["importlinter:contract:layers"]["layers"].split()


def test_the_page_lists_the_rooms_in_the_order_of_their_imports() -> None:
    assert _rooms_in_the_page() == _rooms_in_the_contract()[::-1]


def test_each_room_is_a_folder_and_each_folder_a_room() -> None:
    folders = {path.name for path in _entries() if path.is_dir()}
    assert folders == set(_rooms_in_the_contract())


def test_no_module_stands_outside_the_rooms_and_the_rooms_are_few() -> None:
    assert [path.name for path in _entries() if path.is_file()] == ["__init__.py"]
    assert len(_entries()) <= MOST_ENTRIES


def test_a_room_of_several_parts_has_a_contract_of_its_own() -> None:
    contracts = _contracts()
    ordered = {contracts[name].get("containers", "").strip() for name in contracts.sections()}
    flat = {"cli", "messages", "render", "rules", "template"}
    assert {f"pipeline.{room}" for room in _rooms_in_the_contract() if room not in flat} <= ordered


def test_the_files_named_in_where_to_change_what_are_there() -> None:
    page = (ROOT / "docs/architecture.md").read_text("utf-8")
    section = page.partition("\n## Where to change what\n")[2].partition("\n## ")[0]
    named = re.findall(r"`((?:pipeline|docs|tests)/[\w/.]+)`", section)
    assert named
    assert [name for name in named if not (ROOT / name).exists()] == []
