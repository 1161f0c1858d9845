"""A name that is not known -> the known one that was most likely meant, and words to offer it."""

import difflib
from collections.abc import Iterable

_LIKE_ENOUGH = 0.5


def find_nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name most like `name`, or None where none is like it."""
    found = difflib.get_close_matches(name, list(known), n=1, cutoff=_LIKE_ENOUGH)
    return found[0] if found else None


def offer(nearest: str | None, marks: str = "“”") -> dict[str, str]:
    """The details `nearest_zh` and `nearest_en` of a diagnostic; empty where nothing is offered."""
    if nearest is None:
        return {"nearest_zh": "", "nearest_en": ""}
    quoted = f"{marks[0]}{nearest}{marks[1]}"
    return {"nearest_zh": f"，是不是{quoted}", "nearest_en": f"; did you mean {quoted}"}
