"""Proofreading: texts against the rules of language, and the texts of an input with findings."""
