"""Roles are found by position, wording and look, whatever the styles are called."""

from dataclasses import replace

import pytest

from pipeline.inspect.outline import ElementRole
from pipeline.inspect.roles import recognise
from pipeline.inspect.seen import Look, RuleLine, Seen, Span
from pipeline.model.standard import FontRole
from pipeline.rules import Medium


def look(text: str, size_pt: float = 16, **changes: object) -> Look:
    font = changes.pop("font", FontRole.FANGSONG)
    color = changes.pop("color", "000000")
    span = Span(text, font, str(font), size_pt, str(color))  # type: ignore[arg-type]
    plain = Look(text=text, spans=(span,), align="justify", first_chars=2)
    return replace(plain, **changes)  # type: ignore[arg-type]


def title(text: str, **changes: object) -> Look:
    return look(text, 22, align="center", font=FontRole.XIAOBIAOSONG, first_chars=3, **changes)


PROSE = "全县各单位按照统一部署，认真组织，扎实推进，取得了明显成效。"
MARK = look("青禾县人民政府文件", 48, align="center", color="FF0000", font=FontRole.XIAOBIAOSONG)
NUMBER = look("青政发〔2026〕8号", align="center", first_chars=9)
SIGNED = look("青禾县人民政府", align="right", first_chars=17, right_chars=2, gap_lines=1)
DATE = look("2026年8月1日", align="right", first_chars=19, right_chars=2)
OFFICIAL = (
    MARK,
    NUMBER,
    title("关于全民阅读活动情况的报告", gap_lines=2),
    look("县委：", first_chars=0, gap_lines=1),
    look(PROSE),
    look("一、基本情况", font=FontRole.HEITI),
    look("（一）组织领导", font=FontRole.KAITI),
    look("1.成立机构。" + PROSE),
    look("附件：1.整改台账", gap_lines=1),
    look("2.经费明细", first_chars=5),
    SIGNED,
    DATE,
    look("（此件公开发布）"),
    look("附件1", first_chars=0, font=FontRole.HEITI, starts_page=True),
    title("整改台账", gap_lines=1),
    look(PROSE),
    look("抄送：县人大办公室。", 14, first_chars=1),
    look("青禾县人民政府办公室\t2026年8月2日印发", 14, first_chars=1),
)
ROLES = (
    ElementRole.ISSUER_MARK,
    ElementRole.DOCUMENT_NUMBER,
    ElementRole.TITLE,
    ElementRole.ADDRESSEE,
    ElementRole.BODY,
    ElementRole.HEADING1,
    ElementRole.HEADING2,
    ElementRole.HEADING3,
    ElementRole.ATTACHMENT_NOTE,
    ElementRole.ATTACHMENT_NOTE,
    ElementRole.SIGNATURE,
    ElementRole.DATE,
    ElementRole.REMARK,
    ElementRole.ANNEX_MARK,
    ElementRole.ANNEX_TITLE,
    ElementRole.BODY,
    ElementRole.COPIED_TO,
    ElementRole.PRINTING,
)


def roles(*looks: Look, lines: tuple[RuleLine, ...] = ()) -> tuple[ElementRole, ...]:
    outline = recognise(Seen(Medium.WORD, looks, lines))
    return tuple(part.role for part in outline.parts)


def test_every_element_of_an_official_document_is_recognised() -> None:
    assert roles(*OFFICIAL) == ROLES


def test_a_document_with_a_letterhead_is_official_and_plain_material_is_not() -> None:
    assert recognise(Seen(Medium.WORD, OFFICIAL)).is_official
    assert not recognise(Seen(Medium.WORD, OFFICIAL[2:])).is_official


