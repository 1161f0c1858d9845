"""Seen -> Outline: the role of each paragraph, from its position, its wording and its look.

No style name is trusted: a document that does not use ours is recognised like our own. The
certainty says how many of the signs agree; 0.95 is given where wording and look both do.
"""

import re
from collections.abc import Iterable

from pipeline.check import wordings
from pipeline.check.outline import HEADINGS, Outline, Part, Role
from pipeline.check.seen import Look, RuleLine, Seen
from pipeline.standard import SIZE_2_PT, FontRole

_SURE, _LIKELY, _MAYBE = 0.95, 0.8, 0.6
_LETTERHEAD_LOOKS = 14
"""A letterhead ends within so many paragraphs."""

_Looks = tuple[Look, ...]
_Claims = dict[int, tuple[Role, float]]
"""What has been recognised: the role and its certainty by the paragraph's index."""


def recognise(seen: Seen) -> Outline:
    """The role of each paragraph, and whether the document has a letterhead."""
    looks = seen.looks
    claims: _Claims = {i: (Role.TABLE, _SURE) for i, look in enumerate(looks) if look.in_table}
    left = _unclaimed(range(len(looks)), claims)
    claims |= _claim_imprint(looks, left)
    number = _find_document_number(looks, _unclaimed(left, claims))
    title = _find_title(looks, _unclaimed(left, claims), number)
    claims |= _claim_letterhead(looks, _unclaimed(left, claims), number, title)
    claims |= _claim_title(looks, _unclaimed(left, claims), title)
    is_official = _has_letterhead(claims, seen.lines)
    text = [i for i in _unclaimed(left, claims) if title is None or i > title]
    claims |= _claim_annexes(looks, text)
    annex = min((i for i, (role, _) in claims.items() if role is Role.ANNEX_MARK), default=None)
    main = [i for i in _unclaimed(text, claims) if annex is None or i < annex]
    claims |= _claim_signature(looks, main)
    claims |= _claim_attachment_note(looks, _unclaimed(main, claims))
    claims |= _claim_addressee(looks, _unclaimed(main, claims), is_official=is_official)
    for index in _unclaimed(left, claims):
        claims[index] = _text_role(looks, index, claims)
    parts = tuple(Part(i, look, *claims[i]) for i, look in enumerate(looks))
    return Outline(parts, is_official, is_special=_is_special(parts, seen.lines))


def is_red(color: str) -> bool:
    """Whether a colour passes for red: Y80 M80 in print (6.2), FF0000 on screens."""
    red, green, blue = (int(color[place : place + 2], 16) for place in (0, 2, 4))
    return red >= 0xC8 and green <= 0x50 and blue <= 0x50  # noqa: PLR2004


def _unclaimed(indexes: Iterable[int], claims: _Claims) -> list[int]:
    return [index for index in indexes if index not in claims]


# --- letterhead and title --------------------------------------------------------------------


def _has_letterhead(claims: _Claims, lines: tuple[RuleLine, ...]) -> bool:
    marks = (Role.ISSUER_MARK, Role.DOCUMENT_NUMBER)
    return any(role in marks for role, _ in claims.values()) or any(
        is_red(line.color) for line in lines
    )


def _find_document_number(looks: _Looks, left: list[int]) -> int | None:
    """Where the document number is: near the top, a line of its own or with the signer."""
    for index in left[:_LETTERHEAD_LOOKS]:
        found = wordings.DOCUMENT_NUMBER.match(looks[index].text)
        if found is None:
            continue
        rest = looks[index].text[found.end() :].strip()
        if not rest or wordings.SIGNER.search(rest):
            return index
    return None


_TITLE_POINTS = 0.45
_LONGEST_TITLE = 90


def _find_title(looks: _Looks, left: list[int], number: int | None) -> int | None:
    """The first paragraph with enough of a title's signs, below the document number."""
    first = -1 if number is None else number
    near = [index for index in left if index > first][:_LETTERHEAD_LOOKS]
    points = {index: _title_points(looks[index]) for index in near}
    best = max(points.values(), default=0.0)
    if best < _TITLE_POINTS:
        return None
    # What stands above the title may be centred too, but is not as large.
    return next(index for index in near if points[index] >= best - 0.05)


_LARGE_PT = 17.5
_TOLERANCE_PT = 1.0


def _title_points(look: Look) -> float:
    text = look.text
    if is_red(look.color) or len(text) > _LONGEST_TITLE or _heading_level(text) is not None:
        return 0
    if wordings.ANNEX_MARK.fullmatch(text) or wordings.DATE.fullmatch(text):
        return 0
    is_size = abs(look.size_pt - SIZE_2_PT) < _TOLERANCE_PT
    return (
        0.35 * (look.align == "center")
        + (0.3 if is_size else 0.2 if look.size_pt > _LARGE_PT else 0)
        + 0.15 * (look.font is FontRole.XIAOBIAOSONG)
        + 0.1 * (text[-1] not in wordings.END_MARKS)
        + 0.1 * text.rstrip(wordings.END_MARKS).endswith(wordings.KINDS)
    )


