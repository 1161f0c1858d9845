"""How much of a carried file is still to be confirmed, in one line."""

from collections.abc import Mapping

from pipeline.messages import Lang

PREFIX = "unconfirmed-"

_KINDS = {
    "figure": ("数字", "figures"),
    "source": ("来源", "sources"),
    "date": ("日期", "dates"),
    "name": ("名称", "names"),
}


def describe_left(left: Mapping[str, int], lang: Lang) -> str:
    """The sum and the count of each kind; `left` has the kinds by the end of their codes."""
    count = sum(left.values())
    if lang is Lang.ZH:
        parts = "，".join(f"{_KINDS[kind][0]} {left[kind]}" for kind in _KINDS if left.get(kind))
        return f"还有 {count} 处待确认（{parts}）" if count else "没有要确认的地方"
    parts = ", ".join(f"{left[kind]} {_KINDS[kind][1]}" for kind in _KINDS if left.get(kind))
    return f"{count} left to confirm ({parts})" if count else "nothing is left to confirm"
