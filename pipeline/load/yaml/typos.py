"""The usual typos of a Chinese keyboard, found by the look of a row.

A colon is a typo only where a key may stand: behind the name of a field that a mapping there can
have, or at the file's own level. Prose is full of colons, and following a wrong hint would break
the file.
"""

import re
from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.yaml.nodes import Source
from pipeline.load.yaml.rows import Row

_KEY = r"[^\s:：#\"'“”，。；、,\[\]{}［］｛｝]{1,24}"
_COLON = re.compile(rf"[ ]*(?P<dash>-[ ]+)*(?P<key>{_KEY})[ ]*(?P<colon>：|:(?=\S))")
_OWN_KEY = re.compile(rf"[ ]*(?:-[ ]+)*(?P<key>{_KEY})[ ]*[:：]")
_INNER_COLON = re.compile(rf"(?<=[{{,，])[ ]*(?P<key>{_KEY})[ ]*(?P<colon>：|:(?=[^\s,\]}}]))")
_INNER_COMMA = re.compile(rf"，(?=[ ]*(?P<key>{_KEY})[ ]*[:：])")
_LEADING_TAB = re.compile(r"[ ]*(?:-[ ]*)*(?=\t)")
_WIDE_BLANK = re.compile(rf"(?:[ ]*(?:-|-?[ ]+)?|[ ]*(?:-[ ]+)*{_KEY}:)(?P<blank>[\u3000\xa0]+)")
_MARKED = re.compile(r"[ ]*(?P<mark>-(?!-)|－|—(?!—)|–|[•·●])(?P<after>.?)")
_RULED = re.compile(r"[ ]*[-－—=_*]{3,}[ ]*$")
_LONGEST_STRANGE_KEY = 12
_BLANKS = {"\u3000": "全角空格（U+3000）", "\xa0": "不间断空格（U+00A0）"}
LOOKALIKES = {"［": "[", "］": "]", "｛": "{", "｝": "}", "｜": "|", "＂": '"', "＇": "'"}


def find_row_typos(source: Source, row: Row) -> Iterator[Diagnostic]:
    """The typos of a row near the place that YAML refused."""
    if row.text.lstrip(" ").startswith("＃"):
        place = row.place(source, row.indent)
        yield diagnose("fullwidth-mark", place, found="＃", wanted="#")
    elif typo := find_wide_blank(source, row) or find_dash_typo(source, row):
        yield typo
    else:
        yield from find_colon_typos(source, row, is_near=True)


def sweep_rows(
    source: Source, rows: tuple[Row, ...], codes: frozenset[str]
) -> Iterator[Diagnostic]:
    """Every typo of the kinds `codes` anywhere, so that one run shows them all."""
    for row in rows:
        if row.has_content:
            yield from (typo for typo in _find_sure_typos(source, row) if typo.code in codes)


def _find_sure_typos(source: Source, row: Row) -> Iterator[Diagnostic]:
    for typo in (find_tab(source, row), find_wide_blank(source, row), find_dash_typo(source, row)):
        if typo is not None:
            yield typo
    yield from find_colon_typos(source, row)


def find_tab(source: Source, row: Row) -> Diagnostic | None:
    """A tab before the content of a row or behind its dash; YAML indents by blanks only."""
    match = _LEADING_TAB.match(row.text)
    return diagnose("tab-indent", row.place(source, match.end())) if match else None


def find_wide_blank(source: Source, row: Row) -> Diagnostic | None:
    """A blank that is none to YAML: before a key or a dash, or behind one."""
    match = _WIDE_BLANK.match(row.text)
    if match is None or not row.text[match.end() :].strip():
        return None
    blank = match["blank"]
    place = row.place(source, match.start("blank"), len(blank))
    return diagnose("fullwidth-mark", place, found=_BLANKS[blank[0]], wanted="空格（U+0020）")


