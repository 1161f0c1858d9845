"""The schema held against the tree: plain values for pydantic, and its faults in our words."""

import difflib
from collections.abc import Iterator

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from pipeline import load
from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.load import Entry, Node, Scalar, locate
from pipeline.messages import FAULTS
from pipeline.report import Report
from pipeline.validate.tree import (
    OTHER_NAMES,
    InputTree,
    Path,
    entry_of,
    fullwidth_slip,
    models_of,
    names_of,
)


def to_plain(input_: InputTree) -> tuple[object, list[Diagnostic]]:
    """The tree as plain values, without keys whose value was left empty; those are told."""
    empties: list[Diagnostic] = []

    def plain(node: Node) -> object:
        match node:
            case Scalar():
                return node.text
            case load.Sequence():
                return [plain(item) for item in node.items]
            case load.Mapping():
                return {entry.key.text: plain(entry.value) for entry in node.entries if kept(entry)}

    def kept(entry: Entry) -> bool:
        value = entry.value
        if isinstance(value, Scalar) and value.is_plain and value.text in ("", "~", "null"):
            place = locate(input_.source, entry.key)
            empties.append(diagnose("empty-optional-field", place, key=entry.key.text))
            return False
        return True

    return plain(input_.root), empties


def translate_all(
    error: ValidationError, input_: InputTree, empties: list[Diagnostic]
) -> Iterator[Diagnostic]:
    """Our diagnostics for pydantic's; a required field that is there but empty is told so once."""
    found = [_translate(details, input_) for details in error.errors()]
    required = {fault.location for fault in found if fault.code == "empty-field"}
    yield from found
    yield from (fault for fault in empties if fault.location not in required)


_NOT_A_TEXT = {"string_type"}
_NOT_A_LIST = {"tuple_type", "list_type"}
_NOT_A_MAPPING = {"model_type", "model_attributes_type", "dict_type"}
_NOT_A_NUMBER = {"float_parsing", "float_type", "greater_than", "finite_number"}
_TOO_SHORT = {"string_too_short", "too_short"}


def _translate(details: ErrorDetails, input_: InputTree) -> Diagnostic:
    path, kind = details["loc"], details["type"]
    key = _spoken_key(path)
    if kind == "missing":
        return _translate_missing(path, key, input_)
    if kind == "extra_forbidden":
        return _translate_unknown(path, str(path[-1]), input_)
    if kind in _TOO_SHORT:
        return diagnose("empty-field", input_.place_of_key(path), key=key)
    if kind in FAULTS:
        found = str(details.get("ctx", {}).get("found", details["input"]))
        node = input_.node(path)
        needle = found if isinstance(node, Scalar) else ""
        return diagnose(kind, locate(input_.source, node, needle), key=key, found=found)
    if kind in _NOT_A_NUMBER | {"literal_error"}:
        code = "expected-number" if kind in _NOT_A_NUMBER else "invalid-value"
        place = input_.place(path)
        return diagnose(code, place, key=key, found=details["input"], allowed=_ALLOWED.get(key, ""))
    return _translate_shape(path, kind, key, input_)


_ALLOWED = {"署名位置": "文末、题下", "signature_place": "文末、题下"}


def _translate_shape(path: Path, kind: str, key: str, input_: InputTree) -> Diagnostic:
    """A value of the wrong shape, which is most often a key typed with a full-width colon."""
    node = input_.node(path)
    slip = fullwidth_slip(node, input_)
    if slip is not None:
        return slip
    codes = ((_NOT_A_TEXT, "text"), (_NOT_A_LIST, "list"), (_NOT_A_MAPPING, "mapping"))
    wanted = next((word for kinds, word in codes if kind in kinds), "text")
    zh, en = _describe(node)
    place = input_.place(path)
    return diagnose(f"expected-{wanted}", place, key=key, found_zh=zh, found_en=en)


def _spoken_key(path: Path) -> str:
    names = [step for step in path if isinstance(step, str) and step not in ("text", "mapping")]
    return names[-1] if names else ""


def _translate_missing(path: Path, key: str, input_: InputTree) -> Diagnostic:
    parent = input_.node(path[:-1])
    given = entry_of(parent, key) if isinstance(parent, load.Mapping) else None
    if given is not None:
        return diagnose("empty-field", locate(input_.source, given.key), key=given.key.text)
    place = locate(input_.source, parent) if len(path) > 1 else Location(input_.source.path, 1, 1)
    return diagnose("missing-field", place, key=key)


def _translate_unknown(path: Path, key: str, input_: InputTree) -> Diagnostic:
    parent = input_.node(path[:-1])
    place = input_.place_of_key(path)
    allowed = _allowed_keys(path[:-1])
    other = next((name for name in OTHER_NAMES.get(key, ()) if name in allowed), None)
    first = parent.get(other) if other and isinstance(parent, load.Mapping) else None
    if first is not None:
        line = locate(input_.source, first.key).line
        return diagnose(
            "duplicate-key", place, key=f"{other}（{key}）", first=line, second=place.line
        )
    near = difflib.get_close_matches(key, allowed, n=1, cutoff=0.5)
    return diagnose(
        "unknown-key",
        place,
        key=key,
        nearest_zh=f"，是不是“{near[0]}”" if near else "",
        nearest_en=f"; did you mean “{near[0]}”" if near else "",
        allowed="、".join(name for name in allowed if not name.isascii()),
    )


def _allowed_keys(path: Path) -> list[str]:
    """The keys of the model at a path, in their order."""
    models: list[type[BaseModel]] = [Report]
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
    return [name for model in models for pair in names_of(model) for name in pair]


def _describe(node: Node) -> tuple[str, str]:
    match node:
        case Scalar():
            return "文字", "a text"
        case load.Sequence():
            return "列表", "a list"
        case load.Mapping():
            return "“名称: 内容”", "a mapping"
