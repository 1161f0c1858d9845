"""The rules that only a Word file can break: each has a file that breaks it and one that does not.

`SOUND` breaks none of them; every other file here is that one with a single change.
"""

from collections.abc import Mapping
from typing import Any

import pytest

from pipeline.inspect.finding import Finding
from pipeline.inspect.outline import ElementRole, SeenOutline, SeenPart
from pipeline.inspect.roles import recognise
from pipeline.inspect.word import WordFile, judge_word, read_word
from pipeline.model.standard import PROFILES
from pipeline.tasks.build import Outcome
from tests.word_files import A4, MARGINS, SECTION, STYLES, field, opened, p, text_box, word_file

INDENT = '<w:ind w:firstLineChars="200"/>'
TITLE = '<w:jc w:val="center"/>'
TEXT = "各科室要认真学习领会会议精神，结合实际抓好贯彻落实，确保各项工作任务按期完成。" * 2
SOUND = p("关于开展活动的通知", TITLE, '<w:sz w:val="44"/>') + p(TEXT, INDENT)
ROLES = {"关于": ElementRole.TITLE, "一、": ElementRole.HEADING1, "抄送": ElementRole.COPIED_TO}


def outlined(file: WordFile) -> SeenOutline:
    """The outline of a small file, whose roles its first words show."""
    parts = tuple(
        SeenPart(
            index,
            look,
            ElementRole.TABLE if look.in_table else ROLES.get(look.text[:2], ElementRole.BODY),
            1,
        )
        for index, look in enumerate(file.seen.looks)
    )
    return SeenOutline(parts, is_official=False)


def judged(body: str, profile: str = "office", **parts: Any) -> list[Finding]:
    file = opened(word_file(body, **parts))
    return list(judge_word(file, outlined(file), PROFILES[profile]))


def broken(body: str = SOUND, **parts: Any) -> set[str]:
    return {finding.rule_id for finding in judged(body, **parts)}


def test_a_sound_file_breaks_no_rule() -> None:
    assert judged(SOUND) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["wubu-2008", "wubu-2008-report", "reading-week-2026"])
def test_our_own_files_break_no_rule(built: Mapping[str, Outcome], name: str) -> None:
    outcome = built[name]
    assert outcome.files is not None, outcome.diagnostics
    (path,) = [path for path in outcome.files if path.suffix == ".docx"]
    file, diagnostics = read_word(path.read_bytes(), path)
    assert file is not None, diagnostics
    outline = recognise(file.seen)
    assert list(judge_word(file, outline, PROFILES["office"])) == []


# --- page ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "before", "after"),
    [
        ("P02-paper", '<w:pgSz w:w="11906" w:h="16838"/>', '<w:pgSz w:w="11906" w:h="16638"/>'),
        ("P03-top", 'w:top="2098"', 'w:top="2160"'),
        ("P04-left", 'w:left="1587"', 'w:left="1527"'),
        ("P04-left", 'w:gutter="0"', 'w:gutter="60"'),
        ("P06-right", 'w:right="1474"', 'w:right="1534"'),
        ("P06-bottom", 'w:bottom="1984"', 'w:bottom="1920"'),
    ],
)
def test_a_page_set_up_otherwise_is_found(rule: str, before: str, after: str) -> None:
    changed = SECTION.replace(before, after)
    assert changed != SECTION
    assert rule in broken(section=changed)


def test_a_millimetre_is_no_fault() -> None:
    section = SECTION.replace('w:top="2098"', 'w:top="2154"').replace("11906", "11907")
    section = section.replace('w:bottom="1984"', 'w:bottom="1928"')
    assert broken(section=section) == set()


def test_margins_are_those_of_the_profile() -> None:
    section = SECTION.replace('w:top="2098"', 'w:top="1960"').replace("1984", "1847")
    assert {finding.rule_id for finding in judged(SOUND, "gbt33476", section=section)} == set()
    assert broken(section=section) == {"P03-top", "P06-bottom"}


def test_a_landscape_section_is_reported_and_its_margins_are_not_judged() -> None:
    wide = '<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/></w:sectPr>'
    findings = judged(SOUND + p("", SECTION) + p("表"), section=wide)
    assert [finding.rule_id for finding in findings] == ["X04-landscape"]
    assert findings[0].spot.excerpt == "表"


def test_sections_with_one_page_are_reported_once() -> None:
    section = SECTION.replace('w:top="2098"', 'w:top="1440"')
    findings = judged(SOUND + p("", section) + p(TEXT, INDENT), section=section)
    assert [f.rule_id for f in findings if f.rule_id == "P03-top"] == ["P03-top"]


