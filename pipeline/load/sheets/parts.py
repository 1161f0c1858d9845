"""The small parts of an .xlsx: its list of sheets, shared texts, number formats."""

import re
from dataclasses import dataclass
from posixpath import join, normpath

from pipeline.load.sheets.builtin import BUILTIN_FORMATS
from pipeline.load.sheets.formats import GENERAL
from pipeline.load.sheets.numbers import whole_number
from pipeline.load.sheets.package import WORKBOOK, WorkbookParts, damaged
from pipeline.load.sheets.scan import scan

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescape(text: str) -> str:
    """A text with `_x000D_` and the like as the characters that they stand for."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


@dataclass(frozen=True, slots=True)
class SheetEntry:
    """A sheet as the workbook lists it: its name, its part, and whether it is hidden."""

    name: str
    part: str
    is_hidden: bool


class _Workbook:
    """The sheets by the id of their relation, and the system of dates."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []
        self.is_1904 = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            links = (value for key, value in attributes.items() if key.endswith("}id"))
            is_hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), next(links, ""), is_hidden))
        elif name == "workbookPr":
            self.is_1904 = attributes.get("date1904") in ("1", "true")

    def text(self, text: str) -> None:
        pass

    def finish(self, name: str) -> None:
        pass


class _Relations:
    """The parts that are sheets of cells, by the id of their relation."""

    def __init__(self) -> None:
        self.targets: dict[str, str] = {}

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        # A chart sheet is a sheet too, but has no cells.
        if name == "Relationship" and attributes.get("Type", "").endswith("/worksheet"):
            target = attributes.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else join("xl", target)
            self.targets[attributes.get("Id", "")] = normpath(path)

    def text(self, text: str) -> None:
        pass

    def finish(self, name: str) -> None:
        pass


def read_workbook(parts: WorkbookParts) -> tuple[tuple[SheetEntry, ...], bool]:
    """The sheets of cells in their order, and whether days count from 1904."""
    workbook, relations = _Workbook(), _Relations()
    scan(WORKBOOK, parts.files[WORKBOOK], workbook)
    links = "xl/_rels/workbook.xml.rels"
    scan(links, parts.files.get(links, b"<none/>"), relations)
    entries = tuple(
        SheetEntry(name, relations.targets[link], is_hidden)
        for name, link, is_hidden in workbook.sheets
        if link in relations.targets
    )
    if not entries or any(entry.part not in parts.files for entry in entries):
        raise damaged("里面没有工作表", "it has no sheet")
    return entries, workbook.is_1904


class _Strings:
    """Texts, without the readings above their characters (rPh)."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self._pieces: list[str] = []
        self._is_text = False
        self._is_reading = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        if name == "si":
            self._pieces = []
        elif name == "rPh":
            self._is_reading = True
        elif name == "t":
            self._is_text = not self._is_reading

    def text(self, text: str) -> None:
        if self._is_text:
            self._pieces.append(text)

    def finish(self, name: str) -> None:
        if name == "si":
            self.texts.append(unescape("".join(self._pieces)))
        elif name == "rPh":
            self._is_reading = False
        elif name == "t":
            self._is_text = False


def read_strings(parts: WorkbookParts) -> list[str]:
    """The texts that cells refer to by their number."""
    strings = _Strings()
    name = "xl/sharedStrings.xml"
    if name in parts.files:
        scan(name, parts.files[name], strings)
    return strings.texts


class _Styles:
    """The number format of each cell style."""

    def __init__(self) -> None:
        self.codes = dict(BUILTIN_FORMATS)
        self.ids: list[int] = []
        self._is_cell_style = False

    def begin(self, name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            number = whole_number(attributes.get("numFmtId"))
            self.codes[number or 0] = attributes.get("formatCode", GENERAL)
        elif name == "cellXfs":
            self._is_cell_style = True
        elif name == "xf" and self._is_cell_style:
            self.ids.append(whole_number(attributes.get("numFmtId")) or 0)

    def text(self, text: str) -> None:
        pass

    def finish(self, name: str) -> None:
        if name == "cellXfs":
            self._is_cell_style = False


def read_formats(parts: WorkbookParts) -> list[str]:
    """The code of the number format of each cell style, by the style's number."""
    styles = _Styles()
    name = "xl/styles.xml"
    if name in parts.files:
        scan(name, parts.files[name], styles)
    return [styles.codes.get(number, GENERAL) for number in styles.ids]
