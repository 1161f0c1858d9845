"""How the elements are worded: addressee, attachment note, dates, remark, annexes, marks."""

from collections.abc import Iterator
from datetime import date

from pipeline.chinese.dates import read_date, write_date
from pipeline.chinese.heading_numbers import HEADING_NUMBERS
from pipeline.inspect import wordings
from pipeline.inspect.finding import Finding, Said, find, quote, spot_of
from pipeline.inspect.judge.case import NONE, Case, blame
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenPart
from pipeline.prose.proofread.marks import without_zeros

_TEXTS = (
    ElementRole.TITLE,
    ElementRole.BYLINE,
    *HEADINGS,
    ElementRole.BODY,
    ElementRole.ANNEX_TITLE,
    ElementRole.CAPTION,
)


def judge_wording(case: Case) -> Iterator[Finding]:
    for part in case.outline.parts:
        yield from _judge_element(part)
        if part.role in _TEXTS:
            yield from _judge_text(part)
    yield from _judge_attachment_note(case)
    yield from _judge_annexes(case)


def _judge_element(part: SeenPart) -> Iterator[Finding]:
    text = part.look.text
    if part.role is ElementRole.ADDRESSEE and not text.endswith("："):
        yield blame("B03-colon", part, quote(text[-6:]), quote("："))
    elif part.role is ElementRole.DATE:
        yield from _judge_date(part)
    elif part.role is ElementRole.REMARK and not wordings.REMARK_STRICT.fullmatch(text):
        yield blame("B14-form", part, quote(text), quote("（×××）"))
    elif part.role is ElementRole.ANNEX_MARK:
        yield from _judge_annex_mark(part)


def _judge_annex_mark(part: SeenPart) -> Iterator[Finding]:
    text = part.look.text
    if not wordings.ANNEX_MARK_STRICT.fullmatch(text):
        yield blame("B15-mark", part, quote(text), quote("附件1"))
    if not part.look.starts_page:
        found = Said("接排在上文之后", "it follows the text")
        yield blame("B15-page", part, found, Said("另起一页", "a page of its own"))


def _judge_date(part: SeenPart) -> Iterator[Finding]:
    text = part.look.text
    bare = without_zeros(text)
    if wordings.ZERO_IN_DATE.search(text) and wordings.DATE_STRICT.fullmatch(bare):
        yield blame("B12-zero", part, quote(text), quote(bare))
    elif not wordings.DATE_STRICT.fullmatch(text):
        day = read_date(text)
        wanted = write_date(day) if isinstance(day, date) else "2026年8月1日"
        yield blame("B12-form", part, quote(text), quote(wanted))


def _judge_text(part: SeenPart) -> Iterator[Finding]:
    text = part.look.text
    if (zero := wordings.ZERO_IN_DATE.search(text)) is not None:
        yield blame("B12-zero", part, quote(zero[0]), quote(without_zeros(zero[0])))
    if "此页无正文" in text:
        yield blame("B13-blank", part, quote("此页无正文"), NONE)
    start = _number_end(part)
    halves = list(wordings.HALF_WIDTH.finditer(text, start))
    if halves:
        shown = "、".join(
            f"“{text[max(0, half.start() - 3) : half.end() + 3]}”" for half in halves[:_SHOWN_MARKS]
        )
        count = len(halves)
        found = Said(f"{shown}（共 {count} 处）", f"{shown} ({count} in all)")
        wanted = "".join(dict.fromkeys(half[0] for half in halves)).translate(_FULL_WIDTH)
        yield blame("Q12-half", part, found if count > 1 else quote(shown[1:-1]), quote(wanted))


_SHOWN_MARKS = 6

_FULL_WIDTH = str.maketrans(',;:?!()."', "，；：？！（）。“")


def _number_end(part: SeenPart) -> int:
    """Where a heading's words begin; its number has a rule of its own."""
    if part.role not in HEADINGS:
        return 0
    found = HEADING_NUMBERS[HEADINGS.index(part.role)].match(part.look.text)
    return found.end() if found else 0


# --- attachment note and annexes (7.3.4, 7.3.7) ----------------------------------------------


def _note_items(parts: list[SeenPart]) -> list[tuple[SeenPart, str | None, str | None, str]]:
    """Each item of the note: its part, its number, the mark behind that, its name."""
    items = []
    for part in parts:
        text = part.look.text
        for label in ("附件：", "附件:"):
            text = text.removeprefix(label)
        item = wordings.ATTACHMENT_ITEM.fullmatch(text.strip())
        number, mark, name = item.group("number", "mark", "name") if item else (None, None, text)
        items.append((part, number, mark and mark.replace("．", "."), name.strip()))
    return items


def _judge_attachment_note(case: Case) -> Iterator[Finding]:
    items = _note_items(list(case.outline.of(ElementRole.ATTACHMENT_NOTE)))
    is_single = len(items) == 1
    for place, (part, number, found_mark, name) in enumerate(items, 1):
        wanted_number = None if is_single else str(place)
        label = "附件：" if place == 1 else ""
        shape = label + (f"{wanted_number}." if wanted_number else "") + "×××"
        mark = None if is_single else "."
        is_fit = part.look.text.startswith(label) and (number, found_mark) == (wanted_number, mark)
        if not is_fit or name[-1] in wordings.END_MARKS:
            yield blame("B07-form", part, quote(part.look.text[:20]), quote(shape))


def _judge_annexes(case: Case) -> Iterator[Finding]:
    """Numbers and titles of the annexes are those of the attachment note."""
    marks = list(case.outline.of(ElementRole.ANNEX_MARK))
    items = _note_items(list(case.outline.of(ElementRole.ATTACHMENT_NOTE)))
    if not marks:
        return
    if not items or len(items) != len(marks):
        found = Said(
            f"附件说明 {len(items)} 项，附件 {len(marks)} 个",
            f"{len(items)} items in the note, {len(marks)} annexes",
        )
        yield blame("B15-match", marks[0], found, Said("一一对应", "one for each"))
        return
    for place, (mark, (*_, name)) in enumerate(zip(marks, items, strict=True), 1):
        title = _title_of(case, mark)
        if title and _bare(title) != _bare(name):
            yield blame("B15-match", mark, quote(title), quote(name))
        wanted = "附件" if len(marks) == 1 else f"附件{place}"
        number = "".join(char for char in mark.look.text if char.isdigit())
        if number and len(marks) > 1 and number != str(place):
            yield find("B15-match", spot_of(mark.look), quote(mark.look.text), quote(wanted))


def _title_of(case: Case, mark: SeenPart) -> str:
    rows = []
    for part in case.outline.parts[mark.index + 1 :]:
        if part.role is not ElementRole.ANNEX_TITLE:
            break
        rows.append(part.look.text)
    return "".join(rows)


def _bare(text: str) -> str:
    """A name without blanks, the marks around it and those behind it."""
    bare = "".join(char for char in text if not char.isspace() and char not in "《》")
    return bare.rstrip(wordings.END_MARKS)
