"""Measures -> word/document.xml: one paragraph for each tag that docxtpl fills, in its style."""

from xml.sax.saxutils import escape

from pipeline.model.standard import PT_PER_MM, Measures
from pipeline.template.ooxml import DECLARATION, EMU_PER_PT, R, W, mm_to_twips, twips


def draw_document(measures: Measures, *, official: bool) -> str:
    body = (_LETTERHEAD if official else ()) + _BLOCKS
    paragraphs = "".join(_paragraph(key, text) for key, text in body)
    imprint = _imprint(measures) if official else ""
    # Word wants a paragraph behind a table that ends the document; this one takes no room.
    end = _paragraph("document_end", "")
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
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
    ("blank", "{%p elif block.kind == 'chart' %}"),
    ("picture", "{{ block.chart }}"),
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
    width = round(measures.page.text_width_pt * EMU_PER_PT)
    weight = round(weight_mm * PT_PER_MM * EMU_PER_PT)
    return _LINE_XML.format(width=width, weight=weight)


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
    size = f'<w:pgSz w:w="{mm_to_twips(page.width_mm)}" w:h="{mm_to_twips(page.height_mm)}"/>'
    margins = (
        f'<w:pgMar w:top="{mm_to_twips(page.top_mm)}" w:right="{mm_to_twips(page.right_mm)}"'
        f' w:bottom="{mm_to_twips(page.bottom_mm)}" w:left="{mm_to_twips(page.left_mm)}"'
        f' w:header="851" w:footer="{twips(footer_distance_pt(measures))}" w:gutter="0"/>'
    )
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:footerReference w:type="even" r:id="rId5"/>{size}{margins}'
        f'<w:docGrid w:type="lines" w:linePitch="{twips(page.line_pitch_pt)}"/></w:sectPr>'
    )


def footer_distance_pt(measures: Measures) -> float:
    """From the paper's edge to the footer's foot, so that the dash's centre is 7 mm below the type
    area: half a line of the page number's size further down (7.5).
    """
    page = measures.page
    rules = measures.rules
    centre_mm = page.height_mm - rules.type_area_bottom_mm - rules.page_number_gap_mm
    return centre_mm * PT_PER_MM - measures.pitch_pt("page_number") / 2
