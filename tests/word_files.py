"""Word files for tests, written as XML: a body, and whatever parts it needs beside it."""

from pathlib import Path

from pipeline.inspect.seen import Look
from pipeline.inspect.word import WordFile, read_word
from pipeline.load.archive import write_zip
from pipeline.template.ooxml import R, W

PATH = Path("来文.docx")
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)
FANG = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}" w:cs="{0}"/>'.format("仿宋_GB2312")
EXACT = '<w:spacing w:line="579" w:lineRule="exact"/>'
STYLES = (
    "<w:docDefaults><w:rPrDefault><w:rPr>"
    f'{FANG}<w:spacing w:val="-5"/><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    f"<w:pPr>{EXACT}</w:pPr></w:style>"
)
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851"'
    ' w:footer="1440" w:gutter="0"/>'
)
SECTION = f"<w:sectPr>{A4}{MARGINS}</w:sectPr>"


def p(text: str = "", properties: str = "", run: str = "") -> str:
    """A paragraph with one run; its text may hold XML of a run."""
    content = text if text.startswith("<") else f'<w:t xml:space="preserve">{text}</w:t>'
    runs = f"<w:r><w:rPr>{run}</w:rPr>{content}</w:r>" if text else ""
    return f"<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>"


def word_file(body: str, *, styles: str = STYLES, section: str = SECTION, **parts: str) -> bytes:
    """A .docx; `parts` are the inner XML of further ones: settings, numbering, theme, footer1."""
    roots = {"theme": "a:theme", "footer1": "w:ftr", "footer2": "w:ftr", "footer3": "w:ftr"}
    files = {
        "[Content_Types].xml": "<Types/>",
        "word/document.xml": (
            f"<w:document {NAMESPACES}><w:body>{body}{section}</w:body></w:document>"
        ),
        "word/styles.xml": f"<w:styles {NAMESPACES}>{styles}</w:styles>",
    }
    for name, inner in parts.items():
        root = roots.get(name, f"w:{name}")
        path = "word/theme/theme1.xml" if name == "theme" else f"word/{name}.xml"
        files[path] = f"<{root} {NAMESPACES}>{inner}</{root}>"
    links = "".join(
        f'<Relationship Id="{name}" Type="{R}/footer" Target="{name}.xml"/>'
        for name in parts
        if name.startswith("footer")
    )
    files["word/_rels/document.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{links}</Relationships>"
    )
    return write_zip({name: text.encode() for name, text in files.items()})


def opened(data: bytes) -> WordFile:
    file, diagnostics = read_word(data, PATH)
    assert file is not None, diagnostics
    return file


def looks(body: str, **parts: str) -> tuple[Look, ...]:
    return opened(word_file(body, **parts)).seen.looks


def line(width_emu: int, *, weight: int = 12700, color: str = "FF0000", anchor: str = "") -> str:
    """A drawn horizontal line, inline or where `anchor` puts it."""
    kind = "anchor" if anchor else "inline"
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:{kind}>{anchor}<wp:extent cx="{width_emu}" cy="0"/><a:graphic><a:graphicData>'
        f'<wps:wsp><wps:spPr><a:prstGeom prst="line"/><a:ln w="{weight}"><a:solidFill>'
        f'<a:srgbClr val="{color}"/></a:solidFill></a:ln></wps:spPr></wps:wsp>'
        f"</a:graphicData></a:graphic></wp:{kind}></w:drawing></mc:Choice>"
        '<mc:Fallback><w:pict><v:line from="0,0" to="442pt,0" strokecolor="red"/></w:pict>'
        "</mc:Fallback></mc:AlternateContent>"
    )


def text_box(inner: str, *, position: str = "") -> str:
    """A text box 442 pt wide without insets; its VML twin says the same."""
    return (
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f'<wp:anchor>{position}<wp:extent cx="5616000" cy="600000"/><a:graphic><a:graphicData>'
        f"<wps:wsp><wps:txbx><w:txbxContent>{inner}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="0" rIns="0"/></wps:wsp>'
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback>"
        f"<w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></mc:Fallback></mc:AlternateContent>"
    )


def field(code: str, result: str = "7", run: str = "") -> str:
    """A complex field; a paragraph's runs."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f"<w:instrText> {code} </w:instrText>",
        '<w:fldChar w:fldCharType="separate"/>',
        f"<w:t>{result}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(f"<w:r><w:rPr>{run}</w:rPr>{part}</w:r>" for part in parts)
