"""Punctuation (GB/T 15834) as far as a look at a few characters goes."""

from collections.abc import Iterator, Sequence

from pipeline.chinese.numerals import ONES, read_numeral
from pipeline.prose.proofread.passage import Passage, PassageKind, TextIssue
from pipeline.prose.proofread.pattern import HAN, Match, Pattern, find_patterns, pattern

HALF_WIDTH = (
    rf"(?<=[{HAN}”）》])[,;:?!](?=[{HAN}“（《]|$)"
    rf"|(?<=[{HAN}])\.(?=[{HAN}]|$)"
    rf"|(?<=[{HAN}])\"|\"(?=[{HAN}])"
    rf"|\((?=[^()]*[{HAN}])|(?<=[{HAN}])\)"
)
"""A half-width mark in Chinese text (GB/T 15834, 5.1)."""

ZERO_IN_DATE = r"(?<!\d)0\d月(?:\d{1,2}日)?|(?<!\d)\d{1,2}月0\d日"
"""A month or a day with a 0 before it (GB/T 9704-2012, 7.3.5.4)."""

_FULL_WIDTH = str.maketrans(",;:?!.", "，；：？！。")
_COUNTED = "(?:[个次名位天户人件种条家倍篇场所遍支]|年(?!级))"
_VALUE_UNIT = (
    r"(?:[%％‰℃人次名万亿元吨亩米岁天倍户家场件台辆]|公[里斤顷]|千[克米]|个(?!月)|平方|立方"
    "|小时|分钟|周岁)"
)
_DOCUMENTS = "通知|意见|决定|方案|办法|报告|批复|函|规定|公告|通报"
_ACTIVITIES = "活动|竞赛|大赛|比赛|称号|讲座|培训班"
_WORDS_WITH_HE = "谐平睦气解缓善美蔼好顺煦合田县衷盘服和"

_BODY = frozenset({PassageKind.BODY})
_RUNNING = frozenset({PassageKind.BODY, PassageKind.POINT})
_TITLE = frozenset({PassageKind.TITLE})


def without_zeros(date: str) -> str:
    """A date as 7.3.5.4 wants it: 08月01日 is 8月1日."""
    return date.replace("年0", "年").replace("月0", "月").removeprefix("0")


def _full_width(match: Match) -> str | None:
    return match[0].translate(_FULL_WIDTH)


def _neighbours(match: Match) -> str | None:
    """三、四 -> 三四; what does not follow upon the other is no approximate number."""
    low, high = match["low"], match["high"]
    numbers = read_numeral(low), read_numeral(high)
    return low + high if numbers in _PAIRS else match["x"]


_PAIRS = frozenset((low, low + 1) for low in range(1, 9))

_PATTERNS: tuple[Pattern, ...] = (
    pattern("Q13-ellipsis", r"\.{3,}|。{3,}|·{3,}|、{3,}|．{3,}|(?<!…)…(?!…)", "……"),
    pattern("Q12-half", rf"(?<=[{HAN}”）》，。、；：\d%％])[,;:?!](?=[{HAN}“（《]|$)", _full_width),
    pattern("Q12-half", r"(?<=[{HAN}])\.(?=[{HAN}]|$)", _full_width),
    pattern("B12-zero", ZERO_IN_DATE, lambda match: without_zeros(match[0])),
    pattern(
        "Q07-first",
        rf"(?:^|(?<=[。；：！？]))(?:第|其)[{ONES}十]+(?P<x>、)(?![第{ONES}十，、。；：])",
        "，",
        _RUNNING,
    ),
    pattern(
        "Q07-bracket",
        rf"(?:^|(?<=[。；：]))(?:（[{ONES}十]+）|（\d{{1,2}}）)(?P<x>[、，.．])(?![，、。；：])",
        "",
        _RUNNING,
    ),
    pattern("Q07-arabic", r"(?:^|(?<=[。；：]))\d{1,2}(?P<x>、)(?=[{HAN}“《])", ".", _RUNNING),
    pattern("Q09-titles", "(?<=》)、(?=《)", ""),
    pattern("Q09-quotes", "(?<=”)、(?=“)", ""),
    pattern(
        "Q09-approx",
        rf"(?<![第初高大周期十百千、{ONES}])"
        rf"(?P<x>(?P<low>[{ONES}])、(?P<high>[{ONES}两]))"
        rf"(?=[十百千万]?{_COUNTED})(?!个方面|[十百千]?[{ONES}])",
        _neighbours,
    ),
    pattern(
        "Q09-and",
        rf"(?<=[{{HAN}}”》])、(?=和(?![{_WORDS_WITH_HE}])|以及|及(?![时早格其第]))",
        "",
    ),
    pattern(
        "Q09-etc", "(?<=[{HAN}”》])、(?=等(?:[，。；的]|(?![靠待要候级额等着于同])[{HAN}]{2}))", ""
    ),
    pattern("Q10-etc", r"……?(?=等(?![候待级额于式边同]))", ""),
    pattern("Q10-etc", r"(?<=[{HAN}]等)……(?=[，。；]|$)", ""),
    pattern("Q11-tilde", r"(?<=[\d%])~(?=\d)", "～"),
    pattern(
        "Q11-value",
        r"(?<![\d.\-—A-Za-z])\d+(?:\.\d+)?[%％]?(?P<x>[-－–—])(?=\d+(?:\.\d+)?" + _VALUE_UNIT + ")",
        "～",
    ),
    pattern("Q11-time", r"(?<=[日时分])[-－–~～](?=\d{1,4}[年月日时:：])", "—"),
    pattern("Q11-time", r"(?<=\d月)[-－–~～](?=\d{1,2}月)", "—"),
    pattern("Q11-time", r"(?<!\d)(?:19|20)\d\d年?(?P<x>[-－–~～])(?=(?:19|20)\d\d学?年)", "—"),
    pattern(
        "Q14-dash",
        "(?<=[{HAN}”》）])(?:-{2,}|－{2,}|──|–{2}|―{2})(?=[{HAN}“《])",
        "——",
    ),
    pattern("Q14-dash", "(?<=[{HAN}”》）])[–―](?=[{HAN}“《])"),
    pattern("Q15-twice", r"(?P<mark>[，、；：。])(?P=mark)+", lambda match: match["mark"]),
    pattern("Q15-clash", "[，、；：][，。；：、？！]|。[，、；：]|[？！][。，；]"),
    pattern(
        "Q18-document",
        rf"“(?P<name>关于[^“”《》]{{2,40}}的(?:实施|指导|工作)?(?:{_DOCUMENTS}))”",
        lambda match: f"《{match['name']}》",
    ),
    pattern("Q18-activity", f"《[^《》]{{2,20}}(?:{_ACTIVITIES})》"),
    pattern(
        "Q21-blank",
        # A date that heads a paragraph of a chronicle is set off by a full-width blank, the two
        # halves of a title (《持续发力 纵深推进》) by one of any width.
        r"(?<=[{HAN}，。；：、！？”》])(?: +|(?<![年月日])\u3000+)(?=[{HAN}，。；：、！？“《])"
        "(?![^《》]*》)",
        "",
        _BODY,
    ),
    pattern("Q20-comma", "[，、]$", None, _BODY),
    pattern("R07-mark", "[，；：。](?=.)", None, _TITLE),
)
"""Of two that find the same, the first is reported."""


def find_marks(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    return find_patterns(_PATTERNS, passages)