def find_dash_typo(source: Source, row: Row) -> Diagnostic | None:
    """A row that was meant as an item of a list; `——` is a dash of the text and stays one."""
    match = _MARKED.match(row.text)
    if match is None or is_ruled(row):
        return None
    place = row.place(source, match.start("mark"))
    if match["mark"] != "-":
        return diagnose("fullwidth-mark", place, found=match["mark"], wanted="- ")
    if match["after"] in _BLANKS:
        return find_wide_blank(source, row)
    return diagnose("dash-without-blank", place) if match["after"].strip() else None


def is_ruled(row: Row) -> bool:
    return bool(_RULED.match(row.text))


def strip_dash(text: str) -> str:
    """A row without the mark that made it an item."""
    match = _MARKED.match(text)
    return text[match.end("mark") :].strip() if match else text.strip()


def begins_with_dash(text: str) -> bool:
    return _MARKED.match(text) is not None


def find_colon_typos(
    source: Source, row: Row, *, is_near: bool = False, is_in_text: bool = False
) -> Iterator[Diagnostic]:
    """Keys whose colon is full-width or lacks its blank; `is_near` trusts the file's level.

    A row that `is_in_text` was read as a part of one, and may be one indeed.
    """
    match = _COLON.match(row.text)
    if match and _is_key(source, row, match, is_near=is_near):
        yield _colon_typo(
            source, row, match, may_be_text=is_in_text and source.names.is_text_item(row.path)
        )
    yield from find_inner_colons(source, row)


def _is_key(source: Source, row: Row, match: re.Match[str], *, is_near: bool) -> bool:
    key = match["key"]
    if match["dash"] and key not in source.names.starting_items:
        return False
    is_at_top = is_near and row.indent == 0 and len(key) <= _LONGEST_STRANGE_KEY
    return is_at_top or source.names.may_stand(key, row.path)


def find_inner_colons(source: Source, row: Row) -> Iterator[Diagnostic]:
    """Colon typos behind the names that may stand within the braces of a row."""
    for match in _INNER_COLON.finditer(row.text):
        if _may_stand_within(source, match["key"], row):
            yield _colon_typo(source, row, match)


def find_inner_commas(source: Source, row: Row) -> Iterator[Diagnostic]:
    """Full-width commas before the names that may stand within the braces of a row."""
    for match in _INNER_COMMA.finditer(row.text):
        if _may_stand_within(source, match["key"], row):
            place = row.place(source, match.start())
            yield diagnose("fullwidth-mark", place, found="，", wanted=",")


def _may_stand_within(source: Source, key: str, row: Row) -> bool:
    """Whether a key may stand in braces that are the value of a row's key, or that it goes on."""
    own = _OWN_KEY.match(row.text)
    under = (*row.path, own["key"]) if own else row.path
    return any(source.names.may_stand(key, path) for path in (under, row.path))


def _colon_typo(
    source: Source, row: Row, match: re.Match[str], *, may_be_text: bool = False
) -> Diagnostic:
    place = row.place(source, match.start("colon"))
    if match["colon"] == "：":
        return diagnose_colon(place, match["key"], may_be_text=may_be_text)
    return diagnose("colon-without-blank", place, key=match["key"])


def diagnose_colon(place: Location, key: str, *, may_be_text: bool = False) -> Diagnostic:
    """A full-width colon behind a key; where a text may stand too, how to say that it is one."""
    otherwise = (
        "（要是正文，就给整段加上半角单引号）",
        " (or single quotes around the whole of it, if it is text)",
    )
    zh, en = otherwise if may_be_text else ("", "")
    return diagnose("fullwidth-colon", place, key=key, otherwise_zh=zh, otherwise_en=en)


def find_lookalikes(source: Source, row: Row, start: int) -> Iterator[Diagnostic]:
    """The full-width brackets, bars and quotes of a value that begins with one at `start`."""
    if row.text[start : start + 1] not in LOOKALIKES:
        return
    for index, char in enumerate(row.text[start:], start=start):
        if char in LOOKALIKES:
            place = row.place(source, index)
            yield diagnose("fullwidth-mark", place, found=char, wanted=LOOKALIKES[char])
