"""The plan's own part: its roll-up as read from the tree, and what is wrong with it."""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose, has_errors
from pipeline.figures.facts import find_references
from pipeline.load import yaml
from pipeline.load.yaml import Entry, Loaded, Source
from pipeline.model.report import FIGURES, ROLLUP, RollUp
from pipeline.validate.schema import to_plain, translate_all
from pipeline.validate.tree import InputTree, entry_of, tree_of

PREFIX = "汇总."
"""What the names of the figures begin with that a roll-up gives."""


@dataclass(frozen=True, slots=True)
class Plan:
    """The roll-up that a plan declares, and the tree that has the places of its fields."""

    rollup: RollUp
    tree: InputTree


def plan_entry(loaded: Loaded) -> Entry | None:
    """The entry that makes an input a plan, or None in any other input."""
    return entry_of(loaded.root, ROLLUP) if loaded.root is not None else None


def read_plan(loaded: Loaded) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """The plan of a loaded input, or what is wrong with it; `plan_entry` has found one."""
    entry = plan_entry(loaded)
    assert loaded.source is not None
    assert loaded.root is not None
    assert entry is not None
    whole = tree_of(loaded.source, loaded.root)
    if not isinstance(entry.value, yaml.Mapping):
        return None, (_not_a_mapping(entry, loaded.source),)
    tree = tree_of(loaded.source, entry.value, RollUp)
    plain, empties = to_plain(tree)
    try:
        rollup = RollUp.model_validate(plain)
    except ValidationError as error:
        return None, tuple(translate_all(error, tree, empties))
    found = (*_listed_twice(rollup, tree), *_names_taken(whole), *_strange_names(rollup, tree))
    return (None if has_errors(found) else Plan(rollup, tree)), found


def _not_a_mapping(entry: Entry, source: Source) -> Diagnostic:
    zh, en = yaml.describe_shape(entry.value)
    place = yaml.locate(source, entry.key)
    return diagnose("expected-mapping", place, key=entry.key.text, found_zh=zh, found_en=en)


def _listed_twice(rollup: RollUp, tree: InputTree) -> Iterator[Diagnostic]:
    """A name by which two of the listed units go."""
    first: dict[str, int] = {}
    for index, unit in enumerate(rollup.units):
        place = tree.place(("单位", index))
        taken = [name for name in unit.names if first.setdefault(name, index) != index]
        if taken:
            line = tree.place(("单位", first[taken[0]])).line
            yield diagnose("unit-listed-twice", place, name=taken[0], first=line)


def _names_taken(whole: InputTree) -> Iterator[Diagnostic]:
    """Figures that the plan types under names that the roll-up gives."""
    entry = whole.root.get(FIGURES)
    if entry is None or not isinstance(entry.value, yaml.Mapping):
        return
    for item in entry.value.entries:
        if item.key.text.strip().startswith(PREFIX):
            place = yaml.locate(whole.source, item.key)
            yield diagnose("rollup-name-taken", place, name=item.key.text.strip())


def _strange_names(rollup: RollUp, tree: InputTree) -> Iterator[Diagnostic]:
    """Names of figures and passages that no reference can have."""
    for key, names in (("数据", rollup.figures), ("摘登", rollup.excerpts)):
        for name in names:
            if not name or any(find_references(name)) or "\n" in name:
                yield diagnose("figure-name", place_of(tree, key, name), name=name)


def place_of(tree: InputTree, *path: str) -> Location:
    """Where the last name of a path is given as a key."""
    return tree.place_of_key(path)
