"""A sheet for each annex: what it is called, its paragraphs and pictures, then its table."""

from collections.abc import Mapping

from pipeline.diagnostics.diagnostic import columns_of
from pipeline.load.yaml_text import Path, Tree
from pipeline.model.report import ANNEXES
from pipeline.tasks.form.page import FIRST_ROW, Ask, FormCell, FormLook, FormPage, Used
from pipeline.tasks.form.paths import leaves, write_path
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
    annex_sheet,
)

_BANNER = (
    "名称、段落、图片写在上面，表格写在“表头”下面，一行一格；合并表头就合并单元格。"
    "没有的项目空着。再要一个附件，就把这张表复制一份。"
)
_LEAST_COLUMNS = 6
_TEXT_WIDTH = 96.0
_NARROWEST, _WIDEST = 8.0, 36.0
_NAME, _PARAGRAPHS, _PICTURES, _TABLE = "名称", "段落", "图片", "表格"
_FILE, _CAPTION, _COLUMNS, _ROWS, _WIDTHS = "文件", "说明", "列", "行", "列宽"


def write_annexes(tree: Mapping[str, Tree]) -> tuple[list[FormPage], Used]:
    """The pages, at least one, and the values that they show."""
    annexes = tree.get(ANNEXES, ())
    used: Used = set()
    pages: list[FormPage] = []
    if isinstance(annexes, list | tuple) and all(isinstance(item, Mapping) for item in annexes):
        used.add((ANNEXES,))
        pages = [
            _Writing((ANNEXES, index), annex).page(annex_sheet(index + 1))
            for index, annex in enumerate(annexes)
            if isinstance(annex, Mapping)
        ]
    return pages or [_Writing((ANNEXES, 0), {}).page(annex_sheet(1))], used


class _Writing:
    """One annex, laid out row by row."""

    def __init__(self, path: Path, annex: Mapping[str, Tree]) -> None:
        self._path = path
        self._rest = dict(annex)
        self._table = _Table.of(annex.get(_TABLE))
        self._columns = max(_LEAST_COLUMNS, self._table.columns if self._table else 0)
        self._cells: dict[tuple[int, int], FormCell] = {}
        self._row = FIRST_ROW - 1

    def page(self, name: str) -> FormPage:
        self._cells[1, 1] = FormCell(_BANNER, FormLook.BANNER, columns=self._columns + 1)
        self._line(ANNEX_NAME, self._take_text(_NAME), (_NAME,))
        for index, text in enumerate(self._take_texts()):
            self._line(PARAGRAPH, text, (_PARAGRAPHS, index))
        for index, (file, caption) in enumerate(self._take_pictures()):
            self._line(PICTURE_FILE, file, (_PICTURES, index, _FILE))
            self._line(PICTURE_CAPTION, caption, (_PICTURES, index, _CAPTION))
        self._extras()
        self._write_table()
        labels = Ask(1, FIRST_ROW, 200, "这一行是什么", "表格的行空着不填。", ANNEX_LABELS)
        widths = (12.0, *self._widths())
        return FormPage(name, self._cells, widths, 1, FIRST_ROW - 1, (labels,), is_wide=True)

    def _line(self, label: str, text: str, path: Path) -> None:
        self._cells[self._row, 1] = FormCell(label, FormLook.LABEL)
        where = (*self._path, *path)
        self._cells[self._row, 2] = FormCell(
            text, FormLook.INPUT, columns=self._columns, path=where
        )
        self._row += 1

    def _take_text(self, key: str) -> str:
        value = self._rest.get(key)
        return str(self._rest.pop(key)) if isinstance(value, str) else ""

    def _take_texts(self) -> tuple[str, ...]:
        """The paragraphs, with a blank one where there is none, for the clerk to fill in."""
        value = self._rest.get(_PARAGRAPHS, ())
        if isinstance(value, str):
            value = [value]
        if not isinstance(value, list | tuple):
            return ()
        texts = tuple(text for text in value if isinstance(text, str) and text.strip())
        if len(texts) < len(value):
            return ()
        self._rest.pop(_PARAGRAPHS, None)
        return texts or ("",)

    def _take_pictures(self) -> tuple[tuple[str, str], ...]:
        value = self._rest.get(_PICTURES, ())
        if not isinstance(value, list | tuple) or not all(map(_is_picture, value)):
            return ()
        self._rest.pop(_PICTURES, None)
        found = tuple((str(item[_FILE]), str(item[_CAPTION])) for item in value)
        return found or (("", ""),)

    def _extras(self) -> None:
        """What has no line of its own: the way to it, and behind that its text."""
        rest = dict(self._rest)
        if self._table is not None:
            table = self._table.rest
            rest = (
                {**rest, _TABLE: table} if table else {k: v for k, v in rest.items() if k != _TABLE}
            )
        for path, value in leaves(rest):
            if not path:
                continue
            where = (*self._path, *path)
            content = value if isinstance(value, str) else ""
            self._cells[self._row, 1] = FormCell(EXTRA, FormLook.LABEL)
            self._cells[self._row, 2] = FormCell(
                write_path(path, value), FormLook.INPUT, path=where
            )
            wide = self._columns - 1
            self._cells[self._row, 3] = FormCell(content, FormLook.INPUT, columns=wide, path=where)
            self._row += 1

    def _write_table(self) -> None:
        table = self._table
        path = (*self._path, _TABLE)
        for number, width in enumerate(table.widths if table else (), start=2):
            self._cells[self._row, 1] = FormCell(TABLE_WIDTHS, FormLook.LABEL)
            self._cells[self._row, number] = FormCell(width, FormLook.INPUT, path=(*path, _WIDTHS))
        self._row += 1 if table and table.widths else 0
        depth = table.depth if table else 1
        self._cells[self._row, 1] = FormCell(TABLE_HEAD, FormLook.LABEL, rows=depth)
        for (row, column), cell in (table.head(path) if table else {}).items():
            self._cells[self._row + row, column + 2] = cell
        self._row += depth
        for index, texts in enumerate(table.rows if table else ()):
            if not any(text.strip() for text in texts):
                self._cells[self._row, 1] = FormCell(EMPTY_ROW, FormLook.LABEL)
            for column, text in enumerate(texts, start=2):
                where = (*path, _ROWS, index, column - 2)
                self._cells[self._row, column] = FormCell(text, FormLook.INPUT, path=where)
            self._row += 1

    def _widths(self) -> tuple[float, ...]:
        """Of the columns of the table, by what they hold; texts above go over all of them."""
        longest = [_NARROWEST] * self._columns
        for (_, column), cell in self._cells.items():
            if cell.columns == 1 and cell.look in (FormLook.INPUT, FormLook.COLUMN) and column > 1:
                wanted = min(_WIDEST, columns_of(str(cell.content)) + 2.0)
                longest[column - 2] = max(longest[column - 2], wanted)
        missing = max(0.0, _TEXT_WIDTH - sum(longest)) / self._columns
        return tuple(width + missing for width in longest)


