"""What the proofreader makes of the clean texts and of the planted faults."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pipeline.prose.proofread import Passage, Slip, proofread
from tests.prose.faults import Fault, read_faults
from tests.prose.texts import Clean, clean_texts

WANTED_PER = 2000
"""One false finding may be told for so many characters."""

_CONTEXT_CHARS = 10


@dataclass(frozen=True, slots=True)
class Examined:
    """A planted fault: what is found with it, and what is found where it is not."""

    fault: Fault
    slips: tuple[Slip, ...]
    false: tuple[Slip, ...]

    @property
    def is_found(self) -> bool:
        return any(slip.rule_id == self.fault.rule_id for slip in self.slips)

    @property
    def is_mended(self) -> bool | None:
        """Whether the cures lead back to the text that was spoilt; None where there is none."""
        own = [slip for slip in self.slips if slip.rule_id == self.fault.rule_id]
        if all(slip.cure is None for slip in own):
            return None
        return mend(self.fault.wrong, own) == [one.text for one in self.fault.right]


@dataclass(frozen=True, slots=True)
class Tally:
    """Everything that was measured."""

    cleans: tuple[tuple[Clean, tuple[Slip, ...]], ...]
    faults: tuple[Examined, ...]

    @property
    def chars(self) -> int:
        return sum(clean.chars for clean, _ in self.cleans)

    @property
    def false(self) -> Counter[str]:
        """How many findings each rule has in the clean texts, all of which are false."""
        return Counter(slip.rule_id for _, slips in self.cleans for slip in slips)

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


def mend(passages: Sequence[Passage], slips: Iterable[Slip]) -> list[str]:
    """The texts of passages with the cures of slips put in, the last first."""
    texts = [passage.text for passage in passages]
    for slip in sorted(slips, key=lambda one: one.start, reverse=True):
        if slip.cure is not None:
            text = texts[slip.passage]
            texts[slip.passage] = text[: slip.start] + slip.cure + text[slip.end :]
    return texts


def describe(passages: Sequence[Passage], slips: Iterable[Slip]) -> Iterator[str]:
    """Each slip with the text around it."""
    for slip in slips:
        text = passages[slip.passage].text
        around = text[max(0, slip.start - _CONTEXT_CHARS) : slip.end + _CONTEXT_CHARS]
        yield f"{slip.rule_id}: {around} ({slip.found_zh})"
