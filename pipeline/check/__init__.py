"""Checks: an artifact is opened again and held against the document that it was made from."""
