"""A PDF -> what is seen of it, and the rules that only the geometry of its pages can break."""

from collections.abc import Iterator

from pipeline.inspect.finding import Finding
from pipeline.inspect.outline import SeenOutline
from pipeline.inspect.pdf.judge_grid import judge_grid
from pipeline.inspect.pdf.judge_line_ends import judge_line_ends
from pipeline.inspect.pdf.judge_pages import judge_pages, top_margin_mm
from pipeline.inspect.pdf.judge_places import judge_places
from pipeline.inspect.pdf.judge_seals import judge_seals
from pipeline.inspect.pdf.read import PdfFile, open_pdf
from pipeline.model.standard import Measures

__all__ = ["PdfFile", "judge_pdf", "open_pdf", "top_margin_mm"]


def judge_pdf(file: PdfFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """Every finding that needs pages: margins, grid, line ends, places, seals, faces embedded."""
    yield from judge_pages(file, measures)
    yield from judge_grid(file, outline, measures)
    yield from judge_line_ends(outline)
    yield from judge_places(file, outline, measures)
    yield from judge_seals(file, outline, measures)
