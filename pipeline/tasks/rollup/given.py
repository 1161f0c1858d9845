"""The combined figures and the state of reporting, as figures that a text refers to: 汇总.…"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from pipeline.figures.facts.quantity import rounded
from pipeline.model.report import WAYS, Figure, Unit
from pipeline.tasks.rollup.combine import Combined
from pipeline.tasks.rollup.plan import PREFIX
from pipeline.tasks.rollup.units import Roster

NOBODY = "无"
_COUNTER = "个"


def give_figures(roster: Roster, figures: tuple[Combined, ...]) -> dict[str, Figure]:
    """Every figure of the roll-up by the name that a text refers to it with."""
    given = dict(_reporting(roster))
    for figure in figures:
        for field, shown in _fields(figure, len(roster.reported)):
            given.setdefault(f"{figure.name}.{field}" if field else figure.name, shown)
    return {PREFIX + name: figure for name, figure in given.items()}


def _figure(value: str, unit: str, evidence: str, previous: str | None = None) -> Figure:
    return Figure(value=value, unit=unit, evidence=evidence, previous=previous)


def names_of_units(units: Iterable[Unit]) -> str:
    return "、".join(unit.shown for unit in units) or NOBODY


def _reporting(roster: Roster) -> Iterator[tuple[str, Figure]]:
    done, due = len(roster.reported), roster.due
    proof = "报送登记"
    yield "应报单位", _figure(str(due), _COUNTER, proof)
    yield "已报单位", _figure(str(done), _COUNTER, proof)
    yield "已报单位.名单", _figure(names_of_units(roster.reported), "", proof)
    yield "未报单位", _figure(names_of_units(roster.missing), "", proof)
    yield "未报单位.数", _figure(str(len(roster.missing)), _COUNTER, proof)
    yield "报送率", _figure(_share(done, due), "%", proof)


def _share(part: int, whole: int) -> str:
    share = rounded(Decimal(100 * part) / whole, 1)
    return format(share.normalize() if share % 1 == 0 else share, "f")


def _fields(figure: Combined, reporting: int) -> Iterator[tuple[str, Figure]]:
    """A figure by the way of the plan under no name, then its other fields."""
    count = len(figure.values)
    proof = f"{count}个单位所报" if count == reporting else f"{reporting}个单位中{count}个所报"
    fields = dict(_counted(figure, proof) if figure.numbers else ())
    fields["单位数"] = _figure(str(len(figure.something)), _COUNTER, proof)
    fields["未报单位"] = _figure(names_of_units(figure.lacking), "", proof)
    texts = tuple(dict.fromkeys(value.text for value in figure.something))
    fields["列举"] = _figure(_listed(texts) or NOBODY, "", proof)
    for value in figure.values:
        is_number = value.number is not None
        shown = figure.write(value.number) if value.number is not None else value.text
        unit = figure.unit if is_number else ""
        fields.setdefault(value.unit.shown, _figure(shown, unit, f"{value.unit.shown}所报"))
    # What cannot be combined has been reported; it stands here so that this is done once.
    main = fields.get(WAYS.in_chinese(figure.rule.way))
    yield "", main or _figure("0", figure.unit, proof)
    yield from fields.items()


def _listed(texts: tuple[str, ...]) -> str:
    """Texts in a row; between quoted ones stands no mark (GB/T 15834-2011, 4.5.3.5)."""
    are_quoted = all(text[0] + text[-1] in ("“”", "《》") for text in texts)
    return ("" if are_quoted else "、").join(texts)


def _counted(figure: Combined, proof: str) -> Iterator[tuple[str, Figure]]:
    def shown(number: Decimal) -> Figure:
        return _figure(figure.write(number), figure.unit, proof)

    most, least = max(figure.numbers), min(figure.numbers)
    if not figure.is_share:
        before = figure.previous_total
        previous = None if before is None else figure.write(before)
        yield "合计", _figure(figure.write(figure.total), figure.unit, proof, previous)
    yield "平均", _figure(figure.write_mean(), figure.unit, proof)
    yield "中位数", shown(figure.median)
    yield "最大", shown(most)
    yield "最小", shown(least)
    yield "最多单位", _figure(names_of_units(figure.holders(most)), "", proof)
    yield "最少单位", _figure(names_of_units(figure.holders(least)), "", proof)
