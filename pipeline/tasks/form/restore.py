"""A workbook that was filled in -> the text of its YAML, and what is wrong, by its cells."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose, has_errors
from pipeline.load.sheets import read_book_bytes
from pipeline.load.yaml import MAX_BYTES, Loaded, load_bytes
from pipeline.load.yaml_text import Habits, Tree, Written, write_yaml
from pipeline.model.report import ACTIVITY, ANNEXES, CLOSING, FIGURES, LEAD, Report
from pipeline.model.report.description import fields_of
from pipeline.tasks.form.boxes import BASICS
from pipeline.tasks.form.plan import BodyPlan
from pipeline.tasks.form.read.figures import shorten_figures
from pipeline.tasks.form.read.state import ImportState
from pipeline.tasks.form.read.workbook import read_workbook
from pipeline.tasks.starter import draw_header
from pipeline.validate import Outlines

_NAME = "名称"
_FOLLOW_FROM_OTHERS = frozenset(
    {
        *("form-field-missing", "unknown-figure", "chart-unknown-figure", "unused-figure"),
        *("empty-section", "annex-empty"),
    }
)
"""What may be reported only because a sheet could not be read in whole."""

Validate = Callable[[Loaded], tuple[object, tuple[Diagnostic, ...]]]


@dataclass(frozen=True, slots=True)
class Restored:
    """The YAML, or None where the workbook has errors, and all that is to be said of it."""

    text: str | None
    diagnostics: tuple[Diagnostic, ...]


def restore_input(
    data: bytes, path: Path, target: Path, validate: Validate, outlines: Outlines
) -> Restored:
    """The YAML of the workbook at `path`, to be written to `target`.

    It is loaded and validated as any input would be; what that finds is reported at the cell that
    the value came from. Pictures are looked for beside `target`; one that is missing is no error.
    """
    book = read_book_bytes(data, path)
    if isinstance(book, Diagnostic):
        return Restored(None, (book,))
    state, plan = read_workbook(book, outlines)
    if any(fault.code == "not-a-form" for fault in state.faults):
        return Restored(None, (*book.notes, *state.faults))
    written = write_yaml(_in_order(state.tree, plan), _habits(plan), draw_header())
    found = [
        _move(fault, state, written, target)
        for fault in _examine(written.text, target, validate, outlines)
    ]
    if has_errors(tuple(state.faults)):
        reported = {fault.location for fault in state.faults}
        found = [
            fault
            for fault in found
            if fault.code not in _FOLLOW_FROM_OTHERS and fault.location not in reported
        ]
    faults = _sorted((*book.notes, *state.faults, *found), list(book.sheets))
    return Restored(None if has_errors(faults) else written.text, faults)


def _examine(
    text: str, target: Path, validate: Validate, outlines: Outlines
) -> tuple[Diagnostic, ...]:
    data = text.encode()
    if len(data) > MAX_BYTES:
        sizes = {"size": f"{len(data) / 1e6:.1f} MB", "limit": f"{MAX_BYTES / 1e6:.1f} MB"}
        return (diagnose("file-too-large", Location(target, 1, 1), **sizes),)
    return validate(load_bytes(data, target, outlines.names))[1]


# --- the tree as it is written -----------------------------------------------------------------


def _habits(plan: BodyPlan) -> Habits:
    lists = {*plan.parts, FIGURES, ANNEXES, "内容", "段落", "分述", "图片"}
    return Habits(spread=frozenset(lists), rows=frozenset({"行"}))


def _in_order(tree: dict[str, Any], plan: BodyPlan) -> dict[str, Tree]:
    """The fields in the order that inputs have, and in their short forms."""
    fields = [field.key for field in fields_of(Report)]
    basics = dict.fromkeys(str(box.path[0]) for box in BASICS)
    order = dict.fromkeys((*basics, FIGURES, *plan.fields, ANNEXES, *fields, *tree))
    return {key: _written(key, tree[key], plan) for key in order if key in tree}


def _written(key: str, value: Any, plan: BodyPlan) -> Tree:
    if key == FIGURES and isinstance(value, dict):
        return shorten_figures(value)
    if key == ACTIVITY and isinstance(value, dict) and value.keys() == {_NAME}:
        return str(value[_NAME])
    if key in (LEAD, CLOSING) and isinstance(value, str) and "\n" in value:
        return value + "\n"
    return _usual(value) if key in (*plan.parts, ANNEXES) else value  # type: ignore[no-any-return]


_USUAL_ORDER = (
    "标题",
    "内容",
    "小标题",
    "名称",
    "段落",
    "分述",
    "表格",
    "列",
    "列宽",
    "行",
    "图片",
)


def _usual(value: Any) -> Any:
    """A part or an annex with the keys of its sections and tables in the order that inputs have."""
    if isinstance(value, list):
        return [_usual(item) for item in value]
    if not isinstance(value, dict):
        return value
    order = dict.fromkeys((*_USUAL_ORDER, *value))
    return {key: _usual(value[key]) for key in order if key in value}


# --- findings at their cells ---------------------------------------------------------------------


def _move(fault: Diagnostic, state: ImportState, written: Written, target: Path) -> Diagnostic:
    """A finding in the YAML as one in the workbook."""
    place = fault.location
    if place is None or place.file != target:
        return fault
    mark = written.mark_at(place.line, place.column)
    details = dict(fault.details)
    # A value that is missing has no place in the YAML; an empty one is shown by its name there.
    is_key = mark is not None and mark.is_key and fault.code != "empty-field"
    cell = state.place_of(mark.path, is_key=is_key) if mark else None
    blank = state.blanks.get(details.get("key", ""))
    here = cell or Location(state.book.path, 1, 1)
    match fault.code:
        case "missing-field":
            at = blank if blank is not None and place.line == 1 else here
            return diagnose("form-field-missing", at, key=details["key"])
        case "field-required":
            return diagnose("form-field-required", blank or here, **details)
        case "file-missing":
            return diagnose("form-file-to-copy", here, **details)
        case _:
            return replace(fault, location=here)


def _sorted(faults: Iterable[Diagnostic], sheets: list[str]) -> tuple[Diagnostic, ...]:
    """Sheet by sheet in the order of the workbook, each thing reported once."""

    def key(fault: Diagnostic) -> tuple[int, int, int]:
        place = fault.location
        sheet = place.sheet if place else None
        return (sheets.index(sheet) if sheet in sheets else -1, *fault.sort_key)

    return tuple(sorted(dict.fromkeys(faults), key=key))
