"""Defects of Word files that none of our styles or templates had a hand in (see `plain_docx`)."""

from lxml import etree

from tests.corpus.plants import in_word
from tests.corpus.word_file import (
    TAG,
    WordFile,
    element,
    fonts,
    remove,
    set_attributes,
    set_paragraph,
    set_runs,
    set_text,
    text_of,
)

_DIRECT, _NUMBERED, _THEMED = "python-docx-direct", "python-docx-numbering", "python-docx-theme"
_OFFICIAL = "python-docx-official"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@in_word("P07-font", base=_THEMED)
def theme_of_song(word: WordFile) -> None:
    """主题的中文正文字体是宋体"""
    for minor in word.tree("word/theme/theme1.xml").iter(f"{_A}minorFont"):
        for font in (minor.find(f"{_A}ea"), minor.find(f"{_A}font[@script='Hans']")):
            font.set("typeface", "宋体")


@in_word("P09-black", base=_DIRECT)
def theme_colour(word: WordFile) -> None:
    """一段正文用了主题的强调色"""
    color = {"val": "4F81BD", "themeColor": "accent1"}
    set_runs(word.beginning("今年4月以来"), color=color)


@in_word("G01-pitch", base=_DIRECT)
def two_and_a_half_lines(word: WordFile) -> None:
    """一段正文用了 2.5 倍行距"""
    spacing = {"line": 600, "lineRule": "auto"}
    set_paragraph(word.beginning("今年4月以来"), spacing=spacing)


@in_word("N01-form", base=_DIRECT)
def of_how_many(word: WordFile) -> None:
    """页码写成“第1页”"""
    for footer in word.footers:
        first, *_, last = footer.iter(f"{TAG}t")
        first.text, last.text = "第", "页"


@in_word("N03-side", base=_OFFICIAL)
def centred_field(word: WordFile) -> None:
    """正式公文的页码居中"""
    for footer in word.footers:
        remove(footer.find(f"{TAG}pPr/{TAG}ind"))
        set_paragraph(footer, jc="center")


@in_word("H06-form", base=_OFFICIAL)
def ordinal(word: WordFile) -> None:
    """发文字号写成“青图发〔2026〕第8号”"""
    set_text(word.beginning("青图发"), "青图发〔2026〕第8号")


@in_word("H04-colour", base=_OFFICIAL)
def blue_mark(word: WordFile) -> None:
    """发文机关标志是蓝色"""
    set_runs(word.beginning("青禾县图书馆文件"), color="1F497D")


@in_word("H08-colour", base=_OFFICIAL)
def automatic_border(word: WordFile) -> None:
    """版头分隔线用了自动颜色"""
    border = next(word.body.iter(f"{TAG}pBdr")).find(f"{TAG}bottom")
    set_attributes(border, {"color": "auto"})


@in_word("H08-missing", base=_OFFICIAL)
def border_of_none(word: WordFile) -> None:
    """版头分隔线的线型是“无”"""
    borders = next(word.body.iter(f"{TAG}pBdr"))
    set_attributes(borders.find(f"{TAG}bottom"), {"val": "nil"})
    # Else the 4 mm above the rule would be more room between number and title.
    set_paragraph(borders.getparent().getparent(), spacing={"line": 20})


@in_word("B03-colon", base=_OFFICIAL)
def half_width_colon_behind(word: WordFile) -> None:
    """主送机关之后是半角冒号"""
    set_text(word.beginning("各乡镇"), "各乡镇人民政府，县直各部门:")


@in_word("B05-indent", base=_DIRECT)
def indent_in_twips(word: WordFile) -> None:
    """一段正文首行缩进只有 0.74 厘米（五号字的二字）"""
    paragraph = word.beginning("今年4月以来")
    remove(paragraph.find(f"{TAG}pPr/{TAG}ind"))
    set_paragraph(paragraph, ind={"firstLine": 420})


@in_word("B06-sequence", base=_NUMBERED)
def automatic_number_starts_at_2(word: WordFile) -> None:
    """自动编号的一级标题从“二、”开始"""
    _level(word, 0).find(f"{TAG}start").set(f"{TAG}val", "2")


@in_word("B06-mark", base=_NUMBERED)
def automatic_number_with_comma(word: WordFile) -> None:
    """自动编号的二级标题是“（一）、”"""
    _level(word, 1).find(f"{TAG}lvlText").set(f"{TAG}val", "（%2）、")


def _level(word: WordFile, level: int) -> etree._Element:
    numbering = word.tree("word/numbering.xml")
    levels = (
        node
        for abstract in numbering.iter(f"{TAG}abstractNum")
        if abstract.get(f"{TAG}abstractNumId") == "77"
        for node in abstract.iter(f"{TAG}lvl")
    )
    return list(levels)[level]


@in_word("B12-zero", base=_OFFICIAL)
def month_with_zero(word: WordFile) -> None:
    """成文日期写成 2026年08月8日"""
    dates = [p for p in word.body.iter(f"{TAG}p") if text_of(p) == "2026年10月8日"]
    set_text(dates[0], "2026年08月8日")


@in_word("Z01-quotes", base=_DIRECT)
def hinted_for_no_one(word: WordFile) -> None:
    """引号的西文字体是 Calibri"""
    set_runs(word.beginning("今年4月以来"), rFonts=fonts("仿宋_GB2312", "Calibri"))


@in_word("F01-weight", base=_OFFICIAL)
def borders_of_3_points(word: WordFile) -> None:
    """版记表格的上下框线是 3 磅"""
    for side in ("top", "bottom"):
        set_attributes(_borders(word).find(f"{TAG}{side}"), {"sz": 24})


@in_word("F02-rules", base=_OFFICIAL)
def no_inner_border(word: WordFile) -> None:
    """版记表格没有中间的框线"""
    remove(_borders(word).find(f"{TAG}insideH"))


@in_word("X06-place", base=_OFFICIAL)
def table_in_the_text(word: WordFile) -> None:
    """版记的表格没有浮动，跟在正文后面"""
    floating = next(word.body.iter(f"{TAG}tblpPr"))
    remove(floating)


def _borders(word: WordFile) -> etree._Element:
    return next(word.body.iter(f"{TAG}tblBorders"))


@in_word("G03-gaps", base=_DIRECT)
def empty_paragraphs_between(word: WordFile) -> None:
    """每个一级标题前都空一行"""
    for start in ("二、", "三、"):
        word.beginning(start).addprevious(element("p"))
