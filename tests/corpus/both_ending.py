"""Defects of the document itself, the same in Word and in PDF: what stands below the text."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pipeline.compose.compose import unsealed_places
from pipeline.model.document import AnnexMark, AnnexTitle, AttachmentNote, Block, Remark, Signature
from pipeline.model.standard import PROFILES
from pipeline.typography.places import width_chars
from tests.corpus.draft import Draft, index_of
from tests.corpus.plants import in_both

# --- attachment note -------------------------------------------------------------------------


@in_both("B07-gap", base="annexed")
def note_right_below_the_text(draft: Draft) -> Draft:
    """附件说明和正文之间没有空行"""
    return draft.without_blank_before(AttachmentNote)


@in_both("B07-form", base="annexed")
def note_with_commas(draft: Draft) -> Draft:
    """附件序号后面用了顿号"""
    return _note(draft, lambda line: replace(line, number=line.number.replace(".", "、")))


@in_both("B07-form", base="annexed")
def names_with_marks(draft: Draft) -> Draft:
    """附件名称后面加了标点"""
    return _note(draft, lambda line: replace(line, name=f"{line.name}；"))


@in_both("B07-form", base="one-annex")
def a_single_one_numbered(draft: Draft) -> Draft:
    """只有一个附件也编了号"""
    return _note(draft, lambda line: replace(line, number="1."))


def _note(draft: Draft, change: Callable[[Any], Any]) -> Draft:
    def change_note(blocks: list[Block]) -> None:
        index = index_of(blocks, AttachmentNote)
        note = blocks[index]
        assert isinstance(note, AttachmentNote)
        blocks[index] = AttachmentNote(tuple(map(change, note.lines)))

    return draft.with_blocks(change_note)


# --- signature and remark --------------------------------------------------------------------


@in_both("B08-date", base="sealed")
def two_characters_in(draft: Draft) -> Draft:
    """加盖印章的公文，成文日期右空二字"""
    signature = next(b for b in draft.document.blocks if isinstance(b, Signature))
    name_right = signature.organisation_right_chars - 2
    return draft.with_block(Signature, organisation_right_chars=name_right, date_right_chars=2.0)


@in_both("B10-gap")
def signature_right_below_the_text(draft: Draft) -> Draft:
    """署名和正文之间没有空行"""
    return draft.without_blank_before(Signature)


@in_both("B10-place")
def signature_at_the_edge(draft: Draft) -> Draft:
    """署名和日期都顶到右边缘"""
    return draft.with_block(Signature, organisation_right_chars=0.0, date_right_chars=0.0)


@in_both("B10-place")
def date_below_the_name(draft: Draft) -> Draft:
    """成文日期首字与署名首字对齐，没有右移二字"""
    signature = next(b for b in draft.document.blocks if isinstance(b, Signature))
    middle = signature.organisation_right_chars - signature.date_right_chars
    return draft.with_block(Signature, organisation_right_chars=middle)


def _dated(draft: Draft, words: str) -> Draft:
    """The draft with other words for a date, which stands where one of its width has to."""
    signature = next(b for b in draft.document.blocks if isinstance(b, Signature))
    name_right, date_right = unsealed_places(
        width_chars(signature.organisation), width_chars(words), PROFILES["office"].rules
    )
    return draft.with_block(
        Signature,
        date_text=words,
        organisation_right_chars=name_right,
        date_right_chars=date_right,
    )


@in_both("B12-form")
def day_as_hao(draft: Draft) -> Draft:
    """日写成了“号”"""
    return _dated(draft, "2026年10月8号")


@in_both("B12-form")
def short_year_in_the_date(draft: Draft) -> Draft:
    """成文日期的年份没有写全"""
    return _dated(draft, "26年10月8日")


@in_both("B12-form")
def date_in_chinese(draft: Draft) -> Draft:
    """成文日期用了汉字"""
    return _dated(draft, "二零二六年十月八日")


@in_both("B12-zero")
def date_with_zeros(draft: Draft) -> Draft:
    """成文日期编了虚位：2026年08月01日"""
    return _dated(draft, "2026年08月01日")


@in_both("B14-form")
def remark_without_brackets(draft: Draft) -> Draft:
    """附注没有加括号"""
    return draft.with_block(Remark, text="联系人：王小明，联系电话：8888888")


@in_both("B14-form")
def remark_in_half_width_brackets(draft: Draft) -> Draft:
    """附注用了半角括号"""
    return draft.with_block(Remark, text="(联系人：王小明，联系电话：8888888)")


# --- annexes ---------------------------------------------------------------------------------


@in_both("B15-mark", base="annexed")
def annex_mark_with_colon(draft: Draft) -> Draft:
    """“附件1”后面加了冒号"""
    return draft.with_block(AnnexMark, text="附件1：")


@in_both("B15-mark", base="annexed")
def annex_mark_in_chinese(draft: Draft) -> Draft:
    """附件顺序号用了汉字"""
    return draft.with_block(AnnexMark, text="附件一")


@in_both("B15-title", base="annexed")
def annex_title_on_the_second_line(draft: Draft) -> Draft:
    """附件标题紧接在“附件1”下面"""
    return draft.without_blank_before(AnnexTitle)


@in_both("B15-match", base="annexed")
def another_annex_title(draft: Draft) -> Draft:
    """附件标题与附件说明里的名称不同"""
    return draft.with_block(AnnexTitle, lines=("阅读周活动实施方案",))


@in_both("B15-match", base="annexed")
def annexes_counted_wrongly(draft: Draft) -> Draft:
    """附件说明列的是附件2，附件上写的是附件3"""
    return draft.with_block(AnnexMark, 1, text="附件3")
