"""The ledger -> the table of an annex. Pure."""

from collections.abc import Iterable

from pipeline.ledger.entries import Entry, Ledger, Place
from pipeline.report import TableInput

_COLUMNS = (("序号", 2.7), ("数据名称", 8.9), ("数值", 4.4), ("依据", 8.8), ("出现位置", 11.9))
_PREVIOUS = ("上期", 4.3)


def ledger_table(ledger: Ledger) -> TableInput:
    """A row for each figure: its number, name, value, proof, and the pages it stands on.

    上期 has a column where a figure has one.
    """
    has_previous = any(entry.previous for entry in ledger.entries)
    columns = [*_COLUMNS[:3], *((_PREVIOUS,) if has_previous else ()), *_COLUMNS[3:]]
    rows = tuple(
        _row(number, entry, has_previous=has_previous)
        for number, entry in enumerate(ledger.entries, start=1)
    )
    return TableInput(
        columns=tuple(name for name, _ in columns),
        rows=rows,
        widths=tuple(width for _, width in columns),
    )


def _row(number: int, entry: Entry, *, has_previous: bool) -> tuple[str, ...]:
    previous = (entry.previous or "—",) if has_previous else ()
    places = list_places(entry.places)
    cells = (str(number), entry.name, entry.value, *previous, entry.proof, places)
    return tuple(cell.replace("【", "【【").replace("】", "】】") for cell in cells)


def list_places(places: Iterable[Place]) -> str:
    """Where a figure stands and on which pages, a line each: 主要做法（一），第3、4页."""
    pages: dict[str, dict[int, None]] = {}
    for place in places:
        pages.setdefault(place.short, {})[place.page] = None
    listed = (f"{short}，第{'、'.join(map(str, found))}页" for short, found in pages.items())
    return "\n".join(listed) or "未引用"
