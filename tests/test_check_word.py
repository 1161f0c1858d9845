"""Word files of strangers are seen as Word would set them."""

import io
import re
from typing import Any

import docx
import pytest
from docx.shared import Pt

from pipeline.inspect.seen import Look
from pipeline.inspect.word.numerals import write_number
from pipeline.model.faces import is_of_another_class
from pipeline.model.standard import FontRole
from tests.word_files import (
    A4,
    EXACT,
    MARGINS,
    SECTION,
    STYLES,
    field,
    line,
    looks,
    opened,
    p,
    text_box,
    word_file,
)

LONG = "各科室要认真学习领会会议精神，结合实际抓好贯彻落实，确保各项工作任务按期完成。" * 2


def one(body: str, **parts: str) -> Look:
    (look,) = looks(body, **parts)
    return look


def style(name: str, inner: str, based: str = "Normal", kind: str = "paragraph") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{based}"/>{inner}</w:style>'
    )


def styled(name: str) -> str:
    return f'<w:pStyle w:val="{name}"/>'


# --- inheritance -----------------------------------------------------------------------------


def test_a_style_has_what_the_one_it_is_based_on_says() -> None:
    chain = (
        STYLES
        + style("A", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:sz w:val="44"/></w:rPr>')
        + style("B", '<w:rPr><w:color w:val="FF0000"/></w:rPr>', "A")
    )
    look = one(p("标题", styled("B")), styles=chain)
    assert (look.align, look.size_pt, look.color, look.style_name) == ("center", 22, "FF0000", "B")


def test_styles_based_on_each_other_in_a_circle_are_read() -> None:
    circle = STYLES + style("A", "", "B") + style("B", '<w:rPr><w:sz w:val="44"/></w:rPr>', "A")
    assert one(p("标题", styled("A")), styles=circle).size_pt == 22


def test_bold_of_a_paragraph_style_and_of_a_character_style_is_no_bold() -> None:
    bold = "<w:rPr><w:b/></w:rPr>"
    both = STYLES + style("P", bold) + style("C", bold, "", "character")
    twice = one(p("字", styled("P"), '<w:rStyle w:val="C"/>'), styles=both)
    direct = one(p("字", styled("P"), '<w:rStyle w:val="C"/><w:b/>'), styles=both)
    assert [twice.spans[0].is_bold, direct.spans[0].is_bold] == [False, True]


def test_faces_of_the_theme_are_those_of_its_chinese_entry() -> None:
    theme = (
        '<a:themeElements><a:clrScheme name="x"><a:dk1><a:sysClr val="windowText"'
        ' lastClr="000000"/></a:dk1><a:accent1><a:srgbClr val="C00000"/></a:accent1></a:clrScheme>'
        '<a:fontScheme name="x"><a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/>'
        '<a:font script="Jpan" typeface="MS Mincho"/><a:font script="Hans" typeface="等线"/>'
        "</a:minorFont></a:fontScheme></a:themeElements>"
    )
    run = (
        '<w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:eastAsia="仿宋"/>'
        '<w:color w:val="123456" w:themeColor="accent1"/>'
    )
    file = opened(word_file(p("字", "", run), theme=theme))
    span = file.seen.looks[0].spans[0]
    assert (span.font_name, span.font, span.color) == ("等线", None, "C00000")
    assert file.paragraphs[0].runs[0].ascii == "Calibri"
    japanese = '<w:themeFontLang w:val="en-US" w:eastAsia="ja-JP"/>'
    assert one(p("字", "", run), theme=theme, settings=japanese).spans[0].font_name == "MS Mincho"


def test_a_direct_face_wins_over_the_theme_of_the_defaults() -> None:
    styles = (
        '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:eastAsiaTheme="minorEastAsia"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
    )
    look = one(p("字", "", '<w:rFonts w:eastAsia="黑体"/>'), styles=styles)
    assert look.font is FontRole.HEITI


def test_a_plain_document_of_python_docx_has_the_face_that_word_shows() -> None:
    """python-docx sets only the Latin slot, which is the usual way to get a wrong face."""
    document = docx.Document()
    run = document.add_paragraph().add_run("通知")
    run.font.name, run.font.size = "仿宋", Pt(16)
    saved = io.BytesIO()
    document.save(saved)
    span = opened(saved.getvalue()).seen.looks[0].spans[0]
    assert (span.font_name, span.font, span.size_pt) == ("ＭＳ 明朝", None, 16)
    assert is_of_another_class(span.font_name)


def test_a_table_style_sets_what_the_paragraph_style_leaves_open() -> None:
    styles = STYLES + style("T", '<w:rPr><w:sz w:val="21"/></w:rPr>', "", "table")
    cell = (
        '<w:tbl><w:tblPr><w:tblStyle w:val="T"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/>'
        f"</w:tblGrid><w:tr><w:tc>{p('甲')}</w:tc></w:tr></w:tbl>"
    )
    look = one(cell, styles=styles)
    assert (look.size_pt, look.in_table) == (10.5, True)


def test_spans_are_split_where_the_look_changes_and_only_there() -> None:
    runs = p("甲乙").replace("</w:p>", "") + "".join(
        f"<w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r>"
        for text, run in (("丙", ""), ("丁", '<w:color w:val="FF0000"/>'), ("戊", ""))
    )
    look = one(f"{runs}</w:p>")
    assert [span.text for span in look.spans] == ["甲乙丙", "丁", "戊"]


# --- indents ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("indent", "first", "left", "right"),
    [
        ('w:firstLineChars="200"', 2, 0, 0),
        ('w:firstLineChars="200" w:firstLine="100"', 2, 0, 0),
        ('w:firstLine="640"', 2.03, 0, 0),
        ('w:firstLineChars="0" w:firstLine="315"', 1, 0, 0),
        ('w:leftChars="500" w:hangingChars="300"', 2, 5, 0),
        ('w:left="1575" w:hanging="945"', 2, 5, 0),
        ('w:start="315" w:endChars="100"', 1, 1, 1),
        ("", 0, 0, 0),
    ],
)
def test_indents_are_in_characters(indent: str, first: float, left: float, right: float) -> None:
    look = one(p(LONG, f"<w:ind {indent}/>"))
    assert (look.first_chars, look.left_chars, look.right_chars) == (first, left, right)


