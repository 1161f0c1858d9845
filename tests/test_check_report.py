"""What is reported of an examined document: words, JSON, SARIF, the web page."""

import itertools
import json
import re
import time
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from pipeline.inspect.finding import WHOLE, Finding, Said, Spot, find, mm, pt, quote
from pipeline.inspect.html import html_report
from pipeline.inspect.judge.case import NONE
from pipeline.inspect.labels import Labels
from pipeline.inspect.local import LocalRules
from pipeline.inspect.outline import ElementRole
from pipeline.inspect.pages import PageMark
from pipeline.inspect.sarif import sarif_text
from pipeline.inspect.summary import (
    ROLE_WORDS,
    clause_of,
    counts,
    doubt,
    found_and_wanted,
    group,
    judged_by,
)
from pipeline.messages import Lang, Severity
from pipeline.model.standard import PROFILES
from pipeline.rules import RULES, Rule
from tests.examinations import FINDINGS, ON_PAGE, checked, fault, images, refused


def test_every_role_has_words_in_both_languages() -> None:
    assert set(ROLE_WORDS) == set(ElementRole)
    assert all(said.zh and said.en for said in ROLE_WORDS.values())


@pytest.mark.parametrize("rule", RULES.values(), ids=[*RULES])
def test_every_clause_has_its_words_in_english(rule: Rule) -> None:
    said = clause_of(rule)
    assert said.zh
    assert "惯例" not in said.en


@pytest.mark.parametrize("rule", RULES.values(), ids=[*RULES])
def test_a_size_is_reported_in_points_in_english(rule: Rule) -> None:
    assert not re.search(r"[初小一二三四五六]号(?! \(\d+ pt\))", f"{rule.en} {rule.fix_en}")


def test_findings_are_counted_by_what_they_weigh() -> None:
    one = checked(*FINDINGS)
    assert counts(one).zh == "错误 2，警告 2，提示 1"
    assert counts(one).en == "2 errors, 2 warnings, 1 note"
    assert one.is_failed(strict=False)


def test_a_warning_fails_only_when_strict() -> None:
    one = checked(FINDINGS[1])
    assert not one.is_failed(strict=False)
    assert one.is_failed(strict=True)
    assert not checked(FINDINGS[-1]).is_failed(strict=True)


def test_doubt_is_reported_in_words() -> None:
    assert [doubt(finding).zh for finding in FINDINGS] == ["", "", "可能", "不确定", ""]


def test_the_profile_says_whether_it_was_seen_or_given() -> None:
    assert judged_by(checked()).zh == (
        "版式 office（37/35/28/26 毫米，从页面认出）；认作不带红头的材料"
    )
    given = LocalRules(PROFILES["office"], path=Path("规定.yaml"), name="某县规定")
    assert judged_by(checked(rules=given)).zh == (
        "版式 office（37/35/28/26 毫米）；本地规定 某县规定（规定.yaml）；认作不带红头的材料"
    )


def test_values_are_reported_with_a_blank_only_before_figures() -> None:
    assert found_and_wanted(FINDINGS[0]).zh == "30.0 毫米，应当是 37.0 毫米"
    assert found_and_wanted(FINDINGS[3]).zh == "“2008.7.16”，应当是“2008年7月16日”"


def test_what_is_missing_or_cannot_be_judged_is_reported_in_other_words() -> None:
    def words(rule_id: str, found: Said, wanted: Said) -> tuple[str, str]:
        said = found_and_wanted(find(rule_id, WHOLE, found, wanted))
        return said.zh, said.en

    assert words("N01-missing", NONE, quote("— 1 —")) == ("应当有“— 1 —”", "wanted “— 1 —”")
    assert words("B13-blank", quote("此页无正文"), NONE)[0] == "“此页无正文”，应当没有"
    assert words("X01-scan", Said("整页图片", "a picture"), Said("文字", "text")) == (
        "整页图片，请人工核对",
        "a picture, look at it",
    )
    assert found_and_wanted(FINDINGS[4]).zh == "请人工核对"


