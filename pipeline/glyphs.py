"""Characters that no font here can show, each with its place in the input."""

from collections.abc import Iterator

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.fonts import FontSet
from pipeline.load import Loaded, keys_and_scalars_of, locate


def find_missing_glyphs(loaded: Loaded, fonts: FontSet) -> Iterator[Diagnostic]:
    """A diagnostic for the first place of each character that some role's faces all lack.

    Names of figures and of their parts count, for charts show them.
    """
    if loaded.source is None or loaded.root is None:
        return
    seen: set[str] = set()
    for scalar in keys_and_scalars_of(loaded.root):
        for char in scalar.text:
            if char in seen or char.isspace():
                continue
            seen.add(char)
            if not _is_shown_everywhere(char, fonts):
                place = locate(loaded.source, scalar, char)
                codepoint = f"U+{ord(char):04X}"
                yield diagnose("missing-glyph", place, char=char, codepoint=codepoint)


def _is_shown_everywhere(char: str, fonts: FontSet) -> bool:
    return all(fonts.face_for(role, char) is not None for role in fonts.chains)
