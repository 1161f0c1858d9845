"""Which words claim a number of things, and which are names that only look like it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.proofread.numbers import read_chinese

_NUMBER = r"(?P<n>两|十[一二三四五六七八九]?|[二三四五六七八九]|[1-9]\d?)"
_MEASURE = "(?:大|个|项|种|类|条|道|本|张|支|套|块|把|场)"
_QUOTED = re.compile(rf"“{_NUMBER}{_MEASURE}?(?P<noun>[\u4e00-\u9fff]{{1,5}})”")
_NOUNS = (
    "方面|环节|步骤|举措|措施|做法|办法|途径|方法|结合|坚持|带头|到位|转变|变化|提升|突破|重点|难点|关键|"
    "抓手|载体|特点|亮点|原则|关系|意识|机制|体系|问题|不足|短板|任务|目标|要求|体会|启示|经验|建议|"
    "关口|防线|清单|台账|队伍|制度|行动|工程|活动|平台|能力|优势|保障"
)
_PLAIN = re.compile(
    rf"(?<![第\d.%几数十百千万余多约近前后首、一二三四五六七八九]){_NUMBER}"
    rf"(?:{_MEASURE}(?P<noun>{_NOUNS})|(?P<units>方面|大类|类|点|条|步)(?![\u4e00-\u9fff]))"
    "(?=$|[，。：；（—]|的|入手|着手|发力|用力|着力|下功夫|做起|抓起|抓|推|展开|进行|加以|做好)"
)
_HAVE = re.compile(
    r"(?:原因|问题|特点|意义|理由|做法|体会|经验|启示|不足|好处|途径)(?:主要)?有(?P<n>[两二三四五六七八九])(?=[：，。])"
)
_LOOSE = re.compile("行动|工程|活动|平台|制度|清单|台账|队伍|问题|任务|目标|要求|能力|优势|建议|条")
"""What is also counted where no list of it follows."""
_NUMERALS = re.compile("[二三四五六七八九十两]")

# Names of policies, meetings and programmes, whose number nobody has to account for.
_NAMES = frozenset(
    """
    三农 三公 三资 三夏 三秋 三伏 三峡 三江 三沙 三乱 三违 三废 三包 三无 三保 三支一扶 三改一拆
    三严三实 三会一课 三重一大 三下乡 三大改造 三大纪律 三大攻坚战 三大战役 三个代表 三个务必
    三个区分开来 三个有利于 三个文明 三同时 三项制度 三线一单 三区三线 三权分置 三调联动 三去一降一补
    三医联动 三社联动 三个倡导 三新经济 三品一标 三北工程
    四个意识 四个自信 四个伟大 四个全面 四个最严 四个现代化 四个重大 四个一批 四个不摘 四个着力
    四个善于 四个服从 四风 四史 四下基层 四好农村路 四有书记 四有好老师 四议两公开 四种形态 四大家
    四套班子 四大名著 四季度 四项基本原则 四项改革 四个革命 四不两直 四个没有变
    五位一体 五年规划 五年计划 五大发展理念 五保户 五老 五险一金 五好家庭 五个认同 五个一工程 五个振兴
    五讲四美 五星红旗 五水共治 五边五化 五个统筹
    六稳 六保 六个一 六大纪律 六项纪律 六个必须坚持 六个坚持
    七一勋章 七个有之 七项重点任务
    八项规定 八一建军节 八个明确 八个坚持
    九大行动 九二共识 十个明确 十个坚持 十四个坚持 十三个方面成就 十大工程 十条禁令 十不准
    两个维护 两个确立 两个率先 两个结合 两个毫不动摇 两个务必 两个大局 两个健康 两个百年 两个先锋队
    两山 两山论 两会 两学一做 两新 两重 两高 两高一剩 两不愁三保障 两优一先 两代表一委员 两癌 两免一补
    两弹一星 两步走 两型社会 两岸 两院 两室 两委 两个责任 两个根本性转变 两为 两手
    """.split()
)


@dataclass(frozen=True, slots=True)
class Claim:
    """“五带头” in a text: its span, its number, the word its items may share.

    `is_plain` is one without quotes, `is_loose` one of things that are also counted for their own
    sake, `is_counted` one whose number is in Arabic figures, as those of statistics are.
    """

    text: str
    start: int
    end: int
    number: int
    key: str
    is_plain: bool
    is_loose: bool
    is_counted: bool


def find_claims_in(text: str) -> Iterator[Claim]:
    """What in a text claims a number of things, in its order; names are left out."""
    matches = [(match, False) for match in _QUOTED.finditer(text)]
    matches += [(match, True) for match in (*_PLAIN.finditer(text), *_HAVE.finditer(text))]
    for match, is_plain in sorted(matches, key=lambda pair: pair[0].start()):
        noun = (match.groupdict().get("noun") or "").removeprefix("一")
        if _is_name(match[0].strip("“”"), noun, is_plain=is_plain):
            continue
        number = int(match["n"]) if match["n"].isdigit() else read_chinese(match["n"])
        assert number is not None, match["n"]
        is_loose = is_plain and _LOOSE.search(match[0]) is not None
        is_counted = match["n"].isdigit()
        yield Claim(match[0], *match.span(), number, noun, is_plain, is_loose, is_counted)


def _is_name(words: str, noun: str, *, is_plain: bool) -> bool:
    """A name, or a phrase with a second number (五讲四美), which no single list accounts for."""
    if not is_plain and _NUMERALS.search(noun):
        return True
    return words in _NAMES
