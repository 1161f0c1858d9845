"""A workbook -> what is read of all its sheets, found by their names, in whatever order."""

import re
from collections.abc import Iterable

from pipeline.diagnostics.diagnostic import Location
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load.sheets import Book, Sheet
from pipeline.load.sheets.columns import squeeze
from pipeline.model.report import OUTLINE, TEMPLATE
from pipeline.model.report.outline import DEFAULT_OUTLINE
from pipeline.tasks.form.paths import read_path
from pipeline.tasks.form.plan import BodyPlan
from pipeline.tasks.form.read.annex import is_annex, read_annexes
from pipeline.tasks.form.read.basics import read_basics
from pipeline.tasks.form.read.body import read_body
from pipeline.tasks.form.read.figures import read_figures
from pipeline.tasks.form.read.headings import read_headings, shorten
from pipeline.tasks.form.read.state import ImportState
from pipeline.tasks.form.words import (
    ANNEX,
    BASICS_SHEET,
    BODY_SHEET,
    FIGURES_SHEET,
    GUIDE,
    REST_HEADINGS,
    REST_SHEET,
)
from pipeline.validate import Outlines

_PATH, _TEXT = REST_HEADINGS


_SHEETS = (BASICS_SHEET, FIGURES_SHEET, BODY_SHEET)
_ANNEX = re.compile(rf"{ANNEX}(?P<number>\d*)(?:\(\d+\))?")
_LAST = 10**6


def read_workbook(book: Book, outlines: Outlines) -> tuple[ImportState, BodyPlan]:
    """What the sheets hold with every fault in them, and the plan that the body was read by."""
    state = ImportState(book)
    sheets = {squeeze(name): sheet for name, sheet in book.sheets.items()}
    if not set(sheets) & set(_SHEETS):
        state.report("not-a-form", Location(book.path, 1, 1), name=book.path.name)
        return state, _plan(state, outlines)
    annexes = sorted(
        (
            sheet
            for name, sheet in sheets.items()
            if _ANNEX.fullmatch(name) or _is_named_annex(sheet)
        ),
        key=_number,
    )
    named = {*_SHEETS, GUIDE, REST_SHEET}
    taken = named | {squeeze(sheet.name) for sheet in annexes}
    others = [sheet for name, sheet in sheets.items() if name not in taken]
    for name in _SHEETS:
        if name not in sheets:
            _report_missing(state, name, others)
    if BASICS_SHEET in sheets:
        read_basics(state, sheets[BASICS_SHEET])
    if FIGURES_SHEET in sheets:
        read_figures(state, sheets[FIGURES_SHEET])
    # The basics say which outline the body follows.
    plan = _plan(state, outlines)
    if BODY_SHEET in sheets:
        read_body(state, sheets[BODY_SHEET], plan)
    read_annexes(state, annexes)
    if REST_SHEET in sheets:
        _read_rest(state, sheets[REST_SHEET])
    else:
        state.report("form-rest-missing", Location(book.path, 1, 1), name=REST_SHEET)
    for sheet in others:
        if sheet.cells:
            state.report("form-extra-sheet", state.place(sheet, 1, 1), name=sheet.name)
    return state, plan


def _plan(state: ImportState, outlines: Outlines) -> BodyPlan:
    """The plan of the outline that the basics name; of the default where that is not known."""
    asked = state.tree.get(OUTLINE) or outlines.of_template(state.tree.get(TEMPLATE, ""))
    return BodyPlan(outlines.by_name.get(asked) or outlines.by_name[DEFAULT_OUTLINE])


def _is_named_annex(sheet: Sheet) -> bool:
    return sheet.name.strip().startswith(ANNEX) and is_annex(sheet)


def _number(sheet: Sheet) -> int:
    """Which annex a sheet is of; one without a number comes last, where it stands."""
    match = re.match(rf"{ANNEX}(\d{{1,5}})", squeeze(sheet.name))
    return int(match[1]) if match else _LAST


def _report_missing(state: ImportState, name: str, others: Iterable[Sheet]) -> None:
    near = find_nearest(name, [sheet.name for sheet in others])
    place = Location(state.book.path, 1, 1)
    state.report("form-sheet-missing", place, name=name, **offer(near))


def _read_rest(state: ImportState, sheet: Sheet) -> None:
    """Adds what the sheet holds to a tree that has all else already."""
    headed = read_headings(state, sheet, REST_HEADINGS, REST_HEADINGS)
    if headed is None or len(headed.columns) < len(REST_HEADINGS):
        return
    for row in headed.rows():
        words = state.read(sheet, row, headed.columns[_PATH])
        text = state.read(sheet, row, headed.columns[_TEXT])
        place = state.place(sheet, row, headed.columns[_TEXT])
        read = read_path(words)
        if read is None:
            state.report("form-bad-path", place, found=shorten(words or text))
        else:
            path, empty = read
            state.put(path, text if empty is None else empty, place)