def test_attributes_of_an_indent_are_inherited_one_by_one() -> None:
    styles = STYLES + style("A", '<w:pPr><w:ind w:firstLineChars="200"/></w:pPr>')
    look = one(p(LONG, f'{styled("A")}<w:ind w:leftChars="100"/>'), styles=styles)
    assert (look.first_chars, look.left_chars) == (3, 1)


def test_a_paragraph_of_one_line_has_no_turned_lines() -> None:
    assert one(p("特此报告。", '<w:ind w:firstLineChars="200"/>')).left_chars is None


def test_blanks_stand_before_the_first_word() -> None:
    look = one(p("　　特此报告。 "))
    assert (look.text, look.typed_blanks, look.first_chars) == ("特此报告。", "　　", 2)


def test_a_right_aligned_line_is_measured_from_its_words() -> None:
    look = one(p("2026年8月1日", '<w:jc w:val="right"/><w:ind w:rightChars="400"/>'))
    # Six digits of half a character, three 汉字, five gaps of a quarter between them.
    assert look.right_chars == 4
    assert look.first_chars == pytest.approx(28.08 - 4 - 7.25, abs=0.01)


def test_full_width_blanks_behind_a_date_count_as_its_distance() -> None:
    assert one(p("2026年8月1日　　　　", '<w:jc w:val="right"/>')).right_chars == 4


def test_a_centred_line_begins_where_its_words_leave_room() -> None:
    look = one(p("总结", '<w:jc w:val="center"/>', '<w:sz w:val="44"/>'))
    assert look.first_chars == pytest.approx((442.25 / 21.75 - 2) / 2, abs=0.05)


