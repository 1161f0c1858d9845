"""Node tree -> Reading: the schema, the rules between fields, the files named.

All faults are collected. A fault is shown at the value it concerns, or at the key where a value is
missing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from pydantic import ValidationError

from pipeline.diagnostics.diagnostic import Diagnostic, Location, has_errors
from pipeline.figures.facts import Facts, ResolvedText, Settled, settle
from pipeline.load.yaml import Loaded, diagnose_colon
from pipeline.model.document import Image
from pipeline.model.report import Figure, Report, report_model
from pipeline.model.report.description import keys_at
from pipeline.validate.blanks import check_document_number
from pipeline.validate.charts import check_charts
from pipeline.validate.figures import audit_figures, check_figures, drop_superseded
from pipeline.validate.files import Files
from pipeline.validate.marks import PlacedMark, check_marks, drop_shadowed, unmark
from pipeline.validate.outlines import Outlines, read_outlines
from pipeline.validate.parts import (
    find_strange_body,
    find_strange_parts,
    say_missing_parts,
    without_strange_parts,
)
from pipeline.validate.pointers import check_pointers
from pipeline.validate.recipients import check_recipients
from pipeline.validate.references import check_references, find_referred
from pipeline.validate.room import check_room
from pipeline.validate.schema import to_plain, translate_all
from pipeline.validate.sources import Sourced, read_sources
from pipeline.validate.substance import TemplateRules, check_substance, check_template
from pipeline.validate.texts import in_report_order, resolve_cells, resolve_text, resolve_texts
from pipeline.validate.tree import InputTree, tree_of
from pipeline.validate.years import check_years

__all__ = [
    "NONE_GIVEN",
    "Outlines",
    "Reading",
    "TemplateRules",
    "Valid",
    "read_outlines",
    "read_report",
    "validate",
]


@dataclass(frozen=True, slots=True)
class Valid:
    """A report that can be composed: its pictures by the paths it names them with, its figures.

    Its tables are filled in from the workbooks that they name. `sources` has the SHA-256 of each
    of those by its name, and `sourced_texts` what was taken from their cells. Of the figures that
    were given to it, it has those that it refers to.
    """

    report: Report
    images: Mapping[str, Image]
    facts: Facts
    sources: Mapping[str, str] = field(default_factory=dict)
    sourced_texts: Mapping[Location, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What could be read of an input, and everything that is wrong with it, in the file's order.

    `report` is there as soon as the input is read as it was meant and has the form of a report,
    whatever is wrong with what it says; `facts` are its figures that can be shown, and `texts` what
    was typed, with all its figures filled in.
    `valid` is there where no error stands.
    """

    diagnostics: tuple[Diagnostic, ...]
    report: Report | None = None
    facts: Facts = field(default_factory=lambda: Facts({}))
    valid: Valid | None = None
    texts: tuple[ResolvedText, ...] = ()


NONE_GIVEN: Mapping[str, Figure] = MappingProxyType({})


def validate(
    loaded: Loaded,
    rules: TemplateRules,
    given: Mapping[str, Figure] = NONE_GIVEN,
    *,
    is_set: bool = True,
) -> tuple[Valid | None, tuple[Diagnostic, ...]]:
    """As `read_report`, for those who need a report that can be composed."""
    reading = read_report(loaded, rules, given, is_set=is_set)
    return reading.valid, reading.diagnostics


