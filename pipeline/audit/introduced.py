"""Figures that the practices or the results use and that the overview never introduced."""

from collections.abc import Iterator

from pipeline.audit.finding import Finding
from pipeline.audit.statements import LEAD, Spot, Woven
from pipeline.facts import Facts

_INTRODUCING = (LEAD, "基本情况")
_USING = ("主要做法", "取得成效")


def find_unintroduced(prose: list[Woven], facts: Facts) -> Iterator[Finding]:
    """One finding for each such figure, where it is first used."""
    known = {name for name, _ in _references(prose, facts, _INTRODUCING)}
    for name, finding in _references(prose, facts, _USING):
        if name not in known:
            known.add(name)
            yield finding


def _references(
    prose: list[Woven], facts: Facts, parts: tuple[str, ...]
) -> Iterator[tuple[str, Finding]]:
    for woven in prose:
        if woven.statement.part not in parts:
            continue
        for stretch in woven.stretches:
            owner = facts.owner(stretch.name) if stretch.name is not None else None
            if owner is None or stretch.name is None:
                continue
            spot = Spot(woven.statement.path, f"【{stretch.name}】")
            details = {"name": owner.name, "part": woven.statement.part}
            yield owner.name, Finding("figure-not-introduced", spot, details)
