"""Measures -> a fresh word.docx: named styles, page set-up, footers, and the tags docxtpl fills.

The parts are written as XML text, so that a template is the same bytes on every machine and holds
nothing that we did not mean. What each element does is in ECMA-376, part 1, chapter 17.
"""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from pipeline.standard import PT_PER_MM, WORD_FONTS, FontRole, Measures, ParagraphStyle
from pipeline.typeset import NOT_AT_LINE_END, NOT_AT_LINE_START

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def draw_word_template(measures: Measures, *, official: bool) -> bytes:
    """The bytes of a word.docx set by `measures`; an official one has letterhead and imprint."""
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _PACKAGE_RELATIONSHIPS,
        "docProps/app.xml": _APP_PROPERTIES,
        "docProps/core.xml": _CORE_PROPERTIES,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONSHIPS,
        "word/document.xml": _document(measures, official=official),
        "word/fontTable.xml": _font_table(),
        "word/footer1.xml": _footer(measures, is_odd=True),
        "word/footer2.xml": _footer(measures, is_odd=False),
        "word/settings.xml": _settings(measures),
        "word/styles.xml": _styles(measures),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in parts.items():
            info = zipfile.ZipInfo(name, _ZIP_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            info.create_system = 0
            package.writestr(info, text.encode())
    return buffer.getvalue()


def twips(points: float) -> int:
    """A length in twentieths of a point, Word's unit."""
    return round(points * 20)


# --- word/styles.xml -------------------------------------------------------------------------


def _styles(measures: Measures) -> str:
    body = measures.styles["body"]
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(body.font)}{_size(body.size_pt)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/></w:pPr><w:rPr>{_fonts(body.font)}'
        f"{_size(body.size_pt)}</w:rPr></w:style>"
    )
    table = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
    signer = (
        '<w:style w:type="character" w:customStyle="1" w:styleId="signer_name">'
        f'<w:name w:val="签发人姓名"/><w:rPr>{_fonts(FontRole.KAITI)}</w:rPr></w:style>'
    )
    own = "".join(_style(key, measures) for key in measures.styles)
    return (
        f'{_DECLARATION}<w:styles xmlns:w="{_W}">{defaults}{normal}{table}{own}{signer}</w:styles>'
    )


def _style(key: str, measures: Measures) -> str:
    style = measures.styles[key]
    outline = style.outline_level
    properties = "".join(
        (
            "<w:keepNext/>" if style.keep_next else "",
            "<w:pageBreakBefore/>" if style.new_page else "",
            '<w:widowControl w:val="0"/>',
            _rule_border(key, measures),
            _tab(key, style, measures),
            "" if measures.may_hang(key) else '<w:overflowPunct w:val="0"/>',
            f'<w:spacing w:before="0" w:after="0" w:line="{twips(measures.pitch_pt(key))}"'
            f' w:lineRule="{"atLeast" if key == "picture" else "exact"}"/>',
            _indent(style),
            f'<w:jc w:val="{_JUSTIFICATION[style.align]}"/>',
            f'<w:outlineLvl w:val="{outline - 1}"/>' if outline else "",
        )
    )
    tracking = measures.tracking_pt(key)
    run = "".join(
        (
            _fonts(style.font),
            f'<w:color w:val="{style.color}"/>' if style.color != "000000" else "",
            f'<w:spacing w:val="{twips(tracking)}"/>' if tracking else "",
            _size(style.size_pt),
        )
    )
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{key}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_JUSTIFICATION = {"justify": "both", "center": "center", "left": "left", "right": "right"}


def _fonts(role: FontRole) -> str:
    """All four slots, so that quotes, dashes and digits come in the same face as the 汉字."""
    face = quoteattr(WORD_FONTS[role])
    return f"<w:rFonts w:ascii={face} w:eastAsia={face} w:hAnsi={face} w:cs={face}/>"


def _size(points: float) -> str:
    return f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'