@pytest.mark.parametrize("middle", ["\t", "　" * 12], ids=["a right tab", "blanks"])
def test_the_end_of_a_line_pushed_right_is_reckoned(middle: str) -> None:
    tabs = '<w:tabs><w:tab w:val="right" w:pos="8531"/></w:tabs><w:ind w:leftChars="100"/>'
    gap = "</w:t><w:tab/><w:t>" if middle == "\t" else middle
    look = one(p(f"<w:t>某局办公室{gap}2026年8月1日印发</w:t>", tabs))
    assert look.first_chars == 1
    assert look.right_chars == pytest.approx(1 if middle == "\t" else 0.58, abs=0.01)


# --- gaps, pitch, pages ----------------------------------------------------------------------


def gaps(body: str, **parts: Any) -> list[float | None]:
    return [look.gap_lines for look in looks(body, **parts)]


def test_empty_paragraphs_and_spacing_are_lines_of_the_body() -> None:
    body = p(LONG) + p() + p("甲") + p("乙", '<w:spacing w:before="579"/>') + p("丙")
    assert gaps(body) == [None, 1, 1, 0]


def test_the_larger_of_two_spacings_counts() -> None:
    after = '<w:spacing w:after="579" w:line="579" w:lineRule="exact"/>'
    assert gaps(p(LONG, after) + p("乙", '<w:spacing w:before="289"/>')) == [None, 1]


def test_contextual_spacing_leaves_out_the_space_between_paragraphs_of_one_style() -> None:
    close = f'<w:spacing w:after="579" {EXACT[len("<w:spacing ") : -2]}/><w:contextualSpacing/>'
    assert gaps(p(LONG, close) * 2) == [None, 0]


def test_a_small_empty_paragraph_is_part_of_a_line() -> None:
    small = p("", '<w:spacing w:line="200" w:lineRule="exact"/>')
    assert gaps(p(LONG) + small + p("甲")) == [None, 0.35]


def test_a_rule_above_ends_the_gap() -> None:
    border = '<w:pBdr><w:bottom w:val="single" w:sz="12" w:color="FF0000"/></w:pBdr>'
    file = opened(word_file(p("甲发〔2026〕1号") + p("", border) + p() + p() + p("标题")))
    (rule,) = file.seen.lines
    assert file.seen.looks[1].gap_lines == 2
    assert (rule.after, rule.color, rule.weight_mm) == (0, "FF0000", 0.529)
    assert rule.width_mm == pytest.approx(156, abs=0.1)


@pytest.mark.parametrize(
    "broken",
    [
        p('<w:br w:type="page"/>') + p("附件"),
        p("附件", "<w:pageBreakBefore/>"),
        p('<w:br w:type="page"/><w:t>附件</w:t>'),
        p("", SECTION) + p("附件"),
    ],
    ids=["a paragraph of its own", "page break before", "in front of it", "section"],
)
def test_what_begins_a_page_has_nothing_above_it(broken: str) -> None:
    first, annex = looks(p(LONG) + broken)
    assert (first.starts_page, annex.starts_page, annex.gap_lines) == (True, True, None)


def test_a_table_that_begins_a_page_leaves_no_beginning_to_the_text_behind_it() -> None:
    upright = '<w:tblBorders><w:left w:val="single" w:sz="4"/></w:tblBorders>'
    cell = f"<w:tr><w:tc>{p('甲')}</w:tc></w:tr>"
    table = f"<w:tbl><w:tblPr>{upright}</w:tblPr>{cell}</w:tbl>"
    body = p(LONG) + p('<w:br w:type="page"/>') + table + p("乙")
    assert [look.starts_page for look in looks(body)] == [True, True, False]


def test_a_section_that_goes_on_on_the_same_page_begins_none() -> None:
    last = SECTION.replace("<w:sectPr>", '<w:sectPr><w:type w:val="continuous"/>')
    assert not looks(p(LONG) + p("", SECTION) + p("附件"), section=last)[1].starts_page


