"""The whole way: what was built is opened again and holds what was written, as it was written."""

import hashlib
import itertools
import json
import string
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from pipeline.compose.compose import compose
from pipeline.figures.facts import Facts, resolve
from pipeline.load.yaml import Scalar, Sequence, load_input
from pipeline.model.document import texts_of
from pipeline.model.report import Report
from pipeline.model.standard import PROFILES
from pipeline.tasks.build import Options, Outcome, build_all, build_one, find_templates
from pipeline.tasks.build.press import set_report
from pipeline.typography.fonts import find_fonts
from pipeline.typography.typeset import without_blanks
from pipeline.validate import Valid, validate
from pipeline.verify.texts import pdf_text, running_text, word_text
from tests.pdfs import MM_PER_PT, body_lines, read_lines
from tests.samples import OFFICIAL, RULES, SHIPPED, UNREAD, as_yaml, template

QUICK = ("reading-week-2026", "wubu-2008-report")
"""A plain one and one with a letterhead, which are built between two edits too."""

NAMES = [
    pytest.param(path.stem, marks=() if path.stem in QUICK else pytest.mark.slow)
    for path in SHIPPED
]


def shipped(name: str) -> Path:
    return next(path for path in SHIPPED if path.stem == name)


def made(outcome: Outcome, suffix: str) -> Path:
    return next(path for path in outcome.files if path.suffix == suffix)


def valid_of(path: Path) -> Valid:
    valid, diagnostics = validate(load_input(path), RULES)
    assert valid is not None, diagnostics
    return valid


def report_of(path: Path) -> Report:
    return valid_of(path).report


def test_inputs_of_every_outline_are_shipped() -> None:
    assert {report_of(path).body_outline.name for path in SHIPPED} == set(RULES.outlines.by_name)


@pytest.mark.parametrize("name", NAMES)
def test_shipped_inputs_build_without_a_word_of_complaint(
    name: str, built: Mapping[str, Outcome]
) -> None:
    outcome = built[name]
    assert outcome.diagnostics == ()
    assert not outcome.is_failed
    assert {path.suffix for path in outcome.files} == {".docx", ".pdf", ".json", ""}


@pytest.mark.parametrize("name", NAMES)
def test_every_leaf_of_the_input_stands_in_word_and_in_pdf(
    name: str, built: Mapping[str, Outcome]
) -> None:
    path = shipped(name)
    valid = valid_of(path)
    word = without_blanks(word_text(made(built[name], ".docx").read_bytes()))
    pdf = without_blanks(pdf_text(made(built[name], ".pdf").read_bytes()))
    leaves = _leaves(path, valid.facts)
    leaves += [without_blanks(text) for text in valid.sourced_texts.values() if text]
    assert len(leaves) > 10
    for leaf in leaves:
        assert leaf in word
        # A page may end inside a leaf, and its number then stands between.
        assert leaf in pdf or leaf[:6] in pdf


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_text_of_word_is_that_of_the_pdf_and_that_of_the_document(
    name: str, built: Mapping[str, Outcome]
) -> None:
    path = shipped(name)
    valid, _ = validate(load_input(path), RULES)
    assert valid is not None
    found = template(valid.report.template)
    document = set_report(valid, found).document
    wanted = without_blanks("".join(texts_of(document)))
    word = word_text(made(built[name], ".docx").read_bytes())
    pdf = running_text(made(built[name], ".pdf").read_bytes(), document, found.measures)
    assert without_blanks(word) == wanted
    assert pdf == wanted


@pytest.mark.slow
def test_a_table_that_goes_on_repeats_its_header(built: Mapping[str, Outcome]) -> None:
    pages = read_lines(made(built["wubu-2008"], ".pdf"))
    begins = ["".join(line.text for line in page[:4]) for page in pages]
    assert sum("整改措施" in text and not text.startswith("附件") for text in begins) == 2
    with zipfile.ZipFile(made(built["wubu-2008"], ".docx")) as package:
        xml = package.read("word/document.xml").decode()
    assert xml.count("<w:tblHeader/>") == 8  # two or one header rows in each of five tables


def _leaves(path: Path, facts: Facts) -> list[str]:
    """Every paragraph, heading and cell typed, as it reads once its figures stand in it."""
    root = load_input(path).root
    assert root is not None
    shown = ("导语", "基本情况", "主要做法", "突出特点", "取得成效", "结尾", "附件")
    stack = [entry.value for entry in root.entries if entry.key.text in shown]
    found: list[str] = []
    while stack:
        node = stack.pop()
        if isinstance(node, Scalar):
            for row in node.text.split("\n"):
                inlines = resolve(row.strip(), facts)
                text = without_blanks("".join(inline.text for inline in inlines)).rstrip("。；")
                if text:
                    found.append(text)
        elif isinstance(node, Sequence):
            stack += node.items
        else:
            stack += [e.value for e in node.entries if e.key.text not in _NO_TEXTS]
    return found


