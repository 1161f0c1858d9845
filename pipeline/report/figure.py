"""One figure (数据), in its long and its short form."""

import re

from pydantic import Field

from pipeline.report.fields import Input, Text


class Figure(Input):
    """One figure (数据): its value, its unit and what proves it."""

    value: Text = Field(alias="数值", description="数值，如 37")
    unit: str = Field("", alias="单位", description="计量单位，如 条")
    evidence: str = Field("", alias="依据", description="出自哪份台账、记录")


def read_figure(value: object) -> object:
    """`32次` is short for value 32 and unit 次."""
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"([0-9][0-9,.]*)(.*)", value.strip())
    return {"value": match[1], "unit": match[2]} if match else {"value": value}