def test_a_file_without_page_set_up_has_words_own() -> None:
    assert {"P02-paper", "P03-top"} <= broken(section="")


@pytest.mark.parametrize(
    ("spacing", "is_wrong"),
    [
        ('w:line="579" w:lineRule="exact"', False),
        ('w:line="560" w:lineRule="exact"', False),
        ('w:line="580" w:lineRule="exact"', True),
        ('w:line="600" w:lineRule="exact"', True),
        ('w:line="360" w:lineRule="auto"', True),
    ],
)
def test_a_pitch_that_gives_other_than_22_lines_is_found(spacing: str, *, is_wrong: bool) -> None:
    body = SOUND.replace(INDENT, f"{INDENT}<w:spacing {spacing}/>")
    assert ("P08-lines" in broken(body)) == is_wrong


def test_the_grid_sets_the_lines_of_an_automatic_pitch() -> None:
    auto = '<w:spacing w:line="240" w:lineRule="auto"/>'
    grid = '<w:docGrid w:type="lines" w:linePitch="{}"/>'
    section = f"<w:sectPr>{A4}{MARGINS}{{}}</w:sectPr>"
    body = SOUND.replace(INDENT, INDENT + auto)
    assert broken(body, section=section.format(grid.format(579))) == set()
    assert broken(body, section=section.format(grid.format(312))) == {"P08-lines"}


@pytest.mark.parametrize(
    ("styles", "grid", "is_wrong"),
    [
        (STYLES, "", False),
        (STYLES.replace('<w:spacing w:val="-5"/>', ""), "", True),
        (STYLES.replace('<w:spacing w:val="-5"/>', ""), -849, False),
        (STYLES.replace('<w:spacing w:val="-5"/>', ""), 0, True),
        (STYLES.replace('w:sz w:val="32"', 'w:sz w:val="28"'), "", True),
    ],
)
def test_characters_to_the_line_follow_size_tracking_and_grid(
    styles: str, grid: int | str, *, is_wrong: bool
) -> None:
    node = f'<w:docGrid w:type="linesAndChars" w:linePitch="579" w:charSpace="{grid}"/>'
    section = f"<w:sectPr>{A4}{MARGINS}{node if grid != '' else ''}</w:sectPr>"
    assert ("P08-chars" in broken(styles=styles, section=section)) == is_wrong


def table(width: int, more: str = "") -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/>{more}<w:tblBorders>'
        '<w:left w:val="single" w:sz="4"/></w:tblBorders></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="{width}"/></w:tblGrid><w:tr><w:tc>{p("甲")}</w:tc></w:tr></w:tbl>'
    )


@pytest.mark.parametrize(
    ("inner", "is_wrong"),
    [
        (table(8845), False),
        (table(9060), False),  # its padding of 108 twips hangs out on both sides
        (table(9400), True),
        (table(9400, '<w:jc w:val="center"/>'), True),
        (table(5000, '<w:tblInd w:w="-800" w:type="dxa"/>'), True),
        (p(TEXT, '<w:ind w:left="-200"/>'), True),
        (p(TEXT, '<w:ind w:rightChars="-50"/>'), True),
        (p(TEXT, '<w:ind w:left="640" w:hanging="640"/>'), False),
    ],
)
def test_what_stands_outside_the_type_area_is_found(inner: str, *, is_wrong: bool) -> None:
    assert ("P05-overflow" in broken(SOUND + inner)) == is_wrong


