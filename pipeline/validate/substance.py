"""Rules between the fields of a report, and what its template asks of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pipeline.chinese.heading_numbers import HEADING_NUMBERS, heading_level
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.diagnostics.nearest import find_nearest, offer
from pipeline.load.yaml import Scalar, place_span
from pipeline.model.report import ANNEXES, CLOSING, LEAD, Annex, Item, Report, Section, TableInput
from pipeline.model.report.description import fields_of
from pipeline.model.report.traits import Trait
from pipeline.model.standard import PROFILES
from pipeline.typography.places import width_chars
from pipeline.typography.title import break_title
from pipeline.validate.outlines import Outlines
from pipeline.validate.schema import say_entry_empty
from pipeline.validate.tree import InputTree, Path


@dataclass(frozen=True, slots=True)
class TemplateRules:
    """What the templates ask of an input: their names, which have a letterhead, the outlines."""

    official_by_name: Mapping[str, bool]
    outlines: Outlines


def check_substance(report: Report, input_: InputTree, outlines: Outlines) -> Iterator[Diagnostic]:
    """What is wrong between the fields of a report, whatever its template."""
    yield from _check_title(report, input_)
    if report.classification and not report.copy_number:
        yield diagnose("copy-number-missing", input_.place_of_key(("密级",)))
    if report.classification_period and not report.classification:
        yield diagnose("period-without-level", input_.place_of_key(("保密期限",)))
    yield from _check_paragraph((LEAD,), input_)
    for part in report.parts():
        yield from _check_items(part.items, part.path, 2, input_)
    if report.body_outline.form == "prose":
        yield from _check_prose(report, input_, outlines)
    yield from _check_paragraph((CLOSING,), input_)
    for index, annex in enumerate(report.annexes):
        yield from _check_annex(annex, (ANNEXES, index), input_, has_figures=bool(report.figures))


def _check_prose(report: Report, input_: InputTree, outlines: Outlines) -> Iterator[Diagnostic]:
    """Headings in a body that has none."""
    first = outlines.first_of("own")
    for part in report.parts():
        for index, item in enumerate(part.items):
            if isinstance(item, Section):
                place = input_.place((*part.path, index, "小标题"))
                details = {"outline": report.body_outline.name, "heading": item.heading}
                yield diagnose("heading-in-prose", place, **details, first=first)


_MOST_TITLE_LINES = 2


def _check_title(report: Report, input_: InputTree) -> Iterator[Diagnostic]:
    room = PROFILES["office"].title_chars
    lines = break_title(report.title, room)
    place = input_.place(("标题",))
    # A short title may take three lines for the sake of their shape (7.3.1).
    if len(lines) > _MOST_TITLE_LINES < width_chars(report.title) / room:
        yield diagnose("long-title", place, count=len(report.title), lines=len(lines))
    for line in lines:
        if width_chars(line) > room:
            yield diagnose("title-line-too-long", place, found=line, limit=room)


_DEEPEST_LEVEL = 4


def _check_items(
    items: tuple[Item, ...], path: Path, level: int, input_: InputTree
) -> Iterator[Diagnostic]:
    for index, item in enumerate(items):
        if isinstance(item, Section):
            yield from _check_section(item, (*path, index), level, input_)
        elif isinstance(item, str):
            yield from _check_paragraph((*path, index), input_)


def _check_section(
    section: Section, path: Path, level: int, input_: InputTree
) -> Iterator[Diagnostic]:
    if level > _DEEPEST_LEVEL:
        yield diagnose("heading-too-deep", input_.place_of_key((*path, "小标题")))
        return
    if not section.paragraphs and not section.points and not section.charts:
        place = input_.place((*path, "小标题"))
        yield diagnose("empty-section", place, heading=section.heading)
    yield from _check_items(section.paragraphs, (*path, "段落"), level + 1, input_)


def _check_paragraph(path: Path, input_: InputTree) -> Iterator[Diagnostic]:
    """Each of the lines of a text, which is a paragraph, that anybody would take for a heading."""
    node = input_.node(path)
    if not isinstance(node, Scalar):
        return
    start = 0
    for line in node.text.split("\n"):
        begin = start + len(line) - len(line.lstrip())
        level = heading_level(line.strip())
        number = HEADING_NUMBERS[level].match(line.strip()) if level is not None else None
        if number is not None:
            place = place_span(input_.source, node, begin, begin + len(number[0]))
            yield diagnose("typed-number-in-text", place, found=number[0])
        start += len(line) + 1


_MOST_COLUMNS = 14


def _check_annex(
    annex: Annex, path: Path, input_: InputTree, *, has_figures: bool
) -> Iterator[Diagnostic]:
    has_ledger = annex.has_ledger and has_figures
    has_drawn = annex.pictures or annex.charts
    if not (annex.paragraphs or annex.table or has_drawn or has_ledger):
        yield diagnose("annex-empty", input_.place((*path, "名称")), name=annex.name)
    table = annex.table
    if table is None:
        return
    if table.source is None:
        yield from _check_typed(table, (*path, "表格"), input_)
    columns = len(table.leaf_names)
    if not columns:
        return
    if columns > _MOST_COLUMNS:
        yield diagnose("table-too-wide", input_.place((*path, "表格", "列")), columns=columns)
    if table.widths and len(table.widths) != columns:
        place = input_.place((*path, "表格", "列宽"))
        yield diagnose("widths-length", place, found=len(table.widths), wanted=columns)
    for index, row in enumerate(table.rows):
        if len(row) != columns:
            place = input_.place((*path, "表格", "行", index))
            yield diagnose("row-length", place, found=len(row), wanted=columns)


def _check_typed(table: TableInput, path: Path, input_: InputTree) -> Iterator[Diagnostic]:
    """A table without a source: it has columns, and says nothing of a source's header."""
    entry = input_.entry((*path, "列"))
    if table.columns:
        pass
    elif entry is not None and entry.name == "列":
        yield say_entry_empty(entry, input_)
    else:
        yield diagnose("missing-field", input_.place(path), key="列")
    if table.header_rows is not None:
        yield diagnose("header-rows-unused", input_.place_of_key((*path, "表头行数")))


def _require(key: str, template: str, input_: InputTree) -> Diagnostic:
    """A field that the template needs: empty at its key, or missing and shown at the template's."""
    given = input_.entry((key,))
    if given is not None:
        return say_entry_empty(given, input_)
    return diagnose("field-required", input_.place_of_key(("模板",)), template=template, key=key)


def check_template(report: Report, input_: InputTree, rules: TemplateRules) -> Iterator[Diagnostic]:
    if report.template not in rules.official_by_name:
        yield diagnose(
            "unknown-template",
            input_.place(("模板",)),
            name=report.template,
            **offer(find_nearest(report.template, rules.official_by_name)),
            allowed=" / ".join(rules.official_by_name),
        )
    elif rules.official_by_name[report.template]:
        for field in fields_of(Report):
            if Trait.NEEDED_WHERE_OFFICIAL in field.traits and not getattr(report, field.name):
                yield _require(field.key, report.template, input_)
        if report.signature_place == "title":
            place = input_.place_of_key(("署名位置",))
            yield diagnose("field-not-shown", place, template=report.template, key="署名位置")
    else:
        if report.seal and report.signature_place == "title":
            place = input_.place_of_key(("印章",))
            yield diagnose("field-not-shown", place, template=report.template, key="印章")
        for field in fields_of(Report):
            if Trait.OFFICIAL in field.traits and getattr(report, field.name):
                place = input_.place_of_key((field.key,))
                details = {"template": report.template, "key": field.key}
                yield diagnose("field-not-shown", place, **details)
