"""One figure (数据), in its long and its short form."""

import re
from typing import Annotated

from pydantic import BeforeValidator, Field

from pipeline.model.report.fields import Decimals, Input, SourceName, Text, UnitName, strip_keys
from pipeline.model.report.traits import Holds


class Figure(Input):
    """One figure (数据): what it comes to, what proves it, and what it is made of.

    Its value is typed (数值), read from a cell (来源) or worked out (公式); `figures.facts.settle`
    holds those that are given against each other.
    """

    value: Annotated[Text, Holds.VALUE] | None = Field(
        None, alias="数值", description="如 37；有来源或公式时可以不写"
    )
    unit: UnitName = Field("", alias="单位", description="计量单位，如 条")
    evidence: Annotated[str, Holds.EVIDENCE] = Field(
        "", alias="依据", description="出自哪份台账、记录"
    )
    parts: Annotated[dict[str, Text], BeforeValidator(strip_keys), Holds.VALUE] = Field(
        {}, alias="分项", description="分项名称: 数值，各项之和要等于数值；用【名称.分项名称】引用"
    )
    source: SourceName | None = Field(
        None, alias="来源", description="读取数值的单元格，如 媒体统计.xlsx#Sheet1!C12"
    )
    previous: Annotated[Text, Holds.PREVIOUS] | None = Field(
        None, alias="上期", description="上期数值，用来算【名称.同比】【名称.增减】"
    )
    formula: Annotated[Text, Holds.FIGURE_NAMES] | None = Field(
        None, alias="公式", description="由其他数据算出，如 采纳建议 / 合理化建议"
    )
    share_of: Annotated[Text, Holds.FIGURE_NAMES] | None = Field(
        None, alias="总体", description="算【名称.占比】时作分母的数据的名称"
    )
    decimals: Decimals | None = Field(None, alias="小数位", description="算出的数保留几位小数")


def read_figure(value: object) -> object:
    """`32次` is short for value 32 and unit 次."""
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"([0-9][0-9,.]*[万亿]?)(.*)", value.strip())
    return {"数值": match[1], "单位": match[2]} if match else {"数值": value}


FigureInput = Annotated[Figure, BeforeValidator(read_figure, json_schema_input_type=Figure | str)]