_NO_TEXTS = ("列宽", "文件", "来源", "类型", "数据", "类别", "系列")
"""Of a chart only the title is text; what else is in it is drawn."""


@pytest.mark.parametrize("name", NAMES)
def test_the_manifest_and_the_checksums_tell_the_truth(
    name: str, built: Mapping[str, Outcome]
) -> None:
    folder = built[name].files[0].parent
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for file, digest in manifest["files"].items():
        assert hashlib.sha256((folder / file).read_bytes()).hexdigest() == digest
    for row in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, _, file = row.partition("  ")
        assert hashlib.sha256((folder / file).read_bytes()).hexdigest() == digest
    with pikepdf.open(made(built[name], ".pdf")) as pdf:
        assert manifest["pages"] == len(pdf.pages)
    source = shipped(name)
    assert manifest["input"]["sha256"] == hashlib.sha256(source.read_bytes()).hexdigest()
    assert manifest["fonts"]["仿宋"][-1]["sha256"]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_the_same_input_gives_the_same_bytes(
    name: str, built: Mapping[str, Outcome], tmp_path: Path
) -> None:
    path = shipped(name)
    again = build_one(path, Options(tmp_path), find_templates())
    for old, new in zip(built[name].files, again.files, strict=True):
        assert (old.name, old.read_bytes()) == (new.name, new.read_bytes())


# --- the PDF ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_every_full_line_of_the_pdf_ends_at_the_right_edge(
    name: str, built: Mapping[str, Outcome]
) -> None:
    pages = body_lines(read_lines(made(built[name], ".pdf")))
    body = itertools.takewhile(lambda page: not page[0].text.startswith("附件"), pages)
    lines = [
        line
        for page in body
        for line in page
        if line.x * MM_PER_PT < 40 and len(line.text) >= 24 and "签发人" not in line.text
    ]
    rights = []
    for line in lines:
        chars = line.chars
        is_hung = chars[-1].text in "，。、；：！？" and chars[-1].right * MM_PER_PT > 185
        rights.append(chars[-2 if is_hung else -1].right * MM_PER_PT)
    at_edge = [right for right in rights if abs(right - 184) < 0.3]
    assert len(at_edge) >= 0.85 * len(rights)  # the others end a paragraph
    assert max(rights) < 184.3


@pytest.mark.slow
def test_a_full_page_has_22_lines_at_the_pitch_of_the_grid(built: Mapping[str, Outcome]) -> None:
    pages = body_lines(read_lines(made(built["wubu-2008"], ".pdf")))
    full = [page for page in pages if len(page) == 22]
    assert len(full) >= 3
    for page in full:
        steps = {round(a.y - b.y, 1) for a, b in itertools.pairwise(page)}
        assert steps <= {28.9, 28.95, 29.0}


def test_page_numbers_alternate_between_the_outer_edges(built: Mapping[str, Outcome]) -> None:
    pages = read_lines(made(built["wubu-2008-report"], ".pdf"))
    for number, page in enumerate(pages, start=1):
        foot = page[-1]
        assert foot.text == f"—{number}—"
        left, right = foot.x * MM_PER_PT, foot.chars[-1].right * MM_PER_PT
        place = 184 - right if number % 2 else left - 28
        assert place == pytest.approx(4.94, abs=0.3)


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_is_tagged_titled_bookmarked_and_chinese(
    name: str, built: Mapping[str, Outcome]
) -> None:
    path = shipped(name)
    report = report_of(path)
    with pikepdf.open(made(built[name], ".pdf")) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert bool(pdf.Root.MarkInfo.Marked)
        assert str(pdf.Root.Lang) == "zh-CN"
        assert str(pdf.docinfo["/Title"]) == report.title
        with pdf.open_outline() as outline:
            tops = [item.title for item in outline.root]
            subs = [child.title for item in outline.root for child in item.children]
    headings = [part.heading for part in report.parts() if part.heading]
    numbered = [f"{number}、{text}" for number, text in zip("一二三四五", headings, strict=False)]
    assert tops == numbered + [annex.name for annex in report.annexes]
    assert all(title.startswith("（") for title in subs)


