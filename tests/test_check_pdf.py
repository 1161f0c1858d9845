"""PDFs read from their geometry, and the rules that only their pages can break."""

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from pipeline.build import Outcome
from pipeline.check.finding import Finding
from pipeline.check.outline import Outline, Part, Role
from pipeline.check.pdf import PdfFile, judge_pdf, open_pdf
from pipeline.check.pdf.faces import face_name, is_bold_face, role_of_font
from pipeline.check.roles import recognise
from pipeline.check.seen import Look
from pipeline.check.texts import pdf_text
from pipeline.messages import Lang
from pipeline.rules import Medium
from pipeline.standard import PROFILES, FontRole
from pipeline.typeset import without_blanks
from tests.corpus import PLANTS, Plant
from tests.drawn_pdf import LEFT_MM, PITCH_MM, Bar, Item, Photo, Text, draw, line, with_pikepdf
from tests.libreoffice import convert

OFFICE = PROFILES["office"]
FULL = "深入贯彻落实上级部署要求我局精心组织扎实推进各项工作取得"  # 28 characters
ITSELF = {"F05-even"}
"""What our own report of nine pages is told, and rightly."""


def read(data: bytes) -> PdfFile:
    file, diagnostics = open_pdf(data, Path("a.pdf"))
    assert file is not None, diagnostics
    return file


def looks_of(*pages: list[Item]) -> tuple[Look, ...]:
    return read(draw(*pages)).seen.looks


def judged(file: PdfFile, outline: Outline | None = None) -> list[Finding]:
    return list(judge_pdf(file, outline or recognise(file.seen), OFFICE))


def rules_of(data: bytes, outline: Callable[[PdfFile], Outline] | None = None) -> set[str]:
    file = read(data)
    return {finding.rule_id for finding in judged(file, outline(file) if outline else None)}


def as_roles(*roles: Role, official: bool = True) -> Callable[[PdfFile], Outline]:
    """An outline that gives the paragraphs these roles, in their order."""

    def outline(file: PdfFile) -> Outline:
        looks = file.seen.looks
        assert len(looks) == len(roles), [look.text for look in looks]
        pairs = enumerate(zip(looks, roles, strict=True))
        parts = tuple(Part(index, look, role, 1.0) for index, (look, role) in pairs)
        return Outline(parts, is_official=official)

    return outline


def pdf_of(outcome: Outcome) -> bytes:
    return next(path for path in outcome.files if path.suffix == ".pdf").read_bytes()


def body_page(lines: int, words: str = FULL, start: int = 1) -> list[Item]:
    return [line(number, words) for number in range(start, start + lines)]


# --- our own documents, and LibreOffice's of the same -----------------------------------------


@pytest.fixture(scope="module")
def by_libreoffice(
    built: dict[str, Outcome], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, bytes]:
    words = {o.files[0]: name for name, o in built.items()}
    made = convert(list(words), tmp_path_factory.mktemp("office"))
    return {words[word]: pdf.read_bytes() for word, pdf in made.items()}


def test_every_character_of_our_own_pdfs_is_in_a_look_or_a_page_number(
    built: dict[str, Outcome],
) -> None:
    for outcome in built.values():
        data = pdf_of(outcome)
        seen = read(data).seen
        texts = [look.text for look in seen.looks] + [n.text for n in seen.page_numbers]
        assert Counter(without_blanks("".join(texts))) == Counter(without_blanks(pdf_text(data)))


def test_our_own_documents_break_no_rule_of_the_pages(built: dict[str, Outcome]) -> None:
    for outcome in built.values():
        assert rules_of(pdf_of(outcome)) <= ITSELF


def test_libreoffices_documents_break_no_rule_of_the_pages(
    by_libreoffice: dict[str, bytes],
) -> None:
    for data in by_libreoffice.values():
        assert rules_of(data) <= ITSELF


