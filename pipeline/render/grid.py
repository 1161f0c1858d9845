"""Rows of a table -> the columns that each cell stands in, whatever spans into a row from above."""

from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.model.document import Cell


@dataclass(frozen=True, slots=True)
class PlacedCell:
    """A cell in a row; `continues` says that it began in a row above."""

    cell: Cell
    column: int
    continues: bool

    @property
    def columns(self) -> slice:
        """The columns that it covers, counted from 0."""
        return slice(self.column, self.column + self.cell.column_span)


def lay_out_rows(rows: tuple[tuple[Cell, ...], ...], columns: int) -> Iterator[list[PlacedCell]]:
    """Each row with the cells that span into it from above, which a row itself leaves out."""
    hanging: dict[int, tuple[Cell, int]] = {}
    for row in rows:
        own = iter(row)
        placed: list[PlacedCell] = []
        column = 0
        while column < columns:
            cell, rows_left = hanging.pop(column, (None, 0))
            continues = cell is not None
            if cell is None:
                cell = next(own)
                rows_left = cell.row_span
            placed.append(PlacedCell(cell, column, continues))
            if rows_left > 1:
                hanging[column] = (cell, rows_left - 1)
            column += cell.column_span
        yield placed
