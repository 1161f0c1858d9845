"""What the checker found in the corpus and in sound documents, counted rule by rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.inspect.examine import examine
from pipeline.inspect.finding import Finding
from pipeline.messages import Lang, Severity
from pipeline.rules import FORM_RULES, Medium
from tests.corpus.clean import Clean
from tests.corpus.plants import SUFFIXES, Plant

Pair = tuple[str, Medium]


@dataclass(frozen=True, slots=True)
class Examined:
    """One document: the rules it may be said to break, and what was found, notes included.

    `wanted` is the rule that it was made to break, None for a sound document. `fault` says why it
    could not be examined at all.
    """

    name: str
    medium: Medium
    wanted: str | None
    allowed: frozenset[str]
    findings: tuple[Finding, ...]
    fault: str = ""

    @property
    def is_missed(self) -> bool:
        return self.wanted is not None and self.wanted not in {f.rule_id for f in self.findings}

    def false(self, severity: Severity) -> Iterator[Finding]:
        """The findings of a severity that should not be there, the first of each rule."""
        seen: set[str] = set()
        for finding in self.findings:
            rule_id = finding.rule_id
            if finding.severity is severity and rule_id not in self.allowed | seen:
                seen.add(rule_id)
                yield finding


def examine_plant(plant: Plant) -> Examined:
    """What is found in a document of the corpus."""
    findings, fault = _examine(plant.make(), plant.file_name)
    allowed = frozenset({plant.rule_id, *plant.also})
    return Examined(plant.file_name, plant.medium, plant.rule_id, allowed, findings, fault)


def examine_clean(clean: Clean) -> Examined:
    """What is found in a sound document."""
    name = f"{clean.source}/{clean.name}{SUFFIXES[clean.medium]}"
    findings, fault = _examine(clean.data, name)
    return Examined(name, clean.medium, None, frozenset(), findings, fault)


def _examine(data: bytes, name: str) -> tuple[tuple[Finding, ...], str]:
    examination, faults = examine(data, Path(name))
    if examination is None:
        return (), "; ".join(fault.code for fault in faults)
    # The documents say the same over and over to fill their pages; texts have a bench of their own.
    return tuple(one for one in examination.findings if one.rule_id in FORM_RULES), ""


@dataclass(frozen=True, slots=True)
class Score:
    """How one rule does in one medium; false findings are counted by document."""

    rule_id: str
    medium: Medium
    planted: int
    found: int
    false_errors: int
    false_warnings: int
    clean_errors: int
    clean_warnings: int

    @property
    def recall(self) -> float:
        return self.found / self.planted if self.planted else 0.0

    @property
    def precision(self) -> float:
        false = self.false_errors + self.false_warnings + self.clean_errors + self.clean_warnings
        return self.found / (self.found + false) if self.found + false else 0.0


def score(plants: Iterable[Examined], cleans: Iterable[Examined]) -> tuple[Score, ...]:
    """The score of every rule in each of its media, in the order of the rules."""
    plants, cleans = tuple(plants), tuple(cleans)
    pairs = [(rule.id, medium) for rule in FORM_RULES.values() for medium in sorted(rule.media)]
    return tuple(_score(pair, plants, cleans) for pair in pairs)


def _score(pair: Pair, plants: tuple[Examined, ...], cleans: tuple[Examined, ...]) -> Score:
    rule_id, medium = pair
    own = [one for one in plants if (one.wanted, one.medium) == pair]
    errors, warnings = Severity.ERROR, Severity.WARNING
    return Score(
        rule_id,
        medium,
        planted=len(own),
        found=sum(not one.is_missed for one in own),
        false_errors=_count_false(pair, plants, errors),
        false_warnings=_count_false(pair, plants, warnings),
        clean_errors=_count_false(pair, cleans, errors),
        clean_warnings=_count_false(pair, cleans, warnings),
    )


def _count_false(pair: Pair, documents: tuple[Examined, ...], severity: Severity) -> int:
    rule_id, medium = pair
    return sum(
        any(finding.rule_id == rule_id for finding in one.false(severity))
        for one in documents
        if one.medium is medium
    )


def describe(one: Examined) -> Iterator[str]:
    """A line for each thing that is not as it should be with a document; none for a good one."""
    if one.fault:
        yield f"{one.name}: not examined: {one.fault}"
    if one.is_missed:
        yield f"{one.name}: missed {one.wanted}"
    for severity in (Severity.ERROR, Severity.WARNING):
        for finding in one.false(severity):
            where = finding.spot.words(Lang.ZH)
            found, wanted = (said.words(Lang.ZH) for said in (finding.found, finding.wanted))
            yield (
                f"{one.name}: false {severity.value} {finding.rule_id} at {where}:"
                f" found {found}, wanted {wanted}"
            )
