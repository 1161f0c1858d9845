"""Texts that YAML read otherwise than they were meant: found by the rows they were read from."""

import difflib
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml.indents import find_item_astray
from pipeline.load.yaml.nodes import Entry, Mapping, Scalar, Source
from pipeline.load.yaml.rows import Row
from pipeline.load.yaml.typos import (
    begins_with_dash,
    diagnose_colon,
    find_colon_typos,
    find_dash_typo,
    find_lookalikes,
    find_wide_blank,
    strip_dash,
)

_COMMENT_IN_TEXT = re.compile(r"[ \t]+#(?=[^\s#=*\-])")
_COMMENT_BEHIND = re.compile(r"[ \t]+#(?=[ \t]+(?P<lost>[^\r\n]+))")
_RUNS_ON = re.compile("[，；：].*[^。！？；…”）]$", re.DOTALL)
_NOTE = re.compile("待|注[：:]|备注|说明|[询请]?问|见|改|这|此|来源|出处|依据|原|数据|领导|核")
"""How a remark for oneself begins."""

_WIDE_HASH = re.compile(r"\s＃")
_SWALLOWED_COLON = re.compile(r"(?P<key>[^\s:：]+?)[ ]*(?P<colon>：|:)(?P<value>.*)", re.DOTALL)
_FOLD = re.compile(r"(?<=[^\x00-\u02ff]) (?=[^\x00-\u02ff])")


def join_folded_lines(text: str) -> str:
    """YAML joins folded lines by a blank, which Chinese text does not want between two 汉字."""
    return _FOLD.sub("", text)


def rows_of(rows: Sequence[Row], source: Source, scalar: Scalar) -> Sequence[Row]:
    """The rows that a text was read from."""
    first = source.location(scalar.start).line
    last = source.location(max(scalar.start, scalar.end - 1)).line
    return rows[first - 1 : last]


def find_plain_typos(source: Source, rows: tuple[Row, ...], scalar: Scalar) -> Iterator[Diagnostic]:
    """The typos of a plain block text, each in the row that it stands in."""
    own = rows_of(rows, source, scalar)
    start = scalar.start - own[0].start
    begins_row = not own[0].text[:start].strip(" ")
    # A key with a typo hides the rows below it in the text above; those are right as they stand.
    if keys := [typo for row in own[1:] for typo in find_colon_typos(source, row, is_in_text=True)]:
        yield from keys
        return
    for row in own if begins_row else own[1:]:
        typo = find_dash_typo(source, row) or find_item_astray(source, rows, row)
        if typo is None and row.start <= scalar.start:
            typo = find_wide_blank(source, row)
        if typo is not None:
            yield typo
    if not begins_row:
        yield from find_value_typos(source, own[0], start)
    if match := _WIDE_HASH.search(source.text, scalar.start, scalar.end):
        yield diagnose("fullwidth-mark", source.location(match.end() - 1), found="＃", wanted="#")


def drop_comment(scalar: Scalar) -> Scalar:
    """A text without the comment that a full-width ＃ was meant to begin."""
    match = _WIDE_HASH.search(scalar.text)
    return replace(scalar, text=scalar.text[: match.start()].rstrip()) if match else scalar


def find_value_typos(source: Source, row: Row, start: int) -> Iterator[Diagnostic]:
    """The full-width marks that a value in the middle of its row begins with."""
    if row.text[start : start + 1] == "－":
        yield diagnose("fullwidth-mark", row.place(source, start), found="－", wanted="-")
    elif row.text[start - 1 : start] == "-" or row.text[start : start + 2] in ("-\u3000", "-\xa0"):
        yield from filter(None, [find_wide_blank(source, row)])
    yield from find_lookalikes(source, row, start)


def find_comment(source: Source, scalar: Scalar) -> Iterator[Diagnostic]:
    """A `#` behind a plain text that hides the rest of the line, though that goes on with it.

    It does where no blank sets the `#` off, or where a sentence breaks off before it and what is
    hidden has the marks of a sentence too.
    """
    if not scalar.is_plain or scalar.end == scalar.start:
        return
    match = _COMMENT_IN_TEXT.match(source.text, scalar.end) or _goes_on(source, scalar)
    if match:
        lost = source.text[match.end() - 1 :].split("\n", 1)[0].strip()
        place = source.location(match.end() - 1, len(lost))
        yield diagnose("comment-in-text", place, found=lost)


def _goes_on(source: Source, scalar: Scalar) -> re.Match[str] | None:
    match = _COMMENT_BEHIND.match(source.text, scalar.end)
    if match is None or _RUNS_ON.search(scalar.text) is None or _NOTE.match(match["lost"]):
        return None
    return match if re.search("[，。；]", match["lost"]) else None


def split_items(source: Source, rows: tuple[Row, ...], scalar: Scalar) -> tuple[Scalar, ...]:
    """The items that a text was meant as, so that what they hold is still checked."""
    items: list[Scalar] = []
    for row in rows_of(rows, source, scalar):
        start = max(row.start, scalar.start)
        end = min(row.start + len(row.text), scalar.end)
        typed = source.text[start:end]
        is_item = begins_with_dash(typed)
        if is_item or not items:
            items.append(Scalar(strip_dash(typed) if is_item else typed.strip(), start, end))
        else:
            text = join_folded_lines(f"{items[-1].text} {typed.strip()}")
            items[-1] = Scalar(text, items[-1].start, end)
    return tuple(items)


def fix_entry(source: Source, entry: Entry) -> tuple[Entry, Diagnostic | None]:
    """An entry within braces whose colon YAML took for a part of its key, and the typo."""
    key, value = entry.key, entry.value
    match = _SWALLOWED_COLON.fullmatch(key.text)
    is_empty = isinstance(value, Scalar) and value.is_plain and not value.text
    if not (match and is_empty and key.is_plain):
        return entry, None
    text = match["value"].strip()
    middle = key.start + match.end("colon")
    place = source.location(key.start + match.start("colon"))
    fixed = Entry(
        Scalar(match["key"], key.start, middle - 1), Scalar(text, key.end - len(text), key.end)
    )
    if match["colon"] == "：":
        return fixed, diagnose_colon(place, match["key"])
    if match["value"][:1].isspace():
        blank = Row(place.line, source.lines()[place.line - 1], source.line_start(place.line))
        return fixed, find_wide_blank(source, blank) or diagnose(
            "fullwidth-mark",
            source.location(middle),
            found="全角空格（U+3000）",
            wanted="空格（U+0020）",
        )
    return fixed, diagnose("colon-without-blank", place, key=match["key"])


def find_colon_in_item(source: Source, item: Mapping) -> Diagnostic | None:
    """An item of a list of texts that YAML took for a key: `- 特点有三: 学生讲`."""
    first = item.entries[0].key
    known = source.names
    if any(entry.key.text in known.keys for entry in item.entries) or not first.is_plain:
        return None
    if difflib.get_close_matches(first.text, known.of_sections, n=1):
        return None
    return diagnose("colon-in-value", source.location(first.end))
