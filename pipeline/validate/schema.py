"""The schema held against the tree: plain values for pydantic, and its faults in our words."""

import re
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline import load
from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.load import Entry, Node, Scalar, describe_shape, diagnose_twice, locate
from pipeline.messages import FAULTS
from pipeline.nearest import find_nearest, offer
from pipeline.report import Report
from pipeline.validate.tree import (
    FIGURES,
    OTHER_NAMES,
    WITHOUT_REFERENCES,
    InputTree,
    Path,
    entry_of,
    fullwidth_slip,
    models_of,
    names_of,
)


def to_plain(input_: InputTree) -> tuple[object, list[Diagnostic]]:
    """The tree as plain values, without keys whose value was left empty; those are told.

    A key that no field has is kept, and so is a figure, which must have a value.
    """
    empties: list[Diagnostic] = []

    def plain(node: Node, *, are_figures: bool = False) -> object:
        match node:
            case Scalar():
                return node.text
            case load.Sequence():
                return [plain(item) for item in node.items]
            case load.Mapping():
                return {
                    entry.key.text: plain(entry.value, are_figures=entry.key.text in FIGURES)
                    for entry in node.entries
                    if are_figures or kept(entry)
                }

    def kept(entry: Entry) -> bool:
        if entry.key.text not in OTHER_NAMES or not _is_empty(entry.value):
            return True
        place = locate(input_.source, entry.key)
        empties.append(diagnose("empty-optional-field", place, key=entry.key.text))
        return False

    return plain(input_.root), empties


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_plain and node.text in ("", "~", "null")


def translate_all(
    error: ValidationError, input_: InputTree, empties: list[Diagnostic]
) -> Iterator[Diagnostic]:
    """Our diagnostics for pydantic's, without those that tell of the same slip a second time."""
    found = [(details, _translate(details, input_)) for details in error.errors()]
    # A misspelt key is also missing under its own name, and each cell of a flat row is no row.
    meant = {dict(fault.details).get("meant") for _, fault in found if fault.code == "unknown-key"}
    told: set[object] = set()
    for details, fault in found:
        is_row_fault = fault.code == "expected-list" and isinstance(details["loc"][-1], int)
        parent = (fault.code, details["loc"][:-1])
        is_repeat = (is_row_fault and parent in told) or (
            fault.code == "missing-field" and dict(fault.details)["key"] in meant
        )
        told.add(parent)
        if not is_repeat:
            yield fault
    required = {fault.location for _, fault in found if fault.code == "empty-field"}
    yield from (fault for fault in empties if fault.location not in required)


_NOT_A_TEXT = {"string_type"}
_NOT_A_LIST = {"tuple_type", "list_type"}
_NOT_A_MAPPING = {"model_type", "model_attributes_type", "dict_type"}
_NOT_A_NUMBER = {
    *("float_parsing", "float_type", "greater_than", "finite_number"),
    *("int_parsing", "int_type", "greater_than_equal", "less_than_equal"),
}
_TOO_SHORT = {"string_too_short", "too_short"}


def _translate(details: ErrorDetails, input_: InputTree) -> Diagnostic:
    path, kind = details["loc"], details["type"]
    key = _spoken_key(path)
    if kind == "missing":
        return _translate_missing(path, key, input_)
    if kind == "extra_forbidden":
        return _translate_unknown(path, str(path[-1]), input_)
    if kind in _TOO_SHORT:
        return _empty_field(path, key, input_)
    node = input_.node(path)
    if kind in FAULTS and isinstance(node, Scalar):
        found = str(details.get("ctx", {}).get("found", details["input"]))
        # An end mark is the last of its kind in the text, everything else the first.
        nth = node.text.count(found) - 1 if kind.endswith(("-mark", "-end")) else 0
        return diagnose(kind, locate(input_.source, node, found, nth), key=key, found=found)
    if kind in _NOT_A_NUMBER | {"literal_error"} and isinstance(node, Scalar):
        is_any_number = kind in _NOT_A_NUMBER and key not in _ALLOWED
        code = "expected-number" if is_any_number else "invalid-value"
        place = input_.place(path)
        return diagnose(code, place, key=key, found=details["input"], allowed=_ALLOWED.get(key, ""))
    return _translate_shape(path, kind, key, input_)


