"""Places on the page that depend on the text: one reckoning for Word and PDF. Pure.

Widths are counted as Word sets them: a 汉字 is one character, a digit half of one.
"""

import unicodedata

from pipeline.model.document import Signature
from pipeline.model.standard import CJK_AUTOSPACE_EM, DIGIT_EM, PT_PER_MM, Measures


def width_chars(
    text: str, *, letter_gap: float = CJK_AUTOSPACE_EM, digit_gap: float = CJK_AUTOSPACE_EM
) -> float:
    """The width of a line in characters, with the gaps that Word opens beside letters and digits
    unless a paragraph has them off.
    """
    width = 0.0
    for index, char in enumerate(text):
        width += 1 if is_wide(char) else DIGIT_EM
        before = text[index - 1] if index else char
        if char.isascii() != before.isascii():
            narrow = char if char.isascii() else before
            width += digit_gap if narrow.isdigit() else letter_gap
    return width


def is_wide(char: str) -> bool:
    """Whether a character takes a whole cell of the grid, as 汉字 and Chinese marks do."""
    return unicodedata.east_asian_width(char) in ("W", "F", "A")


def seal_place_pt(signature: Signature, measures: Measures) -> tuple[float, float, float]:
    """Where the seal stands: its left edge from that of the type area, its top from the top of the
    date's line, and its diameter (GB/T 9704-2012, 7.3.5.1).
    """
    char_pt = measures.styles["body"].size_pt
    width_pt = measures.page.text_width_pt
    size = measures.rules.seal_diameter_mm * PT_PER_MM
    date_pt = width_chars(signature.date_text) * char_pt
    centre = width_pt - signature.date_right_chars * char_pt - date_pt / 2
    top = -size / 2 - measures.rules.seal_rise_mm * PT_PER_MM
    return min(centre - size / 2, width_pt - size), top, size


ISSUER_MARK_INK_TOP_EM = 0.16
"""From the top of the mark's exact line to its ink, as LibreOffice sets it with the open 小标宋;
Word with 方正小标宋 could not be measured."""


def issuer_mark_drop_pt(measures: Measures) -> float:
    """From the foot of the lines above it to the top of the mark's ink (7.2.4)."""
    page, rules = measures.page, measures.rules
    top_mm = rules.type_area_top_mm - page.top_mm + rules.issuer_mark_top_mm
    return top_mm * PT_PER_MM - rules.letterhead_lines * page.line_pitch_pt


def imprint_drop_pt(measures: Measures) -> float:
    """From the last rule of the imprint down to the margin; the rule ends the type area (7.4.1)."""
    page = measures.page
    return (
        max(0.0, page.height_mm - page.bottom_mm - measures.rules.type_area_bottom_mm) * PT_PER_MM
    )
