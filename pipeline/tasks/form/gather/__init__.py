"""Sheets -> tree: each module reads one sheet, and tells what is wrong in it by its cells."""
