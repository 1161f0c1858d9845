"""Sound documents as a clerk makes them: python-docx, direct formatting, none of our styles."""

import io
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from lxml import etree

from pipeline.template.ooxml import W
from tests.corpus.bases import DIGITS, FIRST, LEAD, LONG, PLANNED
from tests.corpus.word_file import TAG, fonts, put_run_properties, set_paragraph

_FANG, _HEI, _KAI, _BIAO, _SONG = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体", "宋体"
_PITCH = 579
_NS = f'xmlns:w="{W}"'
_FIRST_LINE = {"firstLineChars": 200, "firstLine": 640}


class _Writer:
    """A new document with the page of the standard, to which paragraphs are added."""

    def __init__(self) -> None:
        self.document = docx.Document()
        self.body_fonts: dict[str, object] = fonts(_FANG)
        self._set_page()
        for footer, side in self._footers():
            self._number_pages(footer.paragraphs[0], side)

    def add(self, text: str, **look: Any) -> Any:
        """A paragraph; `look` is `face`, `size`, `color` and properties of the paragraph."""
        paragraph = self.document.add_paragraph()
        self.format(paragraph, text, **look)
        return paragraph._p

    def format(self, paragraph: Any, text: str, **look: Any) -> None:
        face, size = look.pop("face", None), look.pop("size", 16)
        color = look.pop("color", None)
        pitch = look.pop("pitch", _PITCH)
        spacing = {"before": 0, "after": 0, "line": pitch, "lineRule": "exact"}
        set_paragraph(paragraph._p, spacing=spacing, **{"jc": "both", **look})
        # The mark of the paragraph, by which Word sets an automatic number.
        set_paragraph(paragraph._p, rPr={})
        self._look(paragraph._p.pPr.find(f"{TAG}rPr"), face, size, color)
        if text:
            self._run(paragraph.add_run(text), face, size, color)

    def _run(self, run: Any, face: str | None, size: float, color: str | None) -> None:
        self._look(run._r.get_or_add_rPr(), face, size, color)

    def _look(self, parent: Any, face: str | None, size: float, color: str | None) -> None:
        size_twice = str(round(size * 2))
        look: dict[str, Any] = {"rFonts": self.body_fonts if face is None else fonts(face)}
        look |= {"color": color} if color else {}
        look |= {"spacing": "-5"} if size == 16 else {}
        put_run_properties(parent, {**look, "sz": size_twice, "szCs": size_twice})

    def blank(self, count: int = 1) -> None:
        for _ in range(count):
            self.add("")

    def save(self) -> bytes:
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()

    def _set_page(self) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.top_margin, section.bottom_margin = Mm(37), Mm(35)
        section.left_margin, section.right_margin = Mm(28), Mm(26)
        section.footer_distance = Pt(1440 / 20)

    def _footers(self) -> list[tuple[Any, str]]:
        self.document.settings.odd_and_even_pages_header_footer = True
        section = self.document.sections[0]
        return [(section.footer, "right"), (section.even_page_footer, "left")]

    def _number_pages(self, paragraph: Any, side: str) -> None:
        indent = {f"{side}Chars": 100, side: 280}
        self.format(paragraph, "— ", face=_SONG, size=14, pitch=280, jc=side, ind=indent)
        for kind in ("begin", None, "separate", "1", "end"):
            run = paragraph.add_run()
            self._run(run, _SONG, 14, None)
            run._r.append(_field_part(kind))
        self._run(paragraph.add_run(" —"), _SONG, 14, None)


def _field_part(kind: str | None) -> etree._Element:
    if kind is None:
        return parse_xml(f'<w:instrText {_NS} xml:space="preserve"> PAGE </w:instrText>')
    if kind == "1":
        return parse_xml(f"<w:t {_NS}>1</w:t>")
    return parse_xml(f'<w:fldChar {_NS} w:fldCharType="{kind}"/>')


# --- plain material --------------------------------------------------------------------------

Head = Callable[[_Writer, int, str, str], None]


def _typed_head(writer: _Writer, level: int, number: str, words: str) -> None:
    writer.add(number + words, face=(_HEI, _KAI, _FANG)[level - 1], ind=_FIRST_LINE)


def _write_summary(writer: _Writer, head: Head) -> bytes:
    writer.add("青禾县图书馆全民阅读周活动总结", face=_BIAO, size=22, jc="center")
    writer.blank()
    _text(writer, LEAD)
    head(writer, 1, "一、", "基本情况")
    _text(writer, FIRST, LONG)
    head(writer, 1, "二、", "主要做法")
    head(writer, 2, "（一）", "加强组织领导")
    head(writer, 3, "1.", "健全工作机制")
    _text(writer, LONG)
    head(writer, 3, "2.", "充实工作力量")
    _text(writer, PLANNED)
    head(writer, 2, "（二）", "突出活动主题")
    _text(writer, LONG, DIGITS)
    head(writer, 1, "三、", "取得成效")
    _text(writer, DIGITS, PLANNED)
    writer.blank()
    _sign(writer)
    return writer.save()


def _text(writer: _Writer, *paragraphs: str) -> None:
    for text in paragraphs:
        writer.add(text, ind=_FIRST_LINE)


def _sign(writer: _Writer) -> None:
    """The date, 7¾ characters wide, 2 from the edge; the name, of 6, begins 2 further left."""
    writer.add("青禾县图书馆", jc="right", ind={"rightChars": 575, "right": 1840})
    writer.add("2026年10月8日", jc="right", ind={"rightChars": 200, "right": 640})


def direct_formatting() -> bytes:
    """Plain material whose numbers are typed."""
    return _write_summary(_Writer(), _typed_head)


