"""Texts -> claims that count what stands before them: 《甲》《乙》两本书, 动员、实施、总结三个阶段.

A list is counted only where it certainly ends at its number; a verb before a number (走访、慰问三类
对象) or an item that may stand for two makes it uncertain.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.chinese.numerals import COUNTS, ONES, read_numeral
from pipeline.prose.proofread.counting import JOINED, masked

_NUMBER = rf"(?P<n>[{COUNTS}十]|[2-9])"
_OPEN = "(?P<open>等)?"
_PARTED = re.compile("[、和与及]")
_UNBOUNDED = 99
_REACH_CHARS = 120
"""How far before its number a list is looked for."""

_NUMERALS = re.compile(f"[{ONES}两十]")


@dataclass(frozen=True, slots=True)
class Miscount:
    """A claim that counts what stands before it otherwise than it is: its span, its words."""

    start: int
    end: int
    claim: str
    number: int


@dataclass(frozen=True, slots=True)
class _Sum:
    """A list that ends where the words of a claim begin; `before` is what stands before both."""

    items: str
    start: int
    before: str
    claim: re.Match[str]


def find_miscounts(text: str) -> Iterator[Miscount]:
    """The claims of a text that do not agree with the list before them."""
    hidden = masked(text)
    for find in (_after_items, _after_levels, _after_bodies, _after_enclosed):
        yield from find(text, hidden)
    yield from _after_shared(text)


def _sums(lists: re.Pattern[str], claims: re.Pattern[str], text: str) -> Iterator[_Sum]:
    """What the claims of a text sum up, so far as it begins within reach."""
    for claim in claims.finditer(text):
        low = max(0, claim.start() - _REACH_CHARS)
        listed = lists.search(text, low, claim.start())
        if listed and (listed.start() > low or not low):
            start = listed.start("list")
            yield _Sum(listed["list"], start, text[low : listed.start()], claim)


def _miscount(one: _Sum, text: str, least: int, most: int) -> Iterator[Miscount]:
    """The claim of a sum where its list may have from `least` to `most` items."""
    numeral = one.claim["n"]
    number = read_numeral(numeral)
    assert number is not None, numeral
    is_right = least <= number if one.claim["open"] else least <= number <= most
    if not is_right:
        start, end = one.claim.span("claim")
        shown = least if most == _UNBOUNDED else most
        yield Miscount(start, end, text[start:end].strip("“”"), shown)


def _is_phrased(text: str, one: _Sum) -> bool:
    """Whether a list holds a phrase in quotes with numbers of its own (“两不愁三保障”)."""
    listed = text[one.start : one.claim.start()]
    return any(_NUMERALS.search(words) for words in re.findall("“[^”]*”", listed))


def _joined(items: list[str]) -> int:
    return sum(len(JOINED.findall(item)) for item in items)


# --- items parted by 、 ----------------------------------------------------------------------

_ANCHOR = (
    "(?:从|围绕|聚焦|紧扣|归为|归纳为|划分为|梳理为|分为|分成|抓住|抓好|把好|按照"
    "|(?<![部充区百])分(?![别析类发解]))"
)
_KINDS = "(?:方面(?!军)|环节|维度|层面|角度|大类|阶段(?!性)|步骤)"
_ANCHORED = re.compile(rf"{_ANCHOR}(?P<list>[^，。；：（从\n]+)$")
_ANCHORED_CLAIM = re.compile(
    rf"{_OPEN}(?P<claim>{_NUMBER}(?:[个大]?{_KINDS}|大?类(?=[，。；：]|$)))"
)
_ITEM = "[^，。；：！？、（）“”《》\\s\\d]"
_PARTS = "(?:板块|领域|系列|模块|振兴)"
_RULES = "(?:机制|制度)(?=[，。；：]|$)"
_PEOPLE = "(?:人员|人群|群体|对象|场所|企业|问题|事项|情形|风险)"
_ITEMIZED = re.compile(rf"(?P<list>{_ITEM}+(?:、{_ITEM}+)+)$")
_ITEMIZED_CLAIM = re.compile(
    rf"{_OPEN}(?P<claim>“?{_NUMBER}"
    rf"(?:[个大]?{_KINDS}|大{_PARTS}|[项个]{_RULES}|大?类(?:{_PEOPLE}|(?=[，。；：]|$)))”?)"
)
_LEAST_ITEMS = 3


def _after_items(text: str, hidden: str) -> Iterator[Miscount]:
    """从思想、作风、纪律三个方面, 产业、人才、文化四大振兴."""
    anchored = tuple(_sums(_ANCHORED, _ANCHORED_CLAIM, hidden))
    for one in anchored:
        yield from _count_anchored(one, text)
    reported = {one.claim.end() for one in anchored}
    for one in _sums(_ITEMIZED, _ITEMIZED_CLAIM, hidden):
        if one.claim.end() not in reported:
            yield from _count_alike(one, text)


def _count_anchored(one: _Sum, text: str) -> Iterator[Miscount]:
    """A list after a word that says where it begins (从, 分为)."""
    *items, last = one.items.split("、")
    longest = max((len(item) for item in items), default=0)
    is_even = all(len(part) <= longest + 1 for part in JOINED.split(last))
    if items and is_even and not _is_phrased(text, one) and _is_counted(last, one.claim["claim"]):
        count = len(items) + 1
        yield from _miscount(one, text, count, count + _joined([last]))


def _count_alike(one: _Sum, text: str) -> Iterator[Miscount]:
    """Three items or more that are made alike; the first may have a verb before it.

    Two items are enough for the stages of something.
    """
    items = one.items.split("、")
    is_alike = len({len(item) for item in items[1:]}) == 1 and len(items[-1]) > 1
    least = 2 if _DEEDS.search(one.claim["claim"]) else _LEAST_ITEMS
    if is_alike and _is_counted(items[-1], one.claim["claim"]) and len(items) >= least:
        yield from _miscount(one, text, len(items), len(items) + _joined(items))


_VERBS = re.compile(
    "(?:建立|开展|召开|抓好|抓住|突出|围绕|聚焦|把握|把好|形成|健全|完善|制定|出台|组织|举办|建设|构建|打造"
    "|设立|成立|涉及|解决|提出|梳理|查摆|查找|列出|做到|坚持|强化|落实|推进|推动|完成|实现|达到|取得|获得"
    "|增加|新增|涌现|选派|选定|选择|确定|明确|包括|涵盖|排查|整治|整改|检查|指导|督促|走访|慰问|帮扶|登记"
    "|摸排|摸清|调研|收集|发现|处置|查处|打击|治理|化解|办理|培育|发展|壮大|扶持|引进|提升|优化|关爱|救助"
    "|创新|执行|贯彻|运用|深化|规范|细化|构筑|搭建|推行|实行|提高|增强|遵守|探索|巩固"
    "|服务|覆盖|惠及|针对|核查|监测|管控|防范|消除|纠正|宣传|培训|教育|引导|动员|发动|联系|对接|督查|巡查"
    "|[做抓建办分为按在对有共各这那每其的是用了过至到以成好实紧牢足细])$"
)


_DEEDS = re.compile("阶段|步骤|振兴")
"""What deeds are parts of and no objects of: 排查、整治两个阶段."""


def _is_counted(item: str, claim: str) -> bool:
    """Whether the last item is no verb, which would have what is counted as its object."""
    return "等" not in item and bool(_DEEDS.search(claim) or not _VERBS.search(item))


# --- levels and bodies -----------------------------------------------------------------------

_LEVEL = "(?:国家|中央|自治区|乡镇|街道|社区|网格|楼栋|[省市州县区乡镇村组户])"
_LEVELS = re.compile(rf"(?P<list>{_LEVEL}+(?:（■*）)?(?:[、和与及]{_LEVEL}+(?:（■*）)?)+)$")
_LEVELS_CLAIM = re.compile(rf"{_OPEN}(?P<claim>{_NUMBER}级)")
_GOES_ON = re.compile("[、和与及]$")
"""A list that goes on to the left, with items that are not known."""


def _after_levels(text: str, hidden: str) -> Iterator[Miscount]:
    """县、乡、村三级; 市县、乡镇 may be one level or two."""
    for one in _sums(_LEVELS, _LEVELS_CLAIM, hidden):
        items = _PARTED.split(one.items)
        most = sum(len(re.findall(_LEVEL, item)) for item in items)
        if not _GOES_ON.search(one.before):
            yield from _miscount(one, text, len(items), most)


_BODIES = tuple(
    (
        re.compile(
            rf"(?P<list>[^、，。；：！？和与及\s]{{1,14}}{end}"
            rf"(?:[、和与及][^、，。；：！？和与及\s]{{1,9}}{end})+)$"
        ),
        re.compile(rf"{_OPEN}(?P<claim>{_NUMBER}{what})"),
    )
    for end, what in (
        ("(?:[镇乡]|街道)", "个(?:乡镇|镇|乡)(?![村街级（、和])"),
        ("村", "个(?:行政)?村(?![民组级（、和居社])"),
        ("社区", "个社区"),
        ("局", "[个家](?:部门|单位)"),
        ("(?:[小中]学|学校|幼儿园)", "所(?:学校|小学|中学|幼儿园)"),
        ("公司", "家(?:企业|公司)"),
        ("县", "个县(?![级直城委（、和市区])"),
    )
)


def _after_bodies(text: str, hidden: str) -> Iterator[Miscount]:
    """柳河镇、石桥镇、河口镇三个乡镇: each item has the word for what is counted."""
    for lists, claims in _BODIES:
        for one in _sums(lists, claims, hidden):
            count = len(_PARTED.split(one.items))
            if not _GOES_ON.search(one.before):
                yield from _miscount(one, text, count, count)


# --- items in 《》 or in quotes ---------------------------------------------------------------

_MEASURE = "[部本个份项篇件首条门册套种大]"
_WORKS = (
    "书|图书|书籍|著作|读本|教材|法律|法规|规章|条例|文件|方案|制度|办法|规定|规划|意见|通知|细则|标准|规范"
    "|文章|作品|歌曲|课程|材料|专栏|栏目|节目|剧目|影片|电影|指南|预案"
)
_NAMED = "活动|行动|工程|品牌|专栏|栏目|机制|平台|制度|模式|称号|主题|板块|方面|环节|阶段|专项行动"
_ENCLOSED = tuple(
    (
        re.compile(rf"(?P<list>{one}(?:（■*）)?(?:(?:[、和与及]|以及)?{one}(?:（■*）)?)+)$"),
        re.compile(rf"{_OPEN}(?P<claim>{_NUMBER}{_MEASURE}(?:{nouns}))"),
    )
    for one, nouns in (("《■*》", _WORKS), ("“■*”", _NAMED))
)
_SENTENCE_END = re.compile("[。！？；\n]")


def _after_enclosed(text: str, hidden: str) -> Iterator[Miscount]:
    """《甲》《乙》《丙》三本书, “甲”“乙”两项活动."""
    for lists, claims in _ENCLOSED:
        for one in _sums(lists, claims, hidden):
            count = len(re.findall("[》”]", one.items))
            before = _SENTENCE_END.split(one.before)[-1]
            # What stands before in the sentence may be counted with it, and a copy is no work.
            is_more = re.search("[》”]|[、和与及]$", before) or one.claim["n"].isdigit()
            if not _is_phrased(text, one):
                yield from _miscount(one, text, count, _UNBOUNDED if is_more else count)


# --- items with a word in common -------------------------------------------------------------

_SHARED = re.compile("(?P<list>[^。；：！？“”\n]*[^。；：！？“”\n、，的等])$")
_SHARED_CLAIM = re.compile(
    rf"{_OPEN}(?:的|为(?:主要)?内容的)?"
    rf"(?P<claim>“{_NUMBER}个?(?P<key>[\u4e00-\u9fff]{{1,2}})”)(?![：（—，]|即)"
)


def _after_shared(text: str) -> Iterator[Miscount]:
    """进企业、进农村、进社区“三进”: every item begins with the word, or ends with it."""
    for one in _sums(_SHARED, _SHARED_CLAIM, text):
        key = one.claim["key"]
        clause = one.items.split("，")[-1].split("、")
        if _NUMERALS.search(key) or not (clause[-1].startswith(key) or clause[-1].endswith(key)):
            continue
        near = _count_back(clause, key)
        far = _count_back(re.split("[、，]", one.items), key)
        if near > 1:
            most = max(far, len(clause)) + _joined(clause[-near:])
            yield from _miscount(one, text, near, most)


def _count_back(items: list[str], key: str) -> int:
    """How many of the last items begin or end as the last does; the first may hold the key."""
    is_before = items[-1].startswith(key)
    count = 0
    for item in reversed(items):
        is_like = item.startswith(key) if is_before else item.endswith(key)
        if not is_like:
            return count + (key in item)
        count += 1
    return count
