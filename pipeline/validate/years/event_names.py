"""What an activity is called, with its theme in quotes or without, and where a text names it."""

import re
from collections.abc import Iterable, Iterator

_OPENING, _CLOSING = "“‘《", "”’》"
_THEME = re.compile(rf"[{_OPENING}][^{_OPENING}{_CLOSING}]{{1,20}}[{_CLOSING}]")
_MARKS = re.compile(f"[{_OPENING}{_CLOSING}]")
_ABOUT = re.compile(
    r"(?:系列)?(?:主题)?(?:活动)?(?:开展情况|情况|工作)?的?(?:总结|汇报|报告|小结)?$"
)
_LEAST_NAME = 3


def names_of_event(text: str) -> Iterator[str]:
    """The names of what a text calls it, without marks and 活动总结, the fullest first."""
    for words in (text, _THEME.sub("", text, count=1) if _THEME.match(text) else text):
        name = _ABOUT.sub("", _MARKS.sub("", words))
        if len(name) >= _LEAST_NAME:
            yield name


def end_of_name(text: str, start: int, names: Iterable[str]) -> int | None:
    """Where one of the names ends that begins at a place, its marks and its theme let pass."""
    theme = _THEME.match(text, start)
    for begin in dict.fromkeys((start, theme.end() if theme else start)):
        for name in names:
            if match := re.compile(f"[{_OPENING}]?{_letters(name)}").match(text, begin):
                return match.end()
    return None


def find_names(text: str, start: int, end: int, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The spans of the names in a stretch of a text, each with a theme before it."""
    words = "|".join(map(_letters, names))
    if words:
        for match in re.compile(f"(?:{_THEME.pattern})?[{_OPENING}]?(?:{words})").finditer(
            text, start, end
        ):
            yield match.span()


def _letters(name: str) -> str:
    """What finds a name with or without marks amid it."""
    return f"[{_OPENING}{_CLOSING}]*".join(map(re.escape, name))
