"""Counted claims and enumerations of a text (K rows)."""

from pipeline.rules.rule import text_rule

_CLAUSE = "条例 第十九条（三）"

CLAIMS = (
    text_rule(
        "K01-count",
        _CLAUSE,
        "一般",
        (
            "说的项数和列出的项数不一致",
            "a text claims another number of things than it lists",
        ),
        ("数一数后面的各项：补上漏写的，或改正数字", "add what is missing, or correct the number"),
        (
            "馆领导做到“三带头”：带头值班、带头荐书。",
            "馆领导做到“三带头”：带头值班、带头荐书、带头讲课。",
        ),
    ),
    text_rule(
        "K02-heading",
        _CLAUSE,
        "一般",
        (
            "小标题说的项数和下面列出的项数不一致",
            "a heading claims another number of things than stand below it",
        ),
        ("数一数下面的各项：补上漏写的，或改正数字", "add what is missing, or correct the number"),
        (
            "一、抓实“三个学习”，练就硬本领\n深学政治理论\n精学专业技能",
            "一、抓实“两个学习”，练就硬本领\n深学政治理论\n精学专业技能",
        ),
    ),
    text_rule(
        "K03-start",
        _CLAUSE,
        "一般",
        ("分条叙述不从头开始", "an enumeration does not begin at its first item"),
        ("补上第一项，或改正序数", "add the first item, or correct the number"),
        (
            "活动有两点变化。二是形式更新了；三是人气更旺了。",
            "活动有两点变化。一是形式更新了；二是人气更旺了。",
        ),
    ),
    text_rule(
        "K04-order",
        _CLAUSE,
        "一般",
        ("分条叙述的序数不连续", "the numbers of an enumeration do not follow each other"),
        ("补上漏写的一项，或改正序数", "add the item that is missing, or correct the number"),
        (
            "一是形式更新了；三是人气更旺了；四是借阅更多了。",
            "一是形式更新了；二是人气更旺了；三是借阅更多了。",
        ),
    ),
    text_rule(
        "K05-single",
        _CLAUSE,
        "一般",
        ("分条叙述只有一项", "an enumeration has only one item"),
        ("补上其余各项，或删去序数", "add the other items, or remove the number"),
        (
            "活动有了新的变化。一是形式更新了，读者很喜欢。",
            "活动有了新的变化。形式更新了，读者很喜欢。",
        ),
    ),
)
