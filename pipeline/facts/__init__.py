"""The figures (数据): what each comes to, and the texts with the references to them, 【名称】."""

from pipeline.facts.quantity import Quantity, read_quantity, write_number
from pipeline.facts.references import Reference, find_references, resolve
from pipeline.facts.resolved import ResolvedText, Role, TextPart
from pipeline.facts.segments import NAMES, Segment, segments_of
from pipeline.facts.settle import FigureSlip, Settled, names_of, settle
from pipeline.facts.values import Fact, Facts, Lack, split_reference

__all__ = [
    "NAMES",
    "Fact",
    "Facts",
    "FigureSlip",
    "Lack",
    "Quantity",
    "Reference",
    "ResolvedText",
    "Role",
    "Segment",
    "Settled",
    "TextPart",
    "find_references",
    "names_of",
    "read_quantity",
    "resolve",
    "segments_of",
    "settle",
    "split_reference",
    "write_number",
]
