"""Characters that no font here can show, each with its place in the input."""

from collections.abc import Iterable, Iterator, Mapping

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.load.yaml import Loaded, keys_and_scalars_of, locate
from pipeline.typography.fonts import FontSet


def find_missing_glyphs(
    loaded: Loaded, sourced: Mapping[Location, str], fonts: FontSet
) -> Iterator[Diagnostic]:
    """A diagnostic for the first place of each character that some role's faces all lack.

    Names of figures and of their parts count, for charts show them. `sourced` has what was taken
    from the cells of workbooks, by its place.
    """
    seen: set[str] = set()
    if loaded.source is None or loaded.root is None:
        return
    for scalar in keys_and_scalars_of(loaded.root):
        for char in _missing(scalar.text, seen, fonts):
            yield _report(char, locate(loaded.source, scalar, char))
    for place, text in sourced.items():
        yield from (_report(char, place) for char in _missing(text, seen, fonts))


def _missing(text: Iterable[str], seen: set[str], fonts: FontSet) -> Iterator[str]:
    """The characters of a text that were not seen before and cannot be shown."""
    for char in text:
        if char not in seen and not char.isspace():
            seen.add(char)
            if not _is_shown_everywhere(char, fonts):
                yield char


def _report(char: str, place: Location) -> Diagnostic:
    return diagnose("missing-glyph", place, char=char, codepoint=f"U+{ord(char):04X}")


def _is_shown_everywhere(char: str, fonts: FontSet) -> bool:
    return all(fonts.face_for(role, char) is not None for role in fonts.chains)
