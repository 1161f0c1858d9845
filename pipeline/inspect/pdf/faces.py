"""A font's name in a PDF -> the standard's class of type."""

import re

from pipeline.model.faces import role_of_face
from pipeline.model.standard import FontRole

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(r"bold|heavy|black", re.IGNORECASE)
_REST = re.compile(r"[^0-9a-z\u4e00-\u9fff]+")

_PATTERNS: tuple[tuple[re.Pattern[str], FontRole], ...] = tuple(
    (re.compile(pattern), role)
    for pattern, role in (
        # the PostScript names of 方正's older faces are initials: FZXBSJW--GB1-0
        (r"xiaobiaosong|小标宋|^fzxbs|zhongsong|华文中宋", FontRole.XIAOBIAOSONG),
        (r"(notoserifcjk|sourcehanserif|思源宋体).*(bold|heavy|black)", FontRole.XIAOBIAOSONG),
        (r"fandolsong.*bold", FontRole.XIAOBIAOSONG),
        (r"fangsong|仿宋|^fzfs|^stfang|fandolfang|cesifs", FontRole.FANGSONG),
        (r"kaiti|楷|^fzk|^stkai|fandolkai|wenkai|^cesikt|simkai", FontRole.KAITI),
        (r"simhei|黑体|^fzh[et]|^stheiti|fandolhei|^cesiht", FontRole.HEITI),
        (r"notosanscjk|notosanssc|sourcehansans|思源黑体", FontRole.HEITI),
        (r"simsun|宋体|书宋|^fzss|^fzshusong|^stsong|fandolsong|^cesist", FontRole.SONGTI),
        (r"notoserifcjk|notoserifsc|sourcehanserif|思源宋体", FontRole.SONGTI),
    )
)


def face_name(base_font: str) -> str:
    """The name of a face without the six letters that mark a subset."""
    return _SUBSET.sub("", base_font)


def role_of_font(name: str) -> FontRole | None:
    """The class of type of a face, None where it is not known.

    `name` is that of `face_name`: a PostScript name, at times with a style behind a comma.
    """
    stem = name.partition(",")[0]
    exact = role_of_face(stem)
    if exact is not None:
        return exact
    key = _REST.sub("", name.casefold())
    return next((role for pattern, role in _PATTERNS if pattern.search(key)), None)


def is_bold_face(name: str) -> bool:
    """Whether a face is a bold one by its name; 小标宋 is no bold face, it is cut so."""
    return bool(_BOLD.search(name)) and role_of_font(name) is not FontRole.XIAOBIAOSONG
