"""A .docx and the .pdf files of the same report -> what the twins are compared by.

Words are read without blanks: white space is each artifact's to place.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2
from lxml import etree

from pipeline.inspect.tags import read_figures
from pipeline.load.archive import read_zip
from pipeline.template.ooxml import TAG, parse_part, words_of
from pipeline.typography.typeset import without_blanks
from pipeline.verify.chart_reading import ChartReading, read_charts
from pipeline.verify.drawn import DrawnMark, read_marks
from pipeline.verify.tagged_tables import TableReading, join_tables, read_tables
from pipeline.verify.twin_charts import DrawnChart, take_charts

TwinHeading = tuple[int, str]
"""An outline level, from 1, and the words."""


@dataclass(frozen=True, slots=True)
class WordReading:
    """The words of a .docx, from its XML.

    `paragraphs` are those that have words, in the order of the body, cells of tables among them.
    `repeated_heads` are the words of table headers that Word repeats on each page. `drawings` are
    what a screen reader says of pictures and charts.
    """

    paragraphs: tuple[str, ...]
    headings: tuple[TwinHeading, ...]
    tables: tuple[TableReading, ...]
    repeated_heads: tuple[str, ...]
    drawings: tuple[str, ...]
    charts: tuple[ChartReading, ...]

    @property
    def text(self) -> str:
        return "".join(self.paragraphs)


@dataclass(frozen=True, slots=True)
class TwinPage:
    """One page of a .pdf: its rows, each drawn on one baseline, in the order they are drawn.

    `foot` is what stands below the type area.
    """

    rows: tuple[str, ...]
    foot: str


@dataclass(frozen=True, slots=True)
class PdfReading:
    """The words of a .pdf as they are drawn; its bookmarks; its tables and figures where it is
    tagged, each figure with its page; its charts, where their words are drawn as text.
    """

    pages: tuple[TwinPage, ...]
    headings: tuple[TwinHeading, ...]
    tables: tuple[TableReading, ...]
    figures: tuple[tuple[int, str], ...]
    charts: tuple[DrawnChart, ...]
    producer: str


# --- the .docx -------------------------------------------------------------------------------


def read_word(data: bytes) -> WordReading:
    """The words of a .docx that we made, by paragraph, heading and table."""
    parts = read_zip(data)
    body, styles = (parse_part(parts[f"word/{name}.xml"]) for name in ("document", "styles"))
    levels = _outline_levels(styles)
    paragraphs = [(_style_of(node), _words(node)) for node in body.iter(f"{TAG}p")]
    tables = list(body.iter(f"{TAG}tbl"))
    heads = ("".join(map(_words, _head_rows(table))) for table in tables)
    return WordReading(
        tuple(words for _, words in paragraphs if words),
        tuple((levels[style], words) for style, words in paragraphs if style in levels),
        tuple(map(_read_table, tables)),
        tuple(head for head in heads if head),
        tuple(node.get("descr", "") for node in body.iter(_DRAWN) if node.get("name") != "rule"),
        read_charts(parts),
    )


_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


def _words(node: etree._Element) -> str:
    return without_blanks(words_of(node))


def _style_of(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{TAG}pPr/{TAG}pStyle")
    return "" if style is None else str(style.get(f"{TAG}val"))


def _outline_levels(styles: etree._Element) -> dict[str, int]:
    """The outline level of each paragraph style that has one; Word counts them from 0."""
    levels = {}
    for style in styles.iter(f"{TAG}style"):
        level = style.find(f"{TAG}pPr/{TAG}outlineLvl")
        if level is not None:
            levels[str(style.get(f"{TAG}styleId"))] = int(str(level.get(f"{TAG}val"))) + 1
    return levels


def _read_table(table: etree._Element) -> TableReading:
    columns = len(table.findall(f"{TAG}tblGrid/{TAG}gridCol"))
    rows = (tuple(filter(None, map(_words, row.iter(f"{TAG}tc")))) for row in _rows_of(table))
    return TableReading(columns, tuple(row for row in rows if row))


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    return table.iter(f"{TAG}tr")


def _head_rows(table: etree._Element) -> Iterator[etree._Element]:
    for row in _rows_of(table):
        if row.find(f"{TAG}trPr/{TAG}tblHeader") is not None:
            yield row


# --- the .pdf --------------------------------------------------------------------------------


def read_pdf(data: bytes, floor_pt: float, charts: tuple[ChartReading, ...] = ()) -> PdfReading:
    """The words of a .pdf; what stands less than `floor_pt` above the paper's foot is no text.

    `charts` are those whose words are drawn as text, in the order of the pages.
    """
    with pypdfium2.PdfDocument(data) as pdf:
        drawn = [read_marks(page) for page in pdf]
        marks, found = take_charts(drawn, charts)
        tables = [read_tables(page, drawn) for page, drawn in zip(pdf, marks, strict=True)]
        figures = [(n, figure.words) for n, page in enumerate(pdf) for figure in read_figures(page)]
        return PdfReading(
            tuple(_read_page(drawn, floor_pt) for drawn in marks),
            tuple((mark.level + 1, without_blanks(mark.get_title())) for mark in pdf.get_toc()),
            tuple(join_tables(tables)),
            tuple(figures),
            found,
            pdf.get_metadata_dict().get("Producer", ""),
        )


def _read_page(marks: tuple[DrawnMark, ...], floor_pt: float) -> TwinPage:
    above = [mark for mark in marks if mark.y_pt >= floor_pt]
    below = [mark for mark in marks if mark.y_pt < floor_pt]
    return TwinPage(tuple(_read_rows(above)), _left_to_right(below))


_SAME_BASELINE_PT = 2


def _read_rows(marks: list[DrawnMark]) -> Iterator[str]:
    start = 0
    for end in range(1, len(marks) + 1):
        is_over = end == len(marks) or abs(marks[end].y_pt - marks[start].y_pt) > _SAME_BASELINE_PT
        if is_over:
            yield _left_to_right(marks[start:end])
            start = end


def _left_to_right(marks: list[DrawnMark]) -> str:
    """LibreOffice draws what a line takes from another face after the rest of the line."""
    return "".join(mark.text for mark in sorted(marks, key=lambda mark: mark.x_pt))
