"""The roll-up (汇总) of a plan: which units report, how figures combine, what is quoted."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pipeline.model.report.fields import (
    Count,
    Date,
    Decimals,
    Fixed,
    Input,
    Party,
    Text,
    Texts,
    strip_keys,
)
from pipeline.model.report.traits import YES_OR_NO, Forms, Holds, Words

Way = Literal["sum", "mean", "max", "min", "list", "count"]
"""How the values of the units become one: 合计、平均、最大、最小、列举、单位数."""

WAYS = Words(
    {
        "合计": "sum",
        "平均": "mean",
        "最大": "max",
        "最小": "min",
        "列举": "list",
        "单位数": "count",
    }
)

OUTLIER_LIMIT = 3.5
"""The modified z-score from which a value is out of line (Iglewicz and Hoaglin, 1993)."""


def _read_limit(value: object) -> object:
    return None if YES_OR_NO.read(value) == "no" else value


class Unit(Input):
    """A unit that must report, by the name that its own report is signed with."""

    name: Party = Field(alias="名称", description="单位名称，与该单位输入里的“单位”相同")
    short_name: Party | None = Field(None, alias="简称", description="全县报告里怎样称呼它")
    other_names: Annotated[Texts, Holds.PARTY] = Field(
        (), alias="又名", description="也认作这个单位的其他写法"
    )

    @property
    def shown(self) -> str:
        """What the county's report calls it."""
        return self.short_name or self.name

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that a report of it may be signed with, in their order, each once."""
        return tuple(dict.fromkeys((self.name, self.shown, *self.other_names)))


def read_unit(value: object) -> object:
    """A lone text is short for the unit's name."""
    return {"名称": value} if isinstance(value, str) else value


UnitInput = Annotated[Unit, BeforeValidator(read_unit, json_schema_input_type=Unit | str)]


class Period(Input):
    """The days within which the units' activities lie."""

    start: Date = Field(alias="开始", description="开始日期")
    end: Date = Field(alias="结束", description="结束日期")


class Combination(Input):
    """How one figure of the units becomes one of the county."""

    way: Annotated[Way, WAYS, Holds.FIXED] = Field(
        "sum", alias="方式", description="合计、平均、最大、最小、列举 或 单位数"
    )
    taken_from: Annotated[Texts, Holds.FIGURE_NAMES] = Field(
        (), alias="取自", description="各单位用的名称，不写则与这里同名"
    )
    unit: Annotated[Text, Holds.UNIT] | None = Field(
        None, alias="单位", description="计量单位；不写则以多数单位所用的为准"
    )
    decimals: Decimals = Field(1, alias="小数位", description="平均数保留几位小数")


def read_combination(value: object) -> object:
    """`合计` is short for the way alone."""
    return {"方式": value} if isinstance(value, str) else value


CombinationInput = Annotated[
    Combination, BeforeValidator(read_combination, json_schema_input_type=Combination | str)
]


class Excerpt(Input):
    """A passage of a unit's report that the county's quotes."""

    unit: Party = Field(alias="单位", description="摘自哪个单位")
    part: Fixed | None = Field(
        None, alias="部分", description="哪一部分，如 主要做法；写了小标题可以不写"
    )
    heading: Annotated[Text, Holds.FIXED] | None = Field(
        None, alias="小标题", description="哪个小标题下面"
    )
    paragraph: Count | None = Field(None, alias="段", description="第几段；不写则是全部")


class RollUp(Input):
    """The roll-up: where the units' inputs lie, who must report, how figures combine."""

    folders: Annotated[Texts, Field(min_length=1), Holds.PROSE] = Field(
        alias="目录", description="各单位输入所在的文件夹，相对于本文件"
    )
    units: Annotated[tuple[UnitInput, ...], Field(min_length=1), Holds.PARTY] = Field(
        alias="单位", description="应报单位：名称，或 {名称, 简称, 又名}"
    )
    period: Annotated[Period, Holds.GROUP] | None = Field(
        None, alias="期间", description="各单位活动的起止日期"
    )
    deadline: Date | None = Field(None, alias="截止", description="报送截止日期")
    figures: Annotated[
        dict[str, CombinationInput], BeforeValidator(strip_keys), Holds.FIGURE_NAMES
    ] = Field({}, alias="数据", description="每个数据怎样汇总，正文用【汇总.名称】引用")
    excerpts: Annotated[dict[str, Excerpt], BeforeValidator(strip_keys), Holds.GROUP] = Field(
        {}, alias="摘登", description="摘用的段落，正文用【汇总.摘登.名称】引用"
    )
    outlier_limit: Annotated[
        Annotated[float, Field(gt=0, allow_inf_nan=False)] | None,
        BeforeValidator(_read_limit, json_schema_input_type=float | str | None),
        Forms("3.5 / 否", "3.5 / 否 (no)"),
        Holds.FIXED,
    ] = Field(
        OUTLIER_LIMIT, alias="异常", description="修正 z 值超过多少就提示，默认 3.5；否 则不查"
    )


class RollUpTable(Input):
    """What stands for the table of an annex where the roll-up makes it."""

    rollup: Annotated[
        Literal["detail", "ranking", "missing"],
        Words({"明细": "detail", "排名": "ranking", "未报单位": "missing"}),
        Holds.FIXED,
    ] = Field(alias="汇总", description="明细、排名 或 未报单位")
    figures: Annotated[Texts, Holds.FIGURE_NAMES] = Field(
        (), alias="数据", description="用哪些数据，不写则是全部"
    )
    top: Count | None = Field(None, alias="前", description="排名取前几名")
