"""Report -> Document: the order of the parts, their numbers, the fixed words. Pure."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import count

from pipeline.chinese.dates import write_date
from pipeline.chinese.numerals import write_numeral
from pipeline.compose.official import compose_imprint, compose_letterhead
from pipeline.compose.tables import compose_table
from pipeline.figures.charts import compose_chart
from pipeline.figures.facts import resolve
from pipeline.model.document import (
    BODY,
    CLOSING,
    LEAD,
    Addressee,
    AnnexMark,
    AnnexTitle,
    AttachmentNote,
    AttachmentNoteLine,
    Blank,
    Block,
    Byline,
    Chart,
    Document,
    DocumentPart,
    Heading,
    Inlines,
    Paragraph,
    Picture,
    Remark,
    SectionHeading,
    Signature,
    Text,
    Title,
    plain_text,
)
from pipeline.model.report import (
    Annex,
    ChartInput,
    ChartItem,
    Item,
    Part,
    PointsItem,
    Section,
    TableInput,
)
from pipeline.model.standard import Measures, Rules
from pipeline.typography.places import width_chars
from pipeline.typography.title import break_title
from pipeline.validate import Valid


def compose(
    valid: Valid, measures: Measures, *, official: bool, ledger: TableInput | None = None
) -> Document:
    """The document of a validated report.

    `official` says that the template has a letterhead and an imprint. `ledger` is the table of an
    annex that lists the figures; it names pages, so whoever lays the report out makes it.
    """
    report = valid.report
    return Document(
        title=plain_text(_resolve(valid, report.title)).replace("\n", ""),
        organisation=report.organisation,
        date=report.date,
        subject=report.activity.name if report.activity else "",
        letterhead=compose_letterhead(report, measures) if official else None,
        blocks=tuple(_number_charts(tuple(_blocks(valid, measures, ledger, official=official)))),
        imprint=compose_imprint(report) if official else None,
    )


def _resolve(valid: Valid, text: str) -> Inlines:
    return resolve(text, valid.facts)


# --- the blocks in their order ---------------------------------------------------------------


def _blocks(
    valid: Valid, measures: Measures, ledger: TableInput | None, *, official: bool
) -> Iterator[Block]:
    report = valid.report
    signs_under_title = not official and report.signature_place == "title"
    yield Title(_title_lines(valid, report.title, measures))
    if signs_under_title:
        yield Byline(report.organisation)
        yield Byline(f"（{write_date(report.date)}）")
    yield Blank()
    if report.addressees:
        yield Addressee("、".join(report.addressees) + "：")
    yield from _body(valid)
    yield from _attachment_note(report.annexes)
    if not signs_under_title:
        yield from _signature(valid, measures.rules)
    if official and report.remark:
        yield Remark(f"（{report.remark.strip('（）()')}）")
    for number, annex in enumerate(report.annexes, start=1):
        shown = (annex.table, ledger if annex.has_ledger else None)
        yield from _annex(valid, annex, number, measures, shown)


def _title_lines(valid: Valid, text: str, measures: Measures) -> tuple[str, ...]:
    report = valid.report
    phrases = (report.organisation, *((report.activity.name,) if report.activity else ()))
    return break_title(plain_text(_resolve(valid, text)), measures.title_chars, phrases)


def _body(valid: Valid) -> Iterator[Block]:
    yield from _belonging(LEAD, _paragraphs(valid, valid.report.lead))
    for number, part in enumerate(valid.report.parts(), start=1):
        yield from _part(valid, part, number)
    yield from _belonging(CLOSING, _paragraphs(valid, valid.report.closing))


def _part(valid: Valid, part: Part, number: int) -> Iterator[Block]:
    blocks = compose_items(valid, part.items, level=2)
    if not part.heading:
        yield from _belonging(BODY, blocks)
        return
    heading = _heading(1, number, _resolve(valid, part.heading))
    words = DocumentPart(plain_text(heading.inlines), heading.text)
    yield from _belonging(words, (heading, *blocks))


def _belonging(part: DocumentPart, blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks as those of a part, each below the headings of the sections that it stands in."""
    for block in blocks:
        if isinstance(block, Heading) and block.level > 1:
            words = plain_text(block.inlines)
            part = part.under(SectionHeading(block.level, block.number, words))
        yield replace(block, part=part)


def _paragraphs(valid: Valid, text: str) -> Iterator[Paragraph]:
    """One paragraph for each line of a text; blanks typed as an indent are left out."""
    for row in text.split("\n"):
        if stripped := row.strip().strip("\u3000"):
            yield Paragraph(_resolve(valid, stripped))


def compose_items(valid: Valid, items: tuple[Item, ...], level: int) -> Iterator[Block]:
    """Paragraphs, and sub-sections with headings of this level, as they stand in a part."""
    blocks: list[Block] = []
    number = 0
    for item in items:
        if isinstance(item, str):
            blocks += _paragraphs(valid, item)
        elif isinstance(item, ChartItem):
            blocks += _charts(valid, item.charts)
        elif isinstance(item, PointsItem):
            blocks = _with_points(blocks, _points(valid, item.points))
        else:
            number += 1
            blocks += _section(valid, item, level, number)
    yield from blocks