def test_the_letterhead_of_our_own_report_is_seen_as_it_is_set(built: dict[str, Outcome]) -> None:
    seen = read(pdf_of(built["wubu-2008-report"])).seen
    mark, number, title, addressee, body = seen.looks[:5]
    assert (mark.font, mark.size_pt, mark.color) == (FontRole.XIAOBIAOSONG, 40, "FF0000")
    assert mark.align == title.align == "center"
    assert mark.gap_lines is None
    assert number.text.startswith("吴广发〔2008〕12号\t签发人")
    assert number.first_chars == pytest.approx(1, abs=0.1)
    assert number.right_chars == pytest.approx(1, abs=0.1)
    assert number.gap_lines == pytest.approx(2, abs=0.25)
    assert title.gap_lines == pytest.approx(2, abs=0.25)
    assert title.typed_lines == (title.text[:8], title.text[8:])
    assert addressee.gap_lines == pytest.approx(1, abs=0.25)
    assert body.first_chars == pytest.approx(2, abs=0.1)
    assert body.left_chars == pytest.approx(0, abs=0.1)
    assert (body.align, body.font, body.size_pt) == ("justify", FontRole.FANGSONG, 16)
    assert body.pitch_pt == pytest.approx(28.95, abs=0.01)
    assert [row.is_full for row in body.rows] == [True] * 5 + [False]


def test_the_rules_and_numbers_of_our_own_report_are_where_they_are_set(
    built: dict[str, Outcome],
) -> None:
    seen = read(pdf_of(built["wubu-2008-report"])).seen
    red, *imprint = seen.lines
    assert (red.color, red.after) == ("FF0000", 1)
    assert red.weight_mm == pytest.approx(0.53, abs=0.01)
    assert [rule.weight_mm for rule in imprint] == pytest.approx([0.35, 0.25, 0.35], abs=0.01)
    assert [rule.width_mm for rule in seen.lines] == pytest.approx([156] * 4, abs=0.1)
    assert imprint[-1].y_mm == pytest.approx(262, abs=0.3)
    assert imprint[-1].after == len(seen.looks) - 1
    numbers = seen.page_numbers
    assert [n.number for n in numbers] == list(range(1, 10))
    assert {n.align for n in numbers[::2]} == {"right"}
    assert {n.align for n in numbers[1::2]} == {"left"}
    assert {n.font for n in numbers} == {FontRole.SONGTI}
    assert all(n.inset_chars == pytest.approx(1, abs=0.05) for n in numbers)
    assert all(n.centre_mm == pytest.approx(269, abs=0.2) for n in numbers)


def test_libreoffices_report_is_seen_like_our_own(
    built: dict[str, Outcome], by_libreoffice: dict[str, bytes]
) -> None:
    """Paragraph by paragraph; LibreOffice leaves hung marks out of its PDFs altogether."""
    ours = read(pdf_of(built["wubu-2008-report"])).seen.looks
    theirs = read(by_libreoffice["wubu-2008-report"]).seen.looks
    pairs = zip(
        [look for look in ours if not look.in_table],
        [look for look in theirs if not look.in_table],
        strict=True,
    )
    for own, other in pairs:
        missing = Counter(own.text) - Counter(other.text)
        assert set(missing) <= set("，、：；。"), own.text
        assert (own.align, own.font, own.size_pt) == (other.align, other.font, other.size_pt)
        assert own.first_chars == pytest.approx(other.first_chars, abs=0.3), own.text
        assert (own.gap_lines is None) == (other.gap_lines is None)
        assert own.gap_lines is None or own.gap_lines == pytest.approx(other.gap_lines, abs=0.25)


def test_a_report_of_nine_pages_is_read_within_a_second(built: dict[str, Outcome]) -> None:
    data = pdf_of(built["wubu-2008-report"])
    start = time.process_time()
    read(data)
    assert time.process_time() - start < 1  # measured: 0.16 s; the machines of a CI are slow


# --- lines and paragraphs ---------------------------------------------------------------------


def test_a_wide_gap_in_a_line_is_a_tab_and_a_narrow_one_none() -> None:
    (look,) = looks_of([line(1, "印发机关", 1), line(1, "印发日期", 20), line(1, "2", 24.3)])
    assert look.text == "印发机关\t印发日期2"
    assert look.right_chars == pytest.approx(28 - 24.8, abs=0.1)


