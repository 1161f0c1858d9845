"""Report -> what its sources (来源) come to: the values of figures, the tables filled in."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pipeline.diagnostics.diagnostic import Diagnostic, Location, cell_name
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load.sheets import Area, CellKind
from pipeline.load.sheets.columns import (
    Sum,
    find_columns,
    header_names,
    label_of,
    number_of,
    sum_cells,
    sum_column,
)
from pipeline.model.report import Figure, Report
from pipeline.validate.sources.books import Books, Found, one_line, some_cells
from pipeline.validate.sources.tables import FilledTable, fill_table
from pipeline.validate.tree import InputTree, Path

_MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Sourced:
    """What was read of the files that a report names.

    The report has its tables filled in, and `cells` leads from the paths of their cells to those
    of the file. `values` has the text of each figure that could be read, `files` the SHA-256 of
    each file by its name, `texts` what was taken, with its place.
    """

    report: Report
    cells: Mapping[Path, Location]
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
    tables = dict(_fill_tables(report, books))
    cells = {path: place for filled in tables.values() for path, place in filled.cells.items()}
    report = _with_tables(report, tables)
    return Sourced(report, cells, values, books.hashes(), books.used, tuple(books.faults))


def _read_figure(found: Found, figure: Figure, books: Books) -> str | None:
    """The text that a figure's source comes to, None where it comes to none, which is reported."""
    if found.area is not None:
        used = found.area.meet(found.sheet.used())
        if books.report_ragged(found, range(used.top, used.bottom + 1)):
            return None
        read = _read_cell if found.area.is_one else _read_range
        return read(found, found.area, figure, books)
    if found.name is not None:
        return _read_column(found, found.name, figure, books)
    books.report("source-without-cell", found.place, found=figure.source)
    return None


def _read_cell(found: Found, area: Area, figure: Figure, books: Books) -> str | None:
    at = (area.top, area.left)
    cell = books.take(found, at)
    if cell.kind in (CellKind.ERROR, CellKind.UNCALCULATED):
        return None
    if cell.is_empty:
        books.report_empty(found, area)
        return None
    books.report_hidden(found, [at])
    number = number_of(cell, figure.unit)
    if number is None and figure.unit:
        _report_no_number(found, at, books)
        return None
    if number is None:
        return one_line(cell.text)
    _report_texts(found, [at], books)
    return number[1]


def _read_range(found: Found, area: Area, figure: Figure, books: Books) -> str | None:
    used = area.meet(found.sheet.used())
    cells = [at for at in sorted(found.sheet.cells) if used.holds(*at)]
    labels = {row: label_of(found.sheet, row, area.left) for row, _ in cells}
    totals = [row for row, label in labels.items() if label is not None]
    if totals and len(totals) < len(labels):
        row = totals[0]
        details = {"cells": area, "row": row, "label": labels[row]}
        books.report("source-total-counted", found.place, **details)
        return None
    return _finish(sum_cells(found.sheet, cells, figure.unit), found, area, books)


def _read_column(found: Found, name: str, figure: Figure, books: Books) -> str | None:
    header = _find_header(found, name, books)
    if header is None:
        return None
    bottom = max(found.sheet.used().bottom, header.bottom + 1)
    column = Area(header.bottom + 1, header.left, bottom, header.left)
    if books.report_ragged(found, range(header.top, column.bottom + 1)):
        return None
    total = sum_column(found.sheet, header, figure.unit)
    for wrong in total.wrong_totals if not total.odd else ():
        place = found.cell_place(wrong.row, header.left)
        details = {"label": wrong.label, "found": wrong.found, "wanted": wrong.wanted}
        cell = cell_name(wrong.row, header.left)
        books.report("source-total", place, **found.words, cell=cell, **details)
    return _finish(total, found, column, books)


def _find_header(found: Found, name: str, books: Books) -> Area | None:
    """The one header cell of a name, reported where there is none or more than one."""
    headers = find_columns(found.sheet, name)
    if not headers:
        names = header_names(found.sheet)
        books.report(
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
        books.report("source-column-unclear", found.place, **found.words, **details)
        return None
    return header


def _finish(total: Sum, found: Found, cells: Area, books: Books) -> str | None:
    """The text of a sum, after all that is odd about its cells has been reported."""
    for at in (*total.counted, *total.odd):
        books.take(found, at, as_shown=False)
    for at in total.odd:
        cell = found.sheet.cell(*at)
        if cell.kind not in (CellKind.ERROR, CellKind.UNCALCULATED):
            _report_no_number(found, at, books)
    if total.is_mixed:
        books.report("source-mixed", found.place, **found.words, cells=cells)
    if not total.counted and not total.odd:
        books.report_empty(found, cells)
    if not total.counted or total.odd or total.is_mixed or total.wrong_totals:
        return None
    books.report_hidden(found, total.counted)
    _report_texts(found, total.counted, books)
    return total.digits


def _report_no_number(found: Found, at: tuple[int, int], books: Books) -> None:
    details = {"cell": cell_name(*at), "found": found.sheet.seen(*at).text.strip()}
    books.report("source-not-number", found.cell_place(*at), **found.words, **details)


def _report_texts(found: Found, cells: Iterable[tuple[int, int]], books: Books) -> None:
    """That some of the cells are numbers stored as text, which Excel itself would not add."""
    texts = [at for at in cells if found.sheet.seen(*at).kind is CellKind.TEXT]
    if texts:
        place = found.cell_place(*texts[0])
        books.report("cell-number-as-text", place, **found.words, cells=some_cells(texts))


def _fill_tables(report: Report, books: Books) -> Iterator[tuple[int, FilledTable]]:
    """Each table that names a source, filled from it, by the number of its annex."""
    for index, annex in enumerate(report.annexes):
        if annex.table is not None and annex.table.source is not None:
            filled = fill_table(annex.table, ("附件", index, "表格"), books)
            if filled is not None:
                yield index, filled


def _with_tables(report: Report, tables: Mapping[int, FilledTable]) -> Report:
    annexes = tuple(
        annex.model_copy(update={"table": tables[index].table}) if index in tables else annex
        for index, annex in enumerate(report.annexes)
    )
    return report.model_copy(update={"annexes": annexes}) if tables else report
