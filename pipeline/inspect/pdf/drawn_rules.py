"""A path on a page of a PDF -> the rules that it draws, whose pieces are put together."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2.raw as pdfium

from pipeline.inspect.pdf.plane import Matrix, Plane, join
from pipeline.inspect.pdfium import read_color
from pipeline.inspect.seen import Box, around

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


_MAX_SEGMENTS = 24
"""A frame of two rectangles has ten; more is a drawing and no rule."""

_MAX_WEIGHT_MM = 2.0
_MIN_LENGTH_MM = 2.0
_MAX_RISE_MM = 0.3
"""LibreOffice's rules rise by 0.02 mm."""


def read_rules(item: object, matrix: Matrix, plane: Plane) -> Iterator[DrawnRule]:
    """The rules that a path draws, by filling a narrow box or by a stroke."""
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
    boxes = [bounds_of(outline) for outline in outlines]
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


def bounds_of(outline: list[_Point]) -> Box:
    """The upright box around points."""
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
    left, top, right, bottom = bounds_of([start, end])
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


def join_rules(rules: list[DrawnRule]) -> tuple[DrawnRule, ...]:
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
