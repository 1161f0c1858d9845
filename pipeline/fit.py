"""Document -> Document: no paragraph ends with a line of one character. Pure, given the fonts.


Such a paragraph is set a little tighter or wider, as a clerk does by hand; Word and PDF then break
it alike.
"""

from dataclasses import replace

from pipeline.document import Block, Document, Paragraph
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
