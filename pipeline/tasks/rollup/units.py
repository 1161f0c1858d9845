"""The units' inputs: found in the plan's folders, read, and held against the list of units."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PureWindowsPath

from pipeline.diagnostics.diagnostic import Diagnostic, Location, Severity, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load.yaml import Loaded, Scalar, load_input, locate
from pipeline.model.report import ORGANISATION, RollUp, Unit
from pipeline.tasks.rollup.plan import Plan, plan_entry
from pipeline.validate import TemplateRules, Valid, validate
from pipeline.validate.tree import InputTree, entry_of, tree_of

_SUFFIXES = (".yaml", ".yml")
_LOCK_PREFIXES = ("~$", ".")


@dataclass(frozen=True)
class UnitFile:
    """A file that lies among the units' inputs: its report, or what is wrong with it.

    `name` is its path from the plan's folder, with `/` on every system.
    """

    name: str
    path: Path
    loaded: Loaded
    valid: Valid | None
    faults: tuple[Diagnostic, ...]

    @property
    def organisation(self) -> str:
        """Who signs it, as far as that can be read at all."""
        node = self._signature()
        return node.text.strip() if node else ""

    @cached_property
    def tree(self) -> InputTree:
        """What it says, with the places of that."""
        assert self.loaded.source is not None
        assert self.loaded.root is not None
        return tree_of(self.loaded.source, self.loaded.root)

    @property
    def signature_place(self) -> Location:
        """Where the unit's name stands, or the file's beginning."""
        node = self._signature()
        if node is None or self.loaded.source is None:
            return Location(self.path, 1, 1)
        return locate(self.loaded.source, node)

    def _signature(self) -> Scalar | None:
        entry = entry_of(self.loaded.root, ORGANISATION) if self.loaded.root else None
        return entry.value if entry and isinstance(entry.value, Scalar) else None


@dataclass(frozen=True, slots=True)
class Reporting:
    """A listed unit with its report, which is sound by itself."""

    unit: Unit
    file: UnitFile
    valid: Valid


@dataclass(frozen=True, slots=True)
class Roster:
    """Which units have reported and which have not, in the order of the list.

    A unit has reported when its file is there, whether or not that is at fault; `readable` are
    those whose report can be read. `unclaimed` counts the files that are no listed unit's.
    """

    reported: tuple[Unit, ...]
    readable: tuple[Reporting, ...]
    missing: tuple[Unit, ...]
    unclaimed: int = 0

    @property
    def due(self) -> int:
        """How many units are to report."""
        return len(self.reported) + len(self.missing)

    @property
    def at_fault(self) -> tuple[Unit, ...]:
        """The units whose file is there and cannot be read as a report."""
        read = {reporting.unit.name for reporting in self.readable}
        return tuple(unit for unit in self.reported if unit.name not in read)


def read_units(
    plan: Plan, rules: TemplateRules
) -> tuple[tuple[UnitFile, ...], tuple[Diagnostic, ...]]:
    """Every input in the plan's folders, in the order of their names, and faults of the folders."""
    paths: dict[str, Path] = {}
    faults: list[Diagnostic] = []
    for index, folder in enumerate(plan.rollup.folders):
        place = plan.tree.place(("目录", index))
        found = _files_in(folder, place)
        if isinstance(found, Diagnostic):
            faults.append(found)
        else:
            paths |= found
    files = tuple(_read_unit(name, path, rules) for name, path in sorted(paths.items()))
    if not files and not faults:
        where = "、".join(plan.rollup.folders)
        faults.append(diagnose("no-unit-files", plan.tree.place(("目录",)), folder=where))
    return files, tuple(faults)


def _files_in(name: str, place: Location) -> dict[str, Path] | Diagnostic:
    """The inputs of a folder by their names from the plan's folder; the plan is none of them."""
    plan = place.file.resolve()
    folder = place.file.parent / name.replace("\\", "/")
    is_absolute = Path(name).is_absolute() or PureWindowsPath(name).drive != ""
    try:
        found = {path: path.resolve() for path in folder.iterdir() if _is_input(path)}
        lies_outside = is_absolute or not folder.resolve().is_relative_to(plan.parent)
    except (OSError, ValueError):
        return diagnose("unit-folder-missing", place, folder=name)
    # A link may lead a file out of its folder.
    astray = [path.name for path, real in found.items() if not real.is_relative_to(plan.parent)]
    if lies_outside or astray:
        where = name if lies_outside else f"{name}/{min(astray)}"
        return diagnose("unit-folder-outside", place, folder=where)
    named = {real.relative_to(plan.parent).as_posix(): path for path, real in found.items()}
    return {key: path for key, path in named.items() if key != plan.name}


def _is_input(path: Path) -> bool:
    return path.suffix.lower() in _SUFFIXES and not path.name.startswith(_LOCK_PREFIXES)


def _read_unit(name: str, path: Path, rules: TemplateRules) -> UnitFile:
    loaded = load_input(path, rules.outlines.names)
    entry = plan_entry(loaded)
    if entry is not None and loaded.source is not None:
        fault = diagnose("unit-is-plan", locate(loaded.source, entry.key))
        return UnitFile(name, path, loaded, None, (fault,))
    valid, found = validate(loaded, rules, is_set=False)
    # Its warnings are its author's; an error means that its figures cannot be trusted.
    errors = tuple(fault for fault in found if fault.severity is Severity.ERROR)
    return UnitFile(name, path, loaded, valid, errors)


def match_units(
    files: tuple[UnitFile, ...], rollup: RollUp
) -> tuple[Roster, tuple[Diagnostic, ...]]:
    """Who has reported and who has not; files of no listed unit and second files are faults."""
    listed = {name: index for index, unit in enumerate(rollup.units) for name in unit.names}
    given: dict[int, UnitFile] = {}
    faults: list[Diagnostic] = []
    unclaimed = 0
    for file in files:
        index = listed.get(file.organisation)
        if index is None:
            unclaimed += 1
            faults += _unlisted(file, listed)
        elif index in given:
            details = {"name": file.organisation, "first": given[index].name}
            faults.append(diagnose("unit-twice", file.signature_place, **details))
        else:
            given[index] = file
    reported = tuple(unit for index, unit in enumerate(rollup.units) if index in given)
    missing = tuple(unit for index, unit in enumerate(rollup.units) if index not in given)
    readable = tuple(_readable(given, rollup))
    return Roster(reported, readable, missing, unclaimed), tuple(faults)


def _readable(given: Mapping[int, UnitFile], rollup: RollUp) -> Iterator[Reporting]:
    for index, file in sorted(given.items(), key=lambda item: item[0]):
        if file.valid is not None:
            yield Reporting(rollup.units[index], file, file.valid)


def _unlisted(file: UnitFile, listed: Mapping[str, int]) -> Iterator[Diagnostic]:
    """A file of a unit that is not on the list; one that is at fault reports that first."""
    name = file.organisation
    if name and not file.faults:
        near = offer(find_nearest(name, listed))
        yield diagnose("unit-not-listed", file.signature_place, name=name, **near)
