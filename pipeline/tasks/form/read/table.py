"""The table on an annex's sheet: headers from merged cells, rows as far as they go."""

from typing import Any

from pipeline.load.sheets import Area, Sheet
from pipeline.load.yaml_text import Path
from pipeline.tasks.form.read.headings import shorten
from pipeline.tasks.form.read.state import ImportState

_FIRST_COLUMN = 2
_NAME, _COLUMNS, _ROWS = "名称", "列", "行"


def read_table(
    state: ImportState,
    sheet: Sheet,
    corner: tuple[int, int],
    rows: list[tuple[int, bool]],
    path: Path,
) -> dict[str, Any]:
    """The table whose head begins at the row of `corner` and which may go on to its column.

    `rows` are the rows below the head's first, with which of them are to stay empty.

    Nothing where the head is blank and so are the rows.
    """
    top, last = corner
    head = _find_head(sheet, top, last)
    body = [(row, is_empty) for row, is_empty in rows if row > head.bottom]
    filled = [(row, is_empty) for row, is_empty in body if is_empty or _is_filled(sheet, row, last)]
    if head.size == 0:
        if filled:
            place = state.place(sheet, top, _FIRST_COLUMN)
            state.report("form-table-headless", place)
        return {}
    columns = _read_headers(state, sheet, head, (*path, _COLUMNS))
    table: dict[str, Any] = {_COLUMNS: columns}
    state.values[path] = state.values[*path, _COLUMNS] = state.place(sheet, top, _FIRST_COLUMN)
    cells = [
        _read_row(state, sheet, (row, head.right, last), (*path, _ROWS, index))
        for index, (row, _) in enumerate(filled)
    ]
    return {**table, _ROWS: cells} if cells else table


def _is_filled(sheet: Sheet, row: int, last: int) -> bool:
    columns = range(_FIRST_COLUMN, last + 1)
    return any(not sheet.cell(row, column).is_empty for column in columns)


def _find_head(sheet: Sheet, top: int, last: int) -> Area:
    """The cells of the header: down to where no merged cell says that there is more of it."""
    bottom = sheet.merge_at(top, 1).bottom
    row = top
    while row <= bottom:
        for column in range(_FIRST_COLUMN, last + 1):
            area = sheet.merge_at(row, column)
            is_group = area.width > 1 and area.bottom == row
            bottom = max(bottom, area.bottom + (1 if is_group and bottom == row else 0))
        row += 1
    columns = range(_FIRST_COLUMN, last + 1)
    filled = [
        sheet.merge_at(row, column).right
        for row in range(top, bottom + 1)
        for column in columns
        if not sheet.seen(row, column).is_empty
    ]
    return Area(top, _FIRST_COLUMN, bottom, max(filled, default=0))


def _read_headers(state: ImportState, sheet: Sheet, head: Area, path: Path) -> list[Any]:
    """The headers of the cells from one column to another: names, and groups of names."""
    headers: list[Any] = []
    column = head.left
    while column <= head.right:
        area = sheet.merge_at(head.top, column)
        right = min(area.right, head.right)
        here = (*path, len(headers))
        name = state.read(sheet, head.top, column)
        place = state.place(sheet, head.top, column)
        below = Area(area.bottom + 1, column, head.bottom, right)
        is_group = below.height > 0 and any(not sheet.cell(*at).is_empty for at in below.cells())
        state.values[here] = place
        if not name or (right > column and not is_group):
            # Which column a name belongs to is not to be guessed.
            hole = (
                place if not name else state.place(sheet, min(area.bottom + 1, head.bottom), column)
            )
            state.report("form-header-hole", hole, **_above(name))
        if is_group:
            inner = _read_headers(state, sheet, below, (*here, _COLUMNS))
            state.values[*here, _NAME] = place
            headers.append({_NAME: name, _COLUMNS: inner})
        else:
            headers.append(name)
        column = right + 1
    return headers


def _above(name: str) -> dict[str, str]:
    """The heading over several columns that are not named, for a message."""
    return {
        "above_zh": f"，上面的“{name}”占了几列" if name else "",
        "above_en": f" below “{name}”, which is over several columns" if name else "",
    }


def _read_row(
    state: ImportState, sheet: Sheet, span: tuple[int, int, int], path: Path
) -> list[str]:
    """The cells of a row, up to the last column of the head; what stands beyond it is reported."""
    row, right, last = span
    cells: list[str] = []
    for column in range(_FIRST_COLUMN, right + 1):
        place = state.place(sheet, row, column)
        state.values[*path, column - _FIRST_COLUMN] = place
        cells.append(state.read(sheet, row, column, is_shared=True))
        if (row, column) in sheet.merged and cells[-1]:
            state.report("form-merged-cells", place, found=shorten(cells[-1]))
    for column in range(right + 1, last + 1):
        if found := state.read(sheet, row, column):
            state.report("form-stray-text", state.place(sheet, row, column), found=shorten(found))
    state.values[path] = state.place(sheet, row, _FIRST_COLUMN)
    return cells
