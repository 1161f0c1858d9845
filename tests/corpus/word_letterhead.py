"""Defects of Word files: letterhead and imprint."""

from tests.corpus.plants import in_word
from tests.corpus.word_file import (
    TAG,
    WordFile,
    element,
    fonts,
    remove,
    set_attributes,
    set_paragraph,
    set_run,
    set_runs,
    text_of,
)

_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_TWO_CHARS = {"leftChars": 200, "left": 640}


@in_word("H01-place")
def copy_number_indented(word: WordFile) -> None:
    """份号左空二字"""
    set_paragraph(word.of("copy_number")[0], ind=_TWO_CHARS)


@in_word("H01-place")
def copy_number_right(word: WordFile) -> None:
    """份号排在右边"""
    set_paragraph(word.of("copy_number")[0], jc="right")


@in_word("H02-font")
def security_in_fang(word: WordFile) -> None:
    """密级用了仿宋"""
    set_runs(word.beginning("机密"), rFonts=fonts("仿宋_GB2312"))


@in_word("H02-place")
def security_right(word: WordFile) -> None:
    """密级排在右边（1999 年版的位置）"""
    set_paragraph(word.beginning("机密"), jc="right")


@in_word("H03-font")
def urgency_in_fang(word: WordFile) -> None:
    """紧急程度用了仿宋"""
    set_runs(word.beginning("特急"), rFonts=fonts("仿宋_GB2312"))


@in_word("H03-font")
def urgency_in_size_4(word: WordFile) -> None:
    """紧急程度用了四号字"""
    set_runs(word.beginning("特急"), sz="28", szCs="28")


@in_word("H04-colour")
def black_mark(word: WordFile) -> None:
    """发文机关标志是黑色"""
    set_runs(word.of("issuer_mark")[0], color="000000")


@in_word("H04-font")
def mark_in_hei(word: WordFile) -> None:
    """发文机关标志用了黑体"""
    set_runs(word.of("issuer_mark")[0], rFonts=fonts("黑体"))


@in_word("H04-centred")
def mark_to_the_left(word: WordFile) -> None:
    """发文机关标志左对齐"""
    set_paragraph(word.of("issuer_mark")[0], jc="left")


@in_word("H06-gap")
def one_line_above_the_number(word: WordFile) -> None:
    """标志和发文字号之间只空一行"""
    remove(word.of("document_number")[0].getprevious())


@in_word("H06-place")
def number_to_the_left(word: WordFile) -> None:
    """没有签发人，发文字号却左对齐"""
    set_paragraph(word.of("document_number")[0], jc="left")


@in_word("H06-place", base="signed-up")
def number_flush_left(word: WordFile) -> None:
    """上行文的发文字号顶格"""
    paragraph = word.of("document_number_up")[0]
    set_paragraph(paragraph, ind={"leftChars": 0, "left": 0})


@in_word("H07-place", base="signed-up")
def signer_four_characters_in(word: WordFile) -> None:
    """签发人右空四字"""
    tabs = word.style("document_number_up").find(f"{TAG}pPr/{TAG}tabs/{TAG}tab")
    tabs.set(f"{TAG}pos", str(int(tabs.get(f"{TAG}pos")) - 3 * 320))


@in_word("H07-font", base="signed-up")
def signer_in_fang(word: WordFile) -> None:
    """签发人姓名用了仿宋"""
    for style in list(word.of("document_number_up")[0].iter(f"{TAG}rStyle")):
        remove(style)


@in_word("H08-missing")
def no_red_rule(word: WordFile) -> None:
    """没有红色分隔线"""
    remove(word.of("red_rule")[0])


@in_word("H08-colour")
def black_rule(word: WordFile) -> None:
    """版头分隔线是黑色"""
    set_attributes(_border(word), {"color": "000000"})


@in_word("H08-width")
def short_rule(word: WordFile) -> None:
    """版头分隔线两头各短二字"""
    ends = {**_TWO_CHARS, "rightChars": 200, "right": 640}
    set_paragraph(word.of("red_rule")[0], ind=ends)


def _border(word: WordFile):  # noqa: ANN202 # an element of lxml
    return word.style("red_rule").find(f"{TAG}pPr/{TAG}pBdr/{TAG}bottom")


# --- imprint ---------------------------------------------------------------------------------


@in_word("F01-width")
def imprint_rules_short(word: WordFile) -> None:
    """版记的线长 140 毫米"""
    for style in ("imprint_thick", "imprint_thin"):
        for paragraph in word.of(style):
            for name in (f"{_WP}extent", f"{_A}ext"):
                for node in paragraph.iter(name):
                    node.set("cx", str(140 * 36_000))


@in_word("F01-weight")
def all_rules_thick(word: WordFile) -> None:
    """版记的中间分隔线有 1 毫米粗"""
    _weigh(word, "imprint_thin", 1.0)


@in_word("F01-weight")
def outer_rules_thin(word: WordFile) -> None:
    """版记的首末分隔线只有 0.1 毫米"""
    _weigh(word, "imprint_thick", 0.1)


def _weigh(word: WordFile, style: str, weight_mm: float) -> None:
    for paragraph in word.of(style):
        for node in paragraph.iter(f"{_A}ln"):
            node.set("w", str(round(weight_mm * 36_000)))


@in_word("F02-rules")
def no_last_rule(word: WordFile) -> None:
    """版记没有末条分隔线"""
    remove(word.of("imprint_thick")[-1])


@in_word("F02-rules")
def no_middle_rule(word: WordFile) -> None:
    """版记没有中间的分隔线"""
    remove(word.of("imprint_thin")[0])


@in_word("F02-place")
def imprint_at_the_top(word: WordFile) -> None:
    """版记排在另起一页的顶端"""
    frames = list(word.body.iter(f"{TAG}framePr"))
    for frame in frames:
        frame.set(f"{TAG}yAlign", "top")
    new_page = element("p")
    set_paragraph(new_page, pStyle="body")
    run, page = element("r"), element("br", type="page")
    run.append(page)
    new_page.append(run)
    word.of("imprint_thick")[0].addprevious(new_page)


@in_word("F02-place")
def imprint_aligned_to_the_top(word: WordFile) -> None:
    """版记的图文框靠版心上端"""
    for frame in word.body.iter(f"{TAG}framePr"):
        frame.set(f"{TAG}yAlign", "top")


@in_word("F03-font")
def copied_to_in_size_3(word: WordFile) -> None:
    """抄送机关用了三号字"""
    set_runs(word.of("copied_to")[0], sz="32", szCs="32")


@in_word("F03-font")
def copied_to_in_kai(word: WordFile) -> None:
    """抄送机关用了楷体"""
    set_runs(word.of("copied_to")[0], rFonts=fonts("楷体_GB2312"))


@in_word("F03-place")
def copied_to_flush_left(word: WordFile) -> None:
    """抄送机关顶格"""
    indent = {"leftChars": 300, "left": 840}
    set_paragraph(word.of("copied_to")[0], ind=indent)


@in_word("F04-font")
def printing_in_hei(word: WordFile) -> None:
    """印发机关用了黑体"""
    set_runs(word.of("printing")[0], rFonts=fonts("黑体"))


@in_word("F04-font")
def printing_in_size_3(word: WordFile) -> None:
    """印发机关和印发日期用了三号字"""
    paragraph = word.of("printing")[0]
    assert "印发" in text_of(paragraph)
    set_run(word.style("printing"), sz="32", szCs="32")


@in_word("F04-place")
def printing_flush_left(word: WordFile) -> None:
    """印发机关顶格"""
    set_paragraph(word.of("printing")[0], ind={"leftChars": 0, "left": 0})
