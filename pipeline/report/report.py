"""A whole report as its author declares it."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from pipeline.report.activity import Activity, read_activity
from pipeline.report.annex import Annex
from pipeline.report.carried import Carried
from pipeline.report.chart import ChartInput
from pipeline.report.fields import (
    DOCUMENT_NUMBER,
    END_MARK,
    Date,
    Input,
    Text,
    Texts,
    strip_keys,
    whole,
    without,
)
from pipeline.report.figure import Figure, read_figure
from pipeline.report.proofreading import Proofreading
from pipeline.report.rollup import RollUp
from pipeline.report.section import PARTS, Item, Part, charts_of


def _read_signature_place(value: object) -> object:
    return {"文末": "end", "题下": "title"}.get(value, value) if isinstance(value, str) else value


class Report(Input):
    """One report, as its author declares it."""

    template: Text = Field("summary", alias="模板", description="模板名：summary 或 red-header")
    carried: Carried | None = Field(
        None, alias="沿用", description="由 banxin new --from 写：沿用的是哪一份总结"
    )
    title: Annotated[Text, without("title-end-mark", END_MARK)] = Field(
        alias="标题", description="标题，末尾不加标点"
    )
    organisation: Text = Field(alias="单位", description="发文单位全称或规范化简称")
    date: Date = Field(alias="日期", description="成文日期，如 2026-10-08")
    activity: Annotated[Activity, BeforeValidator(read_activity)] | None = Field(
        None, alias="活动", description="活动名称，或 {名称, 开始, 结束, 阶段}"
    )
    figures: Annotated[
        dict[str, Annotated[Figure, BeforeValidator(read_figure)]], BeforeValidator(strip_keys)
    ] = Field({}, alias="数据", description="每个数字只在这里写一次，正文用【名称】引用")
    lead: Text = Field(alias="导语", description="导语")
    overview: Part = Field(alias="基本情况", description="第一部分")
    practices: Part = Field(alias="主要做法", description="第二部分")
    features: Part = Field(alias="突出特点", description="第三部分")
    results: Part = Field(alias="取得成效", description="第四部分")
    closing: Text = Field(alias="结尾", description="结尾")
    annexes: tuple[Annex, ...] = Field((), alias="附件", description="附件")
    rollup: RollUp | None = Field(
        None, alias="汇总", description="由各单位的输入汇总而成的报告才写，用 banxin rollup 排"
    )
    signature_place: Annotated[
        Literal["end", "title"] | None, BeforeValidator(_read_signature_place)
    ] = Field(None, alias="署名位置", description="文末 或 题下；不写则由模板决定")

    proofreading: Proofreading | None = Field(
        None, alias="校对", description="校对时不查什么、按什么用字表查"
    )

    issuer_mark: Text | None = Field(
        None, alias="发文机关标志", description="红头上的大字，如 某某县某某局文件"
    )
    document_number: Annotated[Text, whole("document-number", DOCUMENT_NUMBER)] | None = Field(
        None, alias="发文字号", description="如 吴广发〔2026〕8号，用六角括号"
    )
    signers: Texts = Field((), alias="签发人", description="上行文必填")
    classification: Annotated[Text, whole("classification", "绝密|机密|秘密")] | None = Field(
        None, alias="密级", description="绝密、机密或秘密"
    )
    classification_period: (
        Annotated[Text, whole("classification-period", "[1-9][0-9]?(?:年|个月)|长期")] | None
    ) = Field(None, alias="保密期限", description="如 1年")
    urgency: Annotated[Text, whole("urgency", r"特急|加急")] | None = Field(
        None, alias="紧急程度", description="特急 或 加急"
    )
    copy_number: Annotated[Text, whole("copy-number", "[0-9]{6}")] | None = Field(
        None, alias="份号", description="6 位数字，如 000001"
    )
    addressees: Texts = Field((), alias="主送", description="主送机关")
    copied_to: Texts = Field((), alias="抄送", description="抄送机关")
    printing_office: Text | None = Field(None, alias="印发机关", description="印发机关")
    printing_date: Date | None = Field(None, alias="印发日期", description="印发日期")
    remark: Text | None = Field(None, alias="附注", description="附注，不写括号")
    seal: Text | None = Field(None, alias="印章", description="印章图片文件，PNG 或 JPEG")

    def parts(self) -> tuple[tuple[str, tuple[Item, ...]], ...]:
        """The four parts in their order, each with its heading."""
        return tuple((heading, getattr(self, name)) for name, heading in PARTS)

    def charts(self) -> Iterator[tuple[tuple[str | int, ...], ChartInput]]:
        """Every chart in the order of the document, with the way to it from the root."""
        for heading, items in self.parts():
            yield from charts_of(items, (heading,))
        for index, annex in enumerate(self.annexes):
            for number, chart in enumerate(annex.charts):
                yield ("附件", index, "图表", number), chart
