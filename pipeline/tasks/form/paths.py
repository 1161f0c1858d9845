"""The way to a value <-> words that a cell can hold: `活动.阶段[1].名称`, counted from 1.

`[]` and `{}` behind a path say that there is an empty list or mapping.
"""

import re
from collections.abc import Iterator, Mapping

from pipeline.load.yaml_text import Path, Tree

_BARE = re.compile(r"[^\s.\[\]{}\"](?:[^.\[\]{}\"\n]*[^\s.\[\]{}\"])?")
_STEP = re.compile(
    r'(?P<dot>\.)?(?:"(?P<quoted>(?:[^"]|"")*)"|\[(?P<index>[1-9][0-9]{0,5})\]'
    rf"|(?P<bare>{_BARE.pattern}))"
)
_EMPTY: dict[str, Tree] = {"[]": (), "{}": {}}


def leaves(value: Tree, path: Path = ()) -> Iterator[tuple[Path, Tree]]:
    """Every text below a value with the way to it, and every list or mapping that holds nothing."""
    if isinstance(value, str) or not value:
        yield path, value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from leaves(item, (*path, key))
    else:
        for index, item in enumerate(value):
            yield from leaves(item, (*path, index))


def write_path(path: Path, value: Tree = "") -> str:
    """A path in words; an empty list or mapping is shown by its brackets."""
    words = ""
    for step in path:
        if isinstance(step, int):
            words += f"[{step + 1}]"
        else:
            dot = "." if words else ""
            bare = _BARE.fullmatch(step)
            words += dot + (step if bare else '"' + step.replace('"', '""') + '"')
    return words + ("" if isinstance(value, str) else "{}" if isinstance(value, Mapping) else "[]")


def read_path(words: str) -> tuple[Path, Tree | None] | None:
    """The path that words mean, and what is there where they end in brackets; None if unsound."""
    empty = _EMPTY.get(words[-2:])
    rest = words[:-2] if empty is not None else words
    path: list[str | int] = []
    position = 0
    while position < len(rest):
        match = _STEP.match(rest, position)
        if match is None or bool(match["dot"]) != bool(path and match["index"] is None):
            return None
        if match["index"]:
            path.append(int(match["index"]) - 1)
        else:
            quoted = match["quoted"]
            path.append(match["bare"] if quoted is None else quoted.replace('""', '"'))
        position = match.end()
    return (tuple(path), empty) if path else None