@pytest.mark.parametrize("name", NAMES)
def test_the_pdf_embeds_only_the_expected_fonts(name: str, built: Mapping[str, Outcome]) -> None:
    manifest = json.loads((built[name].files[0].parent / "manifest.json").read_text("utf-8"))
    stems = {Path(face["file"]).stem for faces in manifest["fonts"].values() for face in faces}
    expected = {stem.replace("-", " ") for stem in stems}
    found = set()
    with pikepdf.open(made(built[name], ".pdf")) as pdf:
        fonts = [
            font
            for page in pdf.pages
            for font in page.resources.get("/Font", pikepdf.Dictionary()).values()
        ]
        for font in fonts:
            descriptor = font.DescendantFonts[0].FontDescriptor
            assert "/FontFile3" in descriptor or "/FontFile2" in descriptor
            found.add(str(font.BaseFont).split("+", 1)[1].split(",")[0].replace("-", " "))
    # WeasyPrint puts the weight behind the name.
    suffixes = ("", " Latin", " Bold", " Light")
    assert found <= {f"{stem}{suffix}" for stem in expected for suffix in suffixes}


def test_the_last_rule_of_the_imprint_lies_on_the_foot_of_the_type_area(
    built: Mapping[str, Outcome],
) -> None:
    import pypdfium2  # noqa: PLC0415 - the one picture this file measures

    with pypdfium2.PdfDocument(made(built["wubu-2008-report"], ".pdf")) as pdf:
        picture = pdf[len(pdf) - 1].render(scale=300 / 72).to_pil().convert("L")
    width, height = picture.size
    pixels = picture.load()
    dark = [
        y
        for y in range(height)
        if sum(pixels[x, y] < 110 for x in range(0, width, 4)) > 0.6 * width / 4
    ]
    assert dark[-1] * 25.4 / 300 == pytest.approx(262, abs=0.5)


# --- anything that can be typed --------------------------------------------------------------

AWKWARD = [
    "& < > \" '",
    "{{7*7}}",
    "{% raw %}",
    "]]>",
    "{_{ }_}",
    "镕堃喆祎",
    "AT&T <b>",
    "〇",
    "【【注】】",
]
WORDS = st.one_of(
    st.sampled_from(AWKWARD),
    st.text(
        string.ascii_letters + string.digits + "学习工作讨论，。；（）《》—…“”&<>{}%#$\\|",
        min_size=1,
    ),
).filter(lambda text: bool(text.strip()))


@pytest.mark.slow
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(lead=WORDS, cell=WORDS, heading=WORDS.map(lambda text: f"做法{text}法"))
def test_whatever_is_typed_stands_in_both_artifacts(
    lead: str, cell: str, heading: str, tmp_path: Path
) -> None:
    path = tmp_path / "input.yaml"
    section = {"小标题": heading, "段落": [f"甲{cell}乙"]}
    annex = {"名称": "附表", "表格": {"列": ["列"], "行": [[f"丙{cell}丁"], [""]]}}
    fields = {"导语": f"导{lead}语。", "主要做法": [section], "附件": [annex]}
    path.write_bytes(as_yaml(**fields, 校对=UNREAD))
    outcome = build_one(path, Options(tmp_path / "dist"), find_templates())
    valid, _ = validate(load_input(path), RULES)
    if valid is None:
        assert outcome.is_failed
        return
    assert not outcome.is_failed, outcome.diagnostics
    document = compose(valid, PROFILES["office"], official=False)
    wanted = without_blanks("".join(texts_of(document)))
    assert without_blanks(word_text(made(outcome, ".docx").read_bytes())) == wanted
    pdf = made(outcome, ".pdf").read_bytes()
    assert running_text(pdf, document, PROFILES["office"]) == wanted


