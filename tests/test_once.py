"""What a run does once, however many reports and files come of it."""

import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from pipeline.prose.proofread import proofread
from pipeline.tasks.build import Options, audit_one, build_all, check_all
from tests.samples import ROOT, as_yaml

_opened: list[Path] = []
"""What was opened since the list was emptied: a hook can be added and never taken off."""


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open" and isinstance(arguments[0], str):
        _opened.append(Path(arguments[0]))


sys.addaudithook(_note)

FILES = ("template.yaml", "word.docx", "page.html", "page.css")


def reads_of(name: str) -> dict[str, int]:
    """How often each file of a template was opened since the last time that this was asked."""
    found = Counter(path.name for path in _opened if path.parent.name == name)
    _opened.clear()
    return dict(found)


def furnish(office: Path) -> tuple[Path, ...]:
    """An office with a template of its own and three reports that name it."""
    own = office / "templates" / "own"
    shutil.copytree(ROOT / "templates" / "summary", own)
    with (own / "template.yaml").open("a", encoding="utf-8") as settings:
        settings.write("用字: 用字表.yaml\n")
    (own / "用字表.yaml").write_text("文广局: 文旅局\n", "utf-8")
    paths = tuple(office / f"{name}.yaml" for name in "甲乙丙")
    for path in paths:
        path.write_bytes(as_yaml(模板="own", 导语="文广局举办了活动。"))
    reads_of("own")
    return paths


@contextmanager
def counted(function: Callable[..., Any]) -> Iterator[list[str]]:
    """The modules that call a function meanwhile, one for each time."""
    callers: list[str] = []

    def look(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and frame.f_code is function.__code__:
            caller = frame.f_back
            callers.append(str(caller.f_globals["__name__"]) if caller else "")

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        yield callers
    finally:
        sys.setprofile(before)


def test_the_text_of_a_report_is_proofread_once(tmp_path: Path) -> None:
    path = tmp_path / "input.yaml"
    path.write_bytes(as_yaml())
    with counted(proofread) as callers:
        (outcome,) = build_all((path,), Options(tmp_path / "dist"))
    assert {".docx", ".pdf"} <= {file.suffix for file in outcome.files}
    assert callers == ["pipeline.prose.review"]


def test_a_template_is_read_once_for_all_the_reports_that_are_set_by_it(office: Path) -> None:
    paths = furnish(office)
    outcomes = list(build_all(paths, Options(office / "dist")))
    assert [len(outcome.files) > 0 for outcome in outcomes] == [True] * 3
    reads = reads_of("own")
    assert {name: reads[name] for name in FILES} == dict.fromkeys(FILES, 1)
    list(build_all(paths[:1], Options(office / "dist")))
    assert reads_of("own") == reads


def test_a_template_that_no_report_is_set_by_is_read_no_further_than_its_settings(
    office: Path,
) -> None:
    paths = furnish(office)
    list(check_all(paths, is_strict=False))
    assert reads_of("own") == {"template.yaml": 1, "用字表.yaml": 1}
    paths[0].write_bytes(as_yaml())
    outcome, ledger = audit_one(paths[0])
    assert ledger is not None, outcome.diagnostics
    assert reads_of("own") == {"template.yaml": 1}


def test_what_is_wrong_with_a_template_is_reported_with_each_report_that_names_it(
    office: Path,
) -> None:
    paths = furnish(office)
    (office / "templates" / "own" / "page.css").unlink()
    outcomes = build_all(paths, Options(office / "dist"))
    codes = [[fault.code for fault in outcome.diagnostics] for outcome in outcomes]
    assert codes == [["W04-own", "template-file-missing"]] * 3
