"""An input that could be read -> what is to be fixed in its text, where it was typed."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml import Loaded
from pipeline.model.report import Report
from pipeline.prose.proofread import TextIssue, proofread
from pipeline.prose.proofread.words import Word, words_with
from pipeline.prose.review.fix import Review, edit_of
from pipeline.prose.review.office import Office, find_unknown_rules, read_list
from pipeline.prose.review.passages import PlacedPassage, passages_of
from pipeline.rules import RULES
from pipeline.validate import Reading
from pipeline.validate.tree import InputTree, tree_of

__all__ = ["Office", "Review", "read_list", "review"]


def review(loaded: Loaded, reading: Reading, office: Office | None = None) -> Review:
    """What is found in the text of an input whose report could be read.

    Other errors may stand in it: a reference that shows none of its facts is read as a blank,
    and nothing is reported of a passage that is unclear.
    """
    report = reading.report
    assert loaded.source is not None
    assert loaded.root is not None
    assert report is not None
    office = office or Office()
    tree = tree_of(loaded.source, loaded.root)
    own, faults = _own_words(report, tree)
    faults += tuple(find_unknown_rules(report, tree))
    placed = passages_of(reading.texts, report.body_outline, reading.facts)
    asked = report.proofreading
    off = office.off | frozenset(asked.off if asked else ())
    if not report.issuer_mark:
        # What has no letterhead has no place for a signer.
        off |= {"R06-signer"}
    issues = proofread([one.passage for one in placed], off, words_with(office.words, own))
    allowed = asked.allowed if asked else ()
    issues = tuple(
        issue
        for issue in issues
        if not placed[issue.passage].is_unclear and not _is_allowed(issue, placed, allowed)
    )
    reported = tuple(_report(issue, placed, office, tree) for issue in issues)
    found = sorted((*faults, *reported), key=lambda one: one.sort_key)
    return Review(placed, issues, tuple(found))


def _own_words(report: Report, tree: InputTree) -> tuple[tuple[Word, ...], tuple[Diagnostic, ...]]:
    asked = report.proofreading
    if asked is None or asked.words is None:
        return (), ()
    return read_list(asked.words, tree.source.path.parent, tree.place(("校对", "用字")))


def _is_allowed(
    issue: TextIssue, placed: tuple[PlacedPassage, ...], allowed: tuple[str, ...]
) -> bool:
    """Whether what is found stands within a text that is right as it stands."""
    text = placed[issue.passage].passage.text
    return any(
        start <= issue.start and issue.end <= start + len(one)
        for one in allowed
        for start in _places(text, one)
    )


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _report(
    issue: TextIssue, placed: tuple[PlacedPassage, ...], office: Office, tree: InputTree
) -> Diagnostic:
    rule, place = RULES[issue.rule_id], placed[issue.passage]
    is_fixed = place.is_fixable and edit_of(issue, place) is not None
    by_itself = ("（check --fix 可以自动改）", " (check --fix does it)") if is_fixed else ("", "")
    found = diagnose(
        issue.rule_id,
        place.locate(tree.source, issue.start, issue.end),
        found_zh=issue.found_zh,
        found_en=issue.found_en,
        fix_zh=(issue.hint_zh or rule.fix_zh) + by_itself[0],
        fix_en=(issue.hint_en or rule.fix_en) + by_itself[1],
    )
    return replace(found, weight=office.severities.get(issue.rule_id))