def _is_picture(value: Tree) -> bool:
    """Whether a picture has its file and its caption and nothing else."""
    return (
        isinstance(value, Mapping)
        and value.keys() == {_FILE, _CAPTION}
        and all(isinstance(text, str) and text.strip() for text in value.values())
    )


class _Table:
    """A table whose headers and rows can be drawn cell by cell."""

    def __init__(self, table: Mapping[str, Tree], columns: list[Tree]) -> None:
        self._headers = columns
        self.columns = sum(map(_leaf_count, columns))
        self.depth = max(map(_depth, columns))
        self.rest = {
            key: value for key, value in table.items() if key not in (_COLUMNS, _ROWS, _WIDTHS)
        }
        rows, widths = table.get(_ROWS, ()), table.get(_WIDTHS, ())
        self.rows = tuple(tuple(map(str, row)) for row in rows) if _are_rows(rows) else ()
        if not _are_rows(rows):
            self.rest[_ROWS] = rows
        are_widths = isinstance(widths, list | tuple) and all(map(_is_word, widths))
        self.widths = tuple(map(str, widths)) if are_widths else ()
        if not are_widths:
            self.rest[_WIDTHS] = widths

    @classmethod
    def of(cls, table: Tree | None) -> "_Table | None":
        columns = table.get(_COLUMNS) if isinstance(table, Mapping) else None
        if (
            not isinstance(columns, list | tuple)
            or not columns
            or not all(map(_is_header, columns))
        ):
            return None
        return cls(table, list(columns))  # type: ignore[arg-type]

    def head(self, path: Path) -> dict[tuple[int, int], FormCell]:
        """The header's cells by row and column from 0, merged where they span several."""
        cells: dict[tuple[int, int], FormCell] = {}
        _write_headers(self._headers, (0, 0), self.depth, (*path, _COLUMNS), cells)
        return cells


def _write_headers(
    headers: Tree,
    corner: tuple[int, int],
    depth: int,
    path: Path,
    cells: dict[tuple[int, int], FormCell],
) -> None:
    """Adds the cells of some headers, the first of them at `corner`, over `depth` rows."""
    row, column = corner
    for index, header in enumerate(headers):
        here = (*path, index)
        if isinstance(header, Mapping):
            count = _leaf_count(header)
            name = str(header[_NAME])
            cells[row, column] = FormCell(name, FormLook.COLUMN, columns=count, path=here)
            inner = (row + 1, column)
            _write_headers(header[_COLUMNS], inner, depth - 1, (*here, _COLUMNS), cells)
            column += count
        else:
            cells[row, column] = FormCell(str(header), FormLook.COLUMN, rows=depth, path=here)
            column += 1


def _is_word(value: Tree) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_header(value: Tree) -> bool:
    if isinstance(value, Mapping):
        columns = value.get(_COLUMNS)
        are_named = value.keys() == {_NAME, _COLUMNS} and _is_word(value[_NAME])
        is_list = isinstance(columns, list | tuple) and bool(columns)
        return are_named and is_list and all(map(_is_header, columns or ()))
    return _is_word(value)


def _leaf_count(header: Tree) -> int:
    return sum(map(_leaf_count, header[_COLUMNS])) if isinstance(header, Mapping) else 1


def _depth(header: Tree) -> int:
    return 1 + max(map(_depth, header[_COLUMNS])) if isinstance(header, Mapping) else 1


def _are_rows(rows: Tree) -> bool:
    return isinstance(rows, list | tuple) and all(
        isinstance(row, list | tuple) and row and all(isinstance(cell, str) for cell in row)
        for row in rows
    )
