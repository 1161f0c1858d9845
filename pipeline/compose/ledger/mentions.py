"""A Document -> every place where it shows a figure. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import assert_never

from pipeline.model.document import (
    Block,
    Chart,
    Document,
    DocumentPart,
    FigureText,
    Heading,
    Inlines,
    Paragraph,
    Table,
    plain_text,
    texts_of,
    texts_of_block,
)
from pipeline.typography.typeset import without_blanks

_BEFORE, _BEHIND = 14, 8
"""Characters of the text that are shown around a figure."""

_HoldsFigures = Heading | Paragraph | Table | Chart


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a figure is shown.

    `reference` is what was written in 【】. `heading` is that of the passage in full, `short` what
    a narrow column has room for. `offset` counts the characters of `texts_of` before it, less
    blanks.
    """

    reference: str
    heading: str
    short: str
    excerpt: str
    offset: int


def find_mentions(document: Document) -> tuple[Mention, ...]:
    """Every place in the order of reading."""
    return tuple(_find(document))


def _find(document: Document) -> Iterator[Mention]:
    head = replace(document, blocks=(), imprint=None)
    offset = sum(len(without_blanks(text)) for text in texts_of(head))
    for block in document.blocks:
        yield from _in_block(block, offset)
        offset += sum(len(without_blanks(text)) for text in texts_of_block(block))


def _in_block(block: Block, offset: int) -> Iterator[Mention]:
    if not isinstance(block, _HoldsFigures):
        return
    # compose says of each of these which part it belongs to.
    assert block.part is not None
    for prefix, inlines, label in _lines(block):
        yield from _in_inlines(inlines, block.part, label, offset + prefix)
    if isinstance(block, Chart):
        yield from _in_chart(block, block.part, offset)


def _lines(block: _HoldsFigures) -> Iterator[tuple[int, Inlines, str]]:
    """The inlines of a block, each with the characters before it and what its row is called."""
    match block:
        case Heading():
            yield len(without_blanks(block.number)), block.inlines, ""
        case Paragraph():
            yield 0, block.inlines, ""
        case Table():
            offset = 0
            for row in (*block.header, *block.rows):
                for index, cell in enumerate(row):
                    yield offset, cell.inlines, row[0].text if index else ""
                    offset += len(without_blanks(cell.text))
        case Chart():
            return
        case _:
            assert_never(block)


def _in_chart(chart: Chart, part: DocumentPart, offset: int) -> Iterator[Mention]:
    """What a chart draws, named by its caption."""
    for series in chart.series:
        for name, value, reference in zip(
            chart.categories, series.values, series.references, strict=True
        ):
            excerpt = f"{chart.caption.replace(chr(0x3000), ' ')}：{name} {chart.label(value)}"
            yield Mention(reference, part.full_place, part.short_place, excerpt, offset)


def _in_inlines(inlines: Inlines, part: DocumentPart, label: str, offset: int) -> Iterator[Mention]:
    text = plain_text(inlines)
    position = 0
    for inline in inlines:
        if isinstance(inline, FigureText):
            end = position + len(inline.text)
            excerpt = _excerpt(text, position, end)
            excerpt = f"{label.replace(chr(10), '')}：{excerpt}" if label else excerpt
            before = len(without_blanks(text[:position]))
            yield Mention(inline.name, part.full_place, part.short_place, excerpt, offset + before)
        position += len(inline.text)


def _excerpt(text: str, start: int, end: int) -> str:
    """The words around a figure, the figure itself among them."""
    first, last = max(0, start - _BEFORE), min(len(text), end + _BEHIND)
    shown = text[first:last].replace("\n", "")
    return ("…" if first else "") + shown + ("…" if last < len(text) else "")
