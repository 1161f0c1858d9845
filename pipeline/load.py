"""bytes -> Node tree with locations: the first stage, and the only importer of yaml.

Every scalar keeps the text that its author typed; what type it has is decided by the schema, not
by YAML's guess. All faults that can be told without the schema are found here.
"""

import bisect
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from pipeline.diagnostics import Diagnostic, Location, diagnose

MAX_BYTES = 1_000_000
MAX_DEPTH = 50
MAX_NODES = 100_000


@dataclass(frozen=True)
class Source:
    """An input file as text, with what turns an offset into a line and column."""

    path: Path
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\r\n|\n|\r", self.text))]

    def location(self, index: int, length: int = 1) -> Location:
        """The place of the character at `index`, counted from 0."""
        line = bisect.bisect_right(self._line_starts, index)
        return Location(self.path, line, index - self._line_starts[line - 1] + 1, length)

    def line_location(self, line: int, column: int = 1, length: int = 1) -> Location:
        return Location(self.path, line, column, length)

    def lines(self) -> list[str]:
        return re.split(r"\r\n|\n|\r", self.text)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, and the span [start, end) of the source that it was read from."""

    text: str
    start: int
    end: int
    is_plain: bool = True


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: "tuple[Node, ...]"
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One `key: value` of a mapping."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    """A list of keys with their values; no key stands in it twice."""

    entries: tuple[Entry, ...]
    start: int
    end: int

    def get(self, *keys: str) -> Entry | None:
        """The entry under the first of `keys` that is there."""
        found = (entry for key in keys for entry in self.entries if entry.key.text == key)
        return next(found, None)


Node = Scalar | Sequence | Mapping


def to_plain(node: Node) -> object:
    """The tree as texts, lists and dicts, without its places."""
    match node:
        case Scalar():
            return node.text
        case Sequence():
            return [to_plain(item) for item in node.items]
        case Mapping():
            return {entry.key.text: to_plain(entry.value) for entry in node.entries}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came out of one file: its text where it could be decoded, its tree where it is whole."""

    source: Source | None
    root: Mapping | None
    diagnostics: tuple[Diagnostic, ...]


def load_input(path: Path) -> Loaded:
    """The tree of one input file and every fault found on the way; never raises for its content."""
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except FileNotFoundError:
        fault = diagnose("file-missing", Location(path, 1, 1), path=path, folder=path.parent)
        return Loaded(None, None, (fault,))
    except OSError as error:
        fault = diagnose(
            "file-unreadable", Location(path, 1, 1), path=path, reason=error.strerror or error
        )
        return Loaded(None, None, (fault,))
    if size > MAX_BYTES:
        fault = diagnose("file-too-large", Location(path, 1, 1), size=size, limit=MAX_BYTES)
        return Loaded(None, None, (fault,))
    return load_bytes(data, path)


def load_bytes(data: bytes, path: Path) -> Loaded:
    """As `load_input`, for bytes already read; `path` names them in diagnostics."""
    decoded = _decode(data, path)
    if isinstance(decoded, Diagnostic):
        return Loaded(None, None, (decoded,))
    source = Source(path, decoded)
    root, diagnostics = _build_tree(source)
    if root is not None and not isinstance(root, Mapping):
        return Loaded(source, None, diagnostics or _explain_root(source))
    return Loaded(source, root if not diagnostics else None, diagnostics)


def _decode(data: bytes, path: Path) -> str | Diagnostic:
    here = Location(path, 1, 1)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return diagnose("encoding-utf16", here, command=_conversion("UTF-16", path))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if _decodes(data, "utf-8", "surrogatepass"):
            # Lone surrogates: the character scan names each with its place.
            return data.decode("utf-8", "surrogatepass").removeprefix("\ufeff")
        if _decodes(data, "gb18030", "strict"):
            return diagnose("encoding-gb18030", here, command=_conversion("GB18030", path))
        byte = f"{data[error.start]:02X}"
        return diagnose("encoding-unknown", here, offset=error.start + 1, byte=byte)