def test_a_document_that_cannot_be_opened_has_no_line() -> None:
    (record,) = refused("甲.pdf").records(Lang.ZH)
    assert (record["line"], record["column"]) == (None, None)
    (record,) = refused("甲.yaml").records(Lang.ZH)
    assert (record["line"], record["column"]) == (1, 1)


# --- one fault in many places ---------------------------------------------------------------


def in_paragraphs(*numbers: int) -> list[Finding]:
    spots = (Spot(paragraph=number, excerpt=f"第{number}段") for number in numbers)
    return [find("P07-size", spot, pt(14), pt(16)) for spot in spots]


def test_what_is_the_same_of_many_places_is_reported_once() -> None:
    other = find("P07-size", Spot(paragraph=3), pt(12), pt(16))
    guess = replace(other, certainty=0.6)
    groups = group([*in_paragraphs(2, 4), other, guess, *in_paragraphs(5)])
    assert [one.indices for one in groups] == [(0, 1, 4), (2,), (3,)]
    assert groups[0].place.zh == "第 2 段 “第2段” 等 3 处（第 4、5 段）"
    assert groups[0].place.en == "paragraph 2 “第2段” and 2 more (paragraphs 4, 5)"
    assert groups[1].place.zh == "第 3 段"


def test_of_many_places_the_next_few_are_reported_and_how_to_fix_all_of_them() -> None:
    (few,), (many,) = group(in_paragraphs(*range(1, 6))), group(in_paragraphs(*range(1, 91)))
    assert many.place.zh == "第 1 段 “第1段” 等 90 处（第 2、3、4、5、6 段…）"
    assert many.place.en.endswith("and 89 more (paragraphs 2, 3, 4, 5, 6, …)")
    assert few.fix.zh == few.finding.rule.fix_zh
    assert many.fix.zh.startswith(few.fix.zh)
    assert "一次改好" in many.fix.zh
    assert "all places at once" in many.fix.en
    typed = group(replace(one, rule_id="B06-mark") for one in in_paragraphs(*range(1, 91)))
    assert "一次改好" not in typed[0].fix.zh


def test_places_without_paragraphs_are_reported_by_their_pages() -> None:
    spots = [Spot(page=page, box_mm=(28, top, 60, top + 8)) for page, top in ((1, 40), (1, 60))]
    same = [find("Q01-start", spot, mm(1), mm(2)) for spot in spots]
    assert group(same)[0].place.zh == "第 1 页 距左 28、距上 40 毫米 等 2 处"
    same.append(replace(same[0], spot=replace(spots[0], page=3)))
    assert group(same)[0].place.zh.endswith("等 3 处（第 3 页）")
    assert group(same)[0].place.en.endswith("and 2 more (page 3)")
    whole = group([find("P03-top", WHOLE, mm(1), mm(2))] * 2)
    assert (whole[0].place.zh, whole[0].place.en) == ("共 2 处", "2 places")


def test_errors_stand_first_and_notes_last_each_in_their_order() -> None:
    groups = group(FINDINGS[::-1])
    assert [one.indices for one in groups] == [(2,), (4,), (1,), (3,), (0,)]


def test_the_page_has_a_row_for_a_fault_and_its_number_at_every_place() -> None:
    marks = [PageMark(index, 1, (28, 40 + 10 * index, 184, 48 + 10 * index)) for index in range(3)]
    twice = PageMark(2, 1, marks[0].box_mm)
    one = checked(*in_paragraphs(1, 2, 3), images=images(*marks, twice))
    text = html_report([one], Lang.ZH)
    assert text.count('<tr id="d1f') == 1
    assert text.count('<a href="#d1f1"') == 3
    assert "警告 3" in text


# --- SARIF -----------------------------------------------------------------------------------


