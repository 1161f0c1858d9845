"""Document + template -> .docx bytes; the only importer of docxtpl, and with
`word_package` of python-docx.

docxtpl fills the office's word.docx. What a tag cannot say (an indent that depends on the text, a
table, a seal) is put in afterwards, on the paragraphs that carry the named styles.
"""

import io
import re
from types import SimpleNamespace
from typing import Any

import docx.document
import docx.text.paragraph
from docx.oxml import OxmlElement, parse_xml
from docx.shared import Pt
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pipeline.diagnostics.errors import RenderError
from pipeline.model.document import (
    Block,
    Chart,
    Document,
    Image,
    Paragraph,
    Picture,
    Signature,
    Table,
)
from pipeline.model.standard import Measures
from pipeline.render.word_drawings import SEAL_XML
from pipeline.render.word_package import add_chart, number_drawings, repack, set_properties
from pipeline.render.word_table import table_xml
from pipeline.template.ooxml import EMU_PER_PT, TAG, twips
from pipeline.template.store import WORD, Template
from pipeline.typography.pictures import fit_picture
from pipeline.typography.places import (
    ISSUER_MARK_INK_TOP_EM,
    imprint_drop_pt,
    issuer_mark_drop_pt,
    seal_place_pt,
)

_GUARD = "\ue000"
"""Put into `{_` and `_}` of a text while docxtpl works, which else turns `{_{` into `{{`."""


def render_word(document: Document, template: Template, *, imprint_on_new_page: bool) -> bytes:
    """The .docx of a document; the same document and template give the same bytes.

    `imprint_on_new_page` says that the imprint does not fit below the text of the last page.
    """
    package = DocxTemplate(io.BytesIO(template.word))
    package.init_docx()
    context = {"document": _view(document, template.measures, package)}
    try:
        package.render(context, jinja_env=_environment())
    except UndefinedError as error:
        raise RenderError(
            "template-undefined", WORD, name=WORD, found=str(error.message)
        ) from error
    except TemplateError as error:
        raise RenderError(
            "template-syntax",
            WORD,
            name=WORD,
            problem=str(error.message),
            context=_context_of(error),
        ) from error
    filled: docx.document.Document = package.docx
    _remove_guard(filled)
    paragraphs = _Paragraphs(filled, template.measures)
    _touch_paragraphs(paragraphs, document)
    _place_signature(filled, paragraphs, document)
    _size_issuer_mark(paragraphs, document)
    if document.imprint is not None:
        last_rule = paragraphs.of("imprint_thick")[-1]
        last_rule.paragraph_format.space_after = Pt(imprint_drop_pt(template.measures))
    if imprint_on_new_page:
        paragraphs.of("document_end")[-1].paragraph_format.page_break_before = True
    number_drawings(filled, document)
    set_properties(filled, document)
    return repack(filled)


_CONTEXT_CHARS = 60


def _context_of(error: TemplateError) -> str:
    """The words around a broken tag, as docxtpl notes them on the error."""
    lines = getattr(error, "docx_context", None) or []
    return "".join(re.sub(r"<[^>]+>", "", str(line)) for line in lines).strip()[:_CONTEXT_CHARS]


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, finalize=_guard_text
    )


