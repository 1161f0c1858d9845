"""The dates of an input's fields: in order, the phases within the activity, its 届次 right."""

import itertools
import re
from collections.abc import Iterable, Iterator
from datetime import date

from pipeline.chinese.dates import find_ordinals
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml import locate
from pipeline.model.report import Activity, Phase, Report
from pipeline.validate.marks import Confirmed
from pipeline.validate.tree import InputTree, Path
from pipeline.validate.years.calendar import LAST_MONTH_FOR_LAST_YEAR

_DATE_WORDS: dict[str | int, str] = {
    "开始": "活动开始",
    "结束": "活动结束",
    "日期": "成文日期",
    "印发日期": "印发日期",
}


def check_dates(report: Report, input_: InputTree, confirmed: Confirmed) -> Iterator[Diagnostic]:
    """What is wrong between the dates of the fields; those to be confirmed are left out."""
    yield from _check_order(report, input_, confirmed)
    yield from _check_number(report, input_, confirmed)
    if report.activity is not None:
        yield from _check_phases(report.activity, input_, confirmed)
        yield from _check_ordinal(report, report.activity, input_)


def _check_order(report: Report, input_: InputTree, confirmed: Confirmed) -> Iterator[Diagnostic]:
    activity = report.activity
    dated: list[tuple[Path, date | None]] = [
        (("活动", "开始"), activity.start if activity else None),
        (("活动", "结束"), activity.end if activity else None),
        (("日期",), report.date),
        (("印发日期",), report.printing_date),
    ]
    given = [(path, day) for path, day in dated if day is not None and path in confirmed]
    words = [(path, _DATE_WORDS[path[-1]], day) for path, day in given]
    yield from _report_disorder(itertools.pairwise(words), input_)


_NUMBERED = re.compile(r"〔(?P<year>(?:19|20)[0-9]{2})〕")


def _check_number(report: Report, input_: InputTree, confirmed: Confirmed) -> Iterator[Diagnostic]:
    """The year in the document's number against that of its date; early in a year both will do."""
    number, path = report.document_number, ("发文字号",)
    match = _NUMBERED.search(number) if number is not None else None
    if match is None or path not in confirmed or ("日期",) not in confirmed:
        return
    year, day = int(match["year"]), report.date
    is_of_last = year == day.year - 1 and day.month <= LAST_MONTH_FOR_LAST_YEAR
    if year != day.year and not is_of_last:
        place = input_.place(path, match[0])
        yield diagnose("number-year", place, found=match[0], date=day, year=day.year)


_Dated = tuple[Path, str, date]


def _report_disorder(
    pairs: Iterable[tuple[_Dated, _Dated]], input_: InputTree
) -> Iterator[Diagnostic]:
    for (_, earlier_key, earlier), (path, later_key, later) in pairs:
        if later < earlier:
            yield diagnose(
                "date-order",
                input_.place(path),
                later_key=later_key,
                later=later,
                earlier_key=earlier_key,
                earlier=earlier,
            )


def _check_phases(
    activity: Activity, input_: InputTree, confirmed: Confirmed
) -> Iterator[Diagnostic]:
    numbered = [(("活动", "阶段", index), phase) for index, phase in enumerate(activity.phases)]
    sure = [(path, phase) for path, phase in numbered if path in confirmed]
    for path, phase in sure:
        yield from _check_phase(path, phase, activity, input_, confirmed)
    for (_, before), (path, phase) in itertools.pairwise(sure):
        names = {"name": phase.name, "before": before.name}
        place = input_.place((*path, "开始"))
        if phase.start < before.start:
            yield diagnose("phases-out-of-order", place, **names)
        elif phase.start <= before.end:
            details = {"start": phase.start, "end": before.end}
            yield diagnose("phases-overlap", place, **names, **details)


def _check_phase(
    path: Path, phase: Phase, activity: Activity, input_: InputTree, confirmed: Confirmed
) -> Iterator[Diagnostic]:
    ends: tuple[tuple[str, date], ...] = (("开始", phase.start), ("结束", phase.end))
    if phase.end < phase.start:
        start, end = (((*path, key), f"{phase.name}{key}", day) for key, day in ends)
        yield from _report_disorder([(start, end)], input_)
        return
    first = activity.start if ("活动", "开始") in confirmed else None
    last = activity.end if ("活动", "结束") in confirmed else None
    for key, day in ends:
        if (first and day < first) or (last and day > last):
            yield diagnose(
                "phase-outside-activity",
                input_.place((*path, key)),
                name=phase.name,
                key=key,
                day=day,
                start=first or "……",
                end=last or "……",
            )


def _check_ordinal(report: Report, activity: Activity, input_: InputTree) -> Iterator[Diagnostic]:
    """届次 against the year of the first, and 第N届 against 届次."""
    declared = activity.ordinal
    day = activity.end or activity.start or report.date
    if activity.first_year is not None:
        counted = day.year - activity.first_year + 1
        if declared is not None and declared != counted:
            yield diagnose(
                "ordinal-and-year",
                input_.place(("活动", "届次")),
                found=f"第{declared}届",
                year=day.year,
                first=activity.first_year,
                wanted=f"第{counted}届",
            )
            return
        declared = counted
    yield from _check_names(report, activity, declared, input_)


def _check_names(
    report: Report, activity: Activity, declared: int | None, input_: InputTree
) -> Iterator[Diagnostic]:
    """第N届 in the activity's name and in the title, against what is declared or that name's."""
    own = next(find_ordinals(activity.name), None)
    wanted = declared if declared is not None else own.number if own else None
    name = _begin(activity.name, own.end if own else 0)
    for path, text in ((("活动", "名称"), activity.name), (("标题",), report.title)):
        for found in find_ordinals(text):
            # A title may speak of another activity, whose number is its own.
            is_this = _begin(text, found.end) == name
            if wanted is not None and is_this and found.number != wanted:
                words = text[found.start : found.end]
                place = locate(input_.source, input_.node(path), words)
                details = {"found": words, "wanted": found.write(wanted), "key": "活动"}
                yield diagnose("ordinal-and-declared", place, **details)


_DISTINCTIVE_CHARS = 3
"""So many characters of a name show which activity it is."""


def _begin(text: str, index: int) -> str:
    """How a name begins that stands at a place of a text, without the quotes around it."""
    return text[index:].lstrip("“《‘")[:_DISTINCTIVE_CHARS]
