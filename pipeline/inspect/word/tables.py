"""The tables of a .docx: where their cells stand, how they are ruled, which are imprints.

Many offices set the imprint, or the line of number and signer, as a table without upright rules;
such a one is read as the paragraphs that it stands for.
"""

import re
from dataclasses import dataclass

from lxml import etree

from pipeline.inspect.roles import is_red
from pipeline.inspect.word.properties import (
    Border,
    points,
    read_borders,
    read_paragraph,
    read_run,
    whole,
)
from pipeline.inspect.word.styles import StyleSheet
from pipeline.inspect.word.theme import Theme
from pipeline.inspect.wordings import DOCUMENT_NUMBER
from pipeline.template.ooxml import TAG, words_of

_PADDING_PT = 5.4
"""Word's cell padding to the left and right where none is said: 108 twips."""
_WORD_2013 = 15
"""Before it the text of a table stood on the margin, and not its edge."""
_MOST_ROWS = 12
_MOST_COLUMNS = 2
_OFFICIAL = re.compile(r"抄\s*送\s*[：:]|主\s*送\s*[：:]|日\s*印\s*发|签发人")
_NUMBER_MARK = re.compile(r"[〔\[［（(【号]")
"""Without any of these a document number, written as loosely as it may be, is any number."""
_MARK_PT = 21.5
"""A red mark is at least so large: 2号 less a rounding."""


@dataclass(frozen=True, slots=True)
class SeenCell:
    """A cell: its edges from the left edge of the table, and its padding."""

    node: etree._Element
    left_pt: float
    width_pt: float
    padding_pt: tuple[float, float]
    borders: dict[str, Border]
    is_continued: bool


@dataclass(frozen=True, slots=True)
class SeenTable:
    """A table; `left_pt` is from the left edge of what holds it."""

    rows: tuple[tuple[SeenCell, ...], ...]
    left_pt: float
    width_pt: float
    borders: dict[str, Border]
    floating: etree._Element | None

    @property
    def is_official(self) -> bool:
        """Whether it stands for an imprint or for a line of the letterhead."""
        if not self.is_plain:
            return False
        cells = [cell for row in self.rows for cell in row]
        paragraphs = (words_of(node) for cell in cells for node in cell.node.iter(f"{TAG}p"))
        return any(_OFFICIAL.search(words_of(cell.node)) for cell in cells) or any(
            map(_is_document_number, paragraphs)
        )

    @property
    def is_plain(self) -> bool:
        """Whether it has few cells and no upright rules, so that it may only hold places."""
        is_small = len(self.rows) <= _MOST_ROWS and all(
            len(row) <= _MOST_COLUMNS for row in self.rows
        )
        return is_small and not self._has_upright_rules()

    def _has_upright_rules(self) -> bool:
        columns = max((len(row) for row in self.rows), default=0)
        sides = ("left", "right", "start", "end", *(("insideV",) if columns > 1 else ()))
        everywhere = [self.borders[side] for side in sides if side in self.borders]
        own = [cell.borders for row in self.rows for cell in row]
        drawn = [border for border in everywhere if border["weight_pt"]]
        if drawn and all(_says_none(borders) for borders in own):
            drawn = []
        drawn += [b[s] for b in own for s in sides[:4] if s in b and b[s]["weight_pt"]]
        return bool(drawn)

    @property
    def padding_pt(self) -> tuple[float, float]:
        """The padding of its outer cells, left and right; it may hang outside the type area."""
        row = next((row for row in self.rows if row), None)
        return (row[0].padding_pt[0], row[-1].padding_pt[1]) if row else (0.0, 0.0)

    def rule_above(self, index: int) -> Border | None:
        """The rule above row `index`, below the last for one behind it; None where none is."""
        is_first, is_last = index == 0, index == len(self.rows)
        side = "top" if is_first else "bottom" if is_last else "insideH"
        border = self.borders.get(side)
        if not is_last and self.rows[index]:
            border = self.rows[index][0].borders.get("top", border)
        if not is_first and self.rows[index - 1]:
            own = self.rows[index - 1][0].borders.get("bottom")
            border = own if own and (own["weight_pt"] or border is None) else border
        return border if border and border["weight_pt"] else None


def _is_document_number(text: str) -> bool:
    is_marked = _NUMBER_MARK.search(text) is not None
    return is_marked and DOCUMENT_NUMBER.fullmatch(text.strip()) is not None


def has_red_mark(node: etree._Element, sheet: StyleSheet, theme: Theme) -> bool:
    """Whether a w:tbl holds large red words, as the issuer's mark is (7.2.4)."""
    _, style = sheet.resolve(table_style(node))
    for paragraph in node.iter(f"{TAG}p"):
        own = read_paragraph(paragraph.find(f"{TAG}pPr"), theme)
        base = sheet.paragraph_run(own, style)
        for run in paragraph.iter(f"{TAG}r"):
            said = sheet.run(base, read_run(run.find(f"{TAG}rPr"), theme))
            is_large = said.get("size_pt", 0.0) >= _MARK_PT
            if is_large and is_red(said.get("color", "000000")) and words_of(run).strip():
                return True
    return False


def _says_none(borders: dict[str, Border]) -> bool:
    sides = (borders.get("left", borders.get("start")), borders.get("right", borders.get("end")))
    return all(side is not None and not side["weight_pt"] for side in sides)


