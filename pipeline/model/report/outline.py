"""The outline (结构) of a report: its parts in their order. Data, apart from any template's look.

A file templates/outlines/<name>.yaml holds one; what it may say stands here, as the fields of an
input do.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from pipeline.model.report.fields import Choice, Heading, Input, Text, whole
from pipeline.model.report.traits import Holds, Trait, Words


class PartRole(StrEnum):
    """What a part does in a report, for the rules that look for it; its heading may be any."""

    OVERVIEW = "overview"
    PRACTICES = "practices"
    FEATURES = "features"
    RESULTS = "results"
    PROBLEMS = "problems"
    PLANS = "plans"


ROLE_WORDS = {
    "概况": PartRole.OVERVIEW,
    "做法": PartRole.PRACTICES,
    "特点": PartRole.FEATURES,
    "成效": PartRole.RESULTS,
    "问题": PartRole.PROBLEMS,
    "打算": PartRole.PLANS,
}

_ROLES_BY_HEADING: tuple[tuple[re.Pattern[str], PartRole], ...] = (
    (re.compile("基本情况|^.{0,6}开展情况$"), PartRole.OVERVIEW),
    (re.compile("主要做法|^.{0,4}做法$"), PartRole.PRACTICES),
    (re.compile("突出特点|^.{0,4}(?:特点|亮点)$"), PartRole.FEATURES),
    (re.compile("取得的?(?:主要)?成效|^.{0,4}成效$"), PartRole.RESULTS),
    (re.compile("存在的?(?:主要)?(?:问题|不足|困难)"), PartRole.PROBLEMS),
    (re.compile("下一?步(?:工作)?(?:打算|安排|计划|思路|$)|今后.{0,3}打算"), PartRole.PLANS),
)


def role_of(heading: str) -> PartRole | None:
    """What a part does by its heading alone, where that says so; most headings do not."""
    return next((role for words, role in _ROLES_BY_HEADING if words.search(heading)), None)


DEFAULT_OUTLINE = "四部分"
"""What an input follows that names no outline and whose template names none."""

BodyForm = Literal["parts", "own", "prose"]
"""Parts that the outline names, parts that their author names, or prose without headings."""


@dataclass(frozen=True, slots=True)
class OutlinePart:
    """One part that an outline names: its heading, which is its key in an input, and the rest."""

    heading: str
    name: str
    role: PartRole | None = None
    is_required: bool = True
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """What the body of a report consists of."""

    name: str
    parts: tuple[OutlinePart, ...] = ()
    form: BodyForm = "parts"
    is_lead_required: bool = True
    is_closing_required: bool = True
    description: str = ""


class PartInput(Input):
    """One part as a file of an outline declares it."""

    heading: Annotated[Heading, Trait.STARTS_ITEM] = Field(
        alias="标题", description="这一部分的标题，也是输入里的名称"
    )
    name: Annotated[Text, whole("outline-part-name", "[a-z][a-z_]*"), Holds.FIXED] = Field(
        alias="英文名", description="输入里可以用的英文名称，如 overview"
    )
    role: (
        Annotated[PartRole, Words({zh: role.value for zh, role in ROLE_WORDS.items()}), Holds.FIXED]
        | None
    ) = Field(
        None, alias="角色", description="概况、做法、特点、成效、问题或打算；校对和核对按它找"
    )
    required: Choice = Field("yes", alias="必写", description="否：可以没有这一部分")
    hint: Annotated[str, Holds.FIXED] = Field("", alias="提示", description="写给填表的人")


class OutlineInput(Input):
    """An outline as its file declares it."""

    description: Annotated[str, Holds.FIXED] = Field("", alias="说明", description="给谁用的")
    lead: Choice = Field("yes", alias="导语必写", description="否：可以没有导语")
    closing: Choice = Field("yes", alias="结尾必写", description="否：可以没有结尾")
    form: Annotated[
        BodyForm,
        Words({"固定标题": "parts", "自拟标题": "own", "不分部分": "prose"}),
        Holds.FIXED,
    ] = Field("parts", alias="正文形式", description="固定标题、自拟标题或不分部分")
    parts: Annotated[tuple[PartInput, ...], Holds.GROUP] = Field(
        (), alias="部分", description="固定标题的各部分，按先后"
    )

    def outline(self, name: str) -> Outline:
        """The outline that the file `name` declares."""
        parts = tuple(
            OutlinePart(part.heading, part.name, part.role, part.required == "yes", part.hint)
            for part in self.parts
        )
        needs = {
            "is_lead_required": self.lead == "yes",
            "is_closing_required": self.closing == "yes",
        }
        return Outline(name, parts, self.form, description=self.description, **needs)
