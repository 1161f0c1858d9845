"""Outlines: what published summaries look like is built as it is, and every feature follows."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from pipeline.cli import main
from pipeline.diagnostics.diagnostic import Location
from pipeline.diagnostics.errors import ExitCode
from pipeline.inspect.office import convert_all
from pipeline.load.yaml import load_bytes, load_input, to_plain
from pipeline.tasks.build import (
    Options,
    Outcome,
    build_all,
    build_one,
    check_all,
    find_templates,
    validate_loaded,
)
from pipeline.tasks.carry.carry import carry
from pipeline.tasks.carry.move import Move, years_of
from pipeline.tasks.form.export import export_input
from pipeline.tasks.form.restore import restore_input
from pipeline.tasks.schema import draw_schema
from pipeline.typography.typeset import without_blanks
from pipeline.verify.texts import pdf_text, word_text
from pipeline.verify.twins import check_twins, compare_twins
from tests.outline_office import OWN_OUTLINE, OWN_TEMPLATE, SKELETONS, make_office
from tests.prove import is_as_wanted
from tests.samples import OUTLINES, dump_yaml, template

NAMES = [path.stem for path in SKELETONS]
BODY = ("正文", "活动开展情况", "基本情况", "主要做法", "取得成效", "存在问题", "下一步打算")


@pytest.fixture(scope="module")
def skeletons(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Outcome]]:
    """Every skeleton as its office builds it."""
    office = tmp_path_factory.mktemp("office")
    with pytest.MonkeyPatch.context() as patch:
        paths = make_office(office)
        patch.chdir(office)
        outcomes = {done.path.stem: done for done in build_all(paths, Options(office / "dist"))}
        yield outcomes


def made_texts(outcome: Outcome) -> tuple[str, str]:
    word, pdf = (path.read_bytes() for path in outcome.files[:2])
    without_page_numbers = re.sub("—[0-9]+—", "", without_blanks(pdf_text(pdf)))
    return without_blanks(word_text(word)), without_page_numbers


def fields_of(name: str) -> dict[str, Any]:
    path = next(path for path in SKELETONS if path.stem == name)
    fields: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return fields


def typed_texts(value: Any) -> Iterator[str]:
    """Every text of a body but the words of its charts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from typed_texts(item)
    else:
        for key, item in value.items():
            if key != "图表":
                yield from typed_texts(item)


# --- ten skeletons ---------------------------------------------------------------------------


def test_there_are_ten_of_five_outlines() -> None:
    assert len(NAMES) == 10
    chosen = [fields_of(name).get("结构", "default of its template") for name in NAMES]
    assert set(chosen) == {"自拟", "不分部分", "工作总结", "default of its template"}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_skeleton_is_built_and_at_most_a_note_is_reported(
    name: str, skeletons: dict[str, Outcome]
) -> None:
    outcome = skeletons[name]
    assert not outcome.is_failed, outcome.diagnostics
    assert {found.code for found in outcome.diagnostics} <= {"figure-not-introduced"}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_all_that_was_typed_in_the_body_stands_in_both_files(
    name: str, skeletons: dict[str, Outcome]
) -> None:
    fields = fields_of(name)
    body = [fields[key] for key in ("导语", *BODY, "结尾") if key in fields]
    pieces = [
        piece.strip("。，：；")
        for text in typed_texts(body)
        for piece in re.split("【[^】]*】", without_blanks(text))
    ]
    for made in made_texts(skeletons[name]):
        assert [piece for piece in pieces if piece not in made] == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_headings_are_numbered_and_prose_has_none(name: str, skeletons: dict[str, Outcome]) -> None:
    fields = fields_of(name)
    if "正文" in fields:
        headings = [
            part["标题"] for part in fields["正文"] if isinstance(part, dict) and "标题" in part
        ]
    else:
        headings = [key for key in BODY if key in fields]
    numbered = [f"{number}、{text}" for number, text in zip("一二三四五六", headings, strict=False)]
    for made in made_texts(skeletons[name]):
        places = [made.find(text) for text in numbered]
        assert -1 not in places
        assert places == sorted(places)
        assert bool(headings) == ("二、" in made)


@pytest.mark.slow
def test_points_without_a_heading_are_numbered_in_the_prose(
    skeletons: dict[str, Outcome],
) -> None:
    for made in made_texts(skeletons["prose-points"]):
        assert "主要做了三件事：一是办好一个展览" in made.replace("\n", "")
        assert "；三是征集一批资料" in made


@pytest.mark.slow
def test_the_ledger_names_the_places_by_the_authors_own_headings(
    skeletons: dict[str, Outcome],
) -> None:
    for made in made_texts(skeletons["by-activity"]):
        assert re.search("“清凉一夏”广场演出，第[0-9]+页", made)
        assert re.search("少儿艺术免费培训（一），第[0-9]+页", made)


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_skeleton_is_the_same_in_word_and_pdf(
    name: str, opened_skeletons: dict[str, tuple[bytes, bytes, bytes]]
) -> None:
    proof = compare_twins(*opened_skeletons[name], template("summary").measures)
    assert is_as_wanted(proof), proof.differences
    assert check_twins(proof, Location(Path(name), 1, 1)) == ()


@pytest.fixture(scope="module")
def opened_skeletons(
    skeletons: dict[str, Outcome],
) -> dict[str, tuple[bytes, bytes, bytes]]:
    """Each .docx, our .pdf, and the .pdf that LibreOffice makes of the .docx."""
    words = [outcome.files[0].read_bytes() for outcome in skeletons.values()]
    pdfs = [outcome.files[1].read_bytes() for outcome in skeletons.values()]
    made = zip(words, pdfs, convert_all(words), strict=True)
    return dict(zip(skeletons, made, strict=True))


