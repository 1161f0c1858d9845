"""An input's tree -> a workbook to fill in. What has no place of its own goes to the sheet 其他."""

import typing
from collections.abc import Callable, Iterator, Mapping

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose, has_errors
from pipeline.load.yaml import Loaded
from pipeline.load.yaml_text import Path, Tree
from pipeline.model.report import ACTIVITY, FIGURES, OUTLINE, TEMPLATE, Outline, report_model
from pipeline.model.report.activity import read_activity
from pipeline.model.report.figure import read_figure
from pipeline.tasks.form.page import FIRST_ROW, FormCell, FormLook, FormPage, Used, headed
from pipeline.tasks.form.paths import leaves, write_path
from pipeline.tasks.form.plan import BodyPlan
from pipeline.tasks.form.words import REST_HEADINGS, REST_SHEET
from pipeline.tasks.form.workbook import MAX_CHARS, write_workbook
from pipeline.tasks.form.write.annex import write_annexes
from pipeline.tasks.form.write.basics import write_basics
from pipeline.tasks.form.write.body import write_body
from pipeline.tasks.form.write.figures import write_figures
from pipeline.tasks.form.write.guide import write_guide
from pipeline.template.store import template_names
from pipeline.validate import Outlines
from pipeline.validate.schema import to_plain
from pipeline.validate.tree import InputTree, tree_of

_BANNER = (
    "前面各表没有位置的内容放在这里，一般不用改动；这张表也不要删去。"
    "位置写成 活动.阶段[1].名称 的样子。"
)


def export_input(loaded: Loaded, outlines: Outlines) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The workbook of an input that was read, or None and what stands in the way.

    An input with faults of substance has its workbook too: they are reported when it comes back.
    """
    if loaded.source is None or loaded.root is None or has_errors(loaded.diagnostics):
        return None, loaded.diagnostics
    outline, unknown = outlines.choose(loaded.source, loaded.root)
    if outline is None:
        return None, unknown
    tree = tree_of(loaded.source, loaded.root, report_model(outline))
    plain, _ = to_plain(tree)
    assert isinstance(plain, Mapping)
    pages = write_pages(plain, outline, outlines)
    faults = (*loaded.diagnostics, *_find_too_long(pages, tree))
    return (None if has_errors(faults) else write_workbook(pages)), faults


def write_pages(
    tree: Mapping[str, Tree], outline: Outline, outlines: Outlines
) -> tuple[FormPage, ...]:
    """The sheets, in the order that they are filled in."""
    whole = _spell_out(tree)
    offered = {TEMPLATE: template_names(), OUTLINE: tuple(outlines.by_name)}
    basics, in_basics = write_basics(whole, offered)
    figures, in_figures = write_figures(whole)
    body, in_body = write_body(whole, BodyPlan(outline))
    annexes, in_annexes = write_annexes(whole)
    rest = _write_rest(whole, in_basics | in_figures | in_body | in_annexes)
    return (write_guide(), basics, figures, body, *annexes, rest)


def _find_too_long(pages: tuple[FormPage, ...], tree: InputTree) -> Iterator[Diagnostic]:
    for page in pages:
        for cell in page.cells.values():
            units = len(str(cell.content).encode("utf-16-le")) // 2
            if units > MAX_CHARS:
                yield diagnose(
                    "form-text-too-long", tree.place(cell.path), found=units, limit=MAX_CHARS
                )


def _write_rest(tree: Mapping[str, Tree], used: Used) -> FormPage:
    """The page of all that no other page shows."""
    cells = headed(_BANNER, REST_HEADINGS)
    rows = [(path, value) for path, value in leaves(tree) if path and not _is_used(path, used)]
    for row, (path, value) in enumerate(rows, start=FIRST_ROW):
        content = value if isinstance(value, str) else ""
        cells[row, 1] = FormCell(write_path(path, value), FormLook.INPUT, path=path)
        cells[row, 2] = FormCell(content, FormLook.INPUT, path=path)
    return FormPage(REST_SHEET, cells, (40, 80), 2, FIRST_ROW)


def _is_used(path: Path, used: Used) -> bool:
    return any(path[:length] in used for length in range(1, len(path) + 1))


def _spell_out(tree: Mapping[str, Tree]) -> Mapping[str, Tree]:
    """The whole input with its activity and its figures at length."""
    whole = dict(tree)
    if ACTIVITY in whole:
        whole[ACTIVITY] = _read(read_activity, whole[ACTIVITY])
    if isinstance(figures := whole.get(FIGURES), Mapping):
        are_clear = len({name.strip() for name in figures}) == len(figures)
        whole[FIGURES] = {
            (name.strip() if are_clear else name): _read(read_figure, figure)
            for name, figure in figures.items()
        }
    return whole


def _read(short: Callable[[object], object], value: Tree) -> Tree:
    """What a short form stands for; anything else as it is."""
    return typing.cast("Tree", short(value))
