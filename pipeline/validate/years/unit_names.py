"""What a unit is called: by others in full and in short, and by itself (我局, 我校). Pure."""

import re
from collections.abc import Iterator

_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}?(?:自治[区州县旗]|省|市|县|区|旗|州|盟)")
_LONGEST_COMPOUND = 3
"""Names of places that stand before a unit: province, city, county."""


def places_of(unit: str) -> tuple[str, ...]:
    """The places that a unit's name begins with, the last one nearest: (青禾县,)."""
    found: list[str] = []
    position = 0
    while len(found) < _LONGEST_COMPOUND and (match := _PLACE.match(unit, position)):
        # 青禾县 may be the whole unit (青禾县人民政府 is not); a rest must be left.
        if match.end() >= len(unit) - 1:
            break
        found.append(match[0])
        position = match.end()
    return tuple(found)


def short_forms(unit: str) -> tuple[str, ...]:
    """The names by which a unit may be called, the longest first: 青禾县图书馆, 县图书馆."""
    places = places_of(unit)
    forms = [unit]
    rest = unit
    for place in places:
        rest = rest.removeprefix(place)
        forms.append(place[-1] + rest)
    if places and len(places[-1]) > len("某县"):
        forms.append(places[-1][:-1] + rest)
    return tuple(sorted(dict.fromkeys(forms), key=len, reverse=True))


# What begins no other word: 我行我素, 我会努力, 我所知道的, 我委托 are no unit's name.
_SELF = re.compile(
    r"(?<![自本])我(?P<kind>局(?!限|促|部|面|势)|校(?!正|对|准|验)|馆|院(?!内外)|厅|镇|乡(?!村|亲|下|音|愁)"
    r"|中心(?!里|中)|公司|街道|社区|村(?!里|民)|台(?!上|下|词|湾)|园(?!林))"
)
_KINDS = {
    "局": "局",
    "校": "校学院",
    "馆": "馆",
    "院": "院",
    "厅": "厅",
    "镇": "镇",
    "乡": "乡",
    "中心": ("中心",),
    "公司": ("公司", "集团"),
    "街道": ("街道",),
    "社区": ("社区",),
    "村": "村",
    "台": "台",
    "园": "园",
}


_OTHER_KINDS = "部委办会室处所站队社府行署"
"""Units that call themselves by a word that is too common to look for."""


def own_kinds(unit: str) -> frozenset[str] | None:
    """Which of 局, 校, 馆 … fit a unit's name; None where the name says nothing."""
    kinds = frozenset(kind for kind, signs in _KINDS.items() if any(sign in unit for sign in signs))
    return kinds if kinds or unit[-1:] in _OTHER_KINDS else None


def find_self_names(text: str) -> Iterator[tuple[int, int, str]]:
    """The spans in a text where a unit calls itself 我局 and the like, each with its kind."""
    for match in _SELF.finditer(text):
        yield match.start(), match.end(), match["kind"]
