"""The figures of last time: each value to be confirmed, and kept as that of the last period."""

import re

from pipeline.figures.facts import Facts
from pipeline.load import yaml
from pipeline.load.yaml import Entry, Scalar, Source
from pipeline.model.marks import put_mark
from pipeline.model.report import Figure
from pipeline.model.report.description import find_field
from pipeline.model.report.figure import read_figure
from pipeline.model.report.traits import Holds
from pipeline.tasks.carry.edits import Edits, write_value
from pipeline.tasks.carry.move import Move
from pipeline.tasks.carry.prose import mark_all, mark_dates

_VALUE, _PREVIOUS = "数值", "上期"
_NUMBER = re.compile(r"[0-9][0-9,.]*[万亿]?")


def carry_figures(figures: yaml.Mapping, edits: Edits, source: Source, facts: Facts) -> None:
    """Every figure under 数据."""
    for entry in figures.entries:
        fact = facts.by_name.get(entry.key.text.strip())
        if isinstance(entry.value, Scalar):
            _carry_short(entry.value, edits)
        elif isinstance(entry.value, yaml.Mapping):
            _carry_long(entry.value, edits, source, fact.value if fact else "")


def carry_evidence(figures: yaml.Mapping, edits: Edits, move: Move) -> None:
    """The dates in what proves the figures."""
    for figure in figures.entries:
        for entry in figure.value.entries if isinstance(figure.value, yaml.Mapping) else ():
            if _holds(entry) is Holds.EVIDENCE and isinstance(entry.value, Scalar):
                edits.put_in_value(entry.value, mark_dates(entry.value.text, move))


def _holds(entry: Entry) -> Holds | None:
    return entry.field.holds if entry.field else None


def _carry_short(value: Scalar, edits: Edits) -> None:
    """`32次` becomes a figure in braces, where its last value has a place."""
    plain = read_figure(value.text)
    figure = Figure.model_validate(plain) if isinstance(plain, dict) else None
    if figure is None or figure.value is None or not _NUMBER.fullmatch(figure.value):
        edits.put_in_value(value, mark_all(value.text))
        return
    fields = [f"数值: {write_value(put_mark(figure.value))}"]
    fields += [f"单位: {write_value(figure.unit)}"] if figure.unit else []
    fields.append(f"上期: {write_value(figure.value)}")
    edits.put(value.start, value.end, f"{{{', '.join(fields)}}}")


def _carry_long(figure: yaml.Mapping, edits: Edits, source: Source, settled: str) -> None:
    given = figure.get(_VALUE)
    value = given.value if given is not None else None
    for entry in figure.entries:
        if _holds(entry) is Holds.VALUE and isinstance(entry.value, yaml.Mapping):
            for part in entry.value.entries:
                if isinstance(part.value, Scalar):
                    edits.put_in_value(part.value, mark_all(part.value.text))
        elif _holds(entry) is Holds.SOURCE and isinstance(entry.value, Scalar):
            edits.put_in_value(entry.value, mark_all(entry.value.text))
    last = settled
    if isinstance(value, Scalar):
        edits.put_in_value(value, mark_all(value.text))
        last = value.text.strip()
    if _NUMBER.fullmatch(last):
        _put_previous(figure, write_value(last), edits, source)


def _put_previous(figure: yaml.Mapping, last: str, edits: Edits, source: Source) -> None:
    """上期 with the value of last time: in the place of an older one, else behind the value."""
    given = figure.get(_PREVIOUS)
    if given is not None:
        edits.put(given.value.start, given.value.end, last)
        return
    behind = figure.get(_VALUE) or figure.entries[-1]
    field = find_field(Figure, _PREVIOUS)
    assert field is not None
    name = field.name if behind.key.text.isascii() else field.key
    if source.text[figure.start] == "{":
        edits.put(behind.value.end, behind.value.end, f", {name}: {last}")
    else:
        _put_line_before(figure.entries[0], f"{name}: {last}", edits, source)


def _put_line_before(entry: Entry, line: str, edits: Edits, source: Source) -> None:
    """A line of its own before a key of a block, where no comment can be in the way."""
    column = source.location(entry.key.start).column
    edits.put(entry.key.start, entry.key.start, line + edits.newline + " " * (column - 1))
