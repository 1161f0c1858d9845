"""template.yaml -> TemplateSettings: which profile a template is set by, and what it overrides."""

from dataclasses import replace
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from pipeline.messages import Severity
from pipeline.model.report.fields import SignaturePlace
from pipeline.model.report.outline import DEFAULT_OUTLINE
from pipeline.model.report.traits import YES_OR_NO, Words
from pipeline.model.standard import PROFILES, FontRole, Measures, ProfileName

YesOrNo = Annotated[bool, YES_OR_NO]


class Settings(BaseModel):
    """What every part of a settings file has: it is frozen and knows each of its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


Weight = Literal["error", "warning", "note", "off"]

WEIGHTS = Words({"错误": "error", "警告": "warning", "提示": "note", "不查": "off"})


class Weighted(Settings):
    """Settings that may say what single rules weigh, and name a list of words."""

    words: str | None = Field(None, alias="用字", min_length=1)
    weights: dict[str, Annotated[Weight, WEIGHTS]] = Field({}, alias="规则")

    def severities(self) -> dict[str, Severity | None]:
        """The severity of each rule that is named, None for one that is not to be looked at."""
        return {
            rule_id: None if weight == "off" else Severity(weight)
            for rule_id, weight in self.weights.items()
        }


class PageOverride(Settings):
    """Measures of the page that a template sets otherwise than its profile."""

    top_mm: float | None = Field(None, alias="上边距", gt=0, lt=150)
    bottom_mm: float | None = Field(None, alias="下边距", gt=0, lt=150)
    left_mm: float | None = Field(None, alias="左边距", gt=0, lt=100)
    right_mm: float | None = Field(None, alias="右边距", gt=0, lt=100)
    line_pitch_pt: float | None = Field(None, alias="行距", gt=8, lt=80)
    hang_punctuation: YesOrNo | None = Field(None, alias="标点悬挂")


class StyleOverride(Settings):
    """Measures of one paragraph style that a template sets otherwise than the standard."""

    font: FontRole | None = Field(None, alias="字体")
    size_pt: float | None = Field(None, alias="字号", gt=4, lt=100)
    line_pitch_pt: float | None = Field(None, alias="行距", gt=4, lt=150)
    first_line_chars: float | None = Field(None, alias="首行缩进", ge=0, lt=20)


class Overrides(Settings):
    """What a template sets otherwise: the page, and styles by their names in Word."""

    page: PageOverride = Field(PageOverride.model_construct(), alias="页面")
    styles: dict[str, StyleOverride] = Field({}, alias="样式")


class TemplateSettings(Weighted):
    """What template.yaml says."""

    name: str = Field(alias="名称", min_length=1)
    description: str = Field("", alias="说明")
    profile: ProfileName = Field("office", alias="版式")
    is_official: YesOrNo = Field(False, alias="版头版记")
    signature_place: SignaturePlace = Field("end", alias="署名位置")
    outline: str = Field(DEFAULT_OUTLINE, alias="结构", min_length=1)
    overrides: Overrides = Field(Overrides.model_construct(), alias="覆盖")

    def measures(self) -> Measures:
        """The profile's measures with the overrides put in; an unknown style is a KeyError."""
        return put_in(self.overrides, PROFILES[self.profile])


def put_in(overrides: Overrides, base: Measures) -> Measures:
    """`base` with what is set otherwise; a style that it does not have is a KeyError."""
    key_by_name = {style.name: key for key, style in base.styles.items()}
    changed = {
        key_by_name[name]: replace(base.styles[key_by_name[name]], **given(override))
        for name, override in overrides.styles.items()
    }
    page = replace(base.page, **given(overrides.page))
    return replace(base, page=page, styles={**base.styles, **changed})


def given(model: BaseModel) -> dict[str, Any]:
    """The fields of an override that its author wrote."""
    return {name: value for name, value in model if value is not None}


def draw_settings(name: str, *, official: bool) -> str:
    """A commented template.yaml for a fresh template."""
    yes_or_no = YES_OR_NO.in_chinese("yes" if official else "no")
    weights = "、".join(WEIGHTS.by_chinese)
    return f"""\
# 模板设置 / template settings
名称: {name}
说明: {"带版头、版记的正式公文" if official else "不带红头的总结材料"}
# 版式：office 为 37/35/28/26 毫米页边距；gbt33476 为 GB/T 33476.2 的页边距
版式: office
# 是否有版头（发文机关标志、发文字号、红线）和版记（抄送、印发）
版头版记: {yes_or_no}
# 署名位置：文末（署名和日期排在正文之后）或 题下（排在标题下面）；每份总结可以另写
署名位置: 文末
# 正文的结构（templates/outlines/ 里的文件名）；每份总结可以另写
# 结构: 四部分
# 本单位与国家标准不同的规定写在这里，例如：
# 覆盖:
#   页面: {{行距: 28}}
#   样式:
#     公文正文: {{字号: 16}}
# 排好以后按国家标准检查，哪一条在本单位另有规定，写它的编号和轻重（{weights}），例如：
# 规则:
#   P08-lines: 不查
# 文字也按编号查（docs/proofreading.md）；本单位的用字表放在这个文件夹里，例如：
# 用字: 本单位用字表.yaml
"""
