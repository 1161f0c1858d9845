"""Findings -> one web page: a table for each file, and its pages with the findings drawn on them.

It needs no script and no network; every text of a document is escaped. Places are in mm.
"""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from pipeline import __version__
from pipeline.diagnostics.diagnostic import Diagnostic
from pipeline.inspect.files import Checked
from pipeline.inspect.finding import Said, excerpt_of
from pipeline.inspect.labels import Labels
from pipeline.inspect.pages import PageImage
from pipeline.inspect.seen import Box
from pipeline.inspect.summary import (
    ROLE_WORDS,
    SEVERITY_WORDS,
    Grouped,
    clause_of,
    counts,
    doubt,
    group,
    judged_by,
    wanted_of,
)
from pipeline.messages import Lang, Severity
from pipeline.model.standard import PROFILES, PageMeasures

_TEMPLATE = Path(__file__).with_name("report.html")
_EXCERPT_CHARS = 24


@dataclass(frozen=True, slots=True)
class _Row:
    """Findings of one fault as the table shows them; `is_marked`: a page has their number."""

    number: int
    severity: Severity
    id: str
    clause: str
    place: str
    message: str
    found: str
    wanted: str
    fix: str
    doubt: str
    is_marked: bool


@dataclass(frozen=True, slots=True)
class _Drawn:
    """One place of a fault on a page: its box, and where the fault's number stands."""

    number: int
    severity: Severity
    is_first: bool
    x: float
    y: float
    width: float
    height: float
    label_x: float
    label_y: float


@dataclass(frozen=True, slots=True)
class _Page:
    """One page: its picture, its type area where it has the paper's size, what is drawn on it."""

    number: int
    width: float
    height: float
    picture: str
    area: Box | None
    drawn: tuple[_Drawn, ...]


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    is_failed: bool
    counts: str
    judged_by: str
    remark: str
    rows: tuple[_Row, ...]
    pages: tuple[_Page, ...]
    roles: tuple[tuple[str, str, str], ...]

    @property
    def is_drawn_on(self) -> bool:
        return any(page.drawn for page in self.pages)


def html_report(checked: list[Checked], lang: Lang, *, strict: bool = False) -> str:
    """The whole page."""
    return _template().render(
        words={name: said.words(lang) for name, said in _WORDS.items()},
        severities={severity: word.words(lang) for severity, word in SEVERITY_WORDS.items()},
        lang="zh-CN" if lang is Lang.ZH else "en",
        version=__version__,
        files=[_file(one, lang, strict=strict) for one in checked],
    )


@cache
def _template() -> Template:
    environment = ImmutableSandboxedEnvironment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_TEMPLATE.read_text("utf-8"))


_WORDS = {
    "title": Said("公文格式检查结果", "Results of the format check"),
    "file": Said("文件", "File"),
    "result": Said("结果", "Result"),
    "findings": Said("发现的问题", "Findings"),
    "passed": Said("通过", "passed"),
    "failed": Said("没有通过", "failed"),
    "severity": Said("程度", "Severity"),
    "rule": Said("规则和条款", "Rule, clause"),
    "place": Said("位置", "Where"),
    "problem": Said("问题和改法", "Problem and fix"),
    "found": Said("现在", "Found"),
    "wanted": Said("应当", "Wanted"),
    "fix": Said("改法：", "Fix: "),
    "none": Said("没有发现问题。", "Nothing was found."),
    "pages": Said("页面", "Pages"),
    "page": Said("第 {} 页", "Page {}"),
    "area": Said("版心", "type area"),
    "roles": Said("认出的要素", "How each paragraph was taken"),
    "made_by": Said("由 banxin {} 检查", "checked by banxin {}"),
}
_WHOLE = Said("全文", "whole document")


def _file(checked: Checked, lang: Lang, *, strict: bool) -> _File:
    examination, images = checked.examination, checked.images
    marks = images.marks if images else ()
    first = len(checked.diagnostics) + 1
    groups = group(examination.findings) if examination else ()
    shown = {image.page for image in images.pictures} if images else set()
    marked = {mark.finding for mark in marks if mark.page in shown}
    rows = [_row_of_diagnostic(number, one, lang) for number, one in enumerate(checked.diagnostics)]
    rows += [
        _row(number, grouped, lang, is_marked=not marked.isdisjoint(grouped.indices))
        for number, grouped in enumerate(groups, first)
    ]
    return _File(
        name=str(checked.path),
        is_failed=checked.is_failed(strict=strict),
        counts=counts(checked).words(lang),
        judged_by=judged_by(checked).words(lang),
        remark=images.remark.words(lang) if images else "",
        rows=tuple(rows),
        pages=tuple(_pages(checked, groups, first)),
        roles=tuple(_roles(checked, lang)),
    )


