"""Generated reports for the comparison of the twins: each leans on one thing that breaks lines.

The specimens have more of it than any real report: they show the departures of LibreOffice.
"""

import io
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from PIL import Image

from tests.random_prose import Writer
from tests.samples import UNREAD, dump_yaml


def _report(name: str, pool: str, size: int, **changes: Any) -> dict[str, Any]:
    """A report of four parts; `size` is the number of paragraphs in each."""
    write = Writer(name, pool)
    sections = ["加强组织领导", "突出活动主题", "狠抓工作落实", "注重宣传引导"]
    fields: dict[str, Any] = {
        "标题": "青禾县图书馆关于开展2026年全民阅读周系列活动情况的总结",
        "单位": "青禾县图书馆",
        "日期": "2026-06-08",
        "导语": write.paragraph(5),
        "基本情况": write.paragraphs(size, 6),
        "主要做法": [
            {"小标题": section, "段落": write.paragraphs(size, 7)}
            for section in sections[: min(size + 1, 4)]
        ],
        "突出特点": write.paragraphs(size, 5),
        "取得成效": write.paragraphs(size, 6),
        "结尾": write.paragraph(4),
    }
    return {key: value for key, value in {**fields, **changes}.items() if value is not None}


OFFICIAL_FIELDS: dict[str, Any] = {
    "模板": "red-header",
    "标题": "青禾县图书馆关于全民阅读周活动开展情况的报告",
    "发文机关标志": "青禾县图书馆文件",
    "发文字号": "青图发〔2026〕8号",
    "主送": ["县委宣传部", "县文化和旅游局"],
    "抄送": ["县融媒体中心", "县教育和科学技术局", "各乡镇综合文化站", "各社区图书服务点"],
}


def _ledger(rows: int) -> dict[str, Any]:
    write = Writer("ledger", "digits")
    return {
        "列": [
            "序号",
            "问题",
            {"名称": "责任落实", "列": ["责任科室", "责任人"]},
            "整改措施",
            "时限",
        ],
        "行": [
            [str(n), write.paragraph(1), "阅读推广部", "王小明", write.paragraph(2), "2026年7月底"]
            for n in range(1, rows + 1)
        ],
    }


def _statistics(rows: int) -> dict[str, Any]:
    return {
        "列": ["乡镇", "场次", "参与人次", "备注"],
        "行": [[f"第{n}乡镇综合文化站", f"{n * 7}", f"{n * 1280}", ""] for n in range(1, rows + 1)],
    }


def write_reports(folder: Path) -> tuple[Path, ...]:
    """The paths of the generated inputs, written into `folder` with the pictures they name."""
    write_picture(folder / "照片.png", (640, 420), (70, 120, 160, 255))
    write_picture(folder / "印章.png", (300, 300), (220, 0, 0, 128))
    return tuple(_write(folder, name, fields) for name, fields in _reports())


def write_specimens(folder: Path) -> tuple[Path, ...]:
    """The paths of the specimens, written into `folder`."""
    return tuple(_write(folder, name, fields) for name, fields in _specimens())


def _write(folder: Path, name: str, fields: dict[str, Any]) -> Path:
    path = folder / f"{name}.yaml"
    path.write_text(dump_yaml(fields), "utf-8")
    return path


def write_picture(path: Path, size: tuple[int, int], color: tuple[int, ...]) -> None:
    buffer = io.BytesIO()
    Image.new("RGBA", size, color).save(buffer, "PNG")
    path.write_bytes(buffer.getvalue())


_MONTHS = [f"{month}月" for month in range(1, 13)]
_QUESTIONS = (
    *("儿童阅览室座位不够", "流动图书车到村次数少", "周末闭馆时间偏早", "新书上架慢"),
    *("自助借还机故障维修不及时", "讲座预约方式不便", "老年读物大字本少"),
)


