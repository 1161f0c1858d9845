"""The content of one paragraph -> its runs, with fields as their results, and what is drawn."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from pipeline.inspect.word.drawings import Drawn, read_drawing, read_vml
from pipeline.inspect.word.numerals import write_number
from pipeline.inspect.word.properties import RunSaid, read_run
from pipeline.inspect.word.styles import DEFAULT_RUN, StyleSheet
from pipeline.inspect.word.theme import Theme
from pipeline.template.ooxml import TAG, words_of

BREAK = "\n"
PAGE_BREAK = "\f"

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
ALTERNATIVES = f"{_MC}AlternateContent"
_PAGE_FIELD = re.compile(r"\s*PAGE\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """Text that is set alike, with the faces of its three slots."""

    text: str
    ascii: str
    h_ansi: str
    east_asia: str
    is_hinted: bool
    size_pt: float
    color: str
    is_bold: bool
    tracking_pt: float
    snaps: bool

    @property
    def advance_pt(self) -> float:
        """The width of a 汉字, without a grid."""
        return max(0.5, self.size_pt + self.tracking_pt)


def make_run(text: str, said: RunSaid) -> Run:
    """A run from all that holds for it."""
    return Run(
        text=text,
        ascii=said.get("ascii", DEFAULT_RUN["ascii"]),
        h_ansi=said.get("h_ansi", DEFAULT_RUN["h_ansi"]),
        east_asia=said.get("east_asia", DEFAULT_RUN["east_asia"]),
        is_hinted=said.get("hint") == "eastAsia",
        size_pt=said.get("size_pt", DEFAULT_RUN["size_pt"]),
        color=said.get("color", DEFAULT_RUN["color"]),
        is_bold=said.get("is_bold", False),
        tracking_pt=said.get("tracking_pt", 0.0),
        snaps=said.get("snaps", True),
    )


@dataclass(slots=True)
class _Field:
    """A field that was begun: its code so far, and what is now read of it."""

    code: str = ""
    is_result: bool = False
    is_done: bool = False


@dataclass(slots=True)
class Content:
    """What one paragraph holds."""

    runs: list[Run] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    has_page_field: bool = False


@dataclass(slots=True)
class ContentReader:
    """Reads one paragraph after the other; a field may begin in one and end in another.

    `page_form` is the form of page numbers (w:pgNumType), in which a PAGE field shows page 1.
    """

    sheet: StyleSheet
    theme: Theme
    page_form: str = "decimal"
    _fields: list[_Field] = field(default_factory=list)

    def read(self, paragraph: etree._Element, base: RunSaid) -> Content:
        """The content of a w:p whose runs have `base` unless they say otherwise."""
        content = Content()
        for node in paragraph:
            self._read_node(node, base, content)
        return content

    def _read_node(self, node: etree._Element, base: RunSaid, content: Content) -> None:
        match node.tag.removeprefix(TAG):
            case "r":
                self._read_run(node, base, content)
            case "pPr" | "del" | "moveFrom":
                pass
            case "fldSimple":
                self._read_simple_field(node, base, content)
            case _ if node.tag == ALTERNATIVES:
                for child in chosen(node):
                    self._read_node(child, base, content)
            case _:
                for child in node:
                    self._read_node(child, base, content)

    def _read_simple_field(self, node: etree._Element, base: RunSaid, content: Content) -> None:
        if not _PAGE_FIELD.match(node.get(f"{TAG}instr", "")):
            for child in node:
                self._read_node(child, base, content)
            return
        run = node.find(f".//{TAG}r/{TAG}rPr")
        self._add_page_number(self._said(base, run), content)

    def _said(self, base: RunSaid, properties: etree._Element | None) -> RunSaid:
        return self.sheet.run(base, read_run(properties, self.theme))

    def _read_run(self, node: etree._Element, base: RunSaid, content: Content) -> None:
        said = self._said(base, node.find(f"{TAG}rPr"))
        text = "".join(self._pieces(node, said, content))
        if text and not said.get("is_hidden"):
            content.runs.append(make_run(text, said))

    def _pieces(self, node: etree._Element, said: RunSaid, content: Content) -> Iterator[str]:
        for child in node:
            name = child.tag.removeprefix(TAG)
            match name:
                case "t":
                    yield self._shown(child.text or "")
                case "tab" | "ptab":
                    yield self._shown("\t")
                case "br" | "cr":
                    yield self._shown(_break_of(child))
                case "noBreakHyphen":
                    yield self._shown("-")
                case "sym":
                    yield self._shown(_symbol(child))
                case "fldChar" | "instrText":
                    self._read_field(name, child, said, content)
                case "ruby":
                    base = child.find(f"{TAG}rubyBase")
                    yield self._shown("" if base is None else words_of(base))
                case _:
                    content.drawn += self._drawn(child)
        # Runs of a formula have their text in another namespace.
        yield from (self._shown(text.text or "") for text in node.iterchildren(f"{_MATH}t"))

    def _drawn(self, node: etree._Element) -> Iterator[Drawn]:
        if node.tag == f"{TAG}drawing":
            yield from read_drawing(node, self.theme)
        elif node.tag in (f"{TAG}pict", f"{TAG}object"):
            yield from read_vml(node)
        elif node.tag == ALTERNATIVES:
            for child in chosen(node):
                yield from self._drawn(child)

    def _shown(self, text: str) -> str:
        is_shown = all(part.is_result and not part.is_done for part in self._fields)
        return text if is_shown else ""

    def _read_field(self, name: str, node: etree._Element, said: RunSaid, content: Content) -> None:
        if name == "instrText":
            if self._fields:
                self._fields[-1].code += node.text or ""
            return
        match node.get(f"{TAG}fldCharType"):
            case "begin":
                self._fields.append(_Field())
            case "separate" if self._fields:
                self._begin_result(said, content)
            case "end" if self._fields:
                if not self._fields[-1].is_result:
                    self._begin_result(said, content)
                self._fields.pop()
            case _:
                pass

    def _begin_result(self, said: RunSaid, content: Content) -> None:
        part = self._fields[-1]
        part.is_result = True
        if _PAGE_FIELD.match(part.code):
            outer = self._fields.pop()
            self._add_page_number(said, content)
            self._fields.append(outer)
            part.is_done = True

    def _add_page_number(self, said: RunSaid, content: Content) -> None:
        if text := self._shown(write_number(1, self.page_form)):
            content.runs.append(make_run(text, said))
            content.has_page_field = True


def chosen(alternatives: etree._Element) -> etree._Element | tuple[()]:
    """Of several ways to say one thing that which Word takes: the first."""
    choice = alternatives.find(f"{_MC}Choice")
    if choice is None:
        choice = alternatives.find(f"{_MC}Fallback")
    return () if choice is None else choice


def _break_of(node: etree._Element) -> str:
    return PAGE_BREAK if node.get(f"{TAG}type") == "page" else BREAK


def _symbol(node: etree._Element) -> str:
    try:
        code = int(node.get(f"{TAG}char", ""), 16)
    except ValueError:
        return ""
    # Symbol faces have their characters in the private area, which says nothing to a reader.
    return chr(code) if 0x20 <= code < 0xE000 else "\ufffd"  # noqa: PLR2004


def trimmed(runs: list[Run]) -> list[Run]:
    """Runs without those that are empty."""
    return [run for run in runs if run.text]


def cut_start(runs: list[Run], count: int) -> list[Run]:
    """Runs without their first `count` characters."""
    kept = []
    for run in runs:
        cut = min(count, len(run.text))
        count -= cut
        kept.append(replace(run, text=run.text[cut:]) if cut else run)
    return trimmed(kept)


def cut_end(runs: list[Run], count: int) -> list[Run]:
    """Runs without their last `count` characters."""
    kept = []
    for run in reversed(runs):
        cut = min(count, len(run.text))
        count -= cut
        kept.append(replace(run, text=run.text[: len(run.text) - cut]) if cut else run)
    return trimmed(kept[::-1])


def split_lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Runs by the lines that their author broke, without the breaks."""
    line: list[Run] = []
    for run in runs:
        first, *rest = run.text.split(BREAK)
        line.append(replace(run, text=first))
        for text in rest:
            yield trimmed(line)
            line = [replace(run, text=text)]
    yield trimmed(line)


def cut_page_breaks(runs: list[Run]) -> tuple[list[Run], bool, bool]:
    """Runs without page breaks, and whether one stands before the words, or behind them."""
    text = "".join(run.text for run in runs)
    if PAGE_BREAK not in text:
        return list(runs), False, False
    words = text.strip()
    if not words:
        return [], False, True
    start, end = text.index(words), text.index(words) + len(words)
    is_before, is_after = PAGE_BREAK in text[:start], PAGE_BREAK in text[end:]
    if is_after:
        runs = cut_end(runs, len(text) - end)
    if is_before:
        runs = cut_start(runs, start)
    kept = [replace(run, text=run.text.replace(PAGE_BREAK, BREAK)) for run in runs]
    return kept, is_before, is_after
