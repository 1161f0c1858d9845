"""Where a text points to an annex or a chart by its number: 见附件4, 如图5所示.

A number is that of the mark which the program sets; a single annex and a lone chart bear none.
The annexes of other documents are left alone: 见《……方案》附件2, 见通知附件4.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.chinese.dates import TO
from pipeline.chinese.numerals import NUMERAL, read_numeral
from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.figures.facts import ResolvedText
from pipeline.model.report import ACTIVITY, ANNEXES, FIGURES, TITLE, Report

_SEE = (
    r"(?:详见|参见|(?<!意)见|(?<![假例譬比诸])如)"
    r"(?:本报告|本总结|文后|后附|所附|随附|下面|下)?[的：:“（( ]{0,2}"
)
_NUMBER = rf"(?:[0-9]{{1,2}}(?![0-9.．a-zA-Z])|{NUMERAL}(?=[，。；：、！？）)”]|所示|$))"
# A number in a list without 附件 must not count something else: 见附件1、4个村的名单.
_ALONE = r"(?=[，。；：、！？）)”和及与以至到—~～-]|所示|$)"
_MORE = rf"(?:(?:[、，和及与]|以及|{TO})(?:%s{_NUMBER}|{_NUMBER}{_ALONE})(?!-[0-9]))*"
# 图2-1 is a number by chapters, which no program sets.
_TO_ANNEX = re.compile(rf"{_SEE}(?P<all>附件[ ]?{_NUMBER}{_MORE % '附件'})(?!-[0-9])")
_TO_CHART = re.compile(rf"{_SEE}(?P<all>图[ ]?{_NUMBER}(?!-[0-9]){_MORE % '图'})")
_TO_ANY_ANNEX = re.compile(rf"{_SEE}(?P<all>附件)(?=[，。；、！？）)”]|$)")
_ONE = re.compile(rf"(?P<kind>附件|图)?[ ]?(?P<number>{_NUMBER})")
# What follows a comma is another list, unless it names its kind: 见附件1，3个社区参加.
_NOT_LISTED = frozenset("，")

_TITLES = frozenset({TITLE, ACTIVITY, FIGURES})
_OTHER_DOCUMENT = re.compile(
    r"(?:通知|方案|办法|细则|规定|意见|制度|规则|预案|章程|函|批复|公告|通告|标准|规范|计划|规划)[^，。]{0,4}$"
)
_TYPED_CAPTION = re.compile(r"[ ]?图[ ]?(?P<number>[0-9]{1,2})(?![0-9.-])")
_CAPTION = "说明"


@dataclass(frozen=True, slots=True)
class _Pointer:
    """One number that a text points to, and its span; none where it says 附件 alone."""

    start: int
    end: int
    number: int | None


def check_pointers(report: Report, readings: Sequence[ResolvedText]) -> Iterator[Diagnostic]:
    """The annexes and charts that texts point to and that are not there, or bear no number."""
    charts, captions = len(tuple(report.charts())), frozenset(_typed_captions(readings))
    annexes = len(report.annexes)
    pictures = sum(len(annex.pictures) for annex in report.annexes)
    for reading in readings:
        if reading.path[0] in _TITLES or _is_of_another(reading, report):
            continue
        for pointer in _find(reading, _TO_ANNEX):
            yield from _check_annex(pointer, annexes, reading)
        for pointer in _find(reading, _TO_ANY_ANNEX) if not annexes else ():
            yield from _check_annex(pointer, annexes, reading)
        for pointer in _find(reading, _TO_CHART):
            if pointer.number not in captions:
                yield from _check_chart(pointer, charts, pictures, reading)


def _is_of_another(reading: ResolvedText, report: Report) -> bool:
    """Whether a text stands in an annex that is a document of its own, with annexes of its own."""
    match reading.path:
        case (str(key), int(number), *_) if key == ANNEXES and number < len(report.annexes):
            return _OTHER_DOCUMENT.search(report.annexes[number].name) is not None
        case _:
            return False


def _typed_captions(readings: Sequence[ResolvedText]) -> Iterator[int]:
    """The numbers that the captions of pictures were typed with."""
    for reading in readings:
        match = _TYPED_CAPTION.match(reading.text) if reading.path[-1] == _CAPTION else None
        if match is not None:
            yield int(match["number"])


def _find(reading: ResolvedText, pattern: re.Pattern[str]) -> Iterator[_Pointer]:
    text = reading.text
    for match in pattern.finditer(text):
        if reading.is_quoted(match.start(), "“”") or reading.is_marked(*match.span()):
            continue
        numbers = tuple(_ONE.finditer(text, *match.span("all")))
        if not numbers:
            yield _Pointer(*match.span("all"), None)
        for index, one in enumerate(numbers):
            is_loose = index > 0 and one["kind"] is None and text[one.start() - 1] in _NOT_LISTED
            if is_loose:
                break
            start = match.start("all") if index == 0 else one.start()
            yield _Pointer(start, one.end(), read_numeral(one["number"]))


def _check_annex(pointer: _Pointer, count: int, reading: ResolvedText) -> Iterator[Diagnostic]:
    number = pointer.number
    place = reading.place(pointer.start, pointer.end)
    words = _words("附件", number)
    if count == 0:
        counted = {"count_zh": "没有附件", "count_en": "no annex"}
        yield diagnose("annex-missing", place, found=words, **counted)
    elif number is not None and not 1 <= number <= count:
        counted = {"count_zh": f"只有 {count} 个附件", "count_en": f"only {count}"}
        yield diagnose("annex-missing", place, found=words, **counted)
    elif count == 1:
        yield diagnose("annex-unnumbered", place, found=words)


def _check_chart(
    pointer: _Pointer, charts: int, pictures: int, reading: ResolvedText
) -> Iterator[Diagnostic]:
    number = pointer.number or 0
    place = reading.place(pointer.start, pointer.end)
    words = _words("图", number)
    if charts > 1 and 1 <= number <= charts:
        return
    if 1 <= number <= charts + pictures:
        yield diagnose("chart-unnumbered", place, found=words)
        return
    counted = {
        "count_zh": f"只有 {charts} 个图表" if charts else "没有图表",
        "count_en": f"only {charts}" if charts else "no chart",
    }
    yield diagnose("chart-missing", place, found=words, **counted)


def _words(kind: str, number: int | None) -> str:
    return kind if number is None else f"{kind}{number}"
