"""Chart -> the XML of a chart part (DrawingML), whose data Word edits in the embedded workbook.

Nothing of the look is left to a program's defaults: faces, sizes, shades, where the plot stands.
Only the height of the axis is, so that no column is cut off when its number is edited.
"""

from collections.abc import Iterable
from decimal import Decimal
from xml.sax.saxutils import escape

from pipeline.figures.charts import Layout, lay_out, stands_below
from pipeline.figures.charts.look import (
    AXIS,
    GRID,
    INK,
    LINE_PT,
    LOOKS,
    MARKER_PT,
    OUTLINE,
    OUTLINE_PT,
    PAPER,
    SLICE_GAP_PT,
    ChartLook,
    slice_fill,
)
from pipeline.model.document import Chart, Series
from pipeline.model.standard import WORD_FONTS, Measures
from pipeline.render.chart_book import (
    cell_of_name,
    cells_of_categories,
    cells_of_values,
    number_format,
)
from pipeline.template.ooxml import DECLARATION, EMU_PER_PT

_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAME_AXIS, _VALUE_AXIS = 111111111, 222222222


def chart_part_xml(chart: Chart, measures: Measures, book_relation: str) -> bytes:
    """The part of a chart; `book_relation` is the id of its relationship to the workbook."""
    layout = lay_out(chart, measures)
    xml = (
        f'{DECLARATION}<c:chartSpace xmlns:c="{_CHART}" xmlns:a="{_MAIN}" xmlns:r="{_R}">'
        '<c:date1904 val="0"/><c:lang val="zh-CN"/><c:roundedCorners val="0"/>'
        '<c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_place_plot(layout)}{_plot(chart, layout, measures)}"
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:plotArea>"
        f"{_legend(layout, measures)}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(measures)}"
        f'<c:externalData r:id="{book_relation}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    )
    return xml.encode()


def _place_plot(layout: Layout) -> str:
    """The plot without the names around it, as shares of the whole."""
    plot = layout.plot
    shares = {
        "x": plot.left / layout.width,
        "y": plot.top / layout.height,
        "w": plot.width / layout.width,
        "h": plot.height / layout.height,
    }
    modes = '<c:xMode val="edge"/><c:yMode val="edge"/>'
    values = "".join(f'<c:{name} val="{share:.5f}"/>' for name, share in shares.items())
    return (
        f'<c:layout><c:manualLayout><c:layoutTarget val="inner"/>{modes}{values}'
        "</c:manualLayout></c:layout>"
    )


def _plot(chart: Chart, layout: Layout, measures: Measures) -> str:
    match chart.form:
        case "bar":
            return _bars(chart, layout, measures) + _axes(chart, layout, measures)
        case "line":
            return _lines(chart, layout, measures) + _axes(chart, layout, measures)
        case "share":
            return _pie(chart, layout, measures)


# --- words -----------------------------------------------------------------------------------


def _text(measures: Measures, body: str = "") -> str:
    """The face of table text, in the size of charts; `body` is what the words' box is given."""
    face = escape(WORD_FONTS[measures.styles["table_text"].font])
    size = round(measures.rules.chart_text_pt * 100)
    return (
        f"<c:txPr><a:bodyPr{body}/><a:lstStyle/><a:p><a:pPr>"
        f'<a:defRPr sz="{size}" b="0">{_solid(INK)}'
        f'<a:latin typeface="{face}"/><a:ea typeface="{face}"/><a:cs typeface="{face}"/>'
        '</a:defRPr></a:pPr><a:endParaRPr lang="zh-CN"/></a:p></c:txPr>'
    )


_LEVEL = ' rot="0" vert="horz"'
"""Names that slant for want of room are none of ours."""

_ONE_LINE = ' wrap="none"'


def _solid(shade: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{shade}"/></a:solidFill>'


def _line(shade: str, weight_pt: float, dash: str = "solid") -> str:
    preset = {"solid": "solid", "dash": "dash", "dot": "sysDot", "dashdot": "dashDot"}[dash]
    weight = round(weight_pt * EMU_PER_PT)
    return f'<a:ln w="{weight}" cap="flat">{_solid(shade)}<a:prstDash val="{preset}"/></a:ln>'


# --- data ------------------------------------------------------------------------------------


def _names(cells: str, names: Iterable[str]) -> str:
    kept = list(names)
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{escape(name)}</c:v></c:pt>' for index, name in enumerate(kept)
    )
    return (
        f"<c:strRef><c:f>{cells}</c:f><c:strCache>"
        f'<c:ptCount val="{len(kept)}"/>{points}</c:strCache></c:strRef>'
    )


def _numbers(cells: str, values: tuple[Decimal, ...], form: str) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value:f}</c:v></c:pt>' for index, value in enumerate(values)
    )
    return (
        f"<c:numRef><c:f>{cells}</c:f><c:numCache><c:formatCode>{form}</c:formatCode>"
        f'<c:ptCount val="{len(values)}"/>{points}</c:numCache></c:numRef>'
    )


def _head(number: int, series: Series) -> str:
    name = _names(cell_of_name(number), (series.name,))
    return f'<c:idx val="{number}"/><c:order val="{number}"/><c:tx>{name}</c:tx>'


def _data(number: int, chart: Chart, names: tuple[str, ...]) -> str:
    values = chart.series[number].values
    return (
        f"<c:cat>{_names(cells_of_categories(chart), names)}</c:cat>"
        f"<c:val>{_numbers(cells_of_values(chart, number), values, number_format(chart))}</c:val>"
    )


