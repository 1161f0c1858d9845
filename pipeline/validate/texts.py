"""The texts of an input, each resolved once, for every rule that looks at what they say."""

from collections.abc import Iterable, Iterator

from pipeline.figures.facts import Facts, ResolvedText, TextRole, segments_of
from pipeline.load.yaml import Scalar, Source
from pipeline.model.report import ANNEXES, FIGURES, Outline, Report
from pipeline.model.report.traits import Holds
from pipeline.validate.roles import TextPlace, place_finder, report_order
from pipeline.validate.tree import InputTree, Path

_ANYWHERE = TextPlace(TextRole.OTHER)


def resolve_texts(input_: InputTree, outline: Outline, facts: Facts) -> tuple[ResolvedText, ...]:
    """Every text of an input, whose tree still has its marks, in the file's order.

    Of the figures it is what proves them.
    """
    find_place = place_finder(input_, outline)
    return tuple(
        resolve_text(placed.scalar, placed.path, input_.source, facts, find_place(placed.path))
        for placed in input_.texts()
        if placed.path[0] != FIGURES
        or (placed.field is not None and placed.field.holds is Holds.EVIDENCE)
    )


def resolve_text(
    scalar: Scalar, path: Path, source: Source, facts: Facts, place: TextPlace = _ANYWHERE
) -> ResolvedText:
    """One text with its figures filled in, and what is known of its place."""
    segments = segments_of(scalar.text, facts)
    return ResolvedText(path, place.role, place.part, segments, source, scalar)


def resolve_cells(report: Report, input_: InputTree, facts: Facts) -> Iterator[ResolvedText]:
    """The cells of tables that were read from workbooks, each with its place there."""
    for number, annex in enumerate(report.annexes):
        for row, texts in enumerate(annex.table.rows if annex.table else ()):
            for column, text in enumerate(texts):
                path = (ANNEXES, number, _TABLE, "行", row, column)
                if (cell := input_.cells.get(path)) is not None:
                    segments = segments_of(text, facts)
                    source = input_.source
                    yield ResolvedText(path, TextRole.CELL, None, segments, source, None, cell)


def in_report_order(texts: Iterable[ResolvedText], outline: Outline) -> tuple[ResolvedText, ...]:
    """The texts as the report shows them."""
    rank = report_order(outline)
    return tuple(sorted(texts, key=lambda text: rank(text.path)))


_TABLE, CHARTS = "表格", "图表"


def display_of(text: ResolvedText) -> Path | None:
    """The way to the table or chart that a text stands in."""
    path = text.path
    for index in reversed(range(len(path))):
        if path[index] == _TABLE:
            return path[: index + 1]
        if path[index] == CHARTS:
            is_listed = index + 1 < len(path) and isinstance(path[index + 1], int)
            return path[: index + 1 + is_listed]
    return None
