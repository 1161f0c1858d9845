"""第N届 and its year, held together over a whole report: one of an activity has one year."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.chinese.dates import find_ordinals
from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose
from pipeline.figures.facts import ResolvedText

_YEAR_BEFORE = re.compile(r"((?:19|20)[0-9]{2})年?度?[（(“‘《]{0,2}$")
_YEAR_BEHIND = re.compile(r"[（(]((?:19|20)[0-9]{2})年?[）)]")
_FAR = 8
"""So far before an ordinal its year may stand."""

_NAME = re.compile(r"[“‘《”’》（）()]*([\u4e00-\u9fff]{3})")


@dataclass(frozen=True, slots=True)
class _Held:
    """One 届 with the year that stands beside it, and the name of what was held."""

    name: str
    number: int
    written: str
    year: int
    place: Location


def check_ordinal_texts(readings: Iterable[ResolvedText]) -> Iterator[Diagnostic]:
    """Where two places disagree on the year of one 届, or on the 届 of one year."""
    years: dict[tuple[str, int], _Held] = {}
    numbers: dict[tuple[str, int], _Held] = {}
    for reading in readings:
        for held in _find_held(reading):
            first = years.setdefault((held.name, held.number), held)
            if first.year != held.year:
                details = {"ordinal": held.written, "year": held.year, "other": first.year}
                yield diagnose(
                    "one-ordinal-two-years", held.place, line=first.place.line, **details
                )
                continue
            first = numbers.setdefault((held.name, held.year), held)
            if first.number != held.number:
                details = {"ordinal": held.written, "year": held.year, "other": first.written}
                yield diagnose(
                    "one-year-two-ordinals", held.place, line=first.place.line, **details
                )


def _find_held(reading: ResolvedText) -> Iterator[_Held]:
    text = reading.text
    for found in find_ordinals(text):
        before = _YEAR_BEFORE.search(reading.before(found.start))
        behind = _YEAR_BEHIND.match(text, found.end)
        name = _NAME.match(text, behind.end() if behind else found.end)
        match = behind or before
        if match is None or name is None or reading.is_marked(found.start - _FAR, found.end):
            continue
        place = reading.place(found.start, found.end)
        written = text[found.start : found.end]
        yield _Held(name[1], found.number, written, int(match[1]), place)
