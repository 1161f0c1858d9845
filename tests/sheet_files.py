"""Workbooks for tests, and the one that a shipped input reads: the same bytes each time.

`python -m tests.sheet_files` writes anew every workbook that lies in the repository.
"""

import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from pipeline.load.archive import read_zip, write_zip
from tests.samples import ROOT

Rows = Sequence[Sequence[Any]]
_DAY = "2008-07-16T09:00:00Z"


def save(book: Workbook, cached: Mapping[str, object] | None = None) -> bytes:
    """The bytes of a workbook; `cached` has the results of formulas of its first sheet by cell.

    openpyxl writes formulas without results, and the time of the day.
    """
    buffer = io.BytesIO()
    book.save(buffer)
    parts = read_zip(buffer.getvalue())
    stamp = rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*"
    parts["docProps/core.xml"] = re.sub(
        stamp, rb"\g<1>" + _DAY.encode(), parts["docProps/core.xml"]
    )
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    for cell, value in (cached or {}).items():
        pattern = rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v ?/>'
        pattern += r"|" + pattern.replace("<v ?/>", "<v></v>")
        sheet, count = re.subn(pattern, lambda m, v=value: f"{m[1] or m[2]}<v>{v}</v>", sheet)
        assert count == 1, cell
    parts["xl/worksheets/sheet1.xml"] = sheet.encode()
    return write_zip(parts)


def book(rows: Rows, *, name: str = "Sheet1", merges: Iterable[str] = ()) -> Workbook:
    """A workbook of one sheet."""
    made = Workbook()
    fill(first(made), rows, merges)
    first(made).title = name
    return made


def first(made: Workbook) -> Worksheet:
    sheet = made.worksheets[0]
    assert isinstance(sheet, Worksheet)
    return sheet


def fill(sheet: Worksheet, rows: Rows, merges: Iterable[str] = ()) -> None:
    for row in rows:
        sheet.append(list(row))
    for merge in merges:
        sheet.merge_cells(merge)


def show_as(sheet: Worksheet, area: str, code: str) -> None:
    """The number format of some cells."""
    for row in sheet[area]:
        for cell in row:
            cell.number_format = code


MEDIA: Rows = [
    ["媒体名称", "主要形式", "各阶段播发数量", None, None, "合计"],
    [None, None, "学习动员、征求意见", "对照检查", "讨论整改", None],
    ["县电视台自办节目", "消息、评论", 18, 15, 20, "=SUM(C3:E3)"],
    ["榆林电视台", "消息、专题", 2, 1, 3, "=SUM(C4:E4)"],
    ["《榆林日报》", "消息、通讯", 1, 1, 2, "=SUM(C5:E5)"],
    ["榆林新闻网", "消息、图片", 2, 2, 3, "=SUM(C6:E6)"],
    ["吴堡新闻网", "消息、图片", 3, 2, 3, "=SUM(C7:E7)"],
    ["市级和网络媒体小计", "—", *(f"=SUM({c}4:{c}7)" for c in "CDEF")],
    ["总计", "—", *(f"={c}3+{c}8" for c in "CDEF")],
]
MEDIA_MERGES = ("A1:A2", "B1:B2", "C1:E1", "F1:F2")
MEDIA_RESULTS = {
    **{f"F{row}": value for row, value in zip(range(3, 8), (53, 6, 4, 7, 8), strict=True)},
    **{f"{column}8": value for column, value in zip("CDEF", (8, 6, 11, 25), strict=True)},
    **{f"{column}9": value for column, value in zip("CDEF", (26, 21, 31, 78), strict=True)},
}


def media(name: str = "播发情况") -> bytes:
    """The table of a shipped annex, with merged headers, a unit by number format and formulas."""
    made = book(MEDIA, name=name, merges=MEDIA_MERGES)
    sheet = first(made)
    show_as(sheet, "C3:F9", '0"条"')
    for column, width in zip("ABCDEF", (22, 14, 12, 12, 12, 10), strict=True):
        sheet.column_dimensions[column].width = width
    return save(made, MEDIA_RESULTS)


COMMITTED: dict[str, Callable[[], bytes]] = {
    "inputs/wubu-2008/媒体播发情况统计表.xlsx": media,
}


def write_all(root: Path = ROOT) -> None:
    from tests.sheet_cases import FILES  # noqa: PLC0415 # it is made with this module

    for name, make in {**COMMITTED, **FILES}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(make())


if __name__ == "__main__":
    write_all()