def _decodes(data: bytes, encoding: str, errors: str) -> bool:
    try:
        data.decode(encoding, errors)
    except UnicodeDecodeError:
        return False
    return True


def _conversion(encoding: str, path: Path) -> str:
    old, new = shlex.quote(str(path)), shlex.quote(f"{path.stem}-utf8{path.suffix}")
    return f"iconv -f {encoding} -t UTF-8 {old} > {new}"


# --- the tree -------------------------------------------------------------------------------


class _Refused(Exception):
    """A construct that is not accepted; carries its Diagnostic. Never leaves this module."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def _build_tree(source: Source) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    forbidden = tuple(_find_forbidden_characters(source.text, source))
    if forbidden:
        return None, forbidden
    builder = _TreeBuilder(source)
    try:
        for event in yaml.parse(source.text, Loader=yaml.CSafeLoader):
            builder.take(event)
    except _Refused as refusal:
        return None, (*builder.faults, refusal.diagnostic)
    except yaml.MarkedYAMLError as error:
        return None, (*builder.faults, *_explain_syntax(source, error))
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
                self._open.append(_Frame(event.start_mark.index, is_mapping=is_mapping))
            case yaml.SequenceEndEvent() | yaml.MappingEndEvent():
                self._add(self._close(self._open.pop(), event.end_mark.index))
            case yaml.DocumentStartEvent() if self.root is not None:
                self._refuse("several-documents", event)
            case _:
                pass

    def _refuse(self, code: str, event: yaml.Event, **details: object) -> None:
        raise _Refused(
            diagnose(code, self._source.location(event.start_mark.index), **details)
        ) from None

    def _check_node(self, event: yaml.Event) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            self._refuse("too-many-values", event, limit=MAX_NODES)
        if event.anchor is not None:
            self._refuse("alias", event, mark=f"&{event.anchor}")
        if event.tag is not None:
            self._refuse("yaml-tag", event, tag=event.tag)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = event.start_mark.index, event.end_mark.index
        is_folded = event.style != "|" and event.end_mark.line > event.start_mark.line
        text = _join_folded_lines(event.value) if is_folded else event.value
        scalar = Scalar(text, start, end, is_plain=not event.style)
        self.faults += _find_forbidden_characters(text, self._source, scalar)
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
                raise _Refused(diagnose("yaml-syntax", place, problem="键是列表 / a list as a key"))
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


# --- places and characters ------------------------------------------------------------------


def locate(source: Source, node: Node, needle: str = "", nth: int = 0) -> Location:
    """Where `node` begins, or the nth place in it where `needle` stands as it was typed.

    A needle that its author broke over two lines is not found as such; the node's own place is
    the answer then.
    """
    if not needle:
        first_line = source.text[node.start : node.end].split("\n", 1)[0].rstrip()
        return source.location(node.start, max(1, len(first_line)))
    index = node.start - 1
    for _ in range(nth + 1):
        index = source.text.find(needle, index + 1, node.end)
        if index < 0:
            return locate(source, node)
    return source.location(index, len(needle))


# What XML 1.0 cannot hold, and what Word takes for a page or paragraph break (pitfalls: \a, \f).
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u2028\u2029\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def _find_forbidden_characters(
    text: str, source: Source, scalar: Scalar | None = None
) -> Iterator[Diagnostic]:
    pattern = _FORBIDDEN if scalar is None else _FORBIDDEN_IN_VALUES
    for match in pattern.finditer(text if scalar else text.replace("\r\n", " \n")):
        codepoint = f"U+{ord(match[0]):04X}"
        is_surrogate = "\ud800" <= match[0] <= "\udfff"
        place = locate(source, scalar, match[0]) if scalar else source.location(match.start())
        yield diagnose(
            "surrogate" if is_surrogate else "control-character", place, codepoint=codepoint
        )


_FORBIDDEN_IN_VALUES = re.compile(_FORBIDDEN.pattern.replace("\x0b", "\x09\x0b", 1))


# --- what a syntax error most likely means ---------------------------------------------------

_FULLWIDTH_COLON = re.compile(r"^(\s*(?:-\s+)?)([^\s:：#\"'“”，。；、]{1,12})(：)")
_COLON_WITHOUT_BLANK = re.compile(r"^(\s*(?:-\s+)?)([^\s:：#\"'“”，。；、]{1,12})(:)(?=\S)")
_LEADING_TAB = re.compile(r"^[ ]*\t")
_SURROGATE_ESCAPE = re.compile(r"\\u([dD][89abAB][0-9a-fA-F]{2}|[dD][c-fC-F][0-9a-fA-F]{2})")
_VALUE = re.compile(r"^\s*(?:-\s+)?(?:[^\s:#\"']+:\s+)?")
_QUOTED_THEN_TEXT = re.compile(r"([\"'])(?:(?!\1).)*\1(?=[^\s,\]}#:])")
_SPECIAL_STARTS = "@`%|>!&*"
_LOOKALIKES = {"，": ",", "｜": "|", "－": "-", "＃": "#", "［": "[", "｛": "{", "＂": '"'}


def _explain_syntax(source: Source, error: yaml.MarkedYAMLError) -> tuple[Diagnostic, ...]:
    """The usual slips of a Chinese keyboard near the fault; the parser's own words otherwise."""
    marks = [mark for mark in (error.context_mark, error.problem_mark) if mark is not None]
    first = min((mark.line for mark in marks), default=0)
    last = max((mark.line for mark in marks), default=0)
    slips = tuple(_find_slips(source, max(0, first - 1), last))
    if slips:
        return slips
    place = source.location(marks[-1].index) if marks else source.line_location(1)
    words = " ".join(part for part in (error.context, error.problem) if part)
    return (diagnose("yaml-syntax", place, problem=words),)


