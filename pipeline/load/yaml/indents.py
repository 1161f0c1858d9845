"""A row that does not stand where its neighbours let it: found by the indents above it."""

import re
from collections.abc import Iterator

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml.nodes import Source
from pipeline.load.yaml.rows import Row
from pipeline.load.yaml.typos import is_ruled

_DASHES = re.compile(r"[ ]*(?:-[ ]+)+")
_KEY = re.compile(r"[ ]*(?P<key>[^\s:：\"'\[\]{}]+):(?=[ ]|$)")
_TEXT = re.compile(r"[ ]*(?![\s\-\[{\"'])")


def explain_indent(
    source: Source, rows: tuple[Row, ...], problem: int, context: int | None
) -> Iterator[Diagnostic]:
    """Why the row of the problem, or that of the token begun above it, cannot stand there."""
    for index in (context, problem):
        if index is None or index >= len(source.text):
            continue
        row = rows[source.location(index).line - 1]
        if diagnostic := _explain_row(source, rows, row, index - row.start):
            yield diagnostic
            return


def _explain_row(source: Source, rows: tuple[Row, ...], row: Row, column: int) -> Diagnostic | None:
    if is_ruled(row):
        return diagnose("ruled-line", row.place(source, row.indent, len(row.text.strip())))
    match = _KEY.match(row.text)
    if column > row.indent and not (match and column < match.end()):
        is_text = match is None and _TEXT.match(row.text)
        return diagnose("line-without-key", row.place(source, row.indent)) if is_text else None
    is_known = match is not None and match["key"] in source.names.keys
    if match and not is_known and not row.is_figure and row.indent > 0:
        return diagnose("colon-in-value", row.place(source, match.end() - 1))
    return _explain_structure(source, rows, row, match["key"] if match else None)


def _explain_structure(
    source: Source, rows: tuple[Row, ...], row: Row, key: str | None
) -> Diagnostic | None:
    above = next((other for other in reversed(rows[: row.number - 1]) if other.has_content), None)
    if key and above and above.indent == row.indent and _is_plain_text(above):
        return diagnose("line-without-key", above.place(source, above.indent))
    columns = _columns_above(rows, row.number)
    opens = above is not None and above.text.rstrip().endswith(":") and row.indent > above.indent
    is_below_item = key and above and _DASHES.fullmatch(above.text[: row.indent])
    if above and not opens and not is_below_item and row.indent not in columns:
        return diagnose_indent(source, row, columns)
    place = row.place(source, row.indent)
    if key and above and row.indent > 0:
        return diagnose("key-below-text", place, key=key)
    if row.text.lstrip(" ").startswith("- "):
        return diagnose_indent(source, row, columns)
    return None if key else diagnose("line-without-key", place)


def _is_plain_text(row: Row) -> bool:
    return _TEXT.match(row.text) is not None and _KEY.match(row.text) is None


def find_item_astray(source: Source, rows: tuple[Row, ...], row: Row) -> Diagnostic | None:
    """A row that has its dash and blank and is still read as the end of the text above it."""
    if not row.text.lstrip(" ").startswith("- "):
        return None
    return diagnose_indent(source, row, _columns_above(rows, row.number))


def diagnose_indent(source: Source, row: Row, columns: frozenset[int]) -> Diagnostic:
    allowed = " / ".join(str(column) for column in sorted(columns - {row.indent}))
    place = row.place(source, 0, max(1, row.indent))
    return diagnose("indent-mismatch", place, found=row.indent, allowed=allowed)


def _columns_above(rows: tuple[Row, ...], number: int) -> frozenset[int]:
    """The indents that the rows above leave open for the row `number`."""
    columns: set[int] = set()
    limit: int | None = None
    for row in reversed(rows[: number - 1]):
        if not row.has_content or (limit is not None and row.indent >= limit):
            continue
        columns.add(row.indent)
        match = _DASHES.match(row.text)
        if match and _KEY.match(row.text, match.end()):
            columns.add(match.end())
        limit = row.indent
        if limit == 0:
            break
    return frozenset(columns)
