"""The letterhead and the title: what stands above the text."""

from itertools import takewhile

from pipeline.chinese.heading_numbers import heading_level
from pipeline.inspect import wordings
from pipeline.inspect.outline import ElementRole, SeenPart
from pipeline.inspect.roles.claims import (
    LARGE_PT,
    LIKELY,
    SURE,
    Claims,
    Looks,
    continues_title,
    is_red,
)
from pipeline.inspect.seen import Look, RuleLine
from pipeline.model.standard import SIZE_2_PT, SIZE_3_PT, FontRole

_LETTERHEAD_LOOKS = 14
"""A letterhead ends within so many paragraphs."""


def has_letterhead(claims: Claims, lines: tuple[RuleLine, ...]) -> bool:
    """Whether a mark, a document number or a red rule is there."""
    marks = (ElementRole.ISSUER_MARK, ElementRole.DOCUMENT_NUMBER)
    return any(role in marks for role, _ in claims.values()) or any(
        is_red(line.color) for line in lines
    )


def find_document_number(looks: Looks, left: list[int]) -> int | None:
    """Where the document number is: near the top, a line of its own or with the signer."""
    for index in left[:_LETTERHEAD_LOOKS]:
        found = wordings.DOCUMENT_NUMBER.match(looks[index].text)
        if found is None:
            continue
        rest = looks[index].text[found.end() :]
        # Beside it stands the last of the signers, whose label may be on a row above (7.2.6).
        if not rest.strip() or wordings.SIGNER.search(rest) or rest.startswith("\t"):
            return index
    return None


_TITLE_POINTS = 0.45
_LONGEST_TITLE = 90


def find_title(looks: Looks, left: list[int], number: int | None) -> int | None:
    """The first paragraph with enough of a title's signs, below the document number."""
    first = -1 if number is None else number
    below = [index for index in left if index > first][:_LETTERHEAD_LOOKS]
    near = list(takewhile(lambda index: not _is_text(looks[index]), below))
    points = {index: _title_points(looks[index]) for index in near}
    best = max(points.values(), default=0.0)
    if best < _TITLE_POINTS:
        return None
    return next(index for index in near if points[index] >= best - _KIND_POINTS)


def _is_text(look: Look) -> bool:
    """Whether it is a sentence or a heading, above which a title must stand."""
    return "。" in look.text[:-1] or heading_level(look.text) is not None


_TOLERANCE_PT = 1.0
_BODY_PT = SIZE_3_PT + 0.5
_KIND_POINTS = 0.1
"""For the kind of document, which only the last line of a title names."""


def _title_points(look: Look) -> float:
    text = look.text
    if is_red(look.color) or len(text) > _LONGEST_TITLE or heading_level(text) is not None:
        return 0
    others = (wordings.ANNEX_MARK, wordings.DATE, wordings.CONTENTS, wordings.CONTENTS_LINE)
    if any(pattern.fullmatch(text) for pattern in others):
        return 0
    is_bold = all(span.is_bold for span in look.spans) and look.size_pt > _BODY_PT
    is_size = abs(look.size_pt - SIZE_2_PT) < _TOLERANCE_PT
    return (
        0.35 * (look.align == "center")
        + (0.3 if is_size else 0.2 if look.size_pt > LARGE_PT else 0)
        + 0.15 * (look.font is FontRole.XIAOBIAOSONG or is_bold)
        + 0.1 * (text[-1] not in wordings.END_MARKS)
        + _KIND_POINTS * text.rstrip(wordings.END_MARKS).endswith(wordings.KINDS)
    )


def claim_letterhead(
    looks: Looks, left: list[int], number: int | None, title: int | None
) -> Claims:
    """The elements above the title; the document number is known by its wording."""
    end = title if title is not None else (number + 1 if number is not None else 0)
    claims: Claims = {}
    for index in (i for i in left if i < end):
        role = _letterhead_role(looks[index], has_number=number is not None)
        if index == number:
            claims[index] = (ElementRole.DOCUMENT_NUMBER, SURE)
        elif role is not None:
            claims[index] = role
    return claims


_MARK_PT = 21.5
_SMALL_ELEMENTS = (
    (wordings.COPY_NUMBER.fullmatch, ElementRole.COPY_NUMBER),
    (wordings.CLASSIFICATION.fullmatch, ElementRole.CLASSIFICATION),
    (wordings.URGENCY.fullmatch, ElementRole.URGENCY),
    # Rows of signers stand above the document number, which is beside the last of them (7.2.6).
    (wordings.SIGNER.search, ElementRole.SIGNER),
)


def _letterhead_role(look: Look, *, has_number: bool) -> tuple[ElementRole, float] | None:
    for matches, role in _SMALL_ELEMENTS:
        if matches(look.text):
            return role, SURE
    if look.size_pt >= _MARK_PT and (is_red(look.color) or has_number):
        return ElementRole.ISSUER_MARK, SURE if is_red(look.color) else LIKELY
    return None


_SURE_TITLE_POINTS = 0.75


def claim_title(looks: Looks, left: list[int], title: int | None) -> Claims:
    """The title, its further lines where its author made paragraphs of them, and what is below."""
    if title is None:
        return {}
    first = looks[title]
    is_sure = _title_points(first) >= _SURE_TITLE_POINTS
    claims: Claims = {title: (ElementRole.TITLE, SURE if is_sure else LIKELY)}
    for index in (i for i in left if i > title):
        if continues_title(first, looks[index]):
            claims[index] = claims[title]
        elif _is_byline(looks[index]):
            claims[index] = (ElementRole.BYLINE, LIKELY)
        else:
            break
    return claims


_LONGEST_BYLINE = 40


def _is_byline(look: Look) -> bool:
    is_short = len(look.text) <= _LONGEST_BYLINE and look.text[-1] not in wordings.END_MARKS
    if wordings.CONTENTS.fullmatch(look.text):
        return False
    is_subtitle = look.text.startswith(("——", "—", "--"))
    is_heading = heading_level(look.text) is not None
    return is_short and (look.align == "center" or is_subtitle) and not is_heading


_LETTER_RULE_MM = 160
"""The red rules of a letter are 170 mm long, that of a letterhead 156 (10.1, 7.2.7)."""


def is_special(parts: tuple[SeenPart, ...], lines: tuple[RuleLine, ...]) -> bool:
    """Whether it seems to be an order or minutes by its mark, or a letter: by its two red rules,
    or by a mark without 文件 and a document number on the right (10.1).
    """
    mark = next((part for part in parts if part.role is ElementRole.ISSUER_MARK), None)
    if mark is None:
        return False
    number = next((part for part in parts if part.role is ElementRole.DOCUMENT_NUMBER), None)
    if number is not None and number.look.align == "right" and "文件" not in mark.look.text:
        return True
    is_letter = sum(is_red(line.color) and line.width_mm > _LETTER_RULE_MM for line in lines) > 1
    return mark.look.text.endswith(("令", "纪要")) or is_letter
