"""Figures that the practices or the results use and that the overview never introduced."""

from collections.abc import Iterator, Mapping

from pipeline.audit.finding import Finding
from pipeline.audit.statements import Spot, Woven
from pipeline.facts import Facts, names_of
from pipeline.report import LEAD, Figure, Role

_USING = (Role.PRACTICES, Role.RESULTS)


def find_unintroduced(
    prose: list[Woven], figures: Mapping[str, Figure], facts: Facts
) -> Iterator[Finding]:
    """One finding for each part that uses such figures, at the first of them, naming them all.

    Where no part introduces figures there is nothing to hold the others against. A total that was
    introduced stands for the figures that its formula sums.
    """
    introducing = [one for one in prose if _is_introducing(one)]
    overviews = dict.fromkeys(
        one.statement.part for one in introducing if one.statement.role is Role.OVERVIEW
    )
    if not overviews:
        return
    known = set(_references(introducing, facts))
    for name in tuple(known):
        known.update(names_of(figures[name].formula or "", figures))
    parts = dict.fromkeys(one.statement.part for one in prose if one.statement.role in _USING)
    for part in parts:
        used = _references([one for one in prose if one.statement.part == part], facts)
        strange = {name: spot for name, spot in used.items() if name not in known}
        known.update(strange)
        if strange:
            names = "".join(f"【{name}】" for name in strange)
            yield Finding(
                "figure-not-introduced",
                next(iter(strange.values())),
                {
                    "part": part,
                    "overview": next(iter(overviews)),
                    "names": names,
                    "count": str(len(strange)),
                },
            )


def _is_introducing(woven: Woven) -> bool:
    statement = woven.statement
    return statement.part == LEAD or statement.role is Role.OVERVIEW


def _references(prose: list[Woven], facts: Facts) -> dict[str, Spot]:
    """The figures that some texts refer to, each with the place of its first reference."""
    found: dict[str, Spot] = {}
    for woven in prose:
        for stretch in woven.stretches:
            owner = facts.owner(stretch.name) if stretch.name is not None else None
            if owner is not None:
                found.setdefault(owner.name, Spot(woven.statement.path, f"【{stretch.name}】"))
    return found
