"""The fields of last time but its figures: what of each must be confirmed."""

import re

from pipeline import load
from pipeline.carry.edits import Edits
from pipeline.carry.move import Move
from pipeline.carry.prose import Span, mark_all, mark_dates, mark_number, mark_prose
from pipeline.dates import find_weekday
from pipeline.marks import put_mark
from pipeline.report import Report
from pipeline.validate.years.date_tables import date_column

Path = tuple[str | int, ...]

_AS_THEY_ARE = frozenset(
    {
        *("模板", "署名位置", "列宽", "文件", "印章", "密级", "保密期限", "紧急程度", "份号"),
        *(
            "发文机关标志",
            "主送",
            "抄送",
            "印发机关",
            "沿用",
            "首届年份",
            "数据",
            "表头行数",
            "类型",
        ),
        *("template", "signature_place", "widths", "file", "seal", "classification"),
        *("classification_period", "urgency", "copy_number", "issuer_mark", "addressees"),
        *(
            "copied_to",
            "printing_office",
            "carried",
            "first_year",
            "figures",
            "header_rows",
            "form",
        ),
    }
)
_DATES = frozenset({"日期", "印发日期", "开始", "结束", "date", "printing_date", "start", "end"})
_ORDINALS = frozenset({"届次", "ordinal"})
_SOURCES = frozenset({"来源", "source"})
_NAMES = frozenset({("单位",), ("签发人",), ("organisation",), ("signers",)})
_NUMBERS = frozenset({"发文字号", "document_number"})
_REMARKS = frozenset({"附注", "remark"})
_NAMED = frozenset(
    {
        *("标题", "活动", "名称", "小标题", "类别"),
        *("title", "activity", "name", "heading", "categories"),
    }
)
"""Names, where a number is no figure."""

_HEADERS = frozenset({"列", "columns"})
_ROWS = frozenset({"行", "rows"})

_NUMBERING = re.compile(r"序号|编号|号|排名|名次|#")
_PERSONS = re.compile(
    r".*(?:姓名|责任人|负责人|联系人|主讲人|主持人|经办人|组成人员|负责领导|责任领导|电话|手机|联系方式)"
)
_CONTACT = re.compile(r"(?:联系人|经办人|电话|手机|传真)[：:]\s*(?P<held>[^，。；、,;：:\s【】]+)")


def carry_fields(root: load.Mapping, report: Report, move: Move, edits: Edits) -> None:
    """Every field but 数据; what is no date, name or figure stays as it is."""
    for scalar, path in load.placed_scalars(root, (), _AS_THEY_ARE):
        edits.put_in_value(scalar, _spans(scalar.text, path, report, move))


def _spans(text: str, path: Path, report: Report, move: Move) -> list[Span]:
    """The spans of one value that must be confirmed."""
    key = next(step for step in reversed(path) if isinstance(step, str))
    if key in _ROWS:
        return _mark_cell(text, path, report, move)
    if key in _DATES | _ORDINALS | _SOURCES or path[:1] in _NAMES:
        return mark_all(text, _offer(text.strip(), key, move))
    if key in _NUMBERS:
        return mark_number(text, move)
    if key in _REMARKS:
        return _mark_contacts(text) or mark_all(text)
    is_name = key in _NAMED or not _HEADERS.isdisjoint(path)
    return mark_dates(text, move) if is_name else mark_prose(text, move)


def _offer(text: str, key: str, move: Move) -> str:
    """What a field that is confirmed as a whole may become."""
    if key in _ORDINALS and text.isdigit():
        return str(int(text) + move.years)
    return move.renew(text) if key in _DATES else text


def _mark_contacts(text: str) -> list[Span]:
    return [(*match.span("held"), put_mark(match["held"])) for match in _CONTACT.finditer(text)]


def _mark_cell(text: str, path: Path, report: Report, move: Move) -> list[Span]:
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
