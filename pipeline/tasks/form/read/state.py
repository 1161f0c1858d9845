"""What is read of a workbook: the tree, the cell that each value came from, the faults."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.diagnostics.diagnostic import Diagnostic, Location, cell_name, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load.sheets import Book, CellKind, Sheet
from pipeline.load.yaml_text import Path, Tree
from pipeline.tasks.form.paths import write_path


@dataclass(slots=True)
class ImportState:
    """Filled sheet by sheet; what it holds at the end is the input."""

    book: Book
    tree: dict[str, Any] = field(default_factory=dict)
    faults: list[Diagnostic] = field(default_factory=list)
    values: dict[Path, Location] = field(default_factory=dict)
    keys: dict[Path, Location] = field(default_factory=dict)
    blanks: dict[str, Location] = field(default_factory=dict)
    """Where a field of the report would be filled in, by its name."""
    _reported: set[Diagnostic] = field(default_factory=set)

    def place(self, sheet: Sheet, row: int, column: int) -> Location:
        return self.book.place(sheet, row, column)

    def report(self, code: str, place: Location, **details: object) -> None:
        fault = diagnose(code, place, **details)
        if fault not in self._reported:
            self._reported.add(fault)
            self.faults.append(fault)

    def report_unknown(self, code: str, place: Location, found: str, known: Iterable[str]) -> None:
        """A word that is none of those that can stand there, with the nearest of them."""
        words = tuple(known)
        near = offer(find_nearest(found, words))
        self.report(code, place, found=found, allowed=" / ".join(words), **near)

    def read(self, sheet: Sheet, row: int, column: int, *, is_shared: bool = False) -> str:
        """The text of a cell without blanks at its ends; of a merged one only its first cell's.

        With `is_shared` each cell of a merged area has its text.
        """
        cell = sheet.seen(row, column) if is_shared else sheet.cell(row, column)
        place = self.place(sheet, row, column)
        words = {"sheet_zh": f"工作表“{sheet.name}”", "sheet_en": f"the sheet “{sheet.name}”"}
        where = {**words, "cell": cell_name(row, column)}
        if cell.kind is CellKind.ERROR:
            self.report("cell-error", place, **where, found=cell.text)
        elif cell.kind is CellKind.UNCALCULATED:
            self.report("cell-uncalculated", place, **where)
        elif cell.dropped:
            points = "、".join(f"U+{ord(char):04X}" for char in cell.dropped)
            self.report("cell-invisible", place, **where, found=points)
        return "" if cell.kind in (CellKind.ERROR, CellKind.UNCALCULATED) else cell.text.strip()

    def put(self, path: Path, value: Tree, place: Location) -> None:
        """A value at its place in the tree; one that is there already is reported instead."""
        if insert(self.tree, path, value):
            self.values[path] = place
        else:
            self.report_taken(write_path(path), path, place)

    def report_taken(self, name: str, path: Path, place: Location) -> None:
        """A value that cannot stand where it is meant to: given before, or after a gap."""
        first = self.place_of(path, is_key=True)
        if first is None:
            self.report("form-bad-path", place, found=name)
        else:
            cell = f"{first.sheet}!{cell_name(first.line, first.column)}"
            self.report("form-twice", place, name=name, first=cell)

    def place_of(self, path: Path, *, is_key: bool) -> Location | None:
        """The cell that a value or a key came from, or that which holds what it is a part of.

        Where it stands in no cell itself, that of the first of its own parts.
        """
        first, second = (self.keys, self.values) if is_key else (self.values, self.keys)
        for length in range(len(path), 0, -1):
            found = first.get(path[:length]) or second.get(path[:length])
            if found is not None:
                return found
        below = (place for inner, place in self.values.items() if inner[: len(path)] == path)
        return next(below, None)


def insert(tree: Any, path: Sequence[str | int], value: Tree) -> bool:
    """Puts a value into a tree of dicts and lists; False where the way there is taken or broken."""
    step, *rest = path
    if isinstance(step, int):
        if not isinstance(tree, list) or step > len(tree):
            return False
        is_new = step == len(tree)
    elif isinstance(tree, dict):
        is_new = step not in tree
    else:
        return False
    if not is_new:
        return bool(rest) and insert(tree[step], rest, value)
    if any(rest_step for rest_step in rest if isinstance(rest_step, int)):
        return False  # the second of a list whose first is not there
    grown = value
    for rest_step in reversed(rest):
        grown = [grown] if isinstance(rest_step, int) else {rest_step: grown}
    if isinstance(tree, list):
        tree.append(grown)
    else:
        tree[step] = grown
    return True
