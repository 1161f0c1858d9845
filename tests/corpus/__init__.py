"""The defect corpus: small documents, each of which breaks one rule of the standard.

`python -m tests.corpus FOLDER` writes them; see README.md.
"""

from importlib import import_module

from tests.corpus.plants import Plant, planted

__all__ = ["PLANTS", "Plant"]

_SOURCES = (
    *("both_body", "both_ending", "both_letterhead"),
    *("pdf_body", "pdf_letterhead", "pdf_lines", "pdf_page", "pdf_unjudged"),
    *("word_body", "word_letterhead", "word_page", "word_plain", "word_text"),
)

# Each of these modules plants its defects when it is imported.
for _source in _SOURCES:
    import_module(f"{__name__}.{_source}")

PLANTS: tuple[Plant, ...] = planted()
"""Every planted defect, by rule and name."""
