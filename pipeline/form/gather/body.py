"""The sheet 正文 -> the lead, the parts with their headings, paragraphs and points, the closing."""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from pipeline.diagnostics import Location
from pipeline.form.gather.harvest import Harvest, insert
from pipeline.form.gather.headings import Headed, read_headings, shorten
from pipeline.form.paths import read_path
from pipeline.form.words import (
    BODY,
    BODY_HEADINGS,
    EXTRA,
    HEADING_LEVELS,
    ITEM,
    KINDS,
    OWNER_LEVELS,
    OWNERS,
    PARAGRAPH,
    PART_NAMES,
    POINT,
    owner_of,
)
from pipeline.sheets import Sheet
from pipeline.sheets.columns import squeeze
from pipeline.yaml_text import Path

_PART, _KIND, _TEXT, _OWNER, _PLACE = BODY_HEADINGS
_HEADING, _PARAGRAPHS, _POINTS = "小标题", "段落", "分述"


def gather_body(harvest: Harvest, sheet: Sheet) -> None:
    headed = read_headings(harvest, sheet, BODY_HEADINGS, (_PART, _KIND, _TEXT))
    if headed is None or _TEXT not in headed.columns:
        return
    for part in BODY:
        harvest.blanks.setdefault(part, harvest.place(sheet, headed.row, headed.columns[_TEXT]))
    parts = {part: _Part(harvest, part) for part in BODY}
    current = ""
    for number in headed.rows():
        before = len(harvest.faults)
        row = _read_row(harvest, headed, number)
        if len(harvest.faults) > before:
            # What stands below may have lost its heading by it.
            for one in parts.values():
                one.is_sure = False
        if row is None:
            continue
        if not row.part:
            row.part = current
        if not row.part:
            harvest.tell("form-part-missing", row.place, found=shorten(row.text))
            continue
        current = row.part
        parts[current].take(row)
    for part in BODY:
        parts[part].finish()


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


def _read_row(harvest: Harvest, headed: Headed, number: int) -> _Row | None:
    """A row; None where it says nothing, or what cannot be understood, which is told."""
    sheet, columns = headed.sheet, headed.columns

    def read(heading: str, *, is_shared: bool = False) -> tuple[str, Location]:
        column = columns.get(heading, columns[_TEXT])
        text = (
            harvest.read(sheet, number, column, is_shared=is_shared) if heading in columns else ""
        )
        return text, harvest.place(sheet, number, column)

    part, part_place = read(_PART, is_shared=True)
    kind, kind_place = read(_KIND)
    text, place = read(_TEXT)
    owner, owner_place = read(_OWNER)
    words, _ = read(_PLACE)
    places = place, kind_place, owner_place
    before = len(harvest.faults)
    part = _choose(harvest, part, part_place, BODY)
    kind = _choose(harvest, kind or PARAGRAPH, kind_place, (*KINDS, *HEADING_LEVELS, ITEM, EXTRA))
    owner = _choose(harvest, owner, owner_place, (*OWNERS, *OWNER_LEVELS))
    if len(harvest.faults) > before:
        return None
    if not text and kind in (PARAGRAPH, POINT):
        # A row that was only begun, or left over.
        return _Row(part, "", "", None, "", *places) if part else None
    level = OWNER_LEVELS[owner] if owner else None
    return _Row(part, kind, text, level, words, *places)


def _choose(harvest: Harvest, found: str, place: Location, known: tuple[str, ...]) -> str:
    """The word that was meant by one that differs in blanks and widths only; else it is told."""
    if not found:
        return ""
    names = {squeeze(name): name for name in known}
    plain = squeeze(unicodedata.normalize("NFKC", found))
    if plain not in names:
        offered = tuple(dict.fromkeys(name for name in known if name in (*BODY, *KINDS, *OWNERS)))
        harvest.tell_unknown("form-unknown-choice", place, shorten(found), offered)
    return names.get(plain, "")


