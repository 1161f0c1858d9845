"""The headings of a sheet of rows, wherever they stand, and the rows below them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.load.sheets import Sheet
from pipeline.load.sheets.columns import squeeze
from pipeline.tasks.form.read.state import ImportState

_HEAD_ROWS = 20


@dataclass(frozen=True, slots=True)
class Headed:
    """A sheet whose headings were found: the row they stand in, and the column of each."""

    sheet: Sheet
    row: int
    columns: Mapping[str, int]

    def rows(self) -> Iterator[int]:
        """The rows below the headings that hold anything."""
        below = (at for at in self.sheet.cells if at[0] > self.row)
        return iter(sorted({at[0] for at in below if not self.sheet.cell(*at).is_empty}))


def read_headings(
    state: ImportState, sheet: Sheet, known: tuple[str, ...], needed: tuple[str, ...]
) -> Headed | None:
    """The headings of a sheet; None where none of those needed is there, which is reported.

    Reported as well: headings that are not known, those that are missing, texts below none.
    """
    right = sheet.used().right
    by_row = {row: _known_in(sheet, row, right, known) for row in range(1, _HEAD_ROWS + 1)}
    row = max(by_row, key=lambda number: len(by_row[number]))
    columns = by_row[row]
    if not set(columns) & set(needed):
        state.report("form-no-headings", state.place(sheet, 1, 1), wanted=" / ".join(needed))
        return None
    place = state.place(sheet, row, 1)
    for heading in needed:
        if heading not in columns:
            state.report("form-heading-missing", place, name=heading)
    headed = Headed(sheet, row, columns)
    _report_strange(state, headed, known)
    return headed


def _known_in(sheet: Sheet, row: int, right: int, known: tuple[str, ...]) -> dict[str, int]:
    names = {squeeze(heading): heading for heading in known}
    found: dict[str, int] = {}
    for column in range(1, right + 1):
        heading = names.get(squeeze(sheet.cell(row, column).text))
        if heading:
            found.setdefault(heading, column)
    return found


def _report_strange(state: ImportState, headed: Headed, known: tuple[str, ...]) -> None:
    """Headings that are not known, and texts in columns that have none."""
    sheet = headed.sheet
    others = set(range(1, sheet.used().right + 1)) - set(headed.columns.values())
    rows = tuple(headed.rows())
    for column in sorted(others):
        text = state.read(sheet, headed.row, column)
        place = state.place(sheet, headed.row, column)
        if text:
            left = tuple(name for name in known if name not in headed.columns)
            state.report_unknown("form-unknown-heading", place, text, left or known)
            continue
        for row in rows:
            if found := state.read(sheet, row, column):
                place = state.place(sheet, row, column)
                state.report("form-stray-text", place, found=shorten(found))


_SHOWN = 20


def shorten(text: str) -> str:
    """The beginning of a text, for a message."""
    line = text.replace("\n", " ")
    return line if len(line) <= _SHOWN else line[:_SHOWN] + "…"
