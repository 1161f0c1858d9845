"""A table that names a source (来源) -> the same table with its header and rows filled in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.diagnostics.diagnostic import Location, cell_name
from pipeline.load.sheets import Area, CellKind, Sheet, SheetCell
from pipeline.load.sheets.columns import header_height
from pipeline.model.report import ColumnGroup, TableInput
from pipeline.model.report.table import ColumnHeader
from pipeline.validate.sources.books import Books, Found, one_line, some_cells
from pipeline.validate.tree import Path

MAX_CELLS = 30_000
"""A table of a report: a hundred pages of it."""


@dataclass(frozen=True, slots=True)
class FilledTable:
    """A table with its header and rows, and the cells of the file that its own cells were."""

    table: TableInput
    cells: Mapping[Path, Location]


def fill_table(table: TableInput, path: Path, books: Books) -> FilledTable | None:
    """The table filled in, None where that cannot be done, which is reported."""
    place = books.input_.place((*path, "来源"))
    typed = [key for key, given in (("列", table.columns), ("行", table.rows)) if given]
    for key in typed:
        books.report("table-typed-and-sourced", books.input_.place_of_key((*path, key)), key=key)
    found = books.find(table.source or "", place) if not typed else None
    if found is None:
        return None
    if found.name is not None:
        books.report_unknown_sheet(found.book, found.name, place)
        return None
    area = _find_area(found, books)
    if area is None:
        return None
    body = _body_of(found, area, table.header_rows)
    columns = tuple(_read_header(found, Area(area.top, area.left, body.top - 1, area.right), books))
    rows = dict(_read_rows(found, body, books))
    books.report_ragged(found, range(area.top, area.bottom + 1))
    books.report_hidden(found, area.cells())
    if not all(_is_named(column) for column in columns):
        return None
    cells = {
        (*path, "行", number, index): found.cell_place(row, column)
        for number, row in enumerate(rows)
        for index, column in enumerate(range(body.left, body.right + 1))
    }
    filled = table.model_copy(update={"columns": columns, "rows": tuple(rows.values())})
    return FilledTable(filled, cells)


def _find_area(found: Found, books: Books) -> Area | None:
    """The cells of the table: those named, or all of the sheet without a title above them."""
    area = _filled(found.sheet, found.area or found.sheet.used())
    if found.area is None:
        area = _without_titles(found, area, books)
    if area.size == 0:
        books.report_empty(found, found.area)
        return None
    if area.size > MAX_CELLS:
        zh, en = f"的表格有 {area.size:,} 格", f"a table of {area.size:,} cells"
        details = {"what_zh": zh, "what_en": en, "limit": f"{MAX_CELLS:,}"}
        books.report("sheet-too-large", found.place, name=found.book.path.name, **details)
        return None
    return area


def _without_titles(found: Found, area: Area, books: Books) -> Area:
    """The table below the title of a sheet and the line under it (单位：… 时间：…)."""
    for _ in range(_MOST_TITLES):
        title = _title_of(found.sheet, area)
        if title is None:
            break
        where = found.cell_place(area.top, area.left)
        books.report("table-title-left-out", where, **found.words, found=one_line(title))
        area = _filled(found.sheet, Area(area.top + 1, area.left, area.bottom, area.right))
    return area


_MOST_TITLES = 3


def _filled(sheet: Sheet, area: Area) -> Area:
    """The least part of an area that holds every cell in which something is seen."""
    seen = [at for at, cell in sheet.cells.items() if area.holds(*at) and not cell.is_empty]
    seen += [at for at in sheet.merged if area.holds(*at) and not sheet.seen(*at).is_empty]
    if not seen:
        return Area(area.top, area.left, area.top - 1, area.left - 1)
    rows, columns = zip(*seen, strict=True)
    return Area(min(rows), min(columns), max(rows), max(columns))


def _title_of(sheet: Sheet, area: Area) -> str | None:
    """The only text of the first row, where the table below it has several columns."""
    if area.width == 1 or area.height <= 1:
        return None
    row = (sheet.cell(area.top, column) for column in range(area.left, area.right + 1))
    texts = [cell.text for cell in row if not cell.is_empty]
    return texts[0] if len(texts) == 1 else None


def _body_of(found: Found, area: Area, header_rows: int | None) -> Area:
    """The cells below the header, whose height is as said or as its merged cells have it."""
    height = header_rows or header_height(found.sheet, area)
    return Area(area.top + min(height, area.height), area.left, area.bottom, area.right)


def _read_header(found: Found, header: Area, books: Books) -> Iterator[ColumnHeader]:
    """The columns under the cells of a header, merged cells as groups of those below them."""
    column = header.left
    while column <= header.right:
        merge = found.sheet.merge_at(header.top, column).meet(header)
        cell = books.take(found, (header.top, column))
        name = one_line(cell.text)
        below = Area(merge.bottom + 1, column, header.bottom, merge.right)
        if any(not found.sheet.seen(*at).is_empty for at in below.cells()):
            children = tuple(_read_header(found, below, books))
            if name and all(map(_is_named, children)):
                yield ColumnGroup(name=name, columns=children)
            else:
                yield from children
        else:
            yield from _read_leaf(found, merge, name, books)
        column = merge.right + 1


def _read_leaf(found: Found, merge: Area, name: str, books: Books) -> Iterator[str]:
    place = found.cell_place(merge.top, merge.left)
    if merge.width > 1:
        books.report("table-header-merged", place, **found.words, cells=merge)
    elif not name:
        cell = cell_name(merge.top, merge.left)
        books.report("table-column-headless", place, **found.words, cell=cell)
    yield name if merge.width == 1 else ""


def _is_named(column: ColumnHeader) -> bool:
    return not isinstance(column, str) or bool(column)


def _read_rows(found: Found, body: Area, books: Books) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The rows as texts, by their numbers; one in which nothing is seen is left out."""
    merged: dict[Area, None] = {}
    for row in range(body.top, body.bottom + 1):
        texts: list[str] = []
        for column in range(body.left, body.right + 1):
            cell = books.take(found, (row, column))
            merge = found.sheet.merge_at(row, column).meet(body)
            if not merge.is_one:
                merged.setdefault(merge)
            texts.append(_escape(cell.text) if _is_set(cell, row, column, merge) else "")
        if any(texts):
            yield row, tuple(texts)
    if merged:
        first = next(iter(merged))
        place = found.cell_place(first.top, first.left)
        books.report("table-body-merged", place, **found.words, cells=some_cells(merged))


def _is_set(cell: SheetCell, row: int, column: int, merge: Area) -> bool:
    """Whether a cell is set: of a merged area a text in its first column, a number once."""
    if column > merge.left:
        return False
    return row == merge.top or (cell.kind is CellKind.TEXT and cell.number is None)


def _escape(text: str) -> str:
    """The text as a typed cell would have it: what is read is data, never a reference."""
    return text.strip().replace("【", "【【").replace("】", "】】")
