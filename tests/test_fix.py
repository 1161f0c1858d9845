"""`banxin check --fix` as a clerk calls it: shown, asked, written whole."""

import io
import shutil
from pathlib import Path
from typing import Any

import pytest

from pipeline.cli import main
from pipeline.diagnostics.errors import ExitCode
from tests.samples import ROOT, as_yaml

WRONG, RIGHT = "全馆建立台帐，，逐项落实。", "全馆建立台账，逐项落实。"


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    monkeypatch.setattr("sys.stdin", _Terminal(words + "\n"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "总结.yaml"
    path.write_bytes(as_yaml(导语=WRONG))
    return path


def test_without_a_terminal_the_diff_is_shown_and_nothing_is_written(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))
    before = path.read_bytes()
    assert main(["check", "--fix", str(path)]) == ExitCode.REPORT_FAILED
    said = capsys.readouterr()
    assert f"-导语: {WRONG}" in said.out
    assert f"+导语: {RIGHT}" in said.out
    assert "--yes" in said.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("word", ["y", "是", "Y"])
def test_on_a_terminal_it_is_done_when_it_is_wanted(
    word: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, word)
    assert main(["check", "--fix", str(path)]) == ExitCode.DONE
    assert RIGHT in path.read_text("utf-8")


@pytest.mark.parametrize("word", ["", "n", "不"])
def test_on_a_terminal_nothing_is_written_without_a_yes(
    word: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer(monkeypatch, word)
    before = path.read_bytes()
    assert main(["check", "--fix", str(path)]) == ExitCode.REPORT_FAILED
    assert path.read_bytes() == before


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_encoding_mark_and_line_ends_stay(mark: bytes, line_end: bytes, path: Path) -> None:
    data = mark + path.read_bytes().replace(b"\n", line_end)
    path.write_bytes(data)
    assert main(["check", "--fix", "--yes", str(path)]) == ExitCode.DONE
    assert path.read_bytes() == data.replace(WRONG.encode(), RIGHT.encode())


def test_a_second_time_there_is_nothing_to_fix(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--fix", "--yes", str(path)]) == ExitCode.DONE
    once = path.read_bytes()
    capsys.readouterr()
    assert main(["check", "--fix", str(path)]) == ExitCode.DONE
    assert "没有可以自动改的地方" in capsys.readouterr().out
    assert path.read_bytes() == once


def test_what_is_left_is_reported_after_fixing(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(as_yaml(导语="全馆建立台帐，开展“读书活动。"))
    assert main(["check", "--fix", "--yes", str(path)]) == ExitCode.REPORT_FAILED
    said = capsys.readouterr().out
    assert "改了 1 处" in said
    assert "error[Q16-unpaired]" in said
    assert "W01-word" not in said


def test_an_input_with_faults_has_to_be_fixed_first(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(as_yaml(导语=WRONG, 结尾=None))
    before = path.read_bytes()
    assert main(["check", "--fix", "--yes", str(path)]) == ExitCode.REPORT_FAILED
    said = capsys.readouterr()
    assert "先改正下面的错误" in said.err
    assert "没有可以自动改的地方" not in said.out
    assert "missing-field" in said.out
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"突出特点": ["召开会议【会议场次】。"]}, "unknown-figure"),
        ({"突出特点": ["召开会议【会议。"]}, "unclosed-reference"),
        ({"突出特点": ["【待确认：37】人参加。"]}, "unconfirmed-figure"),
        ({"数据": {"会议": {"数值": "3次", "分项": {"甲": "1", "乙": "1"}}}}, "parts-sum"),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_beside_errors_of_what_is_said_the_text_is_fixed(
    changes: dict[str, Any], code: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(as_yaml(导语=WRONG, **changes))
    before = path.read_bytes()
    assert main(["check", "--fix", "--yes", str(path)]) == ExitCode.REPORT_FAILED
    assert f"error[{code}]" in capsys.readouterr().out
    assert path.read_bytes() == before.replace(WRONG.encode(), RIGHT.encode())


@pytest.mark.parametrize(
    "typed",
    [
        "参加师生参加师生【参加师生。",
        "建立台帐【台帐，建立台帐。",
        "建立［待确认：台帐］，建立台帐。",
        "建立【待确认：台帐】。",
    ],
)
def test_a_passage_with_a_broken_mark_and_what_a_mark_holds_stay_as_they_are(
    typed: str, path: Path
) -> None:
    path.write_bytes(as_yaml(导语=typed, 数据={"参加师生": "3人"}))
    before = path.read_bytes()
    main(["check", "--fix", "--yes", str(path)])
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "typed",
    [
        "逐户建立台帐，分类管理 # 注，一户一档，按月更新。",
        "逐户建立台帐，分类管理 #3号楼先行。",
        "逐户建立台帐，分类管理， # 一户一档。",
    ],
)
def test_a_text_whose_rest_a_comment_hides_is_reported_and_stays(
    typed: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(as_yaml(导语=WRONG).replace(WRONG.encode(), typed.encode()))
    before = path.read_bytes()
    main(["check", "--fix", "--yes", str(path)])
    printed = capsys.readouterr().out
    assert "warning[comment-in-text]" in printed
    assert "台帐" in printed
    assert "--fix 可以自动改" not in printed
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "typed",
    [
        "全馆建立台帐，逐项落实。 # 改过，见来文。",
        "全馆建立台帐，逐项落实 # 待核，问小王",
        "全馆建立台帐，逐项落实 # 改自去年的总结",
    ],
)
def test_a_remark_behind_a_text_stays_and_the_text_is_fixed(
    typed: str, path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(as_yaml(导语=WRONG).replace(WRONG.encode(), typed.encode()))
    assert main(["check", "--fix", "--yes", str(path)]) == ExitCode.DONE
    assert "comment-in-text" not in capsys.readouterr().out
    assert f"导语: {typed.replace('台帐', '台账')}\n" in path.read_text("utf-8")


def test_a_tree_that_may_be_other_than_was_meant_is_not_fixed(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(as_yaml(导语=WRONG) + "标题: 又一个标题\n".encode())
    before = path.read_bytes()
    assert main(["check", "--fix", "--yes", str(path)]) == ExitCode.REPORT_FAILED
    said = capsys.readouterr()
    assert "先改正下面的错误" in said.err
    assert "duplicate-key" in said.out
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    "words", [["--yes"], ["--fix", "--json"], ["--fix", "--sarif"]], ids=" ".join
)
def test_options_that_do_not_go_together_are_bad_usage(words: list[str], path: Path) -> None:
    assert main(["check", *words, str(path)]) == ExitCode.USAGE


def test_a_plan_of_a_roll_up_is_fixed_in_its_own_words(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "inputs" / "rollup", tmp_path / "rollup")
    plan = tmp_path / "rollup" / "reading-month-2026.yaml"
    typed = plan.read_text("utf-8")
    issue = typed.replace("【汇总.报送率】；", "【汇总.报送率】，，").replace(
        "不搞一刀切", "不搞台帐"
    )
    assert issue != typed
    plan.write_text(issue, "utf-8")
    assert main(["check", "--fix", "--yes", str(plan)]) == ExitCode.DONE
    assert plan.read_text("utf-8") == issue.replace("，，", "，").replace("台帐", "台账")


def test_documents_are_not_fixed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "成品.docx").write_bytes(b"PK")
    assert main(["check", "--fix", str(tmp_path / "成品.docx")]) == ExitCode.USAGE
    assert "Word" in capsys.readouterr().err


def test_findings_of_the_text_are_reported_in_english_too(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--lang", "en", str(path)])
    said = capsys.readouterr().out
    assert "warning[W01-word] a wrong word: “台帐”" in said
    assert "hint: use “台账”" in said