def test_a_raised_figure_belongs_to_its_line() -> None:
    raised = Text(LEFT_MM + 17, 43.2, "2", size=9)
    (look,) = looks_of([line(1, "面积米"), raised, line(1, "以上", 3.4)])
    assert look.text == "面积米2以上"
    assert [span.size_pt for span in look.spans] == [16, 9, 16]


def test_a_paragraph_goes_on_overleaf_where_its_last_line_is_full() -> None:
    looks = looks_of(
        [line(20, FULL[2:-1] + "。", 2), line(21, "深入贯彻", 2), *body_page(1, start=22)],
        [line(1, "成效。"), line(2, "下一段", 2)],
    )
    assert [look.text for look in looks] == [
        FULL[2:-1] + "。",
        "深入贯彻",
        FULL + "成效。",
        "下一段",
    ]
    looks = looks_of(
        [line(21, FULL[2:], 2), *body_page(1, start=22)], [line(1, "成效。"), line(2, "下一段", 2)]
    )
    assert [look.text for look in looks] == [FULL[2:] + FULL + "成效。", "下一段"]
    assert [row.page for row in looks[0].rows] == [1, 1, 2]
    assert not looks[1].starts_page


def test_a_line_set_in_by_two_characters_begins_a_paragraph_even_behind_a_full_one() -> None:
    ended = FULL[:-1] + "。"
    looks = looks_of([line(1, ended[2:], 2), line(2, ended), line(3, ended[2:], 2), line(4, FULL)])
    assert [len(look.rows) for look in looks] == [2, 2]


def test_a_block_that_is_set_in_as_a_whole_is_one_paragraph() -> None:
    others = [line(1, FULL[2:], 2), line(2, FULL), line(3, FULL), line(4, "成效。")]
    block = [line(number, FULL[2:], 2) for number in range(5, 9)]
    looks = looks_of([*others, *block])
    assert [len(look.rows) for look in looks] == [4, 4]
    assert looks[1].left_chars == pytest.approx(2, abs=0.1)


def test_turned_lines_under_a_name_belong_to_it() -> None:
    looks = looks_of(
        [
            *body_page(3),
            line(4, "附件：" + FULL[:23], 2),
            line(5, "续行文字", 5),
            line(7, "发文机关署名", 20),
        ]
    )
    assert [look.text for look in looks[1:]] == ["附件：" + FULL[:23] + "续行文字", "发文机关署名"]
    assert looks[1].left_chars == pytest.approx(5, abs=0.1)
    assert looks[2].align == "right"
    assert looks[2].right_chars == pytest.approx(2, abs=0.1)
    assert looks[2].gap_lines == pytest.approx(1, abs=0.05)


def test_centred_lines_of_title_size_are_one_title() -> None:
    em = 22 / 72 * 25.4
    words = ["关于开展活动情况的", "报告"]
    title = [
        Text(
            106 - len(text) * em / 2,
            60 + row * PITCH_MM,
            text,
            22,
            FontRole.XIAOBIAOSONG,
            tracking=0,
        )
        for row, text in enumerate(words)
    ]
    (look,) = looks_of(list(title))
    assert look.typed_lines == tuple(words)
    assert (look.align, look.font) == ("center", FontRole.XIAOBIAOSONG)


def test_lines_that_end_unevenly_are_aligned_left() -> None:
    words = [FULL[:27], FULL[:28], FULL[:27], FULL[:28], FULL[:27], FULL[:27], "成效。"]
    looks = looks_of([line(number, text) for number, text in enumerate(words, 1)])
    assert looks[0].align == "left"
    assert len(looks[0].rows) == 7


def test_a_hung_mark_stands_outside_the_edge_that_the_lines_have() -> None:
    hung = line(2, FULL + "，")
    file = read(draw([line(1, FULL), hung, line(3, FULL), line(4, "成效。")]))
    assert file.area.right_mm == pytest.approx(184, abs=0.3)
    assert file.area.left_mm == pytest.approx(28, abs=0.1)
    assert not judged(file)


def test_one_character_in_another_face_is_no_face_of_the_text() -> None:
    heading = line(2, "一、重点工作", role=FontRole.HEITI)
    (first, second) = looks_of(
        [
            line(1, "镕"),
            line(1, "国务院", 1, role=FontRole.FANGSONG),
            line(1, "喆", 4, role=FontRole.SONGTI),
            line(1, "在会上", 5),
            heading,
        ]
    )
    assert [span.font for span in first.spans] == [FontRole.FANGSONG]
    assert [span.font for span in second.spans] == [FontRole.HEITI]


