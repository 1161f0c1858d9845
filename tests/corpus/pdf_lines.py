"""Defects of PDFs in where lines break: each is a paragraph whose lines are broken by hand."""

from functools import partial

from pipeline.model.document import Block, Paragraph, Text
from pipeline.typography.typeset import Measure, break_lines, style_measure
from tests.corpus.draft import Draft
from tests.corpus.plants import in_pdf

_TRACKING_PT = (-0.75, 0.0)
"""A line that needs other spacing than this to be full would itself look wrong."""


def _broken(draft: Draft, *rows: str) -> Draft:
    """The draft whose first paragraph is these lines, each but the last spaced to be full."""
    text = "".join(rows)

    def change(blocks: list[Block]) -> None:
        index = next(i for i, b in enumerate(blocks) if isinstance(b, Paragraph))
        blocks[index] = Paragraph((Text(text),))

    # The first line is set in the body's style; the others have no indent, as in the addressee's.
    styles = ("body", *("addressee" for _ in rows[1:]))
    full = (_full(draft, row, style) for row, style in zip(rows[:-1], styles, strict=False))
    spacings = (*full, draft.measures.page.tracking_pt)
    lines = "<br>".join(
        f"{{{{ '{row}' | lines('{style}', {spacing}) }}}}"
        for row, style, spacing in zip(rows, styles, spacings, strict=True)
    )
    return draft.with_blocks(change).with_branch(rows[0], f'<p class="body">{lines}</p>')


def _full(draft: Draft, row: str, style: str) -> float:
    """The tracking that brings a line to the right edge, a little below so that it fits."""
    measure = style_measure(draft.measures, style)
    advance = partial(draft.fonts.advance_em, draft.measures.styles[style].font)
    (line,) = break_lines(row, Measure(measure.size_pt, float("inf")), advance)
    natural = sum(
        advance(char) * measure.size_pt + run.spacing_pt for run in line.runs for char in run.text
    )
    room = measure.width_pt - measure.indent_pt - natural
    spacing = round(room / (len(row) - 1) - 0.001, 3)
    assert _TRACKING_PT[0] <= spacing <= _TRACKING_PT[1], (row, spacing)
    return spacing


@in_pdf("Q01-start")
def comma_begins_a_line(draft: Draft) -> Draft:
    """逗号排在行首"""
    return _broken(
        draft,
        "我馆围绕书香青禾主题按照全县统一部署组织开展了阅读周",
        "，全县干部群众踊跃参加活动组织有序反响良好。现将有关情况",
        "报告如下。",
    )


@in_pdf("Q01-start")
def closing_bracket_begins_a_line(draft: Draft) -> Draft:
    """后括号排在行首"""
    return _broken(
        draft,
        "我馆印发了《关于开展阅读周活动的通知》（简称《通知》",
        "），全县干部群众踊跃参加活动组织有序反响良好。现将有关情",
        "况报告如下。",
    )


@in_pdf("Q02-end")
def opening_mark_ends_a_line(draft: Draft) -> Draft:
    """书名号的前一半排在行末"""
    return _broken(
        draft,
        "我馆认真贯彻全县会议精神，及时制定并印发了有关文件《",
        "阅读周活动方案》，全县干部群众踊跃参加。现将有关情况报告",
        "如下。",
    )


@in_pdf("Q02-end")
def opening_quote_ends_a_line(draft: Draft) -> Draft:
    """前引号排在行末"""
    return _broken(
        draft,
        "我馆认真贯彻全县会议精神，按照统一部署及时组织开展“",
        "书香青禾”系列活动，全县干部群众踊跃参加。现将有关情况报",
        "告如下。",
    )


@in_pdf("Q03-split")
def dash_split(draft: Draft) -> Draft:
    """破折号被拆在两行"""
    return _broken(
        draft,
        "我馆认真贯彻全县会议精神，活动的主线始终只有这一条—",
        "—让群众读得上书、读得起书，全县干部群众踊跃参加。现将情",
        "况报告如下。",
    )


@in_pdf("Q03-split")
def ellipsis_split(draft: Draft) -> Draft:
    """省略号被拆在两行"""
    return _broken(
        draft,
        "全县的书房、书屋、书角、书吧、书报亭、农家阅读点位…",
        "…凡是群众身边的阵地都用了起来，干部群众踊跃参加。现将情",
        "况报告如下。",
    )


@in_pdf("Q04-connector")
def connector_begins_a_line(draft: Draft) -> Draft:
    """浪纹式连接号排在行首"""
    return _broken(
        draft,
        "我馆认真贯彻全县会议精神，每月参加活动的群众达到三万",
        "～五万人次，全县干部群众踊跃参加，活动反响良好。现将情况",
        "报告如下。",
    )


@in_pdf("Q04-connector")
def middle_dot_begins_a_line(draft: Draft) -> Draft:
    """间隔号排在行首"""
    return _broken(
        draft,
        "我馆认真贯彻全县会议精神，在活动中集中组织诵读了列夫",
        "·托尔斯泰的作品，全县干部群众踊跃参加。现将有关情况报告",
        "如下。",
    )


@in_pdf("D09-number")
def number_split(draft: Draft) -> Draft:
    """一个数被拆在两行"""
    return _broken(
        draft,
        "我馆认真贯彻全县会议精神，全年共向群众外借图书达568",
        "20册，比上年同期有较大增长，全县干部群众踊跃参加。现将情",
        "况报告如下。",
    )
