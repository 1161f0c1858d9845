"""The validated input: what a clerk fills in, as frozen models.

Each field has a Chinese key (its alias, the one the shipped inputs use) and an English one (its
name). Rules that need two fields stand in `validate`; here a field is judged by itself.
"""

import re
from datetime import date
from typing import Annotated, Literal, LiteralString

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    StringConstraints,
    Tag,
)
from pydantic_core import PydanticCustomError

PARTS: tuple[tuple[str, str], ...] = (
    ("overview", "基本情况"),
    ("practices", "主要做法"),
    ("features", "突出特点"),
    ("results", "取得成效"),
)
"""The four parts of a summary in their fixed order: field name and heading."""

_DATE = re.compile(r"(\d{4})\s*(?:年|[-/.])\s*(\d{1,2})\s*(?:月|[-/.])\s*(\d{1,2})\s*日?")


def _read_date(value: object) -> date:
    if isinstance(value, date):
        return value
    match = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if match is None:
        raise PydanticCustomError("bad-date-format", "not a date")
    try:
        return date(*(int(part) for part in match.groups()))
    except ValueError as error:
        raise PydanticCustomError("impossible-date", "no such day") from error


def _one_or_many(value: object) -> object:
    """A lone text stands for a list of one."""
    return (value,) if isinstance(value, str) else value


def _strip_keys(value: object) -> object:
    """Names of figures without the blanks around them, as references are read."""
    if not isinstance(value, dict):
        return value
    return {key.strip() if isinstance(key, str) else key: item for key, item in value.items()}


def _text_or_mapping(value: object) -> str:
    return "text" if isinstance(value, str) else "mapping"


def _pattern(code: LiteralString, pattern: str) -> BeforeValidator:
    """A check that a text has the whole of `pattern`, else the fault `code`."""
    compiled = re.compile(pattern)

    def check(value: object) -> object:
        if isinstance(value, str) and not compiled.fullmatch(value.strip()):
            raise PydanticCustomError(code, "wrong form", {"found": value.strip()})
        return value

    return BeforeValidator(check)


def _without(code: LiteralString, pattern: str) -> BeforeValidator:
    """A check that `pattern` occurs nowhere in a text, else the fault `code` names what did."""
    compiled = re.compile(pattern)

    def check(value: object) -> object:
        if isinstance(value, str) and (match := compiled.search(value.strip())):
            raise PydanticCustomError(code, "not here", {"found": match[0]})
        return value

    return BeforeValidator(check)


# GB/T 15834-2011, B.4: no end mark, but ？ ！ and …… may stand.
_END_MARK = r"[。；，、：;,:.]$"
_NUMERAL = r"(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TYPED_NUMBER = (
    rf"^(?:{_NUMERAL}[、.．]|[（(](?:{_NUMERAL}|[0-9]{{1,2}})[）)]|[0-9]{{1,2}}[)）、．]"
    rf"|[0-9]{{1,2}}[.](?![0-9])|第{_NUMERAL}[，、章节]|其{_NUMERAL}[，、]|{_NUMERAL}是(?=\S)"
    r"|[\u2460-\u2473\u2474-\u2487])"
)


# 7.2.5; a number that is not known yet may hold a blank.
_DOCUMENT_NUMBER = "(?s).+〔(?:19|20)[0-9]{2}〕[1-9][0-9]*号|.*【待填[^】]*】.*"

Text = Annotated[str, StringConstraints(min_length=1)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_or_many)]
Heading = Annotated[
    Text, _without("heading-end-mark", _END_MARK), _without("typed-number", _TYPED_NUMBER)
]
Point = Annotated[Text, _without("typed-number", _TYPED_NUMBER)]
Date = Annotated[date, BeforeValidator(_read_date), Field(json_schema_extra={"format": "date"})]


class _Input(BaseModel):
    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, str_strip_whitespace=True
    )


class Figure(_Input):
    """One figure (数据): its value, its unit and what proves it."""

    value: Text = Field(alias="数值", description="数值，如 37")
    unit: str = Field("", alias="单位", description="计量单位，如 条")
    evidence: str = Field("", alias="依据", description="出自哪份台账、记录")

    @property
    def text(self) -> str:
        """The figure as the report shows it, value and unit together."""
        return self.value + self.unit


def _read_figure(value: object) -> object:
    """`32次` is short for value 32 and unit 次."""
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"([0-9][0-9,.]*)(.*)", value.strip())
    return {"value": match[1], "unit": match[2]} if match else {"value": value}


class Section(_Input):
    """A sub-section: a heading, then paragraphs or deeper sub-sections, then its points."""

    heading: Heading = Field(alias="小标题", description="小标题，不写序号")
    paragraphs: "Annotated[tuple[Item, ...], BeforeValidator(_one_or_many)]" = Field(
        (), alias="段落", description="段落，或更深一级的小标题"
    )
    points: tuple[Point, ...] = Field((), alias="分述", description="自动编成“一是……；二是……。”")


Item = Annotated[
    Annotated[Text, Tag("text")] | Annotated[Section, Tag("mapping")],
    Discriminator(_text_or_mapping),
]
Part = Annotated[tuple[Item, ...], BeforeValidator(_one_or_many), Field(min_length=1)]


class ColumnGroup(_Input):
    """A merged header cell that spans the columns named below it."""

    name: Text = Field(alias="名称", description="合并表头的名称")
    columns: "Annotated[tuple[ColumnHeader, ...], Field(min_length=1)]" = Field(
        alias="列", description="它下面的各列"
    )


ColumnHeader = Annotated[
    Annotated[Text, Tag("text")] | Annotated[ColumnGroup, Tag("mapping")],
    Discriminator(_text_or_mapping),
]


