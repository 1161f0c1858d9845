"""Word and PDF are twins: the .docx, opened by LibreOffice, has the pages and words of the .pdf."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from pipeline.build import Options, Outcome, build_one
from pipeline.typeset import without_blanks
from tests.libreoffice import convert
from tests.pdfs import body_lines, read_lines
from tests.samples import OFFICIAL, ROOT, RULES, SHIPPED, as_yaml

VALIDATOR = ROOT / "tests/validator/node_modules/.bin/ooxml-validator"
EQUAL_LINES = 0.90
"""The share of lines that break alike; what LibreOffice does otherwise than Word is in it."""


@pytest.fixture(scope="module")
def twins(
    built: dict[str, Outcome], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, tuple[Path, Path]]:
    """For each shipped report its PDF, and the one that LibreOffice makes of its .docx."""
    folder = tmp_path_factory.mktemp("libreoffice")
    words = {name: outcome.files[0] for name, outcome in built.items()}
    assert all(path.suffix == ".docx" for path in words.values())
    converted = convert(list(words.values()), folder)
    return {name: (path.with_suffix(".pdf"), converted[path]) for name, path in words.items()}


NAMES = [path.stem for path in SHIPPED]


@pytest.mark.parametrize("name", NAMES)
def test_both_have_as_many_pages(name: str, twins: dict[str, tuple[Path, Path]]) -> None:
    pdf, word = (read_lines(path) for path in twins[name])
    assert len(pdf) == len(word)


@pytest.mark.parametrize("name", NAMES)
def test_each_page_begins_with_the_same_words(
    name: str, twins: dict[str, tuple[Path, Path]]
) -> None:
    pdf, word = (body_lines(read_lines(path)) for path in twins[name])
    assert [page[0].text for page in pdf] == [page[0].text for page in word]


@pytest.mark.parametrize("name", NAMES)
def test_lines_break_alike(name: str, twins: dict[str, tuple[Path, Path]]) -> None:
    pdf, word = (body_lines(read_lines(path)) for path in twins[name])
    pairs = [
        (a.text.rstrip("，。、；："), b.text.rstrip("，。、；："))
        for left, right in zip(pdf, word, strict=True)
        for a, b in zip(left, right, strict=False)
    ]
    equal = sum(a == b for a, b in pairs)
    assert equal / len(pairs) >= EQUAL_LINES


@pytest.mark.parametrize("name", NAMES)
def test_the_converted_word_file_has_the_words_of_the_pdf(
    name: str, twins: dict[str, tuple[Path, Path]]
) -> None:
    texts = [
        sorted(without_blanks("".join(line.text for page in read_lines(path) for line in page)))
        for path in twins[name]
    ]
    missing = len(set(texts[0]) - set(texts[1]))
    assert missing == 0
    assert abs(len(texts[0]) - len(texts[1])) <= 0.01 * len(texts[0])


@pytest.mark.parametrize("name", NAMES)
def test_the_open_xml_sdk_finds_no_fault(name: str, built: dict[str, Outcome]) -> None:
    assert _validate(built[name].files[0]) == []


def test_a_sealed_document_with_every_element_is_sound_too(tmp_path: Path) -> None:
    from PIL import Image  # noqa: PLC0415

    Image.new("RGBA", (200, 200), (220, 0, 0, 128)).save(tmp_path / "印章.png")
    path = tmp_path / "input.yaml"
    marks = {"密级": "秘密", "保密期限": "1年", "份号": "000001", "紧急程度": "特急"}
    path.write_bytes(
        as_yaml(**{**OFFICIAL, **marks, "印章": "印章.png", "签发人": ["甲", "乙"], "附注": "内部"})
    )
    outcome = build_one(path, Options(tmp_path / "dist"), RULES)
    assert not outcome.is_failed, outcome.diagnostics
    assert _validate(outcome.files[0]) == []


def _validate(path: Path) -> list[object]:
    assert shutil.which("node")
    run = subprocess.run(
        [VALIDATOR, str(path)], capture_output=True, text=True, timeout=60, check=False
    )
    errors: list[object] = json.loads(run.stdout)["errors"]
    return errors
