"""Mentions with their pages -> the ledger of a report. Pure."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from pipeline.compose.ledger.mentions import Mention
from pipeline.figures.facts import Fact, Facts
from pipeline.model.report import Figure, Report


@dataclass(frozen=True, slots=True)
class LedgerPlace:
    """Where a figure stands: heading, page of the PDF, and the words around it."""

    heading: str
    short: str
    page: int
    excerpt: str


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One figure: value, what proves it, where it comes from, last period's value, its places."""

    name: str
    value: str
    evidence: str
    source: str
    formula: str
    parts: str
    previous: str
    places: tuple[LedgerPlace, ...]

    @property
    def proof(self) -> str:
        """Evidence, parts, source and formula, a line each, where there is one column for them."""
        labelled = (("分项", self.parts), ("来源", self.source), ("公式", self.formula))
        lines = [f"{label}：{text}" for label, text in labelled if text]
        return "\n".join(([self.evidence] if self.evidence else []) + lines) or "—"


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of one report in the order in which they are declared."""

    title: str
    organisation: str
    date: date
    entries: tuple[LedgerEntry, ...]

    def as_records(self) -> list[dict[str, object]]:
        """The flat form that `--json` prints."""
        records = [asdict(entry) for entry in self.entries]
        for record in records:
            record["places"] = [
                {key: value for key, value in place.items() if key != "short"}
                for place in record["places"]
            ]
        return records


def draw_ledger(
    report: Report, facts: Facts, mentions: Sequence[Mention], pages: Sequence[int]
) -> Ledger:
    """The ledger of a report; `pages` has the page of each mention."""
    places: dict[str, list[LedgerPlace]] = {}
    for mention, page in zip(mentions, pages, strict=True):
        owner = facts.owner(mention.reference)
        assert owner is not None  # the document was composed with these facts
        place = LedgerPlace(mention.heading, mention.short, page, mention.excerpt)
        places.setdefault(owner.name, []).append(place)
    entries = tuple(
        _entry(fact, report.figures[name], tuple(places.get(name, ())))
        for name, fact in facts.by_name.items()
    )
    return Ledger(report.title.replace("\n", ""), report.organisation, report.date, entries)


def _entry(fact: Fact, figure: Figure, places: tuple[LedgerPlace, ...]) -> LedgerEntry:
    return LedgerEntry(
        name=fact.name,
        value=fact.text,
        evidence=figure.evidence,
        source=figure.source or "",
        formula=figure.formula or "",
        parts="、".join(part.name + part.text for part in fact.parts),
        previous=fact.previous.text if fact.previous is not None else "",
        places=places,
    )
