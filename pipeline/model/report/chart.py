"""Charts: figures by name, drawn as columns, as lines or as shares of a whole."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pipeline.model.report.fields import END_MARK, Input, Name, Text, Texts, without
from pipeline.model.report.traits import Holds, Trait, Words

ChartForm = Literal["bar", "line", "share"]


def _one_or_many(value: object) -> object:
    """A lone chart stands for a list of one."""
    return (value,) if isinstance(value, dict) else value


class SeriesInput(Input):
    """One series of a chart: its name in the legend, and a figure for each category."""

    name: Name = Field(alias="名称", description="系列名称，如 2026年")
    figures: Annotated[Texts, Field(min_length=1), Holds.FIGURE_NAMES] = Field(
        alias="数据", description="数据的名称，一个类别一个；不写数字"
    )


class ChartInput(Input):
    """A chart of figures; one series is given under 数据, several under 系列."""

    form: Annotated[
        ChartForm,
        Words({"柱形": "bar", "折线": "line", "占比": "share"}),
        Holds.FIXED,
        Trait.UNPRINTED,
        Trait.STARTS_ITEM,
    ] = Field(alias="类型", description="柱形、折线或占比")
    title: Annotated[Name, without("chart-title-end", END_MARK)] = Field(
        alias="标题", description="图的标题，排在图下；图号、单位和末尾的标点不写"
    )
    figures: Annotated[Texts, Holds.FIGURE_NAMES] = Field(
        (), alias="数据", description="数据的名称，一个一个列出；“名称.分项”是它的全部分项"
    )
    series: Annotated[tuple[SeriesInput, ...], Holds.GROUP] = Field(
        (), alias="系列", description="几组数据并列时代替“数据”"
    )
    categories: Annotated[Texts, Holds.NAME] = Field(
        (), alias="类别", description="各项的名称；不写则用数据的名称"
    )
    unit: Annotated[Text, Holds.UNIT] | None = Field(
        None, alias="单位", description="单位；不写则用数据的单位"
    )


Charts = Annotated[
    tuple[ChartInput, ...],
    BeforeValidator(_one_or_many, json_schema_input_type=tuple[ChartInput, ...] | ChartInput),
    Holds.GROUP,
]
