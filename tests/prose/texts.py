"""The clean texts: inputs (.yaml) as the build reads them, finished documents (.txt) row by row.

In a .txt each row is a passage: `# ` begins the title, `## ` to `##### ` a heading of the levels
1–4, `- ` a point, `@ ` names the part of the rows below it; a second row that ends with ： holds
the addressees.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.load.yaml import load_input
from pipeline.prose.proofread import Passage, PassageKind
from pipeline.prose.review.passages import passages_of
from pipeline.validate import read_report
from tests.samples import RULES

CLEAN = tuple(sorted((Path(__file__).parent / "clean").iterdir()))

_ADDRESSED = 2
"""The row of the addressees, below the title."""


@dataclass(frozen=True, slots=True)
class Clean:
    """One clean text: what it is called, and its passages."""

    name: str
    passages: tuple[Passage, ...]

    @property
    def chars(self) -> int:
        """汉字, marks, letters and figures, without what parts them."""
        return sum(len("".join(passage.text.split())) for passage in self.passages)


def clean_texts(paths: Sequence[Path] = CLEAN) -> Iterator[Clean]:
    """Clean texts, read as banxin reads them."""
    for path in paths:
        read = _read_input if path.suffix == ".yaml" else _read_document
        yield Clean(path.name, tuple(read(path)))


def _read_input(path: Path) -> Iterator[Passage]:
    loaded = load_input(path)
    reading = read_report(loaded, RULES)
    assert reading.valid is not None, reading.diagnostics
    assert reading.report is not None
    outline = reading.report.body_outline
    return (one.passage for one in passages_of(reading.texts, outline, reading.facts))


def _read_document(path: Path) -> Iterator[Passage]:
    return read_rows(path.read_text("utf-8").splitlines())


def read_rows(rows: Iterable[str]) -> Iterator[Passage]:
    """The passages that rows stand for."""
    above: dict[int, int] = {}
    part, group = "", 0
    for number, row in enumerate(rows, start=1):
        marks, _, words = row.partition(" ")
        if marks != "-":
            group = number
        if marks == "@":
            part = words
        elif marks == "-":
            yield Passage(words, PassageKind.POINT, part=part, group=group)
        elif marks == "#":
            yield Passage(words, PassageKind.TITLE)
        elif set(marks) == {"#"}:
            level = len(marks) - 1
            above = {one: first for one, first in above.items() if one <= level}
            yield Passage(words, PassageKind.HEADING, level, part, above.setdefault(level, number))
        else:
            is_addressee = number == _ADDRESSED and row.endswith("：") and not above
            yield Passage(
                row, PassageKind.ADDRESSEE if is_addressee else PassageKind.BODY, part=part
            )
