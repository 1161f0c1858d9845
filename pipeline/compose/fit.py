"""Document -> Document: the last touches that a clerk gives by hand. Pure, given the fonts.

A paragraph whose last line would hold one character is set a little tighter or wider; a signature
or an attachment note that would end on a page without text takes the last paragraph along. Word
and PDF then agree.
"""

from dataclasses import replace
from functools import partial

from pipeline.model.document import AttachmentNote, Block, Document, Paragraph, Signature
from pipeline.model.standard import Measures
from pipeline.typography.fonts import FontSet
from pipeline.typography.typeset import fit_tracking, style_measure


def fit_paragraphs(document: Document, measures: Measures, fonts: FontSet) -> Document:
    """The document with the tracking of such paragraphs set."""
    measure = style_measure(measures, "body")
    advance = partial(fonts.advance_em, measures.styles["body"].font)

    def fit(block: Block) -> Block:
        if not isinstance(block, Paragraph):
            return block
        tracking = fit_tracking(block.text, measure, advance)
        return block if tracking == measure.tracking_pt else replace(block, tracking_pt=tracking)

    return replace(document, blocks=tuple(map(fit, document.blocks)))


def keep_signature_with_text(document: Document) -> Document:
    """The document with its last paragraph of text on the page of the signature (7.3.5.5)."""
    blocks = list(document.blocks)
    below = next(i for i, b in enumerate(blocks) if isinstance(b, AttachmentNote | Signature))
    for index in range(below - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Paragraph):
            blocks[index] = replace(block, starts_page=True)
            break
    return replace(document, blocks=tuple(blocks))
