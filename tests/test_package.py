"""What is written to dist/: safe names, whole files, packs that agree with what was built."""

import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.diagnostics.errors import OutputError, UsageError
from pipeline.load.archive import write_zip
from pipeline.tasks.package import Package, file_stem, write_package, write_packs


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("甲局/乙局：2026年“读书”活动总结?", "甲局_乙局：2026年“读书”活动总结_"),
        ("a\u202eb", "ab"),
        ("CON", "CON_"),
        ("总结. ", "总结"),
        ("...", "report"),
    ],
)
def test_a_title_becomes_a_name_that_windows_accepts(title: str, stem: str) -> None:
    assert file_stem(title) == stem


@given(st.text(min_size=1, max_size=300))
def test_any_title_becomes_a_usable_name(title: str) -> None:
    name = f"{file_stem(title)}.docx"
    assert len(name.encode()) <= 255
    assert not set(name) & set('<>:"/\\|?*\0\n\r')
    assert name[0] != "."


def package(**files: bytes) -> Package:
    named = {f"{name}.docx": data for name, data in files.items()}
    return Package("report", named, {"recipients": ["甲局", "乙局"]})


def test_files_of_an_earlier_title_go_and_others_stay(tmp_path: Path) -> None:
    write_package(package(old=b"1"), tmp_path)
    (tmp_path / "report" / "note.txt").write_text("mine")
    write_package(package(new=b"2"), tmp_path)
    names = {path.name for path in (tmp_path / "report").iterdir()}
    assert names == {"new.docx", "manifest.json", "SHA256SUMS", "note.txt"}


def test_no_temporary_file_is_left(tmp_path: Path) -> None:
    write_package(package(a=b"1"), tmp_path)
    assert not [path for path in tmp_path.rglob("*") if path.suffix == ".tmp"]


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    blocked = tmp_path / "dist"
    blocked.write_text("a file where the folder should be")
    with pytest.raises(OutputError) as caught:
        write_package(package(a=b"1"), blocked)
    assert "写不进" in str(caught.value)


def test_a_write_that_fails_leaves_the_old_file(tmp_path: Path) -> None:
    write_package(package(a=b"old"), tmp_path)
    # A folder in the place of a file makes the rename fail after the bytes were written.
    (tmp_path / "report" / "b.docx").mkdir()
    with pytest.raises(OutputError):
        write_package(Package("report", {"b.docx": b"new"}, {}), tmp_path)
    assert (tmp_path / "report" / "a.docx").read_bytes() == b"old"
    assert not list((tmp_path / "report").glob("*.tmp"))


def test_each_recipient_gets_a_zip_with_checksums(tmp_path: Path) -> None:
    write_package(package(a=b"1"), tmp_path)
    packs = write_packs(tmp_path, ())
    assert [path.name for path in packs] == ["乙局.zip", "甲局.zip"]
    with zipfile.ZipFile(packs[0]) as pack:
        assert pack.testzip() is None
        assert set(pack.namelist()) == {"SHA256SUMS", "report/a.docx", "report/manifest.json"}
        assert pack.read("report/a.docx") == b"1"
        assert all(info.external_attr >> 16 == 0o644 for info in pack.infolist())


def test_the_same_files_give_the_same_pack(tmp_path: Path) -> None:
    write_package(package(a=b"1"), tmp_path)
    first = [path.read_bytes() for path in write_packs(tmp_path, ())]
    assert first == [path.read_bytes() for path in write_packs(tmp_path, ("report",))]


def test_a_file_changed_after_the_build_is_not_packed(tmp_path: Path) -> None:
    write_package(package(a=b"1"), tmp_path)
    (tmp_path / "report" / "a.docx").write_bytes(b"changed in Word")
    with pytest.raises(UsageError, match="改动过"):
        write_packs(tmp_path, ())


def test_a_report_that_is_not_built_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="banxin build"):
        write_packs(tmp_path, ("nothing",))


def test_a_manifest_that_points_elsewhere_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "keep.txt").write_text("mine")
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "manifest.json").write_text(json.dumps({"files": {"../keep.txt": "0"}}))
    write_package(package(a=b"1"), tmp_path)
    assert (tmp_path / "keep.txt").exists()


def test_zips_are_the_same_whatever_the_order() -> None:
    assert write_zip({"b": b"2", "甲": b"1"}) == write_zip({"甲": b"1", "b": b"2"})
