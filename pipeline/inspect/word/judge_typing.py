"""What was typed in a Word file instead of set: blanks, breaks, numbers; where the imprint is."""

from collections.abc import Iterator

from pipeline.inspect.finding import WHOLE, Finding, Said, excerpt_of, find, quote, spot_of
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenOutline, SeenPart
from pipeline.inspect.word.read import WordFile
from pipeline.inspect.word.runs import BREAK
from pipeline.model.standard import Measures

_INDENTED = (ElementRole.BODY, *HEADINGS, ElementRole.ATTACHMENT_NOTE, ElementRole.REMARK)
_RUNNING = (ElementRole.BODY, *HEADINGS)
_IMPRINT = (ElementRole.COPIED_TO, ElementRole.PRINTING)
_NEAR_TOP = 0.5
"""Part of a page; an imprint that empty lines push further down may stand where it should."""


def judge_typing(file: WordFile, outline: SeenOutline, measures: Measures) -> Iterator[Finding]:
    """Findings in the order of their rules."""
    for part in outline.of(*_INDENTED):
        if blanks := part.look.typed_blanks:
            yield find("B05-spaces", spot_of(part.look), _blanks(blanks), _INDENT, part.certainty)
    for part in outline.of(*_RUNNING):
        count = file.paragraphs[part.index].text.rstrip(" \u3000\t").count(BREAK)
        if count:
            found = Said(f"{count} 个手动换行符", f"{count} manual line break(s)")
            yield find("B05-break", spot_of(part.look), found, _NO_BREAK, part.certainty)
    for part in outline.of(*_RUNNING):
        if not file.paragraphs[part.index].said.get("kinsoku", True):
            yield find("Q05-kinsoku", spot_of(part.look), _OFF, _ON)
    for text in dict.fromkeys(n.text for n in file.seen.page_numbers if not n.is_field):
        yield find("N01-field", WHOLE, quote(text), Said("页码域", "a PAGE field"))
    yield from _judge_sequence(file)
    yield from _judge_imprint(file, outline, measures.page.lines_per_page * _NEAR_TOP)


def _judge_sequence(file: WordFile) -> Iterator[Finding]:
    """The first section begins with 1, the others go on (7.5)."""
    for place, section in enumerate(file.sections):
        start = section.number_start
        if start is not None and (place > 0 or start > 1):
            found = Said(
                f"第 {place + 1} 节从 {start} 开始", f"section {place + 1} begins at {start}"
            )
            wanted = Said("从 1 开始，续前节", "1 at first, and on from there")
            yield find("N04-sequence", WHOLE, found, wanted)
            return


_INDENT = Said("首行缩进 2 字符，不打空格", "a first line indent of 2 characters, no blanks")
_NO_BREAK = Said("没有手动换行", "none")
_OFF = Said("已关闭", "off")
_ON = Said("打开", "on")


def _blanks(blanks: str) -> Said:
    kinds = (
        ("\u3000", "个全角空格", "full-width blank(s)"),
        (" \u00a0", "个半角空格", "blank(s)"),
        ("\t", "个制表符", "tab(s)"),
    )
    counted = [
        (count, zh, en)
        for chars, zh, en in kinds
        if (count := sum(blanks.count(char) for char in chars))
    ]
    return Said(
        "段首有 " + "、".join(f"{count} {zh}" for count, zh, _ in counted),
        " and ".join(f"{count} {en}" for count, _, en in counted) + " at its beginning",
    )


# --- the imprint -----------------------------------------------------------------------------


def _judge_imprint(
    file: WordFile, outline: SeenOutline, near_top_lines: float
) -> Iterator[Finding]:
    """Where the imprint stands, as far as a Word file says it (7.4.1)."""
    imprint = list(outline.of(*_IMPRINT))
    if not imprint:
        return
    first, last = imprint[0], imprint[-1]
    is_at_foot = all(file.paragraphs[part.index].place.is_at_foot for part in imprint)
    behind = _behind(outline, last, is_at_foot=is_at_foot)
    if behind is not None:
        text = excerpt_of(behind.look.text)
        found = Said(f"版记后面还有“{text}”", f"“{text}” stands behind it")
        yield find("F02-place", spot_of(first.look), found, _AT_END, last.certainty)
    elif is_at_foot:
        return
    elif file.paragraphs[first.index].place.is_at_head:
        found = Said("固定在版心上端", "bound to the top of the type area")
        yield find("F02-place", spot_of(first.look), found, _AT_FOOT, first.certainty)
    elif first.look.starts_page and (first.look.gap_lines or 0) < near_top_lines:
        found = Said("排在一页的开头", "at the top of a page")
        yield find("F02-place", spot_of(first.look), found, _AT_FOOT, first.certainty)
    else:
        found = Said("跟在文字后面，没有固定在版心下边缘", "it follows the text wherever that ends")
        yield find("X06-place", spot_of(first.look), found, _AT_FOOT)


_AT_END = Said("在全文最后", "at the document's end")
_AT_FOOT = Said("最后一面的版心下边缘", "the foot of the last page's type area")


def _behind(outline: SeenOutline, last: SeenPart, *, is_at_foot: bool) -> SeenPart | None:
    """The text behind the imprint; a frame may stand before the one paragraph that holds it."""
    behind = [
        part
        for part in outline.parts
        if part.index > last.index and part.role not in _IMPRINT and not part.look.is_framed
    ]
    if not behind or (is_at_foot and len(behind) == 1 and not behind[0].look.starts_page):
        return None
    return behind[0]
