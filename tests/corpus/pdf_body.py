"""Defects of PDFs: title, text, attachment note, signature, seals, annexes."""

from pipeline.model.document import Addressee, Signature, Title
from pipeline.model.standard import FontRole
from tests.corpus.bases import seal_picture
from tests.corpus.draft import Draft
from tests.corpus.plants import in_pdf

_BLANK = '<p class="blank"></p>\n'


# --- title and addressee ---------------------------------------------------------------------


@in_pdf("B01-font")
def title_in_hei(draft: Draft) -> Draft:
    """标题用了黑体"""
    return draft.with_style("title", font=FontRole.HEITI)


@in_pdf("B01-size")
def title_in_size_small_2(draft: Draft) -> Draft:
    """标题用了小二号"""
    return draft.with_style("title", size_pt=18)


@in_pdf("B01-centred")
def title_to_the_left(draft: Draft) -> Draft:
    """标题左对齐"""
    # A title that fills its line looks centred wherever it is.
    return draft.with_style("title", align="left").with_block(
        Title, lines=("关于阅读周活动的报告",)
    )


@in_pdf("B01-gap")
def one_line_above_the_title(draft: Draft) -> Draft:
    """红线和标题之间只空一行"""
    rule = '<div class="red_rule"></div>\n'
    return draft.with_html(rule + _BLANK, rule)


@in_pdf("B01-gap")
def four_lines_above_the_title(draft: Draft) -> Draft:
    """红线和标题之间空了四行"""
    rule = '<div class="red_rule"></div>\n'
    return draft.with_html(rule, rule + 2 * _BLANK)


@in_pdf("B03-place")
def addressee_indented(draft: Draft) -> Draft:
    """主送机关首行缩进二字"""
    return draft.with_style("addressee", first_line_chars=2)


@in_pdf("B04-body")
def addressees_fill_the_page(draft: Draft) -> Draft:
    """主送机关占满了首页，正文排到了第二页"""
    names = "、".join(f"县人民政府驻{place}办事处" for place in "甲乙丙丁戊己庚辛壬癸子丑寅")
    return draft.with_block(Addressee, text=f"{names}、{names.replace('县', '市')}：")


# --- text and headings -----------------------------------------------------------------------


@in_pdf("B05-indent")
def no_indent(draft: Draft) -> Draft:
    """一段正文没有缩进"""
    return draft.restyled("今年4月以来", "body", first_line_chars=0)


@in_pdf("B05-indent")
def four_characters(draft: Draft) -> Draft:
    """一段正文左空四字"""
    return draft.restyled("今年4月以来", "body", first_line_chars=4)


@in_pdf("B05-turned")
def block_indent(draft: Draft) -> Draft:
    """一段正文整段左缩进二字"""
    return draft.restyled("今年4月以来", "body", first_line_chars=0, left_chars=2)


@in_pdf("B06-font")
def heading_1_in_fang(draft: Draft) -> Draft:
    """一级标题用了仿宋"""
    return draft.with_style("heading1", font=FontRole.FANGSONG)


@in_pdf("B06-font")
def heading_2_in_hei(draft: Draft) -> Draft:
    """二级标题用了黑体"""
    return draft.with_style("heading2", font=FontRole.HEITI)


@in_pdf("B06-size")
def heading_1_in_size_2(draft: Draft) -> Draft:
    """一级标题用了小二号"""
    return draft.with_style("heading1", size_pt=18, first_line_chars=2 * 16 / 18)


# --- attachment note, signature, seals, remark -----------------------------------------------


@in_pdf("B07-place", base="annexed")
def note_flush_left(draft: Draft) -> Draft:
    """附件说明顶格"""
    draft = draft.with_style("attachment_note_first", left_chars=4)
    return draft.with_style("attachment_note_next", left_chars=4)


@in_pdf("B08-seal", base="sealed")
def seal_too_high(draft: Draft) -> Draft:
    """印章盖在正文上，没有压住署名和日期"""
    return draft.with_rules(seal_rise_mm=34)


@in_pdf("B08-seal", base="sealed")
def seal_off_centre(draft: Draft) -> Draft:
    """印章偏左 15 毫米"""
    return draft.with_css(".seal { left: -15mm }")


@in_pdf("B08-colour", base="sealed")
def black_seal(draft: Draft) -> Draft:
    """印章是黑色的复印件"""
    return draft.with_block(Signature, seal=seal_picture((40, 40, 40)))


_JOINT = """\
<div class="signature-block" id="signature">
<p class="signature" style="padding-right: {right}pt">\
{{{{ '青禾县图书馆　　　青禾县文化馆' | one_line('signature') }}}}</p>
<p class="date" style="padding-right: 64pt">{{{{ block.date_text | one_line('date') }}}}</p>
<div class="over"><img class="seal" src="{{{{ block.seal | image }}}}" alt="印章" \
style="{{{{ block | seal_place }}}}"></div>
<div class="over"><img class="seal other" src="{{{{ block.seal | image }}}}" alt="印章" \
style="{{{{ block | seal_place }}}}"></div>
</div>
"""


@in_pdf("B09-apart", base="sealed")
def seals_over_one_another(draft: Draft) -> Draft:
    """两个机关的印章压在一起"""
    html = draft.template.page_html
    start = html.index('<div class="signature-block"')
    end = html.index("</div>\n", start) + len("</div>\n")
    # Nine characters from the one name to the other are 50.8 mm; the seals of 42 mm are made
    # larger, so that both stand over their names and yet meet.
    return (
        draft.with_html(html[start:end], _JOINT.format(right=74))
        .with_rules(seal_diameter_mm=54, seal_rise_mm=0)
        .with_css(".over { display: flow-root } .other { left: -50mm }")
    )


@in_pdf("B14-place")
def remark_flush_left(draft: Draft) -> Draft:
    """附注顶格"""
    return draft.with_style("remark", first_line_chars=0)


# --- annexes ---------------------------------------------------------------------------------


@in_pdf("B15-page", base="annexed")
def annex_on_the_same_page(draft: Draft) -> Draft:
    """附件2 没有另起一页"""
    return draft.with_css(".annex_mark ~ .annex_mark { break-before: auto }")


@in_pdf("B15-place", base="annexed")
def annex_mark_indented(draft: Draft) -> Draft:
    """“附件1”左空二字"""
    return draft.with_style("annex_mark", first_line_chars=2)


@in_pdf("B15-place", base="annexed")
def annex_mark_centred(draft: Draft) -> Draft:
    """“附件1”居中"""
    return draft.with_style("annex_mark", align="center")


@in_pdf("B15-font", base="annexed")
def annex_mark_in_fang(draft: Draft) -> Draft:
    """“附件1”用了仿宋"""
    return draft.with_style("annex_mark", font=FontRole.FANGSONG)


@in_pdf("B15-font", base="annexed")
def annex_mark_in_size_4(draft: Draft) -> Draft:
    """“附件1”用了四号字"""
    return draft.with_style("annex_mark", size_pt=14)


@in_pdf("B15-title", base="annexed")
def annex_title_to_the_left(draft: Draft) -> Draft:
    """附件标题左对齐"""
    return draft.with_style("annex_title", align="left")
