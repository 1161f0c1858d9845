"""Defects of PDFs: paper, margins, grid, faces of the text, page numbers."""

from dataclasses import replace

import pikepdf

from pipeline.model.document import Blank, Block
from pipeline.model.standard import FontRole
from tests.corpus.draft import Draft, place_of
from tests.corpus.pdf_file import resize_pages
from tests.corpus.plants import in_pdf, in_pdf_file


@in_pdf_file("P02-paper")
def oversize(pdf: pikepdf.Pdf) -> None:
    """纸张比 A4 大 3 毫米，版心仍容 22 行 28 字"""
    resize_pages(pdf, 213, 300)


@in_pdf_file("P02-paper")
def letter(pdf: pikepdf.Pdf) -> None:
    """美国信纸（216×279 毫米）"""
    resize_pages(pdf, 215.9, 279.4)


@in_pdf("P03-top", base="plain")
def top_30(draft: Draft) -> Draft:
    """上边距 30 毫米"""
    return draft.with_page(top_mm=30)


@in_pdf("P04-left", base="plain")
def left_25(draft: Draft) -> Draft:
    """左边距 25 毫米"""
    return draft.with_page(left_mm=25)


@in_pdf("P06-right", base="plain")
def right_23(draft: Draft) -> Draft:
    """右边距 23 毫米"""
    return draft.with_page(right_mm=23)


@in_pdf("P05-overflow", base="annexed")
def wide_table(draft: Draft) -> Draft:
    """表格宽 176 毫米，两边都超出版心"""
    return draft.with_css("table { width: 176mm; margin-left: -10mm }")


# --- face, size, colour, grid ----------------------------------------------------------------


@in_pdf("P07-font")
def song_for_fang(draft: Draft) -> Draft:
    """一段正文用了宋体"""
    return draft.restyled("今年4月以来", "body", font=FontRole.SONGTI)


@in_pdf("P07-font")
def body_in_kai(draft: Draft) -> Draft:
    """正文样式用了楷体"""
    return draft.with_style("body", font=FontRole.KAITI)


@in_pdf("P07-size")
def size_4(draft: Draft) -> Draft:
    """一段正文用了四号字"""
    return draft.restyled("今年4月以来", "body", size_pt=14)


@in_pdf("P08-lines", base="plain")
def pitch_30(draft: Draft) -> Draft:
    """行距固定值 30 磅，一面只有 21 行"""
    return draft.with_page(line_pitch_pt=30)


@in_pdf("P08-chars", base="plain")
def no_tracking(draft: Draft) -> Draft:
    """字间距没有紧缩，一行只有 27 字"""
    return draft.with_page(tracking_pt=0.0)


@in_pdf("P08-fill", base="plain")
def page_broken_off(draft: Draft) -> Draft:
    """一段正文设了段前分页，前一面空了半面"""

    def change(blocks: list[Block]) -> None:
        index = place_of(blocks, "我们坚持")
        blocks[index] = replace(blocks[index], starts_page=True)

    return draft.with_blocks(change)


@in_pdf("P08-ragged", base="plain")
def left_aligned(draft: Draft) -> Draft:
    """正文左对齐，右边不齐"""
    return draft.with_style("body", align="left")


@in_pdf("P09-black")
def blue_text(draft: Draft) -> Draft:
    """一段正文是蓝色"""
    return draft.restyled("今年4月以来", "body", color="0000FF")


@in_pdf("P09-black")
def grey_title(draft: Draft) -> Draft:
    """标题用了深灰色"""
    return draft.with_style("title", color="595959")


@in_pdf("G01-pitch")
def pitch_22(draft: Draft) -> Draft:
    """一段正文行距 22 磅"""
    return draft.restyled("今年4月以来", "body", line_pitch_pt=22)


@in_pdf("G03-gaps")
def empty_line(draft: Draft) -> Draft:
    """两段正文之间空了一行"""

    def change(blocks: list[Block]) -> None:
        blocks.insert(place_of(blocks, "一、"), Blank())

    return draft.with_blocks(change)


@in_pdf("G03-gaps")
def space_after(draft: Draft) -> Draft:
    """一段正文段后 12 磅"""
    return draft.restyled("今年4月以来", "body").with_css(".odd { margin-bottom: 12pt }")


# --- page numbers ----------------------------------------------------------------------------

_NUMBER = """
@page :right {{ @bottom-right {{ content: {content} }} }}
@page :left {{ @bottom-left {{ content: {content} }} }}
"""


@in_pdf("N01-missing")
def no_page_numbers(draft: Draft) -> Draft:
    """没有页码"""
    return draft.with_css(_NUMBER.format(content="none"))


@in_pdf("N01-form")
def hyphens(draft: Draft) -> Draft:
    """页码两边是连字符而不是一字线"""
    return draft.with_css(_NUMBER.format(content='"- " counter(page) " -"'))


@in_pdf("N01-form")
def no_dashes(draft: Draft) -> Draft:
    """页码两边没有一字线"""
    return draft.with_css(_NUMBER.format(content="counter(page)"))


@in_pdf("N01-font")
def number_in_fang(draft: Draft) -> Draft:
    """页码用了仿宋"""
    return draft.with_style("page_number", font=FontRole.FANGSONG)


@in_pdf("N01-font")
def small_number(draft: Draft) -> Draft:
    """页码用了小五号"""
    return draft.with_style("page_number", size_pt=9)


@in_pdf("N02-place")
def low_number(draft: Draft) -> Draft:
    """页码在版心之下 14 毫米"""
    return draft.with_rules(page_number_gap_mm=14)


@in_pdf("N03-side")
def odd_and_even_alike(draft: Draft) -> Draft:
    """双页的页码也排在右边"""
    return draft.with_css("""
@page :left {
  @bottom-left { content: none }
  @bottom-right {
    content: "— " counter(page) " —";
    padding: var(--page-number-drop) var(--page-number-indent) 0 0;
    font: var(--page-number-size) / 1 var(--page-number-font);
    vertical-align: top;
  }
}""")


@in_pdf("N03-side")
def number_at_the_edge(draft: Draft) -> Draft:
    """页码没有空一字"""
    return draft.with_rules(page_number_indent_chars=0)


@in_pdf("N04-sequence")
def starts_at_3(draft: Draft) -> Draft:
    """页码从 3 开始"""
    return draft.with_css("@page :first { counter-increment: page 3 }")


@in_pdf("N04-sequence", base="annexed")
def annexes_counted_anew(draft: Draft) -> Draft:
    """附件的页码另从 1 开始"""
    return draft.with_css("@page :nth(3) { counter-increment: page -1 }")