@pytest.mark.parametrize(("width", "is_wrong"), [(5_616_000, False), (6_120_000, True)])
def test_a_picture_wider_than_the_type_area_is_found(width: int, *, is_wrong: bool) -> None:
    picture = (
        f'<w:drawing><wp:inline><wp:extent cx="{width}" cy="900000"/><a:graphic><a:graphicData>'
        "<pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    findings = judged(SOUND + p(picture))
    assert bool(findings) == is_wrong
    if is_wrong:
        assert findings[0].found.zh == "图片超出右边14.0 毫米"


# --- typing ----------------------------------------------------------------------------------


@pytest.mark.parametrize("blanks", ["　　", "    ", "\u00a0\u00a0"])
def test_blanks_for_an_indent_are_found(blanks: str) -> None:
    findings = judged(SOUND + p(blanks + TEXT))
    assert [finding.rule_id for finding in findings] == ["B05-spaces"]
    assert findings[0].found.zh.startswith(f"段首有 {len(blanks)} ")


def test_blanks_before_a_title_are_not_those_of_an_indent() -> None:
    assert broken(SOUND.replace("关于", "　关于")) == set()


def test_a_manual_break_is_found_in_the_text_and_not_in_the_title() -> None:
    line = "<w:t>关于开展</w:t><w:br/><w:t>活动的通知</w:t>"
    assert broken(p(line, TITLE) + p(TEXT, INDENT)) == set()
    assert broken(SOUND + p(line.replace("关于", "要"), INDENT)) == {"B05-break"}


def test_kinsoku_that_is_off_is_found_in_a_style_too() -> None:
    off = '<w:kinsoku w:val="0"/>'
    assert broken(SOUND + p(TEXT, INDENT + off)) == {"Q05-kinsoku"}
    assert broken(styles=STYLES.replace("<w:pPr>", f"<w:pPr>{off}")) == {"Q05-kinsoku"}


def test_a_typed_page_number_is_found() -> None:
    section = SECTION.replace(
        "<w:sectPr>", '<w:sectPr><w:footerReference w:type="default" r:id="footer1"/>'
    )
    assert broken(section=section, footer1=p("— 1 —")) == {"N01-field"}
    assert broken(section=section, footer1=f"<w:p>{field('PAGE')}</w:p>") == set()


# --- the imprint -----------------------------------------------------------------------------

COPIED = p("抄送：县委办公室。")
FRAME = '<w:framePr w:w="8844" w:vAnchor="margin" w:hAnchor="margin" w:yAlign="bottom"/>'
BOTTOM = '<wp:positionV relativeFrom="margin"><wp:align>bottom</wp:align></wp:positionV>'
TOP = '<wp:positionV relativeFrom="margin"><wp:align>top</wp:align></wp:positionV>'
BREAK = p('<w:br w:type="page"/>')


@pytest.mark.parametrize(
    ("tail", "rules"),
    [
        (p("抄送：县委办公室。", FRAME) + p(), set()),
        (p(text_box(COPIED, position=BOTTOM)), set()),
        (p("抄送：县委办公室。", FRAME) + p(TEXT, INDENT), set()),  # what the frame hangs on
        (p("抄送：县委办公室。", FRAME) + p(TEXT, INDENT) * 2, {"F02-place"}),
        (p("抄送：县委办公室。", FRAME.replace("bottom", "top")) + p(), {"F02-place"}),
        (p(text_box(COPIED, position=TOP)), {"F02-place"}),
        (p(text_box(COPIED)), {"X06-place"}),
        (COPIED, {"X06-place"}),
        (BREAK + COPIED, {"F02-place"}),
        (BREAK + p() * 15 + COPIED, {"X06-place"}),
        (COPIED + p(TEXT, INDENT), {"F02-place"}),
    ],
)
def test_the_place_of_the_imprint_is_judged_as_far_as_it_can_be(tail: str, rules: set[str]) -> None:
    assert broken(SOUND + tail) == rules


# --- faces -----------------------------------------------------------------------------------

TIMES = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'


@pytest.mark.parametrize(
    ("run", "is_wrong"),
    [
        (TIMES, True),
        (TIMES.replace("/>", ' w:hint="eastAsia"/>'), False),
        ("", False),
        ('<w:rFonts w:ascii="宋体" w:hAnsi="宋体"/>', False),
    ],
)
def test_quotes_in_a_latin_face_are_found(run: str, *, is_wrong: bool) -> None:
    findings = judged(SOUND + p(f"开展“两学”活动——{TEXT}", INDENT, run))
    assert [f.rule_id for f in findings if f.rule_id == "Z01-quotes"] == ["Z01-quotes"] * is_wrong
    if is_wrong:
        assert findings[0].found.zh == "“”— 用了 Times New Roman"


@pytest.mark.parametrize(
    ("face", "is_wrong"),
    [("Times New Roman", False), ("仿宋", False), ("Calibri", True), ("黑体", True)],
)
def test_digits_in_another_face_are_noted_once(face: str, *, is_wrong: bool) -> None:
    run = f'<w:rFonts w:ascii="{face}"/>'
    findings = judged(SOUND + p(f"2026年{TEXT}", INDENT, run) * 2)
    assert [finding.rule_id for finding in findings] == ["Z02-latin"] * is_wrong
    if is_wrong:
        assert findings[0].found.zh == f"{face}（2 段）"


@pytest.mark.parametrize(("face", "is_wrong"), [("仿宋_GB2312", True), ("仿宋", False)])
def test_a_zero_that_the_face_lacks_is_found(face: str, *, is_wrong: bool) -> None:
    body = SOUND + p(f"二〇〇八年{TEXT}", INDENT, f'<w:rFonts w:eastAsia="{face}"/>')
    assert broken(body) == ({"Z03-glyph"} if is_wrong else set())
