"""The sound documents that defects are planted in, each small, by name."""

import io
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image as Pillow
from PIL import ImageDraw

from pipeline.model.document import Image
from pipeline.tasks.scaffold import draw_template
from pipeline.template.store import SETTINGS, Template, load_template
from tests.corpus.draft import Draft, draft_of
from tests.samples import template

LEAD = (
    "今年4月以来，我馆围绕“书香青禾”主题，按照全县统一部署，组织开展了全民阅读周活动，"
    "参加群众达3.6万人次，活动组织有序、反响良好。现将有关情况报告如下。"
)
FIRST = "全县16个乡镇、98个行政村参加了活动，历时42天，做到了时间、人员、经费三落实。"
DIGITS = (
    "全年共举办活动128场次，参加群众3.6万人次，外借图书56820册，比上年增长23.7%，"
    "新增读者证1350张，建成阅读点24个，培训领读人86人，群众满意度达到97.5%。"
)
LONG = (
    "我们坚持把阅读推广同志愿服务结合起来，把流动图书车开进集市、校园和养老院，"
    "让书香走进千家万户，一批批领读人走上讲台，一个个读书会办到了群众的家门口，"
    "形成了人人参与、人人受益的良好局面。"
)
PLANNED = "下一步，我们将总结经验、补齐短板，继续办好群众身边的阅读活动，推动工作再上新台阶。"

BODY: dict[str, Any] = {
    "单位": "青禾县图书馆",
    "日期": "2026-10-08",
    "导语": LEAD,
    "基本情况": [FIRST],
    "主要做法": [
        {
            "小标题": "加强组织领导",
            "段落": [
                "成立了由馆长任组长的工作组。",
                {
                    "小标题": "健全工作机制",
                    "段落": [
                        "建立了定期会商、通报和督查制度。",
                        {"小标题": "细化任务", "段落": ["逐项列出清单，明确时限。"]},
                    ],
                },
            ],
        },
    ],
    "突出特点": ["群众参与面广，线上线下结合紧密。"],
    "取得成效": ["群众满意度达到97.5%，比上年提高3.2个百分点。"],
    "结尾": PLANNED,
}
LONGER: dict[str, Any] = {
    "主要做法": [
        *BODY["主要做法"],
        {"小标题": "突出活动主题", "段落": [LONG, DIGITS]},
        {"小标题": "注重宣传引导", "段落": [LONG.replace("我们坚持", "我们注意"), FIRST]},
    ],
    "取得成效": [DIGITS.replace("全年共", "今年以来")],
}
PLAIN: dict[str, Any] = {"标题": "青禾县图书馆全民阅读周活动总结", **BODY, **LONGER}
OFFICIAL: dict[str, Any] = {
    **BODY,
    "模板": "red-header",
    "标题": "青禾县图书馆关于阅读周活动开展情况的报告",
    "发文机关标志": "青禾县图书馆文件",
    "发文字号": "青图发〔2026〕8号",
    "主送": ["县委宣传部", "县文化和旅游局"],
    "抄送": ["县融媒体中心", "县教育和科学技术局", "各乡镇综合文化站", "各社区图书服务点"],
    "附注": "联系人：王小明，联系电话：8888888",
}
MARKS: dict[str, Any] = {
    "份号": "000001",
    "密级": "机密",
    "保密期限": "1年",
    "紧急程度": "特急",
}
TABLE: dict[str, Any] = {
    "列": ["序号", "乡镇", {"名称": "活动情况", "列": ["场次", "参加人次"]}],
    "行": [
        ["1", "城关镇", "32", "8600"],
        ["2", "河口镇", "27", "6400"],
        ["3", "柳林乡", "19", "3100"],
    ],
}
ANNEXES: list[dict[str, Any]] = [
    {"名称": "全民阅读周活动方案", "段落": [LONG, PLANNED]},
    {"名称": "各乡镇活动情况统计表", "表格": TABLE},
]


def seal_picture(color: tuple[int, int, int] = (220, 0, 0), name: str = "印章.png") -> Image:
    """A round seal of one colour on a clear ground."""
    picture = Pillow.new("RGBA", (300, 300), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((4, 4, 295, 295), outline=(*color, 255), width=10)
    pen.regular_polygon((150, 140, 60), 5, fill=(*color, 255))
    return Image(name, _png(picture), "image/png", "印章", 300, 300)


def photograph() -> Image:
    """A picture that no one would take for a seal."""
    picture = Pillow.new("RGB", (640, 420), (70, 120, 160))
    return Image("照片.png", _png(picture), "image/png", "活动现场", 640, 420)


def _png(picture: Pillow.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@cache
def template_of(*, official: bool, profile: str = "office") -> Template:
    """A shipped template, or one like it of another profile."""
    if profile == "office":
        return template("red-header" if official else "summary")
    with tempfile.TemporaryDirectory() as folder:
        for file, data in draw_template("样", official=official).items():
            words = data.replace("版式: office".encode(), f"版式: {profile}".encode())
            (Path(folder) / file).write_bytes(words if file == SETTINGS else data)
        loaded, diagnostics = load_template(Path(folder))
    assert loaded is not None, diagnostics
    return loaded


_BASES: dict[str, Callable[[], Draft]] = {
    # every element but annexes; two pages, so that the imprint is on an even one
    "official": lambda: _draft({**OFFICIAL, **MARKS}),
    # a title of two lines, an attachment note of two items, two annexes, one of them a table
    "annexed": lambda: _draft(
        {
            **OFFICIAL,
            "标题": "青禾县图书馆关于开展2026年全民阅读周系列活动有关情况的报告",
            "附件": ANNEXES,
        }
    ),
    "one-annex": lambda: _draft({**OFFICIAL, "附件": ANNEXES[:1]}),
    "signed-up": lambda: _draft({**OFFICIAL, "签发人": ["李建国"]}),
    "sealed": lambda: _draft({**OFFICIAL, "印章": "印章.png"}),
    "plain": lambda: _draft(PLAIN),
    "plain-annexed": lambda: _draft({**PLAIN, "附件": ANNEXES}),
    "plain-33476": lambda: _draft(PLAIN, profile="gbt33476"),
}


def _draft(fields: dict[str, Any], profile: str = "office") -> Draft:
    kind = template_of(official="发文字号" in fields, profile=profile)
    return draft_of(fields, kind, {"印章.png": seal_picture()})


@cache
def base(name: str) -> Draft:
    """A sound document by its name."""
    return _BASES[name]()


@cache
def base_word(name: str) -> bytes:
    """The .docx of a sound document."""
    return base(name).word()


@cache
def base_pdf(name: str) -> bytes:
    """The .pdf of a sound document."""
    return base(name).pdf()


BASE_NAMES = tuple(_BASES)
