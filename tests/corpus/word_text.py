"""Defects of Word files: faces of single marks, line ends, and what cannot be judged."""

from copy import deepcopy

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
    set_runs,
    set_text,
    text_of,
)


@in_word("X03-font")
def unknown_face(word: WordFile) -> None:
    """一段正文用了不认识的字体"""
    set_runs(word.beginning("今年4月以来"), rFonts=fonts("青禾体 W3"))


@in_word("X04-landscape", base="plain-annexed")
def landscape_annex(word: WordFile) -> None:
    """附件2 是横排的一节"""
    upright = element("sectPr")
    for node in word.section:
        upright.append(deepcopy(node))
    second = next(p for p in word.of("annex_mark") if text_of(p) == "附件2")
    before = element("p")
    set_paragraph(before, pStyle="document_end")
    before.find(f"{TAG}pPr").append(upright)
    second.addprevious(before)
    set_paragraph(second, pageBreakBefore="0")
    size = word.section.find(f"{TAG}pgSz")
    set_attributes(size, {"w": 16838, "h": 11906, "orient": "landscape"})


@in_word("X06-place")
def imprint_without_a_frame(word: WordFile) -> None:
    """版记没有放进图文框，紧接在附注之后"""
    remove_all(word.body, "framePr")


@in_word("X07-revisions")
def changes_not_accepted(word: WordFile) -> None:
    """一段正文是修订时插入的，还没有接受"""
    run = next(word.beginning("今年4月以来").iter(f"{TAG}r"))
    inserted = element("ins", id=1, author="青禾县图书馆", date="2026-08-01T09:00:00Z")
    run.addprevious(inserted)
    inserted.append(run)


@in_word("X08-table", base="plain")
def body_in_a_table(word: WordFile) -> None:
    """从第一段正文到最后一段都放进了一个有边框的表格"""
    body = [p for p in word.body if p.tag == f"{TAG}p"]
    first, last = (body.index(word.of("body")[place]) for place in (0, -1))
    table, borders = element("tbl"), element("tblBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(element(side, val="single", sz=4))
    properties, grid, row, cell = (element(name) for name in ("tblPr", "tblGrid", "tr", "tc"))
    properties.extend((element("tblW", w=8844, type="dxa"), borders))
    grid.append(element("gridCol", w=8844))
    body[first].addprevious(table)
    cell.extend(body[first : last + 1])
    row.append(cell)
    table.extend((properties, grid, row))


@in_word("X09-empty", base="plain")
def no_words(word: WordFile) -> None:
    """正文一个字也没有，只有页码"""
    for run in list(word.body.iter(f"{TAG}r")):
        remove(run)


@in_word("Q05-kinsoku")
def kinsoku_off(word: WordFile) -> None:
    """一段正文关闭了按中文习惯控制首尾字符"""
    set_paragraph(word.beginning("今年4月以来"), kinsoku="0")


@in_word("Z01-quotes")
def latin_quotes(word: WordFile) -> None:
    """引号用的是 Times New Roman"""
    set_runs(word.beginning("今年4月以来"), rFonts=fonts("仿宋_GB2312", "Times New Roman"))


@in_word("Z02-latin")
def digits_in_arial(word: WordFile) -> None:
    """数字用的是 Arial"""
    set_runs(word.beginning("全县16个乡镇"), rFonts=fonts("仿宋_GB2312", "Arial"))


@in_word("Z03-glyph")
def circle_zero(word: WordFile) -> None:
    """仿宋_GB2312 里没有的“〇”"""
    set_text(word.beginning("逐项列出清单"), "逐项列出清单，编为二〇二六年第一号。")