def _indent(style: ParagraphStyle) -> str:
    """Indents in characters, which Word keeps when the size changes, and in twips for others."""
    pairs = (
        ("left", style.left_chars),
        ("right", style.right_chars),
        ("firstLine", style.first_line_chars),
        ("hanging", style.hanging_chars),
    )
    attributes = "".join(
        f' w:{name}Chars="{round(chars * 100)}" w:{name}="{twips(chars * style.size_pt)}"'
        for name, chars in pairs
        if chars
    )
    return f"<w:ind{attributes}/>" if attributes else ""


def _tab(key: str, style: ParagraphStyle, measures: Measures) -> str:
    """A right tab at the inner edge for the two lines that hold a left and a right text."""
    if key not in ("document_number_up", "printing"):
        return ""
    place = measures.page.text_width_pt - style.right_chars * style.size_pt
    return f'<w:tabs><w:tab w:val="right" w:pos="{twips(place)}"/></w:tabs>'


def _rule_border(key: str, measures: Measures) -> str:
    if key != "red_rule":
        return ""
    eighths = round(measures.rules.red_rule_pt * 8)
    color = measures.styles[key].color
    return f'<w:pBdr><w:bottom w:val="single" w:sz="{eighths}" w:space="0" w:color="{color}"/></w:pBdr>'


# --- word/document.xml -----------------------------------------------------------------------


def _document(measures: Measures, *, official: bool) -> str:
    body = (_LETTERHEAD if official else ()) + _BLOCKS
    paragraphs = "".join(_paragraph(key, text) for key, text in body)
    imprint = _imprint(measures) if official else ""
    # Word wants a paragraph behind a table that ends the document; this one takes no room.
    end = _paragraph("document_end", "")
    return (
        f'{_DECLARATION}<w:document xmlns:w="{_W}" xmlns:r="{_R}"><w:body>'
        f"{paragraphs}{imprint}{end}{_section(measures)}</w:body></w:document>"
    )


_LETTERHEAD: tuple[tuple[str, str], ...] = (
    ("blank", "{%p if document.letterhead %}"),
    ("blank", "{%p if document.letterhead.copy_number %}"),
    ("copy_number", "{{ document.letterhead.copy_number }}"),
    ("blank", "{%p endif %}"),
    ("blank", "{%p if document.letterhead.classification %}"),
    ("classification", "{{ document.letterhead.classification }}"),
    ("blank", "{%p endif %}"),
    ("blank", "{%p if document.letterhead.urgency %}"),
    ("classification", "{{ document.letterhead.urgency }}"),
    ("blank", "{%p endif %}"),
    ("blank", "{%p for _ in range(document.letterhead.free_lines) %}"),
    ("blank", ""),
    ("blank", "{%p endfor %}"),
    ("issuer_mark", "{{ document.letterhead.issuer_mark }}"),
    ("blank", ""),
    ("blank", ""),
    ("blank", "{%p if document.letterhead.signers %}"),
    ("blank", "{%p for row in document.letterhead.signer_rows %}"),
    ("document_number_up", "{{ row.number }}\t{{ row.label }}[signer_name]{{ row.names }}"),
    ("blank", "{%p endfor %}"),
    ("blank", "{%p else %}"),
    ("document_number", "{{ document.letterhead.document_number }}"),
    ("blank", "{%p endif %}"),
    ("red_rule", ""),
    ("blank", ""),
    ("blank", ""),
    ("blank", "{%p endif %}"),
)

