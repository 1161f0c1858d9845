"""What offices do that the standard does not know is seen as what it stands for."""

import pytest

from pipeline.inspect.roles import recognise
from pipeline.inspect.word import judge_word
from pipeline.model.standard import PROFILES
from tests.word_files import EXACT, STYLES, looks, opened, p, text_box, word_file

WORD_2013 = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
SIZE_4 = '<w:spacing w:val="0"/><w:sz w:val="28"/>'


def table(*rows: tuple[str, ...], properties: str = "") -> str:
    """A table as wide as the type area whose cells hold these paragraphs."""
    width = 8844 // len(rows[0])
    grid = f'<w:gridCol w:w="{width}"/>' * len(rows[0])
    cells = ("".join(f"<w:tc>{cell}</w:tc>" for cell in row) for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="8844" w:type="dxa"/>{properties}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    )


def test_the_padding_of_a_cell_is_room_beside_its_text_once() -> None:
    office = p("某局办公室", '<w:ind w:leftChars="100"/>', SIZE_4)
    date = p("2026年8月1日印发", '<w:jc w:val="right"/><w:ind w:rightChars="100"/>', SIZE_4)
    printing = looks(p("正文") + table((office, date)), settings=WORD_2013)[-1]
    # 5.4 points of 14, Word's own padding
    assert (printing.first_chars, printing.right_chars) == pytest.approx((1.39, 1.39), abs=0.01)


RED_MARK = '<w:color w:val="FF0000"/><w:sz w:val="96"/>'
RED_BELOW = (
    '<w:tblBorders><w:bottom w:val="single" w:sz="18" w:color="FF0000"/>'
    '<w:insideV w:val="none"/></w:tblBorders>'
)
CENTRED = '<w:jc w:val="center"/>'


@pytest.mark.parametrize("number", ["青应急〔2026〕12号", "青应急[2026]第012号", "青应急（2026）3"])
def test_a_table_with_a_document_number_is_a_letterhead_however_it_is_written(number: str) -> None:
    head = table((p("青禾县应急管理局文件", CENTRED, '<w:sz w:val="96"/>'),), (p(number, CENTRED),))
    assert [look.in_table for look in looks(head + p("标题"))] == [False, False, False]


@pytest.mark.parametrize("words", ["详见青应急〔2026〕12号文", "人口123456", "到2026年12月"])
def test_a_table_that_only_speaks_of_numbers_stays_a_table(words: str) -> None:
    assert [look.in_table for look in looks(table((p(words), p("甲"))))] == [True, True]


def test_a_red_mark_in_a_table_near_the_top_is_a_letterhead() -> None:
    joint = table(
        (p("青禾县应急管理局", CENTRED, RED_MARK), p("文件", CENTRED, RED_MARK)),
        (p("青禾县财政局", CENTRED, RED_MARK), p()),
    )
    assert not any(look.in_table for look in looks(joint + p("标题")))
    late = "".join(p("正文。") for _ in range(6)) + joint
    assert all(look.in_table for look in looks(late)[-3:])
    assert all(look.in_table for look in looks(joint.replace("FF0000", "000000")))


def test_the_cells_that_a_merged_one_goes_on_in_are_no_empty_lines() -> None:
    merged = "<w:tcPr><w:vMerge/></w:tcPr>"
    head = table(
        (p("甲局", CENTRED, RED_MARK), p("文件", CENTRED, RED_MARK)), (p("乙局"), merged + p())
    )
    assert looks(head + p("青应急〔2026〕13号"))[-1].gap_lines == 0


def test_the_rule_below_a_letterhead_stands_below_the_space_behind_its_last_line() -> None:
    number = p("青应急〔2026〕12号", '<w:spacing w:after="200"/>' + CENTRED)
    head = table((number,), properties=RED_BELOW)
    file = opened(word_file(head + p() + p() + p("标题")))
    assert [rule.after for rule in file.seen.lines] == [0]
    assert file.seen.looks[-1].gap_lines == 2


def test_gaps_beside_digits_that_are_switched_off_take_no_room() -> None:
    def date(properties: str, styles: str = STYLES) -> float:
        right = f'{properties}{EXACT}<w:jc w:val="right"/>'
        return looks(p("2026年7月1日", right), styles=styles)[0].first_chars

    off = '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    # five gaps of a quarter of an em
    assert date(off) - date("") == pytest.approx(1.25, abs=0.01)
    inherited = STYLES.replace("<w:pPr>", f"<w:pPr>{off}")
    assert date("", inherited) == date(off)
    assert date('<w:autoSpaceDN w:val="1"/>', inherited) == date("")


def test_how_far_a_line_is_from_a_text_box_above_it_is_not_known() -> None:
    body = (
        p(text_box(p("青禾县应急管理局文件", CENTRED, RED_MARK)))
        + p() * 6
        + p("青应急〔2026〕12号")
    )
    mark, number = looks(body + p() + p("标题"))[:2]
    assert (mark.is_framed, number.gap_lines) == (True, None)
    assert looks(body + p() + p("标题"))[2].gap_lines == 1


BREAK = "<w:t>青禾县应急管理局</w:t><w:br/><w:t>{}2026年7月1日</w:t>"


def test_a_signature_and_its_date_in_one_paragraph_are_two() -> None:
    right = '<w:jc w:val="right"/><w:ind w:rightChars="200"/>'
    text, name, date = looks(p("正文。") + p() + p(BREAK.format(""), right))
    assert (name.text, name.right_chars, name.gap_lines) == ("青禾县应急管理局", 2, 1)
    assert (date.text, date.right_chars, date.gap_lines) == ("2026年7月1日", 2, 0)
    assert date.first_chars > name.first_chars
    assert (text.number, name.number, date.number) == (1, 3, 3)


def test_a_signature_that_blanks_push_right_is_parted_from_its_date() -> None:
    blanks = "\u3000" * 16
    found = looks(p(f"<w:t>{blanks}</w:t>" + BREAK.format(blanks)))
    assert [(look.text, look.first_chars) for look in found] == [
        ("青禾县应急管理局", 16),
        ("2026年7月1日", 16),
    ]


def test_a_text_that_ends_with_a_date_on_a_line_of_its_own_stays_whole() -> None:
    assert len(looks(p(BREAK.format("")))) == 1


def unjudged(body: str) -> dict[str, str]:
    """What keeps the words of a Word file from being judged."""
    file = opened(word_file(body))
    found = judge_word(file, recognise(file.seen), PROFILES["office"])
    return {one.rule_id: one.found.zh for one in found if one.rule_id.startswith("X")}


def test_changes_that_no_one_has_accepted_are_counted() -> None:
    changed = "<w:p><w:ins><w:r><w:t>甲</w:t></w:r></w:ins><w:del><w:r/></w:del></w:p>"
    assert unjudged(p("正文。") + changed) == {"X07-revisions": "2 处修订"}


def test_text_that_stands_mostly_in_tables_is_reported() -> None:
    text = table((p("今年以来，全局上下认真贯彻落实。"), p("甲")))
    assert unjudged(p("总结") + text) == {"X08-table": "表格里 17 个字符，表格外 2 个"}
    assert unjudged(p("今年以来，全局上下认真贯彻落实各项部署。") + text) == {}


def test_a_document_without_words_is_reported() -> None:
    assert unjudged(p() + p()) == {"X09-empty": "没有文字"}
