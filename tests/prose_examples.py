"""The example of each rule of the text as it stands in a document."""

import re

from pipeline.prose.proofread import Passage, PassageKind
from pipeline.rules import Rule

_PLACES = "东西南北甲乙丙丁春夏秋冬山水田林"


def _sentences(count: int, what: str) -> str:
    """So many sentences, no two alike, without a figure."""
    ends = {
        "况": "地处要道，人口稠密，文化设施配备齐全，群众读书热情高涨。",
        "法": "的书屋上午开门迎客，晚上围坐读书，村民进得来也坐得住。",
        "点": "注重让老人讲故事，让孩子当主角，活动办得有滋有味。",
        "果": "书香渐浓，邻里和睦，赌博迷信少了，说文解字多了。",
    }
    return "".join(f"{one}庄{ends[what]}" for one in _PLACES[:count])


FILL = {
    "S14-figures": ("取得成效", _sentences(6, "果"), "全年办结37件。" + _sentences(6, "果")),
    "S15-share": ("基本情况", "全馆参加了活动。", _sentences(6, "况")),
}
"""Rules of a whole part: the part, a text that breaks the rule, and one that does not."""

_TITLES = ("R07-kind", "R07-double", "R07-mark")
_NUMBER = re.compile("^[一二]、")


def example_of(rule: Rule, *, is_fixed: bool = False) -> list[Passage]:
    """The passages of a rule's example, or of the same fixed; none where the table has none."""
    if rule.id in FILL:
        return _whole(rule.id, is_fixed=is_fixed)
    if rule.id == "R06-signer":
        signer = [Passage("王立", PassageKind.SIGNER)] if is_fixed else []
        title = Passage("青禾县图书馆关于增拨经费的请示", PassageKind.TITLE)
        return [title, *signer, Passage("县财政局", PassageKind.ADDRESSEE)]
    rows = [_NUMBER.sub("", row) for row in rule.example[is_fixed].split("\n") if row]
    if rule.id == "S12-same" and not is_fixed:
        parts = ("主要做法", "取得成效")
        return [
            Passage(row, PassageKind.BODY, 0, part) for row, part in zip(rows, parts, strict=True)
        ]
    if rule.id == "K02-heading":
        return [Passage(row, PassageKind.HEADING, level, "", level) for level, row in _levels(rows)]
    before = (
        [Passage("青禾县图书馆工作报告", PassageKind.TITLE)] if rule.id == "R11-request" else []
    )
    return before + [_passage(row, rule.id) for row in rows]


def _levels(rows: list[str]) -> list[tuple[int, str]]:
    """The first row a heading, the others headings below it."""
    return [(1 if row is rows[0] else 2, row) for row in rows]


def _passage(row: str, rule_id: str) -> Passage:
    if rule_id in _TITLES:
        return Passage(row, PassageKind.TITLE)
    if rule_id.startswith("S13") or rule_id == "Q08-heading":
        return Passage(row, PassageKind.HEADING, 2, "", 1)
    return Passage(row, PassageKind.ADDRESSEE if rule_id == "R12-leader" else PassageKind.BODY)


def _whole(rule_id: str, *, is_fixed: bool) -> list[Passage]:
    part, wrong, right = FILL[rule_id]
    texts = {
        "基本情况": _sentences(6, "况"),
        "主要做法": _sentences(16, "法"),
        "突出特点": _sentences(10, "点"),
        "取得成效": "全年办结37件。" + _sentences(8, "果"),
        part: right if is_fixed else wrong,
    }
    return [Passage(text, PassageKind.BODY, 0, name) for name, text in texts.items()]
