"""What a piece of Word XML says of runs and of paragraphs; what it leaves out stays unsaid.

A dict holds only what was said, so that one level of the inheritance is laid over another by
`{**lower, **upper}`, attribute by attribute as Word does it. Lengths are in points.
"""

import re
from typing import TypedDict

from lxml import etree

from pipeline.inspect.word.theme import Theme, rgb
from pipeline.model.standard import PT_PER_MM, Align
from pipeline.template.ooxml import TAG

_CUT = len(TAG)


class RunSaid(TypedDict, total=False):
    """Properties of a run; `ascii`, `h_ansi`, `east_asia` are names of faces."""

    ascii: str
    h_ansi: str
    east_asia: str
    hint: str
    size_pt: float
    color: str
    is_bold: bool
    tracking_pt: float
    is_hidden: bool
    snaps: bool
    style: str


class Border(TypedDict):
    """One side of a border."""

    weight_pt: float
    color: str


class ParagraphSaid(TypedDict, total=False):
    """Properties of a paragraph; `_chars` in characters, `_lines` in lines, the rest in points.

    `first` is the first line against the others: above zero an indent, below a hanging one.
    """

    style: str
    align: Align
    left: float
    left_chars: float
    right: float
    right_chars: float
    first: float
    first_chars: float
    before: float
    after: float
    before_lines: float
    after_lines: float
    before_auto: bool
    after_auto: bool
    line: float
    line_rule: str
    is_contextual: bool
    snaps: bool
    starts_page: bool
    outline: int
    kinsoku: bool
    letter_gaps: bool
    digit_gaps: bool
    number_id: str
    number_level: int
    tabs: tuple[tuple[float, str], ...]
    borders: dict[str, Border]


_UNITS_PT = {
    "pt": 1.0,
    "mm": PT_PER_MM,
    "cm": 10 * PT_PER_MM,
    "in": 72.0,
    "pc": 12.0,
    "pi": 12.0,
}
_MEASURE = re.compile(r"(-?[0-9.]+)(pt|mm|cm|in|pc|pi)?")
_MOST_PT = 100_000.0


def points(value: str | None, unit_pt: float = 0.05) -> float:
    """A length in points: a bare number in `unit_pt`, or one that says its unit; 0 for none."""
    match = _MEASURE.fullmatch(value or "")
    if match is None:
        return 0.0
    try:
        length = float(match[1]) * (_UNITS_PT[match[2]] if match[2] else unit_pt)
    except ValueError:
        return 0.0
    return max(-_MOST_PT, min(_MOST_PT, length))


def whole(value: str | None) -> int:
    """A whole number, 0 where it is none."""
    return int(value) if value and re.fullmatch(r"-?[0-9]{1,9}", value) else 0


def is_on(node: etree._Element) -> bool:
    """Whether a switch is on, as one without a value is."""
    return node.get(f"{TAG}val", "1") not in ("0", "false", "off", "none")


def read_run(properties: etree._Element | None, theme: Theme) -> RunSaid:
    """What a w:rPr says."""
    said: RunSaid = {}
    for node in () if properties is None else properties:
        match node.tag[_CUT:]:
            case "rFonts":
                _read_faces(node, theme, said)
            case "sz":
                said["size_pt"] = points(node.get(f"{TAG}val"), 0.5)
            case "color":
                said["color"] = read_color(node, theme, "val", "themeColor")
            case "b":
                said["is_bold"] = is_on(node)
            case "spacing":
                said["tracking_pt"] = points(node.get(f"{TAG}val"))
            case "vanish":
                said["is_hidden"] = is_on(node)
            case "snapToGrid":
                said["snaps"] = is_on(node)
            case "rStyle":
                said["style"] = node.get(f"{TAG}val", "")
            case _:
                pass
    return said


def _read_faces(node: etree._Element, theme: Theme, said: RunSaid) -> None:
    def face(slot: str) -> str:
        if name := node.get(f"{TAG}{slot}Theme"):
            return theme.face(name)
        return node.get(f"{TAG}{slot}", "")

    if name := face("ascii"):
        said["ascii"] = name
    if name := face("hAnsi"):
        said["h_ansi"] = name
    if name := face("eastAsia"):
        said["east_asia"] = name
    if hint := node.get(f"{TAG}hint"):
        said["hint"] = hint


def read_color(node: etree._Element, theme: Theme, value: str, theme_value: str) -> str:
    """A colour as RRGGBB; automatic is black.

    A shade of a theme colour is taken as Word noted it beside the theme's name.
    """
    noted = rgb(node.get(f"{TAG}{value}", "auto"))
    name = node.get(f"{TAG}{theme_value}")
    is_plain = not node.get(f"{TAG}themeTint") and not node.get(f"{TAG}themeShade")
    if name and (is_plain or noted is None) and (found := theme.color(name)):
        return found
    return noted or "000000"


