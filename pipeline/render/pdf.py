"""Document + template -> .pdf bytes; the only importer of weasyprint.

WeasyPrint places lines that `typeset` has set, and does pages, tables, pictures, tags and the file.
It reads nothing by itself, and whatever it warns of stops the build.
"""

import hashlib
import io
import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path

import weasyprint
from jinja2 import TemplateError, UndefinedError
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from pipeline.diagnostics.errors import RenderError
from pipeline.model.document import Blank, Document
from pipeline.model.standard import PT_PER_MM, FontRole, Measures
from pipeline.render.html import draw_html
from pipeline.render.stylesheet import draw_stylesheet, faces_of
from pipeline.template.store import HTML, Template
from pipeline.typography.fonts import Face, FontSet


class AboveSignature(IntEnum):
    """What stands on the page of the last line below the text: the date, a remark (附注) or the
    end of the attachment note. The more the better; text keeps it from being an orphan.
    """

    NOTHING = 0
    """An empty line begins the page."""
    OTHERS = 1
    """Lines that stand below the text, and none of the text."""
    TEXT = 2


@dataclass(frozen=True, slots=True)
class Pdf:
    """A made PDF, and how its last pages fell out.

    `imprint_on_new_page` says that no text stands above the imprint on its page,
    `above_signature` what stands above the signature on its page.
    """

    data: bytes
    page_count: int
    imprint_on_new_page: bool
    above_signature: AboveSignature
    faces: Mapping[FontRole, tuple[Face, ...]]


def render_pdf(document: Document, template: Template, fonts: FontSet) -> Pdf:
    """The .pdf of a document; the same document, template and fonts give the same bytes."""
    faces = faces_of(document, fonts)
    used = list(dict.fromkeys(face for chain in faces.values() for face in chain))
    face_urls = {face: f"banxin-font:{face.sha256[:16]}" for face in used}
    try:
        page = draw_html(document, template.page_html, template.measures, fonts)
    except UndefinedError as error:
        raise RenderError(
            "template-undefined", HTML, name=HTML, found=str(error.message)
        ) from error
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        context = f"第 {line} 行 / line {line}" if line else ""
        raise RenderError(
            "template-syntax", HTML, name=HTML, problem=str(error.message), context=context
        ) from error
    resources: dict[str, bytes | Path] = {
        **{url: face.path for face, url in face_urls.items()},
        **page.images,
        **{f"template:{name}": data for name, data in template.assets.items()},
    }
    styles = (draw_stylesheet(document, template.measures, faces, face_urls), template.page_css)
    with _warnings_are_errors():
        try:
            laid_out, data = _lay_out(page.text, styles, _OnlyThese(resources))
        except FatalURLFetchingError as error:
            raise RenderError("renderer-warning", HTML, problem=str(error)) from error
    return Pdf(
        data,
        len(laid_out.pages),
        _is_imprint_alone(laid_out),
        _above_signature(laid_out, document, template.measures),
        faces,
    )


def _lay_out(
    html: str, styles: tuple[str, ...], fetcher: URLFetcher
) -> tuple[weasyprint.Document, bytes]:
    fonts = _font_configuration()
    sheets = [
        weasyprint.CSS(
            string=text, url_fetcher=fetcher, font_config=fonts, base_url="template:page.css"
        )
        for text in styles
    ]
    source = weasyprint.HTML(string=html, url_fetcher=fetcher, base_url="template:page.html")
    laid_out = source.render(stylesheets=sheets, font_config=fonts, pdf_tags=True)
    buffer = io.BytesIO()
    laid_out.write_pdf(buffer, pdf_tags=True, pdf_identifier=_identifier(html))
    return laid_out, buffer.getvalue()


@cache
def _font_configuration() -> FontConfiguration:
    """One for the whole run: each holds its own copy of every font, some 7 MB a report."""
    return FontConfiguration()


def _identifier(html: str) -> bytes:
    return hashlib.sha256(html.encode()).digest()[:16]


def _is_imprint_alone(laid_out: weasyprint.Document) -> bool:
    pages = [set(page.anchors) for page in laid_out.pages]
    end = next((i for i, names in enumerate(pages) if "document-end" in names), None)
    imprint = next((i for i, names in enumerate(pages) if "imprint" in names), None)
    return end is not None and imprint is not None and imprint > end


_PT_PER_PX = 0.75
_BELOW_THE_TEXT = ("attachment-note", "attachment-note-end", "signature", "remark")


def _above_signature(
    laid_out: weasyprint.Document, document: Document, measures: Measures
) -> AboveSignature:
    """What stands with what ends the report, found by the anchors of page.html.

    On the first page the title does, and a report without a note and a signature ends in its text.
    """
    places = {
        name: (number, place[1] * _PT_PER_PX)
        for number, page in enumerate(laid_out.pages)
        for name, place in page.anchors.items()
        if name in _BELOW_THE_TEXT
    }
    below = [places[name] for name in _BELOW_THE_TEXT if name in places]
    if not below or below[-1][0] == 0:
        return AboveSignature.TEXT
    blanks = max((b.lines for b in document.blocks if isinstance(b, Blank)), default=0)
    head_pt = measures.page.top_mm * PT_PER_MM + (blanks + 0.5) * measures.page.line_pitch_pt
    (first_page, first_top), (last_page, last_top) = below[0], below[-1]
    if first_page == last_page:
        return AboveSignature.NOTHING if first_top <= head_pt else AboveSignature.TEXT
    return AboveSignature.NOTHING if last_top <= head_pt else AboveSignature.OTHERS


class _OnlyThese(URLFetcher):  # type: ignore[misc] # weasyprint has no types
    """Serves the resources it was given; everything else is refused before it is looked at.

    A font is given by its path and read when it is asked for, which is once a run.
    """

    def __init__(self, resources: Mapping[str, bytes | Path]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._resources = resources

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        if url not in self._resources:
            message = f"不许读取 / not to be read: {url}"
            raise ValueError(message)
        resource = self._resources[url]
        data = resource.read_bytes() if isinstance(resource, Path) else resource
        return URLFetcherResponse(url, data)


class _Collector(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _warnings_are_errors() -> Iterator[None]:
    """Whatever WeasyPrint or fontTools would only log is a `RenderError`."""
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    collector = _Collector()
    for logger in loggers:
        logger.addHandler(collector)
        logger.propagate = False
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeHandler(collector)
            logger.propagate = True
    if collector.messages:
        words = "; ".join(dict.fromkeys(collector.messages))
        raise RenderError("renderer-warning", HTML, problem=words)
