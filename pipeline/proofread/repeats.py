"""Words that stand twice, adverbs with 的, blanks that were not filled in."""

from collections.abc import Iterator, Sequence

from pipeline.proofread.passage import PROSE, Kind, Passage, Slip
from pipeline.proofread.pattern import Match, Pattern, find_patterns, pattern

_ADVERBS = (
    "认真|切实|扎实|积极|深入|全面|充分|有效|不断|及时|广泛|严格|主动|自觉|圆满|顺利|扎扎实实"
)
_VERBS = (
    "贯彻落实|开展了|推进了|推动了|完成了|落实了|组织了|做好|抓好|宣传了|学习了|执行了|解决了|研究了"
    "|贯彻了|发挥了|履行了|参与到|投入到|融入到"
)


_NEVER_TWICE = (
    "积极|认真|切实|全面|深入|有效|及时|主动|充分|不断|严格|顺利|明显|显著|重要|主要|方案|文件|情况|贯彻"
    "|落实|推动|加强|提高|提升|开展|坚持|完成|取得|制定|建立|形成|促进|按照|根据|以及|并且|同时|我们|他们"
    "|各级|全县|全市|全镇|全局|县委|工作(?!工作[组者人队服证室量站日餐])|群众(?!群众[性文路团组])"
)
"""Words of two characters that neither come twice in speech (商量商量) nor begin the next word."""


def _first_half(match: Match) -> str:
    return match["one"]


_PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "W05-twice", "(?<![目标])(?P<one>的|们|(?<![植棉毛盖夹])被)(?P=one)(?![确士])", _first_half
    ),
    pattern("W05-twice", "(?<=[{HAN}]{2})(?<![甚时])(?P<x>了了)(?!之|解|然|事|却|结)", "了"),
    pattern("W05-twice", f"(?P<one>{_NEVER_TWICE})(?P=one)(?!再)", _first_half, PROSE),
    pattern(
        "W05-twice",
        "(?P<one>(?<![存所现实内潜自正好旨])在|(?<![参赋给授干付])与(?!与会)"
        "|及(?!及[时早格其])|由(?!由[于此])|使(?!使[用命])|也|从(?!从[容严而]))(?P=one)",
        _first_half,
        PROSE,
    ),
    pattern("W05-twice", "(?P<one>(?!一)[{HAN}]{3,12})(?P=one)", _first_half, PROSE),
    pattern(
        "W05-twice", "(?P<one>[{HAN}]{4,12})[，、；](?P=one)(?=[，。；、])", _first_half, PROSE
    ),
    pattern(
        "W07-redundant", "截[至止](?:目前|当前|[^，。；]{1,12}?[日底末])(?P<x>为止)", None, PROSE
    ),
    pattern("W08-de", f"(?:{_ADVERBS})(?P<x>的)(?={_VERBS})", "地", PROSE),
    pattern(
        "W09-placeholder",
        r"(?<![A-Za-zＸ])[XxＸ]{2,}(?![A-Za-z])|×{2,}(?!\d)|_{2,}|＿{2,}|(?<=数[字据量]|金额|名单|时间|地点|日期)待(?:核实|补充|定|填)|（(?:待[补核完定][^（）]{0,4}|略)）"
        r"|此处(?:填写|插入|省略)|(?:TODO|FIXME)",
        None,
        frozenset({Kind.TITLE, Kind.HEADING, Kind.BODY, Kind.POINT, Kind.CELL}),
    ),
)


def find_repeats(passages: Sequence[Passage]) -> Iterator[Slip]:
    return find_patterns(_PATTERNS, passages)
