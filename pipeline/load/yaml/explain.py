"""What a parser's refusal means, found by the look of the source around it.

The parser's words are never searched: they name what it missed, not what the author did.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml.brackets import explain_brackets, find_open_bracket
from pipeline.load.yaml.indents import explain_indent
from pipeline.load.yaml.nodes import Scalar, Source
from pipeline.load.yaml.rows import Row, read_rows
from pipeline.load.yaml.typos import find_lookalikes, find_row_typos, find_tab, sweep_rows

_SURROGATE_ESCAPE = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2}|[dD][c-fC-F][0-9a-fA-F]{2})")
_VALUE = re.compile(r"[ ]*(?:-[ ]+)*(?:[^\s:#\"'\[\]{}｛］]+:[ ]+)?")
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]{0,2}[ \t]*(?:#.*)?$")
_ROW_OF_STRUCTURE = re.compile(r"\n[ ]*(?:-[ ]|[^\s:：\"']{1,24}:(?:[ ]|$))", re.MULTILINE)
_SPECIAL_STARTS = "@`%|>!&*?"
_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")
_RIGHT_KEY = re.compile(r"[ ]*(?:-[ ]+)*[^\s:：\"'，。]+:(?:[ ]|$)")


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where the parser stopped: offsets of the problem and of what it had begun to read.

    `last` is the last text that was read whole, `opening` the innermost bracket still open,
    `collections` the offsets of the block collections still open.
    """

    problem: int
    context: int | None
    words: str
    last: Scalar | None
    opening: int | None
    collections: frozenset[int]


def explain(source: Source, trouble: Trouble) -> tuple[Diagnostic, ...]:
    """The typos that the source shows, or the parser's own words where it shows none."""
    rows = read_rows(source)
    row = rows[source.location(trouble.problem).line - 1]
    for found in (
        _explain_quote(source, trouble),
        _explain_special_start(source, trouble, row),
        _explain_brackets(source, trouble, rows, row),
        _explain_rows(source, trouble, rows),
        _explain_value(source, trouble, row),
        explain_indent(source, rows, trouble.problem, _own_context(trouble)),
    ):
        if diagnostics := tuple(found):
            return diagnostics
    place = source.location(trouble.problem)
    return (diagnose("yaml-syntax", place, problem=trouble.words),)


def _own_context(trouble: Trouble) -> int | None:
    """The start of the token that was being read, not that of a collection around the problem."""
    return trouble.context if trouble.context not in trouble.collections else None


def _value_start(row: Row) -> int:
    match = _VALUE.match(row.text)
    return match.end() if match else 0


def _value_of(row: Row) -> str:
    return row.text[_value_start(row) :]


def _explain_quote(source: Source, trouble: Trouble) -> Iterator[Diagnostic]:
    text, last, opening = source.text, trouble.last, _own_context(trouble)
    if opening is not None and text[opening : opening + 1] in ("'", '"'):
        yield from _explain_open_quote(source, opening, trouble.problem)
    elif last is not None and text[last.start : last.start + 1] in ("'", '"'):
        is_next = not text[last.end : trouble.problem].strip(" ") and last.end > last.start
        if not is_next or text[trouble.problem : trouble.problem + 1] in ("", "\n", "\r", ":"):
            return
        mark = text[last.start]
        if _ROW_OF_STRUCTURE.search(text, last.start, last.end):
            yield diagnose("quote-not-closed", source.location(last.start), mark=mark)
        else:
            yield diagnose("text-after-quote", source.location(last.end), mark=mark)


def _explain_open_quote(source: Source, opening: int, problem: int) -> Iterator[Diagnostic]:
    text, mark = source.text, source.text[opening]
    if match := _SURROGATE_ESCAPE.search(text, opening, problem + len(r"\ud83d")):
        place = source.location(match.start(), len(match[0]))
        yield diagnose("surrogate", place, codepoint=f"U+{match[1].upper()}")
    elif text[problem : problem + 1] == "\\":
        place = source.location(problem, 2)
        yield diagnose("backslash-in-quotes", place, found=text[problem : problem + 2])
    elif mark not in text[opening + 1 : problem]:
        yield diagnose("quote-not-closed", source.location(opening), mark=mark)


