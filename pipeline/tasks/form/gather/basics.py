"""The sheet 基本信息 -> fields of the report, each found by its name, in any order."""

from pipeline.diagnostics.diagnostic import Location
from pipeline.load.sheets import Sheet
from pipeline.load.sheets.columns import squeeze
from pipeline.tasks.form.boxes import BASICS, Box, Kind
from pipeline.tasks.form.gather.harvest import Harvest
from pipeline.tasks.form.gather.headings import read_headings, shorten
from pipeline.tasks.form.lines import unpack
from pipeline.tasks.form.words import BASICS_HEADINGS

_LABEL, _CONTENT, _NOTE = BASICS_HEADINGS


def gather_basics(harvest: Harvest, sheet: Sheet) -> None:
    headed = read_headings(harvest, sheet, BASICS_HEADINGS, (_LABEL, _CONTENT))
    if headed is None or not {_LABEL, _CONTENT} <= set(headed.columns):
        return
    boxes = {squeeze(box.label): box for box in BASICS}
    labels, contents = headed.columns[_LABEL], headed.columns[_CONTENT]
    for row in headed.rows():
        label = harvest.read(sheet, row, labels)
        text = harvest.read(sheet, row, contents)
        box = boxes.get(squeeze(label).rstrip("*:"))
        if box is not None:
            _take(harvest, sheet, (row, contents), box, text)
        elif label:
            place = harvest.place(sheet, row, labels)
            names = [box.label for box in BASICS]
            harvest.tell_unknown("form-unknown-label", place, shorten(label), names)
        elif text:
            place = harvest.place(sheet, row, contents)
            harvest.tell("form-label-missing", place, found=shorten(text))


def _take(harvest: Harvest, sheet: Sheet, at: tuple[int, int], box: Box, text: str) -> None:
    place = harvest.place(sheet, *at)
    if len(box.path) == 1:
        harvest.blanks.setdefault(box.label, place)
    if not text:
        return
    if box.kind is Kind.DATE:
        day = sheet.cell(*at).day  # However the cell shows it.
        text = halve_digits(harvest, text, place) if day is None else day.isoformat()
    value = unpack(text, box.kind)
    if value is None:
        harvest.tell("form-pairs", place, name=box.label)
    else:
        harvest.put(box.path, value, place)


_DIGITS = str.maketrans("０１２３４５６７８９．－％", "0123456789.-%")


def halve_digits(harvest: Harvest, text: str, place: Location) -> str:
    """A number or a date with half-width digits, which is told where they were not."""
    plain = text.translate(_DIGITS)
    if plain != text:
        harvest.tell("form-digits-halved", place, found=text, made=plain)
    return plain
