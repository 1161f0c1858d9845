"""The sheet 数据 -> the figures, each by its name."""

from typing import Any

from pipeline.load.sheets import Sheet
from pipeline.load.yaml_text import Tree
from pipeline.model.report import FIGURES
from pipeline.model.report.figure import read_figure
from pipeline.tasks.form.boxes import FIGURE, Box
from pipeline.tasks.form.gather.basics import halve_digits
from pipeline.tasks.form.gather.harvest import Harvest
from pipeline.tasks.form.gather.headings import Headed, read_headings, shorten
from pipeline.tasks.form.lines import unpack
from pipeline.tasks.form.words import NAME_COLUMN

VALUE, UNIT = "数值", "单位"
_WIDE = frozenset("０１２３４５６７８９")


def gather_figures(harvest: Harvest, sheet: Sheet) -> None:
    known = (NAME_COLUMN, *(box.label for box in FIGURE))
    headed = read_headings(harvest, sheet, known, (NAME_COLUMN, VALUE))
    if headed is None or NAME_COLUMN not in headed.columns:
        return
    for row in headed.rows():
        _gather_row(harvest, headed, row)


def _gather_row(harvest: Harvest, headed: Headed, row: int) -> None:
    sheet, columns = headed.sheet, headed.columns
    name = harvest.read(sheet, row, columns[NAME_COLUMN])
    boxes = [box for box in FIGURE if box.label in columns]
    own = {box.label: harvest.read(sheet, row, columns[box.label]) for box in boxes}
    place = harvest.place(sheet, row, columns[NAME_COLUMN])
    path = (FIGURES, name)
    if not name:
        if found := next(filter(None, own.values()), ""):
            harvest.tell("form-name-missing", place, found=shorten(found))
        return
    if name in harvest.tree.get(FIGURES, {}):
        harvest.tell_taken(name, path, place)
        return
    harvest.keys[path] = place
    values = harvest.tree.setdefault(FIGURES, {}).setdefault(name, {})
    for box in boxes:
        # A unit or an evidence may be merged over the rows that share it.
        text = own[box.label] or (
            ""
            if box.label == VALUE
            else harvest.read(sheet, row, columns[box.label], is_shared=True)
        )
        _take(harvest, headed, row, box, text, values)
    if VALUE in columns:
        harvest.values[path] = harvest.place(sheet, row, columns[VALUE])


def _take(
    harvest: Harvest, headed: Headed, row: int, box: Box, text: str, into: dict[str, Any]
) -> None:
    name = harvest.read(headed.sheet, row, headed.columns[NAME_COLUMN])
    place = harvest.place(headed.sheet, row, headed.columns[box.label])
    harvest.values[FIGURES, name, box.label] = place
    if not text:
        return
    if box.label == VALUE and set(text) <= _WIDE | set("．，.,-－％"):
        text = halve_digits(harvest, text, place)
    value = unpack(text, box.kind)
    if value is None:
        harvest.tell("form-pairs", place, name=box.label)
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
