"""A page's own coordinates -> millimetres from the top left corner of the page as it is seen."""

from dataclasses import dataclass

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.inspect.seen import Box
from pipeline.model.standard import PT_PER_MM

Matrix = tuple[float, float, float, float, float, float]
"""As PDF writes it: x' = a x + c y + e, y' = b x + d y + f."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def join(inner: Matrix, outer: Matrix) -> Matrix:
    """The matrix that does `inner` first and `outer` then."""
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


@dataclass(frozen=True, slots=True)
class Plane:
    """A page of `width_mm` by `height_mm` as it is seen, turned by `/Rotate` and cropped."""

    width_mm: float
    height_mm: float
    matrix: Matrix

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A box of the page's own, which stands on its axes, in mm."""
        a, b, c, d, e, f = self.matrix
        x1, y1 = a * left + c * bottom + e, b * left + d * bottom + f
        x2, y2 = a * right + c * top + e, b * right + d * top + f
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point of the page's own in mm."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    def holds(self, x_mm: float, y_mm: float) -> bool:
        """Whether a point lies on the page; what does not, nobody sees."""
        return 0 <= x_mm <= self.width_mm and 0 <= y_mm <= self.height_mm

    def meets(self, box: Box) -> bool:
        """Whether some of a box lies on the page."""
        left, top, right, bottom = box
        return left <= self.width_mm and top <= self.height_mm and right >= 0 and bottom >= 0

    @property
    def is_landscape(self) -> bool:
        return self.width_mm > self.height_mm


def plane_of(page: pypdfium2.PdfPage) -> Plane:
    """How a page lies."""
    bounds = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, bounds)
    left, bottom = bounds.left / PT_PER_MM, bounds.bottom / PT_PER_MM
    right, top = bounds.right / PT_PER_MM, bounds.top / PT_PER_MM
    unit = 1 / PT_PER_MM
    quarters = pdfium.FPDFPage_GetRotation(page) % 4
    matrix: Matrix = (
        (unit, 0, 0, -unit, -left, top),
        (0, unit, unit, 0, -bottom, -left),
        (-unit, 0, 0, unit, right, -bottom),
        (0, -unit, -unit, 0, top, right),
    )[quarters]
    width, height = right - left, top - bottom
    return Plane(*((height, width) if quarters % 2 else (width, height)), matrix)
