"""Report -> Document: its order, its tables, its last page, the ledger of its figures."""
