"""Sheets -> tree: each module reads one sheet, and reports what is wrong in it by its cells."""
