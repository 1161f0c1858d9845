"""The schema held against the tree: plain values for pydantic, and its faults in our words."""

from collections.abc import Iterator

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load import yaml
from pipeline.load.yaml import Entry, Node, Scalar, describe_shape, diagnose_twice, locate
from pipeline.messages import FAULTS
from pipeline.model.report import Report
from pipeline.model.report.description import Field, field_at, keys_at
from pipeline.model.report.traits import REFER_TO_NOTHING, Forms, Holds, Words
from pipeline.validate.tree import InputTree, Path, fullwidth_typo


def to_plain(input_: InputTree) -> tuple[object, list[Diagnostic]]:
    """The tree as plain values, without keys whose value was left empty; those are reported.

    A key that no field has is kept, and so is a figure, which must have a value.
    """
    empties: list[Diagnostic] = []

    def plain(node: Node) -> object:
        match node:
            case Scalar():
                return node.text
            case yaml.Sequence():
                return [plain(item) for item in node.items]
            case yaml.Mapping():
                return {entry.name: plain(entry.value) for entry in node.entries if kept(entry)}

    def kept(entry: Entry) -> bool:
        if entry.field is None or not _is_empty(entry.value):
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
    """Our diagnostics for pydantic's, without those that report the same typo again."""
    said = (details for details in error.errors() if not _is_emptied(details, input_))
    found = [(details, _translate(details, input_)) for details in said]
    # A misspelt key is also missing under its own name, and each cell of a flat row is no row.
    meant = {dict(fault.details).get("meant") for _, fault in found if fault.code == "unknown-key"}
    reported: set[object] = set()
    locs = [details["loc"] for details, _ in found]
    around = {loc[:end] for loc in locs for end in range(len(loc))}
    for details, fault in found:
        if details["type"] == "too_short" and details["loc"] in around:
            # pydantic counts no item that is at fault itself.
            continue
        is_row_fault = fault.code == "expected-list" and isinstance(details["loc"][-1], int)
        parent = (fault.code, details["loc"][:-1])
        is_repeat = (is_row_fault and parent in reported) or (
            fault.code == "missing-field" and dict(fault.details)["key"] in meant
        )
        reported.add(parent)
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


def _is_emptied(details: ErrorDetails, input_: InputTree) -> bool:
    """Whether a list is too short for pydantic only since each of its items is at fault."""
    node = input_.node(_without_tags(details["loc"]))
    return details["type"] == "too_short" and isinstance(node, yaml.Sequence) and bool(node.items)


def _translate(details: ErrorDetails, input_: InputTree) -> Diagnostic:
    path, kind = _without_tags(details["loc"]), details["type"]
    key = _spoken_key(path, input_)
    if kind == "missing":
        return _translate_missing(path, key, input_)
    if kind == "extra_forbidden":
        return _translate_unknown(path, str(path[-1]), input_)
    if kind in _TOO_SHORT:
        return _empty_field(path, key, input_, is_item=isinstance(details["loc"][-1], int))
    node = input_.node(path)
    if kind in FAULTS and isinstance(node, Scalar):
        context = details.get("ctx", {})
        found = str(context.get("found", details["input"]))
        place = _place_found(found, context.get("at"), node, input_)
        return diagnose(kind, place, key=key, found=found)
    if kind in _NOT_A_NUMBER | {"literal_error", "enum"} and isinstance(node, Scalar):
        return _translate_choice(path, key, details["input"], input_)
    return _translate_shape(path, kind, key, input_)


def _place_found(found: str, at: int | None, node: Scalar, input_: InputTree) -> Location:
    """Where something stands in a value; all of the value where only that is known."""
    if at is None or not found:
        return locate(input_.source, node)
    return yaml.place_span(input_.source, node, at, at + len(found))


_VALUE_DEPTH = 3


def _translate_choice(path: Path, key: str, found: object, input_: InputTree) -> Diagnostic:
    """A word that is none of those that a field takes, or a text where a number must stand."""
    field, place = field_at(input_.model, path), input_.place(path)
    if field is None or not isinstance(field.choices, Words | Forms):
        return diagnose("expected-number", place, key=key, found=found)
    entry = input_.entry(path)
    is_english = entry is not None and entry.key.text == field.name
    allowed = field.choices.offer(is_english=is_english)
    return diagnose("invalid-value", place, key=key, found=found, allowed=allowed)


