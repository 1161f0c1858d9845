"""The activity (活动) that a report sums up, and its phases."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from pipeline.model.report.carried import Ordinal, Year
from pipeline.model.report.fields import Date, Input, Name
from pipeline.model.report.traits import Holds


class Phase(Input):
    """One phase (阶段) of the activity."""

    name: Name = Field(alias="名称", description="阶段名称，如 学习动员")
    start: Date = Field(alias="开始", description="开始日期")
    end: Date = Field(alias="结束", description="结束日期")


class Activity(Input):
    """The activity that the report sums up."""

    name: Name = Field(alias="名称", description="活动名称")
    start: Date | None = Field(None, alias="开始", description="开始日期")
    end: Date | None = Field(None, alias="结束", description="结束日期")
    phases: Annotated[tuple[Phase, ...], Holds.GROUP] = Field(
        (), alias="阶段", description="各阶段，按先后写 {名称, 开始, 结束}"
    )
    ordinal: Ordinal | None = Field(None, alias="届次", description="第几届，如 6")
    first_year: Annotated[Year, Holds.FIXED] | None = Field(
        None, alias="首届年份", description="每年一届的活动，首届在哪一年，如 2021"
    )


def read_activity(value: object) -> object:
    """A lone text is short for the activity's name."""
    return {"名称": value} if isinstance(value, str) else value


ActivityInput = Annotated[
    Activity, BeforeValidator(read_activity, json_schema_input_type=Activity | str), Holds.NAME
]