def _section(valid: Valid, section: Section, level: int, number: int) -> Iterator[Block]:
    yield _heading(level, number, _resolve(valid, section.heading))
    blocks = list(compose_items(valid, section.paragraphs, level + 1))
    yield from _with_points(blocks, _points(valid, section.points)) if section.points else blocks
    yield from _charts(valid, section.charts)


def _with_points(blocks: list[Block], points: Inlines) -> list[Block]:
    """The blocks with points behind them, in one paragraph with words that announce them."""
    if blocks and isinstance(blocks[-1], Paragraph) and blocks[-1].text.endswith("："):
        return [*blocks[:-1], Paragraph(blocks[-1].inlines + points)]
    return [*blocks, Paragraph(points)]


def _charts(valid: Valid, charts: Iterable[ChartInput]) -> Iterator[Chart]:
    for chart in charts:
        yield compose_chart(chart, valid.facts)


def _number_charts(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Charts with their numbers in their captions; a lone one needs none."""
    numbers = count(1)
    is_lone = sum(isinstance(block, Chart) for block in blocks) == 1
    for block in blocks:
        if isinstance(block, Chart) and not is_lone:
            yield replace(block, caption=f"图{next(numbers)}　{block.caption}")
        else:
            yield block


def _heading(level: int, number: int, inlines: Inlines) -> Heading:
    """一、（一）1.（1）: the four levels of 7.3.3; validate refuses a fifth."""
    match level:
        case 1:
            return Heading(1, f"{write_numeral(number)}、", inlines)
        case 2:
            return Heading(2, f"（{write_numeral(number)}）", inlines)
        case 3:
            return Heading(3, f"{number}.", inlines)
        case _:
            return Heading(4, f"（{number}）", inlines)


def _points(valid: Valid, points: tuple[str, ...]) -> Inlines:
    """一是……；二是……。 Points that hold a full stop are parted by full stops."""
    texts = [point.strip().rstrip("；。;") for point in points]
    stop = "。" if any("。" in text for text in texts) else "；"
    inlines: Inlines = ()
    for number, text in enumerate(texts, start=1):
        end = "。" if number == len(texts) else stop
        inlines += (Text(f"{write_numeral(number)}是"), *_resolve(valid, text), Text(end))
    return inlines


# --- what stands below the body --------------------------------------------------------------


def _attachment_note(annexes: tuple[Annex, ...]) -> Iterator[Block]:
    if not annexes:
        return
    numbers = ("",) if len(annexes) == 1 else tuple(f"{n}." for n in range(1, len(annexes) + 1))
    lines = tuple(
        AttachmentNoteLine("附件：" if index == 0 else "", number, annex.name)
        for index, (number, annex) in enumerate(zip(numbers, annexes, strict=True))
    )
    yield Blank()
    yield AttachmentNote(lines)


_SEAL_BLANK_LINES = 2  # a seal of 42 mm then stands less than a line below the text (7.3.5.1)


def _signature(valid: Valid, rules: Rules) -> Iterator[Block]:
    report = valid.report
    words = write_date(report.date)
    seal = valid.images[report.seal] if report.seal else None
    name_chars, date_chars = width_chars(report.organisation), width_chars(words)
    place = _sealed_places if seal else unsealed_places
    name_right, date_right = place(name_chars, date_chars, rules)
    yield Blank(_SEAL_BLANK_LINES if seal else 1)
    yield Signature(report.organisation, words, name_right, date_right, seal)


def unsealed_places(name_chars: float, date_chars: float, rules: Rules) -> tuple[float, float]:
    """7.3.5.2: the name two characters from the right, the date beginning two to the right of it.

    A date longer than the name stands two characters from the right itself.
    """
    edge, shift = rules.name_right_chars, rules.date_shift_chars
    date_right = edge + name_chars - shift - date_chars
    if date_right >= 0:
        return edge, date_right
    return edge + date_chars + shift - name_chars, edge


def _sealed_places(name_chars: float, date_chars: float, rules: Rules) -> tuple[float, float]:
    """7.3.5.1: the date four characters from the right, the name centred above it.

    A name too long for that is kept inside the type area, and the date moves to its centre.
    """
    edge = rules.sealed_date_right_chars
    name_right = edge + (date_chars - name_chars) / 2
    if name_right >= 0:
        return name_right, edge
    return 0.0, (name_chars - date_chars) / 2


def _annex(
    valid: Valid,
    annex: Annex,
    number: int,
    measures: Measures,
    tables: tuple[TableInput | None, ...],
) -> Iterator[Block]:
    mark = AnnexMark("附件" if len(valid.report.annexes) == 1 else f"附件{number}")
    title = AnnexTitle(_title_lines(valid, annex.name, measures))
    part = DocumentPart(mark.text, f"{mark.text} {title.text}")
    content = _annex_content(valid, annex, measures, tables)
    yield from _belonging(part, (mark, Blank(), title, Blank(), *content))


def _annex_content(
    valid: Valid, annex: Annex, measures: Measures, tables: tuple[TableInput | None, ...]
) -> Iterator[Block]:
    for text in annex.paragraphs:
        yield from _paragraphs(valid, text)
    is_first = not annex.paragraphs
    for table in tables:
        if table is None:
            continue
        if not is_first:
            yield Blank()
        is_first = False
        yield compose_table(table, annex.name, valid.facts, measures)
    yield from _charts(valid, annex.charts)
    for picture in annex.pictures:
        caption = plain_text(_resolve(valid, picture.caption))
        yield Picture(valid.images[picture.file], caption)
