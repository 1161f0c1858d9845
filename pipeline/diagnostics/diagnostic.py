"""What is wrong in an input, where, and how to fix it: values, never exceptions."""

from dataclasses import dataclass
from pathlib import Path

from wcwidth import wcswidth

from pipeline.messages import FAULTS, Fault, Lang, Severity
from pipeline.rules import RULES

__all__ = [
    "Diagnostic",
    "Lang",
    "Location",
    "Severity",
    "cell_name",
    "columns_of",
    "describe",
    "diagnose",
    "has_errors",
]


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a text file, or in a workbook where `sheet` names one of its sheets.

    The one sheet of a .csv has the empty name. Line and column count from 1: lines and characters
    of a text, rows and columns of a sheet.
    """

    file: Path
    line: int
    column: int
    length: int = 1
    sheet: str | None = None

    def __str__(self) -> str:
        if self.sheet is not None:
            sheet = f"{self.sheet}!" if self.sheet else ""
            return f"{self.file}#{sheet}{cell_name(self.line, self.column)}"
        return f"{self.file}:{self.line}:{self.column}"


def cell_name(row: int, column: int) -> str:
    """A cell as Excel names it: row 12 of column 3 is C12."""
    letters = ""
    while column > 0:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return f"{letters}{row}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: its code names an entry of `messages.FAULTS`, its details fill that entry.

    What is wrong with the text itself has a rule of `rules.RULES` for its code. `weight` is the
    severity that an office gives it instead of its own.
    """

    code: str
    location: Location | None
    details: tuple[tuple[str, str], ...] = ()
    weight: Severity | None = None

    @property
    def severity(self) -> Severity:
        return self.weight or _fault(self.code).severity

    @property
    def sort_key(self) -> tuple[int, int]:
        """Its place in the file, for findings of one file to be reported in order."""
        return (self.location.line, self.location.column) if self.location else (0, 0)

    def message(self, lang: Lang) -> str:
        """What is wrong, in one sentence."""
        return _fault(self.code).message(lang).format_map(dict(self.details))

    def hint(self, lang: Lang) -> str:
        """What its author does about it."""
        return _fault(self.code).hint(lang).format_map(dict(self.details))

    def as_record(self, lang: Lang) -> dict[str, str | int | None]:
        """The flat form that `--json` prints."""
        place = self.location
        return {
            "code": self.code,
            "severity": self.severity.value,
            "file": str(place.file) if place else None,
            "line": place.line if place else None,
            "column": place.column if place else None,
            **({"sheet": place.sheet} if place and place.sheet is not None else {}),
            "message": self.message(lang),
            "hint": self.hint(lang),
        }


def diagnose(code: str, location: Location | None, **details: object) -> Diagnostic:
    """A Diagnostic of `code`; a code that the catalogue does not have is a KeyError here."""
    if code not in FAULTS and code not in RULES:
        raise KeyError(code)
    return Diagnostic(code, location, tuple((name, str(value)) for name, value in details.items()))


def _fault(code: str) -> Fault:
    return FAULTS[code] if code in FAULTS else RULES[code].fault


def has_errors(diagnostics: tuple[Diagnostic, ...], *, strict: bool = False) -> bool:
    """Whether one of them stops a build; under `strict` a warning does too."""
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(diagnostic.severity in fatal for diagnostic in diagnostics)


def describe(diagnostic: Diagnostic, source: str | None, lang: Lang) -> str:
    """The lines a person reads: place and message, the source line, a caret under it, the fix.

    `source` is the text of the file that the location names, or None where it cannot be shown.
    """
    place = f"{diagnostic.location}: " if diagnostic.location else ""
    lines = [f"{place}{diagnostic.severity}[{diagnostic.code}] {diagnostic.message(lang)}"]
    if source is not None and diagnostic.location is not None:
        lines += _quote(source, diagnostic.location)
    label = "改法" if lang is Lang.ZH else "hint"
    lines.append(f"  {label}: {diagnostic.hint(lang)}")
    return "\n".join(lines)


_QUOTED_COLUMNS = 72
_CUT = "…"


def _quote(source: str, place: Location) -> list[str]:
    # str.splitlines would also split at U+2028 and form feeds, which YAML does not count as lines.
    rows = source.replace("\r\n", "\n").split("\n") if place.sheet is None else []
    if not 1 <= place.line <= len(rows):
        return []
    row = _printable(rows[place.line - 1])
    caret = min(max(place.column, 1) - 1, len(row))
    start, end = _window(row, caret)
    before = (_CUT if start else "") + row[start:caret]
    after = row[caret:end] + (_CUT if end < len(row) else "")
    marked = row[caret : min(caret + place.length, end)]
    gutter = str(place.line)
    return [
        f"  {gutter} | {before}{after}",
        f"  {' ' * len(gutter)} | {' ' * columns_of(before)}{'^' * max(1, columns_of(marked))}",
    ]


def _window(row: str, caret: int) -> tuple[int, int]:
    """The span of a row that is shown: all of it, or what fits around the caret."""
    if columns_of(row) <= _QUOTED_COLUMNS:
        return 0, len(row)
    start, room = caret, _QUOTED_COLUMNS // 2
    while start > 0 and (room := room - columns_of(row[start - 1])) >= 0:
        start -= 1
    end, room = caret, _QUOTED_COLUMNS - columns_of(row[start:caret]) - 2 * len(_CUT)
    while end < len(row) and (room := room - columns_of(row[end])) >= 0:
        end += 1
    return start, end


def _printable(row: str) -> str:
    """The row with each tab as one blank and each control character made visible."""
    return "".join(
        " " if char == "\t" else char if char.isprintable() or char == "\u3000" else "\ufffd"
        for char in row
    )


def columns_of(text: str) -> int:
    """Terminal columns that a text takes: two for a 汉字, one for a Latin letter."""
    return max(0, wcswidth(text))
