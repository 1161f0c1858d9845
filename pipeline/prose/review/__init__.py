"""An input that could be read -> what is to be mended in its text, where it was typed."""

from collections.abc import Iterator
from dataclasses import replace

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml import Loaded
from pipeline.model.report import Report
from pipeline.prose.proofread import Slip, proofread
from pipeline.prose.proofread.words import Word, words_with
from pipeline.prose.review.mend import Review, edit_of
from pipeline.prose.review.office import Office, find_unknown_rules, read_list
from pipeline.prose.review.passages import Placed, passages_of
from pipeline.rules import RULES
from pipeline.validate import Reading
from pipeline.validate.tree import InputTree, tree_of

__all__ = ["Office", "Review", "read_list", "review"]


def review(loaded: Loaded, reading: Reading, office: Office | None = None) -> Review:
    """What is found in the text of an input whose report could be read.

    Other errors may stand in it: a reference that shows none of its facts is read as a blank,
    and nothing is told of a passage that is unclear.
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
    slips = proofread([one.passage for one in placed], off, words_with(office.words, own))
    allowed = asked.allowed if asked else ()
    slips = tuple(
        slip
        for slip in slips
        if not placed[slip.passage].is_unclear and not _is_allowed(slip, placed, allowed)
    )
    told = tuple(_tell(slip, placed, office, tree) for slip in slips)
    found = sorted((*faults, *told), key=lambda one: one.sort_key)
    return Review(placed, slips, tuple(found))


def _own_words(report: Report, tree: InputTree) -> tuple[tuple[Word, ...], tuple[Diagnostic, ...]]:
    asked = report.proofreading
    if asked is None or asked.words is None:
        return (), ()
    return read_list(asked.words, tree.source.path.parent, tree.place(("校对", "用字")))


def _is_allowed(slip: Slip, placed: tuple[Placed, ...], allowed: tuple[str, ...]) -> bool:
    """Whether what is told of stands within a text that is right as it stands."""
    text = placed[slip.passage].passage.text
    return any(
        start <= slip.start and slip.end <= start + len(one)
        for one in allowed
        for start in _places(text, one)
    )


def _places(text: str, needle: str) -> Iterator[int]:
    at = text.find(needle)
    while at >= 0:
        yield at
        at = text.find(needle, at + 1)


def _tell(slip: Slip, placed: tuple[Placed, ...], office: Office, tree: InputTree) -> Diagnostic:
    rule, place = RULES[slip.rule_id], placed[slip.passage]
    is_mended = place.is_mendable and edit_of(slip, place) is not None
    by_itself = ("（check --fix 可以自动改）", " (check --fix does it)") if is_mended else ("", "")
    found = diagnose(
        slip.rule_id,
        place.locate(tree.source, slip.start, slip.end),
        found_zh=slip.found_zh,
        found_en=slip.found_en,
        mend_zh=(slip.hint_zh or rule.mend_zh) + by_itself[0],
        mend_en=(slip.hint_en or rule.mend_en) + by_itself[1],
    )
    return replace(found, weight=office.severities.get(slip.rule_id))
