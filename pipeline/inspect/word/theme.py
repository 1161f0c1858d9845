"""The theme of a .docx: which faces and colours its names stand for."""

import re
from dataclasses import dataclass

from lxml import etree

from pipeline.model.faces import LATIN_FACE
from pipeline.model.standard import WORD_FONTS, FontRole
from pipeline.template.ooxml import DRAWING_TAG as _A
from pipeline.template.ooxml import TAG

_SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}
_HANS = "Hans"
LAST_RESORT = WORD_FONTS[FontRole.SONGTI]
"""What Word in Chinese takes for 汉字 where nothing names a face."""

_COLOR_NAMES = {
    "text1": "dk1",
    "dark1": "dk1",
    "tx1": "dk1",
    "background1": "lt1",
    "light1": "lt1",
    "bg1": "lt1",
    "text2": "dk2",
    "dark2": "dk2",
    "tx2": "dk2",
    "background2": "lt2",
    "light2": "lt2",
    "bg2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


_RGB = re.compile(r"[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class Theme:
    """Faces by the value of a theme attribute (`minorEastAsia`), colours as RRGGBB."""

    faces: dict[str, str]
    colors: dict[str, str]

    def face(self, name: str) -> str:
        """The face that a theme attribute names; the usual one where the theme has none."""
        if found := self.faces.get(name):
            return found
        return LAST_RESORT if name.endswith("EastAsia") else LATIN_FACE

    def color(self, name: str) -> str | None:
        """The colour that a theme name stands for, None where the theme has none of it."""
        return self.colors.get(_COLOR_NAMES.get(name, name))


def rgb(value: str) -> str | None:
    """A colour as RRGGBB, None for what is none (automatic, a name, nonsense)."""
    return value.upper() if _RGB.fullmatch(value) else None


def read_theme(theme: etree._Element | None, settings: etree._Element | None) -> Theme:
    """The theme, with the faces of the language that the settings name; Chinese by default."""
    if theme is None:
        return Theme({}, {"dk1": "000000", "lt1": "FFFFFF"})
    language = None if settings is None else settings.find(f"{TAG}themeFontLang")
    locale = "" if language is None else language.get(f"{TAG}eastAsia", "")
    script = _SCRIPTS.get(locale, _HANS)
    return Theme(_faces(theme, script), _colors(theme))


def _faces(theme: etree._Element, script: str) -> dict[str, str]:
    faces: dict[str, str] = {}
    for size in ("major", "minor"):
        fonts = theme.find(f".//{_A}{size}Font")
        if fonts is None:
            continue
        by_script = {node.get("script"): node.get("typeface") for node in fonts.iter(f"{_A}font")}
        latin = _typeface(fonts, "latin")
        east_asia = _typeface(fonts, "ea") or by_script.get(script) or by_script.get(_HANS) or ""
        for slot in ("Ascii", "HAnsi"):
            faces[size + slot] = latin
        faces[size + "EastAsia"] = east_asia
        faces[size + "Bidi"] = _typeface(fonts, "cs") or latin
    return faces


def _typeface(fonts: etree._Element, slot: str) -> str:
    node = fonts.find(_A + slot)
    return "" if node is None else node.get("typeface", "")


def _colors(theme: etree._Element) -> dict[str, str]:
    scheme = theme.find(f".//{_A}clrScheme")
    colors = {"dk1": "000000", "lt1": "FFFFFF"}
    for node in () if scheme is None else scheme:
        for value in node:
            if found := rgb(value.get("lastClr") or value.get("val") or ""):
                colors[etree.QName(node).localname] = found
    return colors
