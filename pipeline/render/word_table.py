"""Table -> the XML of a Word table: fixed columns, a header that repeats, cells that may span."""

from xml.sax.saxutils import escape

from pipeline.model.document import Table
from pipeline.model.standard import Measures
from pipeline.render.grid import PlacedCell, lay_out_rows
from pipeline.template.ooxml import twips


def table_xml(table: Table, measures: Measures, style_ids: dict[str, str]) -> str:
    """The `w:tbl` of a table as wide as the type area; `style_ids` are by the styles' names."""
    widths = [twips(share * measures.page.text_width_pt) for share in table.widths]
    head = style_ids[measures.styles["table_head"].name]
    text = style_ids[measures.styles["table_text"].name]
    header, body = (lay_out_rows(part, len(widths)) for part in (table.header, table.rows))
    rows = "".join(
        [
            *(_row(row, widths, head, is_header=True) for row in header),
            *(_row(row, widths, text, is_header=False) for row in body),
        ]
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = _properties(table.caption, sum(widths), measures)
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _properties(caption: str, width: int, measures: Measures) -> str:
    rules = measures.rules
    weight = round(rules.table_rule_pt * 8)
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="{weight}" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    x, y = twips(rules.table_padding_x_pt), twips(rules.table_padding_y_pt)
    margins = "".join(
        f'<w:{side} w:w="{value}" w:type="dxa"/>'
        for side, value in (("top", y), ("left", x), ("bottom", y), ("right", x))
    )
    words = escape(caption, {'"': "&quot;"})
    return (
        f'<w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblCaption w:val="{words}"/></w:tblPr>'
    )


def _row(row: list[PlacedCell], widths: list[int], style: str, *, is_header: bool) -> str:
    cells = (_cell(placed, sum(widths[placed.columns]), style) for placed in row)
    repeat = "<w:tblHeader/>" if is_header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(placed: PlacedCell, width: int, style: str) -> str:
    cell = placed.cell
    span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
    merge = ""
    if placed.continues:
        merge = "<w:vMerge/>"
    elif cell.row_span > 1:
        merge = '<w:vMerge w:val="restart"/>'
    align = '<w:jc w:val="center"/>' if cell.align == "center" else ""
    text = "" if placed.continues else escape(cell.text)
    lines = (f'<w:t xml:space="preserve">{line}</w:t>' for line in text.split("\n"))
    run = f"<w:r>{'<w:br/>'.join(lines)}</w:r>" if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        f'<w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="{style}"/>{align}'
        f"</w:pPr>{run}</w:p></w:tc>"
    )
