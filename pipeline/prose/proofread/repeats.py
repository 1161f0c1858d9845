"""Words that stand twice, adverbs with 的, blanks that were not filled in."""

import re
from collections.abc import Iterator, Sequence

from pipeline.chinese.numerals import COUNTS, ONES
from pipeline.prose.proofread.counting import masked
from pipeline.prose.proofread.passage import PROSE, Passage, PassageKind, TextIssue
from pipeline.prose.proofread.pattern import Match, Pattern, find_patterns, pattern

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
    "|各级|全县|全市|全镇|全局|县委|广泛|扎实|坚决|牢固|迅速|立即|逐步|逐项|始终|大力|着力|精心|高度|科学|合理"
    "|健全|完善|巩固|深化|强化|优化|细化|增强|确保|维护|保持|实现|印发|召开|举行|聚焦|围绕|紧扣|压实|夯实"
    "|措施|举措|任务(?!任务[书清单])|目标(?!目标责)|机制|制度(?!制度[化性])|作风(?!作风[建问])|隐患|台账|成效|成果"
    "|纪律(?!纪律[部检作处审])|困难(?!困难[群职家户党学人])|部门(?!部门[间协联预])|乡镇(?!乡镇[企级干])|资金|经费"
    "|企业(?!企业[家主所文年])|项目(?!项目[部法库经化])|单位|干部(?!干部[教人监考队])|职工(?!职工[之医书养])"
    "|党委(?!党委[书委])|政府(?!政府[采网信投])"
    "|会同(?!会同县)|发放"
    "|邀请(?!邀请[函赛人者方的])|提供(?!提供[者方的商])|参加(?!参加[过者人的])|获得(?!获得[感者过的])"
    "|会议(?!会议(?:[室厅纪记材精通议决期]|强调|指出|要求|认为|由|传达|听取|审议|研究|号召))"
    "|工作(?!工作[组者人队服证室量站日餐])|群众(?!群众[性文路团组])"
)
"""Words of two characters that neither come twice in speech (商量商量) nor begin the next word."""


_DEEDS = (
    "检查|排查|整治|整改|治理|督查|走访|慰问|调研|宣传|培训|部署|动员|调度|督导|巡查|研判|评估|验收"
)
"""What also comes twice in speech (再检查检查): reported only behind words of official prose."""

_ORGANISED = (
    "(?:^|(?<=[，。；：])|(?<=积极|精心|认真|统一|定期|多次|先后|全年|广泛))"
    "(?P<one>组织)(?P=one)(?![部者内]|生活|人事|关系|机构|工作|委员|纪律|优势|建设|领导|架构|体系|形式)"
)
"""组织 is a body too (党组织组织党员): reported where no body can stand before it."""

_OFFICIAL = "开展|进行|组织|专项|集中|全面|统一|安全|监督|精心|周密|实地|入户"


def _first_half(match: Match) -> str:
    return match["one"]


_PATTERNS: tuple[Pattern, ...] = (
    pattern(
        "W05-twice", "(?<![目标])(?P<one>的|们|(?<![植棉毛盖夹])被)(?P=one)(?![确士])", _first_half
    ),
    pattern("W05-twice", "(?<=[{HAN}]{2})(?<![甚时])(?P<x>了了)(?!之|解|然|事|却|结)", "了"),
    pattern("W05-twice", f"(?P<one>{_NEVER_TWICE})(?P=one)(?!再)", _first_half, PROSE),
    pattern("W05-twice", _ORGANISED, _first_half, PROSE),
    pattern(
        "W05-twice",
        f"(?<={_OFFICIAL})(?P<one>{_DEEDS})(?P=one)(?![组站员队部栏室所点卡处员证班车])",
        _first_half,
        PROSE,
    ),
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
        frozenset(
            {
                PassageKind.TITLE,
                PassageKind.HEADING,
                PassageKind.BODY,
                PassageKind.POINT,
                PassageKind.CELL,
            }
        ),
    ),
)


def find_repeats(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    yield from find_patterns(_PATTERNS, passages)
    for number, passage in enumerate(passages):
        if passage.kind in PROSE:
            for start, end in _find_listed_twice(masked(passage.text)):
                found = f"“{passage.text[start:end]}”"
                yield TextIssue("W05-twice", number, start, end, found, found)


# --- an item that a list names twice ---------------------------------------------------------

_LIST = re.compile("[^，。；：！？（）“”《》\\s]+")
_LEAST_ITEMS, _MOST_ITEMS = 3, 60
_TURNS = re.compile(
    f"分别|依次|先后|轮流|轮班|值班|沿|往返|线路|路线|一|各[为是获得]|[{ONES[1:]}十]等奖|\\d"
)
"""Words of lists in which the same may come twice: 分别评为优秀、良好、优秀."""

_LAST = re.compile(f"等|以及|[和与及]|[{COUNTS}十几]+[个项类家大]")
_LEAST_CHARS = 2


def _find_listed_twice(text: str) -> Iterator[tuple[int, int]]:
    """The spans of items that stand in their list already: 公安、教育、公安."""
    for match in _LIST.finditer(text):
        if not _LEAST_ITEMS <= match[0].count("、") + 1 <= _MOST_ITEMS or _TURNS.search(match[0]):
            continue
        *items, last = match[0].split("、")
        items.append(_LAST.split(last)[0])
        if len(set(items)) == 1:
            continue  # What is called out: 加油、加油、加油.
        seen: set[str] = set()
        start = match.start()
        for place, item in enumerate(items):
            is_like = len(item) >= _LEAST_CHARS and (
                item in seen or (place > 1 and _ends_first(items[0], items[1:place], item))
            )
            if is_like:
                yield start, start + len(item)
            if place:
                seen.add(item)
            start += len(item) + 1


def _ends_first(first: str, between: Sequence[str], item: str) -> bool:
    """Whether the first item, which may have words before it, is that of the rest of a list."""
    is_first = first.endswith(item) and _LED.search(first[: -len(item)])
    return bool(is_first) and all(len(one) <= len(item) + 1 for one in between)


_LED = re.compile(
    "(?:组织|协调|会同|联合|邀请|走访|深入|包括|涉及|涵盖|围绕|聚焦|加强|推进|做好|抓好|发放|由|从|对|在|为|与)$"
)
