"""The fields of last time but its figures: what of each must be confirmed."""

import re
from collections.abc import Callable, Mapping

from pipeline.chinese.dates import find_weekday
from pipeline.load import yaml
from pipeline.load.yaml import Placed
from pipeline.model.marks import put_mark
from pipeline.model.report import Report
from pipeline.model.report.traits import Holds, Trait
from pipeline.tasks.carry.edits import Edits
from pipeline.tasks.carry.move import Move
from pipeline.tasks.carry.prose import Replacement, mark_all, mark_dates, mark_number, mark_prose
from pipeline.validate.tree import InputTree, Path
from pipeline.validate.years.date_tables import date_column

_CARRIED_APART = frozenset({Holds.FIGURES})
_AS_THEY_ARE = frozenset({Holds.FIXED, Holds.FILE, Holds.FIGURE_NAMES})

_NUMBERING = re.compile(r"序号|编号|号|排名|名次|#")
_PERSONS = re.compile(
    r".*(?:姓名|责任人|负责人|联系人|主讲人|主持人|经办人|组成人员|负责领导|责任领导|电话|手机|联系方式)"
)
_CONTACT = re.compile(r"(?:联系人|经办人|电话|手机|传真)[：:]\s*(?P<held>[^，。；、,;：:\s【】]+)")


def carry_fields(input_: InputTree, report: Report, move: Move, edits: Edits) -> None:
    """Every field but 数据; what is no date, name or figure stays as it is."""
    for placed in yaml.placed_scalars(input_.root, left_out=_CARRIED_APART | _AS_THEY_ARE):
        edits.put_in_value(placed.scalar, _spans(placed, report, move))


def _spans(placed: Placed, report: Report, move: Move) -> list[Replacement]:
    """The spans of one value that must be confirmed, by what its field holds."""
    text, field = placed.scalar.text, placed.field
    if field is not None and field.holds is Holds.CELLS:
        return _mark_cell(text, placed.path, report, move)
    if field is not None and field.holds is Holds.PARTY:
        return mark_all(text) if Trait.CONFIRMED in field.traits else []
    mark = _MARKERS.get(field.holds, mark_prose) if field is not None else mark_prose
    return mark(text, move)


def _mark_ordinal(text: str, move: Move) -> list[Replacement]:
    held = text.strip()
    return mark_all(text, str(int(held) + move.years) if held.isdigit() else held)


def _mark_remark(text: str, _: Move) -> list[Replacement]:
    contacts = _CONTACT.finditer(text)
    return [(*match.span("held"), put_mark(match["held"])) for match in contacts] or mark_all(text)


_MARKERS: Mapping[Holds, Callable[[str, Move], list[Replacement]]] = {
    Holds.DATE: lambda text, move: mark_all(text, move.renew_day(text.strip())),
    Holds.ORDINAL: _mark_ordinal,
    Holds.SOURCE: lambda text, _: mark_all(text),
    Holds.DOCUMENT_NUMBER: mark_number,
    Holds.REMARK: _mark_remark,
    Holds.NAME: mark_dates,
    Holds.HEADERS: mark_dates,
}
"""How a value is marked that is no prose."""


def _mark_cell(text: str, path: Path, report: Report, move: Move) -> list[Replacement]:
    """A cell by the header of its column: numbering stays, persons are confirmed whole."""
    header = _header(path, report)
    date = _date_beside(path, report)
    if date is not None and find_weekday(text.strip()) is not None:
        return mark_all(text, move.renew_weekday(date, text.strip()))
    if _NUMBERING.fullmatch(header):
        return []
    if _PERSONS.fullmatch(header) and text.strip() not in ("—", "-", "/", "无"):
        return mark_all(text)
    return mark_prose(text, move)


def _header(path: Path, report: Report) -> str:
    """The header of the column that a cell stands in, and of those that span it."""
    match path:
        case (_, int(annex), _, _, int(), int(column)):
            table = report.annexes[annex].table
            assert table is not None  # the cell is in it
            return table.leaf_names[column]
        case _:
            return ""


def _date_beside(path: Path, report: Report) -> str | None:
    """The date in its row that a cell in a column of weekdays is of."""
    match path:
        case (_, int(annex), _, _, int(row), int(column)):
            table = report.annexes[annex].table
            assert table is not None  # the cell is in it
            if any(len(cells) != len(table.leaf_names) for cells in table.rows):
                return None
            dated = date_column(table.leaf_names, table.rows, column)
            return None if dated is None else table.rows[row][dated].strip()
        case _:
            return None
