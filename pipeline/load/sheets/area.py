"""Cells and ranges by the names that Excel gives them: C12, C2:C9."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.diagnostics.diagnostic import cell_name

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
"""What a sheet of Excel has."""

_CELL = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
_FULLWIDTH = str.maketrans({chr(code + 0xFEE0): chr(code) for code in range(0x21, 0x7F)})


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, its first and last rows and columns counted from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first = cell_name(self.top, self.left)
        return first if self.is_one else f"{first}:{cell_name(self.bottom, self.right)}"

    @property
    def is_one(self) -> bool:
        """Whether it is a single cell."""
        return self.top == self.bottom and self.left == self.right

    @property
    def size(self) -> int:
        """How many cells it has."""
        return self.height * self.width

    @property
    def height(self) -> int:
        return max(0, self.bottom - self.top + 1)

    @property
    def width(self) -> int:
        return max(0, self.right - self.left + 1)

    def holds(self, row: int, column: int) -> bool:
        return self.top <= row <= self.bottom and self.left <= column <= self.right

    def meet(self, other: "Area") -> "Area":
        """What both have; of size 0 where they do not meet."""
        return Area(
            max(self.top, other.top),
            max(self.left, other.left),
            min(self.bottom, other.bottom),
            min(self.right, other.right),
        )

    def cells(self) -> Iterator[tuple[int, int]]:
        """Its cells as row and column, row by row."""
        for row in range(self.top, self.bottom + 1):
            for column in range(self.left, self.right + 1):
                yield row, column


def column_number(letters: str) -> int:
    """A column by its letters: C is 3."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def read_area(text: str) -> Area | None:
    """The rectangle that a name stands for, or None where it is no name of cells.

    `$`, small letters and full-width ones are taken, and so are corners in any order.
    """
    plain = text.translate(_FULLWIDTH).strip().upper()
    first, colon, last = (part.strip() for part in plain.partition(":"))
    one, other = _corner(first), _corner(last if colon else first)
    if one is None or other is None:
        return None
    (top, bottom), (left, right) = sorted((one[0], other[0])), sorted((one[1], other[1]))
    area = Area(top, left, bottom, right)
    return area if area.bottom <= MAX_ROWS and area.right <= MAX_COLUMNS else None


def _corner(name: str) -> tuple[int, int] | None:
    match = _CELL.fullmatch(name)
    return (int(match[2]), column_number(match[1])) if match else None
