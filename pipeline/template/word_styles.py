"""Measures -> word/styles.xml: a named paragraph style for each of the standard's elements."""

from xml.sax.saxutils import quoteattr

from pipeline.model.standard import WORD_FONTS, FontRole, Measures, ParagraphStyle
from pipeline.template.ooxml import DECLARATION, W, twips


def draw_styles(measures: Measures) -> str:
    body = measures.styles["body"]
    defaults = (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(body.font)}{_size(body.size_pt)}"
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault/></w:docDefaults>"
    )
    normal = (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/></w:pPr>'
        f"<w:rPr>{_fonts(body.font)}"
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
    return f'{DECLARATION}<w:styles xmlns:w="{W}">{defaults}{normal}{table}{own}{signer}</w:styles>'


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
            _spacing(key, measures),
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


def _spacing(key: str, measures: Measures) -> str:
    """No gaps, and exact lines: an exact pitch holds whichever font is installed."""
    rule = "atLeast" if key == "picture" else "exact"
    pitch = twips(measures.pitch_pt(key))
    return f'<w:spacing w:before="0" w:after="0" w:line="{pitch}" w:lineRule="{rule}"/>'


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
    side = f'<w:bottom w:val="single" w:sz="{eighths}" w:space="0" w:color="{color}"/>'
    return f"<w:pBdr>{side}</w:pBdr>"
