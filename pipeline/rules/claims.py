"""Counted claims and enumerations of a text (K rows)."""

from pipeline.rules.rule import Rule

CLAIMS: tuple[Rule, ...] = ()
