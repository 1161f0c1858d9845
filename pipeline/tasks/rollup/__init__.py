"""A plan and the units' inputs -> an input like any other, the figures of the roll-up given to it.

Comes before validate, and reads every unit's input by load and validate itself.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load import yaml
from pipeline.load.yaml import Loaded
from pipeline.model.report import Figure, Unit
from pipeline.tasks.rollup.combine import Combined, combine, name_units
from pipeline.tasks.rollup.excerpts import find_passages
from pipeline.tasks.rollup.expand import expand
from pipeline.tasks.rollup.given import give_figures
from pipeline.tasks.rollup.judge import judge_copies, judge_dates, judge_values
from pipeline.tasks.rollup.listing import LISTING, list_sources
from pipeline.tasks.rollup.plan import Plan, plan_entry, read_plan
from pipeline.tasks.rollup.tables import MadeTable, make_table
from pipeline.tasks.rollup.units import Roster, UnitFile, match_units, read_units
from pipeline.validate import TemplateRules
from pipeline.validate.tree import tree_of

__all__ = ["LISTING", "RolledUp", "UnitFindings", "is_plan", "plan_place", "roll_up"]


@dataclass(frozen=True, slots=True)
class UnitFindings:
    """A file among the units', what the roll-up found in it, and the listed unit that signs it."""

    file: UnitFile
    diagnostics: tuple[Diagnostic, ...]
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class RolledUp:
    """What a roll-up comes to.

    `loaded` is the plan as an ordinary input, its diagnostics those of the plan itself; `given` the
    figures that its texts may refer to. `units` has the files of which something is to be reported.
    Of `due` units `reported` have a file, sound or not; `unclaimed` files are no listed unit's.
    """

    loaded: Loaded
    given: Mapping[str, Figure]
    units: tuple[UnitFindings, ...] = ()
    files: tuple[UnitFile, ...] = ()
    listing: bytes = b""
    due: int = 0
    reported: int = 0
    unclaimed: int = 0

    @property
    def record(self) -> list[dict[str, Any]]:
        """For the manifest: each input that was read, its workbooks, and what their bytes were."""
        return [_record(file) for file in self.files]


def _record(file: UnitFile) -> dict[str, Any]:
    sources = dict(file.valid.sources) if file.valid else {}
    return {
        "unit": file.organisation,
        "name": file.name,
        "sha256": file.loaded.sha256,
        **({"sources": sources} if sources else {}),
    }


def is_plan(loaded: Loaded) -> bool:
    """Whether an input says how others are rolled up."""
    return plan_entry(loaded) is not None


def plan_place(loaded: Loaded) -> Location | None:
    """Where an input says that it is a plan."""
    entry = plan_entry(loaded)
    if entry is None or loaded.source is None:
        return None
    return yaml.locate(loaded.source, entry.key)


def roll_up(loaded: Loaded, rules: TemplateRules) -> RolledUp:
    """The roll-up of a loaded plan: the same for whatever order the units' files are found in."""
    plan, faults = read_plan(loaded)
    if plan is None or loaded.source is None or loaded.root is None:
        # What the texts refer to is not known then, so that nothing can be said of them.
        diagnostics = (*loaded.diagnostics, *faults)
        return RolledUp(replace(loaded, root=None, diagnostics=diagnostics), {})
    files, lost = read_units(plan, rules)
    roster, unmatched = match_units(files, plan.rollup)
    figures, misfits = combine(plan, roster)
    passages, not_found = find_passages(plan, roster)
    maker = _TableMaker(plan, roster, figures, [])
    root = expand(tree_of(loaded.source, loaded.root).root, passages, maker.make)
    judged = _judge(plan, roster, figures)
    of_files = (fault for file in files for fault in file.faults)
    found = (*of_files, *unmatched, *misfits, *judged, *_report_missing(plan, roster, files))
    own = tuple(fault for fault in found if _file_of(fault) == plan.tree.source.path)
    diagnostics = (*loaded.diagnostics, *faults, *lost, *own, *not_found, *maker.faults)
    return RolledUp(
        replace(loaded, root=root, diagnostics=diagnostics),
        give_figures(roster, figures),
        tuple(_by_file(files, found, plan)),
        files,
        list_sources(roster, figures),
        roster.due,
        len(roster.reported),
        roster.unclaimed,
    )


@dataclass(frozen=True, slots=True)
class _TableMaker:
    """Makes the tables that the plan asks for, and keeps what is wrong with how it asks."""

    plan: Plan
    roster: Roster
    figures: tuple[Combined, ...]
    faults: list[Diagnostic]

    def make(self, asked: yaml.Mapping) -> MadeTable:
        table, diagnostics = make_table(asked, self.plan.tree.source, self.roster, self.figures)
        self.faults.extend(diagnostics)
        return table


def _judge(plan: Plan, roster: Roster, figures: tuple[Combined, ...]) -> Iterator[Diagnostic]:
    yield from judge_dates(plan.rollup, roster)
    if plan.rollup.outlier_limit is not None:
        yield from judge_values(figures, plan.rollup.outlier_limit)
        yield from judge_copies(figures, roster)


def _report_missing(
    plan: Plan, roster: Roster, files: tuple[UnitFile, ...]
) -> Iterator[Diagnostic]:
    """The units that have not reported, all in one finding, once it is known whose each file is."""
    if roster.missing and files and not roster.unclaimed:
        place = plan.tree.place_of_key(("单位",))
        details = {"count": len(roster.missing), "units": name_units(roster.missing)}
        yield diagnose("units-missing", place, due=roster.due, **details)


def _by_file(
    files: tuple[UnitFile, ...], found: tuple[Diagnostic, ...], plan: Plan
) -> Iterator[UnitFindings]:
    """The units' files with something to report, in their order, each with all of it."""
    listed = {name: unit for unit in plan.rollup.units for name in unit.names}
    by_path: dict[Path | None, list[Diagnostic]] = {}
    for fault in found:
        by_path.setdefault(_file_of(fault), []).append(fault)
    for file in files:
        if diagnostics := by_path.get(file.path):
            diagnostics.sort(key=lambda fault: fault.sort_key)
            yield UnitFindings(file, tuple(diagnostics), listed.get(file.organisation))


def _file_of(fault: Diagnostic) -> Path | None:
    return fault.location.file if fault.location else None
