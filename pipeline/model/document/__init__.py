"""The document: what is to be set, in order, with every number and fixed word already made.

Blocks hold inlines, never the reverse. Both renderers read this and nothing else of the report.
"""

from pipeline.model.document.around import Imprint, Letterhead, SignerRow
from pipeline.model.document.blocks import (
    Addressee,
    AnnexMark,
    AnnexTitle,
    AttachmentNote,
    AttachmentNoteLine,
    Blank,
    Block,
    Byline,
    Cell,
    Chart,
    ChartForm,
    Heading,
    Paragraph,
    Picture,
    Remark,
    Series,
    Signature,
    Table,
    Title,
)
from pipeline.model.document.document import Document, texts_of, texts_of_block
from pipeline.model.document.inlines import FigureText, Image, Inline, Inlines, Text, plain_text
from pipeline.model.document.parts import BODY, CLOSING, LEAD, DocumentPart, SectionHeading

__all__ = [
    "BODY",
    "CLOSING",
    "LEAD",
    "Addressee",
    "AnnexMark",
    "AnnexTitle",
    "AttachmentNote",
    "AttachmentNoteLine",
    "Blank",
    "Block",
    "Byline",
    "Cell",
    "Chart",
    "ChartForm",
    "Document",
    "DocumentPart",
    "FigureText",
    "Heading",
    "Image",
    "Imprint",
    "Inline",
    "Inlines",
    "Letterhead",
    "Paragraph",
    "Picture",
    "Remark",
    "SectionHeading",
    "Series",
    "Signature",
    "SignerRow",
    "Table",
    "Text",
    "Title",
    "plain_text",
    "texts_of",
    "texts_of_block",
]
