"""A whole report as its author declares it."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import BeforeValidator, Field

from pipeline.report.activity import ActivityInput
from pipeline.report.annex import Annex
from pipeline.report.carried import Carried
from pipeline.report.chart import ChartInput
from pipeline.report.fields import (
    DOCUMENT_NUMBER,
    END_MARK,
    Date,
    FileName,
    Fixed,
    Input,
    Name,
    Party,
    Prose,
    Recipients,
    SignaturePlace,
    Text,
    strip_keys,
    whole,
    without,
)
from pipeline.report.figure import FigureInput
from pipeline.report.proofreading import Proofreading
from pipeline.report.rollup import RollUp
from pipeline.report.section import PARTS, Item, Part, charts_of
from pipeline.report.traits import Holds, OneOf, Trait

TEMPLATE, CARRIED, TITLE, ORGANISATION, ACTIVITY = "模板", "沿用", "标题", "单位", "活动"
FIGURES, LEAD, CLOSING, ANNEXES, ROLLUP = "数据", "导语", "结尾", "附件", "汇总"
"""Keys of a report that others look for by themselves."""


class Report(Input):
    """One report, as its author declares it."""

    template: Annotated[Fixed, Trait.UNPRINTED] = Field(
        "summary", alias=TEMPLATE, description="模板名：summary 或 red-header"
    )
    carried: Annotated[Carried, Holds.FIXED, Trait.UNPRINTED] | None = Field(
        None, alias=CARRIED, description="由 banxin new --from 写：沿用的是哪一份总结"
    )
    title: Annotated[Name, without("title-end-mark", END_MARK)] = Field(
        alias=TITLE, description="标题，末尾不加标点"
    )
    organisation: Annotated[Party, Trait.CONFIRMED] = Field(
        alias=ORGANISATION, description="发文单位全称或规范化简称"
    )
    date: Date = Field(alias="日期", description="成文日期，如 2026-10-08")
    activity: Annotated[ActivityInput, Trait.UNPRINTED, Trait.SPREAD] | None = Field(
        None, alias=ACTIVITY, description="活动名称，或 {名称, 开始, 结束, 阶段}"
    )
    figures: Annotated[
        dict[str, FigureInput],
        BeforeValidator(strip_keys),
        Holds.FIGURES,
        Trait.UNPRINTED,
        Trait.OWN_SHEET,
    ] = Field({}, alias=FIGURES, description="每个数字只在这里写一次，正文用【名称】引用")
    lead: Annotated[Prose, Trait.OWN_SHEET] = Field(alias=LEAD, description="导语")
    overview: Part = Field(alias="基本情况", description="第一部分")
    practices: Part = Field(alias="主要做法", description="第二部分")
    features: Part = Field(alias="突出特点", description="第三部分")
    results: Part = Field(alias="取得成效", description="第四部分")
    closing: Annotated[Prose, Trait.OWN_SHEET] = Field(alias=CLOSING, description="结尾")
    annexes: Annotated[tuple[Annex, ...], Holds.GROUP, Trait.OWN_SHEET] = Field(
        (), alias=ANNEXES, description="附件"
    )
    rollup: Annotated[RollUp, Holds.PLAN, Trait.UNPRINTED] | None = Field(
        None, alias=ROLLUP, description="由各单位的输入汇总而成的报告才写，用 banxin rollup 排"
    )
    signature_place: Annotated[SignaturePlace, Trait.UNPRINTED] | None = Field(
        None, alias="署名位置", description="文末 或 题下；不写则由模板决定"
    )

    proofreading: Annotated[Proofreading, Holds.FIXED, Trait.UNPRINTED] | None = Field(
        None, alias="校对", description="校对时不查什么、按什么用字表查"
    )

    issuer_mark: Annotated[Party, Trait.OFFICIAL, Trait.NEEDED_WHERE_OFFICIAL] | None = Field(
        None, alias="发文机关标志", description="红头上的大字，如 某某县某某局文件"
    )
    document_number: (
        Annotated[
            Text,
            whole("document-number", DOCUMENT_NUMBER),
            Holds.DOCUMENT_NUMBER,
            Trait.OFFICIAL,
            Trait.NEEDED_WHERE_OFFICIAL,
        ]
        | None
    ) = Field(None, alias="发文字号", description="如 吴广发〔2026〕8号，用六角括号")
    signers: Annotated[Recipients, Trait.OFFICIAL, Trait.CONFIRMED] = Field(
        (), alias="签发人", description="上行文必填"
    )
    classification: (
        Annotated[Fixed, OneOf("classification", ("绝密", "机密", "秘密")), Trait.OFFICIAL] | None
    ) = Field(None, alias="密级", description="绝密、机密或秘密")
    classification_period: (
        Annotated[
            Fixed,
            SignaturePlace,
            whole("classification-period", "[1-9][0-9]?(?:年|个月)|长期"),
            Trait.OFFICIAL,
        ]
        | None
    ) = Field(None, alias="保密期限", description="如 1年")
    urgency: Annotated[Fixed, OneOf("urgency", ("特急", "加急")), Trait.OFFICIAL] | None = Field(
        None, alias="紧急程度", description="特急 或 加急"
    )
    copy_number: Annotated[Fixed, whole("copy-number", "[0-9]{6}"), Trait.OFFICIAL] | None = Field(
        None, alias="份号", description="6 位数字，如 000001"
    )
    addressees: Annotated[Recipients, Trait.NEEDED_WHERE_OFFICIAL] = Field(
        (), alias="主送", description="主送机关"
    )
    copied_to: Annotated[Recipients, Trait.OFFICIAL] = Field(
        (), alias="抄送", description="抄送机关"
    )
    printing_office: Annotated[Party, Trait.OFFICIAL] | None = Field(
        None, alias="印发机关", description="印发机关"
    )
    printing_date: Annotated[Date, Trait.OFFICIAL] | None = Field(
        None, alias="印发日期", description="印发日期"
    )
    remark: Annotated[Text, Holds.REMARK, Trait.OFFICIAL] | None = Field(
        None, alias="附注", description="附注，不写括号"
    )
    seal: Annotated[FileName, Trait.UNPRINTED] | None = Field(
        None, alias="印章", description="印章图片文件，PNG 或 JPEG"
    )

    def parts(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """The four parts in their order, each with its heading."""
        return tuple((heading, getattr(self, name)) for name, heading in PARTS)

    def charts(self) -> Iterator[tuple[tuple[str | int, ...], ChartInput]]:
        """Every chart in the order of the document, with the way to it from the root."""
        for heading, items in self.parts():
            yield from charts_of(items, (heading,))
        for index, annex in enumerate(self.annexes):
            for number, chart in enumerate(annex.charts):
                yield (ANNEXES, index, "图表", number), chart
