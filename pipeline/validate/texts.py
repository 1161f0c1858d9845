"""The texts of an input: references to figures, blanks, keys that were typed as text."""

import difflib
from collections.abc import Iterator, Mapping

from pipeline import facts, load
from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.load import Entry, Node, Scalar
from pipeline.validate.tree import ALIASES, InputTree, fullwidth_slip

_NAMES_OF_FIGURES = ("数据", "figures")


def check_texts(input_: InputTree) -> Iterator[Diagnostic]:
    """References to figures, blanks, and keys typed as text, anywhere in the input."""
    figures = input_.root.get(*_NAMES_OF_FIGURES)
    names = _figure_names(figures)
    used: set[str] = set()
    for scalar in _texts(input_.root):
        head, colon, _ = scalar.text.partition("：")
        if colon and head.strip() in ALIASES - {
            "标题",
            "日期",
            "单位",
            "活动",
            "结尾",
            "附件",
            "说明",
        }:
            slip = fullwidth_slip(scalar, input_)
            if slip is not None:
                yield slip
        yield from _check_references(scalar, input_, names, used)
    for name, key in names.items():
        place = load.locate(input_.source, key)
        if any(char in name for char in "【】\n") or facts.is_blank(name):
            yield diagnose("figure-name", place, name=name)
        elif name not in used:
            yield diagnose("unused-figure", place, name=name)


def _figure_names(figures: Entry | None) -> dict[str, Scalar]:
    if figures is None or not isinstance(figures.value, load.Mapping):
        return {}
    return {entry.key.text.strip(): entry.key for entry in figures.value.entries}


def _texts(root: load.Mapping) -> Iterator[Scalar]:
    """Every text but those under 数据, in the file's order."""
    stack: list[Node] = [
        entry.value for entry in reversed(root.entries) if entry.key.text not in _NAMES_OF_FIGURES
    ]
    while stack:
        node = stack.pop()
        match node:
            case Scalar():
                yield node
            case load.Sequence():
                stack += reversed(node.items)
            case load.Mapping():
                stack += [entry.value for entry in reversed(node.entries)]


def _check_references(
    scalar: Scalar, input_: InputTree, names: Mapping[str, Scalar], used: set[str]
) -> Iterator[Diagnostic]:
    counts: dict[str, int] = {}
    for reference in facts.find_references(scalar.text):
        nth = counts.get(reference.typed, 0)
        counts[reference.typed] = nth + 1
        place = load.locate(input_.source, scalar, reference.typed, nth)
        if reference.name is None:
            yield diagnose("unclosed-reference", place)
        elif facts.is_blank(reference.name):
            what = reference.name.removeprefix(facts.BLANK).lstrip("：: ")
            yield diagnose("blank", place, what=f"：{what}" if what else "")
        elif reference.name in names:
            used.add(reference.name)
        else:
            near = difflib.get_close_matches(reference.name, names, n=1, cutoff=0.5)
            yield diagnose(
                "unknown-figure",
                place,
                name=reference.name,
                nearest_zh=f"，是不是【{near[0]}】" if near else "",
                nearest_en=f"; did you mean 【{near[0]}】" if near else "",
            )
