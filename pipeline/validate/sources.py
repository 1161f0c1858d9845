"""Report -> what its sources (来源) come to: the values of figures, the tables filled in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, Location, cell_name
from pipeline.nearest import find_nearest, offer
from pipeline.report import Figure, Report, TableInput
from pipeline.sheets import Area, Kind
from pipeline.sheets.columns import (
    Sum,
    find_columns,
    header_names,
    label_of,
    number_of,
    sum_cells,
    sum_column,
)
from pipeline.validate.books import Books, Found, some_cells
from pipeline.validate.source_tables import fill_table
from pipeline.validate.tree import InputTree

_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Sourced:
    """What was read of the files that a report names.

    The report has its tables filled in. `values` has the text of each figure that could be read,
    `files` the SHA-256 of each file by its name, `texts` what was taken, with its place.
    """

    report: Report
    values: Mapping[str, str]
    files: Mapping[str, str]
    texts: Mapping[Location, str]
    faults: tuple[Diagnostic, ...]


def read_sources(report: Report, input_: InputTree) -> Sourced:
    """The files that the figures and tables of a report name, read; none of them is changed."""
    books = Books(input_)
    values: dict[str, str] = {}
    for name, figure in report.figures.items():
        if figure.source is not None:
            place = input_.place(("数据", name, "来源"))
            found = books.find(figure.source, place)
            value = _read_figure(found, figure, books) if found else None
            if value is not None:
                values[name] = value
    report = _fill_tables(report, books)
    return Sourced(report, values, books.hashes(), books.used, tuple(books.faults))


def _read_figure(found: Found, figure: Figure, books: Books) -> str | None:
    """The text that a figure's source comes to, None where it comes to none, which is told."""
    if found.area is not None:
        if found.area.is_one:
            return _read_cell(found, found.area, figure, books)
        return _read_range(found, found.area, figure, books)
    if found.name is not None:
        return _read_column(found, found.name, figure, books)
    books.tell("source-without-cell", found.place, found=figure.source)
    return None


def _read_cell(found: Found, area: Area, figure: Figure, books: Books) -> str | None:
    at = (area.top, area.left)
    cell = books.take(found, at)
    if cell.kind in (Kind.ERROR, Kind.UNCALCULATED):
        return None
    if cell.is_empty:
        books.tell("source-empty", found.place, **found.words, cells=area)
        return None
    books.tell_hidden(found, [at])
    number = number_of(cell, figure.unit)
    if number is None:
        return " ".join(cell.text.split())
    _tell_texts(found, [at], books)
    return number[1]


def _read_range(found: Found, area: Area, figure: Figure, books: Books) -> str | None:
    used = area.meet(found.sheet.used())
    cells = [at for at in sorted(found.sheet.cells) if used.holds(*at)]
    labels = {row: label_of(found.sheet, row, area.left) for row, _ in cells}
    totals = [row for row, label in labels.items() if label is not None]
    if totals and len(totals) < len(labels):
        row = totals[0]
        details = {"cells": area, "row": row, "label": labels[row]}
        books.tell("source-total-counted", found.place, **details)
        return None
    return _finish(sum_cells(found.sheet, cells, figure.unit), found, str(area), books)


def _read_column(found: Found, name: str, figure: Figure, books: Books) -> str | None:
    header = _find_header(found, name, books)
    if header is None:
        return None
    column = Area(header.bottom + 1, header.left, found.sheet.used().bottom, header.left)
    if books.tell_ragged(found, range(header.top, column.bottom + 1)):
        return None
    total = sum_column(found.sheet, header, figure.unit)
    for wrong in total.wrong_totals if not total.odd else ():
        place = found.cell_place(wrong.row, header.left)
        details = {"label": wrong.label, "found": wrong.found, "wanted": wrong.wanted}
        cell = cell_name(wrong.row, header.left)
        books.tell("source-total", place, **found.words, cell=cell, **details)
    return _finish(total, found, str(column), books)


def _find_header(found: Found, name: str, books: Books) -> Area | None:
    """The one header cell of a name, told where there is none or more than one."""
    headers = find_columns(found.sheet, name)
    if not headers:
        names = header_names(found.sheet)
        books.tell(
            "source-column-unknown",
            found.place,
            **found.words,
            column=name,
            **offer(find_nearest(name, names)),
            allowed=" / ".join(names[:_MOST_NAMES]) or "—",
        )
        return None
    header = headers[0]
    if len(headers) > 1 or header.width > 1:
        cells = "、".join(str(area) for area in headers)
        bottom = max(found.sheet.used().bottom, header.bottom + 1)
        example = Area(header.bottom + 1, header.left, bottom, header.left)
        details = {"column": name, "cells": cells, "example": example}
        books.tell("source-column-unclear", found.place, **found.words, **details)
        return None
    return header


def _finish(total: Sum, found: Found, cells: str, books: Books) -> str | None:
    """The text of a sum, after all that is odd about its cells has been told."""
    for at in (*total.counted, *total.odd):
        books.take(found, at, as_shown=False)
    for at in total.odd:
        cell = found.sheet.cell(*at)
        if cell.kind not in (Kind.ERROR, Kind.UNCALCULATED):
            details = {"cell": cell_name(*at), "found": cell.text.strip()}
            books.tell("source-not-number", found.cell_place(*at), **found.words, **details)
    if total.is_mixed:
        books.tell("source-mixed", found.place, **found.words, cells=cells)
    if not total.counted and not total.odd:
        books.tell("source-empty", found.place, **found.words, cells=cells)
    if not total.counted or total.odd or total.is_mixed or total.wrong_totals:
        return None
    books.tell_hidden(found, total.counted)
    _tell_texts(found, total.counted, books)
    return total.digits


def _tell_texts(found: Found, cells: Iterable[tuple[int, int]], books: Books) -> None:
    """That some of the cells are numbers stored as text, which Excel itself would not add."""
    texts = [at for at in cells if found.sheet.seen(*at).kind is Kind.TEXT]
    if texts:
        place = found.cell_place(*texts[0])
        books.tell("cell-number-as-text", place, **found.words, cells=some_cells(texts))


def _fill_tables(report: Report, books: Books) -> Report:
    """The report with each table that names a source filled from it."""
    tables = dict(_filled(report, books))
    if not tables:
        return report
    annexes = tuple(
        annex.model_copy(update={"table": tables[index]}) if index in tables else annex
        for index, annex in enumerate(report.annexes)
    )
    return report.model_copy(update={"annexes": annexes})


def _filled(report: Report, books: Books) -> Iterator[tuple[int, TableInput]]:
    for index, annex in enumerate(report.annexes):
        if annex.table is not None and annex.table.source is not None:
            filled = fill_table(annex.table, ("附件", index, "表格"), books)
            if filled is not None:
                yield index, filled
