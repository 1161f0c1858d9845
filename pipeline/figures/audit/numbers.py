"""Numbers in running text: which of them count something, and which are dates, names, ranks."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.figures.audit.statements import without_quoted
from pipeline.figures.facts import Quantity, read_quantity

_MEASURES = (
    *("人次", "册次", "场次", "批次", "班次", "车次", "台次", "户次", "件次", "例次", "篇次"),
    *("个百分点", "个月", "小时", "分钟", "课时", "学时", "平方公里", "平方米", "立方米", "公里"),
    *("千米", "厘米", "毫米", "公顷", "公斤", "千克", "千瓦时", "千瓦", "美元", "人份"),
    *"个件条次场期篇份部本册人名位户家所处项类种批支台辆套间座张幅块棵株亩米吨斤升元天周字遍",
    *"轮起宗例村镇乡组对双只头口盏根面门节堂讲页集段句倍成盒箱包袋瓶把趟幢栋艘眼",
    *("%", "‰"),
)
"""What a number that counts is followed by; longer ones first."""

UNIT = "|".join(_MEASURES)
_NUMBER = re.compile(
    r"(?P<number>[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)"
    rf"(?P<before_scale>[余多])?(?P<scale>万亿|亿|万)?(?P<about>[余多])?(?P<unit>{UNIT})?"
)
_NOT_BEFORE = re.compile(r"[A-Za-z0-9.,·/:：×第前首号—－~～-]")
"""What stands before a number that is part of a name, a rank, a time or a range."""
_NOT_BEHIND = re.compile(
    r"[A-Za-z0-9·/:：×年月日时点秒号届岁后级度版路线]|分(?!钟)|周年|周岁|世纪|年代|[—－~～-]+[0-9]"
)
_STANDING_WORDS = re.compile(r"24小时|7天|[0-9]+对[0-9]+")
_NEIGHBOURS = re.compile(r"(?<![0-9.])([1-9])、([1-9])(?![0-9.])")
_ANNOUNCING = re.compile(r"(?:达到?|超过|突破|共计?|累计|总计|合计|增至|升至|降至|[为近约])$")

_IN_CLAUSE = r"[^，。；、：！？\n0-9]"
_EXCHANGE = r"(?:折合|折算|抵扣|兑换)[为成]?(?:人民币|现金|价值)?"
_NORM_BEFORE = re.compile(
    rf"(?:每(?![逢当到每])(?!{_IN_CLAUSE}{{0,7}}(?:累计|[共合总]计|[达已]))(?:{_IN_CLAUSE}{{1,8}})?"
    r"|[不未][得应]?(?:少于|低于|超过|多于|高于)|至少|最多"
    rf"|(?<![0-9.,])10{{0,2}}{_IN_CLAUSE}{{1,6}}{_EXCHANGE})$"
)
"""What a standard has before it: 每人颁发奖金2000元, 1分折合1元.

