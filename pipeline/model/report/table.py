"""Tables: headers that may be merged, rows of texts."""

from typing import Annotated

from pydantic import Discriminator, Field, Tag

from pipeline.model.report.fields import Input, Name, SourceName, text_or_mapping, whole
from pipeline.model.report.traits import Holds, Trait


class ColumnGroup(Input):
    """A merged header cell that spans the columns named below it."""

    name: Annotated[Name, Trait.STARTS_ITEM] = Field(alias="名称", description="合并表头的名称")
    columns: "Annotated[tuple[ColumnHeader, ...], Field(min_length=1), Holds.HEADERS]" = Field(
        alias="列", description="它下面的各列"
    )


ColumnHeader = Annotated[
    Annotated[Name, Tag("text")] | Annotated[ColumnGroup, Tag("mapping")],
    Discriminator(text_or_mapping),
]


class TableInput(Input):
    """A table: headers (nested where merged), rows of texts, relative widths.

    With a source (来源) headers and rows are read from a file and filled in by `validate`; whoever
    comes later finds them as if they had been typed.
    """

    columns: Annotated[tuple[ColumnHeader, ...], Field(min_length=1), Holds.HEADERS] = Field(
        (), alias="列", description="列名；合并表头写成 {名称: …, 列: […]}"
    )
    rows: Annotated[tuple[tuple[str, ...], ...], Holds.CELLS] = Field(
        (), alias="行", description="每行的各格"
    )
    widths: Annotated[
        tuple[Annotated[float, Field(gt=0, lt=1000, allow_inf_nan=False)], ...],
        Holds.FIXED,
        Trait.UNPRINTED,
    ] = Field((), alias="列宽", description="各列的相对宽度；不写则按内容自动分配")

    source: Annotated[SourceName, Trait.UNPRINTED] | None = Field(
        None,
        alias="来源",
        description="代替列和行：从文件读取，如 媒体统计.xlsx#Sheet1!A1:F9，或 统计.csv",
    )
    header_rows: (
        Annotated[int, whole("header-rows", "[1-5]"), Holds.FIXED, Trait.UNPRINTED] | None
    ) = Field(None, alias="表头行数", description="来源里表头占几行；不写则按合并单元格判断")

    @property
    def leaf_names(self) -> tuple[str, ...]:
        """The names of the columns that hold cells, left to right."""
        return tuple(name for header in self.columns for name in _leaves(header))


def _leaves(header: str | ColumnGroup) -> tuple[str, ...]:
    if isinstance(header, str):
        return (header,)
    return tuple(name for child in header.columns for name in _leaves(child))
