"""A PDF -> what is seen of it, and the rules that only the geometry of its pages can break."""

from pipeline.check.pdf.judge import judge_pdf
from pipeline.check.pdf.judge_pages import top_margin_mm
from pipeline.check.pdf.read import PdfFile, open_pdf

__all__ = ["PdfFile", "judge_pdf", "open_pdf", "top_margin_mm"]
