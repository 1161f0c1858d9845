"""Defects of the document itself, the same in Word and in PDF: title, text, signature, annexes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pipeline.compose import _unsealed_places
from pipeline.document import (
    AnnexMark,
    AnnexTitle,
    AttachmentNote,
    Blank,
    Block,
    Byline,
    Heading,
    Paragraph,
    Remark,
    Signature,
    Text,
    Title,
)
from pipeline.places import width_chars
from tests.corpus.draft import Draft
from tests.corpus.plants import in_both

Kind = type[Any]


def _index(blocks: list[Block], kind: Kind, nth: int = 0) -> int:
    return [i for i, block in enumerate(blocks) if isinstance(block, kind)][nth]


def _changed(draft: Draft, kind: Kind, nth: int = 0, **changes: Any) -> Draft:
    """The draft with the nth block of a kind given other values."""

    def change(blocks: list[Block]) -> None:
        index = _index(blocks, kind, nth)
        blocks[index] = replace(blocks[index], **changes)

    return draft.with_blocks(change)


def _heading(draft: Draft, start: str, **changes: Any) -> Draft:
    """The draft with the heading that begins with `start` given other values."""

    def change(blocks: list[Block]) -> None:
        index = next(
            i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.text.startswith(start)
        )
        blocks[index] = replace(blocks[index], **changes)

    return draft.with_blocks(change)


def _paragraph(draft: Draft, start: str, words: Callable[[str], str]) -> Draft:
    """The draft with the words of the paragraph that begins with `start` changed."""

    def change(blocks: list[Block]) -> None:
        index = next(
            i for i, b in enumerate(blocks) if isinstance(b, Paragraph) and b.text.startswith(start)
        )
        blocks[index] = Paragraph((Text(words(blocks[index].text)),))

    return draft.with_blocks(change)


def _without_blank_before(draft: Draft, kind: Kind) -> Draft:
    def change(blocks: list[Block]) -> None:
        index = _index(blocks, kind)
        assert isinstance(blocks[index - 1], Blank)
        del blocks[index - 1]

    return draft.with_blocks(change)


# --- title and addressee ---------------------------------------------------------------------


@in_both("B02-shape", base="annexed")
def hourglass(draft: Draft) -> Draft:
    """三行标题两头长中间短"""
    lines = ("青禾县图书馆关于开展全民阅读", "系列活动", "和推进基层服务点建设的报告")
    return _changed(draft, Title, lines=lines)


@in_both("B02-word", base="annexed")
def broken_word(draft: Draft) -> Draft:
    """标题把“开展”拆在两行"""
    return _changed(draft, Title, lines=("青禾县图书馆关于全民阅读周活动开", "展情况的报告"))


@in_both("S02-mark")
def title_with_full_stop(draft: Draft) -> Draft:
    """标题末尾有句号"""
    return _changed(draft, Title, lines=("青禾县图书馆关于阅读周活动情况的报告。",))


@in_both("S08-both", base="plain")
def signed_twice(draft: Draft) -> Draft:
    """题下和文末都有署名和日期"""

    def change(blocks: list[Block]) -> None:
        blocks[1:1] = [Byline("青禾县图书馆"), Byline("（2026年10月8日）")]

    return draft.with_blocks(change)


@in_both("B03-gap")
def addressee_right_below_the_title(draft: Draft) -> Draft:
    """标题和主送机关之间没有空行"""
    return draft.with_blocks(lambda blocks: blocks.pop(_index(blocks, Blank)))


# --- headings and text -----------------------------------------------------------------------


@in_both("B06-level")
def level_skipped(draft: Draft) -> Draft:
    """“一、”之下直接用“1.”"""
    return _heading(draft, "（一）加强", level=3, number="1.").with_blocks(
        # The headings below it go with it, so that nothing else is wrong.
        lambda blocks: blocks.__setitem__(slice(None), _only_one_below(blocks))
    )


def _only_one_below(blocks: list[Block]) -> list[Block]:
    return [b for b in blocks if not (isinstance(b, Heading) and b.text[:2] in ("1.健", "（1"))]


@in_both("B06-sequence")
def third_after_first(draft: Draft) -> Draft:
    """“二、”之下第一个二级标题是“（三）”"""
    return _heading(draft, "（一）加强", number="（三）")


@in_both("B06-sequence", base="plain")
def number_left_out(draft: Draft) -> Draft:
    """“一、”之后是“三、”“四、”“五、”"""
    for old, new in (("四、", "五、"), ("三、", "四、"), ("二、", "三、")):
        draft = _heading(draft, old, number=new)
    return draft


@in_both("B06-mark")
def comma_after_brackets(draft: Draft) -> Draft:
    """“（一）”后面加了顿号"""
    return _heading(draft, "（一）加强", number="（一）、")


@in_both("B06-mark")
def comma_after_digit(draft: Draft) -> Draft:
    """“1”后面用了顿号"""
    return _heading(draft, "1.健全", number="1、")


@in_both("B06-mark")
def half_width_brackets(draft: Draft) -> Draft:
    """“(一)”用了半角括号"""
    return _heading(draft, "（一）加强", number="(一)")


@in_both("Q12-half")
def half_width_comma(draft: Draft) -> Draft:
    """正文里有半角逗号"""
    return _paragraph(draft, "群众参与面广", lambda text: text.replace("，", ","))


@in_both("Q12-half")
def half_width_colon(draft: Draft) -> Draft:
    """正文里有半角冒号和分号"""
    return _paragraph(draft, "逐项列出", lambda _: "逐项列出清单:明确时限;按期办结。")


@in_both("Q12-half")
def half_width_brackets_in_text(draft: Draft) -> Draft:
    """正文里有半角括号"""
    return _paragraph(draft, "成立了由馆长", lambda _: "成立了由馆长任组长的工作组(见附表)。")


@in_both("B13-blank")
def no_text_on_this_page(draft: Draft) -> Draft:
    """用了“（此页无正文）”"""

    def change(blocks: list[Block]) -> None:
        place = _index(blocks, Signature) - 1
        blocks.insert(place, Paragraph((Text("（此页无正文）"),)))

    return draft.with_blocks(change)


# --- attachment note -------------------------------------------------------------------------


@in_both("B07-gap", base="annexed")
def note_right_below_the_text(draft: Draft) -> Draft:
    """附件说明和正文之间没有空行"""
    return _without_blank_before(draft, AttachmentNote)


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
        index = _index(blocks, AttachmentNote)
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
    return _changed(draft, Signature, organisation_right_chars=name_right, date_right_chars=2.0)


@in_both("B10-gap")
def signature_right_below_the_text(draft: Draft) -> Draft:
    """署名和正文之间没有空行"""
    return _without_blank_before(draft, Signature)


@in_both("B10-place")
def signature_at_the_edge(draft: Draft) -> Draft:
    """署名和日期都顶到右边缘"""
    return _changed(draft, Signature, organisation_right_chars=0.0, date_right_chars=0.0)


@in_both("B10-place")
def centred_over_each_other(draft: Draft) -> Draft:
    """不加盖印章，却像加盖印章那样右空四字居中"""
    signature = next(b for b in draft.document.blocks if isinstance(b, Signature))
    middle = signature.organisation_right_chars - signature.date_right_chars
    return _changed(
        draft, Signature, date_right_chars=4.0, organisation_right_chars=4.0 + middle / 2
    )


def _dated(draft: Draft, words: str) -> Draft:
    """The draft with other words for a date, which stands where one of its width has to."""
    signature = next(b for b in draft.document.blocks if isinstance(b, Signature))
    name_right, date_right = _unsealed_places(
        width_chars(signature.organisation), width_chars(words)
    )
    return _changed(
        draft,
        Signature,
        date_text=words,
        organisation_right_chars=name_right,
        date_right_chars=date_right,
    )


@in_both("B12-form")
def date_with_points(draft: Draft) -> Draft:
    """成文日期写成 2026.10.8"""
    return _dated(draft, "2026.10.8")


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
    return _changed(draft, Remark, text="联系人：王小明，联系电话：8888888")


@in_both("B14-form")
def remark_in_half_width_brackets(draft: Draft) -> Draft:
    """附注用了半角括号"""
    return _changed(draft, Remark, text="(联系人：王小明，联系电话：8888888)")


# --- annexes ---------------------------------------------------------------------------------


@in_both("B15-mark", base="annexed")
def annex_mark_with_colon(draft: Draft) -> Draft:
    """“附件1”后面加了冒号"""
    return _changed(draft, AnnexMark, text="附件1：")


@in_both("B15-mark", base="annexed")
def annex_mark_in_chinese(draft: Draft) -> Draft:
    """附件顺序号用了汉字"""
    return _changed(draft, AnnexMark, text="附件一")


@in_both("B15-title", base="annexed")
def annex_title_on_the_second_line(draft: Draft) -> Draft:
    """附件标题紧接在“附件1”下面"""
    return _without_blank_before(draft, AnnexTitle)


@in_both("B15-match", base="annexed")
def another_annex_title(draft: Draft) -> Draft:
    """附件标题与附件说明里的名称不同"""
    return _changed(draft, AnnexTitle, lines=("阅读周活动实施方案",))


@in_both("B15-match", base="annexed")
def annexes_counted_wrongly(draft: Draft) -> Draft:
    """附件说明列的是附件2，附件上写的是附件3"""
    return _changed(draft, AnnexMark, 1, text="附件3")
