"""A sound report of last time -> the text of this time's, with all that must be confirmed marked.

The text is changed in place: comments, order and layout are those of the source.
"""

from pipeline.chinese.dates import find_ordinals
from pipeline.load import yaml
from pipeline.load.yaml import Loaded, Node, Source
from pipeline.model.report import CARRIED, FIGURES, TEMPLATE, Report
from pipeline.tasks.carry.edits import Edits, write_value
from pipeline.tasks.carry.fields import carry_fields
from pipeline.tasks.carry.figures import carry_evidence, carry_figures
from pipeline.tasks.carry.move import Move
from pipeline.validate import Valid
from pipeline.validate.tree import InputTree, tree_of

_COMMENT = "# 标着待确认的逐处核对：对的去掉标记，只留内容；变了的改正。"


def carry(loaded: Loaded, valid: Valid, move: Move, template: str | None) -> str:
    """The text of the new report; `template` takes the place of the one it had."""
    assert loaded.source is not None
    assert loaded.root is not None
    input_, edits = tree_of(loaded.source, loaded.root), Edits(loaded.source)
    root = input_.root
    carry_fields(input_, valid.report, move, edits)
    figures = root.get(FIGURES)
    if figures is not None and isinstance(figures.value, yaml.Mapping):
        carry_figures(figures.value, edits, loaded.source, valid.facts)
        carry_evidence(figures.value, edits, move)
    given = root.get(TEMPLATE)
    if template is not None and given is not None:
        edits.put(given.value.start, given.value.end, template)
    lines = _head(input_, valid.report, move, template if given is None else None, edits)
    _put_at_head(lines, loaded, edits)
    return edits.apply()


def _head(
    input_: InputTree, report: Report, move: Move, template: str | None, edits: Edits
) -> list[str]:
    """The lines that the new file begins with; an older 沿用 is replaced where it stands."""
    origin = _write_origin(input_.source.path.name, report, move)
    given = input_.root.get(CARRIED)
    lines = [f"{TEMPLATE}: {template}"] if template is not None else []
    if given is None:
        return [_COMMENT, f"{CARRIED}: {origin}", *lines]
    edits.put(given.value.start, _end_of(given.value, input_.source), origin)
    return lines


def _end_of(node: Node, source: Source) -> int:
    """Where the last value of a node ends; behind a block YAML counts comments and blanks too."""
    if isinstance(node, yaml.Mapping) and node.entries and source.text[node.start] != "{":
        return _end_of(node.entries[-1].value, source)
    return node.end


def _write_origin(name: str, report: Report, move: Move) -> str:
    fields = {
        "来自": write_value(name),
        "年份": str(move.old),
        "今年": str(move.new),
        "单位": write_value(report.organisation),
    }
    if (ordinal := _ordinal_of(report)) is not None:
        fields["届次"] = str(ordinal)
    return "{" + ", ".join(f"{key}: {value}" for key, value in fields.items()) + "}"


def _ordinal_of(report: Report) -> int | None:
    """Which 届 the report was about, by its field or by the name of its activity."""
    activity = report.activity
    if activity is not None and activity.ordinal is not None:
        return activity.ordinal
    texts = (activity.name if activity else "", report.title)
    return next((found.number for text in texts for found in find_ordinals(text)), None)


def _put_at_head(lines: list[str], loaded: Loaded, edits: Edits) -> None:
    """Puts lines before the first key; within braces they are entries."""
    root, source = loaded.root, loaded.source
    assert root is not None
    assert source is not None
    if not lines:
        return
    if source.text[root.start : root.start + 1] == "{":
        entries = [line for line in lines if not line.startswith("#")]
        edits.put(root.start + 1, root.start + 1, ", ".join(entries) + ", ")
        return
    start = root.entries[0].key.start
    indent = " " * (source.location(start).column - 1)
    text = "".join(f"{line}{edits.newline}{indent}" for line in lines)
    edits.put(start, start, text)
