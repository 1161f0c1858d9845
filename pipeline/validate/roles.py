"""The way to a text -> what the text is in its report, its part, and where the report shows it."""

from collections.abc import Callable
from dataclasses import dataclass

from pipeline.figures.facts import TextPart, TextRole
from pipeline.load.yaml import Scalar
from pipeline.model.report import ANNEXES, BODY, CLOSING, LEAD, TITLE, Outline
from pipeline.model.report.description import Path
from pipeline.model.report.outline import role_of as role_of_heading
from pipeline.validate.tree import InputTree

_WHOLE = {
    TITLE: TextRole.TITLE,
    "签发人": TextRole.SIGNER,
    "主送": TextRole.ADDRESSEE,
    LEAD: TextRole.LEAD,
    CLOSING: TextRole.CLOSING,
}
"""Fields of the report that are one text, or names in a list."""

_OF_PARTS = {"小标题": TextRole.HEADING, "段落": TextRole.PARAGRAPH, "分述": TextRole.POINT}
_OF_ANNEXES = {
    ("名称",): TextRole.ANNEX_NAME,
    ("段落",): TextRole.ANNEX_PARAGRAPH,
    ("表格", "列"): TextRole.COLUMN,
    ("表格", "行"): TextRole.CELL,
}
_CAPTIONS = {"图表": "标题", "图片": "说明"}
"""What stands below a chart or a picture."""

_OWN_HEADING, _CONTENT = "标题", "内容"


@dataclass(frozen=True, slots=True)
class TextPlace:
    """What a text is, and the part that it stands in."""

    role: TextRole
    part: TextPart | None = None


def place_finder(input_: InputTree, outline: Outline) -> Callable[[Path], TextPlace]:
    """What says of each text of an input what it is by the way to it."""
    named = {part.heading: TextPart(part.heading, part.role) for part in outline.parts}

    def own_part(number: str | int) -> TextPart:
        node = input_.node((BODY, number, _OWN_HEADING))
        heading = node.text.strip() if isinstance(node, Scalar) else ""
        return TextPart(heading, role_of_heading(heading))

    def find(path: Path) -> TextPlace:
        match path:
            case (first, *_) if first in named:
                return _place_in_part(path[1:], named[str(first)])
            case (key, number, field, *below) if key == BODY and outline.form == "own":
                if field == _OWN_HEADING:
                    return TextPlace(TextRole.PART_HEADING, own_part(number))
                if field == _CONTENT:
                    return _place_in_part(tuple(below), own_part(number))
                return TextPlace(TextRole.OTHER)
            case (key, *below) if key == BODY:
                return _place_in_part(tuple(below), None)
            case _:
                return TextPlace(_role_outside(path))

    return find


def _place_in_part(below: Path, part: TextPart | None) -> TextPlace:
    """A text by the way to it from its part."""
    keys = tuple(step for step in below if isinstance(step, str))
    if caption := _caption(keys):
        return TextPlace(caption, part)
    if "图表" in keys:
        return TextPlace(TextRole.OTHER)
    return TextPlace(_OF_PARTS.get(keys[-1] if keys else "段落", TextRole.OTHER), part)


def _role_outside(path: Path) -> TextRole:
    keys = tuple(step for step in path if isinstance(step, str))
    match keys:
        case (first,) if first in _WHOLE:
            return _WHOLE[first]
        case (first, *below) if first == ANNEXES:
            return _caption(keys) or _OF_ANNEXES.get(tuple(below[:2]), TextRole.OTHER)
        case _:
            return _caption(keys) or TextRole.OTHER


def _caption(keys: tuple[str, ...]) -> TextRole | None:
    match keys:
        case (*_, display, field) if _CAPTIONS.get(display) == field:
            return TextRole.CAPTION
        case _:
            return None


def report_order(outline: Outline) -> Callable[[Path], tuple[int, ...]]:
    """What texts are sorted by to stand as the report shows them; what it does not, behind."""
    order = (
        *(TITLE, "签发人", "主送", LEAD, *(part.heading for part in outline.parts), BODY),
        *(CLOSING, ANNEXES, "内容", "小标题", "名称", "段落", "分述"),
        *("表格", "列", "行", "图表", "图片"),
    )
    ranks = {key: rank for rank, key in enumerate(order)}

    def rank(path: Path) -> tuple[int, ...]:
        return tuple(
            step if isinstance(step, int) else ranks.get(step, len(ranks)) for step in path
        )

    return rank