def _empty_field(path: Path, key: str, input_: InputTree, *, is_item: bool) -> Diagnostic:
    """A value that is there and empty: an item is shown itself, a field and a figure by its key."""
    # A figure's value may be short for the figure; a part of it is a field of its own.
    field = field_at(input_.model, path)
    outer = field_at(input_.model, path[:1])
    are_figures = outer is not None and outer.holds is Holds.FIGURES
    is_figure = 1 < len(path) <= _VALUE_DEPTH and are_figures
    name = str(path[1]) if is_figure else key
    place = input_.place(path) if is_item else input_.place_of_key(path[:2] if is_figure else path)
    return _say_empty(name, place, field)


def say_entry_empty(entry: Entry, input_: InputTree) -> Diagnostic:
    """A field that is given and left empty, reported at its key."""
    return _say_empty(entry.key.text, locate(input_.source, entry.key), entry.field)


def _say_empty(key: str, place: Location, field: Field | None) -> Diagnostic:
    """A value that was left empty; 【待填】 is offered where the form of its field allows that."""
    is_formal = field is not None and field.holds in REFER_TO_NOTHING | {Holds.HEADERS}
    may_be_blank = not is_formal
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
    typo = fullwidth_typo(node, input_)
    if typo is not None:
        return typo
    codes = ((_NOT_A_TEXT, "text"), (_NOT_A_LIST, "list"), (_NOT_A_MAPPING, "mapping"))
    wanted = next((word for kinds, word in codes if kind in kinds), "text")
    zh, en = describe_shape(node)
    place = input_.place(path)
    return diagnose(f"expected-{wanted}", place, key=key, found_zh=zh, found_en=en)


_TAGS = ("text", "mapping", "charts-only", "points-only")
"""What pydantic puts into a path for the kind of an item."""


def _without_tags(path: Path) -> Path:
    pairs = zip(path, ("", *path), strict=False)
    return tuple(step for step, before in pairs if not (isinstance(before, int) and step in _TAGS))


def _spoken_key(path: Path, input_: InputTree) -> str:
    """What the innermost field of a path is called: as its author typed it, where that is there."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    entry = input_.entry(path)
    return entry.key.text if entry is not None and entry.name == name else name


def _translate_missing(path: Path, key: str, input_: InputTree) -> Diagnostic:
    parent = input_.node(path[:-1])
    given = parent.get(str(path[-1])) if isinstance(parent, yaml.Mapping) else None
    if given is not None:
        return say_entry_empty(given, input_)
    is_of_file = len(path) == 1 and issubclass(input_.model, Report)
    place = Location(input_.source.path, 1, 1) if is_of_file else locate(input_.source, parent)
    return diagnose("missing-field", place, key=key)


def _translate_unknown(path: Path, key: str, input_: InputTree) -> Diagnostic:
    parent = input_.node(path[:-1])
    place = input_.place_of_key(path)
    allowed = keys_at(input_.model, path[:-1])
    field = field_at(input_.model, path) if key in allowed else None
    if field is not None and isinstance(parent, yaml.Mapping) and (first := parent.get(field.key)):
        both = f"{field.key}（{key}）"
        return diagnose_twice(both, locate(input_.source, first.key), place)
    near = find_nearest(key, allowed, _missing_at(path[:-1], input_))
    return diagnose(
        "unknown-key",
        place,
        key=key,
        **offer(near),
        meant=_chinese(near, path[:-1], input_) if near else "",
        allowed=" / ".join(name for name in allowed if name.isascii() == key.isascii()),
    )


def _missing_at(path: Path, input_: InputTree) -> frozenset[str]:
    """The keys that the mapping at a path must have and does not."""
    parent = input_.node(path)
    fields = (field_at(input_.model, (*path, key)) for key in keys_at(input_.model, path))
    return frozenset(
        name
        for field in fields
        if field and field.is_required and not _is_given(field, parent)
        for name in field.names
    )


def _is_given(field: Field, parent: Node) -> bool:
    return isinstance(parent, yaml.Mapping) and parent.get(field.key) is not None


def _chinese(key: str, path: Path, input_: InputTree) -> str:
    """The Chinese name of a key that may stand in the mapping at a path."""
    field = field_at(input_.model, (*path, key))
    return field.key if field else key
