"""The sheet 正文 -> the lead, the parts with their headings, paragraphs and points, the closing."""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from pipeline.diagnostics.diagnostic import Location
from pipeline.load.sheets import Sheet
from pipeline.load.sheets.columns import squeeze
from pipeline.load.yaml_text import Path
from pipeline.tasks.form.paths import read_path
from pipeline.tasks.form.plan import BodyPlan
from pipeline.tasks.form.read.headings import Headed, read_headings, shorten
from pipeline.tasks.form.read.state import ImportState, insert
from pipeline.tasks.form.words import (
    BODY_HEADINGS,
    EXTRA,
    HEADING_LEVELS,
    ITEM,
    OWNER_LEVELS,
    OWNERS,
    PARAGRAPH,
    PART_HEADING,
    POINT,
    owner_of,
)

_PART, _KIND, _TEXT, _OWNER, _PLACE = BODY_HEADINGS
_HEADING, _PARAGRAPHS, _POINTS = "小标题", "段落", "分述"
_OWN_HEADING, _CONTENT = "标题", "内容"


def read_body(state: ImportState, sheet: Sheet, plan: BodyPlan) -> None:
    """Adds the lead, the parts of a plan and the closing to the tree."""
    headed = read_headings(state, sheet, BODY_HEADINGS, (_PART, _KIND, _TEXT))
    if headed is None or _TEXT not in headed.columns:
        return
    for part in plan.fields:
        state.blanks.setdefault(part, state.place(sheet, headed.row, headed.columns[_TEXT]))
    parts = {part: _read_into(state, part, plan) for part in plan.fields}
    current = ""
    for number in headed.rows():
        before = len(state.faults)
        row = _read_row(state, headed, number, plan)
        if len(state.faults) > before:
            # What stands below may have lost its heading by it.
            for one in parts.values():
                one.is_sure = False
        if row is None:
            continue
        if not row.part:
            row.part = current
        if not row.part:
            parts_offered = "、".join(plan.fields)
            state.report(
                "form-part-missing", row.place, found=shorten(row.text), parts=parts_offered
            )
            continue
        current = row.part
        parts[current].take(row)
    for part in plan.fields:
        parts[part].finish()


def _read_into(state: ImportState, part: str, plan: BodyPlan) -> "_Part | _Paragraphs | _OwnParts":
    """What takes the rows of one field of the sheet."""
    if part not in plan.parts:
        return _Paragraphs(state, part)
    return _OwnParts(state, part) if plan.has_own_headings else _Part(state, (part,))


@dataclass(slots=True)
class _Row:
    part: str
    kind: str
    text: str
    level: int | None
    words: str
    place: Location
    """Of the text."""
    kind_place: Location
    owner_place: Location


def _read_row(state: ImportState, headed: Headed, number: int, plan: BodyPlan) -> _Row | None:
    """A row; None where it says nothing, or what cannot be understood, which is reported."""
    sheet, columns = headed.sheet, headed.columns

    def read(heading: str, *, is_shared: bool = False) -> tuple[str, Location]:
        column = columns.get(heading, columns[_TEXT])
        text = state.read(sheet, number, column, is_shared=is_shared) if heading in columns else ""
        return text, state.place(sheet, number, column)

    part, part_place = read(_PART, is_shared=True)
    kind, kind_place = read(_KIND)
    text, place = read(_TEXT)
    owner, owner_place = read(_OWNER)
    words, _ = read(_PLACE)
    places = place, kind_place, owner_place
    before = len(state.faults)
    part = _choose(state, part, part_place, plan.fields)
    others = (*HEADING_LEVELS, ITEM, EXTRA)
    kind = _choose(state, kind or PARAGRAPH, kind_place, plan.kinds, others)
    owner = _choose(state, owner, owner_place, OWNERS, tuple(OWNER_LEVELS))
    if len(state.faults) > before:
        return None
    if not text and kind in (PARAGRAPH, POINT):
        # A row that was only begun, or left over.
        return _Row(part, "", "", None, "", *places) if part else None
    level = OWNER_LEVELS[owner] if owner else None
    return _Row(part, kind, text, level, words, *places)


def _choose(
    state: ImportState,
    found: str,
    place: Location,
    offered: tuple[str, ...],
    others: tuple[str, ...] = (),
) -> str:
    """The word that was meant by one that differs in blanks and widths only; else it is reported.

    `others` are known too, and not what a clerk would choose.
    """
    if not found:
        return ""
    names = {squeeze(name): name for name in (*offered, *others)}
    plain = squeeze(unicodedata.normalize("NFKC", found))
    if plain not in names:
        state.report_unknown("form-unknown-choice", place, shorten(found), offered)
    return names.get(plain, "")


@dataclass(slots=True)
class _Paragraphs:
    """The lead or the closing as it is read: paragraphs and nothing else."""

    state: ImportState
    name: str
    is_sure: bool = True
    """Whether every row above was understood."""
    _texts: list[str] = field(default_factory=list)

    def take(self, row: _Row) -> None:
        if not row.kind:
            return
        if row.kind != PARAGRAPH:
            details = {"kind": row.kind, "part": self.name}
            self.state.report("form-kind-misplaced", row.kind_place, **details)
            return
        if not self._texts:
            self.state.values[self.name,] = row.place
        self.state.values[self.name, len(self._texts)] = row.place
        self._texts.append(row.text)

    def finish(self) -> None:
        """Hands what was read to the tree."""
        if self._texts:
            self.state.tree[self.name] = "\n".join(self._texts)