每逢 and 每当 say when and not for whom, and 每人累计 what was done.
"""
_NORM_BEHIND = re.compile(r"[以之]内|为限|工作日|及?[以之][上下]的")
_PRICE = re.compile(rf"10{{0,2}}{_IN_CLAUSE}{{1,6}}{_EXCHANGE}[0-9]")
"""So many points that something is worth: 10个积分可兑换1元."""
_BEYOND = re.compile(r"(?<![了共有达引])(?:超过|超出|不足|低于|高于)$")
"""Before a threshold that 的 stands behind: 其中超过50万元的; 吸引了超过300人的 is a count."""


_DIGITS = r"[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?"
_RANGE = re.compile(
    rf"(?<![0-9.,])(?P<least>{_DIGITS})(?P<least_scale>万亿|[万亿]|)(?P<least_unit>{UNIT})?"
    rf"(?P<to>[至到]|[—－–～~-]{{1,2}})(?P<most>{_DIGITS})(?P<scale>万亿|[万亿]|)(?P<unit>{UNIT})"
)
"""From so many to so many: 3至5户, 8元至10元, 5亿～10亿元, 20%～30%."""

_CHANGED_FROM = re.compile(r"[由从自][^，。；：、！？\n]{0,12}$")
_CLAUSE_END = re.compile(r"[，。；：！？\n]")


@dataclass(frozen=True, slots=True)
class CountedNumber:
    """A number in a text, with its span, and the quantity it comes to.

    `is_about` says that it is only roughly so: 30余, 近40. `is_norm` says that it is what was asked
    for and not what was done: 每人2000元, 不少于48小时, 30分钟以内, 50人以上的.
    """

    start: int
    end: int
    quantity: Quantity
    is_about: bool
    is_norm: bool


def find_counts(text: str) -> Iterator[CountedNumber]:
    """Every number that counts something; Arabic ones only, since 一 and 两 are in every idiom.

    The ends of a range count nothing, and neither does the 1 that it is for: 1名党员联系3至5户.
    """
    text = without_quoted(text)
    ranges = deque(_find_ranges(text))
    position = 0
    while (match := _NUMBER.search(text, position)) is not None:
        position = match.end()
        while ranges and ranges[0][1] <= match.start("number"):
            ranges.popleft()
        is_of_range = bool(ranges) and (
            ranges[0][0] <= match.start("number") or _is_each(text, match, ranges[0][0])
        )
        if not is_of_range and (found := _count(text, match)):
            yield found


def _find_ranges(text: str) -> Iterator[tuple[int, int]]:
    """The spans of ranges; what something was and what it became (由3户到5户) is none."""
    for match in _RANGE.finditer(text):
        unit, is_word = match["least_unit"], match["to"] in "至到"
        # 送书500册到12个村 goes there.
        is_scaled = bool(match["least_scale"] and match["scale"])
        is_alike = unit == match["unit"] if unit else is_scaled or match["to"] != "到"
        scale = match["least_scale"] or ("" if unit else match["scale"])
        least, most = (
            read_quantity(digits, match["unit"])
            for digits in (match["least"] + scale, match["most"] + match["scale"])
        )
        is_rising = least is not None and most is not None and least.number < most.number
        near = text[max(0, match.start() - _FEW) : match.start()]
        if is_alike and is_rising and not (is_word and _CHANGED_FROM.search(near)):
            yield match.span()


_FEW = 16


def _is_each(text: str, match: re.Match[str], range_start: int) -> bool:
    """Whether it is the one that a range is for, in the same clause."""
    between = text[match.end() : range_start]
    is_one = match["number"] == "1" and match["unit"] is not None and not match["scale"]
    return is_one and len(between) <= _FEW and _CLAUSE_END.search(between) is None


def _count(text: str, match: re.Match[str]) -> CountedNumber | None:
    start = match.start("number")
    before, behind = text[max(0, start - 1) : start], text[match.end() :]
    is_about = bool(match["before_scale"] or match["about"]) or before in ("近", "约")
    if _NOT_BEFORE.match(before) or _NOT_BEHIND.match(text, match.end("number")):
        return None
    if _STANDING_WORDS.match(text, start) or _is_between(text, start):
        return None
    if not match["unit"] and not _is_announced(text[:start], behind, match):
        return None
    digits = match["number"] + (match["scale"] or "")
    quantity = read_quantity(digits, match["unit"] or "")
    is_norm = _is_norm(text, start, match.end())
    return CountedNumber(start, match.end(), quantity, is_about, is_norm) if quantity else None


def _is_norm(text: str, start: int, end: int) -> bool:
    """Whether a number is a standard or a threshold, by the words around it."""
    before = text[max(0, start - _FEW) : start]
    if _NORM_BEFORE.search(before) or _NORM_BEHIND.match(text, end) or _PRICE.match(text, start):
        return True
    return text.startswith("的", end) and _BEYOND.search(before) is not None


def _is_between(text: str, start: int) -> bool:
    """Whether it is one of two neighbours that mean some: 3、4次, which the proofreader reports."""
    found = _NEIGHBOURS.match(text, start) or _NEIGHBOURS.match(text, max(0, start - 2))
    return found is not None and int(found[2]) == int(found[1]) + 1 and start < found.end()


def _is_announced(before: str, behind: str, match: re.Match[str]) -> bool:
    """Whether a number without a unit counts: 达到1200 at the end of a phrase, or 3.5万."""
    ends = not behind or not ("\u4e00" <= behind[0] <= "\u9fff")
    return ends and (bool(match["scale"]) or _ANNOUNCING.search(before) is not None)
