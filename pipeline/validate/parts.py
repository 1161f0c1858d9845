"""Parts that an outline does not have and parts that it lacks, each with the way out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml import Entry, Mapping, Node, Scalar, Sequence, locate
from pipeline.model.report import BODY, BODY_NAME, CLOSING, LEAD, OUTLINE, Outline
from pipeline.model.report.description import fields_of, find_field
from pipeline.model.report.section import OwnPart
from pipeline.validate.outlines import Outlines, body_keys
from pipeline.validate.tree import InputTree


def find_strange_parts(
    input_: InputTree, outline: Outline, outlines: Outlines
) -> Iterator[Diagnostic]:
    """The parts given that the outline does not have and another has."""
    if not (strange := tuple(_strange_keys(input_, outlines))):
        return
    shown = " / ".join(_shown_keys(outline))
    ways = _ways(_that_fit(input_, outlines) or _that_hold(input_, outlines))
    for key in strange:
        entry = input_.root.get(key)
        assert entry is not None
        others = outlines.with_key(key)
        details = {"outline": outline.name, "parts": shown, "others": "、".join(others)}
        place = locate(input_.source, entry.key)
        yield diagnose("part-of-other-outline", place, key=key, **details, **ways)


def _ways(fitting: tuple[str, ...]) -> dict[str, str]:
    """How to go over to another outline, where one holds all that is given; else only to move."""
    if not fitting:
        return {"way_zh": "请", "way_en": ""}
    chosen = f"{OUTLINE}: {fitting[0]}"
    return {
        "way_zh": f"要改用，就在文件开头写“{chosen}”（已有“{OUTLINE}”的，改那一行）；不改用，就",
        "way_en": f"To use one, write “{chosen}” at the top (in place of a {OUTLINE} that is"
        " there); to keep the outline, ",
    }


def find_strange_body(
    input_: InputTree, outline: Outline, outlines: Outlines
) -> Iterator[Diagnostic]:
    """Prose where parts with headings must stand, or the reverse; said at the first of them."""
    if (node := _strange_item(input_, outline)) is None:
        return
    first = outlines.first_of("own" if outline.form == "prose" else "prose")
    details = {"outline": outline.name, "first": first}
    if heading := _own_heading(node):
        place = locate(input_.source, heading.value)
        text = heading.value.text.strip() if isinstance(heading.value, Scalar) else ""
        yield diagnose("heading-in-prose", place, heading=text, **details)
    else:
        yield diagnose("body-without-headings", locate(input_.source, node), **details)


def without_strange_parts(input_: InputTree, outline: Outline, outlines: Outlines) -> InputTree:
    """The input without such parts and such a body, so that the rest of it can be read."""
    strange = set(_strange_keys(input_, outlines))
    if _strange_item(input_, outline) is not None:
        strange |= {
            entry.key.text for entry in input_.root.entries if entry.key.text in _BODY_NAMES
        }
    kept = tuple(entry for entry in input_.root.entries if entry.key.text not in strange)
    return replace(input_, root=replace(input_.root, entries=kept))


def say_missing_parts(
    faults: Iterable[Diagnostic], input_: InputTree, outline: Outline, outlines: Outlines
) -> Iterator[Diagnostic]:
    """The faults, with what an author can do about a part that the outline must have.

    A body that is there and of another form is not missing.
    """
    fitting = _that_fit(input_, outlines)
    spared = _spared_by(outlines.by_name[fitting[0]], outline) if fitting else frozenset[str]()
    given = {entry.key.text for entry in input_.root.entries}
    # Where all that is given is of another outline, to say so is enough.
    is_of_other = bool(fitting) and given.isdisjoint(body_keys(outline))
    is_of_other_form = _strange_item(input_, outline) is not None
    for fault in faults:
        key = str(dict(fault.details).get("key"))
        if is_of_other_form and key in _BODY_NAMES:
            continue
        if fault.code != "missing-field" or key not in spared:
            yield fault
            continue
        if is_of_other:
            continue
        zh = f"或者改用不要这一部分的结构，在文件开头写“{OUTLINE}: {fitting[0]}”"
        en = f"or use an outline without it: write “{OUTLINE}: {fitting[0]}” at the top"
        details = {"key": key, "outline": outline.name, "other_zh": zh, "other_en": en}
        yield diagnose("part-missing", fault.location, **details)


def _strange_keys(input_: InputTree, outlines: Outlines) -> tuple[str, ...]:
    keys = (entry.key.text for entry in input_.root.entries if entry.field is None)
    # A key that the outline has itself was given twice, in both languages.
    others = (key for key in keys if find_field(input_.model, key) is None)
    return tuple(key for key in others if outlines.with_key(key))


def _spared_by(other: Outline, outline: Outline) -> frozenset[str]:
    """What one outline asks of an author and another does not."""
    ends = ((LEAD, other.is_lead_required), (CLOSING, other.is_closing_required))
    optional = {part.heading for part in other.parts if not part.is_required}
    kept = set(body_keys(other)) - optional
    return frozenset(set(body_keys(outline)) - kept | {key for key, needed in ends if not needed})


def _strange_item(input_: InputTree, outline: Outline) -> Node | None:
    """What stands first under 正文 and is of the other form than its outline asks for."""
    items = _items_of_body(input_)
    match outline.form:
        case "own":
            return next((item for item in items if isinstance(item, Scalar) and item.text), None)
        case "prose":
            return next((item for item in items if _own_heading(item)), None)
        case "parts":
            return None


def _items_of_body(input_: InputTree) -> tuple[Node, ...]:
    body = next((one.value for one in input_.root.entries if one.key.text in _BODY_NAMES), None)
    match body:
        case Sequence():
            return body.items
        case None:
            return ()
        case _:
            return (body,)


def _own_heading(item: Node) -> Entry | None:
    """The heading of what is written as a part of its author's own."""
    return item.get(*_HEADING_NAMES) if isinstance(item, Mapping) else None


_BODY_NAMES = (BODY, BODY_NAME)
_HEADING_NAMES = next(field.names for field in fields_of(OwnPart) if field.key == "标题")


def _shown_keys(outline: Outline) -> tuple[str, ...]:
    """The keys of the body in Chinese."""
    return body_keys(outline)[::2]


def _that_fit(input_: InputTree, outlines: Outlines) -> tuple[str, ...]:
    """The outlines that have every part given and need no other, where some part is strange."""
    if not _strange_keys(input_, outlines):
        return ()
    given = {entry.key.text for entry in input_.root.entries}
    return tuple(
        name
        for name in _that_hold(input_, outlines)
        if all(
            not part.is_required or {part.heading, part.name} & given
            for part in outlines.by_name[name].parts
        )
    )


def _that_hold(input_: InputTree, outlines: Outlines) -> tuple[str, ...]:
    """The outlines that have every part given, and the body in the form that it is given in."""
    given = {entry.key.text for entry in input_.root.entries}
    every = {key for outline in outlines.by_name.values() for key in body_keys(outline)}
    return tuple(
        name
        for name, outline in outlines.by_name.items()
        if given & every <= set(body_keys(outline)) and _strange_item(input_, outline) is None
    )
