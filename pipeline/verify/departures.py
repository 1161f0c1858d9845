"""What LibreOffice does otherwise than Word at the end of a line; docs/conformance.md has proof.

A departure excuses a line only where its own line shows it: where both lines begin alike, ours ends
elsewhere, and what stands there is what LibreOffice treats otherwise.
"""

import itertools
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.typography.typeset import HANGING, needs_gap

_UNSPLIT = frozenset("—…")
_CLOSING_QUOTES = frozenset("”’")


@dataclass(frozen=True, slots=True)
class Parting:
    """A line that begins alike in both twins and ends elsewhere: offsets into its paragraph."""

    paragraph: str
    start: int
    our_end: int
    their_end: int

    @property
    def ours(self) -> str:
        return self.paragraph[self.start : self.our_end]

    @property
    def theirs(self) -> str:
        return self.paragraph[self.start : self.their_end]

    @property
    def is_longer(self) -> bool:
        """Whether LibreOffice got more on the line than we did."""
        return self.their_end > self.our_end


@dataclass(frozen=True, slots=True)
class Departure:
    """One habit of LibreOffice, and how a line is known that shows it."""

    code: str
    words_zh: str
    words_en: str
    is_seen: Callable[[Parting], bool]


def _splits_dash(parting: Parting) -> bool:
    """It ends its line before — or …, where ours may not."""
    return parting.paragraph[parting.their_end : parting.their_end + 1] in _UNSPLIT


def _keeps_quote_with_latin(parting: Parting) -> bool:
    ours = parting.ours
    after = parting.paragraph[parting.our_end : parting.our_end + 1]
    return not parting.is_longer and ours[-1:] in _CLOSING_QUOTES and _is_latin(after)


def _hangs_none_after_latin(parting: Parting) -> bool:
    ours = parting.ours
    return not parting.is_longer and ours[-1:] in HANGING and _is_latin(ours[-2:-1])


def _narrows_gap(parting: Parting) -> bool:
    return parting.is_longer and any(
        itertools.starmap(needs_gap, itertools.pairwise(parting.theirs))
    )


def _loosens_script_change(parting: Parting) -> bool:
    pairs = itertools.pairwise(parting.ours)
    changes = (pair for pair in pairs if _is_latin(pair[0]) != _is_latin(pair[1]))
    return not parting.is_longer and any(not needs_gap(*pair) for pair in changes)


def _is_latin(char: str) -> bool:
    return char.isascii() and char.strip() != ""


DEPARTURES = (
    Departure(
        "split-dash",
        "把“——”“……”拆开，或让它们站在行首",
        "splits —— and …… or begins a line with them",
        _splits_dash,
    ),
    Departure(
        "quote-before-latin",
        "右引号后面是字母、数字时，不肯在两者之间换行",
        "breaks no line between a closing quotation mark and a Latin letter or digit",
        _keeps_quote_with_latin,
    ),
    Departure(
        "no-hang-after-latin",
        "字母、数字后面的标点不悬挂到版心外",
        "hangs no mark that follows a Latin letter or digit",
        _hangs_none_after_latin,
    ),
    Departure(
        "narrow-gap",
        "汉字与字母、数字之间只空 1/5 字（Word 空 1/4 字），一行因而多排一字",
        "parts 汉字 from Latin by 1/5 em, Word by 1/4 em, and so gets more on a line",
        _narrows_gap,
    ),
    Departure(
        "loose-script-change",
        "字母、数字与标点相邻处不作字距紧缩，一行因而少排一字",
        "does not tighten where Latin meets a mark, and so gets less on a line",
        _loosens_script_change,
    ),
)
"""The first that a line shows is the one that it is counted under."""


def find_departure(parting: Parting) -> Departure | None:
    """The departure that explains a line, or None where nothing does."""
    return next((d for d in DEPARTURES if d.is_seen(parting)), None)
