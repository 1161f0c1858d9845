"""A name that is not known -> the known one that was most likely meant, and words to offer it."""

import difflib
from collections.abc import Collection, Iterable

_LIKE_ENOUGH = 0.5


def find_nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None where none is like it."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=_LIKE_ENOUGH)
    return found[0] if found else None


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
