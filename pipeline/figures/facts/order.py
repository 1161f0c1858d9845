"""Figures that are worked out from each other -> the order to do it in, and the circles. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """Names so that each comes after those it needs; each circle as it runs, its first name last
    again. The members of a circle are in the order too.
    """

    names: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]


def order_names(needs: Mapping[str, Sequence[str]]) -> Order:
    """The order of the names by what each needs, as declared where nothing else decides.

    Without recursion: a clerk's chain of formulas may be as long as the file.
    """
    done: dict[str, None] = {}
    circles: list[tuple[str, ...]] = []
    for root in needs:
        path: dict[str, Iterator[str]] = {root: iter(needs[root])} if root not in done else {}
        while path:
            name = next(reversed(path))
            needed = next(path[name], None)
            if needed is None:
                path.popitem()
                done[name] = None
            elif needed in path:
                way = list(path)
                circles.append((*way[way.index(needed) :], needed))
            elif needed not in done:
                path[needed] = iter(needs[needed])
    return Order(tuple(done), tuple(circles))
