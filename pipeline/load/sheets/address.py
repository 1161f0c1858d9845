"""来源 -> file, sheet and target: `媒体统计.xlsx#Sheet1!C2:C9`, `统计.csv#播发条数`."""

import re
from dataclasses import dataclass

from pipeline.load.sheets.area import Area, read_area

_FILE = re.compile(r"(?P<file>.+?\.[A-Za-z0-9]{2,5})\s*(?:[#＃](?P<rest>.*))?", re.DOTALL)
_QUOTED = re.compile(r"'(?P<sheet>(?:[^']|'')+)'\s*(?:[!！](?P<target>.*))?", re.DOTALL)
_PLAIN = re.compile(r"(?P<sheet>[^!！]+)[!！](?P<target>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Address:
    """What a 来源 names: a file, a sheet of it, and a range or the name of a column.

    `name` is a lone word behind the `#`, which is a sheet's name or a column's: the book decides.
    """

    file: str
    sheet: str | None = None
    area: Area | None = None
    name: str | None = None


def read_address(text: str) -> Address | None:
    """What `text` names, or None where it has not the form of a source."""
    match = _FILE.fullmatch(text.strip())
    if match is None:
        return None
    file, rest = match["file"].strip(), match["rest"]
    if rest is None:
        return Address(file)
    return _read_rest(file, rest.strip()) if rest.strip() else None


def _read_rest(file: str, rest: str) -> Address | None:
    match = _QUOTED.fullmatch(rest) or _PLAIN.fullmatch(rest)
    if match is None:
        return _read_target(file, None, rest)
    sheet = match["sheet"].strip()
    if rest.startswith("'"):
        sheet = sheet.replace("''", "'")
    target = match["target"]
    if target is None:
        return Address(file, name=sheet)
    return _read_target(file, sheet, target.strip()) if target.strip() else None


def _read_target(file: str, sheet: str | None, target: str) -> Address:
    area = read_area(target) if _is_cells(target) else None
    return Address(file, sheet, area) if area else Address(file, sheet, name=target)


def _is_cells(target: str) -> bool:
    """Whether a target can be a name of cells: letters alone are the name of a column of text."""
    return any(char.isdigit() for char in target) or ":" in target or "：" in target
