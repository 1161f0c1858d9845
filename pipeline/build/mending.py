"""An input with the slips of its text mended that no person has to look at."""

from pathlib import Path

from pipeline.build.outcome import Subject
from pipeline.build.reading import office_of, roll_up_subject, template_rules
from pipeline.load import Loaded, load_input
from pipeline.review import Review, review
from pipeline.review.mend import Mended, mend
from pipeline.rollup import is_plan
from pipeline.validate import TemplateRules, read_report


def mend_input(path: Path) -> Mended | None:
    """The text of an input with the slips mended that no person has to look at.

    None where faults of its form go before: what is read may be other than what was meant.
    """
    loaded, rules = load_input(path), template_rules()
    if _look(loaded, rules) is None:
        return None
    return mend(loaded, lambda loaded: _look(loaded, rules) or Review())


def _look(loaded: Loaded, rules: TemplateRules) -> Review | None:
    """What is found in the text of an input, or None where that cannot be read for sure."""
    subject = Subject(loaded.source.path, loaded) if loaded.source else None
    if subject is not None and is_plan(loaded):
        _, subject, _ = roll_up_subject(subject, is_strict=False)
    if subject is None:
        return None
    reading = read_report(subject.loaded, rules, subject.given)
    if reading.report is None:
        return None
    office, _ = office_of(reading.report)
    return review(subject.loaded, reading, office)
