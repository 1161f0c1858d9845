"""Faces, lines and places on the page: one reckoning for Word, for PDF and for the checks."""
