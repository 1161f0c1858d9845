"""Where each element stands on its line: centred, flush, indented, so far from the right."""

from collections.abc import Iterator

from pipeline.inspect.finding import Finding, Said, chars
from pipeline.inspect.judge.case import Case, blame
from pipeline.inspect.outline import HEADINGS, ElementRole, SeenPart
from pipeline.inspect.wordings import ATTACHMENT_ITEM, split_signer
from pipeline.model.standard import Align

_ALIGNED = {
    ElementRole.ISSUER_MARK: "H04-centred",
    ElementRole.TITLE: "B01-centred",
    ElementRole.ANNEX_TITLE: "B15-title",
}
"""Centred by the standard; a template or local rules may align them otherwise."""
_FLUSH = {
    ElementRole.COPY_NUMBER: "H01-place",
    ElementRole.CLASSIFICATION: "H02-place",
    ElementRole.ADDRESSEE: "B03-place",
    ElementRole.ANNEX_MARK: "B15-place",
}
_CENTRE = Said("居中", "centred")
_FLUSH_TOLERANCE = 0.3
_INDENT_TOLERANCE = 0.25
"""In characters: 28+11.2 mm ± 0.6 mm is 0.1 (B05); the rest is what tracking does to a twip."""


def judge_places(case: Case) -> Iterator[Finding]:
    for part in case.outline.parts:
        yield from _judge_part(case, part)
    yield from _judge_copy_number(case)
    yield from _judge_signature(case)


def _judge_part(case: Case, part: SeenPart) -> Iterator[Finding]:
    look = part.look
    if look.is_turned:
        return
    if part.role in _ALIGNED:
        wanted = case.measures.styles[part.role.value].align
        if look.align != wanted:
            yield blame(_ALIGNED[part.role], part, _align(look.align), _align(wanted))
    elif part.role in _FLUSH:
        yield from _judge_flush(part)
    elif part.role is ElementRole.DOCUMENT_NUMBER and not case.outline.is_special:
        yield from _judge_number(part)
    elif part.role is ElementRole.BODY or part.role in HEADINGS:
        yield from _judge_paragraph(case, part)
    elif part.role is ElementRole.REMARK and abs(look.first_chars - 2) > _INDENT_TOLERANCE:
        yield blame("B14-place", part, chars(look.first_chars), chars(2))
    elif part.role is ElementRole.ATTACHMENT_NOTE:
        yield from _judge_attachment(case, part)


_ALIGNMENTS: dict[Align, Said] = {
    "center": _CENTRE,
    "right": Said("右对齐", "aligned right"),
    "left": Said("左对齐", "aligned left"),
    "justify": Said("两端对齐", "justified"),
}


def _align(align: Align) -> Said:
    return _ALIGNMENTS[align]


def _judge_flush(part: SeenPart) -> Iterator[Finding]:
    look = part.look
    rule_id = _FLUSH[part.role]
    if look.align in ("center", "right"):
        yield blame(rule_id, part, _align(look.align), Said("顶格", "flush left"))
        return
    worst = max(abs(look.first_chars), abs(look.left_chars or 0))
    if worst > _FLUSH_TOLERANCE:
        yield blame(rule_id, part, chars(worst), Said("顶格", "flush left"))


def _judge_number(part: SeenPart) -> Iterator[Finding]:
    """Centred; beside a signer one character in (7.2.5)."""
    look = part.look
    _, signer = split_signer(look.text)
    if not signer:
        if look.align != "center":
            yield blame("H06-place", part, _align(look.align), _CENTRE)
        return
    if abs(look.first_chars - 1) > _FLUSH_TOLERANCE:
        yield blame("H06-place", part, chars(look.first_chars), chars(1))
    if abs(look.right_chars - 1) > _FLUSH_TOLERANCE:
        yield blame("H07-place", part, chars(look.right_chars), chars(1))


