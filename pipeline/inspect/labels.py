"""Where the numbers of findings stand on the picture of a page, so that none covers another."""

import itertools
from collections import defaultdict
from collections.abc import Iterator

_WIDTH_MM = 5.2
_TOUCHING_MM = _WIDTH_MM - 0.01
"""Places that follow each other are a width apart but for the rounding."""

_EDGE_MM = 3.5

_MOST_TRIES = 60
"""Further off, nobody would see which box a number belongs to."""


class Labels:
    """The numbers of one page, found again by cells as wide as a number: there may be thousands."""

    def __init__(self) -> None:
        self._taken: defaultdict[tuple[int, int], list[tuple[float, float]]] = defaultdict(list)

    def take(self, x: float, y: float) -> tuple[float, float]:
        """The first free place from here on, in mm; here itself where all near it are taken."""
        for place in itertools.islice(_places(max(x, _EDGE_MM), y), _MOST_TRIES):
            if self._is_free(*place):
                self._taken[_cell(*place)].append(place)
                return place
        return max(x, _EDGE_MM), y

    def _is_free(self, x: float, y: float) -> bool:
        column, row = _cell(x, y)
        cells = itertools.product(range(column - 1, column + 2), range(row - 1, row + 2))
        return not any(
            abs(x - a) < _TOUCHING_MM and abs(y - b) < _TOUCHING_MM
            for cell in cells
            for a, b in self._taken.get(cell, ())
        )


def _places(x: float, y: float) -> Iterator[tuple[float, float]]:
    """From here to the left, then row by row below."""
    at_x = x
    while True:
        yield at_x, y
        at_x -= _WIDTH_MM
        if at_x < _EDGE_MM:
            at_x, y = x, y + _WIDTH_MM


def _cell(x: float, y: float) -> tuple[int, int]:
    return int(x // _WIDTH_MM), int(y // _WIDTH_MM)
