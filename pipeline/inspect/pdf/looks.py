"""Paragraphs of lines -> Looks: what the rules see of them."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from statistics import median

from pipeline.inspect.pdf.area import SHORT_EM, TypeArea
from pipeline.inspect.pdf.glyphs import Glyph, Setting
from pipeline.inspect.pdf.lines import PdfLine, gap_between, is_han
from pipeline.inspect.pdf.paragraphs import TITLE_PT, Draft, advance_of, gap_lines, is_centred
from pipeline.inspect.seen import Look, Row, Span, around
from pipeline.model.standard import PT_PER_MM, Align, FontRole


def look_of(draft: Draft, area: TypeArea) -> Look:
    """A paragraph as it is seen."""
    lines = draft.lines
    advance = advance_of(lines, area)
    align = _align_of(lines, area, advance)
    turned = [(line.left_mm - area.left_mm) / advance for line in lines[1:]]
    spans = tuple(_spans(lines))
    page = lines[0].page
    return Look(
        text="".join(span.text for span in spans),
        spans=spans,
        align=align,
        first_chars=(lines[0].left_mm - area.left_mm) / advance,
        left_chars=median(turned) if turned else None,
        right_chars=_right_chars(lines, area, align, advance),
        gap_lines=_gap_of(draft, area),
        pitch_pt=_pitch_pt(lines),
        page=page,
        box_mm=around(line.box_mm for line in lines if line.page == page),
        rows=tuple(_rows(lines, area, align)),
        typed_lines=tuple(line.text for line in lines),
        starts_page=draft.starts_page,
        in_table=draft.in_table,
    )


def _gap_of(draft: Draft, area: TypeArea) -> float | None:
    if draft.in_table:
        return 0
    return None if draft.above_mm is None else gap_lines(draft.above_mm, draft.lines[0], area)


def _pitch_pt(lines: list[PdfLine]) -> float | None:
    steps = [b.baseline_mm - a.baseline_mm for a, b in pairwise(lines) if a.page == b.page]
    return round(median(steps) * PT_PER_MM, 2) if steps else None


def _rows(lines: list[PdfLine], area: TypeArea, align: Align) -> Iterator[Row]:
    for place, line in enumerate(lines):
        is_last = place == len(lines) - 1
        has_room = area.right_mm - line.right_mm > SHORT_EM * line.size_mm
        is_full = not is_last and align != "center" and not has_room
        yield Row(line.text, line.page, line.box_mm, line.baseline_mm, is_full)


# --- where it stands -------------------------------------------------------------------------

_EVEN_MM = 0.7
"""Full lines that end within this of the right edge are justified."""

_CENTRED_CHARS = 0.8
"""A centred line is in from both edges; one that fills the width may be any."""

_INDENT = 2.0
_INDENT_TOLERANCE = 0.15
_RIGHT_CHARS = 3.0
"""A line that begins further in, and is nearer to the right edge, is aligned right."""

_NUMBERED = re.compile(r"[0-9０-９]+[.．、]")


def _align_of(lines: list[PdfLine], area: TypeArea, advance: float) -> Align:
    if all(is_centred(line, area) for line in lines) and _is_set_in(lines, area, advance):
        return "center"
    first = (lines[0].left_mm - area.left_mm) / advance
    right = (area.right_mm - lines[-1].right_mm) / advance
    is_item = bool(_NUMBERED.match(lines[0].text))
    if first > _RIGHT_CHARS and right < first and not is_item and len(lines) == 1:
        return "right"
    ends = [line.right_mm for line in lines[:-1]]
    even = [end for end in ends if end >= area.right_mm - _EVEN_MM]
    if not ends or len(even) * 3 >= len(ends) * 2:
        return "justify"
    # An indent on the right: the lines end short of the edge, but alike.
    is_alike = len(ends) > 1 and max(ends) - min(ends) <= _EVEN_MM
    return "justify" if is_alike or lines[0].size_pt != area.size_pt else "left"


def _is_set_in(lines: list[PdfLine], area: TypeArea, advance: float) -> bool:
    """Whether lines in the middle of the page are centred and not just so long."""
    line = lines[0]
    if "\t" in line.text:
        return False
    left = (line.left_mm - area.left_mm) / advance
    if line.size_pt >= TITLE_PT:
        return True
    is_indent = abs(left - _INDENT) <= _INDENT_TOLERANCE and line.size_pt == area.size_pt
    return left >= _CENTRED_CHARS and not (len(lines) == 1 and is_indent)


_RIGHT_INDENT = 0.7
"""Lines that end less than this short of the edge have no right indent."""


def _right_chars(lines: list[PdfLine], area: TypeArea, align: Align, advance: float) -> float:
    if align == "right" or "\t" in lines[-1].text:
        return (area.right_mm - lines[-1].right_mm) / advance
    if align != "justify" or len(lines) == 1:
        return 0
    room = min((area.right_mm - line.right_mm) / advance for line in lines[:-1])
    return room if room >= _RIGHT_INDENT else 0


# --- how it is set ---------------------------------------------------------------------------

_Piece = tuple[str, Setting]


def _spans(lines: list[PdfLine]) -> Iterator[Span]:
    """The stretches of a paragraph; what is no 汉字 goes with the 汉字 beside it.

    A digit's face is often another than that of the text and is no face of the standard's; one
    汉字 alone in another face is a rare one that the text's own face lacks.
    """
    pieces = _with_faces([*_pieces(lines)])
    start = 0
    for end in range(1, len(pieces) + 1):
        if end == len(pieces) or _kind(pieces[end][1]) != _kind(pieces[start][1]):
            setting = pieces[start][1]
            yield Span(
                text="".join(text for text, _ in pieces[start:end]),
                font=setting.font,
                font_name=setting.font_name,
                size_pt=setting.size_pt,
                color=setting.color,
                is_bold=setting.is_bold,
            )
            start = end


def _pieces(lines: list[PdfLine]) -> Iterator[_Piece]:
    before: Glyph | None = None
    for line in lines:
        for place, glyph in enumerate(line.glyphs):
            if before is not None:
                blank = gap_between(before, glyph) if place else _joint(before, glyph)
                if blank:
                    yield blank, before.setting
            yield glyph.text, glyph.setting
            before = glyph


def _joint(before: Glyph, after: Glyph) -> str:
    """What stands between two lines: a blank between two Latin words."""
    is_latin = all(g.text.isascii() and g.text.isalpha() for g in (before, after))
    return " " if is_latin else ""


def _with_faces(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces with the faces of their 汉字 given to what is none."""
    hans = [place for place, (text, _) in enumerate(pieces) if is_han(text)]
    if not hans:
        return pieces
    faces = [_face(pieces[place][1]) for place in hans]
    for place in range(len(faces)):
        beside = faces[max(0, place - 2) : place] + faces[place + 1 : place + 3]
        is_lone = len(beside) > 1 and faces[place] not in beside and len(set(beside)) == 1
        if is_lone and _is_among(hans, place):
            faces[place] = beside[0]
    face_at = dict(zip(hans, faces, strict=True))
    face = faces[0]
    found: list[_Piece] = []
    for place, (text, setting) in enumerate(pieces):
        face = face_at.get(place, face)
        found.append((text, replace(setting, font=face[0], font_name=face[1])))
    return found


def _is_among(hans: list[int], place: int) -> bool:
    """Whether a 汉字 has others on both sides of it, or touches one.

    The 周 of 签发人：周×× has not, and is set otherwise on purpose.
    """
    touching = {hans[place] - 1, hans[place] + 1}
    is_inside = 0 < place < len(hans) - 1
    return is_inside or not touching.isdisjoint(hans[max(0, place - 1) : place + 2])


def _face(setting: Setting) -> tuple[FontRole | None, str]:
    return setting.font, setting.font_name


def _kind(setting: Setting) -> tuple[FontRole | None, str, float, str, bool]:
    return (*_face(setting), setting.size_pt, setting.color, setting.is_bold)
