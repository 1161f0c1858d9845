"""Defects of Word files: paper, margins, grid, faces of the text, page numbers."""

from tests.corpus.plants import in_word
from tests.corpus.word_file import (
    TAG,
    WordFile,
    element,
    fonts,
    remove,
    remove_all,
    set_attributes,
    set_paragraph,
    set_run,
    set_runs,
)

_TWIPS_PER_MM = 56.693


def _mm(value: float) -> int:
    return round(value * _TWIPS_PER_MM)


def _margin(word: WordFile, **sides_mm: float) -> None:
    node = word.section.find(f"{TAG}pgMar")
    set_attributes(node, {side: _mm(value) for side, value in sides_mm.items()})


def _paper(word: WordFile, width_mm: float, height_mm: float) -> None:
    size = word.section.find(f"{TAG}pgSz")
    set_attributes(size, {"w": _mm(width_mm), "h": _mm(height_mm)})


# --- paper and type area ---------------------------------------------------------------------


@in_word("P02-paper", base="plain")
def wider(word: WordFile) -> None:
    """纸张比 A4 宽 3 毫米，每行仍容 28 字"""
    _paper(word, 213, 297)


# What the margins leave of it holds 20 lines of 29 characters, and its foot is 18 mm higher.
@in_word("P02-paper", base="plain", also=("P08-lines", "P08-chars", "N02-place"))
def letter(word: WordFile) -> None:
    """美国信纸（216×279 毫米）"""
    _paper(word, 215.9, 279.4)


@in_word("P03-top", base="plain-33476")
def top_30(word: WordFile) -> None:
    """上边距 30 毫米"""
    _margin(word, top=30)


@in_word("P04-left", base="plain")
def left_25(word: WordFile) -> None:
    """左边距 25 毫米"""
    _margin(word, left=25)


# The gutter narrows the type area, which then holds 27 characters.
@in_word("P04-left", base="plain", also=("P08-chars",))
def gutter(word: WordFile) -> None:
    """装订线 5 毫米"""
    _margin(word, gutter=5)


@in_word("P06-right", base="plain")
def right_23(word: WordFile) -> None:
    """右边距 23 毫米"""
    _margin(word, right=23)


@in_word("P06-bottom", base="plain-33476")
def bottom_28(word: WordFile) -> None:
    """下边距 28 毫米"""
    _margin(word, bottom=28)


@in_word("P05-overflow", base="annexed")
def wide_table(word: WordFile) -> None:
    """表格宽 190 毫米"""
    table = next(word.body.iter(f"{TAG}tbl"))
    for name in ("tblW", "gridCol", "tcW"):
        for node in table.iter(f"{TAG}{name}"):
            node.set(f"{TAG}w", str(round(int(node.get(f"{TAG}w")) * 190 / 156)))


@in_word("P05-overflow")
def negative_indent(word: WordFile) -> None:
    """一段的右缩进是负 2 字"""
    set_paragraph(word.beginning("全县16个乡镇"), ind={"rightChars": -200, "right": -640})


# --- face, size, colour, grid ----------------------------------------------------------------


@in_word("P07-font")
def song_for_fang(word: WordFile) -> None:
    """一段正文用了宋体"""
    set_runs(word.beginning("今年4月以来"), rFonts=fonts("宋体"))


@in_word("P07-font")
def body_in_kai(word: WordFile) -> None:
    """正文样式用了楷体"""
    set_run(word.style("body"), rFonts=fonts("楷体_GB2312"))


@in_word("P07-size")
def size_4(word: WordFile) -> None:
    """一段正文用了四号字"""
    set_runs(word.beginning("今年4月以来"), sz="28", szCs="28")


@in_word("P08-lines", base="plain")
def pitch_30(word: WordFile) -> None:
    """行距固定值 30 磅，一面只有 21 行"""
    for node in word.tree("word/styles.xml").iter(f"{TAG}spacing"):
        if node.get(f"{TAG}line") == "579":
            node.set(f"{TAG}line", "600")
    word.section.find(f"{TAG}docGrid").set(f"{TAG}linePitch", "600")