_WAYS = "合计 (sum) / 平均 (mean) / 最大 (max) / 最小 (min) / 列举 (list) / 单位数 (count)"
_PART_NAMES = (
    "基本情况 (overview) / 主要做法 (practices) / 突出特点 (features) / 取得成效 (results)"
)
_CHOICES = (
    ("署名位置", "signature_place", "文末 (end) / 题下 (title)"),
    ("核对表", "ledger", "是 (yes) / 否 (no)"),
    ("类型", "form", "柱形 (bar) / 折线 (line) / 占比 (share)"),
    ("方式", "way", _WAYS),
    ("部分", "part", _PART_NAMES),
    ("汇总", "rollup", "明细 (detail) / 排名 (ranking) / 未报单位 (missing)"),
    ("段", "paragraph", "1 2 3 …"),
    ("前", "top", "1 2 3 …"),
    ("异常", "outlier_limit", "3.5 / 否 (no)"),
)
_ALLOWED = {
    **{key: re.sub(r" \([a-z]+\)", "", words) for key, _, words in _CHOICES},
    **{key: words for _, key, words in _CHOICES},
}

_NEVER_BLANK = WITHOUT_REFERENCES | {"列", "columns"}
"""Fields whose form 【待填】 does not have."""


_VALUE_DEPTH = 3


def _empty_field(path: Path, key: str, input_: InputTree) -> Diagnostic:
    """A value that is there and empty: an item is shown itself, a field and a figure by its key."""
    # A figure's value may be short for the figure; a part of it is a field of its own.
    is_figure = 1 < len(path) <= _VALUE_DEPTH and path[0] in FIGURES
    name = str(path[1]) if is_figure else key
    is_item = isinstance(path[-1], int)
    place = input_.place(path) if is_item else input_.place_of_key(path[:2] if is_figure else path)
    return say_empty(name, place)


def say_empty(key: str, place: Location) -> Diagnostic:
    may_be_blank = key not in _NEVER_BLANK
    return diagnose(
        "empty-field",
        place,
        key=key,
        blank_zh="；暂时没有内容可写“【待填】”" if may_be_blank else "",
        blank_en="; write “【待填】” for what you will fill in later" if may_be_blank else "",
    )


def _translate_shape(path: Path, kind: str, key: str, input_: InputTree) -> Diagnostic:
    """A value of the wrong shape, which is most often a key typed with a full-width colon."""
    node = input_.node(path)
    slip = fullwidth_slip(node, input_)
    if slip is not None:
        return slip
    codes = ((_NOT_A_TEXT, "text"), (_NOT_A_LIST, "list"), (_NOT_A_MAPPING, "mapping"))
    wanted = next((word for kinds, word in codes if kind in kinds), "text")
    zh, en = describe_shape(node)
    place = input_.place(path)
    return diagnose(f"expected-{wanted}", place, key=key, found_zh=zh, found_en=en)


_TAGS = ("text", "mapping", "charts-only")
"""What pydantic puts into a path for the kind of an item."""


def _spoken_key(path: Path) -> str:
    names = [step for step in path if isinstance(step, str) and step not in _TAGS]
    return names[-1] if names else ""


def _translate_missing(path: Path, key: str, input_: InputTree) -> Diagnostic:
    parent = input_.node(path[:-1])
    given = entry_of(parent, key) if isinstance(parent, load.Mapping) else None
    if given is not None:
        return say_empty(given.key.text, locate(input_.source, given.key))
    is_of_file = len(path) == 1 and input_.model is Report
    place = Location(input_.source.path, 1, 1) if is_of_file else locate(input_.source, parent)
    return diagnose("missing-field", place, key=key)


def _translate_unknown(path: Path, key: str, input_: InputTree) -> Diagnostic:
    parent = input_.node(path[:-1])
    place = input_.place_of_key(path)
    allowed = _allowed_keys(path[:-1], input_.model)
    other = next((name for name in OTHER_NAMES.get(key, ()) if name in allowed), None)
    first = parent.get(other) if other and isinstance(parent, load.Mapping) else None
    if first is not None:
        return diagnose_twice(f"{other}（{key}）", locate(input_.source, first.key), place)
    near = find_nearest(key, allowed)
    return diagnose(
        "unknown-key",
        place,
        key=key,
        **offer(near),
        meant=_chinese(near) if near else "",
        allowed=" / ".join(name for name in allowed if name.isascii() == key.isascii()),
    )


def _chinese(key: str) -> str:
    return OTHER_NAMES[key][0] if key.isascii() else key


def _allowed_keys(path: Path, root: type[BaseModel]) -> list[str]:
    """The keys of the model at a path, in their order."""
    models = [root]
    for step in path:
        if not isinstance(step, str):
            continue
        found = [
            child
            for model in models
            for alias, name in names_of(model)
            if step in (alias, name)
            for child in models_of(model.model_fields[name].annotation)
        ]
        models = found or models
    keys = (name for model in models for pair in names_of(model) for name in pair)
    return list(dict.fromkeys(keys))