def _explain_root(source: Source) -> tuple[Diagnostic, ...]:
    slips = tuple(_find_slips(source, 0, source.text.count("\n")))
    return slips or (diagnose("not-a-mapping", source.line_location(1)),)


def _find_slips(source: Source, first: int, last: int) -> Iterator[Diagnostic]:
    for number, row in enumerate(source.lines()[first : last + 1], start=first + 1):
        if match := _LEADING_TAB.match(row):
            yield diagnose("tab-indent", source.line_location(number, match.end()))
        elif match := _FULLWIDTH_COLON.match(row):
            place = source.line_location(number, match.start(3) + 1)
            yield diagnose("fullwidth-colon", place, key=match[2])
        elif match := _COLON_WITHOUT_BLANK.match(row):
            place = source.line_location(number, match.start(3) + 1)
            yield diagnose("colon-without-blank", place, key=match[2])
        elif (found := row.lstrip()[:1]) in _LOOKALIKES:
            place = source.line_location(number, row.index(found) + 1)
            yield diagnose("fullwidth-mark", place, found=found, wanted=_LOOKALIKES[found])
        else:
            yield from _find_value_slips(source, number, row)


def _find_value_slips(source: Source, number: int, row: str) -> Iterator[Diagnostic]:
    """Slips in what stands behind the key: a mark that needs quotes, or quotes that end early."""
    start = match.end() if (match := _VALUE.match(row)) else 0
    value = row[start:]
    if match := _SURROGATE_ESCAPE.search(value):
        place = source.line_location(number, start + match.start() + 1, len(match[0]))
        yield diagnose("surrogate", place, codepoint=f"U+{match[1].upper()}")
    elif value[:1] and value[0] in _SPECIAL_STARTS:
        yield diagnose("special-start", source.line_location(number, start + 1), found=value[0])
    elif match := _QUOTED_THEN_TEXT.match(value):
        place = source.line_location(number, start + match.end() + 1)
        yield diagnose("text-after-quote", place, mark=match[1])
    elif value[:1] not in ("'", '"', "[", "{") and ": " in value:
        place = source.line_location(number, start + value.index(": ") + 1)
        yield diagnose("colon-in-value", place)
