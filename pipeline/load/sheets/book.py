"""What was read of a workbook or a .csv: frozen, without a trace of the file's own format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

from pipeline.diagnostics.diagnostic import Diagnostic, Location
from pipeline.load.sheets.area import Area


class CellKind(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    ERROR = "error"
    UNCALCULATED = "uncalculated"
    """A formula whose result the file does not have."""


@dataclass(frozen=True, slots=True)
class SheetCell:
    """One cell: `text` is what a person sees in it, blanks at its ends and all.

    `number` is the exact number of a cell that is one, or of a text that reads as one
    (`is_number_as_text`), and `digits` that number as it is shown, without commas between
    thousands, currency or unit. `day` is that of a date, of which the cell may show less.
    `unread_format` is the number format of a cell whose number is shown as if it had none.
    `dropped` has the characters that nobody sees and no text can keep.
    """

    text: str
    kind: CellKind
    number: Decimal | None = None
    digits: str = ""
    unread_format: str = ""
    dropped: str = ""
    day: date | None = None

    @property
    def is_number_as_text(self) -> bool:
        return self.kind is CellKind.TEXT and self.number is not None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is seen in it."""
        return self.kind is CellKind.EMPTY or (self.kind is CellKind.TEXT and not self.text.strip())


EMPTY = SheetCell("", CellKind.EMPTY)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its cells by row and column, counted from 1; cells that are not there are empty.

    `merged` leads from each covered cell of a merged area to the one that holds its value, and
    `merges` has the areas by that one. `ragged` has, by row, how many fields a line of a .csv has
    where that is not `width`, which most of its lines have.
    """

    name: str
    cells: Mapping[tuple[int, int], SheetCell]
    merges: Mapping[tuple[int, int], Area] = field(default_factory=dict)
    merged: Mapping[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    is_hidden: bool = False
    is_filtered: bool = False
    ragged: Mapping[int, int] = field(default_factory=dict)
    width: int = 0

    def cell(self, row: int, column: int) -> SheetCell:
        """The cell by itself: a covered one of a merged area is empty."""
        return EMPTY if (row, column) in self.merged else self.cells.get((row, column), EMPTY)

    def seen(self, row: int, column: int) -> SheetCell:
        """The cell as a reader takes it: a covered one has the value of its merged area."""
        return self.cells.get(self.merged.get((row, column), (row, column)), EMPTY)

    def merge_at(self, row: int, column: int) -> Area:
        """The merged area that a cell is in, or the cell alone."""
        alone = Area(row, column, row, column)
        return self.merges.get(self.merged.get((row, column), (row, column)), alone)

    def used(self) -> Area:
        """The least rectangle that holds every cell in which something is seen; of size 0 if none.

        A merged area counts to its last cell.
        """
        areas = [
            Area(row, column, row, column)
            for (row, column), cell in self.cells.items()
            if not cell.is_empty
        ]
        areas += [area for at, area in self.merges.items() if not self.cell(*at).is_empty]
        if not areas:
            return Area(1, 1, 0, 0)
        return Area(
            min(area.top for area in areas),
            min(area.left for area in areas),
            max(area.bottom for area in areas),
            max(area.right for area in areas),
        )

    def column(self, number: int) -> Iterator[tuple[int, SheetCell]]:
        """The cells of a column that are there, with their rows, from the top."""
        rows = sorted(row for row, column in self.cells if column == number)
        return ((row, self.cell(row, number)) for row in rows)


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook, or a .csv as a workbook of one sheet, and what is to be said of the file."""

    path: Path
    sheets: Mapping[str, Sheet]
    sha256: str
    notes: tuple[Diagnostic, ...] = ()
    is_workbook: bool = True

    def place(self, sheet: Sheet, row: int, column: int) -> Location:
        """A cell as a place: of a .csv by line and column as well, for it has rows like a sheet."""
        return Location(self.path, row, column, sheet=sheet.name)
