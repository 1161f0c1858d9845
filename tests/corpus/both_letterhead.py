"""Defects of the document itself, the same in Word and in PDF: letterhead and imprint."""

from dataclasses import replace

from tests.corpus.draft import Draft
from tests.corpus.plants import in_both


@in_both("H01-form")
def five_digits(draft: Draft) -> Draft:
    """份号只有 5 位"""
    return draft.with_letterhead(copy_number="00001")


@in_both("H01-form")
def with_a_letter(draft: Draft) -> Draft:
    """份号前写了“№”"""
    return draft.with_letterhead(copy_number="№000001")


@in_both("H02-form")
def chinese_period(draft: Draft) -> Draft:
    """保密期限写成汉字"""
    return draft.with_letterhead(classification="机密★一年")


@in_both("H02-form")
def period_in_brackets(draft: Draft) -> Draft:
    """保密期限写在括号里，没有用★"""
    return draft.with_letterhead(classification="机密（1年）")


@in_both("H03-form")
def of_a_telegram(draft: Draft) -> Draft:
    """公文用了电报的紧急程度“平急”"""
    return draft.with_letterhead(urgency="平急")


@in_both("H03-form")
def urgent_piece(draft: Draft) -> Draft:
    """紧急程度写成“急件”"""
    return draft.with_letterhead(urgency="急件")


@in_both("H03-order")
def urgency_before_security(draft: Draft) -> Draft:
    """紧急程度排在密级之前"""
    return draft.with_letterhead(classification="特急", urgency="机密★1年")


@in_both("H06-form")
def square_brackets(draft: Draft) -> Draft:
    """年份用了半角方括号：青图发[2026]8号"""
    return draft.with_letterhead(document_number="青图发[2026]8号")


@in_both("H06-form")
def leading_zero(draft: Draft) -> Draft:
    """序号编了虚位并加了“第”：青图发〔2026〕第08号"""
    return draft.with_letterhead(document_number="青图发〔2026〕第08号")


@in_both("H06-form")
def round_brackets(draft: Draft) -> Draft:
    """年份用了圆括号"""
    return draft.with_letterhead(document_number="青图发（2026）8号")


@in_both("H06-form")
def black_brackets(draft: Draft) -> Draft:
    """年份用了方头括号"""
    return draft.with_letterhead(document_number="青图发【2026】8号")


@in_both("H06-form")
def short_year(draft: Draft) -> Draft:
    """年份没有写全"""
    return draft.with_letterhead(document_number="青图发〔26〕8号")


@in_both("X05-special")
def minutes(draft: Draft) -> Draft:
    """纪要：发文机关标志是“×××纪要”"""
    return draft.with_letterhead(issuer_mark="青禾县图书馆纪要")


@in_both("X05-special")
def order(draft: Draft) -> Draft:
    """命令：发文机关标志是“×××令”"""
    return draft.with_letterhead(issuer_mark="青禾县人民政府令")


@in_both("F03-form")
def no_full_stop(draft: Draft) -> Draft:
    """抄送最后没有句号"""
    assert draft.document.imprint is not None
    words = draft.document.imprint.copied_to or ""
    return draft.with_imprint(copied_to=words.removesuffix("。"))


@in_both("F04-form")
def date_without_printed(draft: Draft) -> Draft:
    """印发日期后没有“印发”二字"""
    return draft.with_imprint(printing_date_text="2026年10月8日")


@in_both("F04-form")
def printing_date_with_zeros(draft: Draft) -> Draft:
    """印发日期编了虚位"""
    return draft.with_imprint(printing_date_text="2026年08月01日印发")


@in_both("F04-form")
def printing_date_in_chinese(draft: Draft) -> Draft:
    """印发日期用了汉字"""
    return draft.with_imprint(printing_date_text="二零二六年十月八日印发")


@in_both("B03-colon")
def no_colon(draft: Draft) -> Draft:
    """主送机关之后没有冒号"""
    return _addressed(draft, "县委宣传部、县文化和旅游局")


@in_both("B03-colon")
def full_stop_for_a_colon(draft: Draft) -> Draft:
    """主送机关之后用了句号"""
    return _addressed(draft, "县委宣传部、县文化和旅游局。")


def _addressed(draft: Draft, words: str) -> Draft:
    return draft.with_document(
        blocks=tuple(
            replace(block, text=words) if block.kind == "addressee" else block
            for block in draft.document.blocks
        )
    )
