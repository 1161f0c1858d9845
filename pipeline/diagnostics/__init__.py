"""Findings in an input with their places, exceptions that end a run, the nearest name."""
