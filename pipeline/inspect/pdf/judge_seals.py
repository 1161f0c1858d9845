"""Seals (7.3.5.1): their colour, their place over name and date, their distance."""

from collections.abc import Iterator
from itertools import combinations

from pipeline.inspect.finding import Finding, Said, Spot, find, mm
from pipeline.inspect.outline import ElementRole, SeenOutline, SeenPart
from pipeline.inspect.pdf.drawings import PdfPicture
from pipeline.inspect.pdf.read import PdfFile
from pipeline.inspect.pdf.seals import NEAR_MM, distance_mm, is_seal
from pipeline.inspect.roles import is_red
from pipeline.inspect.seen import around
from pipeline.model.standard import Measures


def judge_seals(file: PdfFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """Of the pictures of a seal's size that stand by the signature or the date."""
    signed = list(outline.of(ElementRole.SIGNATURE, ElementRole.DATE))
    for sheet in file.sheets:
        here = [part for part in signed if part.look.page == sheet.number and part.look.box_mm]
        if not here:
            continue
        near = around(part.look.box_mm for part in here if part.look.box_mm)
        seals = [p for p in sheet.pictures if is_seal(p) and distance_mm(p.box_mm, near) <= NEAR_MM]
        for seal in seals:
            yield from _judge_color(seal, sheet.number)
        if len(seals) == 1:
            yield from _judge_seal(seals[0], here, outline, file.area.pitch_mm)
        yield from _judge_apart(seals, sheet.number, measures)


def _judge_color(seal: PdfPicture, page: int) -> Iterator[Finding]:
    if seal.color and not is_red(seal.color):
        color = Said(seal.color, seal.color)
        yield find("B08-colour", Spot(page, seal.box_mm), color, Said("红色", "red"))


_CENTRE_TOLERANCE_MM = 1.5
"""B08 wants 1 mm; WeasyPrint and Word place pictures by the point and by the pixel."""

_TOP_TOLERANCE_MM = 0.5


def _judge_seal(
    seal: PdfPicture, here: list[SeenPart], outline: SeenOutline, pitch_mm: float
) -> Iterator[Finding]:
    """Upright in the middle of name and date, pressing both, within a line of the text."""
    where = Spot(here[0].look.page, seal.box_mm)
    sure = min(part.certainty for part in here)
    for part in here:
        box = part.look.box_mm
        if box is None:
            continue
        offset = (seal.box_mm[0] + seal.box_mm[2] - box[0] - box[2]) / 2
        if distance_mm(seal.box_mm, box) > 0:
            found = Said(f"没有压住“{part.look.text}”", f"does not press “{part.look.text}”")
            yield find("B08-seal", where, found, _PRESSED, sure)
            return
        if abs(offset) > _CENTRE_TOLERANCE_MM:
            found = Said(f"偏离中心 {abs(offset):.1f} 毫米", f"{abs(offset):.1f} mm off the centre")
            yield find("B08-seal", where, found, _PRESSED, sure)
            return
    first = min(part.index for part in here)
    rows = (row for part in outline.parts[:first] for row in part.look.rows)
    above = [row.box_mm[3] for row in rows if row.page == where.page]
    gap = seal.box_mm[1] - max(above, default=seal.box_mm[1])
    if gap > pitch_mm + _TOP_TOLERANCE_MM:
        yield find("B08-seal", where, mm(gap), mm(pitch_mm), sure)


_PRESSED = Said("端正居中下压署名和日期", "centred over name and date, pressing both")


_SIDE_TOLERANCE_MM = 1.0  # P05


def _judge_apart(seals: list[PdfPicture], page: int, measures: Measures) -> Iterator[Finding]:
    left = measures.page.left_mm - _SIDE_TOLERANCE_MM
    right = measures.page.width_mm - measures.page.right_mm + _SIDE_TOLERANCE_MM
    apart = Said("互不相交、不超出版心", "apart, inside the type area")
    for one, other in combinations(seals, 2):
        if distance_mm(one.box_mm, other.box_mm) == 0:
            found = Said("两枚印章相交或相切", "two seals touch")
            yield find("B09-apart", Spot(page, one.box_mm), found, apart)
    for seal in seals:
        if seal.box_mm[0] < left or seal.box_mm[2] > right:
            found = Said("印章超出版心", "a seal leaves the type area")
            yield find("B09-apart", Spot(page, seal.box_mm), found, apart)
