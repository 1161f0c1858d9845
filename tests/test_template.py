"""Templates: the committed ones are as drawn; a changed one is followed, a broken one named."""

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.load.archive import write_zip
from pipeline.model.standard import PROFILES
from pipeline.tasks.build import Options, build_all
from pipeline.tasks.lint import check_template
from pipeline.tasks.scaffold import draw_template, write_template
from pipeline.template.store import load_template
from tests.samples import OFFICIAL, ROOT, as_yaml

DRAWN = {"summary": ("活动总结", False), "red-header": ("红头公文", True)}


@pytest.mark.parametrize("name", DRAWN)
def test_the_committed_templates_are_what_the_table_of_measures_gives(name: str) -> None:
    title, official = DRAWN[name]
    for file, data in draw_template(title, official=official).items():
        assert (ROOT / "templates" / name / file).read_bytes() == data, file


@pytest.mark.slow
@pytest.mark.parametrize("name", DRAWN)
def test_the_committed_templates_are_sound(name: str) -> None:
    assert check_template(name) == ()


@pytest.fixture
def own(office: Path) -> Path:
    """A template of an office's own, in a folder that it may spoil."""
    folder = office / "templates" / "own"
    folder.mkdir(parents=True)
    for file, data in draw_template("own", official=True).items():
        (folder / file).write_bytes(data)
    return folder


def change_word(folder: Path, part: str, change: Callable[[str], str]) -> None:
    path = folder / "word.docx"
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        files = {name: package.read(name) for name in package.namelist()}
    old = files[part].decode()
    assert change(old) != old
    files[part] = change(old).encode()
    path.write_bytes(write_zip(files))


def codes(name: str = "own") -> list[str]:
    return [diagnostic.code for diagnostic in check_template(name)]


def test_a_fresh_template_is_sound(own: Path) -> None:
    assert own.is_dir()
    assert codes() == []


def set_body_size(folder: Path, half_points: int) -> None:
    def change(xml: str) -> str:
        start = xml.index('w:styleId="body"')
        size = f'<w:sz w:val="{half_points}"/>'
        return xml[:start] + xml[start:].replace('<w:sz w:val="32"/>', size, 1)

    change_word(folder, "word/styles.xml", change)


def test_a_size_changed_in_word_holds_for_the_pdf_too(own: Path) -> None:
    set_body_size(own, 30)
    template, diagnostics = load_template(own)
    assert template is not None
    assert template.measures.styles["body"].size_pt == 15
    assert [d.code for d in diagnostics] == ["template-changed"]


def test_a_face_and_a_colour_changed_in_word_hold_too(own: Path) -> None:
    def kaiti(xml: str) -> str:
        start = xml.index('w:styleId="body"')
        end = xml.index("</w:style>", start)
        style = xml[start:end].replace("仿宋_GB2312", "楷体_GB2312")
        style = style.replace("</w:rPr>", '<w:color w:val="1F3864"/></w:rPr>')
        return xml[:start] + style + xml[end:]

    change_word(own, "word/styles.xml", kaiti)
    template, _ = load_template(own)
    assert template is not None
    body = template.measures.styles["body"]
    assert (body.font, body.color) == ("楷体", "1F3864")


def test_margins_changed_in_word_hold_too(own: Path) -> None:
    change_word(own, "word/document.xml", lambda xml: xml.replace('w:left="1587"', 'w:left="1701"'))
    template, _ = load_template(own)
    assert template is not None
    assert template.measures.page.left_mm == pytest.approx(30, abs=0.1)


def test_a_measure_that_both_changed_is_an_error(own: Path) -> None:
    set_body_size(own, 31)
    settings = own / "template.yaml"
    settings.write_text(
        settings.read_text("utf-8") + "覆盖:\n  样式:\n    公文正文: {字号: 15}\n", "utf-8"
    )
    assert codes() == ["template-conflict"]


def test_what_the_settings_say_is_written_into_word(own: Path) -> None:
    settings = own / "template.yaml"
    overrides = "覆盖:\n  页面: {行距: 28}\n  样式:\n    公文正文: {字号: 15, 首行缩进: 3}\n"
    settings.write_text(settings.read_text("utf-8") + overrides, "utf-8")
    template, diagnostics = load_template(own)
    assert template is not None
    assert diagnostics == ()
    body = template.measures.styles["body"]
    assert (body.size_pt, body.first_line_chars) == (15, 3)
    assert template.measures.pitch_pt("body") == 28
    with zipfile.ZipFile(io.BytesIO(template.word)) as package:
        style = package.read("word/styles.xml").decode().split('w:styleId="body"')[1]
        document = package.read("word/document.xml").decode()
    assert '<w:sz w:val="30"/>' in style.split("</w:style>")[0]
    assert 'w:line="560"' in style.split("</w:style>")[0]
    assert 'w:linePitch="560"' in document


