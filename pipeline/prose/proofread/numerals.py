"""Numerals and units (GB/T 15835, GB 3100)."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from pipeline.chinese.dates import read_date, write_date
from pipeline.chinese.numerals import (
    FALSE_ZEROS,
    ONES,
    TENS,
    ZEROS,
    read_decimal,
    read_digits,
    read_numeral,
    write_numeral,
)
from pipeline.prose.proofread.passage import PROSE, Passage, TextIssue
from pipeline.prose.proofread.pattern import Match, Pattern, find_patterns, pattern

_WIDE = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_WRONG_ZEROS = f"零{FALSE_ZEROS}"
_THOUSANDS = "元人名户亩吨册份张条件场次平公多余"
_YEAR = r"(?:19|20)\d{2}"
_ABOUT = "(?<![节预制合条契签违履公婚隐集最附就靠临邻接亲])"
"""Before 约 and 近: 节约, 预约, 合约, 最近, 附近 say nothing of a number."""


def _percent(match: Match) -> str | None:
    value = read_decimal(match["value"])
    return f"{value}%" if value else None


def _count(match: Match) -> str | None:
    value = read_numeral(match["x"])
    return str(value) if value else None


def _chinese(match: Match) -> str:
    return write_numeral(int(match["x"]))


def _approximate(match: Match) -> str | None:
    """5、6 -> 五六; what does not follow upon the other is no approximate number."""
    low, high = int(match["low"]), int(match["high"])
    return write_numeral(low) + write_numeral(high) if high - low == 1 else match["x"]


def _chinese_year(match: Match) -> str:
    return re.sub(f"[{_WRONG_ZEROS}]", "〇", match["x"])


def _plain_date(match: Match) -> str | None:
    day = read_date(match[0])
    return write_date(day) if isinstance(day, date) else None


def _arabic_year(match: Match) -> str | None:
    value = read_digits(match["x"])
    return str(value) if value else None


def _multiplied(match: Match) -> str:
    return str(int(match["number"]) * TENS[match["unit"]])


def _one_unit(match: Match) -> str:
    """3亿4500万 -> 3.45亿."""
    value = Decimal(match["great"]) + Decimal(match["small"]) / 10_000
    return f"{value.normalize():f}亿"


_PATTERNS: tuple[Pattern, ...] = (
    pattern("D10-wide", "[０-９]+(?:．[０-９]+)?％?", lambda match: match[0].translate(_WIDE)),
    pattern(
        "D01-percent",
        rf"百分之(?P<value>[零{ONES}十]+(?:点[零〇{ONES}]+)?)(?![百千万几多来余个])",
        _percent,
        PROSE,
    ),
    pattern(
        "D01-quantity",
        rf"(?<![第约近几数百千十{ONES}、])"
        # Two numerals side by side are an approximate number (一百四五十人): GB/T 15835, 4.2.2.
        rf"(?![零百十{ONES}]*[{ONES}]{{2}})"
        rf"(?P<x>(?:[{ONES}]?十[{ONES}]|[{ONES}]十|[{ONES}]百[零{ONES}十]+)"
        r"(?:万|千)?)(?=人次|人(?![大民生格文])|名|篇|场次|场|户|件(?!套)|次(?!全|会))",
        _count,
        PROSE,
    ),
    pattern("D02-year", r"(?<!\d)0\d年(?!级)", None, PROSE),
    pattern("D02-year", r"(?<![\d.])[1-9]\d年(?=(?:1[0-2]|[1-9])月)", None, PROSE),
    pattern("D03-ji", r"(?<![\d.])(?P<x>[1-9]0)(?=几[个名次人天年户件万])", _chinese),
    pattern("D03-ji", r"几\d+[个名次人天年户件]|(?<!\d)[1-9]\d*几"),
    pattern(
        "D03-approx",
        r"(?<![\d第、.])(?P<x>(?P<low>[1-9])、(?P<high>[1-9]))(?=次|个(?!方面)|名|天|位)",
        _approximate,
        PROSE,
    ),
    pattern(
        "D03-double",
        _ABOUT + r"(?:大约|约|近|将近|超过|不足|至少|最多)(?:有)?\d[\d.,]*[万亿千百]?"
        r"(?:[余多](?![少元年])|[{HAN}]{0,2}(?:左右|上下)(?![滑降行级]))"
        r"|\d[\d.,]*[万亿]?[余多][{HAN}]{1,2}(?:左右|上下)",
        None,
        PROSE,
    ),
    pattern(
        "D03-double",
        _ABOUT + f"(?:大约|约|将近|近)[百千万]余(?!年)|[{ONES}]?[十百千万]多余(?=[个名人次件户])",
        None,
        PROSE,
    ),
    pattern(
        "D03-double",
        _ABOUT + rf"(?:大约|约)近(?=有?[\d几百千万{ONES}])",
        None,
        PROSE,
    ),
    pattern(
        "D03-double",
        _ABOUT + f"(?:大约|约|将近|近)[{ONES}十百千万两几]+[余来多]?[{{HAN}}]{{1,2}}(?:左右|上下)",
        None,
        PROSE,
    ),
    pattern(
        "D04-zero",
        rf"(?P<x>[一二](?=[〇{ONES}]{{0,2}}[{_WRONG_ZEROS}])"
        rf"[〇{_WRONG_ZEROS}{ONES}]{{3}})(?=年)",
        _chinese_year,
    ),
    pattern(
        "D07-mixed",
        rf"(?P<x>[一二][{ZEROS}{ONES}]{{3}})(?=年\d{{1,2}}月)",
        _arabic_year,
        PROSE,
    ),
    pattern(
        "D07-mixed",
        rf"(?<!\d){_YEAR}年(?P<x>十[一二]?|[{ONES}])(?=月)",
        _count,
        PROSE,
    ),
    pattern(
        "D07-date",
        rf"(?<![\d.\-/A-Za-z]){_YEAR}(?P<mark>[./-])(?:1[0-2]|0?[1-9])(?P=mark)"
        r"(?:3[01]|[12]\d|0?[1-9])(?![\d.\-/])",
        _plain_date,
        PROSE,
    ),
    pattern("D05-percent", r"(?<![\d.])\d+(?:\.\d+)?(?P<x>)(?=[～~—－-]\d+(?:\.\d+)?[%％])", "%"),
    pattern("D05-unit", r"(?<![\d.])\d+(?:\.\d+)?[～~]\d+(?:\.\d+)?[万亿]", None, PROSE),
    pattern("D06-week", r"(?<=星期)(?P<x>[1-6])(?!\d)", _chinese),
    pattern("D06-week", r"(?<=[，。、（至逢每]周)(?P<x>[1-6])(?=上午|下午|晚上)", _chinese),
    pattern(
        "D06-congress", r"(?<=党的)(?P<x>1[0-9]|2[0-9])(?=大(?:[精报以胜召提]|$|[，。]))", _chinese
    ),
    pattern("D06-congress", r"(?P<x>1[0-9]|2[0-9])(?=届[一二三四五六七]中全会)", _chinese),
    pattern("D06-congress", r"(?<=届)(?P<x>[1-9])(?=中全会)", _chinese),
    pattern("D06-congress", r"(?<!\d)(?P<x>1[0-9])(?=[”’]?五[”’]?(?:规划|时期|期间))", _chinese),
    pattern("D06-congress", r"(?<=第)(?P<x>1)(?=书记)", _chinese),
    pattern(
        "D06-dot",
        r"(?<=[“‘\"])(?:3(?=.(?:8|12|15)[”’\"])|4(?=.15)|5(?=.(?:4|12|25)[”’\"])|6(?=.(?:5|26)[”’\"])"
        r"|9(?=.18)|11(?=.9[”’\"])|12(?=.(?:2|4|5|9|13)[”’\"]))(?P<x>[.．。、-])(?=\d{1,2}[”’\"])",
        "·",
    ),
    pattern(
        "D06-dot",
        r"(?<![\d.])(?:3|4|5|6|11|12)(?P<x>[.．])(?=(?:15|26|12|9|4)"
        r"(?:国际|消费者|禁毒|宪法|消防|防灾|全民国家))",
        "·",
    ),
    pattern(
        "D06-dot",
        r"(?P<x>[五七八九]·[一四九]八?)(?=运动|事变|建军|建党|劳动|青年|[”’])",
        lambda match: match["x"].replace("·", ""),
    ),
    pattern("D06-dot", r"(?<=一二)(?P<x>)(?=九运动)", "·"),
    pattern("D08-compound", r"(?<![\d.])(?P<great>\d+)亿(?P<small>\d{1,4})万", _one_unit),
    pattern(
        "D08-thousand",
        rf"(?<![\d.])(?P<number>[1-9]\d?)(?P<unit>[十百千])(?=[{_THOUSANDS}])(?!千[米克瓦赫])",
        _multiplied,
    ),
    pattern("D10-decimal", r"(?<=[{HAN}，、（])(?P<x>)\.(?=\d+(?:[%％万亿元个倍]))", "0"),
    pattern("D10-comma", r"(?<![\d.])\d{1,3}(?P<x>，)(?=\d{3}(?:[元人户亩吨万册份]|平方))", ""),
    pattern(
        "D12-times",
        rf"(?:减少|下降|降低|缩小|压缩|缩短)了?(?:\d+(?:\.\d+)?|[{ONES}十两]+)倍",
        None,
        PROSE,
    ),
    pattern(
        "D12-plural",
        r"\d+[余多]?[名位个](?:(?![和与及跟])[{HAN}]){1,6}?(?<![我你他她它咱人])(?P<x>们)",
        "",
        PROSE,
    ),
    pattern("D12-two", rf"(?<![第{ONES}十百千万〇零、\d])二(?=[个位件](?![一二]))", "两", PROSE),
    pattern(
        "T02-unit",
        r"(?<=\d)\s?(?P<x>K[Mm](?![A-Za-z])|K[Gg](?![A-Za-z]))",
        lambda match: match["x"].lower(),
    ),
    pattern("T02-unit", r"(?<=\d)(?P<x>[Mm]2)(?![\d A-Za-z])", "m²"),
)


def find_numerals(passages: Sequence[Passage]) -> Iterator[TextIssue]:
    return find_patterns(_PATTERNS, passages)
