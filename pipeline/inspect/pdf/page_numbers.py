"""The line at the foot of a page -> its page number."""

import re
import unicodedata

from pipeline.inspect.pdf.area import TypeArea
from pipeline.inspect.pdf.glyphs import Glyph
from pipeline.inspect.pdf.sheet import PdfSheet
from pipeline.inspect.seen import PageNumber
from pipeline.model.standard import PT_PER_MM

_NUMBER = re.compile(r"\d+")
_DASHES = frozenset("—–―‒－-一─")
_CENTRE_MM = 2.0
"""A number nearer to the middle of the type area than this is centred."""


def page_number_of(sheet: PdfSheet, area: TypeArea) -> PageNumber | None:
    """The page number that a page shows."""
    line = sheet.page_number
    if line is None:
        return None
    digits = [glyph for glyph in line.glyphs if glyph.text.isdigit()] or list(line.glyphs)
    dashes = [glyph for glyph in line.glyphs if glyph.text in _DASHES]
    setting = digits[0].setting
    em = setting.size_pt / PT_PER_MM
    left, right = line.left_mm - area.left_mm, area.right_mm - line.right_mm
    is_centred = abs(left - right) / 2 <= _CENTRE_MM
    found = _NUMBER.search(line.text)
    return PageNumber(
        page=sheet.number,
        text=line.text,
        font=setting.font,
        font_name=setting.font_name,
        size_pt=setting.size_pt,
        align="center" if is_centred else "left" if left < right else "right",
        inset_chars=min(left, right) / em,
        centre_mm=None if sheet.is_landscape else _centre(dashes or digits),
        number=int(unicodedata.normalize("NFKC", found[0])) if found else None,
        box_mm=line.box_mm,
        is_turned=sheet.is_landscape,
    )


def _centre(glyphs: list[Glyph]) -> float:
    tops, bottoms = [g.ink_mm[1] for g in glyphs], [g.ink_mm[3] for g in glyphs]
    return (min(tops) + max(bottoms)) / 2