def _claim_letterhead(
    looks: _Looks, left: list[int], number: int | None, title: int | None
) -> _Claims:
    end = title if title is not None else (number + 1 if number is not None else 0)
    claims: _Claims = {}
    for index in (i for i in left if i < end):
        role = _letterhead_role(looks[index], has_number=number is not None)
        if index == number:
            claims[index] = (Role.DOCUMENT_NUMBER, _SURE)
        elif role is not None:
            claims[index] = role
    return claims


_MARK_PT = 21.5
_SMALL_ELEMENTS = (
    (wordings.COPY_NUMBER.fullmatch, Role.COPY_NUMBER),
    (wordings.CLASSIFICATION.fullmatch, Role.CLASSIFICATION),
    (wordings.URGENCY.fullmatch, Role.URGENCY),
    # Rows of signers stand above the document number, which is beside the last of them (7.2.6).
    (wordings.SIGNER.search, Role.SIGNER),
)


def _letterhead_role(look: Look, *, has_number: bool) -> tuple[Role, float] | None:
    for matches, role in _SMALL_ELEMENTS:
        if matches(look.text):
            return role, _SURE
    if look.size_pt >= _MARK_PT and (is_red(look.color) or has_number):
        return Role.ISSUER_MARK, _SURE if is_red(look.color) else _LIKELY
    return None


_SURE_TITLE_POINTS = 0.75


def _claim_title(looks: _Looks, left: list[int], title: int | None) -> _Claims:
    """The title, its further lines where its author made paragraphs of them, and what is below."""
    if title is None:
        return {}
    first = looks[title]
    is_sure = _title_points(first) >= _SURE_TITLE_POINTS
    claims: _Claims = {title: (Role.TITLE, _SURE if is_sure else _LIKELY)}
    for index in (i for i in left if i > title):
        if _continues(first, looks[index]):
            claims[index] = claims[title]
        elif _is_byline(looks[index]):
            claims[index] = (Role.BYLINE, _LIKELY)
        else:
            break
    return claims


def _continues(first: Look, look: Look) -> bool:
    """Whether a paragraph is a further line of the title that begins with `first`."""
    is_alike = (look.size_pt, look.align) == (first.size_pt, first.align)
    return is_alike and look.size_pt > _LARGE_PT and not look.gap_lines


_LONGEST_BYLINE = 40


def _is_byline(look: Look) -> bool:
    is_short = len(look.text) <= _LONGEST_BYLINE and look.text[-1] not in wordings.END_MARKS
    is_subtitle = look.text.startswith(("——", "—", "--"))
    is_heading = _heading_level(look.text) is not None
    return is_short and (look.align == "center" or is_subtitle) and not is_heading


_LETTER_RULE_MM = 160
"""The red rules of a letter are 170 mm long, that of a letterhead 156 (10.1, 7.2.7)."""


def _is_special(parts: tuple[Part, ...], lines: tuple[RuleLine, ...]) -> bool:
    """Whether it seems to be an order or minutes by its mark, or a letter by its two red rules."""
    mark = next((part for part in parts if part.role is Role.ISSUER_MARK), None)
    if mark is None:
        return False
    is_letter = sum(is_red(line.color) and line.width_mm > _LETTER_RULE_MM for line in lines) > 1
    return mark.look.text.endswith(("令", "纪要")) or is_letter


# --- imprint and annexes ---------------------------------------------------------------------

_LONGEST_PRINTING = 60
_DATED = re.compile(r"\d\s*年.*\d\s*月")


def _claim_imprint(looks: _Looks, left: list[int]) -> _Claims:
    claims: _Claims = {}
    copied = None
    for index in left:
        text = looks[index].text
        if wordings.COPIED_TO.fullmatch(text):
            claims[index] = (Role.COPIED_TO, _SURE)
            copied = index
        elif wordings.PRINTING.fullmatch(text) and len(text) <= _LONGEST_PRINTING:
            claims[index] = (Role.PRINTING, _SURE)
        elif copied == index - 1 and _DATED.search(text):
            claims[index] = (Role.PRINTING, _LIKELY)
    return claims


def _claim_annexes(looks: _Looks, left: list[int]) -> _Claims:
    claims: _Claims = {}
    for place, index in enumerate(left):
        look = looks[index]
        is_mark = wordings.ANNEX_MARK.fullmatch(look.text) is not None
        is_titled = look.starts_page and wordings.ANNEX_MARK_TITLED.fullmatch(look.text)
        if is_mark or is_titled:
            signs = look.starts_page or look.font is FontRole.HEITI
            claims[index] = (Role.ANNEX_MARK, _SURE if is_mark and signs else _LIKELY)
        if is_mark:
            claims |= _claim_annex_title(looks, left[place + 1 :])
    return claims


def _claim_annex_title(looks: _Looks, after: list[int]) -> _Claims:
    if not after:
        return {}
    first = looks[after[0]]
    is_large = first.size_pt > _LARGE_PT
    is_title = is_large or first.align == "center"
    if not is_title or len(first.text) > _LONGEST_TITLE or _heading_level(first.text) is not None:
        return {}
    claims: _Claims = {after[0]: (Role.ANNEX_TITLE, _SURE if is_large else _LIKELY)}
    for index in after[1:]:
        if not _continues(first, looks[index]):
            break
        claims[index] = claims[after[0]]
    return claims