def _judge_paragraph(case: Case, part: SeenPart) -> Iterator[Finding]:
    """Two characters in, turned lines flush left (7.3.3)."""
    look = part.look
    style = case.measures.styles["body" if part.role is ElementRole.BODY else part.role.value]
    if look.align in ("center", "right"):
        yield blame("B05-indent", part, _align(look.align), chars(style.first_line_chars))
        return
    # In its own characters or in those that are wanted: a wrong size has a rule of its own.
    first = look.first_chars
    misses = [
        abs(chars_in - style.first_line_chars)
        for chars_in in (first, first * look.size_pt / style.size_pt)
    ]
    if min(misses) > _INDENT_TOLERANCE:
        yield blame("B05-indent", part, chars(first), chars(style.first_line_chars))
    if look.left_chars is not None and abs(look.left_chars) > _INDENT_TOLERANCE:
        yield blame("B05-turned", part, chars(look.left_chars), Said("顶格", "flush left"))


# --- attachment note (7.3.4) -----------------------------------------------------------------

_NOTE_CHARS = 2
_LABEL_CHARS = 3  # 附件：
_NUMBER_CHARS = (0.4, 2.1)
"""What a number and its point may take, "1." or "1．" with a tab or a blank behind."""


def _judge_attachment(case: Case, part: SeenPart) -> Iterator[Finding]:
    look = part.look
    is_first = ATTACHMENT_ITEM.fullmatch(look.text) is None
    wanted = _NOTE_CHARS if is_first else _NOTE_CHARS + _LABEL_CHARS
    first = look.first_chars
    if abs(first - wanted) > _INDENT_TOLERANCE:
        yield blame("B07-place", part, chars(first), chars(wanted))
    elif look.left_chars is not None:
        name = _NOTE_CHARS + _LABEL_CHARS
        is_numbered = len(list(case.outline.of(ElementRole.ATTACHMENT_NOTE))) > 1 or not is_first
        low, high = (
            (name + _NUMBER_CHARS[0], name + _NUMBER_CHARS[1])
            if is_numbered
            else (name - _FLUSH_TOLERANCE, name + _FLUSH_TOLERANCE)
        )
        if not low <= look.left_chars <= high:
            yield blame("B07-place", part, chars(look.left_chars), chars(round((low + high) / 2)))


# --- the first line, and the signature (7.2.1, 7.3.5) ----------------------------------------


def _judge_copy_number(case: Case) -> Iterator[Finding]:
    """On the first line of the page."""
    part = case.outline.first(ElementRole.COPY_NUMBER)
    if part is None:
        return
    above = case.outline.parts[0]
    if part is not above and above.role not in (ElementRole.OTHER, ElementRole.TABLE):
        found = Said(f"在“{above.look.text[:8]}”之下", f"below “{above.look.text[:8]}”")
        yield blame("H01-place", part, found, Said("第一行", "line 1"))


_RIGHT_TOLERANCE = {True: 0.3, False: 0.6}
"""In characters, for a PDF (±1.5 mm, B10) and for a Word file, where widths are reckoned."""


def _judge_signature(case: Case) -> Iterator[Finding]:
    """With a seal the date four characters in; else the name two, the date's first two further."""
    date = case.outline.first(ElementRole.DATE)
    names = list(case.outline.of(ElementRole.SIGNATURE))
    if date is None or date.look.align == "center" or date.look.is_turned:
        return
    slack = _RIGHT_TOLERANCE[case.is_pdf]
    right, rules = date.look.right_chars, case.measures.rules
    if case.is_sealed:
        if abs(right - rules.sealed_date_right_chars) > slack:
            yield blame("B08-date", date, chars(right), chars(rules.sealed_date_right_chars))
        return
    if len(names) != 1:
        return
    name = names[0].look
    shift = date.look.first_chars - name.first_chars
    # A date longer than the name keeps the distance in its stead.
    if (
        min(abs(name.right_chars - rules.name_right_chars), abs(right - rules.name_right_chars))
        > slack
    ):
        in_chars = chars(name.right_chars)
        found = Said(f"署名右空 {in_chars.zh}", f"the name {in_chars.en} in")
        yield blame("B10-place", names[0], found, Said("署名右空 2 字", "2 characters in"))
    elif abs(shift - rules.date_shift_chars) > slack:
        moved = chars(shift)
        found = Said(f"日期首字比署名首字右移 {moved.zh}", f"the date {moved.en} right of the name")
        # The date's right indent that brings its first character to where it belongs.
        fixed = max(0.0, right + shift - rules.date_shift_chars)
        wanted = Said(
            f"右移 2 字（日期右缩进 {fixed:.1f} 字符）",
            f"2 characters (right indent of the date: {fixed:.1f})",
        )
        yield blame("B10-place", date, found, wanted)