def _row_of_diagnostic(index: int, found: Diagnostic, lang: Lang) -> _Row:
    place = found.location
    is_line = place is not None and (place.line, place.column) != (1, 1)
    line = (
        Said(f"第 {place.line} 行第 {place.column} 个字", f"{place.line}:{place.column}")
        if (place)
        else _WHOLE
    )
    return _Row(
        number=index + 1,
        severity=found.severity,
        id=found.code,
        clause="",
        place=(line if is_line else _WHOLE).words(lang),
        message=found.message(lang),
        found="",
        wanted="",
        fix=found.hint(lang),
        doubt="",
        is_marked=False,
    )


def _row(number: int, grouped: Grouped, lang: Lang, *, is_marked: bool) -> _Row:
    finding = grouped.finding
    return _Row(
        number=number,
        severity=finding.severity,
        id=finding.rule_id,
        clause=clause_of(finding.rule).words(lang),
        place=grouped.place.words(lang) or _WHOLE.words(lang),
        message=finding.rule.message(lang),
        found=finding.found.words(lang),
        wanted=wanted_of(finding).words(lang),
        fix=grouped.fix.words(lang),
        doubt=doubt(finding).words(lang),
        is_marked=is_marked,
    )


def _roles(checked: Checked, lang: Lang) -> Iterator[tuple[str, str, str]]:
    for part in checked.examination.outline.parts if checked.examination else ():
        excerpt = excerpt_of(part.look.text, _EXCERPT_CHARS)
        yield ROLE_WORDS[part.role].words(lang), f"{part.certainty:.0%}", excerpt


# --- pages -----------------------------------------------------------------------------------


def _pages(checked: Checked, groups: tuple[Grouped, ...], first: int) -> Iterator[_Page]:
    """The pages that have pictures; `first` is the number of the first of the groups."""
    if checked.examination is None or checked.images is None:
        return
    measures = checked.rules.measures or PROFILES[checked.examination.profile]
    numbers = {index: number for number, one in enumerate(groups, first) for index in one.indices}
    findings, marks = checked.examination.findings, checked.images.marks
    numbered: set[int] = set()
    for image in checked.images.pictures:
        places = dict.fromkeys(
            (numbers[mark.finding], findings[mark.finding].severity, mark.box_mm)
            for mark in marks
            if mark.page == image.page
        )
        yield _Page(
            number=image.page,
            width=round(image.width_mm, 2),
            height=round(image.height_mm, 2),
            picture=base64.b64encode(image.png).decode("ascii"),
            area=_area(image, measures.page),
            drawn=tuple(_drawn(places, numbered)),
        )


_SAME_SIZE_MM = 2.0


def _area(image: PageImage, page: PageMeasures) -> Box | None:
    """The type area as x, y, width and height; none on paper of another size."""
    off = max(abs(image.width_mm - page.width_mm), abs(image.height_mm - page.height_mm))
    if off > _SAME_SIZE_MM:
        return None
    return (
        page.left_mm,
        page.top_mm,
        page.width_mm - page.left_mm - page.right_mm,
        page.height_mm - page.top_mm - page.bottom_mm,
    )


_LEAST_MM = 1.0
"""A box that is thinner would not be seen."""
_AROUND_MM = 0.8
_LABEL_OUT_MM = 2.6


def _drawn(places: Iterable[tuple[int, Severity, Box]], numbered: set[int]) -> Iterator[_Drawn]:
    """The boxes of one page; `numbered` are the numbers that stand on an earlier one too."""
    labels = Labels()
    for number, severity, (left, top, right, bottom) in places:
        label_x, label_y = labels.take(left - _LABEL_OUT_MM, top - 1)
        yield _Drawn(
            number=number,
            severity=severity,
            is_first=number not in numbered,
            x=round(left - _AROUND_MM, 2),
            y=round(top - _AROUND_MM, 2),
            width=round(max(right - left, _LEAST_MM) + 2 * _AROUND_MM, 2),
            height=round(max(bottom - top, _LEAST_MM) + 2 * _AROUND_MM, 2),
            label_x=round(label_x, 2),
            label_y=round(label_y, 2),
        )
        numbered.add(number)
