"""The way to a text -> what the text is in its report, and where the report shows it."""

from pipeline.facts import Role
from pipeline.report import PARTS
from pipeline.report.description import Path

_PARTS = frozenset(heading for _, heading in PARTS)

_WHOLE = {
    "标题": Role.TITLE,
    "签发人": Role.SIGNER,
    "主送": Role.ADDRESSEE,
    "导语": Role.LEAD,
    "结尾": Role.CLOSING,
}
"""Fields of the report that are one text, or names in a list."""

_OF_PARTS = {"小标题": Role.HEADING, "段落": Role.PARAGRAPH, "分述": Role.POINT}
_OF_ANNEXES = {
    ("名称",): Role.ANNEX_NAME,
    ("段落",): Role.ANNEX_PARAGRAPH,
    ("表格", "列"): Role.COLUMN,
    ("表格", "行"): Role.CELL,
}
_CAPTIONS = {"图表": "标题", "图片": "说明"}
"""What stands below a chart or a picture."""


def role_of(path: Path) -> Role:
    """What a text is by the keys that lead to it."""
    keys = tuple(step for step in path if isinstance(step, str))
    match keys:
        case (first,) if first in _WHOLE:
            return _WHOLE[first]
        case (*_, display, field) if _CAPTIONS.get(display) == field:
            return Role.CAPTION
        case ("附件", *below):
            return _OF_ANNEXES.get(tuple(below[:2]), Role.OTHER)
        case (part, *below) if part in _PARTS and "图表" not in below:
            return _OF_PARTS.get(below[-1] if below else "段落", Role.OTHER)
        case _:
            return Role.OTHER


def part_of(path: Path) -> str:
    """The heading of the part that a text stands in; empty outside the parts."""
    return str(path[0]) if path[0] in _PARTS else ""


_ORDER = (
    *("标题", "签发人", "主送", "导语", *(heading for _, heading in PARTS), "结尾", "附件"),
    *("小标题", "名称", "段落", "分述", "表格", "列", "行", "图表", "图片"),
)
_RANKS = {key: rank for rank, key in enumerate(_ORDER)}


def place_in_report(path: Path) -> tuple[int, ...]:
    """What texts are sorted by to stand as the report shows them; what it does not, behind."""
    return tuple(step if isinstance(step, int) else _RANKS.get(step, len(_RANKS)) for step in path)
