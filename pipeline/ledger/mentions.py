"""A Document -> every place where it shows a figure. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pipeline.document import (
    AnnexMark,
    AnnexTitle,
    Block,
    Chart,
    Document,
    FigureText,
    Heading,
    Inlines,
    Paragraph,
    Table,
    plain_text,
    texts_of,
    texts_of_block,
)
from pipeline.typeset import without_blanks

_BEFORE, _BEHIND = 14, 8
"""Characters of the text that are shown around a figure."""

LEAD, CLOSING = "导语", "结尾"


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


@dataclass(frozen=True, slots=True)
class _Heading:
    """Where the text stands: the headings above it, or the annex."""

    full: str
    short: str
    numbers: tuple[str, ...] = ()


def find_mentions(document: Document, closing_paragraphs: int) -> tuple[Mention, ...]:
    """Every place in the order of reading; the last so many paragraphs of the body close it."""
    return tuple(_find(document, closing_paragraphs))


def _find(document: Document, closing_paragraphs: int) -> Iterator[Mention]:
    head = replace(document, blocks=(), imprint=None)
    offset = sum(len(without_blanks(text)) for text in texts_of(head))
    closing = _closing(document.blocks, closing_paragraphs)
    where = _Heading(LEAD, LEAD)
    for index, block in enumerate(document.blocks):
        where = _Heading(CLOSING, CLOSING) if index in closing else _under(block, where)
        for prefix, inlines, label in _lines(block):
            yield from _in_inlines(inlines, where, label, offset + prefix)
        if isinstance(block, Chart):
            yield from _in_chart(block, where, offset)
        offset += sum(len(without_blanks(text)) for text in texts_of_block(block))


def _closing(blocks: tuple[Block, ...], count: int) -> frozenset[int]:
    """The indexes of the paragraphs that close the body, which no heading of theirs tells."""
    ends = (AnnexMark,)
    last = next((i for i, block in enumerate(blocks) if isinstance(block, ends)), len(blocks))
    paragraphs = [i for i in range(last) if isinstance(blocks[i], Paragraph)]
    return frozenset(paragraphs[-count:] if count else ())


def _under(block: Block, where: _Heading) -> _Heading:
    match block:
        case Heading(level=1):
            words = plain_text(block.inlines)
            return _Heading(block.text, words, ())
        case Heading():
            numbers = (*where.numbers[: block.level - 2], block.number)
            part = where.short.split("（")[0] if where.numbers else where.short
            top = where.full.split("（")[0] if where.numbers else where.full
            short = part + numbers[0]
            return _Heading(top + "".join(numbers) + plain_text(block.inlines), short, numbers)
        case AnnexMark():
            return _Heading(block.text, block.text)
        case AnnexTitle():
            return _Heading(f"{where.short} {block.text}", where.short)
        case _:
            return where


def _lines(block: Block) -> Iterator[tuple[int, Inlines, str]]:
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
        case _:
            return


def _in_chart(chart: Chart, where: _Heading, offset: int) -> Iterator[Mention]:
    """What a chart draws, told by its caption."""
    for series in chart.series:
        for name, value, reference in zip(
            chart.categories, series.values, series.references, strict=True
        ):
            excerpt = f"{chart.caption.replace(chr(0x3000), ' ')}：{name} {chart.label(value)}"
            yield Mention(reference, where.full, where.short, excerpt, offset)


def _in_inlines(inlines: Inlines, where: _Heading, label: str, offset: int) -> Iterator[Mention]:
    text = plain_text(inlines)
    position = 0
    for inline in inlines:
        if isinstance(inline, FigureText):
            end = position + len(inline.text)
            excerpt = _excerpt(text, position, end)
            excerpt = f"{label.replace(chr(10), '')}：{excerpt}" if label else excerpt
            before = len(without_blanks(text[:position]))
            yield Mention(inline.name, where.full, where.short, excerpt, offset + before)
        position += len(inline.text)


def _excerpt(text: str, start: int, end: int) -> str:
    """The words around a figure, the figure itself among them."""
    first, last = max(0, start - _BEFORE), min(len(text), end + _BEHIND)
    shown = text[first:last].replace("\n", "")
    return ("…" if first else "") + shown + ("…" if last < len(text) else "")
