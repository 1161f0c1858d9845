"""Where every total comes from: a table for Excel, with a row for each unit."""

import csv
import io
import re
from collections.abc import Iterator

from pipeline.tasks.rollup.combine import Combined, Value
from pipeline.tasks.rollup.tables import NOT_REPORTED, NOTHING
from pipeline.tasks.rollup.units import Roster

LISTING = "汇总明细.csv"

_FORMULA = re.compile(r"[=+\-@\t\r]")
_NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


def list_sources(roster: Roster, figures: tuple[Combined, ...]) -> bytes:
    """The listing as .csv with a mark of its encoding, which Excel and WPS open as it is.

    For each figure it has what the unit typed, and the number that went into the total. No cell is
    taken for a formula.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in _rows(roster, figures):
        writer.writerow([_harmless(cell) for cell in row])
    return text.getvalue().encode("utf-8-sig")


def _harmless(cell: str) -> str:
    """A cell that begins as a formula does gets a quote, as Excel has for a text."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def _rows(roster: Roster, figures: tuple[Combined, ...]) -> Iterator[tuple[str, ...]]:
    columns = [pair for figure in figures for pair in _columns(figure)]
    yield ("单位", "文件", *columns)
    values = [{value.unit.name: value for value in figure.values} for figure in figures]
    for reporting in roster.readable:
        cells = (
            cell
            for figure, by_unit in zip(figures, values, strict=True)
            for cell in _cells(figure, by_unit.get(reporting.unit.name))
        )
        yield (reporting.unit.shown, reporting.file.name, *cells)
    for unit in roster.missing:
        yield (unit.shown, NOT_REPORTED, *[NOTHING] * len(columns))
    yield ("合计", NOTHING, *(cell for figure in figures for cell in _totals(figure)))


def _cells(figure: Combined, value: Value | None) -> tuple[str, ...]:
    """What the unit typed, and where the figure is counted the number."""
    text = value.text if value else NOTHING
    if not figure.is_counted:
        return (text,)
    number = value.number if value else None
    return (text, NOTHING if number is None else figure.write(number))


def _columns(figure: Combined) -> tuple[str, ...]:
    counted = f"{figure.name}（{figure.unit}）" if figure.unit else f"{figure.name}（数值）"
    return (f"{figure.name}（原文）", *((counted,) if figure.is_counted else ()))


def _totals(figure: Combined) -> tuple[str, ...]:
    if not figure.is_counted:
        return (NOTHING,)
    return (NOTHING, NOTHING if figure.is_share else figure.write(figure.total))
