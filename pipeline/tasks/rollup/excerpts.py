"""Passages of the units' reports that the county's text quotes, each with its source."""

import re
from collections.abc import Iterable, Iterator

from pipeline.compose.compose import compose_items
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.model.document import Paragraph
from pipeline.model.report import Excerpt, Item, Part, Report, Section, Unit
from pipeline.tasks.rollup.plan import Plan
from pipeline.tasks.rollup.units import Reporting, Roster
from pipeline.validate import Valid

_BLANK = re.compile(r"【【(待填[^【】]*)】】")


def find_passages(plan: Plan, roster: Roster) -> tuple[dict[str, str], tuple[Diagnostic, ...]]:
    """The text of each passage by its name, as it is typed in an input; and those not found."""
    by_name = {name: item for item in roster.readable for name in item.unit.names}
    at_fault = _names(roster.at_fault)
    passages: dict[str, str] = {}
    faults: list[Diagnostic] = []
    for name, excerpt in plan.rollup.excerpts.items():
        # What is reported is not to be reported again where it is referred to.
        passages[name] = name
        if excerpt.unit in at_fault:
            continue
        found = _passage(excerpt, by_name.get(excerpt.unit), plan, name)
        if isinstance(found, Diagnostic):
            faults.append(found)
        else:
            passages[name] = found
    return passages, tuple(faults)


def _names(units: Iterable[Unit]) -> set[str]:
    return {name for unit in units for name in unit.names}


def _near(excerpt: Excerpt, plan: Plan) -> dict[str, str]:
    """A listed name to offer for one that is not; none for a unit that has not reported."""
    listed = _names(plan.rollup.units)
    return offer(None if excerpt.unit in listed else find_nearest(excerpt.unit, sorted(listed)))


def _passage(
    excerpt: Excerpt, reporting: Reporting | None, plan: Plan, name: str
) -> str | Diagnostic:
    if reporting is None:
        place = plan.tree.place(("摘登", name, "单位"))
        return diagnose("excerpt-unit", place, name=excerpt.unit, **_near(excerpt, plan))
    report = reporting.valid.report
    details = {"name": reporting.unit.shown}
    wanted = [part for part in report.parts() if excerpt.part in (None, *_names_of(part, report))]
    if not wanted:
        place = plan.tree.place(("摘登", name, "部分"))
        headings = "、".join(part.heading for part in report.parts() if part.heading) or "—"
        return diagnose("excerpt-part", place, part=excerpt.part, **details, parts=headings)
    sections = [section for part in wanted for section in _sections(part.items)]
    items: tuple[Item, ...] = tuple(item for part in wanted for item in part.items)
    if excerpt.heading is not None:
        matching = [section for section in sections if section.heading == excerpt.heading]
        if not matching:
            near = offer(find_nearest(excerpt.heading, [s.heading for s in sections]))
            place = plan.tree.place(("摘登", name, "小标题"))
            return diagnose("excerpt-heading", place, heading=excerpt.heading, **details, **near)
        items = (matching[0],)
    paragraphs = _paragraphs(reporting.valid, items)
    if excerpt.paragraph is not None:
        if excerpt.paragraph > len(paragraphs):
            place = plan.tree.place(("摘登", name, "段"))
            return diagnose("excerpt-paragraph", place, count=len(paragraphs), **details)
        paragraphs = [paragraphs[excerpt.paragraph - 1]]
    return _as_typed("\n".join(paragraphs) + f"（{reporting.unit.shown}）")


def _names_of(part: Part, report: Report) -> tuple[str, ...]:
    """The names that a plan may call a part by: its heading, its English name."""
    declared = (one.name for one in report.body_outline.parts if one.heading == part.heading)
    return (part.heading, *declared)


def _sections(items: tuple[Item, ...]) -> Iterator[Section]:
    """Every sub-section, at whatever depth, in the order of the text."""
    for item in items:
        if isinstance(item, Section):
            yield item
            yield from _sections(item.paragraphs)


def _paragraphs(valid: Valid, items: tuple[Item, ...]) -> list[str]:
    """The paragraphs as the unit's own report shows them, without headings."""
    blocks = compose_items(valid, items, level=2)
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def _as_typed(text: str) -> str:
    """The text with its brackets doubled; a blank stays one, reported in the county's text."""
    doubled = text.replace("【", "【【").replace("】", "】】")
    return _BLANK.sub(r"【\1】", doubled)