# --- every feature follows the outline -------------------------------------------------------


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    make_office(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("outline", [*OUTLINES.by_name, OWN_OUTLINE])
@pytest.mark.parametrize("look", ["summary", "red-header", OWN_TEMPLATE])
@pytest.mark.usefixtures("office")
def test_a_fresh_input_of_any_outline_and_template_is_built(outline: str, look: str) -> None:
    path = Path("fresh.yaml")
    assert main(["new", path.stem, "--template", look, "--outline", outline]) == ExitCode.DONE
    (made,) = Path().rglob("fresh.yaml")
    outcome = build_one(made, Options(Path("dist")), find_templates())
    assert not outcome.is_failed, outcome.diagnostics
    assert {found.code for found in outcome.diagnostics} == {"blank"}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("office")
def test_an_editor_takes_each_skeleton_and_marks_a_part_of_another_outline(name: str) -> None:
    validator = jsonschema.Draft202012Validator(draw_schema(find_templates().outlines))
    text = Path(f"{name}.yaml").read_text("utf-8")
    fields = yaml.load(text, yaml.BaseLoader)
    assert [error.message for error in validator.iter_errors(fields)] == []
    assert not validator.is_valid({**fields, "突出特点": ["群众参与面广。"]})


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("office")
def test_a_skeleton_comes_back_from_the_workbook_as_it_was(name: str) -> None:
    templates = find_templates()
    path = Path(f"{name}.yaml")
    data, _ = export_input(load_input(path), templates.outlines)
    assert data is not None
    back = restore_input(
        data,
        Path("form.xlsx"),
        Path("back.yaml"),
        lambda found: validate_loaded(found, templates),
        templates.outlines,
    )
    assert back.text is not None
    root, again = load_input(path).root, load_bytes(back.text.encode(), path).root
    assert root is not None
    assert again is not None
    first, second = (
        validate_loaded(load_bytes(dump_yaml(fields).encode(), path), templates)[0]
        for fields in (to_plain(root), to_plain(again))
    )
    assert first is not None
    assert second is not None
    assert first.report == second.report


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.usefixtures("office")
def test_a_skeleton_is_carried_into_the_next_year_with_its_outline(name: str) -> None:
    templates = find_templates()
    loaded = load_input(Path(f"{name}.yaml"))
    valid, _ = validate_loaded(loaded, templates)
    assert valid is not None
    text = carry(loaded, valid, Move(2026, 2027, years_of(valid.report)), None)
    again = yaml.load(text, yaml.BaseLoader)
    assert again.get("结构") == fields_of(name).get("结构")
    assert set(again) - {"沿用"} == set(fields_of(name))
    _, faults = validate_loaded(load_bytes(text.encode(), Path("next.yaml")), templates)
    assert {fault.code for fault in faults} <= {*CARRIED, "figure-not-introduced"}


CARRIED = {"unconfirmed-figure", "unconfirmed-source", "unconfirmed-date", "unconfirmed-name"}


def test_an_own_heading_with_a_year_is_to_be_confirmed_when_carried() -> None:
    body = [{"标题": "2026年的主要活动", "内容": ["办了读书会。"]}]
    fields = {**OWN, "日期": "2026-10-08", "正文": body}
    loaded = load_bytes(dump_yaml(fields).encode(), Path("a.yaml"))
    valid, _ = validate_loaded(loaded, find_templates())
    assert valid is not None
    text = carry(loaded, valid, Move(2026, 2027, years_of(valid.report)), None)
    assert yaml.safe_load(text)["正文"][0]["标题"] == "【待确认：2027年】的主要活动"


OWN = {"结构": "自拟", "标题": "青禾县图书馆读书活动总结", "单位": "青禾县图书馆"}


@pytest.mark.usefixtures("office")
def test_the_offices_outline_says_its_own_heading_where_a_figure_was_not_introduced() -> None:
    (outcome,) = check_all((Path("functional.yaml"),), is_strict=False)
    (found,) = outcome.diagnostics
    assert dict(found.details)["overview"] == "活动开展情况"


@pytest.mark.usefixtures("office")
def test_a_template_that_names_an_outline_which_is_not_there_is_shown_itself() -> None:
    (Path("templates") / "outlines" / f"{OWN_OUTLINE}.yaml").unlink()
    (outcome,) = check_all((Path("functional.yaml"),), is_strict=False)
    (found,) = outcome.diagnostics
    assert found.code == "unknown-outline"
    assert found.location is not None
    assert found.location.file == Path("templates") / OWN_TEMPLATE / "template.yaml"


def proofread_codes(**fields: Any) -> set[str]:
    """What is reported of an input with these fields."""
    path = Path("proofread.yaml")
    path.write_text(dump_yaml({**OWN, "日期": "2026-10-08", **fields}), "utf-8")
    (outcome,) = check_all((path,), is_strict=False)
    return {found.code for found in outcome.diagnostics}


LONG = "群众说路好走了，灯也亮了，办事不用再跑远路，心里踏实，日子有奔头。" * 4


@pytest.mark.parametrize(("heading", "is_reported"), [("工作成效", True), ("广泛宣传", False)])
@pytest.mark.usefixtures("office")
def test_results_without_a_figure_are_found_by_what_an_own_heading_says(
    heading: str, *, is_reported: bool
) -> None:
    body = [{"标题": heading, "内容": [LONG]}, {"标题": "下一步", "内容": ["接着办。"]}]
    assert ("S14-figures" in proofread_codes(正文=body)) == is_reported


@pytest.mark.usefixtures("office")
def test_prose_without_parts_has_no_rule_of_parts() -> None:
    found = proofread_codes(结构="不分部分", 正文=[LONG, LONG, LONG])
    assert not found & {"S14-figures", "S15-share", "figure-not-introduced"}
