"""The tables that a roll-up makes: the detail, a ranking, who has not reported."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load import yaml
from pipeline.load.yaml import Source
from pipeline.model.report import ROLLUP, WAYS, RollUpTable
from pipeline.tasks.rollup.combine import Combined
from pipeline.tasks.rollup.given import NOBODY
from pipeline.tasks.rollup.units import Roster
from pipeline.typography.places import width_chars
from pipeline.validate.schema import to_plain, translate_all
from pipeline.validate.tree import InputTree, entry_of, tree_of

NOT_REPORTED, NOTHING = "未报", "—"


@dataclass(frozen=True, slots=True)
class MadeTable:
    """The columns, the rows of texts, and how wide the columns are to each other.

    A column has a name, or the name of a figure and below it the unit of measure.
    """

    columns: tuple[str | tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...] = ()


def is_rollup_table(node: yaml.Node) -> bool:
    """Whether a table is left to the roll-up: it says which, and has no columns of its own."""
    return isinstance(node, yaml.Mapping) and entry_of(node, ROLLUP, RollUpTable) is not None


def make_table(
    node: yaml.Mapping, source: Source, roster: Roster, figures: tuple[Combined, ...]
) -> tuple[MadeTable, tuple[Diagnostic, ...]]:
    """The table that a mapping asks for; an empty one where it asks for what is not there."""
    tree = tree_of(source, node, RollUpTable)
    plain, empties = to_plain(tree)
    empty = MadeTable((NOTHING,), ())
    try:
        wanted = RollUpTable.model_validate(plain)
    except ValidationError as error:
        return empty, tuple(translate_all(error, tree, empties))
    chosen, faults = _choose(wanted, tree, figures)
    if faults:
        return empty, faults
    make = _MAKERS[wanted.rollup]
    return make(wanted, roster, chosen), ()


def _choose(
    wanted: RollUpTable, tree: InputTree, figures: tuple[Combined, ...]
) -> tuple[tuple[Combined, ...], tuple[Diagnostic, ...]]:
    """The figures that a table shows; a ranking has one, and that is counted."""
    by_name = {figure.name: figure for figure in figures}
    place = tree.place(("数据",))
    if unknown := [name for name in wanted.figures if name not in by_name]:
        near = offer(find_nearest(unknown[0], by_name))
        return (), (diagnose("table-figure-unknown", place, name=unknown[0], **near),)
    chosen = tuple(by_name[name] for name in wanted.figures) or figures
    is_ranking = wanted.rollup == "ranking"
    if is_ranking and (len(chosen) != 1 or not chosen[0].is_counted):
        return (), (diagnose("ranking-figure", place),)
    return chosen, ()


# --- the detail ------------------------------------------------------------------------------


def _detail(wanted: RollUpTable, roster: Roster, figures: tuple[Combined, ...]) -> MadeTable:
    """A row for each unit, those that have not reported at the end; then the totals."""
    del wanted
    cells = [figure.cells() for figure in figures]
    rows = [
        (unit.shown, *(column.get(unit.name, NOTHING) for column in cells))
        for unit in (reporting.unit for reporting in roster.readable)
    ]
    rows += [(unit.shown, *[NOT_REPORTED] * len(figures)) for unit in roster.missing]
    numbered = [(str(number), *row) for number, row in enumerate(rows, start=1)]
    widths = _widths([name for name, *_ in rows], len(figures))
    heads = [(figure.name, figure.unit) if figure.unit else figure.name for figure in figures]
    return MadeTable(("序号", "单位", *heads), (*numbered, *_closing_rows(figures)), widths)


_ROOM_CHARS = 36.0
"""About how many characters of a table stand side by side in the type area."""

_NUMBER_CHARS, _MOST_NAME_CHARS = 3.2, 9.0


def _widths(names: list[str], figure_count: int) -> tuple[float, ...]:
    """The longest name stands on one line unless it is very long; the figures share the rest."""
    name_chars = min(max(map(width_chars, names), default=2) + 1.2, _MOST_NAME_CHARS)
    rest = (_ROOM_CHARS - _NUMBER_CHARS - name_chars) / max(1, figure_count)
    return (_NUMBER_CHARS, name_chars, *[rest] * figure_count)


def _closing_rows(figures: tuple[Combined, ...]) -> Iterator[tuple[str, ...]]:
    """The totals of what is summed, and a row for each other way in which figures are combined."""
    for way in ("sum", "mean", "max", "min"):
        if any(figure.rule.way == way and figure.numbers for figure in figures):
            cells = (_closing_cell(figure, way) for figure in figures)
            yield (WAYS.in_chinese(way), NOTHING, *cells)


def _closing_cell(figure: Combined, way: str) -> str:
    if figure.rule.way != way or not figure.numbers:
        return NOTHING
    match way:
        case "mean":
            return figure.write_mean()
        case "max":
            return figure.write_below(max(figure.numbers))
        case "min":
            return figure.write_below(min(figure.numbers))
        case _:
            return figure.write_below(figure.total)


# --- a ranking, and who has not reported ------------------------------------------------------


def _ranking(wanted: RollUpTable, roster: Roster, figures: tuple[Combined, ...]) -> MadeTable:
    """The units by their values, the highest first; equal values have one rank: 1, 2, 2, 4."""
    del roster
    (figure,) = figures
    counted = [(value.number, value) for value in figure.values if value.number is not None]
    counted.sort(key=lambda item: -item[0])
    numbers, cells = [number for number, _ in counted], figure.cells()
    ranked = [(numbers.index(number) + 1, value.unit) for number, value in counted]
    rows = tuple(
        (str(rank), unit.shown, cells[unit.name])
        for rank, unit in ranked
        if wanted.top is None or rank <= wanted.top
    )
    head = f"{figure.name}（{figure.unit}）" if figure.unit else figure.name
    return MadeTable(("名次", "单位", head), rows)


def _missing(wanted: RollUpTable, roster: Roster, figures: tuple[Combined, ...]) -> MadeTable:
    del wanted, figures
    rows = [(str(n), unit.shown) for n, unit in enumerate(roster.missing, start=1)]
    return MadeTable(("序号", "单位"), tuple(rows) or ((NOTHING, NOBODY),))


_MAKERS: dict[str, Callable[[RollUpTable, Roster, tuple[Combined, ...]], MadeTable]] = {
    "detail": _detail,
    "ranking": _ranking,
    "missing": _missing,
}
