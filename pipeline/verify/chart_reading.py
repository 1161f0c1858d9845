"""The charts of a .docx that we made: what each shows, and the words that a program draws in it."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from lxml import etree

from pipeline.figures.facts.shares import write_share
from pipeline.template.ooxml import EMU_PER_PT, TAG, parse_part, words_of
from pipeline.typography.typeset import without_blanks

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BODY = "word/document.xml"


@dataclass(frozen=True, slots=True)
class SeriesReading:
    """A series of a chart: its name and its numbers, as the chart keeps them of its workbook."""

    name: str
    values: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class ChartReading:
    """A chart and the caption below it.

    `words` is what a screen reader says. `drawn` is what a program that shows the chart writes in
    it, piece by piece, without blanks; `has_axis` says that it adds the numbers of an axis.
    """

    words: str
    caption: str
    height_pt: float
    categories: tuple[str, ...]
    series: tuple[SeriesReading, ...]
    drawn: tuple[str, ...]
    has_axis: bool


def read_charts(parts: Mapping[str, bytes]) -> tuple[ChartReading, ...]:
    """The charts of a .docx in the order of its body."""
    body = parse_part(parts[_BODY])
    paragraphs = list(body.iter(f"{TAG}p"))
    return tuple(
        _read_chart(inline, without_blanks(words_of(below)), parts)
        for paragraph, below in pairwise(paragraphs)
        for inline in paragraph.iter(f"{_WP}inline")
        if next(inline.iter(f"{_C}chart"), None) is not None
    )


def _read_chart(inline: etree._Element, caption: str, parts: Mapping[str, bytes]) -> ChartReading:
    reference = next(inline.iter(f"{_C}chart"))
    chart = parse_part(parts[_target(_BODY, str(reference.get(_R_ID)), parts)])
    properties, extent = inline.find(f"{_WP}docPr"), inline.find(f"{_WP}extent")
    assert properties is not None
    assert extent is not None
    nodes = list(chart.iter(f"{_C}ser"))
    series = tuple(SeriesReading(_name(node), tuple(_numbers(node))) for node in nodes)
    categories = tuple(_texts(nodes[0], "cat")) if nodes else ()
    deleted = chart.find(f".//{_C}valAx/{_C}delete")
    return ChartReading(
        words=str(properties.get("descr")),
        caption=caption,
        height_pt=int(str(extent.get("cy"))) / EMU_PER_PT,
        categories=categories,
        series=series,
        drawn=tuple(_drawn(chart, categories, series)),
        has_axis=deleted is not None and deleted.get("val") == "0",
    )


def _target(part: str, relation: str, parts: Mapping[str, bytes]) -> str:
    """The name of the part that a relationship of another leads to."""
    folder, name = posixpath.split(part)
    relations = parse_part(parts[f"{folder}/_rels/{name}.rels"])
    target = next(str(node.get("Target")) for node in relations if node.get("Id") == relation)
    return posixpath.normpath(posixpath.join(folder, target))


def _name(series: etree._Element) -> str:
    return next(_texts(series, "tx"), "")


def _texts(series: etree._Element, field: str) -> Iterator[str]:
    for node in series.iterfind(f"{_C}{field}//{_C}v"):
        yield (node.text or "").replace("\n", "")


def _numbers(series: etree._Element) -> Iterator[Decimal]:
    for node in series.iterfind(f"{_C}val//{_C}v"):
        yield Decimal(node.text or "")


def _drawn(
    chart: etree._Element, categories: tuple[str, ...], series: tuple[SeriesReading, ...]
) -> Iterator[str]:
    """Names, numbers at the marks, shares, the series of a legend."""
    yield from map(without_blanks, categories)
    if chart.find(f".//{_C}legend") is not None:
        yield from (without_blanks(own.name) for own in series)
    if _is_on(chart, "showVal"):
        form = chart.find(f".//{_C}formatCode")
        _, _, places = ("" if form is None else form.text or "").partition(".")
        yield from (f"{value:.{len(places)}f}" for own in series for value in own.values)
    if _is_on(chart, "showPercent"):
        for own in series:
            whole = sum(own.values, Decimal(0))
            yield from (write_share(value, whole, 1) for value in own.values)


def _is_on(chart: etree._Element, flag: str) -> bool:
    return any(node.get("val") == "1" for node in chart.iter(f"{_C}{flag}"))
