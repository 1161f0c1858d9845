"""Each rule that only the pages of a PDF can break, broken and kept."""

from collections import Counter
from collections.abc import Mapping

import pikepdf
import pytest

from pipeline.inspect.outline import ElementRole
from pipeline.tasks.build import Outcome
from tests.drawn_pdf import LEFT_MM, Item, Photo, Text, draw, line, with_pikepdf
from tests.pdf_reading import (
    FULL,
    as_roles,
    body_page,
    judged,
    pdf_of,
    read,
    rules_of,
)


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
    found = rules_of(draw(page), as_roles(ElementRole.BODY))
    assert found & {"Q01-start", "Q02-end", "Q03-split", "Q04-connector", "D09-number"} == (
        {rule_id} if rule_id else set()
    )


@pytest.mark.parametrize(
    ("lines", "pitch", "rules"), [(22, 28.95, set()), (24, 26.5, {"P08-lines"})]
)
def test_lines_of_a_full_page(lines: int, pitch: float, rules: set[str]) -> None:
    page: list[Item] = [Text(28, 44.9 + row * pitch * 25.4 / 72, FULL) for row in range(lines)]
    data = draw(page, [line(1, "成效。")])
    assert rules_of(data, as_roles(ElementRole.BODY)) == rules


def test_a_page_that_ends_early_amid_the_text_is_reported() -> None:
    pages = (body_page(18), [line(1, "成效。"), line(2, "下一段。", 2)])
    assert rules_of(draw(*pages), as_roles(ElementRole.BODY, ElementRole.BODY)) == {"P08-fill"}
    pages = (body_page(21), pages[1])
    assert rules_of(draw(*pages), as_roles(ElementRole.BODY, ElementRole.BODY)) == set()


def test_lines_of_27_characters_are_reported_and_a_few_among_those_of_28_are_not() -> None:
    wide = [line(row, FULL[:27], tracking=0.334) for row in range(1, 6)]
    data = draw([*wide, line(6, "成效。")])
    assert rules_of(data, as_roles(ElementRole.BODY)) == {"P08-chars"}
    data = draw([*wide[:2], *body_page(3, start=3), line(6, "成效。")])
    assert rules_of(data, as_roles(ElementRole.BODY)) == set()


def sealed(*seals: Photo, gap: int = 2) -> bytes:
    """A name, centred over a date, with seals."""
    name, date = line(4 + gap, "青禾县图书馆", 17), line(5 + gap, "十月八日成文", 17)
    return draw([*body_page(3), line(4, "特此报告。", 2), name, date, *seals])


ENDING = as_roles(ElementRole.BODY, ElementRole.BODY, ElementRole.SIGNATURE, ElementRole.DATE)
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


@pytest.mark.slow
def test_faces_that_are_embedded_are_not_reported(built: Mapping[str, Outcome]) -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/FontFile3" in item:
                del item["/FontFile3"]

    data = pdf_of(built["reading-week-2026"])
    assert "Z04-embedded" not in rules_of(data)
    findings = judged(read(with_pikepdf(data, strip)))
    reported = [finding.found.en for finding in findings if finding.rule_id == "Z04-embedded"]
    assert "FandolFang-Regular" in reported
    assert len(reported) == len(set(reported))


def test_a_scan_is_reported_page_by_page_and_what_stands_behind_it_is_not_read() -> None:
    hidden = Text(60, 150, "识别出来的文字", color="rgba(0,0,0,0)")
    scan: list[Item] = [Photo(0, 0, 210, 297, "white"), hidden]
    file = read(draw(scan, [line(1, "正文。")], scan))
    reported = [(f.rule_id, f.spot.page) for f in judged(file)]
    assert reported == [("X01-scan", 1), ("X01-scan", 3)]
    assert not file.seen.is_readable
    assert [look.text for look in file.seen.looks] == ["正文。"]


@pytest.mark.slow
def test_a_page_without_character_codes_has_no_looks(built: Mapping[str, Outcome]) -> None:
    def strip(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                del item["/ToUnicode"]

    file = read(with_pikepdf(pdf_of(built["reading-week-2026"]), strip))
    assert not file.seen.looks
    assert Counter(f.rule_id for f in judged(file))["X02-text"] == 3
