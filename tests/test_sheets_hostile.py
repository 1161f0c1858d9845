"""A workbook that is made to do harm is refused or read, within bounds of time and memory."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.load.archive import read_zip, write_zip
from tests.samples import ROOT
from tests.sheet_files import book, save

pytestmark = pytest.mark.slow

_SHEET = "xl/worksheets/sheet1.xml"
_SECONDS = 15
_BYTES = 300_000_000

_MEASURE = """
import json, resource, sys, time
from pathlib import Path
from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.model.report import Report
from pipeline.load.sheets import read_book
resource.setrlimit(resource.RLIMIT_AS, (2_000_000_000, 2_000_000_000))
began = time.process_time()
found = read_book(Path(sys.argv[1]))
code = found.code if isinstance(found, Diagnostic) else "read"
# What getrusage tells begins with the peak of the process that started this one.
status = Path("/proc/self/status").read_text()
peak = int(status.partition("VmHWM:")[2].split()[0]) * 1024
print(json.dumps([code, time.process_time() - began, peak]))
"""


def _with_rows(rows: bytes, after: bytes = b"") -> bytes:
    parts = read_zip(save(book([["x"]])))
    head, _, rest = parts[_SHEET].partition(b"<sheetData>")
    tail = rest.partition(b"</sheetData>")[2]
    parts[_SHEET] = head + b"<sheetData>" + rows + b"</sheetData>" + after + tail
    return write_zip(parts)


def _noise(count: int) -> bytes:
    """Text that hardly packs, so that the ratio of the file stays that of a sound one."""
    return b"".join(b"<!--%016x-->" % (number * 2654435761**2 % 2**64) for number in range(count))


def _many_cells() -> bytes:
    row = b"<row>" + b"<c><v>1</v></c>" * 100 + b"</row>"
    return _with_rows(row * 3_000 + _noise(30_000))


def _empty_cells() -> bytes:
    return _with_rows((b"<row>" + b"<c/>" * 100 + b"</row>") * 15_000 + _noise(40_000))


def _far_cell() -> bytes:
    return _with_rows(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row><row r="1"/>')


def _merges(areas: list[str]) -> bytes:
    merges = b"".join(f'<mergeCell ref="{area}"/>'.encode() for area in areas)
    cells = b'<row r="1"><c r="A1"><v>1</v></c></row>'
    cells += b'<row r="1000000"><c r="XFD1000000"><v>1</v></c></row>'
    return _with_rows(cells, b"<mergeCells>" + merges + b"</mergeCells>")


def _entities() -> bytes:
    parts = read_zip(save(book([["x"]])))
    names = "".join(
        f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "0123456789" * 10}">' for n in range(10)
    )
    text = f"<!DOCTYPE sst [{names}]><sst><si><t>&e9;</t></si></sst>"
    return write_zip({**parts, "xl/sharedStrings.xml": text.encode()})


def _long_numbers() -> bytes:
    return _with_rows(
        b'<row r="' + b"9" * 5000 + b'"><c r="A1" s="' + b"9" * 5000 + b'"><v>1</v></c></row>'
    )


def _bomb() -> bytes:
    return write_zip({**read_zip(save(book([["x"]]))), "xl/media/a.png": bytes(150_000_000)})


def _columns() -> bytes:
    spans = b"<cols>" + b'<col min="1" max="16384" hidden="1"/>' * 60_000 + b"</cols>"
    return _with_rows(_noise(60_000), spans)


def _deep() -> bytes:
    return _with_rows(b"<row>" * 3_000)


def _formats() -> bytes:
    parts = read_zip(save(book([["x"]])))
    code = "0" * 200 + "#,##0.00;" * 50_000 + "&quot;" * 1001
    styles = f'<styleSheet><numFmts><numFmt numFmtId="0" formatCode="{code}"/>'
    styles += '</numFmts><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>'
    rows = b"<sheetData>" + b'<row><c s="0"><v>1</v></c></row>' * 50 + b"</sheetData>"
    head, _, rest = parts[_SHEET].partition(b"<sheetData>")
    sheet = head + rows + rest.partition(b"</sheetData>")[2]
    return write_zip({**parts, "xl/styles.xml": styles.encode(), _SHEET: sheet})


_HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "more cells than a book may have": (_many_cells, "sheet-too-large"),
    "elements without content": (_empty_cells, "sheet-too-large"),
    "one cell in the last corner": (_far_cell, "read"),
    "a merged area of all cells": (lambda: _merges(["A1:XFD1048576"]), "sheet-too-large"),
    "many merged areas on each other": (
        lambda: _merges([f"A1:E{row}" for row in range(2, 30_000)]),
        "sheet-too-large",
    ),
    "entities that unfold": (_entities, "sheet-damaged"),
    "numbers of five thousand digits": (_long_numbers, "sheet-damaged"),
    "a zip that unfolds": (_bomb, "sheet-too-large"),
    "columns hidden sixty thousand times": (_columns, "read"),
    "elements within elements": (_deep, "sheet-damaged"),
    "a number format without an end": (_formats, "read"),
}


@pytest.mark.parametrize("name", _HOSTILE)
def test_harm_is_bounded(name: str, tmp_path: Path) -> None:
    make, wanted = _HOSTILE[name]
    path = tmp_path / "表.xlsx"
    path.write_bytes(make())
    command = [sys.executable, "-c", _MEASURE, str(path)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=120, check=True, cwd=ROOT
    )
    code, seconds, peak = json.loads(done.stdout)
    assert code == wanted
    assert seconds < _SECONDS
    assert peak < _BYTES