def _guard_text(value: object) -> object:
    return _guard(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _guard(text: str) -> str:
    return text.replace("{_", f"{{{_GUARD}_").replace("_}", f"_{_GUARD}}}")


def _view(document: Document, measures: Measures, package: DocxTemplate) -> SimpleNamespace:
    """What the template's tags see: the document, its tables and pictures as Word XML."""
    style_ids = {style.name: style.style_id for style in package.docx.styles}
    blocks = [_view_block(block, measures, package, style_ids) for block in document.blocks]
    return SimpleNamespace(
        letterhead=document.letterhead,
        blocks=blocks,
        imprint=document.imprint,
        title=document.title,
        organisation=document.organisation,
    )


def _view_block(
    block: Block, measures: Measures, package: DocxTemplate, style_ids: dict[str, str]
) -> object:
    match block:
        case Table():
            xml = _guard(table_xml(block, measures, style_ids))
            return SimpleNamespace(kind=block.kind, table=Markup(xml))  # noqa: S704 - built escaped
        case Picture():
            width, height = fit_picture(block.image, measures)
            drawing = InlineImage(package, io.BytesIO(block.image.data), Pt(width), Pt(height))
            return SimpleNamespace(kind=block.kind, picture=drawing, caption=block.caption)
        case Chart():
            xml = add_chart(package.docx.part, block, measures)
            return SimpleNamespace(kind=block.kind, chart=Markup(xml), caption=block.caption)  # noqa: S704 - holds numbers only
        case _:
            return block


class _Paragraphs:
    """The paragraphs of a filled template by the keys of their styles, looked through once."""

    def __init__(self, filled: docx.document.Document, measures: Measures) -> None:
        self.measures = measures
        self._by_name: dict[str, list[Any]] = {}
        for paragraph in filled.paragraphs:
            self._by_name.setdefault(_style_name(paragraph), []).append(paragraph)

    def of(self, style: str) -> list[Any]:
        return self._by_name.get(self.measures.styles[style].name, [])


def _style_name(paragraph: docx.text.paragraph.Paragraph) -> str:
    style = paragraph.style
    return "" if style is None or style.name is None else style.name


def _remove_guard(filled: docx.document.Document) -> None:
    for node in filled.element.iter(f"{TAG}t"):
        if node.text and _GUARD in node.text:
            node.text = node.text.replace(_GUARD, "")


_AFTER_SPACING = tuple(
    f"w:{name}"
    for name in (
        *("w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd"),
        *("fitText", "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "oMath"),
    )
)
"""What follows w:spacing in the properties of a run (ECMA-376, part 1, 17.3.2.28)."""


def _touch_paragraphs(paragraphs: _Paragraphs, document: Document) -> None:
    """What is set on single paragraphs: their tracking, a page of their own to begin.

    Each is found by its words, in their order, among the paragraphs of the body's style.
    """
    touched = iter(
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and (block.tracking_pt is not None or block.starts_page)
    )
    wanted = next(touched, None)
    for paragraph in paragraphs.of("body"):
        if wanted is None:
            return
        if paragraph.text == wanted.text:
            if wanted.starts_page:
                paragraph.paragraph_format.page_break_before = True
            if wanted.tracking_pt is not None:
                _track(paragraph, wanted.tracking_pt)
            wanted = next(touched, None)


def _track(paragraph: docx.text.paragraph.Paragraph, tracking_pt: float) -> None:
    for run in paragraph.runs:
        spacing: Any = OxmlElement("w:spacing", {f"{TAG}val": str(twips(tracking_pt))})
        properties = run._r.get_or_add_rPr()  # noqa: SLF001 - no public way to tracking
        properties.insert_element_before(spacing, *_AFTER_SPACING)


# --- what depends on the text ----------------------------------------------------------------


def _place_signature(
    filled: docx.document.Document, paragraphs: _Paragraphs, document: Document
) -> None:
    signature = next((b for b in document.blocks if isinstance(b, Signature)), None)
    if signature is None:
        return
    char_pt = paragraphs.measures.styles["body"].size_pt
    for style, chars in (
        ("signature", signature.organisation_right_chars),
        ("date", signature.date_right_chars),
    ):
        for paragraph in paragraphs.of(style):
            paragraph.paragraph_format.right_indent = Pt(chars * char_pt)
            indent = paragraph._p.pPr.find(f"{TAG}ind")  # noqa: SLF001 - no public way to the XML
            indent.set(f"{TAG}rightChars", str(round(chars * 100)))
    dates = paragraphs.of("date")
    if signature.seal is not None and dates:
        _anchor_seal(filled, dates[0], signature, signature.seal, paragraphs.measures)


def _anchor_seal(
    filled: docx.document.Document,
    date: Any,
    signature: Signature,
    seal: Image,
    measures: Measures,
) -> None:
    """The seal behind the text, centred on the date and on the line between it and the name.

    It is anchored to the date, so that it moves with it when the text above changes.
    """
    relation, _ = filled.part.get_or_add_image(io.BytesIO(seal.data))
    left_pt, top_pt, size_pt = seal_place_pt(signature, measures)
    extent, left, top = (round(v * EMU_PER_PT) for v in (size_pt, left_pt, top_pt))
    date.add_run()._r.append(  # noqa: SLF001 - python-docx has no anchored drawings
        parse_xml(SEAL_XML.format(relation=relation, extent=extent, left=left, top=top))
    )


def _size_issuer_mark(paragraphs: _Paragraphs, document: Document) -> None:
    if document.letterhead is None:
        return
    measures = paragraphs.measures
    size = document.letterhead.issuer_mark_pt
    before = issuer_mark_drop_pt(measures) - ISSUER_MARK_INK_TOP_EM * size
    for paragraph in paragraphs.of("issuer_mark"):
        paragraph.paragraph_format.space_before = Pt(round(before * 20) / 20)
        paragraph.paragraph_format.line_spacing = Pt(size * measures.rules.issuer_mark_line_em)
        for run in paragraph.runs:
            run.font.size = Pt(size)