def test_text_that_nobody_sees_is_no_text() -> None:
    turned = '<text transform="rotate(-45 100 150)" x="60" y="150" font-size="20">机密</text>'
    clear = Text(60, 150, "看不见", color="rgba(0,0,0,0)")
    off = Text(250, 150, "纸外")
    small = Text(60, 160, "太小", size=0.1)

    class Watermark(Text):
        @property
        def svg(self) -> str:
            return turned

    looks = looks_of([line(1, "正文。"), clear, off, small, Watermark(0, 0, "")])
    assert [look.text for look in looks] == ["正文。"]


# --- tables, rules, pictures, page numbers ----------------------------------------------------


def grid(left: float, top: float, columns: int, rows: int) -> list[Item]:
    """A table of cells of 30 by 10 mm."""
    level = [Bar(left, top + 10 * row, 30 * columns, 0.2) for row in range(rows + 1)]
    upright = [Bar(left + 30 * column, top, 0.2, 10 * rows) for column in range(columns + 1)]
    return [*level, *upright]


def test_each_cell_of_a_table_is_a_look_of_its_own_in_the_order_of_its_rows() -> None:
    words = [
        ("甲乙", 32, 106),
        ("丙", 62, 107),
        ("丁丁", 32, 114),
        ("丁", 32, 118),
        ("戊", 62, 116),
    ]
    cells = [Text(x, y, text, size=12, tracking=0) for text, x, y in words]
    looks = looks_of([line(1, "表前。"), *grid(30, 100, 2, 2), *cells, line(12, "表后。")])
    found = [(look.text, look.in_table) for look in looks]
    assert found == [
        ("表前。", False),
        ("甲乙", True),
        ("丙", True),
        ("丁丁丁", True),
        ("戊", True),
        ("表后。", False),
    ]


def test_rules_of_a_table_are_no_rule_lines_and_pieces_of_one_rule_are_one() -> None:
    pieces: list[Item] = [Bar(28 + 52 * part, 100, 52.2, 0.35, "red") for part in range(3)]
    seen = read(
        draw([line(1, "正文。"), *pieces, *grid(30, 150, 3, 2), Bar(30, 200, 20, 0.35)])
    ).seen
    (rule,) = seen.lines
    assert (rule.color, rule.after, rule.page) == ("FF0000", 0, 1)
    assert rule.width_mm == pytest.approx(156.2, abs=0.1)
    assert rule.left_mm == pytest.approx(28, abs=0.05)
    assert rule.y_mm == pytest.approx(100.175, abs=0.02)


@pytest.mark.parametrize(
    ("words", "number", "align"),
    [("— 12 —", 12, "right"), ("第3页", 3, "center"), ("- 4 -", 4, "left"), ("IV", None, "left")],
)
def test_the_line_at_the_foot_is_the_page_number(words: str, number: int, align: str) -> None:
    x = {"right": 160, "center": 98.5, "left": 33}[align]
    foot = Text(x, 271, words, 14, FontRole.SONGTI, tracking=0)
    seen = read(draw([line(1, "正文。"), foot])).seen
    (found,) = seen.page_numbers
    assert (found.number, found.align, found.font) == (number, align, FontRole.SONGTI)
    assert [look.text for look in seen.looks] == ["正文。"]


def test_a_running_head_that_pages_repeat_is_no_text() -> None:
    pages = [
        [Text(28, 20, f"青禾县图书馆 第{page}期", 9, tracking=0), line(1, "正文。", 2)]
        for page in (1, 2)
    ]
    file = read(draw(*pages))
    assert [look.text for look in file.seen.looks] == ["正文。", "正文。"]
    assert not judged(file)


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        page.Contents.write(b"q 0 1 -1 0 595.276 0 cm " + page.Contents.read_bytes() + b" Q")
        page.mediabox = pikepdf.Array([0, 0, 595.276, 841.89])
        page.Rotate = 90

    data = draw([Text(40, 50, "横排的标题"), Bar(40, 60, 100, 0.35)], width=297, height=210)
    upright, turned = read(data), read(with_pikepdf(data, turn))
    assert turned.sheets[0].is_landscape
    assert [look.text for look in turned.seen.looks] == ["横排的标题"]
    assert turned.seen.looks[0].box_mm == pytest.approx(upright.seen.looks[0].box_mm, abs=0.1)
    assert turned.seen.lines[0].y_mm == pytest.approx(upright.seen.lines[0].y_mm, abs=0.1)
    assert {finding.rule_id for finding in judged(turned)} == {"X04-landscape"}