@pytest.mark.slow
def test_the_second_profile_reaches_word_and_pdf(own: Path) -> None:
    settings = own / "template.yaml"
    settings.write_text(settings.read_text("utf-8").replace("office\n", "gbt33476\n", 1), "utf-8")
    template, diagnostics = load_template(own)
    assert template is not None
    assert diagnostics == ()
    assert template.measures.page.top_mm == 34.58
    with zipfile.ZipFile(io.BytesIO(template.word)) as package:
        assert 'w:top="1960"' in package.read("word/document.xml").decode()
    assert codes() == []


@pytest.mark.slow
def test_words_of_the_templates_own_are_no_fault_but_may_not_move_the_mark(own: Path) -> None:
    change_word(
        own,
        "word/document.xml",
        lambda xml: xml.replace("<w:body>", "<w:body><w:p><w:r><w:t>内部资料</w:t></w:r></w:p>"),
    )
    page = own / "page.html"
    page.write_text(page.read_text("utf-8").replace("<body>", "<body><p>内部资料</p>"), "utf-8")
    assert codes() == []
    path = own.parent.parent / "input.yaml"
    path.write_bytes(as_yaml(**{**OFFICIAL, "模板": "own"}))
    (outcome,) = build_all((path,), Options(own.parent.parent / "dist"))
    # 7.2.4: a line above the letterhead moves the mark down.
    found = [(fault.code, dict(fault.details)["rule"]) for fault in outcome.diagnostics]
    assert found == [("own-defect", "H04-place")]
    text = (own / "template.yaml").read_text("utf-8")
    (own / "template.yaml").write_text(text + "规则: {H04-place: 不查}\n", "utf-8")
    (outcome,) = build_all((path,), Options(own.parent.parent / "dist"))
    assert not outcome.is_failed, outcome.diagnostics


def test_an_override_that_word_follows_is_taken(own: Path) -> None:
    settings = own / "template.yaml"
    settings.write_text(settings.read_text("utf-8") + "覆盖:\n  页面: {标点悬挂: 否}\n", "utf-8")
    template, _ = load_template(own)
    assert template is not None
    assert not template.measures.page.hang_punctuation


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("版式: office", "版式: offise"),
        ("版头版记: 是", "版头版记: 也许"),
        ("名称: own", "名称: ''"),
    ],
)
def test_wrong_settings_are_named(own: Path, old: str, new: str) -> None:
    settings = own / "template.yaml"
    settings.write_text(settings.read_text("utf-8").replace(old, new), "utf-8")
    assert codes() == ["template-settings"]


@pytest.mark.parametrize("file", ["word.docx", "page.html", "page.css"])
def test_a_missing_file_is_named(own: Path, file: str) -> None:
    (own / file).unlink()
    assert codes() == ["template-file-missing"]


def test_an_undefined_name_in_word_is_named(own: Path) -> None:
    change_word(own, "word/document.xml", lambda xml: xml.replace("block.text", "block.txt", 1))
    assert codes() == ["template-undefined"]


def test_an_undefined_name_in_the_page_is_named(own: Path) -> None:
    page = own / "page.html"
    page.write_text(page.read_text("utf-8").replace("document.title", "document.titel"), "utf-8")
    assert codes() == ["template-undefined"]


def test_a_full_width_bar_in_a_tag_is_a_syntax_fault(own: Path) -> None:
    change_word(
        own,
        "word/document.xml",
        lambda xml: xml.replace("block.lines | join", "block.lines ｜ join"),
    )
    assert codes() == ["template-syntax"]


@pytest.mark.parametrize("kind", ["byline", "remark", "addressee", "annex_mark"])
def test_a_block_without_a_branch_in_word_is_named(own: Path, kind: str) -> None:
    change_word(
        own,
        "word/document.xml",
        lambda xml: xml.replace(f"block.kind == '{kind}'", "block.kind == 'x'"),
    )
    found = check_template("own")
    assert [(d.code, dict(d.details)["kind"]) for d in found] == [("template-branch-missing", kind)]


