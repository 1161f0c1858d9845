"""Sub-sections, and what the parts of a report hold."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field, Tag

from pipeline.model.report.chart import ChartInput, Charts
from pipeline.model.report.fields import Heading, Input, Point, Prose, one_or_many
from pipeline.model.report.traits import Holds, Trait


class Section(Input):
    """A sub-section: a heading, then paragraphs or deeper sub-sections, its points, its charts."""

    heading: Annotated[Heading, Trait.STARTS_ITEM] = Field(
        alias="小标题", description="小标题，不写序号"
    )
    paragraphs: "Items" = Field((), alias="段落", description="段落、图表，或更深一级的小标题")
    points: Annotated[tuple[Point, ...], Holds.PROSE] = Field(
        (), alias="分述", description="自动编成“一是……；二是……。”"
    )
    charts: Charts = Field((), alias="图表", description="排在段落和分述后面的图表")


class ChartItem(Input):
    """Charts that stand between two paragraphs."""

    charts: Annotated[Charts, Field(min_length=1), Trait.STARTS_ITEM] = Field(
        alias="图表", description="图表"
    )


class PointsItem(Input):
    """Points (一是……；二是……。) that go on from the paragraph before them, without a heading."""

    points: Annotated[tuple[Point, ...], Field(min_length=1), Holds.PROSE, Trait.STARTS_ITEM] = (
        Field(alias="分述", description="自动编成“一是……；二是……。”")
    )


_ALONE = {
    "图表": "charts-only",
    "charts": "charts-only",
    "分述": "points-only",
    "points": "points-only",
}


def _kind_of_item(value: object) -> str:
    if isinstance(value, str):
        return "text"
    if isinstance(value, ChartItem):
        return "charts-only"
    if isinstance(value, PointsItem):
        return "points-only"
    if isinstance(value, dict) and len(value) == 1:
        return _ALONE.get(next(iter(value)), "mapping")
    return "mapping"


Item = Annotated[
    Annotated[Prose, Tag("text")]
    | Annotated[Section, Tag("mapping")]
    | Annotated[ChartItem, Tag("charts-only")]
    | Annotated[PointsItem, Tag("points-only")],
    Discriminator(_kind_of_item),
]
Items = Annotated[
    tuple[Item, ...],
    BeforeValidator(one_or_many, json_schema_input_type=tuple[Item, ...] | Prose),
    Holds.PROSE,
]
Content = Annotated[Items, Field(min_length=1)]


class OwnPart(Input):
    """A part whose heading is its author's own."""

    heading: Annotated[Heading, Trait.STARTS_ITEM] = Field(
        alias="标题", description="这一部分的标题，不写序号"
    )
    content: Content = Field(alias="内容", description="这一部分的段落、小标题、图表")


def charts_of(
    items: tuple[Item, ...], path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], ChartInput]]:
    """Every chart below some items in their order, with the way to it."""
    for index, item in enumerate(items):
        if isinstance(item, str | PointsItem):
            continue
        here = (*path, index)
        if isinstance(item, Section):
            yield from charts_of(item.paragraphs, (*here, "段落"))
        for number, chart in enumerate(item.charts):
            yield (*here, "图表", number), chart
