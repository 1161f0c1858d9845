"""The figures (数据): what each comes to, and the references to them in a text, 【名称】."""

from pipeline.facts.references import (
    BLANK,
    Reference,
    find_references,
    is_blank,
    resolve,
    shown_pieces,
)
from pipeline.facts.values import Fact, Facts, FigureSlip, Settled, settle

__all__ = [
    "BLANK",
    "Fact",
    "Facts",
    "FigureSlip",
    "Reference",
    "Settled",
    "find_references",
    "is_blank",
    "resolve",
    "settle",
    "shown_pieces",
]
