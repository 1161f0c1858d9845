"""What has been recognised so far, and how sure it is."""

from pipeline.inspect.outline import ElementRole
from pipeline.inspect.seen import Look

SURE, LIKELY, MAYBE = 0.95, 0.8, 0.6
"""Wording, place and look agree; one of them is missing; one of them is all there is."""

LARGE_PT = 17.5
"""A title's paragraph is at least so large."""

Looks = tuple[Look, ...]
Claims = dict[int, tuple[ElementRole, float]]
"""The role and its certainty by the paragraph's index."""


_GAP_LINES = 0.5


def has_gap(look: Look) -> bool:
    """Whether an empty line stands above a paragraph; at the head of a page none can be seen."""
    return look.gap_lines is not None and look.gap_lines > _GAP_LINES


def continues_title(first: Look, look: Look) -> bool:
    """Whether a paragraph is a further line of the title that begins with `first`."""
    is_alike = (look.size_pt, look.align) == (first.size_pt, first.align)
    return is_alike and look.size_pt > LARGE_PT and not (has_gap(look) or look.starts_page)


def is_red(color: str) -> bool:
    """Whether a colour passes for red: Y80 M80 in print (6.2), FF0000 on screens."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return red >= 0xC8 and green <= 0x50 and blue <= 0x50  # noqa: PLR2004
