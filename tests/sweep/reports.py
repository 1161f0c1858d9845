"""A seed -> the fields of a sound report of any length, with any of what an input may hold."""

import shutil
from pathlib import Path
from random import Random
from typing import Any

from tests.random_prose import POOLS, Writer
from tests.samples import ROOT, UNREAD
from tests.twin_reports import write_picture

_PLACES = ("青禾县", "云溪县", "柳湾镇", "临江市青禾县")
_OFFICES = (
    *("图书馆", "体育事业局", "文化和旅游局", "机关事务服务中心", "水利局", "市场监督管理局"),
    *("住房和城乡建设局城市管理执法大队", "新时代文明实践志愿服务队"),
)
_ACTIVITIES = (
    *("读书月", "全民阅读周", "安全生产月", "“书香进万家”系列活动", "“四下乡”集中服务活动"),
    *("“学思想、强作风、促发展”主题实践活动", "第十二届全民健身运动会暨乡村健步走活动"),
)
_HEADINGS = (
    *("加强领导", "压实责任", "突出重点，分类推进", "广泛宣传，营造浓厚氛围", "立行立改"),
    *("坚持问题导向，逐项对账销号，确保整改落到实处", "建立健全长效机制，巩固拓展活动成果"),
    "把阅读推广与志愿服务、乡村振兴、基层治理结合起来，推动资源下沉到村到组到户",
)
_POINTS = (
    *("制定方案，明确分工", "落实经费，备足物资", "强化值守，确保安全", "定期通报，严格考核"),
    "组织骨干力量包片联系、结对帮扶，及时回应群众关切",
)
_ANNEXES = (
    *("活动方案", "统计表", "各乡镇参加情况表", "领导小组成员名单", "活动图片"),
    "关于加强全县公共图书馆和农家书屋阅读推广志愿服务队伍建设的若干措施",
    "各乡镇分别填报、由县图书馆汇总核对的各项活动参加情况明细表",
)
_SHARES = ("场地设施", "活动组织", "宣传发动", "人员安排", "后勤保障", "其他")
_CELLS = (
    *("柳湾镇", "南坪乡", "已完成", "—", "18", "3.5", "", "2026年7月底", "王小明"),
    *("简化审稿程序，当日要闻当日编播", "收费依据、项目、标准上墙公示，公布投诉电话，接受社会监督"),
)
_TABLE_HEADS = ("序号", "乡镇", "责任科室", "整改措施", "时限", "备注", "责任人", "参加情况")
OTHER_PROFILE = {"summary": "summary-33476", "red-header": "red-header-33476"}
"""The shipped templates and, by the names that the sweep gives them, those of GB/T 33476.2."""


def furnish(folder: Path) -> None:
    """Puts into an empty folder what the reports name: pictures, templates of the other profile."""
    write_picture(folder / "照片.png", (640, 420), (70, 120, 160, 255))
    write_picture(folder / "长图.png", (300, 900), (160, 120, 70, 255))
    write_picture(folder / "印章.png", (300, 300), (220, 0, 0, 128))
    for name, other in OTHER_PROFILE.items():
        own = shutil.copytree(ROOT / "templates" / name, folder / "templates" / other)
        settings = own / "template.yaml"
        text = settings.read_text("utf-8").replace("版式: office\n", "版式: gbt33476\n", 1)
        settings.write_text(text, "utf-8")


def random_report(seed: int) -> dict[str, Any]:
    """The fields of the report of a seed, for `tests.samples.dump_yaml`."""
    return _Author(seed).report()


