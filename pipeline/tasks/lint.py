"""Lint of a template: it is loaded, filled with every kind of block, and looked through for each.

A template is judged by what comes out of it: a block whose words are missing has no branch.
"""

import datetime as dt
import io
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from PIL import Image as Pillow

from pipeline.diagnostics.diagnostic import Diagnostic, Location, diagnose, has_errors
from pipeline.diagnostics.errors import RenderError
from pipeline.model.document import (
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
    Document,
    Heading,
    Image,
    Imprint,
    Letterhead,
    Paragraph,
    Picture,
    Remark,
    Series,
    Signature,
    Table,
    Text,
    Title,
    texts_of,
)
from pipeline.render.pdf import render_pdf
from pipeline.render.word import render_word
from pipeline.tasks.build import diagnose_render_fault
from pipeline.template.store import (
    HTML,
    SETTINGS,
    WORD,
    Template,
    find_template,
    load_template,
    unknown_template,
)
from pipeline.typography.fonts import find_fonts
from pipeline.typography.typeset import without_blanks
from pipeline.validate import read_outlines
from pipeline.verify.charts import pdf_charts, shown, word_charts
from pipeline.verify.texts import pdf_text, word_text


def check_template(name: str) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a template; empty, or notes only, for a sound one."""
    folder = find_template(name)
    if folder is None:
        return (unknown_template(name, Location(Path("templates") / name, 1, 1)),)
    template, found = load_template(folder)
    if template is None or has_errors(found):
        return found
    place = Location(folder / SETTINGS, 1, 1)
    _, unknown = read_outlines().look_up(template.settings.outline, place)
    return (*found, *unknown, *_try_out(template))


def _try_out(template: Template) -> Iterator[Diagnostic]:
    """Fill both files with a table of no row, of one and of many, and look for every block."""
    for rows in (0, 1, 40):
        document = sample_document(rows, official=template.settings.is_official)
        for file, see in ((WORD, _seen_in_word), (HTML, _seen_in_page)):
            try:
                words, charts = see(document, template)
            except RenderError as fault:
                yield diagnose_render_fault(fault, template)
                return
            place = Location(template.folder / file, 1, 1)
            missing = dict.fromkeys(_missing_kinds(document, without_blanks(words), charts))
            yield from (
                diagnose("template-branch-missing", place, name=file, kind=kind) for kind in missing
            )
            if missing:
                return


def _seen_in_word(document: Document, template: Template) -> tuple[str, tuple[str, ...]]:
    """The words of the filled word.docx, and what its charts show."""
    data = render_word(document, template, imprint_on_new_page=False)
    return word_text(data), word_charts(data)


def _seen_in_page(document: Document, template: Template) -> tuple[str, tuple[str, ...]]:
    data = render_pdf(document, template, find_fonts()).data
    return pdf_text(data), pdf_charts(data, document)


def _missing_kinds(document: Document, words: str, charts: tuple[str, ...]) -> Iterator[str]:
    for block in document.blocks:
        alone = Document("", "", document.date, "", None, (block,), None)
        is_undrawn = isinstance(block, Chart) and shown(block) not in charts
        if is_undrawn or any(without_blanks(text) not in words for text in texts_of(alone)):
            level = f" {block.level}" if isinstance(block, Heading) else ""
            yield f"{block.kind}{level}"
    around = Document("", "", document.date, "", document.letterhead, (), document.imprint)
    if any(without_blanks(text) not in words for text in texts_of(around)):
        yield "letterhead / imprint"


def sample_document(rows: int, *, official: bool) -> Document:
    """A document with every kind of block, each with words of its own, and a table of `rows`."""
    image = _sample_image()
    row = (Cell((Text("格甲"),), align="center"), Cell((Text("格乙"),)))
    header = ((Cell((Text("表头甲"),)), Cell((Text("表头乙"),))),)
    blocks: tuple[Block, ...] = (
        Title(("样稿标题",)),
        Byline("题下署名样稿"),
        Blank(),
        Addressee("主送机关样稿："),
        Heading(1, "一、", (Text("一级标题样稿"),)),
        Heading(2, "（一）", (Text("二级标题样稿"),)),
        Heading(3, "1.", (Text("三级标题样稿"),)),
        Heading(4, "（1）", (Text("四级标题样稿"),)),
        Paragraph((Text("正文样稿 & < > {{7*7}}"),)),
        AttachmentNote(
            (
                AttachmentNoteLine("附件：", "", "单个附件样稿"),
                AttachmentNoteLine("附件：", "1.", "首项样稿"),
                AttachmentNoteLine("", "2.", "续项样稿"),
            )
        ),
        Signature("署名样稿", "2026年10月8日", 2, 0, image),
        Remark("（附注样稿）"),
        AnnexMark("附件1"),
        AnnexTitle(("附件标题样稿",)),
        Table("表格样稿", header, (row,) * rows, (0.4, 0.6)),
        Picture(image, "图片说明样稿"),
        *_sample_charts(),
    )
    letterhead = Letterhead(
        "样稿机关文件", 40, "样发〔2026〕1号", ("甲", "乙", "丙"), "000001", "秘密★1年", "特急", 0
    )
    imprint = Imprint("抄送：样稿抄送。", "样稿印发机关", "2026年10月9日印发")
    return Document(
        "样稿",
        "样稿机关",
        dt.date(2026, 10, 8),
        "",
        letterhead if official else None,
        blocks,
        imprint if official else None,
    )


def _sample_charts() -> Iterator[Chart]:
    values = (Decimal(3), Decimal(5))
    forms: tuple[ChartForm, ...] = ("bar", "line", "share")
    for form in forms:
        words = f"图表样稿：{form}"
        yield Chart(
            form, words, ("甲", "乙"), (Series("系列样稿", values, ("甲", "乙")),), 0, words
        )


def _sample_image() -> Image:
    buffer = io.BytesIO()
    Pillow.new("RGB", (60, 60), "white").save(buffer, "PNG")
    return Image("sample.png", buffer.getvalue(), "image/png", "样图", 60, 60)
