"""Passages -> slips: the text of official documents held against its rules."""
