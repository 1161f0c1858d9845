"""A Word file against the rules that only a Word file can break."""

from collections.abc import Iterator

from pipeline.check.finding import Finding
from pipeline.check.outline import Outline
from pipeline.check.word.judge_faces import judge_faces
from pipeline.check.word.judge_page import judge_page
from pipeline.check.word.judge_typing import judge_typing
from pipeline.check.word.read import WordFile
from pipeline.standard import Measures


def judge_word(file: WordFile, outline: Outline, measures: Measures) -> Iterator[Finding]:
    """What breaks a rule of page set-up, of typing or of faces, in this order."""
    yield from judge_page(file, outline, measures)
    yield from judge_typing(file, outline, measures)
    yield from judge_faces(file, outline)
