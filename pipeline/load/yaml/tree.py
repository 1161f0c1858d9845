"""Source -> Node tree: the parser's events folded up, and what is not accepted refused.

The only importer of yaml.
"""

import re
from collections.abc import Iterable

import yaml

from pipeline.diagnostics.diagnostic import Diagnostic, diagnose
from pipeline.load.yaml.characters import (
    drop_forbidden,
    find_escaped_characters,
    find_forbidden_characters,
    mask_forbidden,
)
from pipeline.load.yaml.explain import Trouble, explain
from pipeline.load.yaml.nodes import (
    Entry,
    Mapping,
    Node,
    Scalar,
    Sequence,
    Source,
    diagnose_twice,
    locate,
)
from pipeline.load.yaml.rows import read_rows
from pipeline.load.yaml.scalars import (
    drop_comment,
    find_colon_in_item,
    find_comment,
    find_plain_typos,
    find_value_typos,
    fix_entry,
    join_folded_lines,
    rows_of,
    split_items,
)
from pipeline.load.yaml.typos import begins_with_dash

MAX_DEPTH = 50
MAX_NODES = 100_000
_TAG = re.compile(r"!\S*")


class _RefusedError(Exception):
    """A construct that is not accepted; carries its Diagnostic. Never leaves this module."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def build_tree(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """The tree, or None where it cannot be whole, and the faults found on the way."""
    builder = _TreeBuilder(source)
    faults = list(find_forbidden_characters(source))
    try:
        for event in yaml.parse(mask_forbidden(source), Loader=yaml.CSafeLoader):
            builder.take(event)
    except _RefusedError as refusal:
        return None, _in_order((*faults, *builder.faults, refusal.diagnostic))
    except yaml.MarkedYAMLError as error:
        found = explain(source, builder.trouble(error))
        return None, _in_order((*faults, *builder.faults, *found))
    except yaml.YAMLError as error:
        fault = diagnose("yaml-syntax", source.line_location(1), problem=str(error))
        return None, _in_order((*faults, *builder.faults, fault))
    faults += builder.faults
    if builder.root is None or _is_null(builder.root):
        return None, tuple(faults) or (diagnose("empty-file", source.line_location(1)),)
    return builder.root, _in_order(faults)


def _is_null(node: Node) -> bool:
    return isinstance(node, Scalar) and node.text.strip() in ("", "~", "null", "Null", "NULL")


def _in_order(faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The faults by their place, each reported once though two looks found it."""
    reported: dict[tuple[str, int, int], Diagnostic] = {}
    for fault in faults:
        assert fault.location is not None
        reported.setdefault((fault.code, fault.location.line, fault.location.column), fault)
    return tuple(fault for _, fault in sorted(reported.items(), key=lambda item: item[0][1:]))


