"""`banxin sheet`: files are found, written and never replaced unasked."""

from pathlib import Path

import openpyxl
import pytest

from pipeline.cli import main
from pipeline.diagnostics.errors import ExitCode
from pipeline.load.yaml import load_input, to_plain
from pipeline.model.report import Report
from tests.samples import OFFICIAL, FourParts, as_yaml
from tests.test_form import fill


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one input, with a comment in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inputs").mkdir()
    (tmp_path / "inputs/读书月.yaml").write_bytes(b"# \xe6\xb3\xa8\n" + as_yaml(**OFFICIAL))
    return tmp_path


def report_in(path: Path) -> Report:
    root = load_input(path).root
    assert root is not None
    return FourParts.model_validate(to_plain(root))


@pytest.mark.parametrize("named", ["读书月", "inputs/读书月.yaml", "inputs/读书月.xlsx"])
def test_an_input_goes_out_by_its_name_its_path_or_its_workbook(
    office: Path, named: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sheet", "export", named]) == ExitCode.DONE
    assert (office / "inputs/读书月.xlsx").is_file()
    assert "banxin sheet import inputs/读书月.xlsx" in capsys.readouterr().out


def test_what_goes_out_comes_back_in_and_builds_on(office: Path) -> None:
    typed = report_in(office / "inputs/读书月.yaml")
    assert main(["sheet", "export", "读书月", "--out", "表.xlsx"]) == ExitCode.DONE
    assert main(["sheet", "import", "表.xlsx"]) == ExitCode.DONE
    assert report_in(office / "inputs/表.yaml") == typed
    assert (office / "inputs/report.schema.json").is_file()
    assert main(["check", "inputs/表.yaml"]) == ExitCode.DONE


def test_nothing_is_replaced_unless_it_is_asked_for(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = office / "inputs/读书月.yaml"
    before = path.read_bytes()
    assert main(["sheet", "export", "读书月"]) == ExitCode.DONE
    assert main(["sheet", "export", "读书月"]) == ExitCode.USAGE
    assert main(["sheet", "import", "inputs/读书月.xlsx"]) == ExitCode.USAGE
    assert path.read_bytes() == before
    reported = capsys.readouterr().err
    assert "--out" in reported
    assert "--force" in reported
    assert main(["sheet", "import", "inputs/读书月.xlsx", "--force"]) == ExitCode.DONE
    assert "注释没有保留" in capsys.readouterr().out
    assert main(["sheet", "export", "读书月", "--force"]) == ExitCode.DONE


def test_a_new_form_has_its_blanks_to_fill_in(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sheet", "new", "消防月", "--template", "red-header"]) == ExitCode.DONE
    book = openpyxl.load_workbook(office / "inputs/消防月.xlsx")
    names = ["填写说明", "基本信息", "数据", "正文", "附件1", "其他"]
    assert book.sheetnames == names
    assert "【待填" in str(book["基本信息"]["B5"].value)
    assert main(["sheet", "import", "inputs/消防月.xlsx"]) == ExitCode.DONE
    assert "基本信息!B5: warning[blank]" in capsys.readouterr().err


def test_a_form_with_an_error_writes_nothing(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sheet", "export", "读书月", "--out", "表.xlsx"]) == ExitCode.DONE
    book = openpyxl.load_workbook("表.xlsx")
    fill("日期", "十月八日")(book)
    book.save("表.xlsx")
    assert main(["sheet", "import", "表.xlsx"]) == ExitCode.REPORT_FAILED
    assert not (office / "inputs/表.yaml").exists()
    reported = capsys.readouterr().err
    assert "表.xlsx#基本信息!B" in reported
    assert "error[date-without-year] “日期”写成了“十月八日”" in reported
    assert "什么也没有写" in reported


def test_an_input_that_cannot_be_read_gives_no_form(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "inputs/坏.yaml").write_text("标题：甲\n", "utf-8")
    assert main(["sheet", "export", "坏"]) == ExitCode.REPORT_FAILED
    assert not (office / "inputs/坏.xlsx").exists()
    assert "fullwidth-colon" in capsys.readouterr().err


@pytest.mark.parametrize(
    "command",
    [
        ["sheet", "import", "没有.xlsx"],
        ["sheet", "import", "inputs/读书月.yaml"],
        ["sheet", "export", "inputs"],
        ["sheet", "export", "读书月", "--out", "表.docx"],
        ["sheet", "new", "消防月", "--template", "没有"],
    ],
)
def test_what_cannot_be_meant_is_reported(
    office: Path, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(command) == ExitCode.USAGE
    assert capsys.readouterr().err.startswith("banxin: ")
    assert list(office.rglob("*.xlsx")) == []


def test_a_file_that_is_no_workbook_is_reported(
    office: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (office / "表.xlsx").write_text("不是工作簿", "utf-8")
    assert main(["sheet", "import", "表.xlsx"]) == ExitCode.REPORT_FAILED
    assert "sheet-format" in capsys.readouterr().err