def _labels(chart: Chart, place: str, measures: Measures, below: Iterable[int] = ()) -> str:
    """The numbers at the marks; those at the marks `below` stand under them."""
    others = "".join(
        f'<c:dLbl><c:idx val="{index}"/>{_label(chart, "b", measures)}</c:dLbl>' for index in below
    )
    return f"<c:dLbls>{others}{_label(chart, place, measures)}</c:dLbls>"


def _label(chart: Chart, place: str, measures: Measures) -> str:
    return (
        f'<c:numFmt formatCode="{number_format(chart)}" sourceLinked="0"/>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{_text(measures)}"
        f'<c:dLblPos val="{place}"/>'
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/>'
        '<c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )


# --- columns ---------------------------------------------------------------------------------

_WIDEST_GAP = 500


def _bars(chart: Chart, layout: Layout, measures: Measures) -> str:
    direction = "bar" if layout.is_lying else "col"
    count = len(chart.series)
    gap = min(_WIDEST_GAP, round((layout.slot / layout.bar - count) * 100))
    series = "".join(
        f"<c:ser>{_head(number, own)}"
        f"<c:spPr>{_solid(LOOKS[number].fill)}{_line(OUTLINE, OUTLINE_PT)}</c:spPr>"
        f'<c:invertIfNegative val="0"/>{_labels(chart, "outEnd", measures)}'
        f"{_data(number, chart, layout.names)}</c:ser>"
        for number, own in enumerate(chart.series)
    )
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="clustered"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/><c:overlap val="0"/>'
        f'<c:axId val="{_NAME_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
    )


# --- lines -----------------------------------------------------------------------------------


def _lines(chart: Chart, layout: Layout, measures: Measures) -> str:
    series = "".join(
        f"<c:ser>{_head(number, own)}{_line_look(LOOKS[number])}"
        f"{_labels(chart, 't', measures, _below(chart, layout)) if layout.shows_values else ''}"
        f'{_data(number, chart, layout.names)}<c:smooth val="0"/></c:ser>'
        for number, own in enumerate(chart.series)
    )
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/><c:axId val="{_NAME_AXIS}"/><c:axId val="{_VALUE_AXIS}"/>'
        "</c:lineChart>"
    )


def _below(chart: Chart, layout: Layout) -> tuple[int, ...]:
    return tuple(i for i in range(len(layout.names)) if stands_below(chart, layout, i))


def _line_look(look: ChartLook) -> str:
    outline = f'<a:ln w="{round(EMU_PER_PT)}">{_solid(look.line)}</a:ln>'
    return (
        f"<c:spPr>{_line(look.line, LINE_PT, look.dash)}</c:spPr>"
        f'<c:marker><c:symbol val="{look.marker}"/><c:size val="{round(MARKER_PT)}"/>'
        f"<c:spPr>{_solid(look.marker_fill)}{outline}</c:spPr></c:marker>"
    )


# --- axes and legend -------------------------------------------------------------------------


def _axes(chart: Chart, layout: Layout, measures: Measures) -> str:
    """The names below or on the left, the first on top where columns lie; numbers only where the
    marks have none.
    """
    order = "maxMin" if layout.is_lying else "minMax"
    names_at, values_at = ("l", "t") if layout.is_lying else ("b", "l")
    weight = measures.rules.chart_rule_pt
    has_axis = not layout.shows_values
    least = min(value for series in chart.series for value in series.values)
    zero = '<c:min val="0"/>' if least >= 0 else ""
    grid = f"<c:majorGridlines><c:spPr>{_line(GRID, weight)}</c:spPr></c:majorGridlines>"
    return (
        f'<c:catAx><c:axId val="{_NAME_AXIS}"/>'
        f'<c:scaling><c:orientation val="{order}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{names_at}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{_line(AXIS, weight)}</c:spPr>{_text(measures, _LEVEL)}"
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="60"/><c:tickLblSkip val="1"/>'
        '<c:noMultiLvlLbl val="1"/></c:catAx>'
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/>'
        f'<c:scaling><c:orientation val="minMax"/>{zero}</c:scaling>'
        f'<c:delete val="{int(not has_axis)}"/><c:axPos val="{values_at}"/>'
        f"{grid if has_axis else ''}"
        f'<c:numFmt formatCode="{number_format(chart)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_text(measures)}"
        f'<c:crossAx val="{_NAME_AXIS}"/><c:crosses val="autoZero"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _legend(layout: Layout, measures: Measures) -> str:
    if not layout.has_legend:
        return ""
    words = _text(measures)
    return f'<c:legend><c:legendPos val="t"/><c:overlay val="0"/>{words}</c:legend>'


# --- shares ----------------------------------------------------------------------------------


def _pie(chart: Chart, layout: Layout, measures: Measures) -> str:
    """One slice for each category, its name and its share beside it."""
    count = len(chart.categories)
    slices = "".join(
        f'<c:dPt><c:idx val="{index}"/><c:bubble3D val="0"/>'
        f"<c:spPr>{_solid(slice_fill(index, count))}{_line(PAPER, SLICE_GAP_PT)}</c:spPr></c:dPt>"
        for index in range(count)
    )
    labels = (
        '<c:dLbls><c:numFmt formatCode="0.0%" sourceLinked="0"/>'
        "<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>"
        f"{_text(measures, _ONE_LINE)}"
        '<c:dLblPos val="outEnd"/>'
        '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="1"/>'
        '<c:showSerName val="0"/><c:showPercent val="1"/><c:showBubbleSize val="0"/>'
        '<c:separator> </c:separator><c:showLeaderLines val="0"/></c:dLbls>'
    )
    return (
        f'<c:pieChart><c:varyColors val="1"/><c:ser>{_head(0, chart.series[0])}{slices}{labels}'
        f"{_data(0, chart, layout.names)}</c:ser>"
        f'<c:firstSliceAng val="{layout.start_degrees}"/></c:pieChart>'
    )
