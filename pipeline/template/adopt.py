"""word.docx -> the measures it was changed to: what an office set in Word holds for the PDF too.

The inverse of `template.word`: each style that is found by its name gives its face, size, pitch,
indent and colour; the section gives the margins. Where template.yaml sets the same measure
otherwise, the two disagree, and that is an error rather than a guess.
"""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.standard import PT_PER_MM, WORD_FONTS, FontRole, Measures, PageMeasures
from pipeline.template.settings import TemplateSettings

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ROLE_BY_FACE = {
    **{face: role for role, face in WORD_FONTS.items()},
    "方正小标宋_GBK": FontRole.XIAOBIAOSONG,
    "华文中宋": FontRole.XIAOBIAOSONG,
    "仿宋": FontRole.FANGSONG,
    "方正仿宋_GBK": FontRole.FANGSONG,
    "楷体": FontRole.KAITI,
    "方正楷体_GBK": FontRole.KAITI,
    "方正黑体_GBK": FontRole.HEITI,
    "SimSun": FontRole.SONGTI,
    "SimHei": FontRole.HEITI,
    "FangSong": FontRole.FANGSONG,
    "KaiTi": FontRole.KAITI,
}
_LABELS = {
    "font": "字体",
    "size_pt": "字号",
    "line_pitch_pt": "行距",
    "first_line_chars": "首行缩进",
    "color": "颜色",
    "align": "对齐",
    "top_mm": "上边距",
    "bottom_mm": "下边距",
    "left_mm": "左边距",
    "right_mm": "右边距",
}
_TOLERANCE = {"mm": 0.1, "pt": 0.05, "rs": 0.05}
"""By the last two letters of a measure's name: Word rounds to twips and half-points."""

_ALIGN = {"both": "justify", "left": "left", "start": "left", "center": "center", "right": "right"}


@dataclass(frozen=True, slots=True)
class _Change:
    where: str
    measure: str
    in_word: Any
    expected: Any
    is_overridden: bool


def adopt_word_styles(
    word: bytes, settings: TemplateSettings, folder: Path
) -> tuple[Measures, tuple[Diagnostic, ...]]:
    """The template's measures with what was changed in Word, and a diagnostic for each change."""
    measures = settings.measures()
    with zipfile.ZipFile(io.BytesIO(word)) as package:
        styles = etree.fromstring(package.read("word/styles.xml"), _parser())
        document = etree.fromstring(package.read("word/document.xml"), _parser())
    place = Location(folder / "word.docx", 1, 1)
    found = {_name_of(node): node for node in styles.iter(f"{_W}style")}
    changes: list[_Change] = []
    new_styles = dict(measures.styles)
    diagnostics: list[Diagnostic] = []
    for key, style in measures.styles.items():
        node = found.get(style.name)
        if node is None:
            if settings.is_official or key not in OFFICIAL_STYLES:
                diagnostics.append(diagnose("template-style-missing", place, style=style.name))
            continue
        override = settings.overrides.styles.get(style.name)
        pitched = replace(style, line_pitch_pt=measures.pitch_pt(key))
        differing = dict(_differing(_read_style(node), pitched))
        for name, value in differing.items():
            given = override is not None and getattr(override, name, None) is not None
            changes.append(_Change(style.name, name, value, getattr(pitched, name), given))
        new_styles[key] = replace(style, **differing)
    page_changes = dict(_differing(_read_page(document), measures.page))
    for name, value in page_changes.items():
        given = getattr(settings.overrides.page, name, None) is not None
        changes.append(_Change("页面", name, value, getattr(measures.page, name), given))
    diagnostics += [_report(change, place) for change in changes]
    page: PageMeasures = replace(measures.page, **page_changes)
    return replace(measures, page=page, styles=new_styles), tuple(diagnostics)


OFFICIAL_STYLES = frozenset(
    {
        "copy_number",
        "classification",
        "issuer_mark",
        "document_number",
        "document_number_up",
        "red_rule",
        "imprint_thick",
        "imprint_thin",
        "copied_to",
        "printing",
    }
)
"""The styles that only letterhead and imprint use."""


def _name_of(style: etree._Element) -> str:
    name = style.find(f"{_W}name")
    return "" if name is None else name.get(f"{_W}val", "")


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _report(change: _Change, place: Location) -> Diagnostic:
    code = "template-conflict" if change.is_overridden else "template-changed"
    return diagnose(
        code,
        place,
        style=change.where,
        measure=_LABELS[change.measure],
        word=change.in_word,
        settings=change.expected,
        standard=change.expected,
    )


def _differing(read: Iterator[tuple[str, Any]], current: object) -> Iterator[tuple[str, Any]]:
    for name, value in read:
        now = getattr(current, name)
        if isinstance(value, float):
            tolerance = _TOLERANCE.get(name[-2:], 0.05)
            if now is None or abs(value - now) > tolerance:
                yield name, value
        elif value != now:
            yield name, value


def _read_style(node: etree._Element) -> Iterator[tuple[str, Any]]:
    """What a style says by itself; what it leaves out stays as it was."""
    if (fonts := node.find(f"{_W}rPr/{_W}rFonts")) is not None:
        role = _ROLE_BY_FACE.get(fonts.get(f"{_W}eastAsia", ""))
        if role is not None:
            yield "font", role
    if (size := node.find(f"{_W}rPr/{_W}sz")) is not None:
        yield "size_pt", int(size.get(f"{_W}val", "0")) / 2
    color = node.find(f"{_W}rPr/{_W}color")
    value = "000000" if color is None else color.get(f"{_W}val", "auto").upper()
    yield "color", "000000" if value == "AUTO" else value
    spacing = node.find(f"{_W}pPr/{_W}spacing")
    if spacing is not None and spacing.get(f"{_W}lineRule") == "exact":
        yield "line_pitch_pt", int(spacing.get(f"{_W}line", "0")) / 20
    indent = node.find(f"{_W}pPr/{_W}ind")
    if indent is not None and (chars := indent.get(f"{_W}firstLineChars")):
        yield "first_line_chars", int(chars) / 100
    if (align := node.find(f"{_W}pPr/{_W}jc")) is not None:
        known = _ALIGN.get(align.get(f"{_W}val", ""))
        if known is not None:
            yield "align", known


def _read_page(document: etree._Element) -> Iterator[tuple[str, float]]:
    margins = next(document.iter(f"{_W}pgMar"), None)
    if margins is None:
        return
    for side in ("top", "bottom", "left", "right"):
        yield f"{side}_mm", int(margins.get(f"{_W}{side}", "0")) / 20 / PT_PER_MM
