"""A reviewed input -> its source with the issues fixed that no person has to look at.

Only characters of the text are touched, so that comments and layout stay. What comes out is read
again: a text that would then say anything else than was meant stays as it is.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.load.yaml import Loaded, Mapping, Node, Scalar, Sequence, load_bytes, spans_of
from pipeline.prose.proofread import TextIssue
from pipeline.prose.review.passages import FIGURE, PlacedPassage


@dataclass(frozen=True, slots=True)
class Review:
    """The passages of an input, the issues in them, and everything that is reported of them."""

    placed: tuple[PlacedPassage, ...] = ()
    issues: tuple[TextIssue, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether every passage could be proofread."""
        return not any(one.is_unclear for one in self.placed)


Reviewer = Callable[[Loaded], Review]
"""What is found in an input; nothing where it is not sound."""

_MOST_ROUNDS = 5
"""What is fixed may show another issue beside it; it settles in two or three rounds."""


@dataclass(frozen=True, slots=True)
class FixedText:
    """The text of an input as fixed, and how many issues of it."""

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to the text of a scalar: [start, end) of it becomes `fix`."""

    start: int
    end: int
    fix: str


def fix_text(loaded: Loaded, look: Reviewer) -> FixedText:
    """The source with everything fixed that can be; the same text where nothing can."""
    assert loaded.source is not None
    path, names = loaded.source.path, loaded.source.names
    text, count = loaded.source.text, 0
    for _ in range(_MOST_ROUNDS):
        text, fixed = _fix_once(loaded, look)
        if not fixed:
            break
        count += fixed
        loaded = load_bytes(text.encode(), path, names)
    return FixedText(text, count)


def _fix_once(loaded: Loaded, look: Reviewer) -> tuple[str, int]:
    """The source after one round, and how many issues went with it."""
    assert loaded.source is not None
    edits = _edits(look(loaded))
    made = _try(loaded, edits)
    if made is None:
        # Somewhere the source would read otherwise than was meant: only what is sure is changed.
        sure: dict[Scalar, list[Edit]] = {}
        for scalar, some in edits.items():
            if _try(loaded, {**sure, scalar: some}) is not None:
                sure[scalar] = some
        edits, made = sure, _try(loaded, sure)
    assert made is not None
    return made, sum(map(len, edits.values()))


def _try(loaded: Loaded, edits: dict[Scalar, list[Edit]]) -> str | None:
    """The source with some edits made, or None where it would not read back as was meant."""
    assert loaded.source is not None
    text: str | None = loaded.source.text
    # From the last to the first, so that the places of those before it stay true.
    for scalar in sorted(edits, key=lambda scalar: -scalar.start):
        text = _change(loaded, text, scalar, edits[scalar]) if text is not None else None
    return text if text is not None and _is_read_back(loaded, text, edits) else None


def _edits(found: Review) -> dict[Scalar, list[Edit]]:
    """The changes to each scalar, in order and none upon another."""
    edits: dict[Scalar, list[Edit]] = defaultdict(list)
    for issue in found.issues:
        one = found.placed[issue.passage]
        edit = edit_of(issue, one)
        if edit is not None and one.is_fixable:
            edits[one.scalar].append(edit)
    return {scalar: list(_apart(some)) for scalar, some in edits.items()}


def _apart(edits: list[Edit]) -> Iterator[Edit]:
    end = -1
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start > end:
            yield edit
            end = edit.end


def edit_of(issue: TextIssue, placed: PlacedPassage) -> Edit | None:
    """What an issue changes, without the characters that its fix keeps; None within a figure."""
    if issue.fix is None:
        return None
    old, fix, start, end = (
        placed.passage.text[issue.start : issue.end],
        issue.fix,
        issue.start,
        issue.end,
    )
    while old and fix and old[0] == fix[0]:
        old, fix, start = old[1:], fix[1:], start + 1
    while old and fix and old[-1] == fix[-1]:
        old, fix, end = old[:-1], fix[:-1], end - 1
    origins = placed.origins[start:end]
    if start == end:
        return _insertion(placed, start, fix)
    is_whole = FIGURE not in origins and origins[-1] - origins[0] == len(origins) - 1
    return Edit(origins[0], origins[-1] + 1, fix) if is_whole else None


def _insertion(placed: PlacedPassage, at: int, fix: str) -> Edit | None:
    """A fix that goes between two characters, behind the one or before the other."""
    before = placed.origins[at - 1] if at > 0 else FIGURE
    after = placed.origins[at] if at < len(placed.origins) else FIGURE
    if before != FIGURE:
        return Edit(before + 1, before + 1, fix)
    return Edit(after, after, fix) if after != FIGURE else None


def _change(loaded: Loaded, text: str, scalar: Scalar, edits: list[Edit]) -> str | None:
    """The source with the edits of one scalar made, or None where they cannot be."""
    assert loaded.source is not None
    spans = spans_of(loaded.source, scalar)
    if spans is None:
        return None
    for edit in reversed(edits):
        if edit.start == edit.end:
            at = spans[edit.start - 1][1] if edit.start else spans[0][0]
            text = text[:at] + edit.fix + text[at:]
            continue
        touched = spans[edit.start : edit.end]
        is_whole = all(one[1] == other[0] for one, other in pairwise(touched))
        if not is_whole and edit.fix:
            return None
        # A line's end and its indent between two characters stay.
        pieces = [(touched[0][0], touched[-1][1])] if is_whole else reversed(touched)
        for number, (begin, stop) in enumerate(pieces):
            text = text[:begin] + (edit.fix if number == 0 else "") + text[stop:]
    return text


def _is_read_back(loaded: Loaded, text: str, edits: dict[Scalar, list[Edit]]) -> bool:
    """Whether a changed source reads as the one before it but for the texts that were fixed."""
    assert loaded.source is not None
    assert loaded.root is not None
    again = load_bytes(text.encode(), loaded.source.path, loaded.source.names)
    if again.root is None or len(again.diagnostics) != len(loaded.diagnostics):
        return False
    wanted = {scalar: _edited(scalar.text, some) for scalar, some in edits.items()}
    return _is_alike(loaded.root, again.root, wanted)


def _edited(text: str, edits: list[Edit]) -> str:
    for edit in reversed(edits):
        text = text[: edit.start] + edit.fix + text[edit.end :]
    return text


def _is_alike(one: Node, other: Node, wanted: dict[Scalar, str]) -> bool:
    """Whether two trees are the same, with the texts of the second as they are wanted."""
    match one, other:
        case Scalar(), Scalar():
            return other.text == wanted.get(one, one.text)
        case Sequence(), Sequence():
            return len(one.items) == len(other.items) and all(
                _is_alike(a, b, wanted) for a, b in zip(one.items, other.items, strict=True)
            )
        case Mapping(), Mapping():
            return len(one.entries) == len(other.entries) and all(
                a.key.text == b.key.text and _is_alike(a.value, b.value, wanted)
                for a, b in zip(one.entries, other.entries, strict=True)
            )
        case _:
            return False
