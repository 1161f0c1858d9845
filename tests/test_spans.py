"""Each character of a text is found again in its source, whatever the way it was written."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pipeline.load.yaml import Scalar, load_bytes, load_input, scalars_of
from pipeline.load.yaml.spans import spans_of
from tests.samples import SHIPPED


def texts(typed: str) -> list[tuple[Scalar, list[str] | None]]:
    """Each text of a source, and what stands in the source for each of its characters."""
    loaded = load_bytes(typed.encode(), Path("input.yaml"))
    assert loaded.source is not None
    assert loaded.root is not None, loaded.diagnostics
    source = loaded.source
    found = []
    for scalar in scalars_of(loaded.root):
        spans = spans_of(source, scalar)
        found.append((scalar, [source.text[a:b] for a, b in spans] if spans is not None else None))
    return found


WAYS = {
    "plain": "导语: 全馆参加了活动。\n",
    "plain over two lines": "导语: 全馆参加了\n  活动，\n  共 3 次。\n",
    "plain with an empty line": "导语: 全馆参加了\n\n  活动。\n",
    "within brackets": "导语: [全馆, 参加\n  了活动]\n",
    "single quotes": "导语: '全馆''参加''了: 活动'\n",
    "single quotes over lines": "导语: '全馆\n  参加了\n\n  活动'\n",
    "double quotes": '导语: "全馆\\t参\\u52a0\\"了\\" 活动"\n',
    "double quotes over lines": '导语: "全馆\n  参加了\\\n  活动"\n',
    "literal": "导语: |\n  全馆参加了活动。\n  读者很多。\n",
    "literal with an indent of its own": "导语: |2\n   全馆\n  参加\n",
    "literal, the end kept": "导语: |+\n  全馆\n\n  参加\n\n结尾: 好\n",
    "literal, the end dropped": "导语: |-\n  全馆\n    参加\n",
    "folded": "导语: >\n  全馆参加了\n  活动。\n\n  读者很多。\n",
    "folded with a deeper line": "导语: >-\n  全馆\n    参加\n  了活动\n  共 3\n  次\n",
    "Windows line ends": "导语: |\r\n  全馆参加了\r\n  活动。\r\n结尾: 读者\r\n  很多\r\n",
}


@pytest.mark.parametrize("typed", WAYS.values(), ids=WAYS)
def test_every_character_is_found_in_its_source(typed: str) -> None:
    for scalar, found in texts(typed):
        assert found is not None, scalar
        assert len(found) == len(scalar.text)
        for char, piece in zip(scalar.text, found, strict=True):
            is_same = piece == char
            assert is_same or "\n" in piece or "\\" in piece or piece == "''", (char, piece)


def test_an_escape_is_one_character() -> None:
    ((scalar, found),) = texts('导语: "参\\u52a0了"\n')
    assert scalar.text == "参加了"
    assert found == ["参", "\\u52a0", "了"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_text_of_the_shipped_inputs_has_its_places(path: Path) -> None:
    loaded = load_input(path)
    assert loaded.root is not None
    assert loaded.source is not None
    for scalar in scalars_of(loaded.root):
        assert spans_of(loaded.source, scalar) is not None, scalar


_CHARS = st.sampled_from([*"活动馆，。：；“”（）1 a", "\n", '"', "'", "\\", "#", ":", "-", "😀"])
_TEXTS = st.text(_CHARS, max_size=60)


@given(_TEXTS, st.sampled_from(["", "'", '"', "|", ">"]), st.sampled_from([10, 80]))
def test_the_places_of_any_text_are_in_order_and_read_back(
    text: str, style: str, width: int
) -> None:
    typed = yaml.dump({"导语": text}, allow_unicode=True, default_style=style, width=width)
    loaded = load_bytes(typed.encode(), Path("input.yaml"))
    if loaded.root is None or loaded.source is None:
        return
    for scalar in scalars_of(loaded.root):
        spans = spans_of(loaded.source, scalar)
        if spans is None:
            continue
        assert len(spans) == len(scalar.text)
        assert all(a < b for a, b in spans)
        starts = [a for a, _ in spans]
        assert starts == sorted(starts)
        for char, (a, b) in zip(scalar.text, spans, strict=True):
            if b - a == 1 and char not in " \n":
                assert loaded.source.text[a:b] == char


@given(_TEXTS, st.sampled_from(["'", '"', "|"]))
def test_places_are_found_for_every_text_that_is_quoted_or_literal(text: str, style: str) -> None:
    typed = yaml.dump({"导语": text}, allow_unicode=True, default_style=style, width=20)
    loaded = load_bytes(typed.encode(), Path("input.yaml"))
    assert loaded.source is not None
    assert loaded.root is not None, (typed, loaded.diagnostics)
    for scalar in scalars_of(loaded.root):
        assert spans_of(loaded.source, scalar) is not None, (typed, scalar)