def _charts() -> dict[str, Any]:
    """Fields of a report with a chart of every kind, in its text and in an annex."""
    source = random.Random("charts")
    visits = {
        f"{year}年{month}到馆": f"{source.randrange(800, 3000)}人次"
        for year in (2025, 2026)
        for month in _MONTHS
    }
    shares = {"少儿": 420, "文学": 310, "科普": 160, "地方文献": 75, "其他": 35}
    series = [
        {"名称": f"{year}年", "数据": [f"{year}年{month}到馆" for month in _MONTHS]}
        for year in (2025, 2026)
    ]
    bars = [{**one, "数据": one["数据"][:6]} for one in series]
    return {
        "数据": {
            **visits,
            **{name: f"{source.randrange(3, 40)}件" for name in _QUESTIONS},
            "外借": {"数值": 1000, "单位": "册", "分项": shares},
        },
        "突出特点": [
            "各类图书的外借情况如下。",
            {"图表": {"类型": "占比", "标题": "外借图书构成", "数据": "外借.分项"}},
        ],
        "取得成效": [
            {
                "小标题": "服务更贴近读者",
                "段落": ["读者意见逐条办理。"],
                "图表": {"类型": "柱形", "标题": "读者意见", "数据": list(_QUESTIONS)},
            }
        ],
        "附件": [
            {
                "名称": "到馆人次统计图",
                "图表": [
                    {
                        "类型": "折线",
                        "标题": "2026年各月到馆人次",
                        "数据": series[1]["数据"],
                        "类别": _MONTHS,
                    },
                    {"类型": "折线", "标题": "两年到馆人次", "系列": series, "类别": _MONTHS},
                    {"类型": "柱形", "标题": "上半年", "系列": bars, "类别": _MONTHS[:6]},
                ],
            }
        ],
    }


def _charts_in_text() -> dict[str, Any]:
    """A report with a chart below each of its sections, so that pages begin and end with them."""
    fields = _report("charts-in-text", "mixed", 3)
    figures = {f"第{n}季度到馆": f"{n * 1280}人次" for n in range(1, 5)}
    for form, section in zip(("柱形", "折线", "柱形", "折线"), fields["主要做法"], strict=True):
        title = f"{section['小标题']}后各季度到馆人次"
        section["图表"] = {"类型": form, "标题": title, "数据": list(figures)}
    return {**fields, "数据": figures}


def _reports() -> Iterator[tuple[str, dict[str, Any]]]:
    yield (
        "one-page",
        {
            **_report("one-page", "plain", 1),
            "导语": "现将活动情况总结如下。",
            "基本情况": ["全馆32名干部职工参加了活动。"],
            "主要做法": [{"小标题": "加强组织", "段落": ["成立了工作组，制定了方案。"]}],
            "突出特点": ["群众参与面广，线上线下结合紧密。"],
            "取得成效": ["读者明显增多，借阅量增长23.7%。"],
            "结尾": "下一步继续办好活动。",
        },
    )
    yield "long-lead", _report("long-lead", "mixed", 2, 导语=Writer("lead", "mixed").paragraph(40))
    yield "digits", _report("digits", "digits", 4)
    yield "quotes", _report("quotes", "quotes", 4)
    yield "dashes", _report("dashes", "dashes", 4)
    yield "latin", _report("latin", "latin", 4)
    yield "plain", _report("plain", "plain", 5)
    yield (
        "names",
        _report(
            "names",
            "plain",
            2,
            基本情况=["参加活动的有赵喆、钱玥、孙珺、李祎、周堃、吴赟、郑旻、王垚、冯韡等同志。"]
            * 3,
        ),
    )
    yield (
        "tables",
        _report(
            "tables",
            "mixed",
            2,
            附件=[
                {"名称": "整改台账", "表格": _ledger(16)},
                {"名称": "各乡镇活动情况统计表", "表格": _statistics(40)},
            ],
        ),
    )
    yield (
        "annexes",
        _report(
            "annexes",
            "mixed",
            2,
            附件=[
                {"名称": "活动方案", "段落": Writer("plan", "quotes").paragraphs(8, 6)},
                {
                    "名称": "关于加强全县公共图书馆和农家书屋阅读推广志愿服务队伍建设的若干措施",
                    "段落": Writer("measures", "digits").paragraphs(5, 8),
                },
                {"名称": "活动情况统计表", "表格": _statistics(6)},
            ],
        ),
    )
    yield (
        "pictures",
        _report(
            "pictures",
            "mixed",
            2,
            附件=[
                {
                    "名称": "活动图片",
                    "图片": [
                        {"文件": "照片.png", "说明": f"“书香进万家”活动现场之{number}"}
                        for number in ("一", "二", "三")
                    ],
                }
            ],
        ),
    )
    yield "charts", _report("charts", "mixed", 2, **_charts())
    yield "charts-in-text", _charts_in_text()
    yield "letterhead", _report("letterhead", "mixed", 2, **OFFICIAL_FIELDS)
    yield (
        "signers",
        _report(
            "signers",
            "digits",
            2,
            **OFFICIAL_FIELDS,
            签发人=["王小明", "李建国", "欧阳文"],
            密级="秘密",
            保密期限="1年",
            份号="000001",
            紧急程度="特急",
        ),
    )
    yield (
        "sealed",
        _report(
            "sealed",
            "quotes",
            3,
            **OFFICIAL_FIELDS,
            印章="印章.png",
            附注="联系人：王小明，联系电话：0912—8888888",
            附件=[{"名称": "活动情况统计表", "表格": _statistics(12)}],
        ),
    )
    yield "signed-below-title", _report("signed-below-title", "mixed", 3, 署名位置="题下")
    yield "thirty-pages", _report("thirty-pages", "mixed", 20)


