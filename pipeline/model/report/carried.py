"""What a report was carried from (沿用): the file of last time, its year, its unit."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from pipeline.model.report.fields import Fixed, Input, Party, Texts, whole
from pipeline.model.report.traits import Holds

Year = Annotated[int, whole("bad-year", r"(?:19|20)[0-9]{2}")]
Ordinal = Annotated[
    int,
    # It may still be 【待确认：6】.
    BeforeValidator(lambda value: value, json_schema_input_type=int | str),
    whole("bad-ordinal", r"[1-9][0-9]{0,2}"),
    Holds.ORDINAL,
]


class Carried(Input):
    """The report that this one was carried from, so that what was left of it is found."""

    origin: Fixed = Field(alias="来自", description="沿用的文件，如 2025-读书月.yaml")
    year: Annotated[Year, Holds.FIXED] = Field(alias="年份", description="上次的年份，如 2025")
    this_year: Annotated[Year, Holds.FIXED] = Field(alias="今年", description="这次的年份，如 2026")
    organisation: Party | None = Field(None, alias="单位", description="上次的单位")
    ordinal: Ordinal | None = Field(None, alias="届次", description="上次是第几届，如 5")
    kept: Annotated[Texts, Holds.FIXED] = Field(
        (), alias="保留", description="文中确实要提到的旧年份、旧届次、旧单位"
    )
