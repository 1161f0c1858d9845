"""Defects of PDFs: letterhead and imprint."""

from pipeline.model.standard import FontRole
from tests.corpus.draft import Draft
from tests.corpus.plants import in_pdf

_SECURITY = "<p class=\"classification\">{{ head.classification | lines('classification') }}</p>"
_URGENCY = "<p class=\"classification\">{{ head.urgency | lines('classification') }}</p>"


def _odd(draft: Draft, place: str, base: str, **changes: object) -> Draft:
    """The draft with one paragraph of page.html set by a style of its own."""
    styles = draft.measures.styles
    draft = draft.with_measures(styles={**styles, "odd": styles[base]})
    odd = place.replace(f'class="{base}"', 'class="odd"').replace(f"'{base}'", "'odd'")
    return draft.with_style("odd", name="异样", **changes).with_html(place, odd)


@in_pdf("H01-place")
def copy_number_indented(draft: Draft) -> Draft:
    """份号左空二字"""
    return draft.with_style("copy_number", left_chars=2)


@in_pdf("H01-place")
def copy_number_right(draft: Draft) -> Draft:
    """份号排在右边"""
    return draft.with_style("copy_number", align="right")


@in_pdf("H02-font")
def security_in_fang(draft: Draft) -> Draft:
    """密级用了仿宋"""
    return _odd(draft, _SECURITY, "classification", font=FontRole.FANGSONG)


@in_pdf("H02-place")
def security_right(draft: Draft) -> Draft:
    """密级排在右边（1999 年版的位置）"""
    return _odd(draft, _SECURITY, "classification", align="right")


@in_pdf("H03-font")
def urgency_in_fang(draft: Draft) -> Draft:
    """紧急程度用了仿宋"""
    return _odd(draft, _URGENCY, "classification", font=FontRole.FANGSONG)


@in_pdf("H03-font")
def urgency_in_size_4(draft: Draft) -> Draft:
    """紧急程度用了四号字"""
    return _odd(draft, _URGENCY, "classification", size_pt=14)


@in_pdf("H04-place")
def mark_10_mm_higher(draft: Draft) -> Draft:
    """发文机关标志高了 10 毫米"""
    return draft.with_rules(issuer_mark_top_mm=25)


@in_pdf("H04-place")
def mark_5_mm_lower(draft: Draft) -> Draft:
    """发文机关标志低了 5 毫米"""
    return draft.with_rules(issuer_mark_top_mm=40)


@in_pdf("H04-colour")
def black_mark(draft: Draft) -> Draft:
    """发文机关标志是黑色"""
    return draft.with_style("issuer_mark", color="000000")


@in_pdf("H04-font")
def mark_in_hei(draft: Draft) -> Draft:
    """发文机关标志用了黑体"""
    return draft.with_style("issuer_mark", font=FontRole.HEITI)


@in_pdf("H04-centred")
def mark_to_the_left(draft: Draft) -> Draft:
    """发文机关标志左对齐"""
    return draft.with_style("issuer_mark", align="left")


@in_pdf("H06-gap")
def one_line_above_the_number(draft: Draft) -> Draft:
    """标志和发文字号之间只空一行"""
    mark = '<p class="issuer_mark">{{ head.issuer_mark }}</p>\n'
    blank = '<p class="blank"></p>\n'
    return draft.with_html(mark + blank, mark)


@in_pdf("H06-place")
def number_to_the_left(draft: Draft) -> Draft:
    """没有签发人，发文字号却左对齐"""
    return draft.with_style("document_number", align="left")


@in_pdf("H06-place", base="signed-up")
def number_flush_left(draft: Draft) -> Draft:
    """上行文的发文字号顶格"""
    return draft.with_style("document_number_up", left_chars=0)


@in_pdf("H07-place", base="signed-up")
def signer_four_characters_in(draft: Draft) -> Draft:
    """签发人右空四字"""
    return draft.with_style("document_number_up", right_chars=4)


