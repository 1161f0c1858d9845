"""The workbooks and .csv files that a report names: each opened once, its sheets found by name."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.diagnostics.diagnostic import Diagnostic, Location, cell_name, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load.sheets import (
    Address,
    Area,
    Book,
    CellKind,
    Sheet,
    SheetCell,
    read_address,
    read_book,
)
from pipeline.validate.folder import find_inside
from pipeline.validate.tree import InputTree

_MOST_SHOWN = 5
_NO_SHEETS = (
    ".csv 没有工作表：整张表只写文件名，“#”后面写单元格或区域，取数时也可以写列名",
    "a .csv has no sheets: write the file alone, or a cell, a range or a column behind the “#”",
)


@dataclass(frozen=True, slots=True)
class Found:
    """What a source names, found: `area` and `name` are both None where all of a sheet is meant."""

    book: Book
    sheet: Sheet
    area: Area | None
    name: str | None
    place: Location
    """Of the source, in the input."""

    @property
    def words(self) -> dict[str, str]:
        """The sheet in both languages, for the details of a diagnostic."""
        return describe_sheet(self.book, self.sheet)

    def cell_place(self, row: int, column: int) -> Location:
        return self.book.place(self.sheet, row, column)


@dataclass(slots=True)
class Books:
    """Opens what sources name, and keeps what is wrong, reported once however often it is named."""

    input_: InputTree
    opened: dict[str, Book | None] = field(default_factory=dict)
    faults: dict[Diagnostic, None] = field(default_factory=dict)
    used: dict[Location, str] = field(default_factory=dict)
    """The texts that were taken into the report, by their cells."""

    formats: set[str] = field(default_factory=set)
    """Number formats that are not known and were reported."""

    def find(self, source: str, place: Location) -> Found | None:
        """What a source names; None where that cannot be said, which is reported."""
        address = read_address(source)
        if address is None:
            self.report("source-form", place, found=source)
            return None
        book = self._open(address.file, place)
        if book is None:
            return None
        sheet, name = self._choose(book, address, place)
        return Found(book, sheet, address.area, name, place) if sheet else None

    def hashes(self) -> dict[str, str]:
        """The files that were read, with the SHA-256 of their bytes."""
        return {name: book.sha256 for name, book in sorted(self.opened.items()) if book}

    def report(self, code: str, place: Location, **details: object) -> None:
        self.faults[diagnose(code, place, **details)] = None

    def take(self, found: Found, at: tuple[int, int], *, as_shown: bool = True) -> SheetCell:
        """A cell as a person sees it, its oddities reported; a sum asks for its number alone."""
        cell = found.sheet.seen(*at)
        place, where = found.cell_place(*at), found.words
        if as_shown:
            self.used[place] = cell.text
        name = cell_name(*at)
        if cell.kind is CellKind.ERROR:
            self.report("cell-error", place, **where, cell=name, found=cell.text)
        elif cell.kind is CellKind.UNCALCULATED:
            self.report("cell-uncalculated", place, **where, cell=name)
        if cell.unread_format and as_shown and cell.unread_format not in self.formats:
            self.formats.add(cell.unread_format)
            details = {"format": cell.unread_format, "found": cell.text}
            self.report("cell-format", place, **where, cell=name, **details)
        if cell.dropped:
            points = "、".join(f"U+{ord(char):04X}" for char in cell.dropped)
            self.report("cell-invisible", place, **where, cell=name, found=points)
        return cell

    def report_hidden(self, found: Found, cells: Iterable[tuple[int, int]]) -> None:
        """That hidden rows, columns or a hidden sheet are among what was taken."""
        cells = tuple(cells)
        sheet = found.sheet
        rows = sorted({row for row, _ in cells} & sheet.hidden_rows)
        columns = sorted({column for _, column in cells} & sheet.hidden_columns)
        if not (rows or columns or sheet.is_hidden) or not cells:
            return
        letters = [cell_name(1, column)[:-1] for column in columns]
        zh, en = [], []
        if sheet.is_hidden:
            zh, en = ["工作表（整张）"], ["sheet (all of it)"]
        if rows:
            is_filtered = sheet.is_filtered
            zh.append(f"{'筛选掉的' if is_filtered else ''}行（第 {_some(rows)} 行）")
            en.append(f"rows ({_some(rows, ', ')}{', filtered out' if is_filtered else ''})")
        if letters:
            zh.append(f"列（{_some(letters)} 列）")
            en.append(f"columns ({_some(letters, ', ')})")
        first = (rows[0] if rows else cells[0][0], columns[0] if columns else cells[0][1])
        what = {"what_zh": "、".join(zh), "what_en": " and ".join(en)}
        self.report("source-hidden", found.cell_place(*first), **found.words, **what)

    def report_empty(self, found: Found, cells: Area | None) -> None:
        zh, en = (str(cells),) * 2 if cells else ("全部单元格", "every cell")
        self.report("source-empty", found.place, **found.words, cells_zh=zh, cells_en=en)

    def report_ragged(self, found: Found, rows: Iterable[int]) -> bool:
        """Whether lines of a .csv among those used have more or fewer fields than the others."""
        ragged = found.sheet.ragged
        wrong = [(row, ragged[row]) for row in rows if row in ragged]
        for row, count in wrong:
            details = {"line": row, "found": count, "wanted": found.sheet.width}
            name = found.book.path.name
            self.report("csv-ragged", found.cell_place(row, 1), name=name, **details)
        return bool(wrong)

    def report_unknown_sheet(self, book: Book, name: str, place: Location) -> None:
        names = [key for key in book.sheets if key]
        allowed = " / ".join(names[:_MOST_SHOWN])
        self.report(
            "source-sheet-unknown",
            place,
            file=book.path.name,
            found=name,
            **offer(find_nearest(name, names)),
            allowed_zh=f"工作表有：{allowed}" if allowed else _NO_SHEETS[0],
            allowed_en=f"it has: {allowed}" if allowed else _NO_SHEETS[1],
        )

    def _open(self, name: str, place: Location) -> Book | None:
        if name not in self.opened:
            self.opened[name] = self._read(name, place)
        return self.opened[name]

    def _read(self, name: str, place: Location) -> Book | None:
        folder = self.input_.source.path.parent
        try:
            file = find_inside(folder, name, place)
            book = file if isinstance(file, Diagnostic) else read_book(file)
        except ValueError:
            self.report("source-form", place, found=name)
            return None
        # What is wrong with a file as a whole is reported where it is named.
        if isinstance(book, Diagnostic):
            self.faults[replace(book, location=place)] = None
            return None
        for note in book.notes:
            self.faults[replace(note, location=place)] = None
        return book

    def _choose(
        self, book: Book, address: Address, place: Location
    ) -> tuple[Sheet | None, str | None]:
        """The sheet that is meant, and the name of a column of it where the source has one."""
        if address.sheet is not None:
            return self._named(book, address.sheet, place), address.name
        if address.name is not None and (sheet := _by_name(book.sheets, address.name)):
            return sheet, None
        filled = [sheet for sheet in book.sheets.values() if sheet.cells] or [*book.sheets.values()]
        if len(filled) == 1:
            return filled[0], address.name
        names = " / ".join(sheet.name for sheet in filled[:_MOST_SHOWN])
        details = {"file": book.path.name, "count": len(filled), "allowed": names}
        self.report("source-sheet-needed", place, **details)
        return None, None

    def _named(self, book: Book, name: str, place: Location) -> Sheet | None:
        sheet = _by_name(book.sheets, name)
        if sheet is None:
            self.report_unknown_sheet(book, name, place)
        return sheet


def _by_name(sheets: Mapping[str, Sheet], name: str) -> Sheet | None:
    """A sheet by its name, large and small letters alike as in Excel."""
    found = (sheet for key, sheet in sheets.items() if key and key.casefold() == name.casefold())
    return next(found, None)


def describe_sheet(book: Book, sheet: Sheet) -> dict[str, str]:
    file = f"“{book.path.name}”"
    if not book.is_workbook:
        return {"sheet_zh": file, "sheet_en": file}
    return {
        "sheet_zh": f"{file}工作表“{sheet.name}”",
        "sheet_en": f"sheet “{sheet.name}” of {file}",
    }


def _some(items: list[int] | list[str], between: str = "、") -> str:
    """The first few of a list, with a mark where there are more."""
    shown = between.join(str(item) for item in items[:_MOST_SHOWN])
    return shown + ("…" if len(items) > _MOST_SHOWN else "")


def some_cells(cells: Iterable[tuple[int, int] | Area]) -> str:
    """The first few cells or areas by their names."""
    return _some([str(at) if isinstance(at, Area) else cell_name(*at) for at in cells])


def one_line(text: str) -> str:
    """A text without its line breaks, and without blanks beside Chinese characters."""
    return _BLANKS.sub("", " ".join(text.split()))


_BLANKS = re.compile(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])")
