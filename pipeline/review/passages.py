"""An input -> its passages, each character of which knows where in the source it was typed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline import load
from pipeline.diagnostics import Location
from pipeline.facts import BLANK, Facts, find_references, is_blank_mark, shown_pieces
from pipeline.load import Node, Scalar, Source, Spans, spans_of
from pipeline.marks import find_marks, is_mark, take_off_marks
from pipeline.proofread import Kind, Passage
from pipeline.report import PARTS
from pipeline.validate.tree import InputTree

FIGURE = -1
"""Where a character has come from that a figure shows: it cannot be mended in the text."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage, and for each of its characters the place in the text that it was made from.

    `origins` are indexes of `scalar.text`, `FIGURE` for what a figure shows; `spans` are those of
    the source, None where they cannot be told. One that `is_unclear` has a bracket without its
    partner or a broken mark, so that nobody can say what of it is text. Of one that `is_cut_off`,
    a # has hidden the rest, and nobody knows how it goes on.
    """

    passage: Passage
    scalar: Scalar
    origins: tuple[int, ...]
    spans: Spans | None
    is_unclear: bool = False
    is_cut_off: bool = False

    @property
    def is_mendable(self) -> bool:
        """Whether a program may change it where it was typed."""
        return self.spans is not None and not self.is_cut_off

    def locate(self, source: Source, start: int, end: int) -> Location:
        """The place of [start, end) of the passage's text, at least one character of it."""
        if self.spans is None:
            return load.locate(source, self.scalar)
        first = min(start, len(self.spans) - 1)
        last = max(first, min(end, len(self.spans)) - 1)
        begin, stop = self.spans[first][0], self.spans[last][1]
        row = source.text[begin:stop].split("\n", 1)[0].rstrip("\r")
        return source.location(begin, max(1, len(row)))


def passages_of(tree: InputTree, facts: Facts) -> tuple[Placed, ...]:
    """Every text of an input in the order in which the report shows it."""
    return tuple(_Gatherer(tree, facts).gather())