@pytest.mark.parametrize(
    ("index", "wrong"),
    [
        (0, {"spans": look("青禾县人民政府文件", 48).spans}),
        (1, {"text": "青政发[2026]第08号"}),
        (1, {"text": "青政发(26)8号"}),
        (2, {"spans": look("关于全民阅读活动情况的报告", 18).spans}),
        (2, {"align": "left"}),
        (3, {"text": "县委"}),
        (3, {"text": "县委:"}),
        (5, {"text": "一，基本情况"}),
        (6, {"text": "(一)组织领导"}),
        (6, {"text": "（三）、组织领导"}),
        (8, {"text": "附件:1、整改台账。"}),
        (10, {"align": "left", "first_chars": 2}),
        (11, {"text": "二〇二六年八月一日"}),
        (11, {"text": "2026年08月01日"}),
        (11, {"align": "left", "first_chars": 0}),
        (12, {"text": "(此件公开发布)"}),
        (13, {"text": "附件1：", "starts_page": False}),
        (14, {"spans": look("整改台账", 16).spans}),
        (16, {"text": "抄送:县人大办公室"}),
        (17, {"text": "青禾县人民政府办公室 2026年08月2日印"}),
    ],
)
def test_an_element_is_recognised_though_it_is_wrong(index: int, wrong: dict[str, object]) -> None:
    looks = list(OFFICIAL)
    looks[index] = replace(looks[index], **wrong)  # type: ignore[arg-type]
    assert roles(*looks) == ROLES


def test_an_imprint_at_the_top_of_a_page_is_still_an_imprint() -> None:
    moved = (*OFFICIAL[:4], *OFFICIAL[-2:], *OFFICIAL[4:-2])
    found = roles(*moved)
    assert found[4:6] == (ElementRole.COPIED_TO, ElementRole.PRINTING)


def test_a_guess_is_less_sure_than_what_wording_and_look_agree_on() -> None:
    parts = recognise(Seen(Medium.WORD, OFFICIAL)).parts
    sure = {part.role: part.certainty for part in parts}
    black = (replace(MARK, spans=look("青禾县人民政府文件", 48).spans), *OFFICIAL[1:])
    doubtful = recognise(Seen(Medium.WORD, black)).parts[0]
    assert doubtful.role is ElementRole.ISSUER_MARK
    assert doubtful.certainty < sure[ElementRole.ISSUER_MARK]


def test_a_list_at_the_head_of_a_sentence_is_no_date_and_no_signature() -> None:
    found = roles(title("读书月总结"), look(PROSE), look("2026年8月1日，活动启动。"), look(PROSE))
    assert found == (ElementRole.TITLE, ElementRole.BODY, ElementRole.BODY, ElementRole.BODY)


def test_several_paragraphs_of_one_look_make_one_title() -> None:
    found = roles(title("青禾县图书馆"), title("全民阅读周活动总结"), look(PROSE))
    assert found == (ElementRole.TITLE, ElementRole.TITLE, ElementRole.BODY)


def test_what_stands_in_a_table_is_no_heading() -> None:
    cell = look("一、整改", in_table=True)
    assert roles(title("读书月总结"), look(PROSE), cell) == (
        ElementRole.TITLE,
        ElementRole.BODY,
        ElementRole.TABLE,
    )


def test_minutes_and_letters_are_known_to_be_special() -> None:
    minutes = replace(MARK, text="青禾县人民政府常务会议纪要")
    assert recognise(Seen(Medium.WORD, (minutes, *OFFICIAL[1:]))).is_special
    rules = tuple(RuleLine(0, 170, 1, "FF0000") for _ in range(2))
    assert recognise(Seen(Medium.WORD, OFFICIAL, rules)).is_special
    assert not recognise(Seen(Medium.WORD, OFFICIAL)).is_special


def test_an_attachment_note_goes_on_overleaf() -> None:
    looks = list(OFFICIAL)
    looks[9] = replace(looks[9], gap_lines=None, starts_page=True)
    assert roles(*looks) == ROLES


def test_a_table_of_contents_is_neither_title_nor_headings() -> None:
    entry = look("一、基本情况\t3")
    found = roles(title("读书月总结"), look("目　录", align="center"), entry, look(PROSE))
    assert found == (ElementRole.TITLE, ElementRole.OTHER, ElementRole.OTHER, ElementRole.BODY)
    styled = look("一、基本情况 3", style_name="toc 1")
    assert roles(title("读书月总结"), styled, look(PROSE))[1] is ElementRole.OTHER


