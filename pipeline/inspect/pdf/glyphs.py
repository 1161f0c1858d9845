"""A page of a PDF -> its glyphs: what each says, where its ink lies, how it is set."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.inspect.pdf.faces import face_name, is_bold_face, role_of_font
from pipeline.inspect.pdf.plane import Plane
from pipeline.inspect.pdfium import UNREADABLE, address_of, join_halves, read_color
from pipeline.inspect.seen import Box
from pipeline.model.standard import PT_PER_MM, FontRole


@dataclass(frozen=True, slots=True)
class Setting:
    """How a stretch of glyphs is set; `color` is RRGGBB."""

    font: FontRole | None
    font_name: str
    is_embedded: bool
    size_pt: float
    color: str
    is_bold: bool


class Glyph(NamedTuple):
    """One drawn character; a tuple, because a document has many thousands.

    `left_mm` and `right_mm` are those of its em box, `ink_mm` is the box of its ink,
    or of its em where it has none: its face is not in the file, nor on this machine.
    """

    text: str
    setting: Setting
    left_mm: float
    right_mm: float
    baseline_mm: float
    ink_mm: Box
    has_ink: bool


_NO_INK_EM = 0.005
"""Even a dash is ten times as thick."""

ASCENT_EM = 0.88
"""How far the em box of a 汉字 reaches above its baseline."""

_SIZES_PT = (0.5, 1000.0)
"""Type smaller or larger than this is not seen as such; some files hide text so."""

_MAX_SLANT = 0.05
"""A line that rises more than this is a watermark or a seal and no line of text."""


def read_glyphs(page: pypdfium2.PdfPage, plane: Plane, limit: int) -> tuple[Glyph, ...] | None:
    """The glyphs on a page that run across it, blanks left out; None above `limit`."""
    text = page.get_textpage()
    try:
        count = text.count_chars()
        return None if count > limit else tuple(_glyphs(text.raw, count, plane, _Settings(plane)))
    finally:
        text.close()


def _glyphs(text: object, count: int, plane: Plane, settings: "_Settings") -> Iterator[Glyph]:
    is_generated, to_unicode = pdfium.FPDFText_IsGenerated, pdfium.FPDFText_GetUnicode
    char_box, loose_box = pdfium.FPDFText_GetCharBox, pdfium.FPDFText_GetLooseCharBox
    origin, text_object = pdfium.FPDFText_GetCharOrigin, pdfium.FPDFText_GetTextObject
    left, right, bottom, top, x, y = (ctypes.c_double() for _ in range(6))
    loose = pdfium.FS_RECTF()
    high = ""
    for index in range(count):
        if is_generated(text, index) == 1:
            continue
        char, high = _character(to_unicode(text, index), high)
        if not char or char.isspace():
            continue
        setting = settings.of(text_object(text, index), text, index)
        if setting is None:
            continue
        if pdfium.FPDFText_HasUnicodeMapError(text, index) == 1:
            char = UNREADABLE
        char_box(text, index, left, right, bottom, top)
        loose_box(text, index, loose)
        origin(text, index, x, y)
        ink = plane.box(left.value, bottom.value, right.value, top.value)
        em_left, baseline = plane.point(x.value, y.value)
        if not plane.holds(em_left, baseline):
            continue
        _, _, em_right, _ = plane.box(loose.left, loose.bottom, loose.right, loose.top)
        em = setting.size_pt / PT_PER_MM
        has_ink = ink[3] - ink[1] > em * _NO_INK_EM
        if not has_ink:
            ink = (em_left, baseline - ASCENT_EM * em, em_right, baseline + (1 - ASCENT_EM) * em)
        yield Glyph(char, setting, em_left, em_right, baseline, ink, has_ink)


def _character(code: int, high: str) -> tuple[str, str]:
    """As `join_halves`; a code that is no character is one that the file does not name."""
    char, high = join_halves(code, high)
    is_nothing = any(unicodedata.category(one) in _NO_CHARACTERS for one in char)
    is_nothing = is_nothing and not char.isspace()
    return UNREADABLE if is_nothing else char, high


_NO_CHARACTERS = ("Cc", "Cn", "Co")
"""Controls, what Unicode has not given out, and private use: codes that a font made up."""


class _Settings:
    """The settings of a page's text objects, each asked for once."""

    def __init__(self, plane: Plane) -> None:
        self._plane = plane
        self._known: dict[int | None, Setting | None] = {}

    def of(self, item: object, text: object, index: int) -> Setting | None:
        """How a text object is set, None where nobody sees it or it does not run across."""
        address = address_of(item)
        if address not in self._known:
            self._known[address] = self._read(item, text, index) if address else None
        return self._known[address]

    def _read(self, item: object, text: object, index: int) -> Setting | None:
        matrix, size = pdfium.FS_MATRIX(), ctypes.c_float()
        pdfium.FPDFText_GetMatrix(text, index, matrix)
        pdfium.FPDFTextObj_GetFontSize(item, size)
        a, b, c, d, _, _ = self._plane.matrix
        across, down = a * matrix.a + c * matrix.b, b * matrix.a + d * matrix.b
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        color = _color_of(item, mode)
        if color is None or across <= 0 or abs(down) > across * _MAX_SLANT:
            return None
        size_pt = size.value * math.hypot(matrix.c, matrix.d)
        low, high = _SIZES_PT
        if not low <= size_pt <= high:
            return None
        name, is_embedded = _font_of(item)
        is_bold = is_bold_face(name) or mode in _FILLED_AND_STROKED
        role = role_of_font(name)
        return Setting(role, name, is_embedded, round(size_pt, 2), color, is_bold)


_INVISIBLE = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_STROKED = (pdfium.FPDF_TEXTRENDERMODE_STROKE, pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP)
_FILLED_AND_STROKED = (
    pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
    pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
)
"""How Word and WPS make a bold face of one that has none."""


def _color_of(item: object, mode: int) -> str | None:
    """RRGGBB, None for text that leaves no ink, such as the text behind a scan."""
    if mode in _INVISIBLE:
        return None
    ask = pdfium.FPDFPageObj_GetStrokeColor if mode in _STROKED else pdfium.FPDFPageObj_GetFillColor
    return read_color(item, ask) or None


def _font_of(item: object) -> tuple[str, bool]:
    """The name of a text object's face and whether the file holds it."""
    font = pdfium.FPDFTextObj_GetFont(item)
    if not font:
        return "", False
    length = pdfium.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 1))
    pdfium.FPDFFont_GetBaseFontName(font, buffer, length)
    is_embedded = pdfium.FPDFFont_GetIsEmbedded(font) == 1
    return face_name(_decode(buffer.value)), is_embedded


def _decode(name: bytes) -> str:
    """A name as it was written: older programs write Chinese names in GBK."""
    try:
        return name.decode()
    except UnicodeDecodeError:
        return name.decode("gb18030", "replace")
