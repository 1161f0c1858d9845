"""template.yaml and word.docx brought together: each measure as the one that changed it says.

Both begin as the table of measures has it. What only Word changed holds for the PDF too; what only
template.yaml changed (a profile, an override) is written into the Word file; where both changed one
measure to different values, that is an error rather than a guess.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from lxml import etree

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.archive import read_zip, write_zip
from pipeline.model.standard import PROFILES, Measures
from pipeline.template.impose import forbid_hanging, impose_on_page, impose_on_style
from pipeline.template.ooxml import TAG
from pipeline.template.settings import TemplateSettings
from pipeline.template.word_reading import read_page, read_style, style_name

_STYLES, _DOCUMENT = "word/styles.xml", "word/document.xml"
_DRAWN = PROFILES["office"]
"""What a fresh word.docx is drawn with: where both sides begin."""

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


_COMPUTED = frozenset({("issuer_mark", "size_pt"), ("issuer_mark", "line_pitch_pt")})
"""Measures that follow the text at every build, whatever the style says."""

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


@dataclass(slots=True)
class _Merge:
    """The two sides of one template, and what came of bringing them together."""

    ours: Measures
    place: Location
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def settle(self, where: str, measure: str, drawn: Any, settings: Any, word: Any) -> str:
        """`keep`, `adopt` what Word says, or `impose` what template.yaml says."""
        if _is_same(measure, word, settings):
            return "keep"
        if _is_same(measure, word, drawn):
            return "impose"
        code = "template-changed" if _is_same(measure, settings, drawn) else "template-conflict"
        words = {"word": _shown(word), "settings": _shown(settings), "standard": _shown(drawn)}
        self.diagnostics.append(
            diagnose(code, self.place, style=where, measure=_LABELS[measure], **words)
        )
        return "adopt"


def reconcile_word(
    word: bytes, settings: TemplateSettings, folder: Path
) -> tuple[bytes, Measures, tuple[Diagnostic, ...]]:
    """The Word file to build with, the measures that both are set by, and what to report."""
    parts = read_zip(word)
    styles, document = (etree.fromstring(parts[name], _parser()) for name in (_STYLES, _DOCUMENT))
    merge = _Merge(settings.measures(), Location(folder / "word.docx", 1, 1))
    measures = _merge_page(merge, document, _merge_styles(merge, styles, settings))
    parts[_STYLES] = etree.tostring(styles, xml_declaration=True, encoding="UTF-8", standalone=True)
    parts[_DOCUMENT] = etree.tostring(
        document, xml_declaration=True, encoding="UTF-8", standalone=True
    )
    return write_zip(parts), measures, tuple(merge.diagnostics)


def _merge_styles(merge: _Merge, styles: etree._Element, settings: TemplateSettings) -> Measures:
    nodes = {style_name(node): node for node in styles.iter(f"{TAG}style")}
    merged = dict(merge.ours.styles)
    for key, style in merge.ours.styles.items():
        node = nodes.get(style.name)
        if node is not None:
            merged[key] = replace(style, **dict(_merge_style(merge, key, node)))
        elif settings.is_official or key not in OFFICIAL_STYLES:
            missing = diagnose("template-style-missing", merge.place, style=style.name)
            merge.diagnostics.append(missing)
    return replace(merge.ours, styles=merged)


def _merge_style(merge: _Merge, key: str, node: etree._Element) -> Iterator[tuple[str, Any]]:
    """What Word changed in a style; what template.yaml changed is written into it on the way."""
    ours = replace(merge.ours.styles[key], line_pitch_pt=merge.ours.pitch_pt(key))
    drawn = replace(_DRAWN.styles[key], line_pitch_pt=_DRAWN.pitch_pt(key))
    for measure, word in list(read_style(node)):
        if (key, measure) in _COMPUTED:
            continue
        settings = getattr(ours, measure)
        match merge.settle(ours.name, measure, getattr(drawn, measure), settings, word):
            case "adopt":
                yield measure, word
            case "impose":
                impose_on_style(node, measure, settings, ours.size_pt)
    if not merge.ours.may_hang(key):
        forbid_hanging(node)


def _merge_page(merge: _Merge, document: etree._Element, measures: Measures) -> Measures:
    section = next(document.iter(f"{TAG}sectPr"), None)
    if section is None:
        return measures
    page = measures.page
    impose_on_page(section, "line_pitch_pt", page.line_pitch_pt)
    for measure, word in list(read_page(document)):
        settings = getattr(page, measure)
        match merge.settle("页面", measure, getattr(_DRAWN.page, measure), settings, word):
            case "adopt":
                changed: dict[str, Any] = {measure: word}
                page = replace(page, **changed)
            case "impose":
                impose_on_page(section, measure, settings)
    return replace(measures, page=page)


def _is_same(measure: str, one: Any, other: Any) -> bool:
    if isinstance(one, float | int) and isinstance(other, float | int):
        return abs(one - other) <= _TOLERANCE.get(measure[-2:], 0.05)
    return bool(one == other)


def _shown(value: Any) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float | int) else str(value)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
