"""A sheet of an annex -> its name, paragraphs, pictures and table."""

from dataclasses import dataclass, field
from typing import Any

from pipeline.load.sheets import Sheet
from pipeline.load.sheets.columns import squeeze
from pipeline.load.yaml_text import Path
from pipeline.model.report import ANNEXES
from pipeline.tasks.form.paths import read_path
from pipeline.tasks.form.read.headings import shorten
from pipeline.tasks.form.read.state import ImportState, insert
from pipeline.tasks.form.read.table import read_table
from pipeline.tasks.form.words import (
    ANNEX_LABELS,
    ANNEX_NAME,
    EMPTY_ROW,
    EXTRA,
    PARAGRAPH,
    PICTURE_CAPTION,
    PICTURE_FILE,
    TABLE_HEAD,
    TABLE_WIDTHS,
)

_LABELS = {squeeze(label): label for label in ANNEX_LABELS}
_NAME, _PARAGRAPHS, _PICTURES, _TABLE = "名称", "段落", "图片", "表格"
_FILE, _CAPTION, _WIDTHS = "文件", "说明", "列宽"


def read_annexes(state: ImportState, sheets: list[Sheet]) -> None:
    """The annexes of the sheets that hold one, in the order given."""
    annexes: list[Any] = []
    for sheet in sheets:
        path = (ANNEXES, len(annexes))
        annex = _Annex(state, sheet, path).read()
        if annex:
            annexes.append(annex)
            state.values[path] = state.place(sheet, 1, 1)
    if annexes:
        state.tree[ANNEXES] = annexes


def is_annex(sheet: Sheet) -> bool:
    """Whether a sheet is laid out as one of an annex."""
    found = {_LABELS.get(squeeze(cell.text)) for _, cell in sheet.column(1)}
    return bool(found & {ANNEX_NAME, TABLE_HEAD, PICTURE_FILE})


@dataclass(slots=True)
class _Annex:
    state: ImportState
    sheet: Sheet
    path: Path
    annex: dict[str, Any] = field(default_factory=dict)
    _label: str = ""
    _table_at: int | None = None
    _widths: tuple[int, list[str]] | None = None
    _rows: list[tuple[int, bool]] = field(default_factory=list)
    """Rows below the table's head, and whether each is meant to be empty."""
    _right: int = 0

    def read(self) -> dict[str, Any]:
        used = self.sheet.used()
        self._right = used.right
        for row in range(1, used.bottom + 1):
            if (row, 1) not in self.sheet.merged:
                self._take(row)
        self._take_table()
        return self.annex

    def _take(self, row: int) -> None:
        typed = self.state.read(self.sheet, row, 1)
        label = _LABELS.get(squeeze(typed), "") if typed else ""
        text = self.state.read(self.sheet, row, 2)
        if typed and not label and not self._label and not self._table_at:
            return  # what stands above the first field is not the clerk's
        if typed and not label:
            place = self.state.place(self.sheet, row, 1)
            self.state.report_unknown("form-unknown-label", place, shorten(typed), ANNEX_LABELS)
        elif label == TABLE_HEAD:
            self._table_at = self._table_at or row
        elif label == TABLE_WIDTHS:
            self._widths = (row, self._texts(row))
        elif label == EMPTY_ROW or (not label and self._table_at):
            self._rows.append((row, label == EMPTY_ROW))
        else:
            self._take_line(row, label, text)

    def _take_line(self, row: int, label: str, text: str) -> None:
        place = self.state.place(self.sheet, row, 2)
        if not label:
            # A line below a paragraph goes on with the next one.
            label = PARAGRAPH if self._label == PARAGRAPH else ""
            if text and not label:
                self.state.report("form-label-missing", place, found=shorten(text))
        self._label = label or self._label
        if label == EXTRA:
            self._take_extra(row, text)
            return
        self._report_stray(row)
        if label == ANNEX_NAME and text:
            self._put((_NAME,), text, row)
        elif label == PARAGRAPH and text:
            self._put((_PARAGRAPHS, len(self.annex.get(_PARAGRAPHS, ()))), text, row)
        elif label == PICTURE_FILE and text:
            self._put((_PICTURES, len(self.annex.get(_PICTURES, ())), _FILE), text, row)
        elif label == PICTURE_CAPTION and text:
            self._take_caption(row, text)

    def _take_caption(self, row: int, text: str) -> None:
        pictures = self.annex.get(_PICTURES, ())
        is_next = bool(pictures) and _CAPTION not in pictures[-1]
        self._put((_PICTURES, len(pictures) - (1 if is_next else 0), _CAPTION), text, row)

    def _take_extra(self, row: int, words: str) -> None:
        text = self.state.read(self.sheet, row, 3)
        read = read_path(words)
        if read is None:
            place = self.state.place(self.sheet, row, 2)
            if words or text:
                self.state.report("form-bad-path", place, found=shorten(words or text))
            return
        path, empty = read
        self._put(path, text if empty is None else empty, row, column=3)

    def _put(self, path: Path, value: Any, row: int, column: int = 2) -> None:
        place = self.state.place(self.sheet, row, column)
        where = (*self.path, *path)
        if insert(self.annex, path, value):
            self.state.values[where] = place
        else:
            self.state.report_taken(str(path[-1]), where, place)

    def _texts(self, row: int) -> list[str]:
        columns = range(2, self._right + 1)
        texts = [self.state.read(self.sheet, row, column) for column in columns]
        while texts and not texts[-1]:
            texts.pop()
        return texts

    def _report_stray(self, row: int) -> None:
        for column in range(3, self._right + 1):
            if found := self.state.read(self.sheet, row, column):
                place = self.state.place(self.sheet, row, column)
                self.state.report("form-stray-text", place, found=shorten(found))

    def _take_table(self) -> None:
        path = (*self.path, _TABLE)
        table: dict[str, Any] = {}
        if self._table_at is not None:
            table = read_table(
                self.state, self.sheet, (self._table_at, self._right), self._rows, path
            )
        if self._widths and self._widths[1]:
            row, widths = self._widths
            table[_WIDTHS] = widths
            for index in range(len(widths)):
                self.state.values[*path, _WIDTHS, index] = self.state.place(
                    self.sheet, row, index + 2
                )
            self.state.values[*path, _WIDTHS] = self.state.place(self.sheet, row, 2)
        for key, value in table.items():
            if not insert(self.annex, (_TABLE, key), value):
                place = self.state.values.get((*path, key)) or self.state.place(self.sheet, 1, 1)
                self.state.report_taken(key, (*path, key), place)
