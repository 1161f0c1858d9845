"""A page of a PDF -> its drawn rules and its pictures."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.check.pdf.charts import find_charts, read_area
from pipeline.check.pdf.plane import IDENTITY, Matrix, Plane, join
from pipeline.check.pdfium import read_color
from pipeline.check.seen import Box, around
from pipeline.check.tags import read_figures

_Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class DrawnRule:
    """A straight rule; `box_mm` is that of its ink, so it is `weight_mm` thick."""

    box_mm: Box
    weight_mm: float
    color: str
    is_level: bool

    @property
    def length_mm(self) -> float:
        left, top, right, bottom = self.box_mm
        return right - left if self.is_level else bottom - top

    @property
    def middle_mm(self) -> float:
        """Where it lies: from the top for a level rule, from the left for an upright one."""
        left, top, right, bottom = self.box_mm
        return (top + bottom) / 2 if self.is_level else (left + right) / 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture on a page; `color` is RRGGBB of most of its ink, empty where it has none."""

    box_mm: Box
    color: str


@dataclass(frozen=True, slots=True)
class Drawings:
    """What is drawn on a page beside its text; `charts` are those that bear no tag."""

    rules: tuple[DrawnRule, ...]
    pictures: tuple[Picture, ...]
    charts: tuple[Box, ...] = ()


_MAX_DEPTH = 8
"""Forms within forms; deeper ones are somebody's joke."""


def read_drawings(page: pypdfium2.PdfPage, plane: Plane, limit: int) -> Drawings | None:
    """The rules and pictures of a page; None above `limit` objects."""
    rules: list[DrawnRule] = []
    pictures: list[Picture] = []
    areas: list[Box] = []
    figures = _Figures(page)
    left = limit
    for item, kind, matrix in _objects(page):
        left -= 1
        if left < 0:
            return None
        if kind == pdfium.FPDF_PAGEOBJ_PATH and not figures.take(item, plane):
            rules.extend(_rules_of(item, matrix, plane))
            areas += filter(None, [read_area(item, plane)])
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_picture_of(item, matrix, plane, page))
    pictures += figures.pictures()
    seen = [rule for rule in rules if plane.meets(rule.box_mm)]
    shown = tuple(picture for picture in pictures if plane.meets(picture.box_mm))
    return Drawings(_joined(seen), shown, find_charts(areas))


class _Figures:
    """The figures that are tagged on a page and drawn in lines and areas, such as charts."""

    def __init__(self, page: pypdfium2.PdfPage) -> None:
        figures = read_figures(page)
        self._figure_of = {id_: n for n, figure in enumerate(figures) for id_ in figure.contents}
        self._boxes: dict[int, list[Box]] = {}

    def take(self, item: object, plane: Plane) -> bool:
        """Whether a path belongs to a figure, to which it is added then."""
        if not self._figure_of:
            return False
        figure = self._figure_of.get(pdfium.FPDFPageObj_GetMarkedContentID(item))
        if figure is None:
            return False
        bounds = [ctypes.c_float() for _ in range(4)]
        if pdfium.FPDFPageObj_GetBounds(item, *bounds):
            box = plane.box(*(bound.value for bound in bounds))
            self._boxes.setdefault(figure, []).append(box)
        return True

    def pictures(self) -> Iterator[Picture]:
        return (Picture(around(boxes), "") for boxes in self._boxes.values())


def _objects(page: pypdfium2.PdfPage) -> Iterator[tuple[object, int, Matrix]]:
    """Each object with its kind and the matrix that takes its points to the page."""
    raw = page.raw
    for index in range(pdfium.FPDFPage_CountObjects(raw)):
        yield from _within(pdfium.FPDFPage_GetObject(raw, index), IDENTITY, 0)


def _within(item: object, outer: Matrix, depth: int) -> Iterator[tuple[object, int, Matrix]]:
    kind = pdfium.FPDFPageObj_GetType(item)
    if kind == pdfium.FPDF_PAGEOBJ_TEXT:
        yield item, kind, outer
        return
    matrix = join(_matrix_of(item), outer)
    if kind != pdfium.FPDF_PAGEOBJ_FORM:
        yield item, kind, matrix
    elif depth < _MAX_DEPTH:
        for index in range(pdfium.FPDFFormObj_CountObjects(item)):
            yield from _within(pdfium.FPDFFormObj_GetObject(item, index), matrix, depth + 1)


