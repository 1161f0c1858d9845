"""Counted claims and enumerations: the number that a text names against the list that follows."""

from collections.abc import Iterator, Sequence

from pipeline.proofread.passage import Passage, Slip


def find_claims(passages: Sequence[Passage]) -> Iterator[Slip]:
    """What a text counts and then does not list."""
    del passages
    yield from ()
