"""An input's tree -> a workbook to fill in. What has no place of its own goes to the sheet 其他."""

from collections.abc import Iterator, Mapping

from pipeline.diagnostics import Diagnostic, diagnose, has_errors
from pipeline.form.draw.annex import draw_annexes
from pipeline.form.draw.basics import draw_basics
from pipeline.form.draw.body import draw_body
from pipeline.form.draw.figures import draw_figures
from pipeline.form.draw.guide import draw_guide
from pipeline.form.draw.rest import draw_rest
from pipeline.form.draw.short_forms import spell_out
from pipeline.form.page import Page
from pipeline.form.workbook import MAX_CHARS, write_workbook
from pipeline.load import Loaded
from pipeline.template.store import template_names
from pipeline.validate.schema import to_plain
from pipeline.validate.tree import InputTree, tree_of
from pipeline.yaml_text import Tree


def export_input(loaded: Loaded) -> tuple[bytes | None, tuple[Diagnostic, ...]]:
    """The workbook of an input that was read, or None and what stands in the way.

    An input with faults of substance has its workbook too: they are told when it comes back.
    """
    if loaded.source is None or loaded.root is None or has_errors(loaded.diagnostics):
        return None, loaded.diagnostics
    tree = tree_of(loaded.source, loaded.root)
    plain, _ = to_plain(tree)
    assert isinstance(plain, Mapping)
    pages = draw_pages(plain)
    faults = (*loaded.diagnostics, *_find_too_long(pages, tree))
    return (None if has_errors(faults) else write_workbook(pages)), faults


def draw_pages(tree: Mapping[str, Tree]) -> tuple[Page, ...]:
    """The sheets, in the order that they are filled in."""
    whole = spell_out(tree)
    basics, in_basics = draw_basics(whole, template_names())
    figures, in_figures = draw_figures(whole)
    body, in_body = draw_body(whole)
    annexes, in_annexes = draw_annexes(whole)
    rest = draw_rest(whole, in_basics | in_figures | in_body | in_annexes)
    return (draw_guide(), basics, figures, body, *annexes, rest)


def _find_too_long(pages: tuple[Page, ...], tree: InputTree) -> Iterator[Diagnostic]:
    for page in pages:
        for cell in page.cells.values():
            units = len(str(cell.content).encode("utf-16-le")) // 2
            if units > MAX_CHARS:
                yield diagnose(
                    "form-text-too-long", tree.place(cell.path), found=units, limit=MAX_CHARS
                )
