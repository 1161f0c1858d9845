"""The table of docs/proofreading.md: `python -m tests.prose_table` prints it."""

import sys
from collections.abc import Iterator

from pipeline.messages import Severity
from pipeline.prose.proofread.words import shipped_words
from pipeline.rules import TEXT_RULES, Rule

MARKERS = ("<!-- rules: begin -->", "<!-- rules: end -->")

_WEIGHTS = {Severity.ERROR: "错误", Severity.WARNING: "警告", Severity.NOTE: "提示"}
_GROUPS = {
    "标点 Punctuation": "Q",
    "数字、单位 Numerals and units": "DT",
    "用字用词 Words": "W",
    "句子、标题、结构 Sentences, headings, structure": "S",
    "列举和计数 Counted claims": "K",
    "公文处理 The regulation": "R",
}
_SHOWN_CHARS = 34


def table() -> str:
    """The rules of the text in their groups, then the words of the shipped list."""
    rows: list[str] = [MARKERS[0], ""]
    for title, letters in _GROUPS.items():
        rules = [rule for rule in TEXT_RULES.values() if rule.id[0] in letters]
        if rules:
            rows += [f"### {title}", "", "| 编号 | 出处 | 轻重 | 查什么 | 例（错 → 对） | 改法 |"]
            rows += ["|---|---|---|---|---|---|", *map(_row, rules), ""]
    rows += ["### 用字表 The list of words", "", *_words(), "", MARKERS[1]]
    return "\n".join(rows) + "\n"


def _row(rule: Rule) -> str:
    wrong, right = map(_shown, rule.example)
    example = f"{wrong} → {right or '（删去）'}" if wrong else "—"
    weight = _WEIGHTS[rule.severity]
    return f"| `{rule.id}` | {rule.clause} | {weight} | {rule.zh} | {example} | {rule.fix_zh} |"


def _shown(text: str) -> str:
    text = text.replace("\n", " / ")
    return text if len(text) <= _SHOWN_CHARS else f"{text[:_SHOWN_CHARS]}…"


def _words() -> Iterator[str]:
    yield "| 规则 | 个数 | 词 |"
    yield "|---|--:|---|"
    words = [word for some in shipped_words().by_wrong.values() for word in some]
    for rule_id in sorted({word.rule_id for word in words}):
        own = [word for word in words if word.rule_id == rule_id]
        shown = "、".join(f"{word.wrong}→{word.right}" for word in own)
        yield f"| `{rule_id}` | {len(own)} | {shown} |"


if __name__ == "__main__":
    sys.stdout.write(table())
