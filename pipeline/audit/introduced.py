"""Figures that the practices or the results use and that the overview never introduced."""

from collections.abc import Iterator, Mapping

from pipeline.audit.finding import Finding
from pipeline.audit.statements import Spot, Statement
from pipeline.facts import Facts, names_of
from pipeline.report import LEAD, Figure

_INTRODUCING = (LEAD, "基本情况")
_USING = ("主要做法", "取得成效")


def find_unintroduced(
    prose: list[Statement], figures: Mapping[str, Figure], facts: Facts
) -> Iterator[Finding]:
    """One finding for each part that uses such figures, at the first of them, naming them all.

    A total that was introduced stands for the figures that its formula sums.
    """
    known = set(_references(prose, facts, _INTRODUCING))
    for name in tuple(known):
        known.update(names_of(figures[name].formula or "", figures))
    for part in _USING:
        used = _references(prose, facts, (part,))
        strange = {name: spot for name, spot in used.items() if name not in known}
        known.update(strange)
        if strange:
            names = "".join(f"【{name}】" for name in strange)
            yield Finding(
                "figure-not-introduced",
                next(iter(strange.values())),
                {"part": part, "names": names, "count": str(len(strange))},
            )


def _references(prose: list[Statement], facts: Facts, parts: tuple[str, ...]) -> dict[str, Spot]:
    """The figures that some parts refer to, each with the place of its first reference."""
    found: dict[str, Spot] = {}
    for statement in prose:
        for reference, spot in statement.references() if statement.part in parts else ():
            owner = facts.owner(reference)
            if owner is not None:
                found.setdefault(owner.name, spot)
    return found