def read_report(
    loaded: Loaded,
    rules: TemplateRules,
    given: Mapping[str, Figure] = NONE_GIVEN,
    *,
    is_set: bool = True,
) -> Reading:
    """The report of a loaded input as far as it can be read.

    `given` are figures that are not typed in it and that its texts may refer to as well. Of a
    report that is read and not set (not `is_set`) the template and the pictures are left alone.
    """
    if loaded.source is None or loaded.root is None:
        return Reading(loaded.diagnostics)
    outline, unknown = rules.outlines.choose(loaded.source, loaded.root)
    if outline is None:
        return Reading((*loaded.diagnostics, *unknown))
    model = report_model(outline)
    typed = tree_of(loaded.source, loaded.root, model)
    tree, marks = unmark(typed)
    plain, empties = to_plain(without_strange_parts(tree, outline, rules.outlines))
    faults = [*loaded.diagnostics, *find_strange_parts(tree, outline, rules.outlines)]
    faults += find_strange_body(tree, outline, rules.outlines)
    content: _Content | None = None
    try:
        report = model.model_validate(plain)
    except ValidationError as error:
        wrong = translate_all(error, tree, empties)
        faults += say_missing_parts(wrong, tree, outline, rules.outlines)
        texts = resolve_texts(typed, outline, Facts({}))
        faults += _check_texts(typed, texts, Facts({}), given)
    else:
        marked = _Marked(typed, tree, marks)
        content = _read_content(report, marked, rules, given, is_set=is_set)
        faults += content.faults
        reported = {fault.location for fault in faults}
        faults += (fault for fault in empties if fault.location not in reported)
        faults += _check_texts(typed, content.texts, content.settled.sound, given)
    reported = {fault.location for fault in faults}
    faults += (fault for fault in _check_mistyped_keys(typed) if fault.location not in reported)
    faults = [*drop_shadowed(drop_superseded(faults), marks, loaded.source)]
    faults += check_marks(marks, loaded.source, content.report.carried if content else None)
    ordered = tuple(sorted(faults, key=lambda fault: fault.sort_key))
    if content is None:
        return Reading(ordered)
    settled, sourced = content.settled, content.sourced
    if has_errors(ordered):
        is_sure = not has_errors(loaded.diagnostics)
        known = content.report if is_sure else None
        return Reading(ordered, known, settled.well_written, texts=content.texts)
    valid = Valid(content.report, content.images, settled.facts, sourced.files, sourced.texts)
    return Reading(ordered, content.report, settled.facts, valid, content.texts)


@dataclass(frozen=True, slots=True)
class _Content:
    """What a report of the right form says, with what its files hold, and all that is wrong.

    `tree` has the cells that were read beside what was typed.
    """

    report: Report
    tree: InputTree
    texts: tuple[ResolvedText, ...]
    settled: Settled
    sourced: Sourced
    images: Mapping[str, Image]
    faults: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Marked:
    """An input as it was typed, as it is without its marks 【待确认：…】, and those marks."""

    typed: InputTree
    bare: InputTree
    marks: tuple[PlacedMark, ...]


def _read_content(
    report: Report,
    input_: _Marked,
    rules: TemplateRules,
    given: Mapping[str, Figure],
    *,
    is_set: bool,
) -> _Content:
    files = Files(input_.bare)
    sourced = read_sources(report, input_.bare)
    report, tree = sourced.report, replace(input_.bare, cells=sourced.cells)
    faults = [*sourced.faults, *check_substance(report, tree, rules.outlines)]
    if is_set:
        faults += check_template(report, tree, rules)
        is_official = rules.official_by_name.get(report.template, False)
        faults += check_room(report, tree, is_official=is_official)
        faults += files.read(report)
    report = _with_given(report, given, tree)
    settled = settle(report.figures, sourced.values)
    faults += check_figures(report, settled.issues, tree)
    typed = replace(input_.typed, cells=sourced.cells)
    outline = report.body_outline
    texts = resolve_texts(typed, outline, settled.facts)
    read = resolve_cells(report, tree, settled.facts)
    shown = in_report_order((*texts, *read), outline)
    faults += audit_figures(report, settled.facts, shown, tree)
    faults += check_charts(report, settled.sound, tree)
    faults += check_pointers(report, texts)
    faults += check_years(report, texts, typed, input_.marks, settled.facts)
    return _Content(report, tree, texts, settled, sourced, files.images, tuple(faults))


def _check_texts(
    input_: InputTree, texts: tuple[ResolvedText, ...], sound: Facts, given: Mapping[str, Figure]
) -> Iterator[Diagnostic]:
    """What can be said of the texts whatever the form of the report."""
    yield from check_references(input_, texts, sound, given)
    yield from check_document_number(input_)
    yield from check_recipients(texts)


def _with_given(report: Report, given: Mapping[str, Figure], tree: InputTree) -> Report:
    """The report with the given figures that it refers to, as if it declared them."""
    used = {name: given[name] for name in find_referred(tree, given)}
    if not used:
        return report
    return report.model_copy(update={"figures": {**used, **report.figures}})


def _check_mistyped_keys(input_: InputTree) -> Iterator[Diagnostic]:
    """The texts that begin with the name of a field that a mapping in their place could have."""
    for placed in input_.texts():
        scalar, path = placed.scalar, placed.path
        head, colon, _ = scalar.text.partition("：")
        if colon and scalar.is_plain and head.strip() in keys_at(input_.model, path):
            text = resolve_text(scalar, path, input_.source, Facts({}))
            place = text.place_typed(len(head), len(head) + 1)
            yield diagnose_colon(place, head.strip(), may_be_text=True)
