"""What a run does once, however many reports and files come of it."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import Any

from pipeline.build import Options, build_all
from pipeline.proofread import proofread
from tests.samples import as_yaml


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
    assert callers == ["pipeline.review"]