def automatic_numbering() -> bytes:
    """The same with Word's own numbers: 一、 （一） 1."""
    writer = _Writer()
    _define_numbering(writer.document)
    return _write_summary(writer, _numbered_head)


def theme_fonts() -> bytes:
    """The same with the body's face taken from the theme."""
    writer = _Writer()
    _set_theme_face(writer.document)
    slots = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme")
    writer.body_fonts = dict.fromkeys(slots, "minorEastAsia")
    return _write_summary(writer, _typed_head)


def _numbered_head(writer: _Writer, level: int, number: str, words: str) -> None:
    del number
    paragraph = writer.add(words, face=(_HEI, _KAI, _FANG)[level - 1], ind=_FIRST_LINE)
    properties = paragraph.find(f"{TAG}pPr")
    numbering = f'<w:numPr {_NS}><w:ilvl w:val="{level - 1}"/><w:numId w:val="77"/></w:numPr>'
    properties.insert(0, parse_xml(numbering))


_LEVELS = (
    ("chineseCountingThousand", "%1、"),
    ("chineseCountingThousand", "（%2）"),
    ("decimal", "%3."),
)


def _define_numbering(document: Any) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
        for i, (kind, text) in enumerate(_LEVELS)
    )
    root = document.part.numbering_part.element
    abstract = parse_xml(
        f'<w:abstractNum {_NS} w:abstractNumId="77">'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )
    root.insert(0, abstract)
    root.append(parse_xml(f'<w:num {_NS} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))


def _set_theme_face(document: Any) -> None:
    part = next(p for p in document.part.package.iter_parts() if "theme" in str(p.partname))
    root = etree.fromstring(part.blob)
    space = {"a": "http://schemas.openxmlformats.org/drawingml/2006/main"}
    for minor in root.iterfind(".//a:minorFont", space):
        minor.find("a:ea", space).set("typeface", _FANG)
        for font in minor.findall("a:font[@script='Hans']", space):
            font.set("typeface", _FANG)
    language = document.settings.element.find(f"{TAG}themeFontLang")
    language.set(f"{TAG}eastAsia", "zh-CN")
    part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


# --- an official document --------------------------------------------------------------------


def official() -> bytes:
    """A red-headed document whose imprint is a table at the foot of the last page."""
    writer = _Writer()
    writer.blank(3)
    mark = writer.add(
        "青禾县图书馆文件", face=_BIAO, size=48, color="FF0000", pitch=1200, jc="center"
    )
    set_paragraph(mark, spacing={"before": 92})
    writer.blank(2)
    writer.add("青图发〔2026〕8号", jc="center")
    # The number's own line reaches 1.2 mm below its ink; this one does the rest of the 4 mm.
    rule = writer.add("", pitch=160)
    border = (
        f'<w:pBdr {_NS}><w:bottom w:val="single" w:sz="12" w:space="0" w:color="FF0000"/></w:pBdr>'
    )
    rule.find(f"{TAG}pPr").insert(0, parse_xml(border))
    writer.blank(2)
    writer.add("青禾县图书馆关于举办阅读周活动的通知", face=_BIAO, size=22, jc="center")
    writer.blank()
    writer.add("各乡镇人民政府，县直各部门：")
    _text(writer, LEAD.replace("报告如下", "通知如下"), FIRST, PLANNED, LONG, DIGITS)
    writer.blank()
    _sign(writer)
    _add_imprint(writer)
    return writer.save()


_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="000000"/>'
    for side, weight in (("top", 8), ("bottom", 8), ("insideH", 6))
)


def _add_imprint(writer: _Writer) -> None:
    table = writer.document.add_table(2, 1)
    properties = table._tbl.tblPr
    for node in list(properties):
        properties.remove(node)
    place = 'w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="left" w:tblpYSpec="bottom"'
    sides = '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
    for xml in (
        f'<w:tblpPr {_NS} w:leftFromText="0" w:rightFromText="0" {place}/>',
        f'<w:tblW {_NS} w:w="8844" w:type="dxa"/>',
        f"<w:tblBorders {_NS}>{_BORDERS}</w:tblBorders>",
        f'<w:tblLayout {_NS} w:type="fixed"/>',
        f"<w:tblCellMar {_NS}>{sides}</w:tblCellMar>",
    ):
        properties.append(parse_xml(xml))
    for column in table._tbl.tblGrid:
        column.set(f"{TAG}w", "8844")
    copied, printing = (row.cells[0] for row in table.rows)
    for cell in (copied, printing):
        cell.width = Mm(156)
    indents = {"left": 1120, "leftChars": 400, "right": 280, "rightChars": 100, "hanging": 840}
    writer.format(
        copied.paragraphs[0],
        "抄送：县委宣传部，县文化和旅游局，县融媒体中心，各社区图书服务点。",
        size=14,
        ind={**indents, "hangingChars": 300},
    )
    both = {"left": 280, "leftChars": 100, "right": 280, "rightChars": 100}
    writer.format(
        printing.paragraphs[0],
        "青禾县图书馆办公室\t2026年10月8日印发",
        size=14,
        jc="left",
        ind=both,
    )
    tabs = f'<w:tabs {_NS}><w:tab w:val="right" w:pos="{8844 - 280}"/></w:tabs>'
    paragraph = printing.paragraphs[0]._p
    paragraph.find(f"{TAG}pPr/{TAG}spacing").addprevious(parse_xml(tabs))
    writer.document.add_paragraph()
    last = writer.document.paragraphs[-1]
    writer.format(last, "", pitch=20)


PLAIN_DOCX: dict[str, Callable[[], bytes]] = {
    "python-docx-direct": direct_formatting,
    "python-docx-numbering": automatic_numbering,
    "python-docx-theme": theme_fonts,
    "python-docx-official": official,
}
"""Each of these documents by name."""
