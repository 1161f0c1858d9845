"""Document + page.html -> HTML whose lines are already broken and spaced."""

import itertools
import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from html import escape

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from pipeline.figures.charts import lay_out
from pipeline.model.document import (
    AttachmentNoteLine,
    Cell,
    Chart,
    Document,
    Image,
    Signature,
    Table,
)
from pipeline.model.standard import Measures
from pipeline.render.grid import lay_out_rows
from pipeline.typography.fonts import Face, FontSet
from pipeline.typography.pictures import fit_picture
from pipeline.typography.places import seal_place_pt
from pipeline.typography.typeset import Measure, SetLine, SpacedRun, break_lines, style_measure


@dataclass(slots=True)
class HtmlPage:
    """The HTML of a document and the pictures that it refers to, by their URLs."""

    text: str
    images: dict[str, bytes] = field(default_factory=dict)


def draw_html(document: Document, page_html: str, measures: Measures, fonts: FontSet) -> HtmlPage:
    """The page.html of a template filled with a document; raises `jinja2.TemplateError`."""
    setter = _Setter(measures, fonts)
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(setter.filters())
    text = environment.from_string(page_html).render(document=document)
    return HtmlPage(text, setter.images)


class _Setter:
    """The filters of page.html: each sets one thing by the measures and the fonts."""

    def __init__(self, measures: Measures, fonts: FontSet) -> None:
        self.images: dict[str, bytes] = {}
        self._measures = measures
        self._fonts = fonts

    def filters(self) -> Mapping[str, Callable[..., str]]:
        return {
            "lines": self.lines,
            "one_line": self.one_line,
            "rows": self.rows,
            "numbered": self.numbered,
            "right_indent": self.right_indent,
            "seal_place": self.seal_place,
            "image": self.image,
            "image_size": self.image_size,
            "chart": self.chart,
            "chart_size": self.chart_size,
            "table": self.table,
        }

    def lines(self, text: str, style: str, tracking_pt: float | None = None) -> Markup:
        """A paragraph in a style, broken to the width of the type area."""
        measure = style_measure(self._measures, style)
        if tracking_pt is not None:
            measure = replace(measure, tracking_pt=tracking_pt)
        return self._markup(break_lines(text, measure, self._advance(style)), style)

    def one_line(self, text: str, style: str, font_style: str = "") -> Markup:
        """A text on one line of its natural width; `font_style` names another style's face."""
        measure = Measure(
            self._measures.styles[style].size_pt,
            float("inf"),
            tracking_pt=self._measures.tracking_pt(style),
        )
        font_style = font_style or style
        return self._markup(break_lines(text, measure, self._advance(font_style)), font_style)

    def rows(self, lines: tuple[str, ...], style: str) -> Markup:
        """Lines that are broken already."""
        return Markup("<br>").join(self.one_line(line, style) for line in lines)

    def numbered(self, line: AttachmentNoteLine, style: str) -> Markup:
        """A line of the attachment note: label and number in the hanging indent, then the name."""
        own = self._measures.styles[style]
        width = own.hanging_chars * own.size_pt
        mark = self.one_line(line.label + line.number, style)
        name = break_lines(
            line.name, style_measure(self._measures, style, hangs=False), self._advance(style)
        )
        return Markup('<span class="number" style="min-width: {}pt">{}</span>{}').format(
            f"{width:g}", mark, self._markup(name, style)
        )

    def right_indent(self, chars: float) -> str:
        return f"padding-right: {chars * self._measures.styles['body'].size_pt:.3f}pt"

    def seal_place(self, signature: Signature) -> str:
        """Margins that draw the seal back over the lines above it and take no room."""
        left, top, size = seal_place_pt(signature, self._measures)
        above = top - self._measures.pitch_pt("date")
        return f"margin: {above:.3f}pt 0 {-above - size:.3f}pt {left:.3f}pt"

    def image(self, image: Image) -> str:
        """The URL that the picture is fetched by."""
        url = f"banxin-image:{len(self.images)}"
        self.images[url] = image.data
        return url

    def image_size(self, image: Image) -> str:
        width, height = fit_picture(image, self._measures)
        return f"width: {width:.3f}pt; height: {height:.3f}pt"

    def chart(self, chart: Chart) -> str:
        """The URL that the drawing of the chart is fetched by."""
        # A home that cannot be written to is reported by matplotlib as soon as it is loaded.
        logging.getLogger("matplotlib").setLevel(logging.ERROR)
        from pipeline.render.chart_svg import draw_svg  # noqa: PLC0415 - loads matplotlib

        url = f"banxin-chart:{len(self.images)}"
        self.images[url] = draw_svg(chart, self._measures, self._fonts)
        return url

    def chart_size(self, chart: Chart) -> str:
        layout = lay_out(chart, self._measures)
        return f"width: {layout.width:.3f}pt; height: {layout.height:.3f}pt"

    def table(self, table: Table) -> Markup:
        """A table with fixed columns, its cells' lines broken to their width."""
        total = self._measures.page.text_width_pt
        columns = Markup("").join(
            Markup('<col style="width: {}pt">').format(f"{share * total:.3f}")
            for share in table.widths
        )
        head = self._table_rows(table.header, table.widths, "th", "table_head")
        body = self._table_rows(table.rows, table.widths, "td", "table_text")
        return Markup(
            "<table><colgroup>{}</colgroup>\n<thead>{}</thead>\n<tbody>{}</tbody></table>"
        ).format(columns, head, body)

    def _table_rows(
        self, rows: tuple[tuple[Cell, ...], ...], widths: tuple[float, ...], tag: str, style: str
    ) -> Markup:
        html = Markup("")
        for row in lay_out_rows(rows, len(widths)):
            own = (placed for placed in row if not placed.continues)
            cells = (self._cell(p.cell, sum(widths[p.columns]), tag, style) for p in own)
            html += Markup("<tr>{}</tr>\n").format(Markup("").join(cells))
        return html

    def _cell(self, cell: Cell, share: float, tag: str, style: str) -> Markup:
        rules = self._measures.rules
        measure = Measure(
            self._measures.styles[style].size_pt,
            share * self._measures.page.text_width_pt - 2 * rules.table_padding_x_pt,
            tracking_pt=self._measures.tracking_pt(style),
            is_justified=False,
            may_hang=self._measures.may_hang(style),
        )
        rows = (break_lines(row, measure, self._advance(style)) for row in cell.text.split("\n"))
        html = Markup("<br>").join(self._markup(lines, style) for lines in rows)
        centre = " center" if cell.align == "center" else ""
        return Markup('<{} class="{}{}" colspan="{}" rowspan="{}">{}</{}>').format(
            tag, style, centre, cell.column_span, cell.row_span, html, tag
        )

    def _markup(self, lines: tuple[SetLine, ...], style: str) -> Markup:
        """Lines as spans of one letter-spacing and one face each, parted by line breaks.

        Which face shows a character is decided here and never left to fontconfig.
        """
        role = self._measures.styles[style].font
        own = self._fonts.face(role)

        def span(run: SpacedRun) -> Iterator[str]:
            for text, face in _split(run.text, lambda char: self._fonts.face_for(role, char)):
                css = f"letter-spacing: {run.spacing_pt:g}pt" if run.spacing_pt else ""
                if face is not None and face != own:
                    # Without a height of its own the other face cannot move the line.
                    css += f"; font-family: '{face.css_family}'; line-height: 0"
                yield f'<span style="{css}">{escape(text)}</span>' if css else escape(text)

        html = "<br>".join(
            "".join(part for run in line.runs for part in span(run)) for line in lines
        )
        return Markup(html)  # noqa: S704 - escaped run by run

    def _advance(self, style: str) -> Callable[[str], float]:
        return partial(self._fonts.advance_em, self._measures.styles[style].font)


def _split(text: str, face_of: Callable[[str], Face | None]) -> Iterator[tuple[str, Face | None]]:
    """A text as stretches of one face each."""
    for face, chars in itertools.groupby(text, face_of):
        yield "".join(chars), face