@pytest.mark.parametrize("kind", ["paragraph", "table", "picture"])
def test_a_block_without_a_branch_in_the_page_is_named(own: Path, kind: str) -> None:
    page = own / "page.html"
    text = page.read_text("utf-8").replace(f"block.kind == '{kind}'", "block.kind == 'x'")
    page.write_text(text, "utf-8")
    found = check_template("own")
    assert [(d.code, dict(d.details)["kind"]) for d in found] == [("template-branch-missing", kind)]


def test_a_missing_style_is_named(own: Path) -> None:
    change_word(own, "word/styles.xml", lambda xml: xml.replace("公文正文", "正文一"))
    assert "template-style-missing" in codes()


ATTACHED = (
    b'<Relationships><Relationship Id="r" Type="x/attachedTemplate" '
    b'Target="http://127.0.0.1/x.dotm" TargetMode="External"/></Relationships>'
)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("word/vbaProject.bin", b"macro"),
        ("word/embeddings/oleObject1.bin", b"ole"),
        ("word/activeX/activeX1.xml", b"<x/>"),
        ("word/_rels/settings.xml.rels", ATTACHED),
        ("word/evil.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
    ],
)
def test_what_can_act_is_refused(own: Path, name: str, data: bytes) -> None:
    path = own / "word.docx"
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        files = {part: package.read(part) for part in package.namelist()}
    path.write_bytes(write_zip({**files, name: data}))
    assert set(codes()) == {"template-unsafe"}


@pytest.mark.parametrize("data", [b"", b"not a zip", b"PK\x03\x04 cut off"])
def test_what_is_no_docx_is_refused(own: Path, data: bytes) -> None:
    (own / "word.docx").write_bytes(data)
    assert codes() == ["template-unsafe"]


def test_a_bomb_is_refused(own: Path) -> None:
    path = own / "word.docx"
    with zipfile.ZipFile(io.BytesIO(path.read_bytes())) as package:
        files = {part: package.read(part) for part in package.namelist()}
    path.write_bytes(write_zip({**files, "word/big.xml": b" " * 30_000_000}))
    assert codes() == ["template-unsafe"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1:9/x.png",
        "https://127.0.0.1:9/x.png",
        "ftp://127.0.0.1/x.png",
        "file:///etc/passwd",
        "FILE:///etc/passwd",
        "../../../etc/passwd",
        "/etc/passwd",
        "//127.0.0.1/x.png",
        "page.html",
    ],
)
@pytest.mark.parametrize(
    "vector",
    [
        '<img src="{}" alt="">',
        '<link rel="stylesheet" href="{}">',
        '<link rel="attachment" href="{}">',
        '<style>@import "{}";</style>',
        '<style>body {{ background: url("{}") }}</style>',
        '<object data="{}"></object>',
        '<svg width="9" height="9"><image href="{}" width="9" height="9"/></svg>',
    ],
)
def test_a_page_reads_nothing_but_its_own_files(own: Path, vector: str, address: str) -> None:
    page = own / "page.html"
    text = page.read_text("utf-8").replace("<body>", "<body>" + vector.format(address))
    page.write_text(text, "utf-8")
    assert codes() == ["renderer-warning"]


@pytest.mark.slow
def test_a_page_may_show_a_picture_of_its_own_folder(own: Path) -> None:
    from PIL import Image  # noqa: PLC0415

    Image.new("RGB", (20, 20), "red").save(own / "logo.png")
    page = own / "page.html"
    text = page.read_text("utf-8").replace(
        "<body>", '<body><img src="template:logo.png" alt="标志">'
    )
    page.write_text(text, "utf-8")
    assert codes() == []


def test_the_second_profile_holds_22_lines_too() -> None:
    for measures in PROFILES.values():
        page = measures.page
        lines = page.text_height_pt / page.line_pitch_pt
        assert int(lines + 1e-6) == page.lines_per_page
        assert 28 * (16 + page.tracking_pt) <= page.text_width_pt


def test_a_template_may_weigh_a_rule_otherwise_and_not_one_that_is_not_there(
    tmp_path: Path,
) -> None:
    folder = write_template("甲", tmp_path, official=False)
    path = folder / "template.yaml"
    path.write_text(path.read_text("utf-8") + "规则:\n  P08-lines: 不查\n", "utf-8")
    template, faults = load_template(folder)
    assert template is not None
    assert template.settings.severities() == {"P08-lines": None}
    assert not faults
    path.write_text(path.read_text("utf-8") + "  P08-line: 警告\n", "utf-8")
    template, faults = load_template(folder)
    assert template is None
    assert [fault.code for fault in faults] == ["template-settings"]