@in_word("P08-chars", base="plain")
def no_tracking(word: WordFile) -> None:
    """字间距没有紧缩，一行只有 27 字"""
    for style in word.tree("word/styles.xml").iter(f"{TAG}style"):
        for node in style.findall(f"{TAG}rPr/{TAG}spacing"):
            remove(node)


@in_word("P08-ragged", base="plain")
def left_aligned(word: WordFile) -> None:
    """正文左对齐"""
    set_paragraph(word.style("body"), jc="left")


@in_word("P09-black")
def blue_text(word: WordFile) -> None:
    """一段正文是蓝色"""
    set_runs(word.beginning("今年4月以来"), color="0000FF")


@in_word("P09-black")
def theme_coloured_title(word: WordFile) -> None:
    """标题用了深灰色"""
    set_runs(word.of("title")[0], color="595959")


@in_word("G01-pitch")
def pitch_22(word: WordFile) -> None:
    """一段正文行距 22 磅"""
    spacing = {"line": 440, "lineRule": "exact"}
    set_paragraph(word.beginning("今年4月以来"), spacing=spacing)


@in_word("G03-gaps")
def space_after(word: WordFile) -> None:
    """一段正文段后 12 磅"""
    set_paragraph(word.beginning("今年4月以来"), spacing={"after": 240})


@in_word("G03-gaps")
def empty_paragraph(word: WordFile) -> None:
    """两段正文之间有空段"""
    paragraph = element("p")
    set_paragraph(paragraph, pStyle="body")
    word.beginning("一、基本情况").addprevious(paragraph)


# --- page numbers ----------------------------------------------------------------------------


@in_word("N01-missing")
def no_footers(word: WordFile) -> None:
    """没有页脚"""
    remove_all(word.section, "footerReference")


@in_word("N01-form")
def hyphens(word: WordFile) -> None:
    """页码两边是连字符而不是一字线"""
    for footer in word.footers:
        for node in footer.iter(f"{TAG}t"):
            node.text = (node.text or "").replace("—", "-")


@in_word("N01-form")
def no_dashes(word: WordFile) -> None:
    """页码两边没有一字线"""
    for footer in word.footers:
        for node in footer.iter(f"{TAG}t"):
            node.text = (node.text or "").replace("—", "").strip()


@in_word("N01-field")
def typed_number(word: WordFile) -> None:
    """页码是打上去的“— 1 —”"""
    for footer in word.footers:
        for run in list(footer.iter(f"{TAG}r")):
            remove(run)
        run = element("r")
        footer.append(run)
        node = element("t")
        node.text = "— 1 —"
        run.append(node)


@in_word("N01-font")
def number_in_fang(word: WordFile) -> None:
    """页码用了仿宋"""
    set_run(word.style("page_number"), rFonts=fonts("仿宋_GB2312"))


@in_word("N01-font")
def small_number(word: WordFile) -> None:
    """页码用了小五号"""
    for footer in word.footers:
        set_runs(footer, sz="18", szCs="18")


@in_word("N02-place")
def low_footer(word: WordFile) -> None:
    """页脚距边界 15 毫米"""
    _margin(word, footer=15)


@in_word("N03-side")
def odd_and_even_alike(word: WordFile) -> None:
    """没有勾选奇偶页不同"""
    remove_all(word.settings, "evenAndOddHeaders")


@in_word("N03-side")
def centred_number(word: WordFile) -> None:
    """页码居中"""
    for footer in word.footers:
        remove(footer.find(f"{TAG}pPr/{TAG}ind"))
        set_paragraph(footer, jc="center")


@in_word("N04-sequence")
def starts_at_3(word: WordFile) -> None:
    """页码从 3 开始"""
    word.section.find(f"{TAG}pgMar").addnext(element("pgNumType", start=3))