@in_pdf("H07-font", base="signed-up")
def signer_in_fang(draft: Draft) -> Draft:
    """签发人姓名用了仿宋"""
    return draft.with_html(
        "<span class=\"signer\">{{ row.names | one_line('document_number_up', 'byline') }}</span>",
        "<span>{{ row.names | one_line('document_number_up') }}</span>",
    )


@in_pdf("H08-missing")
def no_red_rule(draft: Draft) -> Draft:
    """没有红色分隔线"""
    return draft.with_css(".red_rule { border: none }")


@in_pdf("H08-colour")
def black_rule(draft: Draft) -> Draft:
    """版头分隔线是黑色"""
    return draft.with_style("red_rule", color="000000")


@in_pdf("H08-width")
def short_rule(draft: Draft) -> Draft:
    """版头分隔线两头各短 11 毫米"""
    return draft.with_css(".red_rule { margin: 0 11mm }")


@in_pdf("H08-gap")
def low_rule(draft: Draft) -> Draft:
    """红线在发文字号之下 8 毫米"""
    return draft.with_style("red_rule", line_pitch_pt=19)


# --- imprint ---------------------------------------------------------------------------------


@in_pdf("F01-width")
def imprint_rules_short(draft: Draft) -> Draft:
    """版记的线长 140 毫米"""
    return draft.with_css(".imprint_thick, .imprint_thin { width: 140mm }")


@in_pdf("F01-weight")
def middle_rule_thick(draft: Draft) -> Draft:
    """版记的中间分隔线有 1 毫米粗"""
    return draft.with_rules(imprint_rule_thin_mm=1.0)


@in_pdf("F01-weight")
def outer_rules_thin(draft: Draft) -> Draft:
    """版记的首末分隔线只有 0.1 毫米"""
    return draft.with_rules(imprint_rule_thick_mm=0.1)


@in_pdf("F02-rules")
def no_last_rule(draft: Draft) -> Draft:
    """版记没有末条分隔线"""
    return draft.with_css(".printing + .imprint_thick { border-color: transparent }")


@in_pdf("F02-rules")
def no_middle_rule(draft: Draft) -> Draft:
    """版记没有中间的分隔线"""
    return draft.with_css(".imprint_thin { border: none }")


@in_pdf("F02-place")
def imprint_at_the_top(draft: Draft) -> Draft:
    """版记排在另起一页的顶端"""
    return draft.with_css(".imprint { float: none; break-before: page }")


@in_pdf("F02-place")
def imprint_below_the_remark(draft: Draft) -> Draft:
    """版记紧接在附注之后，没有排到版心下边缘"""
    return draft.with_css(".imprint { float: none }")


@in_pdf("F03-font")
def copied_to_in_size_3(draft: Draft) -> Draft:
    """抄送机关用了三号字"""
    return draft.with_style(
        "copied_to", size_pt=16, left_chars=3.5, right_chars=0.875, hanging_chars=2.625
    )


@in_pdf("F03-font")
def copied_to_in_kai(draft: Draft) -> Draft:
    """抄送机关用了楷体"""
    return draft.with_style("copied_to", font=FontRole.KAITI)


@in_pdf("F03-place")
def copied_to_flush_left(draft: Draft) -> Draft:
    """抄送机关顶格"""
    return draft.with_style("copied_to", left_chars=3)


@in_pdf("F04-font")
def printing_in_hei(draft: Draft) -> Draft:
    """印发机关用了黑体"""
    return draft.with_style("printing", font=FontRole.HEITI)


@in_pdf("F04-place")
def printing_flush_left(draft: Draft) -> Draft:
    """印发机关顶格"""
    return draft.with_style("printing", left_chars=0)


@in_pdf("F04-place")
def printing_date_at_the_edge(draft: Draft) -> Draft:
    """印发日期顶到右边缘"""
    return draft.with_style("printing", right_chars=0)


@in_pdf("F05-even", base="one-annex")
def imprint_on_page_3(draft: Draft) -> Draft:
    """版记在第 3 页"""
    return draft