@dataclass(slots=True)
class _OwnParts:
    """The parts whose headings are among the rows, as they are read."""

    state: ImportState
    name: str
    is_sure: bool = True
    """Whether every row above was understood."""
    _parts: list[tuple[str, "_Part"]] = field(default_factory=list)

    def take(self, row: _Row) -> None:
        if not row.kind:
            return
        if row.kind == PART_HEADING:
            here = (self.name, len(self._parts))
            self._parts.append((row.text, _Part(self.state, (*here, _CONTENT))))
            self.state.values[here] = row.place
            self.state.values[*here, _OWN_HEADING] = row.place
        elif self._parts:
            _, part = self._parts[-1]
            part.is_sure = self.is_sure
            part.take(row)
        elif self.is_sure:
            self.state.report("form-part-heading-missing", row.place, found=shorten(row.text))
            # Once is enough: a heading there takes all that follow.
            self.is_sure = False

    def finish(self) -> None:
        """Hands what was read to the tree."""
        if self._parts:
            self.state.tree[self.name] = [
                {_OWN_HEADING: heading, _CONTENT: part.items} for heading, part in self._parts
            ]


@dataclass(slots=True)
class _Part:
    """One part as it is read: its items, and the headings that the last row stands under."""

    state: ImportState
    root: Path
    items: list[Any] = field(default_factory=list)
    is_sure: bool = True
    """Whether every row above was understood."""
    _open: list[tuple[dict[str, Any], Path]] = field(default_factory=list)
    _extras_of: tuple[dict[str, Any], Path] | None = None

    def take(self, row: _Row) -> None:
        if not row.kind:
            return
        if row.kind == EXTRA:
            self._take_extra(row)
        elif row.kind in HEADING_LEVELS:
            self._take_heading(row, HEADING_LEVELS[row.kind])
        elif row.kind == POINT:
            self._take_point(row)
        else:
            self._take_text(row)

    def _report(self, code: str, row: _Row, **details: object) -> None:
        place = row.owner_place if code == "form-owner-missing" else row.kind_place
        if self.is_sure:
            self.state.report(code, place, **details)

    def _list_at(self, level: int) -> tuple[list[Any], Path]:
        """What stands under the open heading of a level, or under the part at 0."""
        if level == 0:
            return self.items, self.root
        section, path = self._open[level - 1]
        return section.setdefault(_PARAGRAPHS, []), (*path, _PARAGRAPHS)

    def _turn_to(self, row: _Row) -> int | None:
        """The level that a paragraph or point belongs to; the headings below it are closed."""
        level = len(self._open) if row.level is None else row.level
        if level > len(self._open):
            self._report("form-owner-missing", row, owner=owner_of(level))
            return None
        del self._open[level:]
        return level

    def _is_after_points(self, row: _Row, level: int) -> bool:
        if level and _POINTS in self._open[level - 1][0]:
            self._report("form-text-after-points", row, found=shorten(row.text))
            return True
        return False

    def _take_heading(self, row: _Row, level: int) -> None:
        if level - 1 > len(self._open):
            missing = next(kind for kind, at in HEADING_LEVELS.items() if at == len(self._open) + 1)
            self._report("form-level-jump", row, kind=row.kind, missing=missing)
            level = len(self._open) + 1
        del self._open[level - 1 :]
        if self._is_after_points(row, level - 1):
            return
        items, path = self._list_at(level - 1)
        here = (*path, len(items))
        section: dict[str, Any] = {_HEADING: row.text}
        items.append(section)
        self._open.append((section, here))
        self._extras_of = (section, here)
        self.state.values[here] = row.place
        self.state.values[*here, _HEADING] = row.place

    def _take_text(self, row: _Row) -> None:
        self._extras_of = None
        level = self._turn_to(row)
        if level is None or self._is_after_points(row, level):
            return
        items, path = self._list_at(level)
        here = (*path, len(items))
        self.state.values[here] = row.place
        items.append({} if row.kind == ITEM else row.text)
        if row.kind == ITEM:
            self._extras_of = (items[-1], here)

    def _take_point(self, row: _Row) -> None:
        self._extras_of = None
        level = self._turn_to(row)
        if level is None:
            return
        section, path = self._open[level - 1] if level else self._points_alone(row)
        points = section.setdefault(_POINTS, [])
        self.state.values[*path, _POINTS, len(points)] = row.place
        points.append(row.text)

    def _points_alone(self, row: _Row) -> tuple[dict[str, Any], Path]:
        """The item of points without a heading that a row goes on with, or begins."""
        last = self.items[-1] if self.items else None
        if not (isinstance(last, dict) and set(last) == {_POINTS}):
            self.state.values[*self.root, len(self.items)] = row.place
            self.items.append({})
        return self.items[-1], (*self.root, len(self.items) - 1)

    def _take_extra(self, row: _Row) -> None:
        read = read_path(row.words)
        if self._extras_of is None:
            self._report("form-extra-alone", row)
        elif read is None:
            self.state.report("form-bad-path", row.kind_place, found=row.words)
        else:
            section, here = self._extras_of
            path, empty = read
            if insert(section, path, row.text if empty is None else empty):
                self.state.values[*here, *path] = row.place
            else:
                self.state.report_taken(row.words, (*here, *path), row.place)

    def finish(self) -> None:
        """Hands what was read to the tree."""
        if self.items:
            (name,) = self.root
            self.state.tree[str(name)] = self.items
