"""Defects of the document itself, the same in Word and in PDF: title, headings, text."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from pipeline.model.document import Blank, Block, Byline, Heading, Paragraph, Signature, Text, Title
from tests.corpus.draft import Draft, index_of, place_of
from tests.corpus.plants import in_both


def _heading(draft: Draft, start: str, **changes: Any) -> Draft:
    """The draft with the heading that begins with `start` given other values."""

    def change(blocks: list[Block]) -> None:
        index = place_of(blocks, start)
        blocks[index] = replace(blocks[index], **changes)

    return draft.with_blocks(change)


def _paragraph(draft: Draft, start: str, words: Callable[[str], str]) -> Draft:
    """The draft with the words of the paragraph that begins with `start` changed."""

    def change(blocks: list[Block]) -> None:
        index = place_of(blocks, start)
        paragraph = blocks[index]
        assert isinstance(paragraph, Paragraph)
        blocks[index] = Paragraph((Text(words(paragraph.text)),))

    return draft.with_blocks(change)


# --- title and addressee ---------------------------------------------------------------------


@in_both("B02-shape", base="annexed")
def hourglass(draft: Draft) -> Draft:
    """三行标题两头长中间短"""
    lines = ("青禾县图书馆关于开展全民阅读", "系列活动", "和推进基层服务点建设的报告")
    return draft.with_block(Title, lines=lines)


@in_both("B02-word", base="annexed")
def broken_word(draft: Draft) -> Draft:
    """标题把“开展”拆在两行"""
    return draft.with_block(Title, lines=("青禾县图书馆关于全民阅读周活动开", "展情况的报告"))


@in_both("S02-mark")
def title_with_full_stop(draft: Draft) -> Draft:
    """标题末尾有句号"""
    return draft.with_block(Title, lines=("青禾县图书馆关于阅读周活动情况的报告。",))


@in_both("S08-both", base="plain")
def signed_twice(draft: Draft) -> Draft:
    """题下和文末都有署名和日期"""

    def change(blocks: list[Block]) -> None:
        blocks[1:1] = [Byline("青禾县图书馆"), Byline("（2026年10月8日）")]

    return draft.with_blocks(change)


@in_both("B03-gap")
def addressee_right_below_the_title(draft: Draft) -> Draft:
    """标题和主送机关之间没有空行"""
    return draft.with_blocks(lambda blocks: blocks.pop(index_of(blocks, Blank)))


# --- headings and text -----------------------------------------------------------------------


@in_both("B06-level")
def level_skipped(draft: Draft) -> Draft:
    """“一、”之下直接用“1.”"""
    return _heading(draft, "（一）加强", level=3, number="1.").with_blocks(
        # The headings below it go with it, so that nothing else is wrong.
        lambda blocks: blocks.__setitem__(slice(None), _only_one_below(blocks))
    )


def _only_one_below(blocks: list[Block]) -> list[Block]:
    lower = ("1.健全", "（1）")
    return [b for b in blocks if not (isinstance(b, Heading) and b.text.startswith(lower))]


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
        place = index_of(blocks, Signature) - 1
        blocks.insert(place, Paragraph((Text("（此页无正文）"),)))

    return draft.with_blocks(change)