_ALIGN: dict[str, Align] = {
    "left": "left",
    "start": "left",
    "center": "center",
    "right": "right",
    "end": "right",
}


def read_align(value: str) -> Align:
    """How a paragraph is aligned; whatever spreads its lines counts as justified."""
    return _ALIGN.get(value, "justify")


def read_paragraph(properties: etree._Element | None, theme: Theme) -> ParagraphSaid:
    """What a w:pPr says, its w:rPr and w:sectPr aside."""
    said: ParagraphSaid = {}
    for node in () if properties is None else properties:
        value = node.get(f"{TAG}val", "")
        match node.tag[_CUT:]:
            case "pStyle":
                said["style"] = value
            case "jc":
                said["align"] = read_align(value)
            case "ind":
                _read_indents(node, said)
            case "spacing":
                _read_spacing(node, said)
            case "numPr":
                _read_number(node, said)
            case "tabs":
                said["tabs"] = _read_tabs(node)
            case "pBdr":
                said["borders"] = read_borders(node, theme)
            case "outlineLvl":
                said["outline"] = whole(value) + 1
            case name:
                _read_switch(name, node, said)
    return said


def _read_switch(name: str, node: etree._Element, said: ParagraphSaid) -> None:
    match name:
        case "contextualSpacing":
            said["is_contextual"] = is_on(node)
        case "snapToGrid":
            said["snaps"] = is_on(node)
        case "pageBreakBefore":
            said["starts_page"] = is_on(node)
        case "kinsoku":
            said["kinsoku"] = is_on(node)
        case "autoSpaceDE":
            said["letter_gaps"] = is_on(node)
        case "autoSpaceDN":
            said["digit_gaps"] = is_on(node)
        case _:
            pass


def _read_indents(node: etree._Element, said: ParagraphSaid) -> None:
    """Each attribute by itself: a style's characters stay when a paragraph only says twips."""
    for name, value in node.attrib.items():
        text = str(value)
        match str(name)[_CUT:]:
            case "left" | "start":
                said["left"] = points(text)
            case "right" | "end":
                said["right"] = points(text)
            case "leftChars" | "startChars":
                said["left_chars"] = whole(text) / 100
            case "rightChars" | "endChars":
                said["right_chars"] = whole(text) / 100
            case _:
                pass
    if (hanging := node.get(f"{TAG}hanging")) is not None:
        said["first"] = -points(hanging)
    elif (first := node.get(f"{TAG}firstLine")) is not None:
        said["first"] = points(first)
    if hanging_chars := whole(node.get(f"{TAG}hangingChars")):
        said["first_chars"] = -hanging_chars / 100
    elif (chars := node.get(f"{TAG}firstLineChars")) is not None:
        said["first_chars"] = whole(chars) / 100


def _read_spacing(node: etree._Element, said: ParagraphSaid) -> None:
    for name, value in node.attrib.items():
        text = str(value)
        match str(name)[_CUT:]:
            case "before":
                said["before"] = points(text)
            case "after":
                said["after"] = points(text)
            case "beforeLines":
                said["before_lines"] = whole(text) / 100
            case "afterLines":
                said["after_lines"] = whole(text) / 100
            case "beforeAutospacing":
                said["before_auto"] = text not in ("0", "false", "off")
            case "afterAutospacing":
                said["after_auto"] = text not in ("0", "false", "off")
            case "line":
                said["line"] = points(text)
                said.setdefault("line_rule", "auto")
            case "lineRule":
                said["line_rule"] = text
            case _:
                pass


def _read_number(node: etree._Element, said: ParagraphSaid) -> None:
    if (level := node.find(f"{TAG}ilvl")) is not None:
        said["number_level"] = whole(level.get(f"{TAG}val"))
    if (number := node.find(f"{TAG}numId")) is not None:
        said["number_id"] = number.get(f"{TAG}val", "")


def _read_tabs(node: etree._Element) -> tuple[tuple[float, str], ...]:
    return tuple(
        (points(tab.get(f"{TAG}pos")), tab.get(f"{TAG}val", "left"))
        for tab in node.iter(f"{TAG}tab")
    )


def read_borders(node: etree._Element, theme: Theme) -> dict[str, Border]:
    """The sides of a border that are drawn or, with a weight of 0, said not to be."""
    return {side.tag[_CUT:]: _read_border(side, theme) for side in node if side.tag[_CUT:]}


def _read_border(side: etree._Element, theme: Theme) -> Border:
    is_drawn = side.get(f"{TAG}val", "none") not in ("none", "nil")
    weight = points(side.get(f"{TAG}sz", "4"), 1 / 8) if is_drawn else 0.0
    return Border(weight_pt=weight, color=read_color(side, theme, "color", "themeColor"))
