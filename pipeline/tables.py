"""A table of the input -> a Table of the document: header rows with spans, column widths. Pure."""

import math
from collections.abc import Mapping

from pipeline import facts
from pipeline.document import Cell, Table, Text
from pipeline.places import is_wide
from pipeline.report import ColumnGroup, Figure, TableInput
from pipeline.standard import Measures

_SHORT_CHARS = 6
"""A column whose every cell is at most this long is centred, as office tables do."""


def compose_table(
    table: TableInput, caption: str, figures: Mapping[str, Figure], measures: Measures
) -> Table:
    """The table with its header unfolded, and each column's share of the type area's width."""
    rows = tuple(
        tuple(facts.resolve(text.strip(), figures) for text in row) for row in table.rows
    )
    texts = [["".join(inline.text for inline in cell) for cell in row] for row in rows]
    columns = [list(column) for column in zip(*texts, strict=True)] if texts else []
    columns = columns or [[] for _ in table.leaf_names]
    is_centred = [max(map(_width, column), default=0) <= _SHORT_CHARS for column in columns]
    body = tuple(
        tuple(
            Cell(inlines, align="center" if centred else "left")
            for inlines, centred in zip(row, is_centred, strict=True)
        )
        for row in rows
    )
    widths = table.widths or _fit_widths(table.leaf_names, columns, measures)
    total = sum(widths)
    return Table(caption, _header(table), body, tuple(width / total for width in widths))


def _width(text: str) -> float:
    return sum(1 if is_wide(char) else 0.5 for char in text)


def _header(table: TableInput) -> tuple[tuple[Cell, ...], ...]:
    """Header rows: a group spans its columns, a lone name spans the rows below it."""
    depth = max(_depth(header) for header in table.columns)
    rows: list[list[Cell]] = [[] for _ in range(depth)]

    def place(header: str | ColumnGroup, row: int) -> int:
        if isinstance(header, str):
            rows[row].append(Cell((Text(header),), 1, depth - row, "center"))
            return 1
        index = len(rows[row])
        rows[row].append(Cell(()))
        span = sum(place(child, row + 1) for child in header.columns)
        rows[row][index] = Cell((Text(header.name),), span, 1, "center")
        return span

    for header in table.columns:
        place(header, 0)
    return tuple(map(tuple, rows))


def _depth(header: str | ColumnGroup) -> int:
    if isinstance(header, str):
        return 1
    return 1 + max(_depth(child) for child in header.columns)


_MAX_LINES_WANTED = 6


def _fit_widths(
    names: tuple[str, ...], columns: list[list[str]], measures: Measures
) -> tuple[float, ...]:
    """Widths in characters of the table's size that keep rows low.

    Each column starts as wide as its longest cell on one line; while the table is too wide, the
    column gives way whose text then still takes the fewest lines.
    """
    style = measures.styles["table_text"]
    padding = 2 * measures.rules.table_padding_x_pt / style.size_pt
    available = measures.page.text_width_pt / style.size_pt - padding * len(names)
    wants = [
        max([*map(_width, column), min(_width(name), 4)])
        for name, column in zip(names, columns, strict=True)
    ]
    widths = [max(2.0, want) for want in wants]
    while sum(widths) > available and max(widths) > 2:
        index = max(
            range(len(widths)),
            key=lambda i: (-math.ceil(wants[i] / max(1.0, widths[i] - 1)), widths[i]),
        )
        if widths[index] <= 2:
            index = widths.index(max(widths))
        widths[index] -= 1
    spare = max(0.0, available - sum(widths))
    return tuple(width + padding + spare * width / sum(widths) for width in widths)