_BLOCKS: tuple[tuple[str, str], ...] = (
    ("blank", "{%p for block in document.blocks %}"),
    ("blank", "{%p if block.kind == 'title' %}"),
    ("title", "{{ block.lines | join('\\n') }}"),
    ("blank", "{%p elif block.kind == 'byline' %}"),
    ("byline", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'blank' %}"),
    ("blank", "{%p for _ in range(block.lines) %}"),
    ("blank", ""),
    ("blank", "{%p endfor %}"),
    ("blank", "{%p elif block.kind == 'addressee' %}"),
    ("addressee", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'heading' and block.level == 1 %}"),
    ("heading1", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'heading' and block.level == 2 %}"),
    ("heading2", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'heading' and block.level == 3 %}"),
    ("heading3", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'heading' and block.level == 4 %}"),
    ("heading4", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'paragraph' %}"),
    ("body", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'attachment_note' %}"),
    ("blank", "{%p for line in block.lines %}"),
    ("blank", "{%p if not line.number %}"),
    ("attachment_note", "{{ line.label }}{{ line.name }}"),
    ("blank", "{%p elif line.label %}"),
    ("attachment_note_first", "{{ line.label }}{{ line.number }}\t{{ line.name }}"),
    ("blank", "{%p else %}"),
    ("attachment_note_next", "{{ line.number }}\t{{ line.name }}"),
    ("blank", "{%p endif %}"),
    ("blank", "{%p endfor %}"),
    ("blank", "{%p elif block.kind == 'signature' %}"),
    ("signature", "{{ block.organisation }}"),
    ("date", "{{ block.date_text }}"),
    ("blank", "{%p elif block.kind == 'remark' %}"),
    ("remark", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'annex_mark' %}"),
    ("annex_mark", "{{ block.text }}"),
    ("blank", "{%p elif block.kind == 'annex_title' %}"),
    ("annex_title", "{{ block.lines | join('\\n') }}"),
    ("blank", "{%p elif block.kind == 'table' %}"),
    ("blank", "{{p block.table }}"),
    ("blank", "{%p elif block.kind == 'picture' %}"),
    ("picture", "{{ block.picture }}"),
    ("caption", "{{ block.caption }}"),
    ("blank", "{%p endif %}"),
    ("blank", "{%p endfor %}"),
)


def _paragraph(style: str, text: str, properties: str = "") -> str:
    runs = "".join(_runs(text)) if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def _runs(text: str) -> list[str]:
    """One run for each stretch of a text; `[signer_name]` begins one in that character style."""
    runs: list[str] = []
    plain, _, signer = text.partition("[signer_name]")
    for part, style in ((plain, ""), (signer, '<w:rPr><w:rStyle w:val="signer_name"/></w:rPr>')):
        for index, piece in enumerate(part.split("\t")):
            if index:
                runs.append("<w:r><w:tab/></w:r>")
            if piece:
                runs.append(f'<w:r>{style}<w:t xml:space="preserve">{escape(piece)}</w:t></w:r>')
    return runs


def _imprint(measures: Measures) -> str:
    """The imprint in a frame at the foot of the type area.

    Word hangs a frame on the paragraph behind it, the last of the document, and sets it on
    whichever page that one is on.
    """
    frame = (
        f'<w:framePr w:w="{twips(measures.page.text_width_pt)}" w:wrap="around" w:vAnchor="margin"'
        ' w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>'
    )
    framed = (
        ("imprint_thick", ""),
        ("blank", "{%p if document.imprint.copied_to %}"),
        ("copied_to", "{{ document.imprint.copied_to }}"),
        ("imprint_thin", ""),
        ("blank", "{%p endif %}"),
        (
            "printing",
            "{{ document.imprint.printing_office }}\t{{ document.imprint.printing_date_text }}",
        ),
        ("imprint_thick", ""),
    )
    tags = ("{%p if document.imprint %}", "{%p endif %}")
    weights_mm = {
        "imprint_thick": measures.rules.imprint_rule_thick_mm,
        "imprint_thin": measures.rules.imprint_rule_thin_mm,
    }
    rows = "".join(
        _paragraph(key, text, frame)
        if key not in weights_mm
        else _paragraph(key, "", frame).replace(
            "</w:p>", f"{_line(weights_mm[key], measures)}</w:p>"
        )
        for key, text in framed
    )
    return f"{_paragraph('blank', tags[0])}{rows}{_paragraph('blank', tags[1])}"


def _line(weight_mm: float, measures: Measures) -> str:
    """A run that draws a rule as wide as the type area.

    A drawn line, since LibreOffice 7.4 gives up a frame whose paragraphs have borders.
    """
    width = round(measures.page.text_width_pt * _EMU_PER_PT)
    weight = round(weight_mm * PT_PER_MM * _EMU_PER_PT)
    return _LINE_XML.format(width=width, weight=weight)


_EMU_PER_PT = 12_700
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_LINE_XML = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:wps="{_SHAPE}">'
    '<mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="0"/><wp:docPr id="1" name="rule"/><wp:cNvGraphicFramePr/>'
    f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{width}" cy="0"/></a:xfrm>'
    '<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{weight}"><a:solidFill>'
    '<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