@dataclass(slots=True)
class _Part:
    """One part as it is gathered: its items, and the headings that the last row stands under."""

    harvest: Harvest
    name: str
    items: list[Any] = field(default_factory=list)
    is_sure: bool = True
    """Whether every row above was understood."""
    _open: list[tuple[dict[str, Any], Path]] = field(default_factory=list)
    _extras_of: tuple[dict[str, Any], Path] | None = None

    def take(self, row: _Row) -> None:
        if not row.kind:
            return
        if self.name not in PART_NAMES and row.kind != PARAGRAPH:
            self._tell("form-kind-misplaced", row, kind=row.kind, part=self.name)
        elif row.kind == EXTRA:
            self._take_extra(row)
        elif row.kind in HEADING_LEVELS:
            self._take_heading(row, HEADING_LEVELS[row.kind])
        elif row.kind == POINT:
            self._take_point(row)
        else:
            self._take_text(row)

    def _tell(self, code: str, row: _Row, **details: object) -> None:
        place = row.owner_place if code == "form-owner-missing" else row.kind_place
        if self.is_sure or code == "form-kind-misplaced":
            self.harvest.tell(code, place, **details)

    def _list_at(self, level: int) -> tuple[list[Any], Path]:
        """What stands under the open heading of a level, or under the part at 0."""
        if level == 0:
            return self.items, (self.name,)
        section, path = self._open[level - 1]
        return section.setdefault(_PARAGRAPHS, []), (*path, _PARAGRAPHS)

    def _turn_to(self, row: _Row) -> int | None:
        """The level that a paragraph or point belongs to; the headings below it are closed."""
        level = len(self._open) if row.level is None else row.level
        if level > len(self._open):
            self._tell("form-owner-missing", row, owner=owner_of(level))
            return None
        del self._open[level:]
        return level

    def _is_after_points(self, row: _Row, level: int) -> bool:
        if level and _POINTS in self._open[level - 1][0]:
            self._tell("form-text-after-points", row, found=shorten(row.text))
            return True
        return False

    def _take_heading(self, row: _Row, level: int) -> None:
        if level - 1 > len(self._open):
            missing = next(kind for kind, at in HEADING_LEVELS.items() if at == len(self._open) + 1)
            self._tell("form-level-jump", row, kind=row.kind, missing=missing)
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
        self.harvest.values[here] = row.place
        self.harvest.values[*here, _HEADING] = row.place

    def _take_text(self, row: _Row) -> None:
        self._extras_of = None
        level = self._turn_to(row)
        if level is None or self._is_after_points(row, level):
            return
        items, path = self._list_at(level)
        here = (*path, len(items))
        self.harvest.values[here] = row.place
        items.append({} if row.kind == ITEM else row.text)
        if row.kind == ITEM:
            self._extras_of = (items[-1], here)

    def _take_point(self, row: _Row) -> None:
        self._extras_of = None
        level = self._turn_to(row)
        if level == 0:
            self._tell("form-point-alone", row, found=shorten(row.text))
        elif level is not None:
            section, path = self._open[level - 1]
            points = section.setdefault(_POINTS, [])
            self.harvest.values[*path, _POINTS, len(points)] = row.place
            points.append(row.text)

    def _take_extra(self, row: _Row) -> None:
        read = read_path(row.words)
        if self._extras_of is None:
            self._tell("form-extra-alone", row)
        elif read is None:
            self.harvest.tell("form-bad-path", row.kind_place, found=row.words)
        else:
            section, here = self._extras_of
            path, empty = read
            if insert(section, path, row.text if empty is None else empty):
                self.harvest.values[*here, *path] = row.place
            else:
                self.harvest.tell_taken(row.words, (*here, *path), row.place)

    def finish(self) -> None:
        """Hands what was gathered to the tree."""
        if not self.items:
            return
        if self.name in PART_NAMES:
            self.harvest.tree[self.name] = self.items
        else:
            self.harvest.tree[self.name] = "\n".join(self.items)
            self.harvest.values[self.name,] = self.harvest.values[self.name, 0]
