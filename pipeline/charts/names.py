"""Names of categories on one line or on two. Pure."""

from itertools import accumulate

import rjieba

from pipeline.places import width_chars


def break_name(name: str, room_chars: float) -> str | None:
    """A name as it stands in `room_chars` characters, in two lines where one is too short.

    A line ends between words where that is possible, and inside no number. None where two lines do
    not hold it.
    """
    if width_chars(name) <= room_chars:
        return name
    words = list(rjieba.cut(name))
    between_words = list(accumulate(map(len, words)))[:-1]
    for places in (between_words, range(1, len(name))):
        halves = [(name[:place], name[place:]) for place in places if _may_end(name, place)]
        fitting = [pair for pair in halves if max(map(width_chars, pair)) <= room_chars]
        if fitting:
            return "\n".join(min(fitting, key=lambda pair: max(map(width_chars, pair))))
    return None


def _may_end(name: str, place: int) -> bool:
    return not (name[place - 1].isascii() and name[place].isascii())
