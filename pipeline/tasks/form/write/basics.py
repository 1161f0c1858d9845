"""The sheet 基本信息: a row for each field that one cell holds."""

from collections.abc import Mapping

from pipeline.load.yaml_text import Tree
from pipeline.tasks.form.boxes import BASICS, BoxKind, FormBox
from pipeline.tasks.form.lines import pack
from pipeline.tasks.form.page import FIRST_ROW, Ask, FormCell, FormLook, FormPage, Used, headed
from pipeline.tasks.form.words import BASICS_HEADINGS, BASICS_SHEET

_BANNER = "黄色的格必须填写；不用的项目空着。项目一栏不要改动，次序不限。"


def write_basics(
    tree: Mapping[str, Tree], offered: Mapping[str, tuple[str, ...]]
) -> tuple[FormPage, Used]:
    """The page, and the values that it shows; what does not fit a cell is left to others.

    `offered` are the names that some fields can be given besides those of the input's own.
    """
    cells = headed(_BANNER, BASICS_HEADINGS)
    asks: list[Ask] = []
    used: Used = set()
    for row, box in enumerate(BASICS, start=FIRST_ROW):
        content = pack(_at(tree, box), box.kind)
        if content is not None:
            used.add(box.path)
        if isinstance(content, str):
            content = box.in_chinese(content)
        is_date = box.kind is BoxKind.DATE
        cells[row, 1] = FormCell(box.label, FormLook.LABEL)
        cells[row, 2] = FormCell(
            content or "", FormLook.DATE if is_date else FormLook.INPUT, path=box.path
        )
        cells[row, 3] = FormCell(box.note, FormLook.NOTE)
        choices = offered.get(box.label, box.choices)
        asks.append(Ask(2, row, row, box.label, box.note, choices, is_date))
    required = tuple(row for row, box in enumerate(BASICS, start=FIRST_ROW) if box.is_required)
    page = FormPage(BASICS_SHEET, cells, (16, 60, 52), 2, None, tuple(asks), required)
    return page, used


def _at(tree: Tree, box: FormBox) -> Tree:
    """The value at a box's path; an empty mapping, which no box holds, where there is none."""
    for step in box.path:
        tree = tree.get(str(step), {}) if isinstance(tree, Mapping) else {}
    return tree
