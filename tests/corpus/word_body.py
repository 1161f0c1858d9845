"""Defects of Word files: title, text, attachment note, signature, annexes."""

from tests.corpus.plants import in_word
from tests.corpus.word_file import (
    TAG,
    WordFile,
    element,
    fonts,
    remove,
    set_paragraph,
    set_run,
    set_runs,
    set_text,
    text_of,
)

_NO_FIRST_LINE = {"firstLineChars": 0, "firstLine": 0}


# --- title and addressee ---------------------------------------------------------------------


@in_word("B01-font")
def title_in_hei(word: WordFile) -> None:
    """标题用了黑体"""
    set_runs(word.of("title")[0], rFonts=fonts("黑体"))


@in_word("B01-size")
def title_in_size_small_2(word: WordFile) -> None:
    """标题用了小二号"""
    set_runs(word.of("title")[0], sz="36", szCs="36")


@in_word("B01-centred")
def title_to_the_left(word: WordFile) -> None:
    """标题左对齐"""
    set_paragraph(word.of("title")[0], jc="left")


@in_word("B01-gap")
def one_line_above_the_title(word: WordFile) -> None:
    """红线和标题之间只空一行"""
    remove(word.of("title")[0].getprevious())


@in_word("B01-gap")
def four_lines_above_the_title(word: WordFile) -> None:
    """红线和标题之间空了四行"""
    title = word.of("title")[0]
    for _ in range(2):
        blank = element("p")
        set_paragraph(blank, pStyle="blank")
        title.addprevious(blank)


@in_word("B03-place")
def addressee_indented(word: WordFile) -> None:
    """主送机关首行缩进二字"""
    set_paragraph(word.of("addressee")[0], ind={"firstLineChars": 200, "firstLine": 640})


# --- text and headings -----------------------------------------------------------------------


@in_word("B05-indent")
def no_indent(word: WordFile) -> None:
    """一段正文没有缩进"""
    set_paragraph(word.beginning("今年4月以来"), ind=_NO_FIRST_LINE)


@in_word("B05-indent")
def four_characters(word: WordFile) -> None:
    """一段正文左空四字"""
    indent = {"firstLineChars": 400, "firstLine": 1280}
    set_paragraph(word.beginning("今年4月以来"), ind=indent)


@in_word("B05-turned")
def block_indent(word: WordFile) -> None:
    """一段正文整段左缩进二字"""
    indent = {**_NO_FIRST_LINE, "leftChars": 200, "left": 640}
    set_paragraph(word.beginning("今年4月以来"), ind=indent)


@in_word("B05-spaces")
def typed_blanks(word: WordFile) -> None:
    """一段正文用全角空格代替缩进"""
    paragraph = word.beginning("今年4月以来")
    set_paragraph(paragraph, ind=_NO_FIRST_LINE)
    set_text(paragraph, "\u3000\u3000" + text_of(paragraph))


@in_word("B05-break")
def manual_break(word: WordFile) -> None:
    """一段正文里有手动换行"""
    paragraph = word.beginning("今年4月以来")
    words = text_of(paragraph)
    node = next(paragraph.iter(f"{TAG}t"))
    node.text = words[:30]
    rest, line_break = element("t"), element("br")
    rest.text = words[30:]
    node.addnext(line_break)
    line_break.addnext(rest)


@in_word("B06-font")
def heading_1_in_fang(word: WordFile) -> None:
    """一级标题用了仿宋"""
    set_runs(word.beginning("一、基本情况"), rFonts=fonts("仿宋_GB2312"))


@in_word("B06-font")
def heading_2_in_hei(word: WordFile) -> None:
    """二级标题用了黑体"""
    set_runs(word.beginning("（一）加强"), rFonts=fonts("黑体"))


@in_word("B06-size")
def heading_1_in_size_2(word: WordFile) -> None:
    """一级标题用了小二号"""
    set_runs(word.beginning("一、基本情况"), sz="36", szCs="36")


# --- attachment note, signature, remark ------------------------------------------------------


@in_word("B07-place", base="annexed")
def note_flush_left(word: WordFile) -> None:
    """附件说明顶格"""
    for style, hanging in (("attachment_note_first", 4), ("attachment_note_next", 1)):
        indent = {"leftChars": 400, "left": 1280, "hangingChars": hanging * 100}
        set_paragraph(word.of(style)[0], ind=indent)


@in_word("B07-place", base="one-annex")
def note_without_hanging_indent(word: WordFile) -> None:
    """附件说明回行顶格"""
    indent = {"leftChars": 0, "left": 0, "firstLineChars": 200, "firstLine": 640}
    paragraph = word.of("attachment_note")[0]
    set_text(paragraph, "附件：关于在全县各乡镇农家书屋和社区图书服务点开展阅读推广志愿服务的方案")
    set_text(word.of("annex_title")[0], "关于在全县各乡镇农家书屋和社区图书服务点")
    _add_title_line(word, "开展阅读推广志愿服务的方案")
    # In direct formatting a hanging indent of the style must be said away.
    set_paragraph(paragraph, ind={**indent, "hangingChars": 0, "hanging": 0})
    del paragraph.find(f"{TAG}pPr/{TAG}ind").attrib[f"{TAG}hanging"]
    del paragraph.find(f"{TAG}pPr/{TAG}ind").attrib[f"{TAG}hangingChars"]
    style = word.style("attachment_note").find(f"{TAG}pPr/{TAG}ind")
    for name in ("hanging", "hangingChars"):
        del style.attrib[f"{TAG}{name}"]


def _add_title_line(word: WordFile, words: str) -> None:
    node = next(word.of("annex_title")[0].iter(f"{TAG}t"))
    line_break, text = element("br"), element("t")
    text.text = words
    node.addnext(line_break)
    line_break.addnext(text)


@in_word("B14-place")
def remark_flush_left(word: WordFile) -> None:
    """附注顶格"""
    set_paragraph(word.of("remark")[0], ind=_NO_FIRST_LINE)


# --- annexes ---------------------------------------------------------------------------------


@in_word("B15-page", base="annexed")
def annex_on_the_same_page(word: WordFile) -> None:
    """附件1 没有另起一页"""
    set_paragraph(word.of("annex_mark")[0], pageBreakBefore="0")


@in_word("B15-place", base="annexed")
def annex_mark_indented(word: WordFile) -> None:
    """“附件1”左空二字"""
    set_paragraph(word.of("annex_mark")[0], ind={"firstLineChars": 200, "firstLine": 640})


@in_word("B15-place", base="annexed")
def annex_mark_centred(word: WordFile) -> None:
    """“附件1”居中"""
    set_paragraph(word.of("annex_mark")[0], jc="center")


@in_word("B15-font", base="annexed")
def annex_mark_in_fang(word: WordFile) -> None:
    """“附件1”用了仿宋"""
    set_runs(word.of("annex_mark")[0], rFonts=fonts("仿宋_GB2312"))


@in_word("B15-font", base="annexed")
def annex_mark_in_size_4(word: WordFile) -> None:
    """“附件1”用了四号字"""
    set_run(word.style("annex_mark"), sz="28", szCs="28")


@in_word("B15-title", base="annexed")
def annex_title_to_the_left(word: WordFile) -> None:
    """附件标题左对齐"""
    set_paragraph(word.of("annex_title")[0], jc="left")
