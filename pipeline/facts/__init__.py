"""The figures (数据): what each comes to, and the references to them in a text, 【名称】."""

from pipeline.facts.quantity import Quantity, read_quantity, write_number
from pipeline.facts.references import (
    BLANK,
    Reference,
    find_references,
    is_blank,
    is_blank_mark,
    resolve,
    shown_pieces,
)
from pipeline.facts.settle import FigureSlip, Settled, names_of, settle
from pipeline.facts.values import Fact, Facts, Lack, split_reference

__all__ = [
    "BLANK",
    "Fact",
    "Facts",
    "FigureSlip",
    "Lack",
    "Quantity",
    "Reference",
    "Settled",
    "find_references",
    "is_blank",
    "is_blank_mark",
    "names_of",
    "read_quantity",
    "resolve",
    "settle",
    "shown_pieces",
    "split_reference",
    "write_number",
]
