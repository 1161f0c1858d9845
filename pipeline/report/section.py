"""Sub-sections, and what the parts of a report hold."""

from typing import Annotated

from pydantic import BeforeValidator, Discriminator, Field, Tag

from pipeline.report.fields import Heading, Input, Point, Text, one_or_many, text_or_mapping

PARTS: tuple[tuple[str, str], ...] = (
    ("overview", "基本情况"),
    ("practices", "主要做法"),
    ("features", "突出特点"),
    ("results", "取得成效"),
)
"""The four parts of a summary in their fixed order: field name and heading."""


class Section(Input):
    """A sub-section: a heading, then paragraphs or deeper sub-sections, then its points."""

    heading: Heading = Field(alias="小标题", description="小标题，不写序号")
    paragraphs: "Annotated[tuple[Item, ...], BeforeValidator(one_or_many)]" = Field(
        (), alias="段落", description="段落，或更深一级的小标题"
    )
    points: tuple[Point, ...] = Field((), alias="分述", description="自动编成“一是……；二是……。”")


Item = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Section, Tag("mapping")],
    Discriminator(text_or_mapping),
]
Part = Annotated[tuple[Item, ...], BeforeValidator(one_or_many), Field(min_length=1)]