def _matrix_of(item: object) -> Matrix:
    raw = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, raw)
    return raw.a, raw.b, raw.c, raw.d, raw.e, raw.f


# --- rules -----------------------------------------------------------------------------------

_MAX_SEGMENTS = 24
"""A frame of two rectangles has ten; more is a drawing and no rule."""

_MAX_WEIGHT_MM = 2.0
_MIN_LENGTH_MM = 2.0
_MAX_RISE_MM = 0.3
"""LibreOffice's rules rise by 0.02 mm."""


def _rules_of(item: object, matrix: Matrix, plane: Plane) -> Iterator[DrawnRule]:
    outlines = _outlines(item, join(matrix, plane.matrix))
    if not outlines:
        return
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    if fill.value:
        color = read_color(item, pdfium.FPDFPageObj_GetFillColor)
        boxes = _filled(outlines, is_even_odd=fill.value == pdfium.FPDF_FILLMODE_ALTERNATE)
        yield from (rule for box in boxes for rule in _as_rule(box, color))
    if stroke.value:
        width = ctypes.c_float()
        pdfium.FPDFPageObj_GetStrokeWidth(item, width)
        a, b, c, d, _, _ = join(matrix, plane.matrix)
        weight = width.value * math.sqrt(abs(a * d - b * c))
        color = read_color(item, pdfium.FPDFPageObj_GetStrokeColor)
        for outline in outlines:
            for start, end in pairwise(outline):
                yield from _as_stroke(start, end, weight, color)


def _outlines(item: object, matrix: Matrix) -> list[list[_Point]]:
    """The corners of each part of a path in mm; empty where it is no rule: curved or too rich."""
    count = pdfium.FPDFPath_CountSegments(item)
    if not 0 < count <= _MAX_SEGMENTS:
        return []
    a, b, c, d, e, f = matrix
    outlines: list[list[_Point]] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
            return []
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        point = (a * x.value + c * y.value + e, b * x.value + d * y.value + f)
        if kind == pdfium.FPDF_SEGMENT_MOVETO or not outlines:
            outlines.append([])
        outlines[-1].append(point)
        if pdfium.FPDFPathSegment_GetClose(segment):
            outlines[-1].append(outlines[-1][0])
    return outlines


def _filled(outlines: list[list[_Point]], *, is_even_odd: bool) -> Iterator[Box]:
    """The boxes that a path of upright boxes fills.

    WeasyPrint draws a border as two boxes, of which the strip between is filled.
    """
    boxes = [_bounds(outline) for outline in outlines]
    if len(boxes) == 1 or not is_even_odd:
        yield from boxes
        return
    across = sorted({x for left, _, right, _ in boxes for x in (left, right)})
    down = sorted({y for _, top, _, bottom in boxes for y in (top, bottom)})
    for top, bottom in pairwise(down):
        for left, right in pairwise(across):
            x, y = (left + right) / 2, (top + bottom) / 2
            if sum(b[0] < x < b[2] and b[1] < y < b[3] for b in boxes) % 2:
                yield left, top, right, bottom


def _bounds(outline: list[_Point]) -> Box:
    across, down = [x for x, _ in outline], [y for _, y in outline]
    return min(across), min(down), max(across), max(down)


def _as_rule(box: Box, color: str) -> Iterator[DrawnRule]:
    left, top, right, bottom = box
    width, height = right - left, bottom - top
    if not color:
        return
    if height <= _MAX_WEIGHT_MM and width > max(_MIN_LENGTH_MM, 2 * height):
        yield DrawnRule(box, height, color, is_level=True)
    elif width <= _MAX_WEIGHT_MM and height > max(_MIN_LENGTH_MM, 2 * width):
        yield DrawnRule(box, width, color, is_level=False)