class _Gatherer:
    """Walks the tree; `_groups` counts the families of siblings."""

    def __init__(self, tree: InputTree, facts: Facts) -> None:
        self._source = tree.source
        self._root = tree.root
        self._facts = facts
        self._groups = 0

    def gather(self) -> Iterator[Placed]:
        root = self._root
        yield from self._whole(_value(root, "标题"), Kind.TITLE)
        yield from self._list(_value(root, "签发人"), Kind.SIGNER)
        yield from self._list(_value(root, "主送"), Kind.ADDRESSEE)
        yield from self._rows(_value(root, "导语"), Kind.BODY)
        for _, part in PARTS:
            yield from self._items(_value(root, part), part, 2)
        yield from self._rows(_value(root, "结尾"), Kind.BODY)
        for annex in _nodes(_value(root, "附件")):
            if isinstance(annex, load.Mapping):
                yield from self._annex(annex)

    def _next_group(self) -> int:
        self._groups += 1
        return self._groups

    def _list(
        self, node: Node | None, kind: Kind, part: str = "", group: int = 0
    ) -> Iterator[Placed]:
        for item in _nodes(node):
            yield from self._whole(item, kind, part=part, group=group)

    def _items(self, node: Node | None, part: str, level: int) -> Iterator[Placed]:
        """Paragraphs and sections, whose headings are siblings."""
        group = self._next_group()
        for item in _nodes(node):
            if isinstance(item, load.Mapping):
                heading = _value(item, "小标题")
                yield from self._whole(heading, Kind.HEADING, level, part, group)
                yield from self._items(_value(item, "段落"), part, level + 1)
                points = _value(item, "分述")
                yield from self._list(points, Kind.POINT, part, self._next_group())
                yield from self._titles(item, "图表", "标题")
            else:
                yield from self._rows(item, Kind.BODY, part)

    def _annex(self, annex: load.Mapping) -> Iterator[Placed]:
        yield from self._whole(_value(annex, "名称"), Kind.OTHER)
        for item in _nodes(_value(annex, "段落")):
            yield from self._rows(item, Kind.BODY)
        table = _value(annex, "表格")
        if isinstance(table, load.Mapping):
            yield from self._cells(_value(table, "列"))
            yield from self._cells(_value(table, "行"))
        yield from self._titles(annex, "图表", "标题")
        yield from self._titles(annex, "图片", "说明")

    def _titles(self, node: load.Mapping, key: str, title: str) -> Iterator[Placed]:
        """What stands below charts or pictures."""
        for item in _nodes(_value(node, key)):
            if isinstance(item, load.Mapping):
                yield from self._whole(_value(item, title), Kind.OTHER)

    def _cells(self, node: Node | None) -> Iterator[Placed]:
        for scalar in load.scalars_of(node) if node is not None else ():
            yield from self._whole(scalar, Kind.CELL)

    def _rows(self, node: Node | None, kind: Kind, part: str = "") -> Iterator[Placed]:
        """A passage for each line of a text, which is a paragraph of its own."""
        if not isinstance(node, Scalar):
            return
        start = 0
        for row in node.text.split("\n"):
            yield from self._stretch(node, [(start, start + len(row))], Passage("", kind, 0, part))
            start += len(row) + 1

    def _whole(
        self, node: Node | None, kind: Kind, level: int = 0, part: str = "", group: int = 0
    ) -> Iterator[Placed]:
        """One passage for a text, its line ends left out."""
        if not isinstance(node, Scalar):
            return
        rows, start = list[tuple[int, int]](), 0
        for row in node.text.split("\n"):
            rows.append((start, start + len(row)))
            start += len(row) + 1
        yield from self._stretch(node, rows, Passage("", kind, level, part, group))

    def _stretch(
        self, scalar: Scalar, rows: Sequence[tuple[int, int]], about: Passage
    ) -> Iterator[Placed]:
        """Some rows of a text as one passage, without the blanks around each."""
        spans = spans_of(self._source, scalar)
        text, origins, places = "", list[int](), list[tuple[int, int]]()
        for start, end in rows:
            row = scalar.text[start:end]
            begin = start + len(row) - len(row.lstrip())
            for shown, first, last, is_figure in _pieces(row.strip(), self._facts):
                for at, char in enumerate(shown):
                    is_own = not is_figure and last - first == len(shown)
                    text += char
                    origins.append(begin + first + at if is_own else FIGURE)
                    if spans is not None:
                        one = begin + first + at if is_own else begin + first
                        other = one if is_own else begin + last - 1
                        places.append((spans[one][0], spans[other][1]))
        if text:
            made = Passage(text, about.kind, about.level, about.part, about.group)
            is_unclear = any(_is_unclear(scalar.text[start:end]) for start, end in rows)
            found = tuple(places) if spans is not None else None
            is_cut_off = any(load.find_comment(self._source, scalar))
            yield Placed(made, scalar, tuple(origins), found, is_unclear, is_cut_off)


def _is_unclear(row: str) -> bool:
    has_lone_bracket = any(found.name is None for found in find_references(row))
    return has_lone_bracket or any(mark.held is None for mark in find_marks(row))


_STAND_IN = "某"
"""What is read for a blank that says nothing, and for a figure that shows nothing."""


def _pieces(row: str, facts: Facts) -> Iterator[tuple[str, int, int, bool]]:
    """As `shown_pieces`, with brackets that are no part of the text taken off.

    Of a blank its words are read, of a mark 【待确认：…】 what it holds.
    """
    for shown, first, last, is_figure in shown_pieces(row, facts):
        is_mark_typed = not is_figure and shown == row[first:last] and shown[0] == "【"
        if is_mark_typed and len(shown) > 1:
            yield _read_mark(shown), first, last, True
        else:
            yield shown, first, last, is_figure


def _read_mark(mark: str) -> str:
    """What is read for a mark in brackets that no figure answers to."""
    if is_mark(mark):
        return take_off_marks(mark)
    if is_blank_mark(mark):
        words = filter(str.isalnum, mark[1:-1].strip().removeprefix(BLANK))
        return "".join(words) or _STAND_IN
    return _STAND_IN


def _value(node: load.Mapping, key: str) -> Node | None:
    entry = node.get(key)
    return entry.value if entry else None


def _nodes(node: Node | None) -> tuple[Node, ...]:
    """The items of a list; a lone text stands for a list of one."""
    if isinstance(node, load.Sequence):
        return node.items
    return () if node is None or isinstance(node, load.Mapping) else (node,)