# --- faces ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("ABCDEF+FangSong_GB2312", FontRole.FANGSONG),
        ("STFangsong", FontRole.FANGSONG),
        ("FZFSJW--GB1-0", FontRole.FANGSONG),
        ("仿宋_GB2312", FontRole.FANGSONG),
        ("FandolFang-Regular", FontRole.FANGSONG),
        ("KaiTi_GB2312,Bold", FontRole.KAITI),
        ("LXGWWenKaiLite-Regular", FontRole.KAITI),
        ("SimHei", FontRole.HEITI),
        ("NotoSansCJKsc-Bold", FontRole.HEITI),
        ("BAAAAA+SimSun", FontRole.SONGTI),
        ("FandolSong-Regular", FontRole.SONGTI),
        ("NotoSerifCJKsc-Regular", FontRole.SONGTI),
        ("FandolSong-Bold", FontRole.XIAOBIAOSONG),
        ("NotoSerifCJKjp-Bold-VKana", FontRole.XIAOBIAOSONG),
        ("FZXiaoBiaoSong-B05S", FontRole.XIAOBIAOSONG),
        ("FZXBSJW--GB1-0", FontRole.XIAOBIAOSONG),
        ("TimesNewRomanPSMT", None),
        ("MicrosoftYaHei", None),
        ("", None),
    ],
)
def test_a_face_is_known_by_the_name_that_pdfs_give_it(name: str, role: FontRole | None) -> None:
    assert role_of_font(face_name(name)) is role


def test_xiaobiaosong_is_no_bold_face_and_a_bold_kaiti_is_one() -> None:
    assert not is_bold_face("NotoSerifCJK-Bold")
    assert is_bold_face("KaiTi_GB2312,Bold")


# --- each rule, broken and kept ---------------------------------------------------------------

OWN = (
    *("P02", "P03", "P04", "P06", "P05", "P08-lines", "P08-chars", "P08-fill", "H04-place"),
    *("H08-gap", "B04", "B08-seal", "B08-colour", "B09", "F02-place", "F05", "Q0", "D09", "Z04"),
    *("X01", "X02", "X04"),
)
BROKEN = [p for p in PLANTS if p.medium is Medium.PDF and p.rule_id.startswith(OWN)]


@pytest.mark.parametrize("plant", BROKEN, ids=lambda plant: plant.file_name)
def test_a_rule_that_is_broken_is_told(plant: Plant) -> None:
    """What else is told of the same document may be another rule's that the defect breaks too."""
    found = rules_of(plant.make()) - ITSELF
    assert plant.rule_id in found | ITSELF
    mute = {"X02-text"} if plant.rule_id == "Z04-embedded" else set()
    assert found <= {plant.rule_id, *plant.also, *mute}


@pytest.mark.parametrize(
    ("words", "rule_id"),
    [
        ([FULL, "，成效显著。"], "Q01-start"),
        ([FULL[:-1] + "《", "办法》印发。"], "Q02-end"),
        ([FULL[:-1] + "—", "—成效显著。"], "Q03-split"),
        ([FULL[:-1] + "…", "…等等。"], "Q03-split"),
        ([FULL, "·成效显著。"], "Q04-connector"),
        ([FULL[:-1] + "/", "成效显著。"], "Q04-connector"),
        ([FULL[:-1] + "20", "26年成效。"], "D09-number"),
        ([FULL, "——成效显著。"], ""),
        ([FULL, "“成效”显著。"], ""),
        ([FULL[:-2] + "——", "成效显著。"], ""),
        ([FULL[:-1] + "26", "年成效。"], ""),
    ],
)
def test_line_ends(words: list[str], rule_id: str) -> None:
    page: list[Item] = [line(number, text) for number, text in enumerate([FULL, *words], 1)]
    found = rules_of(draw(page), as_roles(Role.BODY))
    assert found & {"Q01-start", "Q02-end", "Q03-split", "Q04-connector", "D09-number"} == (
        {rule_id} if rule_id else set()
    )


