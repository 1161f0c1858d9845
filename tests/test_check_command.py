"""`banxin check` of documents as a clerk calls it."""

import io
import json
import re
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from pipeline.cli import main
from pipeline.cli.lines import fold, printable
from pipeline.diagnostics.diagnostic import columns_of
from pipeline.diagnostics.errors import ExitCode
from pipeline.inspect.files import MAX_FILE_BYTES
from tests import hostile
from tests.samples import as_yaml

TEXTS = (
    "关于开展读书活动的总结",
    "县委宣传部：",
    "今年以来,我局开展了读书活动。",
    "某某局",
    "2026.8.1",
)


def run(*words: str) -> int:
    return main(list(words))


def draft(*, top_mm: float = 40) -> bytes:
    """What comes out of Word when nobody has set anything."""
    word = docx.Document()
    word.sections[0].page_width, word.sections[0].page_height = Mm(210), Mm(297)
    word.sections[0].top_margin = Mm(top_mm)
    title, *rest = (word.add_paragraph() for _ in TEXTS)
    title.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for text, paragraph in zip(TEXTS, (title, *rest), strict=True):
        paragraph.add_run(text).font.size = Pt(18 if paragraph is title else 12)
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def inbox(office: Path) -> Path:
    folder = office / "收件"
    folder.mkdir()
    (folder / "初稿.docx").write_bytes(draft())
    (folder / "~$初稿.docx").write_bytes(b"\0" * 162)
    (folder / "扫描件.pdf").write_bytes(hostile.pages(1))
    return folder