def test_awkward_texts_come_through_verbatim(tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"
    text = "、".join(word for word in AWKWARD if "【" not in word)
    path.write_bytes(as_yaml(导语=text))
    outcome = build_one(path, Options(tmp_path / "dist"), find_templates())
    assert without_blanks(text) in without_blanks(word_text(made(outcome, ".docx").read_bytes()))
    assert without_blanks(text) in without_blanks(pdf_text(made(outcome, ".pdf").read_bytes()))


def test_one_bad_input_does_not_stop_the_others(tmp_path: Path) -> None:
    bad, good = tmp_path / "bad.yaml", tmp_path / "good.yaml"
    bad.write_text("标题: [", "utf-8")
    good.write_bytes(as_yaml())
    outcomes = list(build_all((bad, good), Options(tmp_path / "dist")))
    assert [outcome.is_failed for outcome in outcomes] == [True, False]
    assert not (tmp_path / "dist" / "bad").exists()


def test_two_inputs_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    paths = []
    for folder in ("甲", "乙"):
        (tmp_path / folder).mkdir()
        paths.append(tmp_path / folder / "总结.yaml")
        paths[-1].write_bytes(as_yaml())
    first, second = build_all(tuple(paths), Options(tmp_path / "dist"))
    assert (first.is_failed, second.is_failed) == (False, True)
    assert second.diagnostics[0].code == "name-clash"


def test_under_strict_a_warning_fails_the_report(tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"
    path.write_bytes(as_yaml(数据={"没用到": "3次"}))
    loose = build_one(path, Options(tmp_path / "a"), find_templates())
    strict = build_one(path, Options(tmp_path / "b", is_strict=True), find_templates())
    assert (loose.is_failed, strict.is_failed) == (False, True)
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("wanted", ["docx", "pdf"])
def test_one_format_alone_can_be_had(wanted: str, tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"
    path.write_bytes(as_yaml())
    outcome = build_one(path, Options(tmp_path / "dist", (wanted,)), find_templates())
    suffixes = {path.suffix for path in outcome.files} & {".docx", ".pdf"}
    assert suffixes == {f".{wanted}"}


@pytest.mark.slow
def test_in_word_all_four_slots_of_every_style_name_one_face(built: Mapping[str, Outcome]) -> None:
    from lxml import etree  # noqa: PLC0415

    with zipfile.ZipFile(made(built["wubu-2008"], ".docx")) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    fonts = list(styles.iter(f"{w}rFonts"))
    assert len(fonts) > 20
    for font in fonts:
        slots = {font.get(f"{w}{slot}") for slot in ("ascii", "hAnsi", "eastAsia", "cs")}
        assert len(slots) == 1


def test_an_imprint_that_does_not_fit_goes_to_a_page_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"
    counts = []
    for extra in (14, 15):  # it just fits, and just does not
        paragraphs = ["全县各单位认真学习、深入讨论、扎实整改。"] * extra
        path.write_bytes(as_yaml(**{**OFFICIAL, "取得成效": paragraphs}))
        outcome = build_one(path, Options(tmp_path / "dist"), find_templates())
        assert not outcome.is_failed, outcome.diagnostics
        pages = body_lines(read_lines(made(outcome, ".pdf")))
        assert pages[-1][-1].text.endswith("印发")
        counts.append(len(pages))
    assert counts == [2, 3]


def test_faces_of_every_role_are_found_here() -> None:
    assert find_fonts().missing_roles() == ()
    assert template("summary").measures.profile == "office"


def test_a_signature_never_stands_on_a_page_without_text(tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"
    moved = 0
    for extra in (10, 11):  # it would stand alone, and just does not
        path.write_bytes(as_yaml(取得成效=["全县各单位认真学习、深入讨论、扎实整改。"] * extra))
        outcome = build_one(path, Options(tmp_path / "dist"), find_templates())
        last = body_lines(read_lines(made(outcome, ".pdf")))[-1]
        texts = [line.text for line in last]
        signed = texts.index("青禾县图书馆")
        assert signed > 0, "此页无正文"
        with zipfile.ZipFile(made(outcome, ".docx")) as package:
            moved += "w:pageBreakBefore" in package.read("word/document.xml").decode()
    assert moved == 1


@pytest.mark.slow
@pytest.mark.parametrize("before", [0, 2])
def test_a_table_that_begins_a_page_keeps_its_header(before: int, tmp_path: Path) -> None:
    table = {"列": ["乡镇", "组织情况"], "行": [[f"第{n}镇", "已完成"] for n in range(1, 30)]}
    path = tmp_path / "input.yaml"
    begun = 0
    for lines in range(14, 20):
        annexes = [{"名称": "名单", "表格": table}] * before + [
            {"名称": "统计表", "段落": ["逐项统计。"] * lines, "表格": table}
        ]
        path.write_bytes(as_yaml(附件=annexes, 校对=UNREAD))
        (outcome,) = build_all((path,), Options(tmp_path / "dist"))
        assert not outcome.is_failed, (lines, outcome.diagnostics)
        pages = body_lines(read_lines(made(outcome, ".pdf")))
        heads = [page[0].text for page in pages].count("乡镇组织情况")
        begun += heads - before > 1
    assert begun, "no table began a page"


@pytest.mark.slow
def test_no_paragraph_ends_with_a_character_alone(built: Mapping[str, Outcome]) -> None:
    for outcome in built.values():
        pages = body_lines(read_lines(made(outcome, ".pdf")))
        body = itertools.takewhile(lambda page: not page[0].text.startswith("附件"), pages)
        lines = [line.text for page in body for line in page]
        assert [text for text in lines if len(text.rstrip("。；：”）")) < 2] == []
