"""An input with the issues of its text fixed that no person has to look at."""

from pathlib import Path

from pipeline.load.yaml import Loaded
from pipeline.prose.review import Office, Review, review
from pipeline.prose.review.fix import FixedText, fix_text
from pipeline.tasks.build.outcome import Subject
from pipeline.tasks.build.rolling import as_report
from pipeline.tasks.build.templates import Templates
from pipeline.validate import read_report


def fix_input(path: Path, templates: Templates) -> FixedText | None:
    """The text of an input with the issues fixed that no person has to look at.

    None where faults of its form go before: what is read may be other than what was meant.
    """
    loaded = templates.load(path)
    if _look(loaded, templates) is None:
        return None
    return fix_text(loaded, lambda loaded: _look(loaded, templates) or Review())


def _look(loaded: Loaded, templates: Templates) -> Review | None:
    """What is found in the text of an input, or None where that cannot be read for sure."""
    if loaded.source is None:
        return None
    subject = as_report(Subject(loaded.source.path, loaded), templates)
    reading = read_report(subject.loaded, templates.rules, subject.given)
    if reading.report is None:
        return None
    template = templates.of(reading.report)
    office, _ = template.office if template else (Office(), ())
    return review(subject.loaded, reading, office)