@pytest.mark.parametrize(
    ("lines", "pitch", "rules"), [(22, 28.95, set()), (24, 26.5, {"P08-lines"})]
)
def test_lines_of_a_full_page(lines: int, pitch: float, rules: set[str]) -> None:
    page: list[Item] = [Text(28, 44.9 + row * pitch * 25.4 / 72, FULL) for row in range(lines)]
    data = draw(page, [line(1, "成效。")])
    assert rules_of(data, as_roles(Role.BODY)) == rules


def test_a_page_that_ends_early_amid_the_text_is_told() -> None:
    pages = (body_page(18), [line(1, "成效。"), line(2, "下一段。", 2)])
    assert rules_of(draw(*pages), as_roles(Role.BODY, Role.BODY)) == {"P08-fill"}
    pages = (body_page(21), pages[1])
    assert rules_of(draw(*pages), as_roles(Role.BODY, Role.BODY)) == set()


def test_lines_of_27_characters_are_told_and_a_few_among_those_of_28_are_not() -> None:
    wide = [line(row, FULL[:27], tracking=0.334) for row in range(1, 6)]
    data = draw([*wide, line(6, "成效。")])
    assert rules_of(data, as_roles(Role.BODY)) == {"P08-chars"}
    data = draw([*wide[:2], *body_page(3, start=3), line(6, "成效。")])
    assert rules_of(data, as_roles(Role.BODY)) == set()


def sealed(*seals: Photo, gap: int = 2) -> bytes:
    """A name, centred over a date, with seals."""
    name, date = line(4 + gap, "青禾县图书馆", 17), line(5 + gap, "十月八日成文", 17)
    return draw([*body_page(3), line(4, "特此报告。", 2), name, date, *seals])


ENDING = as_roles(Role.BODY, Role.BODY, Role.SIGNATURE, Role.DATE)
CENTRE = LEFT_MM + 20 * 15.75 * 25.4 / 72


@pytest.mark.parametrize(
    ("seals", "rules"),
    [
        ([Photo(CENTRE - 21, 82, 42, 42)], set()),
        ([Photo(CENTRE - 21, 82, 42, 42, "blue")], {"B08-colour"}),
        ([Photo(CENTRE - 14, 82, 42, 42)], {"B08-seal"}),
        ([Photo(CENTRE - 21, 110, 42, 42)], {"B08-seal"}),
        ([Photo(CENTRE - 45, 82, 42, 42), Photo(CENTRE - 1, 82, 42, 42)], set()),
        ([Photo(CENTRE - 42, 82, 42, 42), Photo(CENTRE - 1, 82, 42, 42)], {"B09-apart"}),
        ([Photo(CENTRE + 20, 82, 42, 42), Photo(CENTRE - 30, 82, 42, 42)], {"B09-apart"}),
    ],
)
def test_seals(seals: list[Photo], rules: set[str]) -> None:
    data = sealed(*seals)
    assert read(data).seen.is_sealed
    assert rules_of(data, ENDING) == rules


def test_a_seal_is_not_far_below_the_text() -> None:
    seal = Photo(CENTRE - 21, 100, 42, 42)
    assert rules_of(sealed(seal, gap=4), ENDING) == {"B08-seal"}


def test_faces_that_are_embedded_are_not_told(built: dict[str, Outcome]) -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/FontFile3" in item:
                del item["/FontFile3"]

    data = pdf_of(built["reading-week-2026"])
    assert "Z04-embedded" not in rules_of(data)
    findings = judged(read(with_pikepdf(data, strip)))
    told = [finding.found.en for finding in findings if finding.rule_id == "Z04-embedded"]
    assert "FandolFang-Regular" in told
    assert len(told) == len(set(told))