class TableInput(_Input):
    """A table: headers (nested where merged), rows of texts, relative widths."""

    columns: Annotated[tuple[ColumnHeader, ...], Field(min_length=1)] = Field(
        alias="列", description="列名；合并表头写成 {名称: …, 列: […]}"
    )
    rows: tuple[tuple[str, ...], ...] = Field((), alias="行", description="每行的各格")
    widths: tuple[Annotated[float, Field(gt=0, lt=1000, allow_inf_nan=False)], ...] = Field(
        (), alias="列宽", description="各列的相对宽度；不写则按内容自动分配"
    )

    @property
    def leaf_names(self) -> tuple[str, ...]:
        """The names of the columns that hold cells, left to right."""
        return tuple(name for header in self.columns for name in _leaves(header))


def _leaves(header: str | ColumnGroup) -> tuple[str, ...]:
    if isinstance(header, str):
        return (header,)
    return tuple(name for child in header.columns for name in _leaves(child))


class PictureInput(_Input):
    """A picture file beside the input, and the caption below it."""

    file: Text = Field(alias="文件", description="图片文件，相对于本文件，PNG 或 JPEG")
    caption: Text = Field(alias="说明", description="图片下方的说明文字")


class Annex(_Input):
    """One annex (附件): a name, and paragraphs, a table or pictures."""

    name: Annotated[
        Text,
        _without("annex-name-end", _END_MARK),
        _without("typed-number", rf"^附件[0-9一二三四五六七八九十]*[：:]?|{_TYPED_NUMBER}"),
    ] = Field(alias="名称", description="附件名称，末尾不加标点")
    paragraphs: Texts = Field((), alias="段落", description="文字内容")
    table: TableInput | None = Field(None, alias="表格", description="表格")
    pictures: tuple[PictureInput, ...] = Field((), alias="图片", description="图片")


class Activity(_Input):
    """The activity that the report sums up."""

    name: Text = Field(alias="名称", description="活动名称")
    start: Date | None = Field(None, alias="开始", description="开始日期")
    end: Date | None = Field(None, alias="结束", description="结束日期")


def _read_activity(value: object) -> object:
    return {"name": value} if isinstance(value, str) else value


def _read_signature_place(value: object) -> object:
    return {"文末": "end", "题下": "title"}.get(value, value) if isinstance(value, str) else value


class Report(_Input):
    """One report, as its author declares it."""

    template: Text = Field("summary", alias="模板", description="模板名：summary 或 red-header")
    title: Annotated[Text, _without("title-end-mark", _END_MARK)] = Field(
        alias="标题", description="标题，末尾不加标点"
    )
    organisation: Text = Field(alias="单位", description="发文单位全称或规范化简称")
    date: Date = Field(alias="日期", description="成文日期，如 2026-10-08")
    activity: Annotated[Activity, BeforeValidator(_read_activity)] | None = Field(
        None, alias="活动", description="活动名称，或 {名称, 开始, 结束}"
    )
    figures: Annotated[
        dict[str, Annotated[Figure, BeforeValidator(_read_figure)]], BeforeValidator(_strip_keys)
    ] = Field({}, alias="数据", description="每个数字只在这里写一次，正文用【名称】引用")
    lead: Text = Field(alias="导语", description="导语")
    overview: Part = Field(alias="基本情况", description="第一部分")
    practices: Part = Field(alias="主要做法", description="第二部分")
    features: Part = Field(alias="突出特点", description="第三部分")
    results: Part = Field(alias="取得成效", description="第四部分")
    closing: Text = Field(alias="结尾", description="结尾")
    annexes: tuple[Annex, ...] = Field((), alias="附件", description="附件")
    signature_place: Annotated[
        Literal["end", "title"] | None, BeforeValidator(_read_signature_place)
    ] = Field(None, alias="署名位置", description="文末 或 题下；不写则由模板决定")

    issuer_mark: Text | None = Field(
        None, alias="发文机关标志", description="红头上的大字，如 某某县某某局文件"
    )
    document_number: Annotated[Text, _pattern("document-number", _DOCUMENT_NUMBER)] | None = Field(
        None, alias="发文字号", description="如 吴广发〔2026〕8号，用六角括号"
    )
    signers: Texts = Field((), alias="签发人", description="上行文必填")
    classification: Annotated[Text, _pattern("classification", "绝密|机密|秘密")] | None = Field(
        None, alias="密级", description="绝密、机密或秘密"
    )
    classification_period: (
        Annotated[Text, _pattern("classification-period", "[1-9][0-9]?(?:年|个月)|长期")] | None
    ) = Field(None, alias="保密期限", description="如 1年")
    urgency: Annotated[Text, _pattern("urgency", r"特急|加急")] | None = Field(
        None, alias="紧急程度", description="特急 或 加急"
    )
    copy_number: Annotated[Text, _pattern("copy-number", "[0-9]{6}")] | None = Field(
        None, alias="份号", description="6 位数字，如 000001"
    )
    addressees: Texts = Field((), alias="主送", description="主送机关")
    copied_to: Texts = Field((), alias="抄送", description="抄送机关")
    printing_office: Text | None = Field(None, alias="印发机关", description="印发机关")
    printing_date: Date | None = Field(None, alias="印发日期", description="印发日期")
    remark: Text | None = Field(None, alias="附注", description="附注，不写括号")
    seal: Text | None = Field(None, alias="印章", description="印章图片文件，PNG 或 JPEG")

    def parts(self) -> tuple[tuple[str, tuple[str | Section, ...]], ...]:
        """The four parts in their order, each with its heading."""
        return tuple((heading, getattr(self, name)) for name, heading in PARTS)
