"""Defects of Word files: faces of single marks, line ends, and what cannot be judged."""

from copy import deepcopy

from tests.corpus.plants import in_word
from tests.corpus.word_file import (
    TAG,
    WordFile,
    element,
    fonts,
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