def _as_stroke(start: _Point, end: _Point, weight: float, color: str) -> Iterator[DrawnRule]:
    left, top, right, bottom = _bounds([start, end])
    if min(right - left, bottom - top) > _MAX_RISE_MM or weight > _MAX_WEIGHT_MM or not color:
        return
    half = weight / 2
    if right - left >= _MIN_LENGTH_MM:
        middle = (top + bottom) / 2
        yield DrawnRule((left, middle - half, right, middle + half), weight, color, is_level=True)
    elif bottom - top >= _MIN_LENGTH_MM:
        middle = (left + right) / 2
        yield DrawnRule((middle - half, top, middle + half, bottom), weight, color, is_level=False)


_SAME_LINE_MM = 0.2
_JOINT_MM = 0.6


def _joined(rules: list[DrawnRule]) -> tuple[DrawnRule, ...]:
    """Rules with their pieces put together: tables are drawn cell by cell, some rules twice."""
    found: list[DrawnRule] = []
    for row in _rows(rules):
        start, end = (0, 2) if row[0].is_level else (1, 3)
        for place, rule in enumerate(sorted(row, key=lambda rule: rule.box_mm[start])):
            before = found[-1] if place else None
            if before and rule.box_mm[start] <= before.box_mm[end] + _JOINT_MM:
                box = around((before.box_mm, rule.box_mm))
                weight = max(before.weight_mm, rule.weight_mm)
                found[-1] = replace(before, box_mm=box, weight_mm=weight)
            else:
                found.append(rule)
    return tuple(sorted(found, key=lambda rule: rule.box_mm[1]))


def _rows(rules: list[DrawnRule]) -> Iterator[list[DrawnRule]]:
    """Rules that lie on one line and have one colour."""
    row: list[DrawnRule] = []
    for rule in sorted(rules, key=lambda rule: (rule.is_level, rule.color, rule.middle_mm)):
        first = row[0] if row else rule
        is_alike = (rule.is_level, rule.color) == (first.is_level, first.color)
        if row and not (is_alike and rule.middle_mm - first.middle_mm <= _SAME_LINE_MM):
            yield row
            row = []
        row.append(rule)
    if row:
        yield row


# --- pictures --------------------------------------------------------------------------------


def _picture_of(item: object, matrix: Matrix, plane: Plane, page: pypdfium2.PdfPage) -> Picture:
    """An image fills the unit square of its own coordinates."""
    corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
    a, b, c, d, e, f = join(matrix, plane.matrix)
    box = _bounds([(a * x + c * y + e, b * x + d * y + f) for x, y in corners])
    is_small = max(box[2] - box[0], box[3] - box[1]) <= _SAMPLED_MM
    return Picture(box, _ink_of(item, page) if is_small else "")


_SAMPLED_MM = 70
"""Pictures up to here may be seals, whose colour is asked for."""

_PAPER = 0xE0
"""A sample with no channel darker than this is paper."""

_OPAQUE = 0x80
_STEP = 3
"""One pixel in three is enough to tell a colour."""


def _ink_of(item: object, page: pypdfium2.PdfPage) -> str:
    """RRGGBB of the middle of a picture's ink, as it is drawn on the page."""
    raw = pdfium.FPDFImageObj_GetRenderedBitmap(page.pdf.raw, page.raw, item)
    if not raw:
        return ""
    # The wrapper gives the bitmap back itself when nobody holds it any more.
    inks = [ink for ink in _samples(pypdfium2.PdfBitmap.from_raw(raw)) if min(ink) < _PAPER]
    if not inks:
        return ""
    middle = [sorted(channel)[len(inks) // 2] for channel in zip(*inks, strict=True)]
    return "{:02X}{:02X}{:02X}".format(*middle)


def _samples(bitmap: pypdfium2.PdfBitmap) -> Iterator[tuple[int, int, int]]:
    """Red, green and blue of some pixels that hide the page."""
    depth, stride = bitmap.n_channels, bitmap.stride
    data = bytes(bitmap.buffer)
    for row in range(0, bitmap.height, _STEP):
        for place in range(row * stride, row * stride + bitmap.width * depth, depth * _STEP):
            pixel = data[place : place + depth]
            if depth < _RGB:
                yield pixel[0], pixel[0], pixel[0]
            elif not bitmap.mode.endswith("A") or pixel[3] >= _OPAQUE:
                yield pixel[2], pixel[1], pixel[0]


_RGB = 3
