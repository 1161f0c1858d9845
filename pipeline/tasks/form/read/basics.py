"""The sheet 基本信息 -> fields of the report, each found by its name, in any order."""

from pipeline.diagnostics.diagnostic import Location
from pipeline.load.sheets import Sheet
from pipeline.load.sheets.columns import squeeze
from pipeline.tasks.form.boxes import BASICS, BoxKind, FormBox
from pipeline.tasks.form.lines import unpack
from pipeline.tasks.form.read.headings import read_headings, shorten
from pipeline.tasks.form.read.state import ImportState
from pipeline.tasks.form.words import BASICS_HEADINGS

_LABEL, _CONTENT, _NOTE = BASICS_HEADINGS


def read_basics(state: ImportState, sheet: Sheet) -> None:
    headed = read_headings(state, sheet, BASICS_HEADINGS, (_LABEL, _CONTENT))
    if headed is None or not {_LABEL, _CONTENT} <= set(headed.columns):
        return
    boxes = {squeeze(box.label): box for box in BASICS}
    labels, contents = headed.columns[_LABEL], headed.columns[_CONTENT]
    for row in headed.rows():
        label = state.read(sheet, row, labels)
        text = state.read(sheet, row, contents)
        box = boxes.get(squeeze(label).rstrip("*:"))
        if box is not None:
            _take(state, sheet, (row, contents), box, text)
        elif label:
            place = state.place(sheet, row, labels)
            names = [box.label for box in BASICS]
            state.report_unknown("form-unknown-label", place, shorten(label), names)
        elif text:
            place = state.place(sheet, row, contents)
            state.report("form-label-missing", place, found=shorten(text))


def _take(state: ImportState, sheet: Sheet, at: tuple[int, int], box: FormBox, text: str) -> None:
    place = state.place(sheet, *at)
    if len(box.path) == 1:
        state.blanks.setdefault(box.label, place)
    if not text:
        return
    if box.kind is BoxKind.DATE:
        day = sheet.cell(*at).day  # However the cell shows it.
        text = halve_digits(state, text, place) if day is None else day.isoformat()
    value = unpack(text, box.kind)
    if value is None:
        state.report("form-pairs", place, name=box.label)
    else:
        state.put(box.path, value, place)


_DIGITS = str.maketrans("０１２３４５６７８９．－％", "0123456789.-%")


def halve_digits(state: ImportState, text: str, place: Location) -> str:
    """A number or a date with half-width digits, which is reported where they were not."""
    plain = text.translate(_DIGITS)
    if plain != text:
        state.report("form-digits-halved", place, found=text, made=plain)
    return plain
