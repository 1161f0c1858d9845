"""The workbooks and .csv files beside the inputs of tests/cases, by case and file name."""

import functools
from collections.abc import Callable

from pipeline.load.archive import read_zip, write_zip
from tests.sheet_files import MEDIA, Rows, book, fill, first, media, save, show_as

_UNITS: Rows = [
    ["乡镇", "借阅册数", "活动场次"],
    ["青禾镇", 120, 6],
    ["云溪镇", 80, 4],
    ["合计", 200, 10],
]


def _changed(cell: str, value: object, rows: Rows = _UNITS) -> bytes:
    made = book(rows)
    first(made)[cell] = value
    return save(made)


def _with_part(name: str, data: bytes = b"") -> bytes:
    """A sound workbook with one part more."""
    return write_zip({**read_zip(save(book(_UNITS))), name: data})


def _with_doctype() -> bytes:
    parts = read_zip(save(book(_UNITS)))
    name = "xl/worksheets/sheet1.xml"
    declared = b'<!DOCTYPE x [<!ENTITY a "aaaa">]>'
    return write_zip({**parts, name: declared + parts[name]})


def _ole(stream: str = "") -> bytes:
    """The first bytes of an .xls, or of a workbook with a password."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + stream.encode("utf-16-le")


def _two_sheets() -> bytes:
    made = book(_UNITS, name="城区")
    fill(made.create_sheet("乡镇"), _UNITS)
    return save(made)


def _error_cell() -> bytes:
    made = book(_UNITS)
    first(made)["B3"] = "#REF!"
    first(made)["B3"].data_type = "e"
    return save(made)


def _unread_format() -> bytes:
    made = book(_UNITS)
    show_as(first(made), "B2:B2", "# ?/?")
    return save(made)


def _mixed() -> bytes:
    made = book([["乡镇", "完成率"], ["青禾镇", 0.5], ["云溪镇", 80]])
    show_as(first(made), "B2:B2", "0%")
    return save(made)


def _hidden() -> bytes:
    made = book(_UNITS)
    first(made).row_dimensions[3].hidden = True
    first(made).column_dimensions["C"].hidden = True
    return save(made)


def _bomb() -> bytes:
    """A file of a few thousand bytes that unfolds to two million."""
    return _with_part("xl/media/image1.png", bytes(2_000_000))


_CASES: dict[str, Callable[[], bytes]] = {
    "sheet-format": _ole,
    "sheet-encrypted": functools.partial(_ole, "EncryptedPackage"),
    "sheet-macros": functools.partial(_with_part, "xl/vbaProject.bin"),
    "sheet-damaged": lambda: save(book(_UNITS))[:3000],
    "sheet-damaged--doctype": _with_doctype,
    "sheet-external-links": functools.partial(
        _with_part, "xl/externalLinks/externalLink1.xml", b"<externalLink/>"
    ),
    "cell-error": _error_cell,
    "cell-uncalculated": lambda: _changed("B4", "=SUM(B2:B3)"),
    "cell-number-as-text": lambda: _changed("B3", "８０ "),
    "cell-format": _unread_format,
    "cell-invisible": lambda: _changed("A3", "云溪镇\u200b"),
    "source-form": lambda: save(book(_UNITS)),
    "source-without-cell": lambda: save(book(_UNITS)),
    "source-sheet-unknown": _two_sheets,
    "source-sheet-needed": _two_sheets,
    "source-column-unknown": lambda: save(book(_UNITS)),
    "source-column-unclear": lambda: _changed("C1", "借阅册数"),
    "source-column-unclear--group": media,
    "source-empty": lambda: save(book(_UNITS)),
    "source-not-number": lambda: _changed("B3", "约80"),
    "source-mixed": _mixed,
    "source-total-counted": lambda: save(book(_UNITS)),
    "source-total": lambda: _changed("B4", 210),
    "source-hidden": _hidden,
    "table-typed-and-sourced": lambda: save(book(_UNITS)),
    "table-column-headless": lambda: _changed("B1", None),
    "table-header-merged": lambda: save(book(MEDIA[:1], merges=["C1:E1"])),
    "table-title-left-out": lambda: save(
        book([["借阅情况统计表"], *_UNITS], merges=["A1:C1"]),
    ),
    "table-body-merged": lambda: save(
        book(
            [["片区", "乡镇", "场次"], ["东片", "青禾镇", 6], [None, "云溪镇", 4]], merges=["A2:A3"]
        )
    ),
    "missing-glyph--in-cell": lambda: _changed("A3", "云溪镇\U00013000"),
    "figure-disagrees--source": lambda: save(book(_UNITS)),
}
TABLES: dict[str, Callable[[], bytes]] = {
    f"tests/cases/{case}/借阅.xlsx": make for case, make in _CASES.items()
}
CSVS: dict[str, bytes] = {
    "csv-gb18030": "乡镇,借阅册数\r\n青禾镇,120\r\n云溪镇,80\r\n".encode("gb18030"),
    "csv-encoding": b"\xff\xff\x00\x81\x20",
    "csv-broken": '乡镇,借阅册数\n青禾镇,120\n"云溪"镇",80\n'.encode(),
    "csv-ragged": "乡镇,备注,册数\n青禾镇,读书会,讲座,120\n云溪镇,讲座,80\n合计,,200\n".encode(),
}
LISTS: dict[str, Callable[[], bytes]] = {
    f"tests/cases/{case}/借阅.csv": functools.partial(bytes, data) for case, data in CSVS.items()
}
FILES = {**TABLES, **LISTS, "tests/cases/sheet-too-large/借阅.xlsx": _bomb}
