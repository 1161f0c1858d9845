"""A sheet as it is to be written: cells with their looks, what may be typed, widths."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto

from pipeline.load.yaml_text import Path


class FormLook(Enum):
    """What a cell is; all but INPUT, DATE and COLUMN are locked."""

    BANNER = auto()
    HEADING = auto()
    LABEL = auto()
    NOTE = auto()
    INPUT = auto()
    DATE = auto()
    COLUMN = auto()  # the header of an annex's table, which is the clerk's own


@dataclass(frozen=True, slots=True)
class FormCell:
    """One cell, or several merged into one; `path` is where its text stands in the input."""

    content: str | date
    look: FormLook
    rows: int = 1
    columns: int = 1
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of the cells of one column, from `first` to `last`, and what can be chosen."""

    column: int
    first: int
    last: int
    title: str
    words: str
    choices: tuple[str, ...] = ()
    is_date: bool = False


@dataclass(frozen=True, slots=True)
class FormPage:
    """One sheet; rows and columns count from 1.

    `header` is the row that stays when the sheet is scrolled; what is below `open_from` may be
    typed into, inserted and deleted.
    """

    name: str
    cells: Mapping[tuple[int, int], FormCell]
    widths: tuple[float, ...]
    header: int
    open_from: int | None = None
    asks: tuple[Ask, ...] = ()
    required: tuple[int, ...] = field(default=())
    """Rows whose second cell is marked while it is empty."""
    is_wide: bool = False
    """Whether it prints across the sheet."""


Used = set[Path]
"""The ways to the values that a page shows, with all that is below them."""

FIRST_ROW = 3
"""Where the rows to fill in begin, below the banner and the headings."""

LAST_ROW = 1000
"""As far down as drop-downs and prompts reach."""


def headed(banner: str, headings: tuple[str, ...]) -> dict[tuple[int, int], FormCell]:
    """The banner and the headings of a page, on its first two rows."""
    cells = {(1, 1): FormCell(banner, FormLook.BANNER, columns=len(headings))}
    cells |= {
        (2, column): FormCell(word, FormLook.HEADING)
        for column, word in enumerate(headings, start=1)
    }
    return cells
