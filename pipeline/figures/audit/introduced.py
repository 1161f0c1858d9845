"""Figures that the practices or the results use and that the overview never introduced."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.figures.audit.finding import AuditFinding
from pipeline.figures.audit.statements import Statement, TextSpot
from pipeline.figures.facts import Facts, TextRole, names_of
from pipeline.model.report import Figure
from pipeline.model.report.outline import PartRole

_USING = (PartRole.PRACTICES, PartRole.RESULTS)


def find_unintroduced(
    prose: list[Statement], figures: Mapping[str, Figure], facts: Facts
) -> Iterator[AuditFinding]:
    """One finding for each part that uses such figures, at the first of them, naming them all.

    Where no part introduces figures there is nothing to hold the others against. A total that was
    introduced stands for the figures that its formula sums.
    """
    overviews = dict.fromkeys(one.part for one in prose if _has_role(one, PartRole.OVERVIEW))
    if not overviews:
        return
    introducing = (one for one in prose if _is_introducing(one))
    known = set(_references(introducing, facts))
    for name in tuple(known):
        known.update(names_of(figures[name].formula or "", figures))
    parts = dict.fromkeys(one.part for one in prose if _has_role(one, *_USING))
    for part in parts:
        used = _references((one for one in prose if one.part == part), facts)
        strange = {name: spot for name, spot in used.items() if name not in known}
        known.update(strange)
        if strange:
            names = "".join(f"【{name}】" for name in strange)
            yield AuditFinding(
                "figure-not-introduced",
                next(iter(strange.values())),
                {
                    "part": part,
                    "overview": next(iter(overviews)),
                    "names": names,
                    "count": str(len(strange)),
                },
            )


def _has_role(statement: Statement, *roles: PartRole) -> bool:
    """Whether a text stands in a part that does one of some things."""
    part = statement.resolved.part
    return part is not None and part.role in roles


def _is_introducing(statement: Statement) -> bool:
    return statement.resolved.role is TextRole.LEAD or _has_role(statement, PartRole.OVERVIEW)


def _references(prose: Iterable[Statement], facts: Facts) -> dict[str, TextSpot]:
    """The figures that some texts refer to, each with the place of its first reference."""
    found: dict[str, TextSpot] = {}
    for statement in prose:
        for reference, spot in statement.references():
            owner = facts.owner(reference)
            if owner is not None:
                found.setdefault(owner.name, spot)
    return found
