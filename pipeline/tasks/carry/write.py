"""Last time's file read, carried, and written as a new one that overwrites nothing."""

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from pipeline.diagnostics.diagnostic import has_errors
from pipeline.diagnostics.errors import UsageError
from pipeline.load.yaml import Loaded, load_bytes, load_input
from pipeline.model.marks import take_off_marks
from pipeline.model.report import Report
from pipeline.tasks.build import Outcome, find_templates
from pipeline.tasks.carry.carry import carry
from pipeline.tasks.carry.move import Move, year_of, years_of
from pipeline.tasks.scaffold import new_input_path, write_input
from pipeline.validate import TemplateRules, Valid, validate

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_TO_CONFIRM = "unconfirmed-"


@dataclass(frozen=True, slots=True)
class CarriedFile:
    """A file that was written: from which year to which, how much is to be confirmed, by kind."""

    path: Path
    old: int
    new: int
    left: Counter[str]


def write_carried(
    name: str, source: Path, template: str | None, folder: Path
) -> CarriedFile | Outcome:
    """The new file in `folder`, or what is wrong with the source.

    Raises `UsageError` where a file of that name is there, where there is no such template, or
    where the name speaks of a year before the source's.
    """
    path = new_input_path(name, folder)
    rules = find_templates().rules
    if template is not None and template not in rules.official_by_name:
        raise UsageError(f"没有模板“{template}”", f"there is no template “{template}”")
    read = _read(source, rules)
    if isinstance(read, Outcome):
        return read
    loaded, valid = read
    move = _plan(path.stem, valid.report)
    text = carry(loaded, valid, move, template)
    left = count_left(load_bytes(text.encode(), path, rules.outlines.names), rules)
    write_input(path, text)
    return CarriedFile(path, move.old, move.new, left)


def _read(source: Path, rules: TemplateRules) -> tuple[Loaded, Valid] | Outcome:
    """The source without its own marks, and its report; or its outcome where it is at fault."""
    names = rules.outlines.names
    typed = load_input(source, names)
    _, faults = validate(typed, rules)
    faults = tuple(fault for fault in faults if not fault.code.startswith(_TO_CONFIRM))
    if typed.source is None or typed.root is None or has_errors(faults):
        text = typed.source.text if typed.source else None
        return Outcome(source, text, faults, is_failed=True)
    bare = take_off_marks(typed.source.text)
    loaded = load_bytes(bare.encode(), source, names)
    valid, faults = validate(loaded, rules)
    if valid is None:
        return Outcome(source, bare, faults, is_failed=True)
    return loaded, valid


def _plan(stem: str, report: Report) -> Move:
    old = year_of(report)
    named = _YEAR.search(stem)
    new = int(named[0]) if named else old + 1
    if new < old:
        raise UsageError(
            f"名称里的 {new} 年早于原文件的 {old} 年；要沿用到哪一年，就在名称里写哪一年",
            f"the name says {new}, and the file is of {old}; name the year to carry it to",
        )
    return Move(old, new, years_of(report))


def count_left(loaded: Loaded, rules: TemplateRules) -> Counter[str]:
    """How many marks a file has, by the kind of what they hold."""
    _, faults = validate(loaded, rules)
    return Counter(
        fault.code.removeprefix(_TO_CONFIRM)
        for fault in faults
        if fault.code.startswith(_TO_CONFIRM)
    )
