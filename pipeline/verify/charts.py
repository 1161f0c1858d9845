"""The charts of a made artifact against those of its Document: each is there, with its numbers."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import zip_longest

import pypdfium2

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.inspect.tags import read_figures
from pipeline.load.archive import read_zip
from pipeline.model.document import Chart, Document
from pipeline.verify.chart_reading import read_charts


def check_word_charts(data: bytes, document: Document, place: Location) -> tuple[Diagnostic, ...]:
    """A diagnostic where a .docx lacks a chart, or keeps other numbers for it."""
    return _compare("Word", word_charts(data), document, place)


def check_pdf_charts(data: bytes, document: Document, place: Location) -> tuple[Diagnostic, ...]:
    """A diagnostic where a .pdf lacks the picture of a chart.

    Its words say every number, and are all that is kept of them beside the drawing.
    """
    return _compare("PDF", pdf_charts(data, document), document, place)


def word_charts(data: bytes) -> tuple[str, ...]:
    """What each chart of a .docx shows, by what its part keeps: in the words of `shown`."""
    return tuple(
        _shown(chart.words, chart.categories, [own.values for own in chart.series])
        for chart in read_charts(read_zip(data))
    )


def pdf_charts(data: bytes, document: Document) -> tuple[str, ...]:
    """The same of a .pdf, of whose drawing only the words can be read."""
    by_words = {chart.description: shown(chart) for chart in _charts_of(document)}
    with pypdfium2.PdfDocument(data) as pdf:
        words = [figure.words for page in pdf for figure in read_figures(page)]
    return tuple(by_words[found] for found in words if found in by_words)


def shown(chart: Chart) -> str:
    """What a chart shows: its description, then names and numbers as data."""
    return _shown(chart.description, chart.categories, [own.values for own in chart.series])


def _shown(words: str, names: Sequence[str], rows: Sequence[Sequence[Decimal]]) -> str:
    numbers = "；".join("，".join(f"{value:f}" for value in row) for row in rows)
    return f"{words}[{'，'.join(names)}：{numbers}]"


def _charts_of(document: Document) -> list[Chart]:
    return [block for block in document.blocks if isinstance(block, Chart)]


_SHOWN_CHARS = 30


def _compare(
    artifact: str, found: tuple[str, ...], document: Document, place: Location
) -> tuple[Diagnostic, ...]:
    wanted = tuple(map(shown, _charts_of(document)))
    for one, other in zip_longest(wanted, found, fillvalue=""):
        if one != other:
            words = {"wanted": one[:_SHOWN_CHARS] or "-", "found": other[:_SHOWN_CHARS] or "-"}
            return (diagnose("chart-lost", place, artifact=artifact, **words),)
    return ()