def test_a_bold_title_that_is_neither_centred_nor_large_is_still_one() -> None:
    bold = look("青禾县图书馆读书月活动总结", 18, font=FontRole.SONGTI)
    spans = tuple(replace(span, is_bold=True) for span in bold.spans)
    assert roles(replace(bold, spans=spans), look(PROSE)) == (ElementRole.TITLE, ElementRole.BODY)


def test_a_greeting_is_no_addressee() -> None:
    assert roles(title("在读书月上的讲话"), look("同志们："), look(PROSE))[1] is ElementRole.BODY


def test_an_indented_sentence_that_a_list_follows_is_no_addressee() -> None:
    for text in ("现将活动情况总结如下：", "图书馆的做法值得借鉴：", "我馆走进了各单位："):
        assert roles(title("读书月总结"), look(text), look(PROSE))[1] is ElementRole.BODY


def test_an_indented_list_of_organs_is_an_addressee() -> None:
    for text in ("县文化和旅游局：", "各乡镇人民政府，县直各部门："):
        assert roles(title("读书月总结"), look(text), look(PROSE))[1] is ElementRole.ADDRESSEE


def test_attendance_of_minutes_keeps_its_own_rules() -> None:
    minutes = replace(MARK, text="青禾县人民政府常务会议纪要")
    found = roles(minutes, *OFFICIAL[1:3], look("出席：张三、李四、王五。"), look(PROSE))
    assert found[3:] == (ElementRole.OTHER, ElementRole.BODY)


def test_a_letter_is_known_by_its_mark_and_where_its_number_stands() -> None:
    letter = (replace(MARK, text="青禾县人民政府"), replace(NUMBER, align="right"), *OFFICIAL[2:])
    assert recognise(Seen(Medium.WORD, letter)).is_special


@pytest.mark.parametrize(
    "text",
    [
        "一、二季度抓部署，三、四季度抓落实。",
        "一、二、三产业融合推进，农民收入稳步增长。",
        "十、十一月，全市共检查企业30家。",
        "一、二年级学生全部参加：",
        "二十、二十一批名单已经公布。",
    ],
)
def test_a_sentence_that_opens_with_an_enumeration_is_no_heading(text: str) -> None:
    looks = list(OFFICIAL)
    looks[4] = look(text)
    assert roles(*looks) == ROLES


@pytest.mark.parametrize(
    "text",
    [
        "一、三项举措抓落实",
        "一、一年来的主要工作",
        "二、三大行动",
        "二、三大行动成效明显。全县共拆除违建30处。",
        "二、三季度工作打算",
    ],
)
def test_a_heading_whose_words_begin_with_a_numeral_is_a_heading(text: str) -> None:
    looks = list(OFFICIAL)
    looks[5] = look(text, font=FontRole.HEITI)
    assert roles(*looks) == ROLES


def test_lines_that_go_on_numbering_belong_to_the_attachment_note_whatever_their_look() -> None:
    names = ("附件：1. 整改台账", "2. 问题线索办理情况统计表", "3．经费明细")
    note = [look(name, gap_lines=1) for name in names]
    found = roles(*OFFICIAL[:8], *note, SIGNED, DATE)
    assert found[8:] == (
        *[ElementRole.ATTACHMENT_NOTE] * 3,
        ElementRole.SIGNATURE,
        ElementRole.DATE,
    )


@pytest.mark.parametrize("first", ["附件：整改台账", "附件：1.整改台账"])
def test_a_numbered_line_apart_from_the_note_and_out_of_its_order_is_a_heading(first: str) -> None:
    below = look("3.成立机构", gap_lines=1)
    assert roles(*OFFICIAL[:8], look(first, gap_lines=1), below)[-1] is ElementRole.HEADING3