class _Author:
    """Draws everything from one source, in one order."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self._write = Writer(f"sweep {seed}", self._random.choice(list(POOLS)))
        self._most = self._random.choice((1, 1, 2, 4))

    def report(self) -> dict[str, Any]:
        random = self._random
        organisation = random.choice(_PLACES) + random.choice(_OFFICES)
        activity = random.choice(_ACTIVITIES)
        fields: dict[str, Any] = {
            "标题": random.choice(("{0}{1}总结", "{0}关于开展{1}情况的总结")).format(
                organisation, activity
            ),
            "单位": organisation,
            "日期": random.choice(("2026-06-08", "2026-10-12", "2026-11-30")),
            "校对": UNREAD,
            "数据": {
                "办理事项": {"数值": 60, "单位": "条", "分项": self._shares(60)},
                **{f"第{n}项活动": f"{random.randrange(3, 900)}场" for n in range(1, 7)},
            },
            "导语": self._text(5),
            "基本情况": self._part(),
            "主要做法": self._part(),
            "突出特点": self._part(),
            "取得成效": self._part(),
            "结尾": "\n".join(self._text(6) for _ in range(random.choice((1, 1, 2)))),
            "附件": [self._annex() for _ in range(random.choice((0, 0, 1, 2, 3, 6)))],
        }
        fields |= self._red_header(organisation) if self._happens(0.4) else self._plain()
        if self._happens(0.2):
            fields["附件"].append({"名称": "数据核对表", "核对表": "是"})
        return fields

    def _plain(self) -> dict[str, Any]:
        place = {"署名位置": self._random.choice(("文末", "文末", "题下"))}
        seal = {"印章": "印章.png"} if place["署名位置"] == "文末" and self._happens(0.2) else {}
        return {"模板": self._random.choice(("summary", OTHER_PROFILE["summary"])), **place, **seal}

    def _red_header(self, organisation: str) -> dict[str, Any]:
        random = self._random
        fields: dict[str, Any] = {
            "模板": random.choice(("red-header", OTHER_PROFILE["red-header"])),
            "发文机关标志": self._mark(organisation),
            "印发机关": random.choice(_PLACES) + "图书馆办公室",
            "发文字号": f"青发〔2026〕{random.randrange(1, 200)}号",
            "主送": random.sample(["县委宣传部", "县文化和旅游局", "县委、县政府"], 2),
        }
        for chance, more in (
            (0.4, {"签发人": ["王小明", "李建国", "欧阳文", "赵一"][: random.randint(1, 4)]}),
            (0.3, {"印章": "印章.png"}),
            (0.5, {"抄送": ["县融媒体中心", "各乡镇综合文化站"] * random.randint(1, 3)}),
            (0.2, {"密级": "秘密", "保密期限": "1年", "份号": "000001", "紧急程度": "特急"}),
            (0.3, {"附注": "联系人：王小明，联系电话：0912—8888888"}),
        ):
            if self._happens(chance):
                fields |= more
        return fields

    def _mark(self, organisation: str) -> str:
        """The full name as far as the line has room for it, as `name-too-long` asks for."""
        return f"{organisation[-14:]}文件"

    def _part(self) -> list[Any]:
        items: list[Any] = [self._text(7) for _ in range(self._random.randint(1, self._most))]
        items += [self._section(2) for _ in range(self._random.choice((0, 0, 1, 2, self._most)))]
        return [*items, {"图表": self._chart()}] if self._happens(0.15) else items

    def _section(self, level: int) -> dict[str, Any]:
        random = self._random
        section: dict[str, Any] = {"小标题": random.choice(_HEADINGS)}
        section["段落"] = [self._text(7) for _ in range(random.randint(1, self._most))]
        if level < 4 and self._happens(0.3):
            section["段落"] += [self._section(level + 1) for _ in range(2)]
        elif self._happens(0.3):
            section["分述"] = random.sample(_POINTS, random.randint(2, len(_POINTS)))
        if self._happens(0.15):
            section["图表"] = self._chart()
        return section

    def _chart(self) -> dict[str, Any]:
        kind = self._random.choice(("柱形", "折线", "占比"))
        names = [f"第{n}项活动" for n in range(1, self._random.randint(3, 7))]
        data = "办理事项.分项" if kind == "占比" else names
        return {"类型": kind, "标题": self._random.choice(_ACTIVITIES) + "情况", "数据": data}

    def _annex(self) -> dict[str, Any]:
        random = self._random
        annex: dict[str, Any] = {"名称": random.choice(_ANNEXES)}
        kind = random.choice(("段落", "表格", "表格", "图表", "图片"))
        if kind == "段落" or self._happens(0.3):
            annex["段落"] = [self._text(6) for _ in range(random.randint(1, 2 * self._most))]
        if kind == "表格":
            annex["表格"] = self._table()
        elif kind == "图表":
            annex["图表"] = [self._chart() for _ in range(random.randint(1, 3))]
        elif kind == "图片":
            annex["图片"] = [
                {"文件": random.choice(("照片.png", "长图.png")), "说明": self._clause()}
                for _ in range(random.randint(1, 4))
            ]
        return annex

    def _table(self) -> dict[str, Any]:
        heads = self._random.sample(_TABLE_HEADS, self._random.randint(2, len(_TABLE_HEADS)))
        rows = self._random.choice((1, 5, 20, 45))
        cells = [[self._random.choice(_CELLS) for _ in heads] for _ in range(rows)]
        return {"列": heads, "行": [[f"第{n}项", *row[1:]] for n, row in enumerate(cells, start=1)]}

    def _shares(self, whole: int) -> dict[str, int]:
        names = _SHARES[: self._random.randint(2, len(_SHARES))]
        first = [self._random.randint(6, 9) for _ in names[1:]]
        return dict(zip(names, (whole - sum(first), *first), strict=True))

    def _text(self, most_clauses: int) -> str:
        return self._write.paragraph(self._random.randint(1, most_clauses))

    def _clause(self) -> str:
        return self._write.paragraph(1).rstrip("。")

    def _happens(self, chance: float) -> bool:
        return self._random.random() < chance
