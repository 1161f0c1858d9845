"""The sheet 其他 -> the tree: each text at the end of the way that stands before it."""

from pipeline.form.gather.harvest import Harvest
from pipeline.form.gather.headings import read_headings, shorten
from pipeline.form.paths import read_path
from pipeline.form.words import REST_HEADINGS
from pipeline.sheets import Sheet

_PATH, _TEXT = REST_HEADINGS


def gather_rest(harvest: Harvest, sheet: Sheet) -> None:
    """Adds what the sheet holds to a tree that has all else already."""
    headed = read_headings(harvest, sheet, REST_HEADINGS, REST_HEADINGS)
    if headed is None or len(headed.columns) < len(REST_HEADINGS):
        return
    for row in headed.rows():
        words = harvest.read(sheet, row, headed.columns[_PATH])
        text = harvest.read(sheet, row, headed.columns[_TEXT])
        place = harvest.place(sheet, row, headed.columns[_TEXT])
        read = read_path(words)
        if read is None:
            harvest.tell("form-bad-path", place, found=shorten(words or text))
        else:
            path, empty = read
            harvest.put(path, text if empty is None else empty, place)
