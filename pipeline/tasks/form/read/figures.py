"""The sheet 数据 -> the figures, each by its name."""

from typing import Any

from pipeline.load.sheets import Sheet
from pipeline.load.yaml_text import Tree
from pipeline.model.report import FIGURES
from pipeline.model.report.figure import read_figure
from pipeline.tasks.form.boxes import FIGURE, FormBox
from pipeline.tasks.form.lines import unpack
from pipeline.tasks.form.read.basics import halve_digits
from pipeline.tasks.form.read.headings import Headed, read_headings, shorten
from pipeline.tasks.form.read.state import ImportState
from pipeline.tasks.form.words import NAME_COLUMN

VALUE, UNIT = "数值", "单位"
_WIDE = frozenset("０１２３４５６７８９")


def read_figures(state: ImportState, sheet: Sheet) -> None:
    known = (NAME_COLUMN, *(box.label for box in FIGURE))
    headed = read_headings(state, sheet, known, (NAME_COLUMN, VALUE))
    if headed is None or NAME_COLUMN not in headed.columns:
        return
    for row in headed.rows():
        _read_row(state, headed, row)


def _read_row(state: ImportState, headed: Headed, row: int) -> None:
    sheet, columns = headed.sheet, headed.columns
    name = state.read(sheet, row, columns[NAME_COLUMN])
    boxes = [box for box in FIGURE if box.label in columns]
    own = {box.label: state.read(sheet, row, columns[box.label]) for box in boxes}
    place = state.place(sheet, row, columns[NAME_COLUMN])
    path = (FIGURES, name)
    if not name:
        if found := next(filter(None, own.values()), ""):
            state.report("form-name-missing", place, found=shorten(found))
        return
    if name in state.tree.get(FIGURES, {}):
        state.report_taken(name, path, place)
        return
    state.keys[path] = place
    values = state.tree.setdefault(FIGURES, {}).setdefault(name, {})
    for box in boxes:
        # A unit or an evidence may be merged over the rows that share it.
        text = own[box.label] or (
            "" if box.label == VALUE else state.read(sheet, row, columns[box.label], is_shared=True)
        )
        _take(state, headed, row, box, text, values)
    if VALUE in columns:
        state.values[path] = state.place(sheet, row, columns[VALUE])


def _take(
    state: ImportState, headed: Headed, row: int, box: FormBox, text: str, into: dict[str, Any]
) -> None:
    name = state.read(headed.sheet, row, headed.columns[NAME_COLUMN])
    place = state.place(headed.sheet, row, headed.columns[box.label])
    state.values[FIGURES, name, box.label] = place
    if not text:
        return
    if box.label == VALUE and set(text) <= _WIDE | set("．，.,-－％"):
        text = halve_digits(state, text, place)
    value = unpack(text, box.kind)
    if value is None:
        state.report("form-pairs", place, name=box.label)
    else:
        into[box.label] = value


def shorten_figures(figures: dict[str, Any]) -> dict[str, Tree]:
    """The figures as a person writes them: `32次` where value and unit are all there is."""
    return {name: _shorten(figure) for name, figure in figures.items()}


def _shorten(figure: Any) -> Tree:
    if not isinstance(figure, dict):
        return figure  # type: ignore[no-any-return]
    if not figure:
        return ""
    if not figure.keys() <= {VALUE, UNIT} or VALUE not in figure:
        return figure
    whole = figure[VALUE] + figure.get(UNIT, "")
    read = read_figure(whole)
    alike = {VALUE: figure[VALUE], UNIT: figure.get(UNIT, "")}
    is_alike = isinstance(read, dict) and {UNIT: "", **read} == alike
    return whole if is_alike else figure
