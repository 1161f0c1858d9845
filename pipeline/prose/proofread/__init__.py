"""Passages -> issues: the text of official documents held against its rules."""

from collections.abc import Callable, Container, Iterator, Sequence
from functools import partial

from pipeline.prose.proofread.claims import find_claims
from pipeline.prose.proofread.headings import find_headings
from pipeline.prose.proofread.marks import find_marks
from pipeline.prose.proofread.numerals import find_numerals
from pipeline.prose.proofread.pairs import find_pairs
from pipeline.prose.proofread.parts import find_parts
from pipeline.prose.proofread.passage import Passage, PassageKind, TextIssue
from pipeline.prose.proofread.regulation import find_regulation
from pipeline.prose.proofread.repeats import find_repeats
from pipeline.prose.proofread.sentences import find_sentences
from pipeline.prose.proofread.traditional import find_traditional
from pipeline.prose.proofread.words import WordList, find_words, shipped_words

__all__ = ["Passage", "PassageKind", "TextIssue", "WordList", "proofread"]

_Finder = Callable[[Sequence[Passage]], Iterator[TextIssue]]

_FINDERS: tuple[_Finder, ...] = (
    find_marks,
    find_pairs,
    find_numerals,
    find_repeats,
    find_traditional,
    find_sentences,
    find_headings,
    find_parts,
    find_regulation,
    find_claims,
)


def proofread(
    passages: Sequence[Passage], off: Container[str] = (), words: WordList | None = None
) -> tuple[TextIssue, ...]:
    """What is to be fixed in the passages of one document, in their order.

    `off` are the rules that are not looked at, `words` the list of words, the shipped one if None.
    """
    finders: tuple[_Finder, ...] = (*_FINDERS, partial(find_words, words=words or shipped_words()))
    found = (issue for find in finders for issue in find(passages))
    kept = {
        (issue.rule_id, issue.passage, issue.start, issue.end): issue
        for issue in found
        if issue.rule_id not in off
    }
    return tuple(sorted(kept.values(), key=lambda issue: (issue.passage, issue.start, issue.end)))
