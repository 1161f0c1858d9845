"""Characters that no font here can show, each with its place in the input."""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, Location, diagnose
from pipeline.fonts import FontSet, has_character
from pipeline.load import Loaded, Mapping, Node, Scalar, Sequence, locate


def find_missing_glyphs(loaded: Loaded, fonts: FontSet) -> Iterator[Diagnostic]:
    """A diagnostic for the first place of each character that some role's faces all lack."""
    if loaded.source is None or loaded.root is None:
        return
    seen: set[str] = set()
    for scalar in _scalars(loaded.root):
        for char in scalar.text:
            if char in seen or char.isspace():
                continue
            seen.add(char)
            if not _is_shown_everywhere(char, fonts):
                place: Location = locate(loaded.source, scalar, char)
                codepoint = f"U+{ord(char):04X}"
                yield diagnose("missing-glyph", place, char=char, codepoint=codepoint)


def _is_shown_everywhere(char: str, fonts: FontSet) -> bool:
    return all(any(has_character(face, char) for face in chain) for chain in fonts.chains.values())


def _scalars(root: Node) -> Iterator[Scalar]:
    stack: list[Node] = [root]
    while stack:
        match stack.pop():
            case Scalar() as scalar:
                yield scalar
            case Sequence(items=items):
                stack += reversed(items)
            case Mapping(entries=entries):
                stack += [entry.value for entry in reversed(entries)]