def _section(measures: Measures) -> str:
    page = measures.page
    size = f'<w:pgSz w:w="{_mm(page.width_mm)}" w:h="{_mm(page.height_mm)}"/>'
    margins = (
        f'<w:pgMar w:top="{_mm(page.top_mm)}" w:right="{_mm(page.right_mm)}"'
        f' w:bottom="{_mm(page.bottom_mm)}" w:left="{_mm(page.left_mm)}"'
        f' w:header="851" w:footer="{twips(footer_distance_pt(measures))}" w:gutter="0"/>'
    )
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:footerReference w:type="even" r:id="rId5"/>{size}{margins}'
        f'<w:docGrid w:type="lines" w:linePitch="{twips(page.line_pitch_pt)}"/></w:sectPr>'
    )


def _mm(millimetres: float) -> int:
    return round(millimetres * PT_PER_MM * 20)


def footer_distance_pt(measures: Measures) -> float:
    """From the paper's edge to the footer's foot, so that the dash's centre is 7 mm below the type
    area: half a line of the page number's size further down (7.5)."""
    page = measures.page
    rules = measures.rules
    centre_mm = page.height_mm - rules.type_area_bottom_mm - rules.page_number_gap_mm
    return centre_mm * PT_PER_MM - measures.pitch_pt("page_number") / 2


# --- the smaller parts -----------------------------------------------------------------------


def _footer(measures: Measures, *, is_odd: bool) -> str:
    indent = measures.rules.page_number_indent_chars
    size = measures.styles["page_number"].size_pt
    side = "right" if is_odd else "left"
    properties = (
        f'<w:ind w:{side}Chars="{round(indent * 100)}" w:{side}="{twips(indent * size)}"/>'
        f'<w:jc w:val="{side}"/>'
    )
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    before = '<w:r><w:t xml:space="preserve">— </w:t></w:r>'
    after = '<w:r><w:t xml:space="preserve"> —</w:t></w:r>'
    return (
        f'{_DECLARATION}<w:ftr xmlns:w="{_W}"><w:p><w:pPr><w:pStyle w:val="page_number"/>'
        f"{properties}</w:pPr>{before}{field}{after}</w:p></w:ftr>"
    )


def _settings(measures: Measures) -> str:
    before, after = quoteattr(NOT_AT_LINE_START), quoteattr(NOT_AT_LINE_END)
    return (
        f'{_DECLARATION}<w:settings xmlns:w="{_W}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:noLineBreaksAfter w:lang="zh-CN" w:val={after}/>'
        f'<w:noLineBreaksBefore w:lang="zh-CN" w:val={before}/>'
        "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>"
        "<w:doNotLeaveBackslashAlone/><w:ulTrailSpace/><w:useFELayout/>"
        '<w:compatSetting w:name="compatibilityMode"'
        ' w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/></w:settings>'
    )


def _font_table() -> str:
    fonts = "".join(
        f'<w:font w:name="{name}"><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name in WORD_FONTS.values()
    )
    return f'{_DECLARATION}<w:fonts xmlns:w="{_W}">{fonts}</w:fonts>'


_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    f"{_DECLARATION}"
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/word/settings.xml" ContentType="{_TYPE}.settings+xml"/>'
    f'<Override PartName="/word/fontTable.xml" ContentType="{_TYPE}.fontTable+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_TYPE}.footer+xml"/>'
    f'<Override PartName="/word/footer2.xml" ContentType="{_TYPE}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml"'
    ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    '<Override PartName="/docProps/app.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>'
    "</Types>"
)
_PACKAGE_RELATIONSHIPS = (
    f"{_DECLARATION}"
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    'metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{_R}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONSHIPS = (
    f"{_DECLARATION}"
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{_R}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_R}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{_R}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId4" Type="{_R}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="rId5" Type="{_R}/footer" Target="footer2.xml"/>'
    "</Relationships>"
)
_APP_PROPERTIES = (
    f"{_DECLARATION}"
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>banxin</Application></Properties>"
)
_CORE_PROPERTIES = (
    f"{_DECLARATION}"
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title></dc:title><dc:creator></dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2012-07-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2012-07-01T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