def test_a_scan_is_told_page_by_page_and_what_stands_behind_it_is_not_read() -> None:
    hidden = Text(60, 150, "识别出来的文字", color="rgba(0,0,0,0)")
    scan: list[Item] = [Photo(0, 0, 210, 297, "white"), hidden]
    file = read(draw(scan, [line(1, "正文。")], scan))
    told = [(f.rule_id, f.spot.page) for f in judged(file)]
    assert told == [("X01-scan", 1), ("X01-scan", 3)]
    assert not file.seen.is_readable
    assert [look.text for look in file.seen.looks] == ["正文。"]


def test_a_page_without_character_codes_has_no_looks(built: dict[str, Outcome]) -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                del item["/ToUnicode"]

    file = read(with_pikepdf(pdf_of(built["reading-week-2026"]), strip))
    assert not file.seen.looks
    assert Counter(f.rule_id for f in judged(file))["X02-text"] == 3


# --- what cannot be opened --------------------------------------------------------------------

SMALL = draw([line(1, "正文。")])


def code_of(data: bytes) -> str:
    file, diagnostics = open_pdf(data, Path("a.pdf"))
    assert file is None
    (diagnostic,) = diagnostics
    assert all("a.pdf" in diagnostic.message(lang) for lang in Lang)
    return diagnostic.code


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7\n", b"PK\x03\x04 not a PDF", SMALL[:200], b"\x00" * 4096],
    ids=["empty", "a head only", "a zip", "cut off", "zeros"],
)
def test_what_is_no_pdf_is_damaged(data: bytes) -> None:
    assert code_of(data) == "document-damaged"


def test_a_password_is_told() -> None:
    locked = with_pikepdf(SMALL, lambda _: None, encryption=pikepdf.Encryption(user="1", owner="2"))
    assert code_of(locked) == "document-encrypted"
    owned = with_pikepdf(SMALL, lambda _: None, encryption=pikepdf.Encryption(user="", owner="2"))
    assert [look.text for look in read(owned).seen.looks] == ["正文。"]


def test_a_damaged_pdf_behind_a_locked_one_is_damaged() -> None:
    locked = with_pikepdf(SMALL, lambda _: None, encryption=pikepdf.Encryption(user="1", owner="2"))
    assert code_of(locked) == "document-encrypted"
    assert code_of(SMALL[:200]) == "document-damaged"


def test_too_many_pages_characters_or_objects_are_told() -> None:
    def repeat(pdf: pikepdf.Pdf) -> None:
        for _ in range(500):
            pdf.pages.append(pdf.pages[0])

    def crowd(content: bytes) -> Callable[[pikepdf.Pdf], None]:
        def change(pdf: pikepdf.Pdf) -> None:
            pdf.pages[0].Contents = pdf.make_stream(content)

        return change

    boxes = b"0 0 1 1 re f\n" * 50_001
    font = b"BT /F1 1 Tf 100 100 Td (" + b"a" * 20_001 + b") Tj ET"
    assert code_of(with_pikepdf(SMALL, repeat)) == "document-too-large"
    assert code_of(with_pikepdf(SMALL, crowd(boxes))) == "document-too-large"
    assert code_of(with_pikepdf(SMALL, crowd(font))) == "document-too-large"


@pytest.mark.parametrize(
    "box", [[0, 0, 0, 0], [0, 0, 9e9, 9e9], [0, 0, 1, 1], [700, 900, 0, 0]], ids=str
)
def test_a_strange_page_is_an_answer_and_no_exception(box: list[float]) -> None:
    def resize(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].mediabox = pikepdf.Array(box)

    file, diagnostics = open_pdf(with_pikepdf(SMALL, resize), Path("a.pdf"))
    assert (file is None) == bool(diagnostics)


def test_codes_that_are_half_a_character_become_the_mark_of_an_unreadable_one() -> None:
    def garble(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                ranges = b"1 begincodespacerange <0000> <ffff> endcodespacerange\n"
                halves = b"1 beginbfrange <0000> <ffff> <d800> endbfrange\n"
                item.ToUnicode = pdf.make_stream(ranges + halves)

    file = read(with_pikepdf(draw([line(1, "正文正文。")]), garble))
    assert all(look.text.encode() for look in file.seen.looks)
    assert file.sheets[0].is_mute
