"""Glyphs -> lines of text: those of one baseline, from left to right."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from statistics import median

from pipeline.inspect.pdf.glyphs import Glyph, Setting
from pipeline.inspect.seen import Box, around
from pipeline.model.standard import PT_PER_MM
from pipeline.prose.proofread.pattern import HAN
from pipeline.typography.typeset import HANGING

MAY_HANG = HANGING | frozenset("”’）》")
"""Marks that Word and LibreOffice let stand beyond the right edge; ours hang fewer."""

TAB_EM = 2.0
"""A gap wider than this was a tab; blanks typed by hand are narrower or count as one."""

_BLANK_EM = 0.45
"""A gap between 汉字 from which on a blank was typed; Word opens 1/4 em before a digit itself."""

_WORD_BLANK_EM = 0.16
"""The same between Latin letters, whose blanks are 1/4 em and more."""


@dataclass(frozen=True)
class PdfLine:
    """One line: its glyphs from left to right, all of one page.

    No slots, because what is reckoned from the glyphs is kept.
    """

    page: int
    glyphs: tuple[Glyph, ...]

    @cached_property
    def text(self) -> str:
        """Its characters, with a blank or a tab where there is a gap."""
        parts = [self.glyphs[0].text]
        for before, after in pairwise(self.glyphs):
            parts += [gap_between(before, after), after.text]
        return "".join(parts)

    @cached_property
    def setting(self) -> Setting:
        """How most of it is set."""
        return Counter(glyph.setting for glyph in self.glyphs).most_common(1)[0][0]

    @property
    def size_pt(self) -> float:
        return self.setting.size_pt

    @property
    def size_mm(self) -> float:
        return self.setting.size_pt / PT_PER_MM

    @cached_property
    def baseline_mm(self) -> float:
        return median(g.baseline_mm for g in self.glyphs if g.setting.size_pt == self.size_pt)

    @property
    def left_mm(self) -> float:
        """The left edge of its first em box."""
        return self.glyphs[0].left_mm

    @property
    def right_mm(self) -> float:
        """The right edge of its last em box, which may be that of a hung mark."""
        return self.glyphs[-1].right_mm

    @cached_property
    def unhung_right_mm(self) -> float:
        """The right edge of its last em box but for a mark that may hang."""
        last = self.glyphs[-1]
        is_mark = last.text in MAY_HANG and len(self.glyphs) > 1
        return self.glyphs[-2].right_mm if is_mark else last.right_mm

    @cached_property
    def box_mm(self) -> Box:
        """The box of its ink."""
        return around(glyph.ink_mm for glyph in self.glyphs)

    @cached_property
    def advance_mm(self) -> float | None:
        """From one 汉字 to the next, the middle of all; None with fewer than three such steps."""
        steps = [
            after.left_mm - before.left_mm
            for before, after in pairwise(self.glyphs)
            if is_han(before.text) and is_han(after.text)
        ]
        near = [step for step in steps if abs(step - self.size_mm) < self.size_mm / 4]
        return median(near) if len(near) >= _MIN_STEPS else None


_MIN_STEPS = 3
_HAN = re.compile(f"[{HAN}]")


def is_han(char: str) -> bool:
    """Whether a character is a 汉字."""
    return _HAN.match(char) is not None


def gap_between(before: Glyph, after: Glyph) -> str:
    """The blank that stands between two neighbours of a line; empty for none."""
    em = min(before.setting.size_pt, after.setting.size_pt) / PT_PER_MM
    gap = (after.left_mm - before.right_mm) / em
    if gap > TAB_EM:
        return "\t"
    is_latin = before.text.isascii() and after.text.isascii()
    return " " if gap > (_WORD_BLANK_EM if is_latin else _BLANK_EM) else ""


def make_lines(page: int, glyphs: Iterable[Glyph]) -> tuple[PdfLine, ...]:
    """The lines of some glyphs, from the top."""
    return tuple(PdfLine(page, group) for group in _groups(glyphs))


_SAME_LINE_EM = 0.35
"""A raised figure stands up to a third of an em above its line."""


def _groups(glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    group: list[Glyph] = []
    for glyph in sorted(glyphs, key=lambda glyph: glyph.baseline_mm):
        if group and not _is_beside(group[-1], glyph):
            yield _in_order(group)
            group = []
        group.append(glyph)
    if group:
        yield _in_order(group)


def _is_beside(before: Glyph, glyph: Glyph) -> bool:
    em = max(before.setting.size_pt, glyph.setting.size_pt) / PT_PER_MM
    return glyph.baseline_mm - before.baseline_mm <= em * _SAME_LINE_EM


def _in_order(group: list[Glyph]) -> tuple[Glyph, ...]:
    return tuple(sorted(group, key=lambda glyph: glyph.left_mm))
