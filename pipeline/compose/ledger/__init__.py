"""The ledger (数据核对表): each figure, what proves it, and every place where it stands.

From the Document, where references still differ from typed words, so that nothing is
listed that is not in the report. As a table of an annex, as a workbook, as records.
"""

from pipeline.compose.ledger.entries import Ledger, LedgerEntry, LedgerPlace, draw_ledger
from pipeline.compose.ledger.mentions import Mention, find_mentions
from pipeline.compose.ledger.table import ledger_table

__all__ = [
    "Ledger",
    "LedgerEntry",
    "LedgerPlace",
    "Mention",
    "draw_ledger",
    "find_mentions",
    "ledger_table",
]