@pytest.mark.parametrize(
    ("spacing", "grid", "pitch"),
    [
        ('w:line="560" w:lineRule="exact"', "", 28),
        ('w:line="240" w:lineRule="auto"', 'w:type="lines" w:linePitch="312"', 31.2),
        ('w:line="240" w:lineRule="auto"', 'w:type="lines" w:linePitch="579"', 28.95),
        ('w:line="360" w:lineRule="auto"', 'w:linePitch="312"', 31.2),
        ('w:line="600" w:lineRule="atLeast"', "", 30),
    ],
)
def test_the_pitch_is_that_of_the_lines_or_of_the_grid(
    spacing: str, grid: str, pitch: float
) -> None:
    section = f"<w:sectPr>{A4}{MARGINS}<w:docGrid {grid}/></w:sectPr>"
    assert one(p(LONG, f"<w:spacing {spacing}/>"), section=section).pitch_pt == pitch


def test_a_paragraph_may_leave_the_grid() -> None:
    section = f'<w:sectPr>{A4}{MARGINS}<w:docGrid w:type="lines" w:linePitch="579"/></w:sectPr>'
    properties = '<w:snapToGrid w:val="0"/><w:spacing w:line="240" w:lineRule="auto"/>'
    assert one(p(LONG, properties), section=section).pitch_pt == pytest.approx(20.8)


def test_lines_that_the_author_broke_are_reported() -> None:
    look = one(p("<w:t>关于开展</w:t><w:br/><w:t>活动的通知</w:t>"))
    assert (look.text, look.typed_lines) == ("关于开展活动的通知", ("关于开展", "活动的通知"))


def test_the_outline_level_counts_from_one() -> None:
    assert [one(p("一、概况", f'<w:outlineLvl w:val="{level}"/>')).outline for level in (0, 9)] == [
        1,
        None,
    ]


# --- numbers ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("form", "number", "shown"),
    [
        ("decimal", 12, "12"),
        ("decimalZero", 3, "03"),
        ("decimalFullWidth", 12, "１２"),
        ("chineseCounting", 12, "十二"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 20, "二十"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("chineseCountingThousand", 10_012, "一万零一十二"),
        ("japaneseCounting", 10, "十"),
        ("taiwaneseCountingThousand", 21, "二十一"),
        ("ideographDigital", 10, "一〇"),
        ("chineseLegalSimplified", 21, "贰拾壹"),
        ("ideographTraditional", 3, "丙"),
        ("lowerLetter", 28, "bb"),
        ("upperLetter", 3, "C"),
        ("lowerRoman", 14, "xiv"),
        ("upperRoman", 9, "IX"),
        ("decimalEnclosedCircle", 10, "⑩"),
        ("decimalEnclosedCircle", 21, "21"),
        ("numberInDash", 1, "- 1 -"),
        ("something new", 4, "4"),
    ],
)
def test_numbers_are_written_as_word_writes_them(form: str, number: int, shown: str) -> None:
    assert write_number(number, form) == shown


