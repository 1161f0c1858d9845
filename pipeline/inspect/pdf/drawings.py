"""A page of a PDF -> its drawn rules and its pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.inspect.pdf.charts import find_charts, read_area
from pipeline.inspect.pdf.drawn_rules import DrawnRule, bounds_of, join_rules, read_rules
from pipeline.inspect.pdf.plane import IDENTITY, Matrix, Plane, join
from pipeline.inspect.seen import Box, around
from pipeline.inspect.tags import read_figures


@dataclass(frozen=True, slots=True)
class PdfPicture:
    """A picture on a page; `color` is RRGGBB of most of its ink, empty where it has none."""

    box_mm: Box
    color: str


@dataclass(frozen=True, slots=True)
class Drawings:
    """What is drawn on a page beside its text; `charts` are those that bear no tag."""

    rules: tuple[DrawnRule, ...]
    pictures: tuple[PdfPicture, ...]
    charts: tuple[Box, ...] = ()


_MAX_DEPTH = 8
"""Forms within forms; deeper ones are somebody's joke."""


def read_drawings(page: pypdfium2.PdfPage, plane: Plane, limit: int) -> Drawings | None:
    """The rules and pictures of a page; None above `limit` objects."""
    rules: list[DrawnRule] = []
    pictures: list[PdfPicture] = []
    areas: list[Box] = []
    figures = _Figures(page)
    left = limit
    for item, kind, matrix in _objects(page):
        left -= 1
        if left < 0:
            return None
        if kind == pdfium.FPDF_PAGEOBJ_PATH and not figures.take(item, plane):
            rules.extend(read_rules(item, matrix, plane))
            areas += filter(None, [read_area(item, plane)])
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            pictures.append(_picture_of(item, matrix, plane, page))
    pictures += figures.pictures()
    seen = [rule for rule in rules if plane.meets(rule.box_mm)]
    shown = tuple(picture for picture in pictures if plane.meets(picture.box_mm))
    return Drawings(join_rules(seen), shown, find_charts(areas))


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

    def pictures(self) -> Iterator[PdfPicture]:
        return (PdfPicture(around(boxes), "") for boxes in self._boxes.values())


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


def _picture_of(item: object, matrix: Matrix, plane: Plane, page: pypdfium2.PdfPage) -> PdfPicture:
    """An image fills the unit square of its own coordinates."""
    corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)]
    a, b, c, d, e, f = join(matrix, plane.matrix)
    box = bounds_of([(a * x + c * y + e, b * x + d * y + f) for x, y in corners])
    is_small = max(box[2] - box[0], box[3] - box[1]) <= _SAMPLED_MM
    return PdfPicture(box, _ink_of(item, page) if is_small else "")


_SAMPLED_MM = 70
"""Pictures up to here may be seals, whose colour is asked for."""

_PAPER = 0xE0
"""A sample with no channel darker than this is paper."""

_OPAQUE = 0x80
_STEP = 3
"""One pixel in three is enough to know a colour."""


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
