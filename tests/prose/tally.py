"""What the proofreader makes of the clean texts and of the planted faults."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.prose.proofread import Passage, TextIssue, proofread
from tests.prose.faults import Fault, read_faults
from tests.prose.texts import Clean, clean_texts

WANTED_PER = 2000
"""One false finding may be reported for so many characters."""

_CONTEXT_CHARS = 10


@dataclass(frozen=True, slots=True)
class Examined:
    """A planted fault: what is found with it, and what is found where it is not."""

    fault: Fault
    issues: tuple[TextIssue, ...]
    false: tuple[TextIssue, ...]

    @property
    def is_found(self) -> bool:
        return any(issue.rule_id == self.fault.rule_id for issue in self.issues)

    @property
    def is_fixed(self) -> bool | None:
        """Whether the fixes lead back to the text that was spoilt; None where there is none."""
        own = [issue for issue in self.issues if issue.rule_id == self.fault.rule_id]
        if all(issue.fix is None for issue in own):
            return None
        return fix(self.fault.wrong, own) == [one.text for one in self.fault.right]


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything that was measured."""

    cleans: tuple[tuple[Clean, tuple[TextIssue, ...]], ...]
    faults: tuple[Examined, ...]

    @property
    def chars(self) -> int:
        return sum(clean.chars for clean, _ in self.cleans)

    @property
    def false(self) -> Counter[str]:
        """How many findings each rule has in the clean texts, all of which are false."""
        return Counter(issue.rule_id for _, issues in self.cleans for issue in issues)

    @property
    def false_rate(self) -> float:
        """False findings for each `WANTED_PER` characters."""
        return self.false.total() * WANTED_PER / self.chars


def measure() -> Tally:
    """The clean texts and the planted faults, read by the proofreader."""
    cleans = tuple((clean, proofread(clean.passages)) for clean in clean_texts())
    faults = tuple(
        Examined(one, proofread(one.wrong), proofread(one.right)) for one in read_faults()
    )
    return Tally(cleans, faults)


def fix(passages: Sequence[Passage], issues: Iterable[TextIssue]) -> list[str]:
    """The texts of passages with the fixes of issues put in, the last first."""
    texts = [passage.text for passage in passages]
    for issue in sorted(issues, key=lambda one: one.start, reverse=True):
        if issue.fix is not None:
            text = texts[issue.passage]
            texts[issue.passage] = text[: issue.start] + issue.fix + text[issue.end :]
    return texts


def describe(passages: Sequence[Passage], issues: Iterable[TextIssue]) -> Iterator[str]:
    """Each issue with the text around it."""
    for issue in issues:
        text = passages[issue.passage].text
        around = text[max(0, issue.start - _CONTEXT_CHARS) : issue.end + _CONTEXT_CHARS]
        yield f"{issue.rule_id}: {around} ({issue.found_zh})"
