"""The activity (活动) that a report sums up."""

from pydantic import Field

from pipeline.report.fields import Date, Input, Text


class Activity(Input):
    """The activity that the report sums up."""

    name: Text = Field(alias="名称", description="活动名称")
    start: Date | None = Field(None, alias="开始", description="开始日期")
    end: Date | None = Field(None, alias="结束", description="结束日期")


def read_activity(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value
