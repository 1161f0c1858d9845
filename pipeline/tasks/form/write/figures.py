"""The sheet 数据: a row for each figure, a column for each field of one."""

from collections.abc import Mapping

from pipeline.load.yaml_text import Tree
from pipeline.model.report import FIGURES
from pipeline.tasks.form.boxes import FIGURE, BoxKind
from pipeline.tasks.form.lines import pack
from pipeline.tasks.form.page import (
    FIRST_ROW,
    LAST_ROW,
    Ask,
    FormCell,
    FormLook,
    FormPage,
    Used,
    headed,
)
from pipeline.tasks.form.words import FIGURES_SHEET, NAME_COLUMN

_BANNER = (
    "每个数字只在这里写一次，正文和附件里写【名称】。名称、数值、单位分开填：合理化建议 | 37 | 条。"
    "可以插入和删除行，中间可以有空行。"
)
_NAME_NOTE = "正文里用【】引用的名称，如 合理化建议；不能重复，不用【】。"
_WIDTHS = {"数值": 12.0, "单位": 10.0, "依据": 30.0, "分项": 22.0, "来源": 24.0, "小数位": 8.0}
_USUAL_WIDTH = 16.0


def write_figures(tree: Mapping[str, Tree]) -> tuple[FormPage, Used]:
    """The page, and the values that it shows."""
    headings = (NAME_COLUMN, *(box.label for box in FIGURE))
    cells = headed(_BANNER, headings)
    used: Used = set()
    figures = tree.get(FIGURES, {})
    written = figures.items() if isinstance(figures, Mapping) else ()
    row = FIRST_ROW
    for name, figure in written:
        if isinstance(figure, Mapping) and name.strip():
            cells |= _write_figure(name, figure, row, used)
            row += 1
    if isinstance(figures, Mapping) and not figures:
        used.add((FIGURES,))
    notes = (_NAME_NOTE, *(box.note for box in FIGURE))
    asks = tuple(
        Ask(column, FIRST_ROW, LAST_ROW, heading, note)
        for column, (heading, note) in enumerate(zip(headings, notes, strict=True), start=1)
    )
    widths = (24.0, *(_WIDTHS.get(box.label, _USUAL_WIDTH) for box in FIGURE))
    return FormPage(FIGURES_SHEET, cells, widths, 2, FIRST_ROW, asks, is_wide=True), used


def _write_figure(
    name: str, figure: Mapping[str, Tree], row: int, used: Used
) -> dict[tuple[int, int], FormCell]:
    cells = {(row, 1): FormCell(name, FormLook.INPUT, path=(FIGURES, name))}
    if not figure:
        used.add((FIGURES, name))
    for column, box in enumerate(FIGURE, start=2):
        path = (FIGURES, name, *box.path)
        content = pack(
            figure.get(box.label, {}), BoxKind.TEXT if box.kind is BoxKind.DATE else box.kind
        )
        if content is not None:
            used.add(path)
            cells[row, column] = FormCell(content, FormLook.INPUT, path=path)
    return cells
