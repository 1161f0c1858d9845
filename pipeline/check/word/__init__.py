"""Word files of strangers: read from their XML as Word resolves it, and judged as Word files."""

from pipeline.check.word.gridless import without_character_grid
from pipeline.check.word.judge import judge_word
from pipeline.check.word.read import WordFile, read_word

__all__ = ["WordFile", "judge_word", "read_word", "without_character_grid"]