DEPARTURE_PARAGRAPHS = {
    "split-dash": "{}——学习讨论……学习讨论",
    "quote-before-latin": "{}“学习”APP学习讨论学习讨论",
    "no-hang-after-latin": "{}学32，学习讨论学习讨论",
    "narrow-gap": "习3" * 8 + "习33{}学习讨论学习讨论学习讨论",
    "loose-script-change": "《3》" * 8 + "{}学习讨论学习讨论学习讨论学习讨论",
}
"""For each departure a paragraph that shows it at some number of characters before it."""

UNGAPPED = "测学32次，评“AB”级。"
"""A short last line, which nobody stretches, to measure LibreOffice's gaps on."""

_MARKS = (
    *("“5A”级", "“互联网+”行动", "“1+3+N”工程", "（2026年）", "（含附件2）", "第3、4季度", "A4纸"),
    *("20:30", "PM2.5", "WTO/APEC", "www.qinghe.gov.cn网站", "tsg@qinghe.cn邮箱", "买买提·艾力江"),
    *("青政发〔2026〕8号", "25℃", "①加强", "‘三会一课’", "《习近平谈治国理政》（第四卷）"),
    *("——这是根本", "……等等", "！”", "：“干”", "15%～30%", "3个100%", "COVID-19", "T+1", "Ⅲ级"),
    *("二〇二六年", "No.12", "5G+", "“CNKI”数据库", "H5、Vlog", "1.2.3", "0912-8888888", "50人/天"),
    *("￥500", "±5", "≥90", "〔附〕", "Smart Library 2.0平台", "𠮷野", "3/4"),
)


def _mark_paragraphs(count: int) -> list[str]:
    """Paragraphs in which every mark that a report may hold meets every place in a line."""
    source = random.Random("marks")
    hanzi = "全县上下高度重视迅速行动把责任落实到岗位细化到人头坚持问题导向逐项对账销号"
    texts = []
    for _ in range(count):
        text = ""
        for _ in range(14):
            start, length = source.randrange(len(hanzi) - 12), source.randrange(1, 12)
            text += hanzi[start : start + length] + source.choice(_MARKS)
            text += source.choice(["", "", "，", "；", "、"])
        texts.append(text + "等。")
    return texts


def _specimens() -> Iterator[tuple[str, dict[str, Any]]]:
    yield "dense", _report("dense", "dense", 2)
    yield "marks", _report("marks", "plain", 1, 基本情况=_mark_paragraphs(24), 校对=UNREAD)
    shown = [
        pattern.format("习" * before)
        for pattern in DEPARTURE_PARAGRAPHS.values()
        for before in range(17, 25)
    ]
    yield "departures", _report("departures", "plain", 1, 基本情况=[*shown, UNGAPPED])
