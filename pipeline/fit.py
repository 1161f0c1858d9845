"""Document -> Document: the last touches that a clerk gives by hand. Pure, given the fonts.

A paragraph whose last line would hold one character is set a little tighter or wider; a signature
that would stand on a page without text takes the last paragraph along. Word and PDF then agree.
"""

from dataclasses import replace

from pipeline.document import AttachmentNote, Block, Document, Paragraph, Signature
from pipeline.fonts import FontSet
from pipeline.standard import Measures
from pipeline.typeset import Measure, fit_tracking


def fit_paragraphs(document: Document, measures: Measures, fonts: FontSet) -> Document:
    """The document with the tracking of such paragraphs set."""
    style = measures.styles["body"]
    measure = Measure(
        style.size_pt,
        measures.page.text_width_pt,
        style.first_line_chars * style.size_pt,
        measures.tracking_pt("body"),
        may_hang=measures.may_hang("body"),
    )

    def advance(char: str) -> float:
        return fonts.advance_em(style.font, char)

    def fit(block: Block) -> Block:
        if not isinstance(block, Paragraph):
            return block
        tracking = fit_tracking(block.text, measure, advance)
        return block if tracking == measure.tracking_pt else replace(block, tracking_pt=tracking)

    return replace(document, blocks=tuple(map(fit, document.blocks)))


def keep_signature_company(document: Document) -> Document:
    """The document with its last paragraph of text on the page of the signature (7.3.5.5)."""
    blocks = list(document.blocks)
    below = next(i for i, b in enumerate(blocks) if isinstance(b, AttachmentNote | Signature))
    for index in range(below - 1, -1, -1):
        block = blocks[index]
        if isinstance(block, Paragraph):
            blocks[index] = replace(block, starts_page=True)
            break
    return replace(document, blocks=tuple(blocks))