class _Frame:
    """A collection whose end has not been seen yet."""

    def __init__(self, start: int, *, is_mapping: bool, is_flow: bool) -> None:
        self.start = start
        self.is_mapping = is_mapping
        self.is_flow = is_flow
        self.nodes: list[Node] = []

    @property
    def key(self) -> str:
        """The key whose value comes next, or "" where a key or an item comes."""
        last = self.nodes[-1] if self.is_mapping and len(self.nodes) % 2 else None
        return last.text if isinstance(last, Scalar) else ""


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
        self._rows = read_rows(source)
        self._open: list[_Frame] = []
        self._last: Scalar | None = None
        self._count = 0

    def take(self, event: yaml.Event) -> None:
        match event:
            case yaml.AliasEvent():
                self._refuse("alias", event, mark=f"*{event.anchor}")
            case yaml.ScalarEvent():
                self._check_node(event)
                self._take_scalar(event)
            case yaml.SequenceStartEvent() | yaml.MappingStartEvent():
                self._check_node(event)
                if len(self._open) >= MAX_DEPTH:
                    self._refuse("too-deep", event, limit=MAX_DEPTH)
                is_mapping = isinstance(event, yaml.MappingStartEvent)
                is_flow = bool(event.flow_style)
                self._open.append(_Frame(_start(event), is_mapping=is_mapping, is_flow=is_flow))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._add(self._close(self._open.pop(), _end(event)))
            case yaml.DocumentStartEvent() if self.root is not None:
                self._refuse("several-documents", event)
            case _:
                pass

    def trouble(self, error: yaml.MarkedYAMLError) -> Trouble:
        """Where the parser stopped, and what was open then."""
        context, problem = (
            min(mark.index, len(self._source.text)) if mark else None
            for mark in (error.context_mark, error.problem_mark)
        )
        return Trouble(
            problem=problem if problem is not None else context or 0,
            context=context,
            words=" ".join(part for part in (error.context, error.problem) if part),
            last=self._last,
            opening=self._opening() if self._in_flow else None,
            collections=frozenset(frame.start for frame in self._open if not frame.is_flow),
        )

    def _opening(self) -> int:
        """The innermost bracket; a pair in a list, as in `[a: b]`, is a mapping without one."""
        starts = [frame.start for frame in self._open if frame.is_flow]
        return next(start for start in reversed(starts) if self._source.text[start] in "[{")

    @property
    def _in_flow(self) -> bool:
        return bool(self._open) and self._open[-1].is_flow

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
        if getattr(event, "tag", None) is not None:
            # What was typed, not the tag that it stands for: `!!str` is tag:yaml.org,2002:str.
            match = _TAG.match(self._source.text, _start(event))
            self._refuse("yaml-tag", event, tag=match[0] if match else "!")

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        scalar = self._scalar(event)
        self._last = scalar
        if scalar.is_plain and scalar.end > scalar.start:
            self._take_plain(scalar)
        else:
            self._add(scalar)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = _start(event), _end(event)
        is_folded = event.style != "|" and "\n" in self._source.text[start:end]
        text = join_folded_lines(event.value) if is_folded else event.value
        scalar = Scalar(drop_forbidden(text), start, end, is_plain=not event.style)
        self.faults += find_escaped_characters(text, self._source, scalar)
        return scalar

    def _take_plain(self, scalar: Scalar) -> None:
        """Adds a plain text, or the items that it was meant as."""
        if not self._open:
            # A file of one text has no structure yet; its rows are judged as a whole.
            self._add(scalar)
            return
        self.faults += find_comment(self._source, scalar)
        if self._in_flow:
            row = rows_of(self._rows, self._source, scalar)[0]
            self.faults += find_value_typos(self._source, row, scalar.start - row.start)
            self._add(scalar)
            return
        typos = list(find_plain_typos(self._source, self._rows, scalar))
        self.faults += typos
        if typos:
            self._add_fixed(drop_comment(scalar))
        else:
            self._add(scalar)

    def _add_fixed(self, scalar: Scalar) -> None:
        """Adds a text with typos as what it was meant to be, so that what it holds is checked."""
        items = split_items(self._source, self._rows, scalar)
        parent = self._open[-1]
        typed = self._source.text[scalar.start : scalar.end]
        if not parent.is_mapping and len(items) > 1:
            parent.nodes += items
        elif parent.key and begins_with_dash(typed):
            self._add(Sequence(items, scalar.start, scalar.end))
        else:
            self._add(scalar)

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
            entry = self._entry(key, value, is_flow=frame.is_flow)
            if entry.key.text in entries:
                first = locate(self._source, entries[entry.key.text].key)
                second = locate(self._source, entry.key)
                self.faults.append(diagnose_twice(entry.key.text, first, second))
            else:
                entries[entry.key.text] = entry
        return self._item(Mapping(tuple(entries.values()), frame.start, end), frame)

    def _entry(self, key: Node, value: Node, *, is_flow: bool) -> Entry:
        if not isinstance(key, Scalar):
            place = self._source.location(key.start)
            raise _RefusedError(
                diagnose("yaml-syntax", place, problem="键是列表 / a list as a key")
            )
        if not is_flow:
            return Entry(key, value)
        entry, typo = fix_entry(self._source, Entry(key, value))
        self.faults += [typo] if typo else []
        return entry

    def _item(self, mapping: Mapping, frame: _Frame) -> Node:
        """The mapping, or the text that it was meant as where it stands in a list of texts."""
        match self._open:
            case [*_, holder, parent] if not (frame.is_flow or parent.is_mapping):
                is_in_texts = holder.key in self._source.names.text_lists
            case _:
                is_in_texts = False
        if not is_in_texts:
            return mapping
        if typo := find_colon_in_item(self._source, mapping):
            self.faults.append(typo)
            typed = self._source.text[mapping.start : mapping.end].strip()
            return Scalar(typed, mapping.start, mapping.start + len(typed))
        return mapping
