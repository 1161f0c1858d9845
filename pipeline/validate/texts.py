"""The texts of an input: references to figures, blanks, keys that were typed as text."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from pipeline import facts, load
from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.load import Entry, Node, Scalar
from pipeline.marks import is_mark
from pipeline.nearest import find_meant, find_nearest, offer
from pipeline.report import FIGURES, Report, RollUpTable
from pipeline.report.description import all_models, fields_of
from pipeline.report.traits import Holds, Trait
from pipeline.validate.charts import figures_in_charts
from pipeline.validate.tree import InputTree, fullwidth_slip

_KEYS = frozenset(
    field.key for model in all_models(Report, RollUpTable) for field in fields_of(model)
)

_WORDS_OF_PROSE = frozenset(
    {
        *(
            "标题",
            "日期",
            "单位",
            "活动",
            "结尾",
            "附件",
            "说明",
            "列",
            "行",
            "类型",
            "类别",
            "系列",
        ),
        *("汇总", "目录", "期间", "截止", "方式", "摘登", "部分", "段", "异常", "简称", "前"),
    }
)
"""Keys that a paragraph may well begin with, followed by a colon."""


@dataclass(slots=True)
class _Figures:
    """The declared figures by their stripped names, and those that a text refers to.

    `given` has the names of the figures that are not declared in the input and known all the same.
    """

    keys: Mapping[str, Scalar]
    given: Collection[str]
    are_known: bool
    facts: facts.Facts
    used: set[str] = field(default_factory=set)


def check_texts(
    input_: InputTree, settled: facts.Facts, given: Collection[str] = ()
) -> Iterator[Diagnostic]:
    """References to figures, blanks, and keys typed as text, anywhere in the input."""
    entry = input_.root.get(FIGURES)
    are_known = entry is None or isinstance(entry.value, load.Mapping)
    figures = _Figures(_figure_keys(entry), given, are_known, settled)
    for scalar in _texts(input_):
        head, colon, _ = scalar.text.partition("：")
        if colon and head.strip() in _KEYS - _WORDS_OF_PROSE:
            slip = fullwidth_slip(scalar, input_)
            if slip is not None:
                yield slip
        yield from _check_references(scalar, input_, figures)
    yield from _check_document_number(input_)
    yield from _check_names(input_)
    yield from _check_figures(entry, input_, figures)


def find_referred(input_: InputTree, given: Collection[str]) -> Iterator[str]:
    """The given names that a text, a chart or the formula of a figure refers to."""
    if not given:
        return
    references = (
        reference.name or ""
        for scalar in _texts(input_)
        for reference in facts.find_references(scalar.text)
    )
    for name in (*references, *figures_in_charts(input_.root)):
        split = facts.split_reference(name, given)
        if split is not None:
            yield split[0]
    entry = input_.root.get(FIGURES)
    if entry is not None and isinstance(entry.value, load.Mapping):
        known = {**dict.fromkeys(given), **_figure_keys(entry)}
        yield from (name for name in _named_by_figures(entry.value, known) if name in given)


_END_MARKS = "：，。；、:,.;"


def _check_document_number(input_: InputTree) -> Iterator[Diagnostic]:
    """A blank in the number, whose form is otherwise its own affair."""
    for entry in input_.root.entries:
        is_number = entry.field is not None and entry.field.holds is Holds.DOCUMENT_NUMBER
        if is_number and isinstance(entry.value, Scalar):
            yield from _blanks_of(entry.value, input_)


def _blanks_of(scalar: Scalar, input_: InputTree) -> Iterator[Diagnostic]:
    references = list(facts.find_references(scalar.text))
    for reference, place in zip(references, _places(scalar, references, input_), strict=True):
        if reference.name is not None and facts.is_blank(reference.name):
            yield _blank(reference.name, place)


def _check_names(input_: InputTree) -> Iterator[Diagnostic]:
    """Marks in the names of recipients, which are parted and ended by the program."""
    for entry in input_.root.entries:
        if entry.field is None or Trait.RECIPIENTS not in entry.field.traits:
            continue
        node = entry.value
        for item in node.items if isinstance(node, load.Sequence) else (node,):
            if isinstance(item, Scalar) and item.text:
                yield from _check_name(item, entry.name, input_, is_listed=node is not item)


def _check_name(
    item: Scalar, key: str, input_: InputTree, *, is_listed: bool
) -> Iterator[Diagnostic]:
    last = item.text.strip()[-1:]
    if last and last in _END_MARKS:
        nth = item.text.count(last) - 1
        place = load.locate(input_.source, item, last, nth)
        yield diagnose("recipient-end-mark", place, key=key, found=last)
    elif is_listed and item.is_plain and "，" in item.text:
        place = load.locate(input_.source, item, "，")
        yield diagnose("fullwidth-mark", place, found="，", wanted=",")
    elif found := next((mark for mark in "、，" if mark in item.text), None):
        place = load.locate(input_.source, item, found)
        yield diagnose("several-recipients", place, key=key, found=found)


def _figure_keys(entry: Entry | None) -> dict[str, Scalar]:
    if entry is None or not isinstance(entry.value, load.Mapping):
        return {}
    return {item.key.text.strip(): item.key for item in reversed(entry.value.entries)}


def _texts(input_: InputTree) -> Iterator[Scalar]:
    """Every text that is prose, but those under 数据, in the file's order."""
    return (placed.scalar for placed in input_.prose())


