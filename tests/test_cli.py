"""The command as a new user would try it, on right and on wrong words."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.cli import main
from pipeline.diagnostics.errors import ExitCode
from pipeline.model.report import report_model
from pipeline.model.report.description import fields_of
from pipeline.tasks.build import find_templates
from pipeline.tasks.schema import draw_schema
from tests.samples import OFFICIAL, ROOT, as_yaml

RECORD = {"code", "severity", "file", "line", "column", "message", "hint"}


def run(*words: str) -> int:
    return main(list(words))


def test_new_then_build_goes_through_with_warnings(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", "读书月") == ExitCode.DONE
    assert run("build") == ExitCode.DONE
    said = capsys.readouterr()
    reported = set(re.findall(r"(?:error|warning|note)\[([^\]]+)\]", said.err))
    assert reported == {"blank"}
    assert len(list((office / "dist" / "读书月").glob("*.docx"))) == 1
    first = (office / "inputs" / "读书月.yaml").read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=./report.schema.json"
    assert (office / "inputs" / "report.schema.json").is_file()


def test_a_workbook_given_to_build_is_met_with_how_it_becomes_an_input(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "填报表.xlsx").write_bytes(b"PK")
    assert run("build", "填报表.xlsx") == ExitCode.USAGE
    assert "banxin sheet import 填报表.xlsx" in capsys.readouterr().err


def test_a_red_header_starter_builds_as_it_stands(office: Path) -> None:
    assert run("new", "红头", "--template", "red-header") == ExitCode.DONE
    assert run("build") == ExitCode.DONE
    assert run("build", "--strict", "--out", "strict") == ExitCode.REPORT_FAILED
    assert not (office / "strict").exists()


def test_new_overwrites_nothing(office: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("new", "a")
    (office / "inputs" / "a.yaml").write_text("mine")
    assert run("new", "a") == ExitCode.USAGE
    assert (office / "inputs" / "a.yaml").read_text() == "mine"
    assert "已经存在" in capsys.readouterr().err


@pytest.mark.usefixtures("office")
def test_new_with_an_unknown_template_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("new", "a", "--template", "sumary", "--lang", "en") == ExitCode.USAGE
    assert "there is no template" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["build", "check"])
def test_json_is_one_array_and_nothing_beside_it(
    command: str, office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = office / "a.yaml"
    path.write_bytes(as_yaml(结尾=None, 多余="x"))
    assert run(command, str(path), "--json") == ExitCode.REPORT_FAILED
    said = capsys.readouterr()
    records = json.loads(said.out)
    assert {record["code"] for record in records} == {"missing-field", "unknown-key"}
    assert all(set(record) == RECORD for record in records)
    assert {record["severity"] for record in records} == {"error"}
    assert said.err == ""


def test_a_sound_input_gives_an_empty_array(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = office / "a.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + as_yaml())  # a byte order mark, as Windows editors write
    assert run("check", str(path), "--json") == ExitCode.DONE
    assert json.loads(capsys.readouterr().out) == []


def test_messages_come_in_english_on_request(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = office / "a.yaml"
    path.write_bytes(as_yaml(结尾=None))
    run("check", str(path), "--lang", "en")
    assert "is missing" in capsys.readouterr().out


def test_check_writes_nothing(office: Path) -> None:
    path = office / "a.yaml"
    path.write_bytes(as_yaml())
    assert run("check", str(path)) == ExitCode.DONE
    assert [p.name for p in office.iterdir()] == ["a.yaml"]


def test_an_empty_office_is_shown_what_to_do(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "inputs").mkdir()
    assert run("build") == ExitCode.USAGE
    assert "banxin new" in capsys.readouterr().err


@pytest.mark.usefixtures("office")
def test_an_input_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "没有.yaml") == ExitCode.REPORT_FAILED
    assert "file-missing" in capsys.readouterr().err


def test_a_word_file_as_input_is_bad_usage(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "a.docx").write_bytes(b"PK")
    assert run("build", "a.docx") == ExitCode.USAGE
    assert "不是 YAML" in capsys.readouterr().err


@pytest.mark.usefixtures("office")
def test_an_unknown_format_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("build", "--format", "ofd") == ExitCode.USAGE
    assert "ofd" in capsys.readouterr().err


def test_a_dist_that_cannot_be_written_has_an_exit_code_of_its_own(office: Path) -> None:
    (office / "a.yaml").write_bytes(as_yaml())
    (office / "dist").write_text("")
    assert run("build", "a.yaml") == ExitCode.OUTPUT


def test_words_that_the_command_does_not_have_are_bad_usage(
    capsys: pytest.CaptureFixture[str],
) -> None:
    for words in (["shema"], ["build", "--strct"], ["check"], []):
        with pytest.raises(SystemExit) as caught:
            main(words)
        assert caught.value.code == ExitCode.USAGE
        assert "--help" in capsys.readouterr().err


def test_of_many_findings_of_a_kind_the_first_show_the_fix(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "a.yaml").write_bytes(as_yaml(基本情况=["【待填】"] * 9))
    run("check", "a.yaml")
    said = capsys.readouterr().out
    assert said.count("warning[blank]") == 9
    assert said.count("改法") == 3


def test_pack_makes_a_zip_for_each_recipient(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "a.yaml").write_bytes(as_yaml(**OFFICIAL))
    run("build", "a.yaml")
    assert run("pack") == ExitCode.DONE
    assert "县文化和旅游局.zip" in capsys.readouterr().out
    assert len(list((office / "dist" / "packs").glob("*.zip"))) == 2


def test_the_schema_is_the_one_that_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema") == ExitCode.DONE
    printed = capsys.readouterr().out
    assert printed == (ROOT / "inputs" / "report.schema.json").read_text("utf-8")
    assert json.loads(printed)["properties"]["标题"]["description"]


def test_the_english_schema_has_the_english_names() -> None:
    outlines = find_templates().outlines
    models = map(report_model, outlines.by_name.values())
    names = {field.name for model in models for field in fields_of(model)}
    assert set(draw_schema(outlines, english=True)["properties"]) == names


@pytest.mark.slow
@pytest.mark.usefixtures("office")
def test_a_fresh_template_can_be_checked_and_built_with(office: Path) -> None:
    assert run("template", "new", "own", "--letterhead") == ExitCode.DONE
    assert run("template", "check", "own") == ExitCode.DONE
    assert run("template", "new", "own") == ExitCode.USAGE
    (office / "a.yaml").write_bytes(as_yaml(**{**OFFICIAL, "模板": "own"}))
    assert run("build", "a.yaml") == ExitCode.DONE


def test_an_unknown_template_is_named_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("template", "check", "sumary") == ExitCode.REPORT_FAILED
    assert "summary" in capsys.readouterr().err


def test_doctor_finds_everything_here(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor") == ExitCode.DONE
    said = capsys.readouterr().out
    for word in ("小标宋", "仿宋", "楷体", "黑体", "宋体", "Pango"):
        assert word in said
    assert "✗" not in said


def test_help_loads_none_of_the_heavy_libraries() -> None:
    words = "import sys\nfrom pipeline.cli import main\n"
    words += "try: main(['--help'])\nexcept SystemExit: pass"
    heavy = "{'weasyprint', 'docx', 'docxtpl', 'pydantic', 'lxml', 'yaml', 'rich', 'PIL'}"
    code = f"{words}\nassert not {heavy} & set(sys.modules), {heavy} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=60)


def test_a_reader_that_goes_away_is_no_crash(tmp_path: Path) -> None:
    command = f"{sys.executable} -m pipeline.cli schema | head -1"
    done = subprocess.run(
        ["sh", "-c", command],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert "Traceback" not in done.stderr


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes there")
def test_characters_that_cannot_be_printed_are_no_crash(office: Path) -> None:
    name = os.fsdecode(b"\xb8\xc5.yaml")  # 概 as an old Windows names it
    words = "标题: 甲\n导语: |\n  甲\n甲\ud800乙\n"
    (office / name).write_bytes(words.encode("utf-8", "surrogatepass"))
    for form in (("--html", "a.html"), ("--json",), ("--sarif",)):
        done = subprocess.run(
            [sys.executable, "-m", "pipeline.cli", "check", name, *form],
            capture_output=True,
            cwd=office,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            check=False,
        )
        assert done.returncode == ExitCode.REPORT_FAILED, done.stderr
        assert b"Traceback" not in done.stderr
        if form[0] != "--html":
            assert json.loads(done.stdout)


@pytest.mark.parametrize("form", ["{0}年{1}月{2}日", "{0}.{1}.{2}", "{0}/{1}/{2}", "{0}-{1}-{2}"])
def test_every_date_of_an_input_may_be_written_as_its_author_is_used_to(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "inputs/wubu-2008.yaml").read_text("utf-8")
    shutil.copytree(ROOT / "inputs/wubu-2008", tmp_path / "wubu-2008")
    written = re.sub(
        r"(日期|开始|结束): (\d{4})-(\d\d)-(\d\d)",
        lambda match: f"{match[1]}: " + form.format(match[2], int(match[3]), int(match[4])),
        text,
    )
    assert written != text
    (tmp_path / "总结.yaml").write_text(written, "utf-8")
    assert run("check", str(tmp_path / "总结.yaml")) == ExitCode.DONE
    assert not re.search(r"(?:error|warning|note)\[", capsys.readouterr().out)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        *(("4月8日", "date-without-year"), ("2008年7月", "date-without-day")),
        *(("08-7-16", "date-short-year"), ("16/07/2008", "date-year-last")),
        *(("2008.2.30", "impossible-date"), ("20080716", "bad-date-format")),
        *(("【待确认：2008.7.16】", "unconfirmed-date"), ("2008", "bad-date-format")),
    ],
)
def test_a_date_that_cannot_be_one_is_reported_for_what_it_lacks(
    typed: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (ROOT / "inputs/wubu-2008.yaml").read_text("utf-8")
    shutil.copytree(ROOT / "inputs/wubu-2008", tmp_path / "wubu-2008")
    (tmp_path / "总结.yaml").write_text(text.replace("日期: 2008-07-16", f"日期: {typed}"), "utf-8")
    assert run("check", str(tmp_path / "总结.yaml")) == ExitCode.REPORT_FAILED
    assert re.findall(r"error\[([^\]]+)\]", capsys.readouterr().out) == [code]
