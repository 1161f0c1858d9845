"""Annexes (附件) and the pictures in them."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from pipeline.chinese.numerals import ONES
from pipeline.model.report.chart import Charts
from pipeline.model.report.fields import (
    END_MARK,
    TYPED_NUMBER,
    Choice,
    FileName,
    Input,
    Name,
    Prose,
    Texts,
    without,
)
from pipeline.model.report.rollup import RollUpTable
from pipeline.model.report.table import TableInput
from pipeline.model.report.traits import Holds, Trait

TableOrRollUp = Annotated[
    TableInput,
    BeforeValidator(lambda value: value, json_schema_input_type=TableInput | RollUpTable),
    Holds.GROUP,
]
"""A table; where a roll-up makes it, the plan says which in its place."""


class PictureInput(Input):
    """A picture file beside the input, and the caption below it."""

    file: Annotated[FileName, Trait.UNPRINTED, Trait.STARTS_ITEM] = Field(
        alias="文件", description="图片文件，相对于本文件，PNG 或 JPEG"
    )
    caption: Prose = Field(alias="说明", description="图片下方的说明文字")


class Annex(Input):
    """One annex (附件): a name, and paragraphs, a table, charts or pictures."""

    name: Annotated[
        Name,
        without("annex-name-end", END_MARK),
        without("typed-number", rf"^附件[0-9{ONES}十]*[：:]?|{TYPED_NUMBER}"),
        Trait.STARTS_ITEM,
    ] = Field(alias="名称", description="附件名称，末尾不加标点")
    paragraphs: Annotated[Texts, Holds.PROSE] = Field((), alias="段落", description="文字内容")
    table: TableOrRollUp | None = Field(None, alias="表格", description="表格")
    charts: Charts = Field((), alias="图表", description="图表，排在表格后面")
    pictures: Annotated[tuple[PictureInput, ...], Holds.GROUP] = Field(
        (), alias="图片", description="图片"
    )
    ledger: Annotated[Choice, Trait.UNPRINTED] = Field(
        "no", alias="核对表", description="是：列出全部数据的依据和出现位置"
    )

    @property
    def has_ledger(self) -> bool:
        return self.ledger == "yes"