def level(index: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


LISTS = (
    '<w:abstractNum w:abstractNumId="5">'
    + level(0, "chineseCountingThousand", "%1、")
    + level(1, "chineseCountingThousand", "（%2）")
    + level(2, "decimal", "%3.")
    + level(3, "decimal", "%1.%4", "<w:isLgl/>")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
)


def numbered(text: str, depth: int, number: int = 1) -> str:
    return p(text, f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')


def test_automatic_numbers_stand_before_the_text() -> None:
    body = (
        numbered("甲", 0) + numbered("乙", 1) + numbered("丙", 1) + numbered("丁", 0)
        + numbered("戊", 1) + numbered("己", 2) + numbered("庚", 3) + numbered("辛", 0, 2)
        + numbered("壬", 0, 2)
    )  # fmt: skip
    texts = [look.text for look in looks(body, numbering=LISTS)]
    assert texts == [
        "一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊", "1.己", "2.1庚", "一、辛", "二、壬"
    ]  # fmt: skip


def test_a_style_may_number_and_a_paragraph_take_that_back() -> None:
    styles = STYLES + style("H", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    plain = f'{styled("H")}<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = p("甲", styled("H")) + p("乙", plain) + p("丙", styled("H"))
    found = [look.text for look in looks(body, styles=styles, numbering=LISTS)]
    assert found == ["一、甲", "乙", "二、丙"]


def test_a_level_indents_unless_the_style_that_names_it_does() -> None:
    lists = (
        '<w:abstractNum w:abstractNumId="0">'
        + level(0, "decimal", "%1.", '<w:pPr><w:ind w:left="1575" w:hanging="945"/></w:pPr>')
        + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    own = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>{}</w:pPr>'
    styles = (
        STYLES
        + style("A", own.format(""))
        + style("B", own.format('<w:ind w:left="0" w:firstLine="315"/>'))
    )
    first, second = looks(
        p(LONG, styled("A")) + p(LONG, styled("B")), styles=styles, numbering=lists
    )
    assert (first.first_chars, first.left_chars) == (2, 5)
    assert (second.first_chars, second.left_chars) == (1, 0)


# --- what is read ----------------------------------------------------------------------------


def test_deleted_and_hidden_text_is_left_out_and_inserted_text_kept() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t></w:r><w:del><w:r><w:delText>乙</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>丙</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>丁</w:t></w:r></w:moveFrom>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>戊</w:t></w:r></w:p>"
    )
    assert one(body).text == "甲丙"


def test_a_paragraph_whose_end_is_deleted_goes_on_in_the_next() -> None:
    body = p("甲", "<w:rPr><w:del/></w:rPr>") + p("乙", '<w:jc w:val="center"/>')
    look = one(body)
    assert (look.text, look.align) == ("甲乙", "center")


def test_fields_show_their_results() -> None:
    link = f"<w:hyperlink><w:r><w:t>附件</w:t></w:r></w:hyperlink>{field('REF _1', '三')}"
    assert one(f"<w:p>{link}</w:p>").text == "附件三"


def test_a_field_may_end_in_a_later_paragraph() -> None:
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>'
    separate = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    body = (
        f"<w:p>{begin}{separate}<w:r><w:t>一</w:t></w:r></w:p>"
        f"<w:p><w:r><w:t>二</w:t></w:r>{end}<w:r><w:t>三</w:t></w:r></w:p>"
    )
    assert [look.text for look in looks(body)] == ["一", "二三"]


def test_a_text_box_is_read_once_and_counts_as_framed() -> None:
    first, second = looks(p(text_box(p("某县人民政府文件"))) + p("正文"))
    assert [first.text, second.text] == ["某县人民政府文件", "正文"]
    assert (first.is_framed, second.is_framed) == (True, False)


def test_a_text_box_at_the_foot_of_the_page_comes_after_its_paragraph() -> None:
    position = '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
    body = p(text_box(p("抄送：某局。"), position=position) + "<w:t>正文</w:t>")
    assert [look.text for look in looks(body)] == ["正文", "抄送：某局。"]


def test_a_text_box_of_vml_is_read_where_there_is_no_other() -> None:
    box = f"<v:textbox><w:txbxContent>{p('甲')}</w:txbxContent></v:textbox>"
    found = looks(p(f"<w:pict><v:shape>{box}</v:shape></w:pict>"))
    assert [look.text for look in found] == ["甲"]


def test_content_controls_are_read() -> None:
    inline = "<w:p><w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    body = f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>{inline}"
    assert [look.text for look in looks(body)] == ["甲", "乙"]


def test_paragraphs_are_counted_with_the_empty_ones() -> None:
    assert [look.number for look in looks(p() + p("甲") + p() + p("乙"))] == [2, 4]


# --- drawn lines, imprints -------------------------------------------------------------------


def test_a_drawn_line_has_its_width_weight_and_colour() -> None:
    file = opened(word_file(p("甲") + p(line(5_616_000, weight=19_050)) + p("乙")))
    (rule,) = file.seen.lines
    assert (rule.after, rule.width_mm, rule.color) == (0, 156, "FF0000")
    assert rule.weight_mm == pytest.approx(0.53, abs=0.01)


def test_a_line_of_vml_is_read() -> None:
    vml = '<v:line from="0,20pt" to="442.2pt,20pt" strokecolor="red" strokeweight="1.5pt"/>'
    (rule,) = opened(word_file(p(f"<w:pict>{vml}</w:pict><w:t>甲</w:t>"))).seen.lines
    assert (round(rule.width_mm), rule.color, rule.after) == (156, "FF0000", 0)


def test_a_line_anchored_above_its_paragraph_comes_before_it() -> None:
    above = (
        '<wp:positionV relativeFrom="paragraph"><wp:posOffset>-90000</wp:posOffset></wp:positionV>'
    )
    body = p("号") + p(line(5_616_000, anchor=above) + "<w:t>标题</w:t>")
    assert opened(word_file(body)).seen.lines[0].after == 0


IMPRINT = (
    '<w:tbl><w:tblPr>{floating}<w:tblW w:w="8844" w:type="dxa"/><w:tblBorders>'
    '<w:top w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/>'
    '<w:insideH w:val="single" w:sz="6"/></w:tblBorders><w:tblCellMar>'
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr>'
    '<w:tblGrid><w:gridCol w:w="4422"/><w:gridCol w:w="4422"/></w:tblGrid>'
    '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{copied}</w:tc></w:tr>'
    "<w:tr><w:tc>{office}</w:tc><w:tc>{date}</w:tc></w:tr></w:tbl>"
)
SIZE_4 = '<w:spacing w:val="0"/><w:sz w:val="28"/>'


def imprint(floating: str = "") -> str:
    return IMPRINT.format(
        floating=floating,
        copied=p("抄送：县委办公室。", '<w:ind w:leftChars="100"/>', SIZE_4),
        office=p("某局办公室", '<w:ind w:leftChars="100"/>', SIZE_4),
        date=p("2026年8月1日印发", '<w:jc w:val="right"/><w:ind w:rightChars="100"/>', SIZE_4),
    )


def test_an_imprint_in_a_table_is_seen_as_paragraphs_between_rules() -> None:
    settings = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
    file = opened(word_file(p("正文") + imprint() + p(), settings=settings))
    _, copied, printing = file.seen.looks
    assert printing.text == "某局办公室\t2026年8月1日印发"
    assert (copied.first_chars, printing.first_chars, printing.right_chars) == (1, 1, 1)
    assert [look.is_framed and not look.in_table for look in (copied, printing)] == [True, True]
    assert [rule.after for rule in file.seen.lines] == [0, 1, 2]
    weights = [rule.weight_mm for rule in file.seen.lines]
    assert weights == pytest.approx([0.353, 0.265, 0.353], abs=0.001)
    assert {round(rule.width_mm) for rule in file.seen.lines} == {156}


def test_an_imprint_in_a_table_may_begin_a_page() -> None:
    body = p("正文") + p('<w:br w:type="page"/>') + imprint() + p()
    assert [look.starts_page for look in looks(body)] == [True, True, False]


def test_the_padding_of_a_cell_is_room_beside_its_text_once() -> None:
    settings = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
    padded = re.sub("<w:tblCellMar>.*</w:tblCellMar>", "", imprint())
    printing = looks(p("正文") + padded + p(), settings=settings)[-1]
    assert (printing.first_chars, printing.right_chars) == pytest.approx((1.39, 1.39), abs=0.01)


def test_a_table_with_upright_rules_stays_a_table() -> None:
    table = imprint().replace(
        "<w:tblBorders>", '<w:tblBorders><w:insideV w:val="single" w:sz="4"/>'
    )
    file = opened(word_file(p("正文") + table))
    assert all(look.in_table for look in file.seen.looks[1:])
    assert file.seen.lines == ()


# --- page numbers ----------------------------------------------------------------------------

REFERENCES = '<w:footerReference w:type="default" r:id="footer1"/>'
EVEN = '<w:footerReference w:type="even" r:id="footer2"/>'
SONG = '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体"/><w:sz w:val="28"/>'


def footer(properties: str, *, number: str = "", run: str = SONG) -> str:
    dash = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{{}}</w:t></w:r>'
    number = number or field("PAGE", run=run)
    return f"<w:p><w:pPr>{properties}</w:pPr>{dash.format('— ')}{number}{dash.format(' —')}</w:p>"


def numbers(*footers: str, references: str = REFERENCES, **parts: str) -> tuple[Any, ...]:
    section = SECTION.replace("<w:sectPr>", f"<w:sectPr>{references}")
    named = {f"footer{index}": text for index, text in enumerate(footers, start=1)}
    return opened(word_file(p("甲"), section=section, **named, **parts)).seen.page_numbers


EXACT_14 = '<w:spacing w:line="280" w:lineRule="exact"/>'


def test_odd_and_even_footers_have_their_own_numbers() -> None:
    odd, even = numbers(
        footer(f'{EXACT_14}<w:ind w:rightChars="100"/><w:jc w:val="right"/>'),
        footer(f'{EXACT_14}<w:ind w:leftChars="100"/>'),
        references=REFERENCES + EVEN,
        settings="<w:evenAndOddHeaders/>",
    )
    assert [(n.page, n.text, n.align, n.inset_chars) for n in (odd, even)] == [
        (1, "— 1 —", "right", 1),
        (2, "— 1 —", "left", 1),
    ]
    assert (odd.font, odd.size_pt, odd.is_field) == (FontRole.SONGTI, 14, True)
    assert odd.centre_mm == pytest.approx(297 - 25.4 - 14 / 2 * 25.4 / 72, abs=0.05)


def test_without_even_footers_both_sides_have_the_same_number() -> None:
    odd, even = numbers(footer('<w:jc w:val="center"/>'), footer(""), references=REFERENCES + EVEN)
    assert [odd.page, even.page] == [1, 2]
    assert (odd.align, even.align) == ("center", "center")


def test_a_typed_number_is_no_field() -> None:
    typed = "<w:r><w:t>3</w:t></w:r>"
    assert [n.is_field for n in numbers(footer("", number=typed))] == [False, False]


def test_a_simple_field_counts_and_shows_one() -> None:
    simple = '<w:fldSimple w:instr="PAGE \\* MERGEFORMAT"><w:r><w:t>12</w:t></w:r></w:fldSimple>'
    first, _ = numbers(footer("", number=simple))
    assert (first.text, first.is_field) == ("— 1 —", True)


def test_a_number_in_a_text_box_or_frame_stands_where_that_does() -> None:
    side = '<wp:positionH relativeFrom="margin"><wp:align>outside</wp:align></wp:positionH>'
    odd, even = numbers(p(text_box(footer(""), position=side)))
    assert [odd.align, even.align, odd.text] == ["right", "left", "— 1 —"]
    frame = '<w:framePr w:wrap="around" w:vAnchor="text" w:hAnchor="margin" w:xAlign="center"/>'
    assert [n.align for n in numbers(footer(frame))] == ["center", "center"]


def test_the_form_of_the_section_is_that_of_the_number() -> None:
    section = SECTION.replace(MARGINS, MARGINS + '<w:pgNumType w:fmt="numberInDash"/>')
    section = section.replace("<w:sectPr>", f"<w:sectPr>{REFERENCES}")
    bare = f"<w:p>{field('PAGE')}</w:p>"
    file = opened(word_file(p("甲"), section=section, footer1=bare))
    assert {n.text for n in file.seen.page_numbers} == {"- 1 -"}


def test_a_section_without_footers_has_those_of_the_one_before() -> None:
    first = SECTION.replace("<w:sectPr>", f"<w:sectPr>{REFERENCES}")
    file = opened(word_file(p("甲", first) + p("乙"), footer1=footer("")))
    assert [section.footers for section in file.sections] == [{"default": "footer1"}] * 2
    assert len(file.seen.page_numbers) == 2


def test_the_digits_of_a_number_tell_its_face() -> None:
    mixed = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体"/>'
    number, _ = numbers(footer("", run=mixed))
    assert (number.font, number.font_name) == (None, "Times New Roman")


def test_faces_without_styles_are_those_that_word_takes() -> None:
    look = one(p("甲"), styles="")
    assert (look.font, look.size_pt) == (FontRole.SONGTI, 10)
