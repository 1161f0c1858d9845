"""The figures (数据): what each comes to, and the texts with the references to them, 【名称】."""

from pipeline.figures.facts.quantity import Quantity, read_quantity, write_number
from pipeline.figures.facts.references import Reference, find_references, resolve
from pipeline.figures.facts.resolved import ResolvedText, TextPart, TextRole
from pipeline.figures.facts.segments import NAMES, Segment, segments_of
from pipeline.figures.facts.settle import FigureIssue, Settled, names_of, settle
from pipeline.figures.facts.values import Fact, Facts, Lack, split_reference

__all__ = [
    "NAMES",
    "Fact",
    "Facts",
    "FigureIssue",
    "Lack",
    "Quantity",
    "Reference",
    "ResolvedText",
    "Segment",
    "Settled",
    "TextPart",
    "TextRole",
    "find_references",
    "names_of",
    "read_quantity",
    "resolve",
    "segments_of",
    "settle",
    "split_reference",
    "write_number",
]
