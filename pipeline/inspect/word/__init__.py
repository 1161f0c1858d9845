"""Word files of strangers: read from their XML as Word resolves it, and judged as Word files."""

from collections.abc import Iterator

from pipeline.inspect.finding import Finding
from pipeline.inspect.outline import SeenOutline
from pipeline.inspect.word.gridless import without_character_grid
from pipeline.inspect.word.judge_faces import judge_faces
from pipeline.inspect.word.judge_page import judge_page
from pipeline.inspect.word.judge_typing import judge_typing
from pipeline.inspect.word.read import WordFile, read_word
from pipeline.model.standard import Measures

__all__ = ["WordFile", "judge_word", "read_word", "without_character_grid"]


def judge_word(file: WordFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """What breaks a rule of page set-up, of typing or of faces, in this order."""
    yield from judge_page(file, outline, measures)
    yield from judge_typing(file, outline, measures)
    yield from judge_faces(file, outline)
