"""A name that is not known -> the known one that was most likely meant, and words to offer it."""

import difflib
from collections.abc import Collection, Iterable

_LIKE_ENOUGH = 0.5
_MOST = 5


def find_nearest(name: str, known: Iterable[str], preferred: Collection[str] = ()) -> str | None:
    """The known name most like `name`, or None where none is like it.

    Of names that are equally like it, one of the `preferred` is taken.
    """
    alike = difflib.get_close_matches(name, list(known), n=_MOST, cutoff=_LIKE_ENOUGH)
    best = [one for one in alike if _likeness(name, one) == _likeness(name, alike[0])]
    return next((one for one in best if one in preferred), best[0]) if best else None


def _likeness(name: str, known: str) -> float:
    return difflib.SequenceMatcher(None, known, name).ratio()


def find_meant(reference: str, known: Collection[str]) -> tuple[str, str] | None:
    """The known name that a misspelt reference most likely begins with, and all of what was meant.

    What follows its point stays, and is not compared: it would hide the likeness of a short name.
    """
    head, point, rest = reference.partition(".")
    near = find_nearest(head, known) or find_nearest(reference, known)
    return (near, f"{near}{point}{rest}") if near is not None else None


def offer(nearest: str | None, marks: str = "“”") -> dict[str, str]:
    """The details `nearest_zh` and `nearest_en` of a diagnostic; empty where nothing is offered."""
    if nearest is None:
        return {"nearest_zh": "", "nearest_en": ""}
    quoted = f"{marks[0]}{nearest}{marks[1]}"
    return {"nearest_zh": f"，是不是{quoted}", "nearest_en": f"; did you mean {quoted}"}
