"""A PDF with its outline -> findings; the rules that only the geometry of pages can break."""

from collections.abc import Iterator

from pipeline.check.finding import Finding
from pipeline.check.outline import Outline
from pipeline.check.pdf.judge_grid import judge_grid
from pipeline.check.pdf.judge_line_ends import judge_line_ends
from pipeline.check.pdf.judge_pages import judge_pages
from pipeline.check.pdf.judge_places import judge_places
from pipeline.check.pdf.judge_seals import judge_seals
from pipeline.check.pdf.read import PdfFile
from pipeline.standard import Measures


def judge_pdf(file: PdfFile, outline: Outline, measures: Measures) -> Iterator[Finding]:
    """Every finding that needs pages: margins, grid, line ends, places, seals, faces embedded."""
    yield from judge_pages(file, measures)
    yield from judge_grid(file, outline, measures)
    yield from judge_line_ends(outline)
    yield from judge_places(file, outline, measures)
    yield from judge_seals(file, outline, measures)