def test_a_draft_is_reported_rule_by_rule_with_clause_place_and_fix(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", str(inbox / "初稿.docx")) == ExitCode.REPORT_FAILED
    said = capsys.readouterr()
    assert re.search(r"error\[P03-top\] 5\.2\.1.*40\.0 毫米，应当是 37\.0 毫米", said.out)
    assert re.search(r"error\[Q12-half\] GB/T 15834.*第 3 段 “今年以来,我局", said.out)
    assert "改法: " in said.out
    assert "没有通过（错误" in said.out
    assert "认作不带红头的材料" in said.out
    assert said.err == ""
    assert "共 1 份：通过 0，没有通过 1" in said.out


def test_a_folder_without_inputs_gives_its_documents_and_no_lock_files(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", str(inbox), "--lang", "en")
    said = capsys.readouterr()
    assert "checked: " in said.out
    assert "初稿.docx: failed" in said.out
    assert "扫描件.pdf" in said.err + said.out
    assert "~$" not in said.err + said.out


def test_a_folder_with_inputs_gives_those_alone(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (inbox / "a.yaml").write_bytes(as_yaml())
    assert run("check", str(inbox)) == ExitCode.DONE
    assert "共 1 份" in capsys.readouterr().out


@pytest.mark.usefixtures("inbox")
def test_inputs_and_documents_go_together_in_their_order(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "a.yaml").write_bytes(as_yaml(结尾=None))
    words = ("收件/扫描件.pdf", "a.yaml", "收件/初稿.docx")
    assert run("check", *words, "--json") == ExitCode.REPORT_FAILED
    said = capsys.readouterr()
    records = json.loads(said.out)
    assert list(dict.fromkeys(record["file"] for record in records)) == list(words)
    assert said.err == ""
    by_file = {record["file"]: record for record in records}
    assert by_file["a.yaml"]["line"] == 1
    assert by_file["收件/初稿.docx"]["clause"]


@pytest.mark.usefixtures("inbox")
@pytest.mark.parametrize(
    ("changes", "zh", "en"),
    [
        ({"结尾": None}, "正文还没有校对", "the text was not proofread yet"),
        ({"结尾": "召开【会议。"}, "【】不成对", "text with a lone 【"),
    ],
)
def test_the_last_line_of_an_input_says_that_its_text_was_not_proofread(
    changes: dict[str, Any],
    zh: str,
    en: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "总结.yaml"
    path.write_bytes(as_yaml(**changes))
    assert main(["check", str(path)]) == ExitCode.REPORT_FAILED
    *_, failed, last, _ = capsys.readouterr().out.splitlines()
    assert failed == f"✗ {path}：没有通过"
    assert last.strip().startswith(zh)
    assert main(["check", "--lang", "en", str(path)]) == ExitCode.REPORT_FAILED
    assert capsys.readouterr().out.splitlines()[-2].strip().startswith(en)


@pytest.mark.parametrize("closing", ["召开【会议】。", "召开【待确认：3】次会议。"])
def test_of_a_text_that_was_proofread_nothing_more_is_said(
    closing: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "总结.yaml"
    path.write_bytes(as_yaml(导语="建立台帐。", 结尾=closing))
    assert main(["check", str(path)]) == ExitCode.REPORT_FAILED
    said = capsys.readouterr().out
    assert "W01-word" in said
    assert said.splitlines()[-2] == f"✗ {path}：没有通过"


def test_of_a_file_without_text_no_proofreading_is_spoken_of(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "总结.yaml"
    path.write_bytes(b"\xff\xfe\x00")
    assert main(["check", str(path)]) == ExitCode.REPORT_FAILED
    assert "校对" not in capsys.readouterr().out


def test_sarif_is_all_that_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "收件/初稿.docx", "--sarif") == ExitCode.REPORT_FAILED
    said = capsys.readouterr()
    assert json.loads(said.out)["runs"][0]["results"]
    assert said.err == ""
    with pytest.raises(SystemExit) as caught:
        run("check", "收件/初稿.docx", "--sarif", "--json")
    assert caught.value.code == ExitCode.USAGE


@pytest.mark.slow
@pytest.mark.usefixtures("inbox")
def test_the_page_shows_the_pages_with_the_findings_on_them(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("check", "收件", "--html", "结果/全部.html") == ExitCode.REPORT_FAILED
    assert "带图的结果：结果/全部.html" in capsys.readouterr().out
    text = (office / "结果" / "全部.html").read_text("utf-8")
    assert text.count("data:image/png;base64,") == 2
    assert '<rect class="box error"' in text
    assert [path.name for path in (office / "结果").iterdir()] == ["全部.html"]


@pytest.mark.usefixtures("inbox")
def test_without_libreoffice_the_page_says_why_it_has_no_pictures(
    office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(office))
    run("check", "收件/初稿.docx", "--html", "a.html")
    text = (office / "a.html").read_text("utf-8")
    assert "没有页面的图" in text
    assert "LibreOffice" in text
    assert "data:image" not in text.split("</style>")[1]


def test_roles_are_listed_with_how_sure_they_are(
    inbox: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("check", str(inbox / "初稿.docx"), "--roles")
    said = capsys.readouterr().out
    assert re.search(r"\d+%  主送机关 +县委宣传部：", said)
    assert re.search(r"\d+%  标题 +关于开展读书活动的总结", said)


@pytest.mark.slow
def test_strict_makes_a_warning_fail(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "a.docx").write_bytes(draft())
    run("check", "a.docx")
    ids = re.findall(r"error\[([\w-]+)\]", capsys.readouterr().out)
    off = "".join(f"  {rule_id}: 警告\n" for rule_id in dict.fromkeys(ids))
    (office / "规定.yaml").write_text(f"规则:\n{off}", "utf-8")
    assert run("check", "a.docx", "--rules", "规定.yaml") == ExitCode.DONE
    assert run("check", "a.docx", "--rules", "规定.yaml", "--strict") == ExitCode.REPORT_FAILED


def test_local_rules_change_what_is_wanted_and_are_named(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "a.docx").write_bytes(draft(top_mm=30))
    (office / "规定.yaml").write_text("名称: 某县\n覆盖: {页面: {上边距: 30}}\n", "utf-8")
    run("check", "a.docx", "--rules", "规定.yaml")
    said = capsys.readouterr().out
    assert "P03-top" not in said
    assert "版式 office（30/35/28/26 毫米）；本地规定 某县（规定.yaml）" in said


def test_a_profile_can_be_given(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (office / "a.docx").write_bytes(draft(top_mm=34.6))
    run("check", "a.docx")
    assert "版式 gbt33476（34.58/32.58/28/26 毫米，从页面认出）" in capsys.readouterr().out
    run("check", "a.docx", "--profile", "office")
    said = capsys.readouterr().out
    assert "版式 office（37/35/28/26 毫米）" in said
    assert "P03-top" in said
    with pytest.raises(SystemExit) as caught:
        run("check", "a.docx", "--profile", "a4")
    assert caught.value.code == ExitCode.USAGE


def test_typos_in_the_rules_are_reported_with_their_line(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "a.docx").write_bytes(draft())
    (office / "规定.yaml").write_text("规则:\n  P03-tob: 不查\n", "utf-8")
    assert run("check", "a.docx", "--rules", "规定.yaml") == ExitCode.USAGE
    said = capsys.readouterr().err
    assert "规定.yaml:2:3: error[unknown-rule]" in said
    assert "P03-top" in said
    assert "  2 |   P03-tob: 不查" in said


@pytest.mark.parametrize("name", ["a.doc", "a.wps", "a.DOC", "a.docm"])
@pytest.mark.usefixtures("office")
def test_an_old_document_is_to_be_saved_anew(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(b"\xd0\xcf\x11\xe0")
    assert run("check", name) == ExitCode.USAGE
    assert "另存为 .docx" in capsys.readouterr().err


@pytest.mark.usefixtures("office")
def test_what_cannot_be_checked_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text("a")
    Path("leer").mkdir()
    Path("~$a.docx").write_bytes(b"")
    for name in ("a.txt", "leer", "~$a.docx"):
        assert run("check", name) == ExitCode.USAGE
        assert ".docx" in capsys.readouterr().err
    for page in ("a.pdf", "leer"):
        assert run("check", "a.docx", "--html", page) == ExitCode.USAGE
        assert "--html" in capsys.readouterr().err


@pytest.mark.usefixtures("office")
def test_a_document_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", "没有.docx") == ExitCode.REPORT_FAILED
    assert "error[file-missing]" in capsys.readouterr().out


@pytest.mark.usefixtures("office")
def test_a_giant_is_refused_before_it_is_read(capsys: pytest.CaptureFixture[str]) -> None:
    with Path("a.pdf").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    assert run("check", "a.pdf") == ExitCode.REPORT_FAILED
    assert "error[document-too-large]" in capsys.readouterr().out


@pytest.mark.usefixtures("inbox")
def test_one_that_cannot_be_opened_does_not_stop_the_others(
    capsys: pytest.CaptureFixture[str],
) -> None:
    Path("a.docx").write_bytes(hostile.encrypted_docx())
    Path("b.pdf").write_bytes(hostile.cut_pdf())
    words = ("a.docx", "b.pdf", "收件/初稿.docx")
    assert run("check", *words) == ExitCode.REPORT_FAILED
    said = capsys.readouterr().out
    assert "error[document-encrypted]" in said
    assert "error[document-damaged]" in said
    assert "error[P03-top]" in said


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.usefixtures("office")
def test_what_goes_to_a_file_goes_there_though_the_terminal_shows_a_bar(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    names = tuple(f"{number}.docx" for number in range(6))
    monkeypatch.setattr("sys.stderr", _Terminal())
    monkeypatch.setattr("sys.stdout", file := io.StringIO())
    assert run("check", *names) == ExitCode.REPORT_FAILED
    said = file.getvalue()
    assert said.count("error[file-missing]") == said.count("✗") == len(names)


# --- lines of a terminal ---------------------------------------------------------------------


@pytest.mark.parametrize("columns", [24, 40, 61, 80])
def test_lines_fit_and_lose_nothing(columns: int) -> None:
    text = "error[P03-top] 5.2.1 第 1 页：天头（上白边）不对：30.0 毫米，应当是 37.0 毫米。（可能）"
    lines = fold(text, columns, "  ").split("\n")
    assert all(columns_of(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line.strip()[0] in "，。：）" for line in lines)


def test_a_word_longer_than_the_line_stands_alone() -> None:
    assert fold("甲 " + "x" * 40 + " 乙", 24, "") == "甲\n  " + "x" * 40 + "\n  乙"


def test_nothing_of_a_stranger_steers_the_terminal() -> None:
    assert printable("a\x1b[31mb\tc\nd\u202ee") == "a\ufffd[31mb c d\ufffde"
