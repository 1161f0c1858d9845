"""Surgery on the objects of a PDF."""

import io
from collections.abc import Callable, Iterator

import pikepdf

from pipeline.model.standard import PT_PER_MM


def edit_pdf(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """The PDF after `change`; the same bytes each time."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def font_descriptors(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The descriptor of each font of the file, the order of the file's objects."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
            yield item


def composite_fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """The Type0 fonts of the file."""
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/Type0":
            yield item


def resize_pages(pdf: pikepdf.Pdf, width_mm: float, height_mm: float) -> None:
    """Set every page's paper, what stands on it keeping its place from the top left corner."""
    for page in pdf.pages:
        left, _, _, top = (float(value) for value in page.mediabox)
        page.mediabox = pikepdf.Array(
            [left, top - height_mm * PT_PER_MM, left + width_mm * PT_PER_MM, top]
        )
