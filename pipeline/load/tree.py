"""Source -> Node tree: the parser's events folded up, and what is not accepted refused.

The only importer of yaml.
"""

import re

import yaml

from pipeline.diagnostics import Diagnostic, diagnose
from pipeline.load.characters import find_forbidden_characters
from pipeline.load.nodes import Entry, Mapping, Node, Scalar, Sequence, Source, locate
from pipeline.load.slips import find_slips

MAX_DEPTH = 50
MAX_NODES = 100_000


class _RefusedError(Exception):
    """A construct that is not accepted; carries its Diagnostic. Never leaves this module."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def build_tree(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    forbidden = tuple(find_forbidden_characters(source.text, source))
    if forbidden:
        return None, forbidden
    builder = _TreeBuilder(source)
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _RefusedError as refusal:
        return None, (*builder.faults, refusal.diagnostic)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.faults, *_explain(source, error))
    except yaml.YAMLError as error:
        fault = diagnose("yaml-syntax", source.line_location(1), problem=str(error))
        return None, (*builder.faults, fault)
    if builder.root is None:
        return None, (diagnose("empty-file", source.line_location(1)),)
    return builder.root, tuple(builder.faults)


class _Frame:
    """A collection whose end has not been seen yet."""

    def __init__(self, start: int, *, is_mapping: bool) -> None:
        self.start = start
        self.is_mapping = is_mapping
        self.nodes: list[Node] = []


def _start(event: yaml.Event) -> int:
    """Where an event begins; the C parser marks every one."""
    assert event.start_mark is not None
    return int(event.start_mark.index)


def _end(event: yaml.Event) -> int:
    assert event.end_mark is not None
    return int(event.end_mark.index)


class _TreeBuilder:
    """Folds parser events into a tree without recursion, so that depth cannot exhaust the stack."""

    def __init__(self, source: Source) -> None:
        self.root: Node | None = None
        self.faults: list[Diagnostic] = []
        self._source = source
        self._open: list[_Frame] = []
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.AliasEvent():
                self._refuse("alias", event, mark=f"*{event.anchor}")
            case yaml.ScalarEvent():
                self._check_node(event)
                self._add(self._scalar(event))
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._check_node(event)
                if len(self._open) >= MAX_DEPTH:
                    self._refuse("too-deep", event, limit=MAX_DEPTH)
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                self._open.append(_Frame(_start(event), is_mapping=is_mapping))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._add(self._close(self._open.pop(), _end(event)))
            case yaml.DocumentStartEvent() if self.root is not None:
                self._refuse("several-documents", event)
            case _:
                pass

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        raise _RefusedError(
            diagnose(code, self._source.location(_start(event)), **details)
        ) from None

    def _check_node(self, event: yaml.NodeEvent) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            self._refuse("too-many-values", event, limit=MAX_NODES)
        if event.anchor is not None:
            self._refuse("alias", event, mark=f"&{event.anchor}")
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._refuse("yaml-tag", event, tag=tag)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _start(event), _end(event)
        is_folded = event.style != "|" and "\n" in self._source.text[start:end]
        text = _join_folded_lines(event.value) if is_folded else event.value
        scalar = Scalar(text, start, end, is_plain=not event.style)
        self.faults += find_forbidden_characters(text, self._source, scalar)
        return scalar

    def _add(self, node: Node) -> None:
        if self._open:
            self._open[-1].nodes.append(node)
        else:
            self.root = node

    def _close(self, frame: _Frame, end: int) -> Node:
        if not frame.is_mapping:
            return Sequence(tuple(frame.nodes), frame.start, end)
        entries: dict[str, Entry] = {}
        for key, value in zip(frame.nodes[::2], frame.nodes[1::2], strict=True):
            if not isinstance(key, Scalar):
                place = self._source.location(key.start)
                raise _RefusedError(
                    diagnose("yaml-syntax", place, problem="键是列表 / a list as a key")
                )
            if key.text in entries:
                self.faults.append(self._twice(entries[key.text].key, key))
            else:
                entries[key.text] = Entry(key, value)
        return Mapping(tuple(entries.values()), frame.start, end)

    def _twice(self, first: Scalar, second: Scalar) -> Diagnostic:
        place = locate(self._source, second)
        line = locate(self._source, first).line
        return diagnose("duplicate-key", place, key=second.text, first=line, second=place.line)


_FOLD = re.compile(r"(?<=[^\x00-\u02ff]) (?=[^\x00-\u02ff])")


def _join_folded_lines(text: str) -> str:
    """YAML joins folded lines by a blank, which Chinese text does not want between two 汉字."""
    return _FOLD.sub("", text)


def _explain(source: Source, error: yaml.MarkedYAMLError) -> tuple[Diagnostic, ...]:
    """The usual slips of a Chinese keyboard near the fault; the parser's own words otherwise."""
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark is not None]
    first = min((mark.line for mark in marks), default=0)
    last = max((mark.line for mark in marks), default=0)
    slips = tuple(find_slips(source, max(0, first - 1), last))
    if slips:
        return slips
    place = source.location(marks[-1].index) if marks else source.line_location(1)
    words = " ".join(part for part in (error.context, error.problem) if part)
    return (diagnose("yaml-syntax", place, problem=words),)
