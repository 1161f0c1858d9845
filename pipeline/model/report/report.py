"""A whole report as its author declares it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, ClassVar, cast

from pydantic import BeforeValidator, Field, create_model

from pipeline.chinese.numerals import write_numeral
from pipeline.model.report.activity import ActivityInput
from pipeline.model.report.annex import Annex
from pipeline.model.report.carried import Carried
from pipeline.model.report.chart import ChartInput
from pipeline.model.report.description import Path
from pipeline.model.report.fields import (
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
    Texts,
    strip_keys,
    whole,
    without,
)
from pipeline.model.report.figure import FigureInput
from pipeline.model.report.outline import Outline, OutlinePart, PartRole, role_of
from pipeline.model.report.rollup import RollUp
from pipeline.model.report.section import Content, Item, OwnPart, charts_of
from pipeline.model.report.traits import Holds, OneOf, Trait


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


TEMPLATE, OUTLINE, CARRIED, TITLE, ORGANISATION = "模板", "结构", "沿用", "标题", "单位"
ACTIVITY, FIGURES, LEAD, BODY, CLOSING = "活动", "数据", "导语", "正文", "结尾"
ANNEXES, ROLLUP = "附件", "汇总"
"""Keys of a report that others look for by themselves."""


Lead = Annotated[Prose, Trait.OWN_SHEET]
Closing = Annotated[Prose, Trait.OWN_SHEET]


class Opening(Input):
    """The fields of a report that come before its body."""

    template: Annotated[Fixed, Trait.UNPRINTED] = Field(
        "summary", alias=TEMPLATE, description="模板名：summary 或 red-header"
    )
    outline: Annotated[Fixed, Trait.UNPRINTED] | None = Field(
        None, alias=OUTLINE, description="正文有哪些部分；不写则由模板决定"
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
    lead: Lead = Field("", alias=LEAD, description="导语")


class Ending(Input):
    """The fields of a report that come behind its body."""

    closing: Closing = Field("", alias=CLOSING, description="结尾")
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


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a report: its heading without a number, what it holds, the way to that.

    `role` is what the part does, where that is known. In prose without parts the heading is empty.
    """

    heading: str
    role: PartRole | None
    items: tuple[Item, ...]
    path: Path
    heading_path: Path | None = None
    """The way to the heading, where its author wrote it."""


class Report(Ending, Opening):
    """One report, as its author declares it; `report_model` adds the body that its outline has."""

    body_outline: ClassVar[Outline]

    def parts(self) -> tuple[Part, ...]:
        """The parts that are there, in their order."""
        match self.body_outline.form:
            case "parts":
                return tuple(self._named_parts())
            case "own":
                return tuple(
                    Part(
                        own.heading,
                        role_of(own.heading),
                        own.content,
                        (BODY, index, "内容"),
                        (BODY, index, "标题"),
                    )
                    for index, own in enumerate(self._body)
                )
            case "prose":
                return (Part("", None, self._body, (BODY,)),)

    def _named_parts(self) -> Iterator[Part]:
        for part in self.body_outline.parts:
            if items := getattr(self, part.name):
                yield Part(part.heading, part.role, items, (part.heading,))

    @property
    def _body(self) -> Any:
        """What stands under 正文, in the form that the outline gives it."""
        return getattr(self, BODY_NAME)

    def charts(self) -> Iterator[tuple[Path, ChartInput]]:
        """Every chart in the order of the document, with the way to it from the root."""
        for part in self.parts():
            yield from charts_of(part.items, part.path)
        for index, annex in enumerate(self.annexes):
            for number, chart in enumerate(annex.charts):
                yield (ANNEXES, index, "图表", number), chart


BODY_NAME = "body"
_BODIES: dict[str, tuple[Any, str]] = {
    "own": (
        Annotated[tuple[OwnPart, ...], Field(min_length=1), Holds.GROUP, Trait.OWN_SHEET],
        "各部分，按先后写 {标题, 内容}",
    ),
    "prose": (Annotated[Content, Trait.OWN_SHEET], "各段，按先后"),
}


@cache
def report_model(outline: Outline) -> type[Report]:
    """The model of a report whose body is that of an outline, between the lead and the closing."""
    fields: dict[str, Any] = {
        part.name: _part_field(part, number) for number, part in enumerate(outline.parts, start=1)
    }
    if outline.form in _BODIES:
        annotation, description = _BODIES[outline.form]
        fields = {BODY_NAME: (annotation, Field(alias=BODY, description=description))}
    body: Any = create_model("Body", __base__=Opening, **fields)
    needed: dict[str, Any] = {}
    if outline.is_lead_required:
        needed["lead"] = (Lead, Field(alias=LEAD, description="导语"))
    if outline.is_closing_required:
        needed["closing"] = (Closing, Field(alias=CLOSING, description="结尾"))
    bases: Any = (Report, body)
    model = cast("Any", create_model("Report", __base__=bases, __doc__=Report.__doc__, **needed))
    model.body_outline = outline
    return cast("type[Report]", model)


def _part_field(part: OutlinePart, number: int) -> tuple[Any, Any]:
    described = part.hint or f"第{write_numeral(number)}部分"
    default: Any = ... if part.is_required else ()
    field = Field(default, alias=part.heading, description=described)
    return Annotated[Content, Trait.OWN_SHEET], field