def _check_references(scalar: Scalar, input_: InputTree, figures: _Figures) -> Iterator[Diagnostic]:
    references = list(facts.find_references(scalar.text))
    places = _places(scalar, references, input_)
    for reference, place in zip(references, places, strict=True):
        name = reference.name
        if name is None:
            other = "】" if reference.typed == "【" else "【"
            yield diagnose("unclosed-reference", place, found=reference.typed, other=other)
        elif (split := facts.split_reference(name, figures.keys)) is not None:
            figures.used.add(split[0])
            lack = figures.facts.look_up(name)
            if isinstance(lack, facts.Lack):
                yield diagnose(lack.code, place, **lack.details)
        elif facts.split_reference(name, figures.given) is not None:
            if isinstance(figures.facts.look_up(name), facts.Lack):
                yield _unknown(name, place, figures)
        elif facts.is_blank(name):
            yield _blank(name, place)
        elif figures.are_known:
            yield _unknown(name, place, figures)


def _places(
    scalar: Scalar, references: list[facts.Reference], input_: InputTree
) -> Iterator[Location]:
    """Where each reference of a value stands in the source, which holds them in the same order.

    Where it does not (an escape, a folded line), the value's own place stands in for each.
    """
    source = input_.source
    typed = facts.find_references(source.text[scalar.start : scalar.end])
    # A value is looked at without its marks 【待确认：…】; as it was typed it has them.
    raw = [item for item in typed if not is_mark(item.typed)]
    are_alike = [item.typed for item in raw] == [item.typed for item in references]
    for index, reference in enumerate(references):
        if are_alike:
            yield source.location(scalar.start + raw[index].start, len(reference.typed))
        else:
            yield load.locate(source, scalar)


def _blank(name: str, place: Location) -> Diagnostic:
    return diagnose(
        "blank", place, what=name.removeprefix(facts.BLANK).lstrip("：: ") or f"【{name}】"
    )


def _unknown(name: str, place: Location, figures: _Figures) -> Diagnostic:
    """A name that no figure has; the one most like it was meant, so it counts as referred to."""
    if name.partition(".")[0] in {given.partition(".")[0] for given in figures.given}:
        near = find_nearest(name, figures.given)
        return diagnose("unknown-rollup-figure", place, name=name, **offer(near, "【】"))
    names = [key for key in figures.keys if not set(key) & set("【】\n")]
    near, meant = find_meant(name, names) or (None, None)
    if near is not None:
        figures.used.add(near)
    return diagnose("unknown-figure", place, name=name, **offer(meant, "【】"))


def _check_figures(
    entry: Entry | None, input_: InputTree, figures: _Figures
) -> Iterator[Diagnostic]:
    """Names that cannot be referred to, given twice or never used; values that refer to others."""
    if entry is None or not isinstance(entry.value, load.Mapping):
        return
    figures.used.update(_named_by_figures(entry.value, figures.keys))
    figures.used.update(_named_by_charts(input_.root, figures))
    for item in entry.value.entries:
        name = item.key.text.strip()
        place = load.locate(input_.source, item.key)
        first = figures.keys[name]
        if set(name) & set("【】\n"):
            yield diagnose("figure-name", place, name=name.replace("\n", " "))
        elif first is not item.key:
            line = load.locate(input_.source, first).line
            yield diagnose("duplicate-key", place, key=name, first=line, second=place.line)
        elif name not in figures.used:
            yield diagnose("unused-figure", place, name=name)
        yield from _check_figure_value(item.value, input_)


def _names_figures(entry: Entry) -> bool:
    """Whether a field of a figure names other figures."""
    return entry.field is not None and entry.field.holds is Holds.FIGURE_NAMES


def _named_by_figures(declared: load.Mapping, names: Collection[str]) -> Iterator[str]:
    """The figures that others are worked out from, which need not stand in the text."""
    for item in declared.entries:
        for entry in item.value.entries if isinstance(item.value, load.Mapping) else ():
            if _names_figures(entry) and isinstance(entry.value, Scalar):
                yield from facts.names_of(entry.value.text, names)


def _named_by_charts(root: load.Mapping, figures: _Figures) -> Iterator[str]:
    """The figures that charts draw; of a name that no figure has, the one that was meant."""
    for name in figures_in_charts(root):
        split = facts.split_reference(name, figures.keys)
        meant = split or find_meant(name, figures.keys)
        if meant is not None:
            yield meant[0]


def _check_figure_value(value: Node, input_: InputTree) -> Iterator[Diagnostic]:
    scalars = [value] if isinstance(value, Scalar) else []
    if isinstance(value, load.Mapping):
        scalars = [
            item.value
            for item in value.entries
            if isinstance(item.value, Scalar) and not _names_figures(item)
        ]
    for scalar in scalars:
        references = list(facts.find_references(scalar.text))
        for reference, place in zip(references, _places(scalar, references, input_), strict=True):
            if reference.name is not None and facts.is_blank(reference.name):
                yield _blank(reference.name, place)
            else:
                yield diagnose("reference-in-figure", place, name=reference.name or "")
