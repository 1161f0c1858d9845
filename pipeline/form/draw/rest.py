"""The sheet 其他: whatever has no place of its own, each text by the way to it."""

from collections.abc import Mapping

from pipeline.form.page import FIRST_ROW, Cell, Look, Page, Used, headed
from pipeline.form.paths import leaves, write_path
from pipeline.form.words import REST_HEADINGS, REST_SHEET
from pipeline.yaml_text import Path, Tree

_BANNER = (
    "前面各表没有位置的内容放在这里，一般不用改动；这张表也不要删去。"
    "位置写成 活动.阶段[1].名称 的样子。"
)


def draw_rest(tree: Mapping[str, Tree], used: Used) -> Page:
    """The page of all that no other page shows."""
    cells = headed(_BANNER, REST_HEADINGS)
    rows = [(path, value) for path, value in leaves(tree) if path and not is_used(path, used)]
    for row, (path, value) in enumerate(rows, start=FIRST_ROW):
        content = value if isinstance(value, str) else ""
        cells[row, 1] = Cell(write_path(path, value), Look.INPUT, path=path)
        cells[row, 2] = Cell(content, Look.INPUT, path=path)
    return Page(REST_SHEET, cells, (40, 80), 2, FIRST_ROW)


def is_used(path: Path, used: Used) -> bool:
    return any(path[:length] in used for length in range(1, len(path) + 1))
