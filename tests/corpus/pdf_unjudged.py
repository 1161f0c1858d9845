"""PDFs of which something cannot be judged, and those that do not carry their faces."""

import io
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pypdfium2
from fontTools import subset
from fontTools.ttLib import TTFont

from pipeline.model.document import texts_of
from pipeline.model.standard import FontRole
from pipeline.typography.fonts import Face
from tests.corpus.bases import base_pdf
from tests.corpus.draft import Draft
from tests.corpus.pdf_file import composite_fonts, font_descriptors
from tests.corpus.plants import in_pdf, in_pdf_file

_SCAN_DPI = 150


@in_pdf_file("X01-scan")
def scanned(pdf: pikepdf.Pdf) -> None:
    """每一页都是扫描的图片"""
    _scan(pdf, range(len(pdf.pages)))


@in_pdf_file("X01-scan")
def last_page_scanned(pdf: pikepdf.Pdf) -> None:
    """最后一页换成了扫描的图片"""
    _scan(pdf, range(len(pdf.pages) - 1, len(pdf.pages)))


def _scan(pdf: pikepdf.Pdf, numbers: range) -> None:
    """Put a picture of each page in its place."""
    with pypdfium2.PdfDocument(base_pdf("official")) as sound:
        for number in numbers:
            picture = sound[number].render(scale=_SCAN_DPI / 72).to_pil()
            buffer = io.BytesIO()
            picture.save(buffer, "PDF", resolution=_SCAN_DPI)
            with pikepdf.open(buffer) as page:
                pdf.pages[number] = page.pages[0]


@in_pdf_file("X02-text")
def no_character_codes(pdf: pikepdf.Pdf) -> None:
    """字体没有对应的文字编码，复制出来是乱码"""
    for font in composite_fonts(pdf):
        del font["/ToUnicode"]


@in_pdf_file("X09-empty", base="plain", also=("N01-missing",))
def blank_page(pdf: pikepdf.Pdf) -> None:
    """只有一张白纸"""
    del pdf.pages[1:]
    pdf.pages[0].Contents = pdf.make_stream(b"")


@in_pdf("X03-font")
def unknown_face(draft: Draft) -> Draft:
    """二级标题用了不认识的字体"""
    chars = "".join(texts_of(draft.document))
    face = Face("Qinghe", _renamed_face(draft.fonts.face(FontRole.KAITI), "Qinghe W3", chars))
    chains = {**draft.fonts.chains, FontRole.KAITI: (face,)}
    return replace(draft, fonts=replace(draft.fonts, chains=chains))


@cache
def _renamed_face(face: Face, name: str, chars: str) -> Path:
    """A face of the machine under a name that no one knows, with the characters it needs."""
    with TTFont(face.path, fontNumber=face.index) as font:
        setter = subset.Subsetter()
        setter.populate(text=chars)
        setter.subset(font)
        compact = name.replace(" ", "")
        for record in font["name"].names:
            record.string = compact if record.nameID == 6 else name
        if "CFF " in font:
            cff = font["CFF "].cff
            cff.fontNames[0] = compact
            cff[0].FullName, cff[0].FamilyName = name, name
        path = Path(_font_folder().name) / f"{compact}.otf"
        font.save(path)
    return path


@cache
def _font_folder() -> "tempfile.TemporaryDirectory[str]":
    """A folder that lasts as long as the program."""
    return tempfile.TemporaryDirectory()


@in_pdf("X04-landscape", base="plain-annexed")
def landscape_annex(draft: Draft) -> Draft:
    """附件2 横排"""
    return draft.with_branch(
        "附件2", "<p class=\"annex_mark sideways\">{{ block.text | lines('annex_mark') }}</p>"
    ).with_css("""
@page sideways { size: 297mm 210mm }
.sideways, .sideways ~ * { page: sideways }
""")


@in_pdf_file("Z04-embedded")
def body_face_not_embedded(pdf: pikepdf.Pdf) -> None:
    """正文的字体没有嵌入"""
    _strip_faces(pdf, lambda name: "Fang" in name)


@in_pdf_file("Z04-embedded")
def no_face_embedded(pdf: pikepdf.Pdf) -> None:
    """所有字体都没有嵌入"""
    _strip_faces(pdf, lambda _: True)


def _strip_faces(pdf: pikepdf.Pdf, is_wanted: Callable[[str], bool]) -> None:
    found = [node for node in font_descriptors(pdf) if is_wanted(str(node["/FontName"]))]
    assert found
    for node in found:
        for key in ("/FontFile", "/FontFile2", "/FontFile3"):
            if key in node:
                del node[key]
