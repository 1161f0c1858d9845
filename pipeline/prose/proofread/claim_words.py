"""Which words claim a number of things, and which are names that only look like it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from pathlib import Path

from pipeline.chinese.numerals import COUNTS, ONES, read_numeral

_NUMBER = rf"(?P<n>两|十[{ONES}]?|[{ONES[1:]}]|[1-9]\d?)"
_MEASURE = "(?:大|个|项|种|类|条|件|道|本|张|支|套|块|把|场)"
_QUOTED = re.compile(rf"“{_NUMBER}{_MEASURE}?(?P<noun>[\u4e00-\u9fff]{{1,5}})”")
_NOUNS = (
    "环节|步骤|举措|措施|做法|办法|途径|方法|结合|坚持|带头|到位|转变|变化|提升|突破|重点|难点|关键|"
    "抓手|载体|特点|亮点|原则|关系|意识|机制|体系|问题|不足|短板|任务|目标|要求|体会|启示|经验|建议|"
    "工作|大事|实事|事|关口|防线|清单|台账|队伍|制度|行动|工程|活动|平台|能力|优势|保障|品牌|板块|阵地"
)
_QUALITY = "(?:突出|明显|鲜明|显著|主要|重要|具体|关键|基本)?"
_POINTS = "点(?:体会|启示|建议|要求|意见|经验|做法|打算|思考|不足)?"
_ENDS = (
    "$|[，。：；（—]|的|走[，。：]|入手|着手|发力|用力|着力|下功夫|做起|抓|推|展开|进行|加以|做好"
)
"""What follows a noun that is counted by itself, and is not the first half of another."""

_PLAIN = re.compile(
    rf"(?<![第\d.%几数十百千万余多约近前后首、{ONES}]){_NUMBER}"
    rf"(?:[个大]?方面(?!军)|[个大](?P<stage>阶段)(?![性一二三四])"
    rf"|(?:{_MEASURE}{_QUALITY}(?P<noun>{_NOUNS})|大类|类|条|步|{_POINTS})(?={_ENDS}))"
)
_HAVE = re.compile(
    rf"(?:原因|问题|特点|意义|理由|做法|体会|经验|启示|不足|好处|途径)(?:主要)?有(?P<n>[二{COUNTS}])(?=[：，。])"
)
_DEEDS = (
    "带头|结合|坚持|到位|转变|落实|统一|必须|不准|严禁|确保|公开|同步|促进|提升|突破|强化|突出|聚焦|覆盖"
    "|率先|严格|防止|杜绝|加强|提高|结对"
)
_NOT_ORDINAL = (
    rf"(?<=[\u4e00-\u9fff])(?<![{ONES}两、])"
    "(?<![第周期初号月日至每半点分几数十百千万余多约近前后首老张李王])"
)
_LISTED = "$|[：（—]|，?(?:即|分别[是为]|也就是|具体[是为])|[，。](?:一是|第一[，、]|首先)"
_CALLED = "的?(?:要求|目标|原则|标准|思路|工作机制|机制|工作法|活动|办法)"
_BARE = re.compile(
    rf"{_NOT_ORDINAL}{_NUMBER}(?P<noun>{_DEEDS})(?={_LISTED}|{_CALLED}(?:{_LISTED}))"
)
"""做到五带头：a claim of deeds without a measure; only where its list certainly follows."""

_LOOSE = re.compile(
    "工作|行动|工程|活动|平台|制度|清单|台账|队伍|问题|任务|目标|要求|能力|优势|建议|条|阶段|品牌|板块|阵地"
)
"""What is also counted where no list of it follows."""
_NUMERALS = re.compile(f"[二{COUNTS}十]")

_NAMES_FILE = Path(__file__).with_name("claim_names.txt")


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

    @property
    def is_bare(self) -> bool:
        """Whether it is a number and a deed, with neither quotes nor a measure: 五带头."""
        return self.is_plain and read_numeral(self.text.removesuffix(self.key)) == self.number


def find_claims_in(text: str) -> Iterator[Claim]:
    """What in a text claims a number of things, in its order; names are left out."""
    matches = [(match, False) for match in _QUOTED.finditer(text)]
    matches += [(match, True) for match in _plain_matches(text)]
    for match, is_plain in sorted(matches, key=lambda pair: pair[0].start()):
        groups = match.groupdict()
        noun = (groups.get("noun") or groups.get("stage") or "").removeprefix("一")
        if _is_name(match[0].strip("“”"), noun, is_plain=is_plain):
            continue
        number = read_numeral(match["n"])
        assert number is not None, match["n"]
        is_loose = is_plain and _LOOSE.search(match[0]) is not None
        is_counted = match["n"].isdigit()
        yield Claim(match[0], *match.span(), number, noun, is_plain, is_loose, is_counted)


def _plain_matches(text: str) -> Iterator[re.Match[str]]:
    return chain.from_iterable(one.finditer(text) for one in (_PLAIN, _BARE, _HAVE))


def _is_name(words: str, noun: str, *, is_plain: bool) -> bool:
    """A name, or a phrase with a second number (五讲四美), which no single list accounts for."""
    if not is_plain and _NUMERALS.search(noun):
        return True
    return words in _names()


@cache
def _names() -> frozenset[str]:
    rows = _NAMES_FILE.read_text("utf-8").splitlines()
    return frozenset(name for row in rows if not row.startswith("#") for name in row.split())
