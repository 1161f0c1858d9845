"""Parts that an outline does not have and parts that it lacks, each with the way out."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.load import locate
from pipeline.report import CLOSING, LEAD, OUTLINE, Outline
from pipeline.validate.outlines import Outlines, body_keys
from pipeline.validate.tree import InputTree


def find_strange_parts(
    input_: InputTree, outline: Outline, outlines: Outlines
) -> Iterator[Diagnostic]:
    """The parts given that the outline does not have and another has."""
    shown = " / ".join(_shown_keys(outline))
    for key in _strange_keys(input_, outlines):
        entry = input_.root.get(key)
        assert entry is not None
        others = outlines.with_key(key)
        details = {"outline": outline.name, "parts": shown, "others": "、".join(others)}
        place = locate(input_.source, entry.key)
        ways = _ways(_that_fit(input_, outlines) or _that_hold(input_, outlines))
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


def without_strange_parts(input_: InputTree, outlines: Outlines) -> InputTree:
    """The input without such parts, so that the rest of it can be read."""
    strange = set(_strange_keys(input_, outlines))
    kept = tuple(entry for entry in input_.root.entries if entry.key.text not in strange)
    return replace(input_, root=replace(input_.root, entries=kept))


def say_missing_parts(
    faults: Iterable[Diagnostic], input_: InputTree, outline: Outline, outlines: Outlines
) -> Iterator[Diagnostic]:
    """The faults, with what an author can do about a part that the outline must have."""
    fitting = _that_fit(input_, outlines)
    spared = _spared_by(outlines.by_name[fitting[0]], outline) if fitting else frozenset[str]()
    for fault in faults:
        key = dict(fault.details).get("key")
        if fault.code != "missing-field" or key not in spared:
            yield fault
            continue
        zh = f"或者改用不要这一部分的结构，在文件开头写“{OUTLINE}: {fitting[0]}”"
        en = f"or use an outline without it: write “{OUTLINE}: {fitting[0]}” at the top"
        details = {"key": key, "outline": outline.name, "other_zh": zh, "other_en": en}
        yield diagnose("part-missing", fault.location, **details)


def _spared_by(other: Outline, outline: Outline) -> frozenset[str]:
    """What one outline asks of an author and another does not."""
    ends = ((LEAD, other.is_lead_required), (CLOSING, other.is_closing_required))
    optional = {part.heading for part in other.parts if not part.is_required}
    kept = set(body_keys(other)) - optional
    return frozenset(set(body_keys(outline)) - kept | {key for key, needed in ends if not needed})


def _strange_keys(input_: InputTree, outlines: Outlines) -> tuple[str, ...]:
    keys = (entry.key.text for entry in input_.root.entries if entry.field is None)
    return tuple(key for key in keys if outlines.with_key(key))


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
    """The outlines that have every part given."""
    given = {entry.key.text for entry in input_.root.entries}
    every = {key for outline in outlines.by_name.values() for key in body_keys(outline)}
    return tuple(
        name
        for name, outline in outlines.by_name.items()
        if given & every <= set(body_keys(outline))
    )
