"""The usual slips of a Chinese keyboard, told by the look of a line that YAML refused."""

import re
from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.load.nodes import Source

_FULLWIDTH_COLON = re.compile(r"^(\s*(?:-\s+)?)([^\s:：#\"'“”，。；、]{1,12})(：)")
_COLON_WITHOUT_BLANK = re.compile(r"^(\s*(?:-\s+)?)([^\s:：#\"'“”，。；、]{1,12})(:)(?=\S)")
_LEADING_TAB = re.compile(r"^[ ]*\t")
_SURROGATE_ESCAPE = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2}|[dD][c-fC-F][0-9a-fA-F]{2})")
_VALUE = re.compile(r"^\s*(?:-\s+)?(?:[^\s:#\"']+:\s+)?")
_QUOTED_THEN_TEXT = re.compile(r"([\"'])(?:(?!\1).)*\1(?=[^\s,\]}#:])")
_SPECIAL_STARTS = "@`%|>!&*"
_LOOKALIKES = {"，": ",", "｜": "|", "－": "-", "＃": "#", "［": "[", "｛": "{", "＂": '"'}


def find_slips(source: Source, first: int, last: int) -> Iterator[Diagnostic]:
    for number, row in enumerate(source.lines()[first : last + 1], start=first + 1):
        if match := _LEADING_TAB.match(row):
            yield diagnose("tab-indent", source.line_location(number, match.end()))
        elif match := _FULLWIDTH_COLON.match(row):
            place = source.line_location(number, match.start(3) + 1)
            yield diagnose("fullwidth-colon", place, key=match[2])
        elif match := _COLON_WITHOUT_BLANK.match(row):
            place = source.line_location(number, match.start(3) + 1)
            yield diagnose("colon-without-blank", place, key=match[2])
        elif (found := row.lstrip()[:1]) in _LOOKALIKES:
            place = source.line_location(number, row.index(found) + 1)
            yield diagnose("fullwidth-mark", place, found=found, wanted=_LOOKALIKES[found])
        else:
            yield from _find_value_slips(source, number, row)


def _find_value_slips(source: Source, number: int, row: str) -> Iterator[Diagnostic]:
    """Slips in what stands behind the key: a mark that needs quotes, or quotes that end early."""
    start = match.end() if (match := _VALUE.match(row)) else 0
    value = row[start:]
    if match := _SURROGATE_ESCAPE.search(value):
        place = source.line_location(number, start + match.start() + 1, len(match[0]))
        yield diagnose("surrogate", place, codepoint=f"U+{match[1].upper()}")
    elif value[:1] and value[0] in _SPECIAL_STARTS:
        yield diagnose("special-start", source.line_location(number, start + 1), found=value[0])
    elif match := _QUOTED_THEN_TEXT.match(value):
        place = source.line_location(number, start + match.end() + 1)
        yield diagnose("text-after-quote", place, mark=match[1])
    elif value[:1] not in ("'", '"', "[", "{") and ": " in value:
        place = source.line_location(number, start + value.index(": ") + 1)
        yield diagnose("colon-in-value", place)