def read_table(
    node: etree._Element, sheet: StyleSheet, theme: Theme, room_pt: float, compatibility: int
) -> SeenTable:
    """A w:tbl in a room of `room_pt`."""
    layers = _properties(node, sheet)
    grid = [points(column.get(f"{TAG}w")) for column in node.iterfind(f"{TAG}tblGrid/{TAG}gridCol")]
    padding = _padding(layers)
    rows = tuple(
        _read_row(row, grid, padding, theme)
        for row in node.iter(f"{TAG}tr")
        if next(row.iterancestors(f"{TAG}tbl")) is node
    )
    width = _width(layers, room_pt) or max(
        (row[-1].left_pt + row[-1].width_pt for row in rows if row), default=sum(grid)
    )
    borders: dict[str, Border] = {}
    for layer in layers:
        if (said := layer.find(f"{TAG}tblBorders")) is not None:
            borders |= read_borders(said, theme)
    return SeenTable(
        rows=rows,
        left_pt=_left(layers, room_pt, width, padding[0], compatibility),
        width_pt=width,
        borders=borders,
        floating=node.find(f"{TAG}tblPr/{TAG}tblpPr"),
    )


def table_style(node: etree._Element) -> str:
    """The id of a table's style."""
    style = node.find(f"{TAG}tblPr/{TAG}tblStyle")
    return "" if style is None else style.get(f"{TAG}val", "")


def _properties(node: etree._Element, sheet: StyleSheet) -> list[etree._Element]:
    """The w:tblPr of its style, from the one that it is based on, and its own."""
    chain = sheet.chain(table_style(node))
    layers = [style.table for style in reversed(chain) if style.table is not None]
    own = node.find(f"{TAG}tblPr")
    return layers if own is None else [*layers, own]


def _padding(layers: list[etree._Element]) -> tuple[float, float]:
    left = right = _PADDING_PT
    for layer in layers:
        for side in layer.iterfind(f"{TAG}tblCellMar/*"):
            match side.tag.removeprefix(TAG):
                case "left" | "start":
                    left = points(side.get(f"{TAG}w"))
                case "right" | "end":
                    right = points(side.get(f"{TAG}w"))
                case _:
                    pass
    return left, right


def _width(layers: list[etree._Element], room_pt: float) -> float:
    """What the table says of its width; 0 for nothing or automatic."""
    width = 0.0
    for layer in layers:
        node = layer.find(f"{TAG}tblW")
        if node is None:
            continue
        value = node.get(f"{TAG}w", "")
        match node.get(f"{TAG}type", "auto"):
            case "pct" if value.endswith("%"):
                width = room_pt * points(value[:-1], 0.01)
            case "pct":
                width = room_pt * whole(value) / 5000
            case "dxa":
                width = points(value)
            case _:
                width = 0.0
    return width


def _left(
    layers: list[etree._Element], room_pt: float, width: float, padding: float, compatibility: int
) -> float:
    align, indent = "", 0.0
    for layer in layers:
        if (node := layer.find(f"{TAG}jc")) is not None:
            align = node.get(f"{TAG}val", "")
        if (node := layer.find(f"{TAG}tblInd")) is not None:
            indent = points(node.get(f"{TAG}w"))
    match align:
        case "center":
            return (room_pt - width) / 2
        case "right" | "end":
            return room_pt - width
        case _:
            return indent - (padding if compatibility < _WORD_2013 else 0.0)


def _read_row(
    row: etree._Element, grid: list[float], padding: tuple[float, float], theme: Theme
) -> tuple[SeenCell, ...]:
    before = row.find(f"{TAG}trPr/{TAG}gridBefore")
    column = 0 if before is None else min(whole(before.get(f"{TAG}val")), len(grid))
    at = sum(grid[:column])
    cells = []
    for node in row.iter(f"{TAG}tc"):
        if next(node.iterancestors(f"{TAG}tr")) is not row:
            continue
        properties = node.find(f"{TAG}tcPr")
        span, width = _extent(properties)
        width = sum(grid[column : column + span]) or width
        cells.append(_read_cell(node, properties, (at, width), padding, theme))
        column, at = column + span, at + width
    return tuple(cells)


_MOST_SPAN = 63
"""Word's limit of columns."""


def _extent(properties: etree._Element | None) -> tuple[int, float]:
    span = None if properties is None else properties.find(f"{TAG}gridSpan")
    width = None if properties is None else properties.find(f"{TAG}tcW")
    is_length = width is not None and width.get(f"{TAG}type", "dxa") == "dxa"
    return (
        1 if span is None else max(1, min(_MOST_SPAN, whole(span.get(f"{TAG}val")))),
        points(width.get(f"{TAG}w")) if is_length and width is not None else 0.0,
    )


def _read_cell(
    node: etree._Element,
    properties: etree._Element | None,
    edges: tuple[float, float],
    padding: tuple[float, float],
    theme: Theme,
) -> SeenCell:
    def child(name: str) -> etree._Element | None:
        return None if properties is None else properties.find(TAG + name)

    said, merge = child("tcBorders"), child("vMerge")
    return SeenCell(
        node=node,
        left_pt=edges[0],
        width_pt=edges[1],
        padding_pt=padding,
        borders={} if said is None else read_borders(said, theme),
        is_continued=merge is not None and merge.get(f"{TAG}val", "continue") == "continue",
    )
