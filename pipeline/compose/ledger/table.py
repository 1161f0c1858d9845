"""The ledger -> the table of an annex. Pure."""

from collections import Counter
from collections.abc import Iterable

from pipeline.compose.ledger.entries import Ledger, LedgerEntry, LedgerPlace
from pipeline.compose.tables import fit_widths
from pipeline.model.report import TableInput
from pipeline.model.standard import Measures

_COLUMNS = ("序号", "数据名称", "数值", "依据", "出现位置")
_PREVIOUS = "上期"


def ledger_table(ledger: Ledger, measures: Measures) -> TableInput:
    """A row for each figure: its number, name, value, proof, and the pages it stands on.

    上期 has a column where a figure has one. The widths do not depend on the pages, which would
    move them: else the two might never stand still.
    """
    has_previous = any(entry.previous for entry in ledger.entries)
    names = (*_COLUMNS[:3], *((_PREVIOUS,) if has_previous else ()), *_COLUMNS[3:])
    rows = [
        (
            *_fixed_cells(number, entry, has_previous=has_previous),
            list_places(entry.places),
            _sample_places(entry.places),
        )
        for number, entry in enumerate(ledger.entries, start=1)
    ]
    columns = [list(column) for column in zip(*((*row[:-2], row[-1]) for row in rows), strict=True)]
    return TableInput(
        columns=names,
        rows=tuple(tuple(_as_typed(cell) for cell in row[:-1]) for row in rows),
        widths=fit_widths(names, columns or [[] for _ in names], measures),
    )


def _fixed_cells(number: int, entry: LedgerEntry, *, has_previous: bool) -> tuple[str, ...]:
    """The cells of a figure that do not depend on where it stands."""
    previous = (entry.previous or "—",) if has_previous else ()
    return (str(number), entry.name, entry.value, *previous, entry.proof)


def _as_typed(cell: str) -> str:
    return cell.replace("【", "【【").replace("】", "】】")


def _sample_places(places: tuple[LedgerPlace, ...]) -> str:
    """Places as wide as they may become: two pages where a heading has more than one."""
    counts = Counter(place.short for place in places)
    return "\n".join(
        f"{short}，第{'00、00' if count > 1 else '00'}页" for short, count in counts.items()
    )


def list_places(places: Iterable[LedgerPlace]) -> str:
    """Where a figure stands and on which pages, a line each: 主要做法（一），第3、4页."""
    pages: dict[str, dict[int, None]] = {}
    for place in places:
        pages.setdefault(place.short, {})[place.page] = None
    listed = (f"{short}，第{'、'.join(map(str, found))}页" for short, found in pages.items())
    return "\n".join(listed) or "未引用"