def _explain_special_start(source: Source, trouble: Trouble, row: Row) -> Iterator[Diagnostic]:
    for index in (_own_context(trouble), trouble.problem):
        if index is None or source.text[index : index + 1] not in tuple(_SPECIAL_STARTS):
            continue
        if not _BLOCK_HEADER.match(source.text[index:].split("\n", 1)[0]):
            found = source.text[index]
            yield diagnose("special-start", source.location(index), found=found)
            return
    column = trouble.problem - row.start
    match = _DASHES.match(row.text)
    is_start = column in (match.end() if match else 0, _value_start(row))
    if is_start and trouble.opening is None and row.text[column : column + 1] in tuple("]},"):
        place = source.location(trouble.problem)
        yield diagnose("special-start", place, found=row.text[column])
        return
    yield from _explain_closed_bracket(source, row, column)


def _explain_closed_bracket(source: Source, row: Row, column: int) -> Iterator[Diagnostic]:
    """Text behind a bracket that opened the value: `[2026]12号`."""
    start = _value_start(row)
    value = row.text[start:column].rstrip(" ")
    if value[:1] not in ("[", "{") or value[-1:] not in ("]", "}"):
        return
    if any(mark in value for mark in (",", ": ")):
        mark = value[-1]
        place = row.place(source, column)
        yield diagnose("text-after-bracket", place, mark=mark)
    else:
        yield diagnose("special-start", row.place(source, start), found=value[0])


def _explain_brackets(
    source: Source, trouble: Trouble, rows: tuple[Row, ...], row: Row
) -> Iterator[Diagnostic]:
    context = _own_context(trouble)
    opening = trouble.opening
    if context is not None and source.text[context : context + 1] in ("[", "{"):
        opening = context
    elif opening is None and _value_of(row)[:1] in ("[", "{"):
        opening = find_open_bracket(row, trouble.problem - row.start)
    if opening is not None:
        yield from explain_brackets(source, rows, opening, trouble.problem)


def _explain_rows(source: Source, trouble: Trouble, rows: tuple[Row, ...]) -> Iterator[Diagnostic]:
    """The typos of the rows that the refused place continues, and all of their kind elsewhere."""
    near = tuple(_rows_near(source, trouble, rows))
    typos = [typo for row in near if (typo := find_tab(source, row))]
    typos = typos or [typo for row in near for typo in find_row_typos(source, row)]
    if typos:
        codes = frozenset(typo.code for typo in typos)
        yield from typos
        yield from sweep_rows(source, rows, codes)


def _rows_near(source: Source, trouble: Trouble, rows: tuple[Row, ...]) -> Iterator[Row]:
    """The row of the problem, the rows above that it continues, and that of the open token."""
    last = source.location(trouble.problem).line
    context = _own_context(trouble)
    first = source.location(context).line if context is not None else last
    for row in reversed(rows[:last]):
        if not row.has_content:
            continue
        yield row
        if row.number < first or (row.number < last and _RIGHT_KEY.match(row.text)):
            return


def _explain_value(source: Source, trouble: Trouble, row: Row) -> Iterator[Diagnostic]:
    """A mark within the value of a row that makes it more than a value."""
    start = _value_start(row)
    column = trouble.problem - row.start
    if lookalikes := tuple(find_lookalikes(source, row, start)):
        yield from lookalikes
    elif column >= start and row.text[column : column + 1] == ":" and ":" in row.text[:start]:
        yield diagnose("colon-in-value", row.place(source, column))
    elif row.text[column : column + 2] == "- " and row.text[:column].strip(" -"):
        key = row.text[:column].strip(" -").rstrip(": ")
        yield diagnose("item-on-key-line", row.place(source, column), key=key)
