"""Values <-> what one cell holds: a text, or a line for each of several."""

import re
from datetime import date

from pipeline.chinese.dates import read_date
from pipeline.load.yaml_text import Tree
from pipeline.tasks.form.boxes import BoxKind

_COLON = re.compile("[：:]")
_FIRST_YEAR = 1901
"""Excel counts days from 1900, and takes that for a leap year."""


def pack(value: Tree, kind: BoxKind) -> str | date | None:
    """What the cell shows, or None where it could not be read back as it was."""
    match kind, value:
        case BoxKind.DATE, str():
            day = read_date(value)
            is_known = isinstance(day, date) and day.year >= _FIRST_YEAR
            return day if is_known else value
        case BoxKind.TEXT, str():
            return value
        case BoxKind.TEXTS, str():
            return value if _is_line(value) else None
        case BoxKind.TEXTS, list() | tuple():
            items = [item for item in value if isinstance(item, str) and _is_line(item)]
            return "\n".join(items) if value and len(items) == len(value) else None
        case BoxKind.PAIRS, dict():
            return _pack_pairs(value)
        case _:
            return None


def _is_line(text: str) -> bool:
    return bool(text.strip()) and "\n" not in text


def _pack_pairs(value: dict[str, Tree]) -> str | None:
    lines: list[str] = []
    for name, item in value.items():
        if not (
            isinstance(item, str) and _is_line(name) and _is_line(item) and not _COLON.search(name)
        ):
            return None
        lines.append(f"{name.strip()}：{item.strip()}")
    return "\n".join(lines) or None


def unpack(text: str, kind: BoxKind) -> Tree | None:
    """The value of a cell that is not blank; None where a line of it lacks its colon."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    match kind:
        case BoxKind.TEXT:
            return text
        case BoxKind.DATE:
            day = read_date(text)
            return day.isoformat() if isinstance(day, date) else text
        case BoxKind.TEXTS:
            return lines
        case BoxKind.PAIRS:
            pairs = [_COLON.split(line, maxsplit=1) for line in lines]
            are_whole = all(len(pair) == 2 and pair[0].strip() for pair in pairs)  # noqa: PLR2004
            names = [pair[0].strip() for pair in pairs]
            if not are_whole or len(set(names)) < len(names):
                return None
            return {name: pair[1].strip() for name, pair in zip(names, pairs, strict=True)}
