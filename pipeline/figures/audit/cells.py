"""Tables as the audit reads them: cells that are numbers, blanks or words; names of rows."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from pipeline.figures.audit.statements import Statement
from pipeline.figures.facts import Quantity, ResolvedText, TextRole, read_quantity
from pipeline.model.report import ANNEXES, Annex, Report, TableInput
from pipeline.model.report.description import Path

_BLANKS = frozenset({"", "—", "——", "-", "－", "–", "/", "／", "无", "\\", "…"})
_TOTAL = re.compile(r"(?:.*(?:合计|总计|小计|共计)|总数|汇总)(?:[（(].*[）)])?")
_SUBTOTAL = re.compile(r".*小计(?:[（(].*[）)])?")
_UNIT_IN_NAME = re.compile(r"[（(](?:单位[:：])?([^（()）]{1,6})[）)]$")
_NO_COUNTS = re.compile(r"序号|编号|年份|年度|日期|时间|电话|号码|名次|排名|率|比|均")
"""Columns whose numbers no one adds up."""


@dataclass(frozen=True)
class AuditedCell:
    """A cell of a table: its text with figures filled in, and what it comes to as a number."""

    resolved: ResolvedText
    unit: str

    @cached_property
    def text(self) -> str:
        return self.resolved.text.strip()

    @property
    def reference(self) -> str | None:
        """The reference that all of it comes from; empty where it is partly typed."""
        shown = self.resolved.text
        start = len(shown) - len(shown.lstrip())
        statement = Statement(self.resolved, shown)
        return statement.reference_at(start, start + len(self.text))

    @property
    def is_blank(self) -> bool:
        return self.text in _BLANKS

    @cached_property
    def quantity(self) -> Quantity | None:
        """The number in the cell; a unit that its column names stands for one that it lacks."""
        return read_quantity(self.text) if self._has_unit else read_quantity(self.text, self.unit)

    @property
    def _has_unit(self) -> bool:
        found = read_quantity(self.text)
        return found is not None and found.unit != ""


@dataclass(frozen=True)
class AuditedTable:
    """A table of an annex: the names of its columns, and its rows of cells."""

    annex: Annex
    columns: tuple[str, ...]
    rows: tuple[tuple[AuditedCell, ...], ...]

    def label(self, row: int) -> str:
        """What a row is called: its first cell with words in it."""
        words = (cell.text for cell in self.rows[row] if not cell.is_blank and not cell.quantity)
        return next(words, "")

    def is_counted(self, column: int) -> bool:
        """Whether the numbers of a column can be added up."""
        return not _NO_COUNTS.search(self.columns[column])

    def total_rows(self) -> tuple[int, ...]:
        return tuple(row for row in range(len(self.rows)) if is_total(self.label(row)))

    def total_columns(self) -> tuple[int, ...]:
        return tuple(index for index, name in enumerate(self.columns) if is_total(name))


def is_total(name: str) -> bool:
    """Whether a row or a column is called a total; blanks within the word do not matter."""
    return _TOTAL.fullmatch(re.sub(r"\s", "", name)) is not None


def is_subtotal(name: str) -> bool:
    return _SUBTOTAL.fullmatch(re.sub(r"\s", "", name)) is not None


def bare_name(name: str) -> str:
    """The name of a column without the unit in its brackets."""
    return _UNIT_IN_NAME.sub("", name.strip()).strip()


def grids_of(report: Report, texts: Iterable[ResolvedText]) -> Iterator[AuditedTable]:
    """The tables of a report that have as many cells in each row as columns."""
    cells = {text.path: text for text in texts if text.role is TextRole.CELL}
    for number, annex in enumerate(report.annexes):
        table = annex.table
        if table is not None and all(len(row) == len(table.leaf_names) for row in table.rows):
            rows = _rows(table, (ANNEXES, number, "表格", "行"), cells)
            yield AuditedTable(annex, table.leaf_names, rows)


def _rows(
    table: TableInput, path: Path, cells: Mapping[Path, ResolvedText]
) -> tuple[tuple[AuditedCell, ...], ...]:
    units = [match[1] if (match := _UNIT_IN_NAME.search(n)) else "" for n in table.leaf_names]
    return tuple(
        tuple(AuditedCell(cells[*path, row, column], units[column]) for column in range(len(texts)))
        for row, texts in enumerate(table.rows)
    )