# --- between body and annexes ----------------------------------------------------------------

_RIGHT_CHARS = 8
"""What begins so far from the left edge stands on the right."""
_LONGEST_SIGNATURE = 30


def _is_on_the_right(look: Look) -> bool:
    return look.align == "right" or (look.align != "center" and look.first_chars >= _RIGHT_CHARS)


def _claim_signature(looks: _Looks, main: list[int]) -> _Claims:
    """The last line that is nothing but a date, the names above it, the remark below."""
    dates = [p for p, i in enumerate(main) if wordings.DATE.fullmatch(looks[i].text.strip("。"))]
    place = dates[-1] if dates else None
    if place is None:
        return {}
    date = looks[main[place]]
    is_right = _is_on_the_right(date)
    claims: _Claims = {main[place]: (Role.DATE, _SURE if is_right else _LIKELY)}
    for index in reversed(main[:place]):
        is_next = index == main[place - 1]
        if not _may_sign(looks[index]) or not (_is_on_the_right(looks[index]) or is_next):
            break
        claims[index] = (Role.SIGNATURE, _SURE if _is_on_the_right(looks[index]) else _MAYBE)
    for index in main[place + 1 : place + 2]:
        if wordings.REMARK.fullmatch(looks[index].text):
            claims[index] = (Role.REMARK, _SURE)
    return claims


def _may_sign(look: Look) -> bool:
    is_name = len(look.text) <= _LONGEST_SIGNATURE and look.text[-1] not in "。；：！？"
    is_noted = wordings.ATTACHMENT_NOTE.fullmatch(look.text) or wordings.ATTACHMENT_ITEM.fullmatch(
        look.text
    )
    return is_name and not is_noted and _heading_level(look.text) is None


def _claim_attachment_note(looks: _Looks, left: list[int]) -> _Claims:
    claims: _Claims = {}
    for index in left:
        text = looks[index].text
        if claims:
            if not wordings.ATTACHMENT_ITEM.fullmatch(text) or looks[index].gap_lines:
                break
            claims[index] = (Role.ATTACHMENT_NOTE, _SURE)
        elif wordings.ATTACHMENT_NOTE.fullmatch(text) and "。" not in text[:-1]:
            claims[index] = (Role.ATTACHMENT_NOTE, _SURE)
    return claims


# --- the text --------------------------------------------------------------------------------

_LONGEST_ADDRESSEE = 200
_LONGEST_OPEN_ADDRESSEE = 60
_FLUSH_CHARS = 0.5


def _claim_addressee(looks: _Looks, left: list[int], *, is_official: bool) -> _Claims:
    """The first paragraph below the title, if it ends with a colon or stands flush left."""
    if not left:
        return {}
    first = looks[left[0]]
    text = first.text
    if _heading_level(text) is not None or first.align in ("center", "right"):
        return {}
    if text.endswith(("：", ":")) and len(text) <= _LONGEST_ADDRESSEE and "。" not in text:
        return {left[0]: (Role.ADDRESSEE, _SURE if is_official else _LIKELY)}
    is_flush = first.first_chars < _FLUSH_CHARS and len(text) <= _LONGEST_OPEN_ADDRESSEE
    if is_official and is_flush and not wordings.SENTENCE_END.search(text):
        return {left[0]: (Role.ADDRESSEE, _LIKELY)}
    return {}


def _heading_level(text: str) -> int | None:
    """The level (0-3) whose number a text begins with."""
    return next(
        (level for level, pattern in enumerate(wordings.HEADINGS) if pattern.match(text)), None
    )


_LONGEST_HEADING = 40
_SHORTEST_BODY = 16


def _text_role(looks: _Looks, index: int, claims: _Claims) -> tuple[Role, float]:
    look = looks[index]
    level = _heading_level(look.text)
    if level is not None:
        return HEADINGS[level], _heading_certainty(look)
    before = claims.get(index - 1, (Role.OTHER, 0))[0]
    if look.align == "center" and len(look.text) <= _LONGEST_BYLINE:
        is_caption = before in (Role.TABLE, Role.CAPTION) or look.font is FontRole.KAITI
        return (Role.CAPTION if is_caption else Role.OTHER), _MAYBE
    is_prose = wordings.SENTENCE_END.search(look.text) or len(look.text) >= _SHORTEST_BODY
    return Role.BODY, _SURE if is_prose and look.align in ("justify", "left") else _MAYBE


def _heading_certainty(look: Look) -> float:
    """A heading of its own is short and ends bare; one that runs into text is set otherwise."""
    text = look.text
    if len(text) <= _LONGEST_HEADING and text[-1] not in "。；，":
        return _SURE
    if len({(span.font, span.is_bold) for span in look.spans if span.text.strip()}) > 1:
        return _LIKELY
    return _LIKELY if text.find("。") == len(text) - 1 <= _LONGEST_HEADING else _MAYBE
