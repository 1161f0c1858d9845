"""The sheet 正文: the lead, the parts and the closing, a row for each paragraph."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pipeline.load.yaml_text import Path, Tree
from pipeline.tasks.form.page import (
    FIRST_ROW,
    LAST_ROW,
    Ask,
    FormCell,
    FormLook,
    FormPage,
    Used,
    headed,
)
from pipeline.tasks.form.paths import leaves, write_path
from pipeline.tasks.form.plan import BodyPlan
from pipeline.tasks.form.words import (
    BODY_HEADINGS,
    BODY_SHEET,
    DEEPEST,
    EXTRA,
    ITEM,
    OWNERS,
    PARAGRAPH,
    PART_HEADING,
    POINT,
    heading_kind,
    owner_of,
)

_BANNER = (
    "一行一段。序号和“一是、二是”不用写。部分空着就是接上一行，类型空着就是段落。"
    "“归到”一般空着：段落和分述归上面最近的小标题。可以插入和删除行。"
)
_OWN_BANNER = f"每个部分先写一行，类型选“{PART_HEADING}”；下面写它的内容。"
_HEADING, _PARAGRAPHS, _POINTS = "小标题", "段落", "分述"
_OWN_HEADING, _CONTENT = "标题", "内容"


@dataclass(frozen=True, slots=True)
class _Row:
    kind: str
    text: str
    path: Path
    owner: str = ""
    place: str = ""


@dataclass(slots=True)
class _Flat:
    """The rows of one part, and the level of the heading that the last of them stands under."""

    rows: list[_Row] = field(default_factory=list)
    level: int = 0

    def add_text(self, kind: str, text: str, path: Path, level: int) -> None:
        owner = owner_of(level) if level < self.level else ""
        self.level = level
        self.rows.append(_Row(kind, text, path, owner))

    def add_items(self, items: Tree, path: Path, level: int) -> None:
        """Paragraphs and sections that stand under a heading of `level`."""
        before: Tree = ""
        for index, item in enumerate(items):
            here = (*path, index)
            if isinstance(item, str):
                self.add_text(PARAGRAPH, item, here, level)
            elif not level and (points := _points_alone(item)) and not _points_alone(before):
                # Below a heading they would be that heading's own.
                for number, point in enumerate(points):
                    self.add_text(POINT, point, (*here, _POINTS, number), level)
            elif isinstance(item, Mapping):
                self._add_section(item, here, level)
            before = item

    def _add_section(self, section: Mapping[str, Tree], path: Path, level: int) -> None:
        rest = dict(section)
        is_headed = _is_headed(section)
        if is_headed:
            self.level = level + 1
            heading = str(rest.pop(_HEADING))
            self.rows.append(_Row(heading_kind(level + 1), heading, (*path, _HEADING)))
        else:
            self.add_text(ITEM, "", path, level)
        paragraphs = _items(rest.pop(_PARAGRAPHS, ())) if is_headed else ()
        points = rest.pop(_POINTS, ()) if is_headed and _are_texts(rest.get(_POINTS)) else ()
        for inner, value in leaves(rest):
            if inner:
                text = value if isinstance(value, str) else ""
                self.rows.append(_Row(EXTRA, text, (*path, *inner), "", write_path(inner, value)))
        self.add_items(paragraphs, (*path, _PARAGRAPHS), level + 1)
        for index, point in enumerate(points):
            self.add_text(POINT, str(point), (*path, _POINTS, index), level + 1)


def write_body(tree: Mapping[str, Tree], plan: BodyPlan) -> tuple[FormPage, Used]:
    """The page, and the values that it shows: each of its fields as a whole or not at all."""
    banner = _OWN_BANNER + _BANNER if plan.has_own_headings else _BANNER
    cells = headed(banner, BODY_HEADINGS)
    used: Used = set()
    row = FIRST_ROW
    for part in plan.fields:
        for written in _rows_of(part, tree.get(part, ()), plan):
            used.add((part,))
            words = (part, written.kind, written.text, written.owner, written.place)
            for column, text in enumerate(words, start=1):
                cells[row, column] = FormCell(text, FormLook.INPUT, path=written.path)
            row += 1
    asks = _asks(plan)
    return FormPage(BODY_SHEET, cells, (12, 16, 96, 12, 10), 2, FIRST_ROW, asks, is_wide=True), used


def _ask(column: int, words: str, choices: tuple[str, ...] = ()) -> Ask:
    return Ask(column, FIRST_ROW, LAST_ROW, BODY_HEADINGS[column - 1], words, choices)


def _asks(plan: BodyPlan) -> tuple[Ask, ...]:
    own = f"{PART_HEADING}、" if plan.has_own_headings else ""
    return (
        _ask(1, "这一段放在哪一部分；空着就是接上一行。", plan.fields),
        _ask(
            2,
            f"{own}段落、小标题或分述；空着就是段落。分述自动编成“一是……；二是……。”。",
            plan.kinds,
        ),
        _ask(3, "一格一段，不写序号。数字写成【名称】，名称在“数据”里登记。"),
        _ask(4, "一般空着。要接在上一级小标题后面时才选。", OWNERS),
        _ask(5, "一般空着。只有类型是“其他”的行才用它。"),
    )


def _rows_of(part: str, value: Tree, plan: BodyPlan) -> Iterator[_Row]:
    """The rows of one field; none where they could not be read back as it was."""
    if part not in plan.parts:
        if isinstance(value, str):
            yield from (_Row(PARAGRAPH, text, (part,)) for text in _paragraphs(value))
    elif plan.has_own_headings:
        yield from _rows_of_own_parts(value, (part,))
    else:
        yield from _rows_of_items(_items(value), (part,))


def _rows_of_own_parts(value: Tree, path: Path) -> Iterator[_Row]:
    """Each part by its heading, then what it holds."""
    parts = value if isinstance(value, list | tuple) else ()
    if not all(_is_own_part(part) for part in parts):
        return
    for index, own in enumerate(parts):
        here = (*path, index)
        yield _Row(PART_HEADING, own[_OWN_HEADING], (*here, _OWN_HEADING))
        yield from _rows_of_items(_items(own[_CONTENT]), (*here, _CONTENT))


def _is_own_part(part: Tree) -> bool:
    if not isinstance(part, Mapping) or set(part) != {_OWN_HEADING, _CONTENT}:
        return False
    heading = part[_OWN_HEADING]
    is_headed = isinstance(heading, str) and bool(heading.strip())
    return is_headed and _can_be_written(_items(part[_CONTENT]), 0)


def _rows_of_items(items: Tree, path: Path) -> Iterator[_Row]:
    if _can_be_written(items, 0):
        flat = _Flat()
        flat.add_items(items, path, 0)
        yield from flat.rows


def _paragraphs(text: str) -> list[str]:
    """A lead or a closing by its lines; whole where a line is blank."""
    text = text.strip()
    lines = [line.strip() for line in text.split("\n")]
    return lines if text and all(lines) and "\n".join(lines) == text else [text] * bool(text)


def _items(value: Tree) -> Tree:
    """What a part or a section holds; a lone text stands for a list of one."""
    return [value] if isinstance(value, str) else value


def _is_headed(section: Mapping[str, Tree]) -> bool:
    heading, paragraphs = section.get(_HEADING), _items(section.get(_PARAGRAPHS, ()))
    is_text = isinstance(heading, str) and bool(heading.strip())
    return is_text and isinstance(paragraphs, list | tuple)


def _points_alone(item: Tree) -> tuple[str, ...]:
    """The points of an item that is nothing else, which stand in the text without a heading."""
    points = item[_POINTS] if isinstance(item, Mapping) and set(item) == {_POINTS} else None
    return tuple(map(str, points)) if points and _are_texts(points) else ()


def _are_texts(value: Tree | None) -> bool:
    return isinstance(value, list | tuple) and all(
        isinstance(item, str) and item.strip() for item in value
    )


def _can_be_written(items: Tree, level: int) -> bool:
    """Whether a part's items are texts and sections that rows can tell apart."""
    if not isinstance(items, list | tuple) or level > DEEPEST:
        return False
    for item in items:
        if isinstance(item, Mapping):
            if _is_headed(item) and not _can_be_written(
                _items(item.get(_PARAGRAPHS, ())), level + 1
            ):
                return False
        elif not (isinstance(item, str) and item.strip()):
            return False
    return True