def sarif(*all_checked: object, lang: Lang = Lang.ZH) -> dict[str, object]:
    log = json.loads(sarif_text(all_checked, lang))  # type: ignore[arg-type]
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    return run  # type: ignore[no-any-return]


def test_sarif_points_from_each_result_to_its_rule() -> None:
    run = sarif(checked(*FINDINGS), refused("乙.pdf"), checked(*FINDINGS, path="丙.docx"))
    rules = run["tool"]["driver"]["rules"]  # type: ignore[index]
    assert len({rule["id"] for rule in rules}) == len(rules) == 6
    for result in run["results"]:  # type: ignore[attr-defined]
        rule = rules[result["ruleIndex"]]
        assert rule["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        for key in ("shortDescription", "fullDescription", "help"):
            zh, en = rule[key]["text"].split(" / ", 1)
            assert re.search(r"[一-鿿]", zh)
            assert re.search(r"[a-z]", en)


def test_sarif_addresses_are_relative_and_encoded() -> None:
    run = sarif(checked(FINDINGS[0]), checked(FINDINGS[0], path="/别处/甲 乙.docx"))
    uris = [
        result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in run["results"]  # type: ignore[attr-defined]
    ]
    assert all(uri.isascii() and " " not in uri for uri in uris)
    assert list(map(unquote, uris)) == ["收件/关于 大讨论的总结.docx", "file:///别处/甲 乙.docx"]


def test_sarif_shows_the_place_of_a_document_beside_the_file() -> None:
    run = sarif(checked(find("Q01-start", ON_PAGE, mm(1), mm(2), 0.95)), lang=Lang.EN)
    (result,) = run["results"]  # type: ignore[misc]
    location = result["locations"][0]  # type: ignore[index]
    assert "region" not in location["physicalLocation"]
    assert location["logicalLocations"][0]["name"] == "page 2 28, 37 mm"
    assert result["properties"] == {  # type: ignore[index]
        "page": 2,
        "boxMm": [28, 37, 184, 45],
        "found": "1.0 mm",
        "wanted": "2.0 mm",
        "certainty": 0.95,
    }


def test_sarif_shows_the_line_of_an_input_and_none_of_a_document() -> None:
    run = sarif(refused("甲.yaml"), refused("甲.docx"))
    first, second = (
        result["locations"][0]["physicalLocation"]
        for result in run["results"]  # type: ignore[attr-defined]
    )
    assert first["region"] == {"startLine": 1, "startColumn": 1, "endColumn": 2}
    assert "region" not in second


# --- the web page ----------------------------------------------------------------------------


class _Page(HTMLParser):
    """Ids, links, images and the texts of a page; what is not closed is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append(tag)
        self.ids += [values["id"]] if values.get("id") else []  # type: ignore[list-item]
        self.links += [values["href"]] if values.get("href") else []  # type: ignore[list-item]
        if tag not in {"meta", "img", "br"}:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


def page(*all_checked: object, lang: Lang = Lang.ZH) -> _Page:
    return _Page(html_report(list(all_checked), lang))  # type: ignore[arg-type]


def test_the_page_shows_every_finding_with_its_clause_and_fix() -> None:
    for lang in Lang:
        words = page(checked(*FINDINGS), lang=lang).words
        for finding in FINDINGS:
            assert finding.rule_id in words
            assert finding.rule.message(lang) in words
            assert finding.rule.fix(lang) in words
            assert clause_of(finding.rule).words(lang) in words
            assert finding.found.words(lang) in words


def test_the_page_is_whole_in_itself_and_runs_nothing() -> None:
    text = html_report(
        [checked(*FINDINGS, images=images(PageMark(1, 1, (28, 37, 184, 45))))], Lang.ZH
    )
    assert "<script" not in text
    assert re.findall(r"(?:src|href)=\"(?!#|data:image/png;base64,)", text) == []
    assert "url(" not in text
    assert "default-src 'none'" in text


def test_texts_of_a_document_are_escaped() -> None:
    evil = "<script>alert(1)</script>"
    one = Path(f"{evil}.yaml")
    found = fault(str(one), "unknown-key", 3, 2, key=evil, nearest_zh="", nearest_en="", allowed="")
    parsed = page(
        checked(*FINDINGS, path=f"{evil}.docx"),
        refused(f"{evil}.pdf", reason_zh=evil, reason_en=evil),
        type(checked())(one, LocalRules(), None, (found,)),
    )
    assert "script" not in parsed.tags
    assert "b" in parsed.tags
    assert parsed.words.count(evil) >= 5
    assert "<b>解放思想</b>" in parsed.words


def test_marks_and_rows_lead_to_each_other() -> None:
    marks = (
        PageMark(1, 1, (28, 37, 184, 45)),
        PageMark(2, 1, (28, 60, 184, 90)),
        PageMark(2, 2, (28, 37, 184, 45)),
    )
    parsed = page(checked(*FINDINGS, images=images(*marks, pages=2)), refused("乙.pdf"))
    assert len(set(parsed.ids)) == len(parsed.ids)
    assert {link.removeprefix("#") for link in parsed.links} <= set(parsed.ids)
    assert {"d1m2", "d1m3", "d1f1", "d1f5", "d2f1"} <= set(parsed.ids)
    assert "d1m1" not in parsed.ids
    assert parsed.links.count("#d1f2") == 2
    assert parsed.links.count("#d1f3") == 1


def test_a_mark_on_a_page_that_is_not_shown_leads_nowhere() -> None:
    parsed = page(checked(*FINDINGS, images=images(PageMark(1, 9, (28, 37, 184, 45)))))
    assert "#d1m2" not in parsed.links


def test_numbers_of_one_place_stand_side_by_side() -> None:
    box = (28, 37, 184, 45)
    text = html_report(
        [checked(*FINDINGS, images=images(*(PageMark(i, 1, box) for i in range(5))))], Lang.ZH
    )
    places = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"', text)
    assert len(set(places)) == 5
    assert all(float(x) > 0 and float(y) > 0 for x, y in places)


def test_numbers_of_one_box_leave_no_gap() -> None:
    labels = Labels()
    places = [labels.take(25.4, 37.3) for _ in range(10)]
    assert [round(x, 1) for x, _ in places] == [25.4, 20.2, 15, 9.8, 4.6] * 2
    assert [round(y, 1) for _, y in places] == [37.3] * 5 + [42.5] * 5


def test_thousands_of_numbers_are_placed_at_once_and_those_that_fit_do_not_touch() -> None:
    began = time.process_time()
    labels = Labels()
    for number in range(8000):
        labels.take(25.4, 37 + number % 400 * 0.5)
    assert time.process_time() - began < 8
    labels = Labels()
    places = [labels.take(25.4, 37 + number % 20 * 11.5) for number in range(80)]
    assert all(
        abs(x - a) >= 5 or abs(y - b) >= 5 for (x, y), (a, b) in itertools.combinations(places, 2)
    )


def test_a_guess_is_reported_as_one_and_the_remark_on_pictures_too() -> None:
    words = page(checked(*FINDINGS, images=images())).words
    assert "可能" in words
    assert "不确定" in words
    assert "页面由 LibreOffice 排出" in words


def test_a_clean_document_says_so() -> None:
    words = page(checked()).words
    assert "通过" in words
    assert "没有发现问题" in words
    assert "没有通过" not in words


def test_severities_that_local_rules_give_are_those_that_are_reported() -> None:
    rules = LocalRules(severities={"P03-top": Severity.NOTE})
    one = checked(*rules.weigh(FINDINGS[:1]), rules=rules)
    assert json.loads(sarif_text([one], Lang.ZH))["runs"][0]["results"][0]["level"] == "note"
    assert "没有通过" not in page(one).words
