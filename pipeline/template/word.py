"""Measures -> a fresh word.docx: named styles, page set-up, footers, and the tags docxtpl fills.

The parts are written as XML text, so that a template is the same bytes on every machine and holds
nothing that we did not mean. What each element does is in ECMA-376, part 1, chapter 17.
"""

from xml.sax.saxutils import quoteattr

from pipeline.load.archive import write_zip
from pipeline.model.standard import WORD_FONTS, Measures
from pipeline.template.ooxml import DECLARATION, R, W, twips
from pipeline.template.word_body import draw_document
from pipeline.template.word_styles import draw_styles
from pipeline.typography.typeset import NOT_AT_LINE_END, NOT_AT_LINE_START


def draw_word_template(measures: Measures, *, official: bool) -> bytes:
    """The bytes of a word.docx set by `measures`; an official one has letterhead and imprint."""
    parts = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _PACKAGE_RELATIONSHIPS,
        "docProps/app.xml": _APP_PROPERTIES,
        "docProps/core.xml": _CORE_PROPERTIES,
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONSHIPS,
        "word/document.xml": draw_document(measures, official=official),
        "word/fontTable.xml": _font_table(),
        "word/footer1.xml": _footer(measures, is_odd=True),
        "word/footer2.xml": _footer(measures, is_odd=False),
        "word/settings.xml": _settings(),
        "word/styles.xml": draw_styles(measures),
    }
    return write_zip({name: text.encode() for name, text in parts.items()})


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
        f'{DECLARATION}<w:ftr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="page_number"/>'
        f"{properties}</w:pPr>{before}{field}{after}</w:p></w:ftr>"
    )


def _settings() -> str:
    before, after = quoteattr(NOT_AT_LINE_START), quoteattr(NOT_AT_LINE_END)
    return (
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
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
    return f'{DECLARATION}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'


_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CONTENT_TYPES = (
    f"{DECLARATION}"
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
    f"{DECLARATION}"
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{R}/officeDocument" Target="word/document.xml"/>'
    '<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/'
    'metadata/core-properties" Target="docProps/core.xml"/>'
    f'<Relationship Id="rId3" Type="{R}/extended-properties" Target="docProps/app.xml"/>'
    "</Relationships>"
)
_DOCUMENT_RELATIONSHIPS = (
    f"{DECLARATION}"
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{R}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{R}/settings" Target="settings.xml"/>'
    f'<Relationship Id="rId3" Type="{R}/fontTable" Target="fontTable.xml"/>'
    f'<Relationship Id="rId4" Type="{R}/footer" Target="footer1.xml"/>'
    f'<Relationship Id="rId5" Type="{R}/footer" Target="footer2.xml"/>'
    "</Relationships>"
)
_APP_PROPERTIES = (
    f"{DECLARATION}"
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>banxin</Application></Properties>"
)
_CORE_PROPERTIES = (
    f"{DECLARATION}"
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
    "<dc:title></dc:title><dc:creator></dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2012-07-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2012-07-01T00:00:00Z</dcterms:modified>'
    "</cp:coreProperties>"
)
