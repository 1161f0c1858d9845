"""The package of a filled .docx: parts of charts, ids and words of drawings, properties, bytes.

A part of `render.word`, and with it the importer of python-docx.
"""

import datetime as dt
import io
from collections.abc import Iterator

import docx.document
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from pipeline.figures.charts import lay_out
from pipeline.load.archive import read_zip, write_zip
from pipeline.model.document import Chart, Document, Picture, Signature
from pipeline.model.standard import Measures
from pipeline.render.chart_book import draw_book
from pipeline.render.word_chart import chart_part_xml
from pipeline.render.word_drawings import chart_run_xml

_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BOOK = "rId1"
"""The relationship of a chart to its workbook, its only one."""


def add_chart(owner: Part, chart: Chart, measures: Measures) -> str:
    """The run that shows a chart, whose part and workbook are put into the package."""
    package = owner.package
    number = (
        sum(relation.reltype == RELATIONSHIP_TYPE.CHART for relation in owner.rels.values()) + 1
    )
    book_name = PackURI(f"/word/embeddings/chart{number}.xlsx")
    book = Part(book_name, _SPREADSHEET, draw_book(chart, measures), package)
    name = PackURI(f"/word/charts/chart{number}.xml")
    part = Part(name, CONTENT_TYPE.DML_CHART, chart_part_xml(chart, measures, _BOOK), package)
    part.load_rel(RELATIONSHIP_TYPE.PACKAGE, book, _BOOK)
    layout = lay_out(chart, measures)
    return chart_run_xml(
        owner.relate_to(part, RELATIONSHIP_TYPE.CHART), layout.width, layout.height
    )


def _drawing_names(document: Document) -> Iterator[str]:
    for block in document.blocks:
        match block:
            case Signature() if block.seal is not None:
                yield block.seal.description
            case Picture():
                yield block.image.description
            case Chart():
                yield block.description
            case _:
                pass


def number_drawings(filled: docx.document.Document, document: Document) -> None:
    """Unique ids, and the words that a screen reader says, for every drawing in its order.

    The distances to the text are said to be none: LibreOffice takes 3 mm where none is said.
    """
    tag = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
    words = _drawing_names(document)
    for number, node in enumerate(filled.element.iter(tag), start=1):
        node.set("id", str(number))
        for side in ("distT", "distB", "distL", "distR"):
            node.getparent().set(side, "0")
        if node.get("name") != "rule":
            node.set("descr", next(words, ""))


_MAX_PROPERTY_CHARS = 255


def set_properties(filled: docx.document.Document, document: Document) -> None:
    when = dt.datetime.combine(document.date, dt.time())
    properties = filled.core_properties
    properties.title = document.title[:_MAX_PROPERTY_CHARS]
    properties.author = document.organisation[:_MAX_PROPERTY_CHARS]
    properties.subject = document.subject[:_MAX_PROPERTY_CHARS]
    properties.last_modified_by = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = when
    properties.revision = 1


def repack(filled: docx.document.Document) -> bytes:
    """The package without the time of day that python-docx stamps into it."""
    saved = io.BytesIO()
    filled.save(saved)
    return write_zip(read_zip(saved.getvalue()))
