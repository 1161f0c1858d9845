"""Measures + fonts -> the style sheet that page.css builds on: faces, variables, classes."""

from collections.abc import Iterator, Mapping

from pipeline.model.document import Document, texts_of
from pipeline.model.standard import PT_PER_MM, FontRole, Measures, ParagraphStyle
from pipeline.typography.fonts import Face, FontSet, ink_extent_em, line_extent_em
from pipeline.typography.places import ISSUER_MARK_INK_TOP_EM, imprint_drop_pt, issuer_mark_drop_pt


def faces_of(document: Document, fonts: FontSet) -> dict[FontRole, tuple[Face, ...]]:
    """For each role the faces that this document takes, the role's own face first."""
    text = "".join(texts_of(document))
    return {role: fonts.faces_for(role, text) for role in FontRole}


def draw_stylesheet(
    document: Document,
    measures: Measures,
    faces: Mapping[FontRole, tuple[Face, ...]],
    face_urls: Mapping[Face, str],
) -> str:
    """The CSS text; `face_urls` says by which URL each face is fetched."""
    stacks = {role: f'"{_own_face(chain).css_family}"' for role, chain in faces.items()}
    rules = [
        *(_font_face(face, url) for face, url in face_urls.items()),
        ":root {",
        *(f"  --{name}: {value};" for name, value in _variables(document, measures, faces, stacks)),
        "}",
        *(_class(key, measures, stacks) for key in measures.styles),
    ]
    return "\n".join(rules)


def _own_face(chain: tuple[Face, ...]) -> Face:
    return next(face for face in chain if not face.is_latin)


def _font_face(face: Face, url: str) -> str:
    return f'@font-face {{ font-family: "{face.css_family}"; src: url("{url}") }}'


def _pt(value: float) -> str:
    return f"{round(value, 3):g}pt"


def _class(key: str, measures: Measures, stacks: Mapping[FontRole, str]) -> str:
    style = measures.styles[key]
    declarations = {
        "font-family": stacks[style.font],
        "font-size": _pt(style.size_pt),
        "line-height": _pt(measures.pitch_pt(key)),
        "text-align": "left" if style.align == "justify" else style.align,
        "text-indent": _pt(_first_line_pt(style)),
        "color": f"#{style.color}",
    }
    if style.left_chars:
        declarations["padding-left"] = _pt(style.left_chars * style.size_pt)
    if style.right_chars:
        declarations["padding-right"] = _pt(style.right_chars * style.size_pt)
    if key == "blank":
        declarations["height"] = _pt(measures.pitch_pt(key))
    if style.keep_next:
        declarations["break-after"] = "avoid"
    if style.new_page:
        declarations["break-before"] = "page"
    body = "; ".join(f"{name}: {value}" for name, value in declarations.items())
    return f".{key} {{ {body} }}"


def _first_line_pt(style: ParagraphStyle) -> float:
    return (style.first_line_chars - style.hanging_chars) * style.size_pt


def _variables(
    document: Document,
    measures: Measures,
    faces: Mapping[FontRole, tuple[Face, ...]],
    stacks: Mapping[FontRole, str],
) -> Iterator[tuple[str, str]]:
    page, rules = measures.page, measures.rules
    number = measures.styles["page_number"]
    yield "page-width", f"{page.width_mm}mm"
    yield "page-height", f"{page.height_mm}mm"
    for side in ("top", "right", "bottom", "left"):
        yield f"page-{side}", f"{getattr(page, f'{side}_mm')}mm"
    yield "page-number-font", stacks[number.font]
    yield "page-number-size", _pt(number.size_pt)
    yield "page-number-drop", _pt(_page_number_drop_pt(measures, _own_face(faces[number.font])))
    yield "page-number-indent", _pt(rules.page_number_indent_chars * number.size_pt)
    yield "kaiti-font", stacks[FontRole.KAITI]
    yield "table-rule", _pt(rules.table_rule_pt)
    yield "table-padding-x", _pt(rules.table_padding_x_pt)
    yield "table-padding-y", _pt(rules.table_padding_y_pt)
    yield "seal-size", f"{rules.seal_diameter_mm}mm"
    yield "red-rule", _pt(rules.red_rule_pt)
    yield "imprint-thick", f"{rules.imprint_rule_thick_mm}mm"
    yield "imprint-thin", f"{rules.imprint_rule_thin_mm}mm"
    yield "imprint-drop", _pt(imprint_drop_pt(measures))
    for key, style in measures.styles.items():
        yield f"{key}-pitch", _pt(measures.pitch_pt(key))
        yield f"{key}-color", f"#{style.color}"
    if document.letterhead is not None:
        yield from _issuer_mark(document.letterhead.issuer_mark_pt, document, measures, faces)


def _page_number_drop_pt(measures: Measures, face: Face) -> float:
    """From the margin down to the box of the page number, so that the dash lies 7 mm below the
    type area (7.5).
    """
    page, rules = measures.page, measures.rules
    size = measures.styles["page_number"].size_pt
    dash_top, _ = ink_extent_em(face, "—")
    ascent, descent = line_extent_em(face)
    # In a box as high as its size, half of what the face is higher or lower falls to each side.
    dash = size * ((1 - ascent - descent) / 2 + ascent - dash_top)
    below_margin_mm = rules.type_area_bottom_mm + rules.page_number_gap_mm
    return (below_margin_mm - (page.height_mm - page.bottom_mm)) * PT_PER_MM - dash


def _issuer_mark(
    size: float,
    document: Document,
    measures: Measures,
    faces: Mapping[FontRole, tuple[Face, ...]],
) -> Iterator[tuple[str, str]]:
    """The mark in the same room as in Word, moved so that its ink begins where 7.2.4 wants it."""
    assert document.letterhead is not None
    face = _own_face(faces[measures.styles["issuer_mark"].font])
    drop = issuer_mark_drop_pt(measures)
    line = size * measures.rules.issuer_mark_line_em
    before = drop - ISSUER_MARK_INK_TOP_EM * size
    ascent, descent = line_extent_em(face)
    ink_top, _ = ink_extent_em(face, document.letterhead.issuer_mark)
    baseline = (line - (ascent + descent) * size) / 2 + ascent * size
    yield "issuer-mark-size", _pt(size)
    yield "issuer-mark-line", _pt(line)
    yield "issuer-mark-before", _pt(before)
    yield "issuer-mark-shift", _pt(drop - before - baseline + ink_top * size)
