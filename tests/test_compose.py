"""Numbers, fixed words and the order of the parts are made, never typed."""

import datetime as dt
from typing import Any

import pytest

from pipeline.chinese.dates import write_date
from pipeline.compose.compose import compose
from pipeline.model.document import (
    Addressee,
    AnnexMark,
    AttachmentNote,
    Blank,
    Document,
    Heading,
    Paragraph,
    Signature,
    Table,
    Title,
    texts_of,
)
from pipeline.model.standard import PROFILES
from tests.samples import OFFICIAL, PLAIN, report, valid


def composed(base: dict[str, Any] = PLAIN, *, official: bool = False, **changes: Any) -> Document:
    return compose(valid(report(base, **changes)), PROFILES["office"], official=official)


def headings(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading)]


def test_a_date_has_no_leading_zeros() -> None:
    assert write_date(dt.date(2008, 7, 6)) == "2008年7月6日"


def test_the_four_parts_come_in_their_order_with_their_numbers() -> None:
    first_level = [text for text in headings(composed()) if "、" in text]
    assert first_level == ["一、基本情况", "二、主要做法", "三、突出特点", "四、取得成效"]


def test_headings_are_numbered_level_by_level() -> None:
    deepest = {"小标题": "丁", "段落": ["文"]}
    third = {"小标题": "丙", "段落": [deepest, {**deepest, "小标题": "戊"}]}
    sections = [{"小标题": "甲", "段落": ["文"]}, {"小标题": "乙", "段落": [third]}]
    found = headings(composed(主要做法=sections))
    assert found[2:7] == ["（一）甲", "（二）乙", "1.丙", "（1）丁", "（2）戊"]


def places(document: Document) -> list[tuple[str, str]]:
    return [
        (block.part.short_place, block.part.full_place) if block.part else ("", "")
        for block in document.blocks
        if isinstance(block, Heading | Paragraph | Table)
    ]


def test_each_block_knows_the_part_and_the_section_that_it_stands_in() -> None:
    deeper = {"小标题": "丙（节选）", "段落": ["文"]}
    sections = [{"小标题": "甲", "段落": ["文", deeper]}, {"小标题": "乙", "段落": ["文"]}]
    table = {"列": ["项目"], "行": [["讲座"]]}
    document = composed(主要做法=sections, 结尾="一。\n二。", 附件=[{"名称": "表", "表格": table}])
    assert places(document) == [
        ("导语", "导语"),
        *[("基本情况", "一、基本情况")] * 2,
        ("主要做法", "二、主要做法"),
        *[("主要做法（一）", "二、主要做法（一）甲")] * 2,
        *[("主要做法（一）", "二、主要做法（一）1.丙（节选）")] * 2,
        *[("主要做法（二）", "二、主要做法（二）乙")] * 2,
        *[("突出特点", "三、突出特点")] * 2,
        *[("取得成效", "四、取得成效")] * 2,
        *[("结尾", "结尾")] * 2,
        ("附件", "附件 表"),
    ]


def test_what_stands_around_the_parts_belongs_to_none() -> None:
    document = composed(OFFICIAL, official=True, 附件=[{"名称": "甲", "段落": ["文"]}])
    around = Title | Addressee | AttachmentNote | Signature
    assert all(b.part is None for b in document.blocks if isinstance(b, around))
    held = [b for b in document.blocks if not isinstance(b, around | Blank)]
    assert all(b.part is not None for b in held)


def test_points_become_one_is_two_is() -> None:
    section = {
        "小标题": "甲",
        "段落": ["抓了三点："],
        "分述": ["成立小组", "深入一线；", "总结经验。"],
    }
    texts = [b.text for b in composed(主要做法=[section]).blocks if isinstance(b, Paragraph)]
    assert "抓了三点：一是成立小组；二是深入一线；三是总结经验。" in texts


def test_points_with_full_stops_inside_are_parted_by_full_stops() -> None:
    section = {"小标题": "甲", "段落": [], "分述": ["先学。再做", "先做。再学"]}
    texts = [b.text for b in composed(主要做法=[section]).blocks if isinstance(b, Paragraph)]
    assert "一是先学。再做。二是先做。再学。" in texts


def test_figures_stand_in_the_text_with_their_units() -> None:
    figures = {"学习": "32次", "建议": {"数值": "37", "单位": "条"}}
    document = composed(数据=figures, 导语="学习【学习】，建议【建议】，【【注】】。")
    assert "学习32次，建议37条，【注】。" in texts_of(document)


def test_one_annex_has_no_number_and_several_have() -> None:
    annex = {"名称": "甲", "段落": ["文"]}
    one, two = composed(附件=[annex]), composed(附件=[annex, {**annex, "名称": "乙"}])
    marks = [[b.text for b in d.blocks if isinstance(b, AnnexMark)] for d in (one, two)]
    assert marks == [["附件"], ["附件1", "附件2"]]
    notes = [b for b in two.blocks if isinstance(b, AttachmentNote)]
    assert [(n.label, n.number, n.name) for n in notes[0].lines] == [
        ("附件：", "1.", "甲"),
        ("", "2.", "乙"),
    ]


def test_addressees_end_with_a_colon() -> None:
    document = composed(OFFICIAL, official=True, 主送=["甲局", "乙局"])
    assert [b.text for b in document.blocks if isinstance(b, Addressee)] == ["甲局、乙局："]


def signature(organisation: str, **changes: Any) -> Signature:
    document = composed(单位=organisation, **changes)
    return next(block for block in document.blocks if isinstance(block, Signature))


def test_the_date_begins_two_characters_right_of_a_longer_name() -> None:
    found = signature("青禾县文化和旅游局办公室")
    # 12 characters, two from the right; the date has 7.75 with its gaps.
    assert found.organisation_right_chars == 2
    name_left = found.organisation_right_chars + 12
    date_left = found.date_right_chars + 7.75
    assert name_left - date_left == pytest.approx(2)


def test_a_date_longer_than_the_name_stands_two_characters_from_the_right() -> None:
    found = signature("甲局")
    assert found.date_right_chars == 2
    assert found.organisation_right_chars > found.date_right_chars


def test_signers_stand_two_in_a_row_with_the_number_beside_the_last() -> None:
    head = composed(OFFICIAL, official=True, 签发人=["甲", "乙", "丙"]).letterhead
    assert head is not None
    rows = [(row.number, row.label, row.names) for row in head.signer_rows]
    assert rows == [("", "签发人：", "甲　乙"), ("青图发〔2026〕8号", "", "丙")]


def test_the_security_level_carries_its_period() -> None:
    head = composed(OFFICIAL, official=True, 密级="秘密", 保密期限="1年", 份号="000001").letterhead
    assert head is not None
    assert (head.classification, head.free_lines) == ("秘密★1年", 1)


def test_the_imprint_names_who_gets_a_copy() -> None:
    imprint = composed(OFFICIAL, official=True, 印发日期="2026-10-09").imprint
    assert imprint is not None
    assert imprint.copied_to == "抄送：县融媒体中心。"
    assert imprint.printing_date_text == "2026年10月9日印发"


def test_a_text_of_several_lines_becomes_several_paragraphs_without_typed_indents() -> None:
    document = composed(导语="　　第一段。\n\n  第二段。\n")
    assert [b.text for b in document.blocks if isinstance(b, Paragraph)][:2] == [
        "第一段。",
        "第二段。",
    ]
