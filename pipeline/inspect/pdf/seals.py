"""Which pictures of a PDF are seals, and what they stand by (7.3.5)."""

from collections.abc import Iterable

from pipeline.inspect.pdf.drawings import PdfPicture
from pipeline.inspect.pdf.sheet import PdfSheet
from pipeline.inspect.seals import has_seal_size
from pipeline.inspect.seen import Box, Look


def is_seal(picture: PdfPicture) -> bool:
    """Whether a picture has the size and the shape of a seal."""
    left, top, right, bottom = picture.box_mm
    return has_seal_size(right - left, bottom - top)


def distance_mm(one: Box, other: Box) -> float:
    """How far two boxes are apart; 0 where they meet."""
    across = max(one[0] - other[2], other[0] - one[2], 0)
    down = max(one[1] - other[3], other[1] - one[3], 0)
    return max(across, down)


NEAR_MM = 30.0
"""A seal further from name and date than this is a picture of something else."""


def has_seal(sheets: Iterable[PdfSheet], looks: Iterable[Look]) -> bool:
    """Whether a picture of a seal's size stands by what may be a name or a date."""
    seals = [(s.number, p.box_mm) for s in sheets for p in s.pictures if is_seal(p)]
    signed = [look for look in looks if look.align == "right" and not look.in_table]
    return any(
        row.page == page and distance_mm(box, row.box_mm) <= NEAR_MM
        for page, box in seals
        for look in signed
        for row in look.rows
    )
