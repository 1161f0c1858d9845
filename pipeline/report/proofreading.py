"""What the author of a report asks of its proofreading (校对)."""

from typing import Annotated

from pydantic import Field

from pipeline.report.fields import Fixed, Input, Texts
from pipeline.report.traits import Holds


class Proofreading(Input):
    """Rules that are switched off, texts that are right as they stand, a list of words."""

    off: Annotated[Texts, Holds.FIXED] = Field(
        (), alias="关闭", description="不查的规则的编号，如 S11-long"
    )
    allowed: Annotated[Texts, Holds.FIXED] = Field(
        (), alias="放过", description="照原样是对的字词，如人名、旧文件名"
    )
    words: Fixed | None = Field(
        None, alias="用字", description="本单位的用字表，相对于本文件，如 本单位用字表.yaml"
    )
