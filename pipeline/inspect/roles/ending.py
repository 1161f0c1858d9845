"""What stands behind the text: attachment note, signature, date, remark, annexes, imprint."""

import re

from pipeline.chinese.heading_numbers import heading_level
from pipeline.inspect import wordings
from pipeline.inspect.outline import ElementRole
from pipeline.inspect.roles.claims import (
    LARGE_PT,
    LIKELY,
    MAYBE,
    SURE,
    Claims,
    Looks,
    continues_title,
    has_gap,
)
from pipeline.inspect.seen import Look
from pipeline.model.standard import FontRole

_LONGEST_TITLE = 90

_LONGEST_PRINTING = 60
_DATED = re.compile(r"\d\s*年.*\d\s*月")


def claim_imprint(looks: Looks, left: list[int]) -> Claims:
    """The imprint, wherever it stands: its wording is like no other."""
    claims: Claims = {}
    copied = None
    for index in left:
        text = looks[index].text
        if wordings.COPIED_TO.fullmatch(text):
            claims[index] = (ElementRole.COPIED_TO, SURE)
            copied = index
        elif wordings.PRINTING.fullmatch(text) and len(text) <= _LONGEST_PRINTING:
            claims[index] = (ElementRole.PRINTING, SURE)
        elif copied == index - 1 and _DATED.search(text):
            claims[index] = (ElementRole.PRINTING, LIKELY)
    return claims


def claim_annexes(looks: Looks, left: list[int]) -> Claims:
    """Each annex mark, and the title below it."""
    claims: Claims = {}
    for place, index in enumerate(left):
        look = looks[index]
        is_mark = wordings.ANNEX_MARK.fullmatch(look.text) is not None
        is_titled = look.starts_page and wordings.ANNEX_MARK_TITLED.fullmatch(look.text)
        if is_mark or is_titled:
            signs = look.starts_page or look.font is FontRole.HEITI
            claims[index] = (ElementRole.ANNEX_MARK, SURE if is_mark and signs else LIKELY)
        if is_mark:
            claims |= _claim_annex_title(looks, left[place + 1 :])
    return claims


def _claim_annex_title(looks: Looks, after: list[int]) -> Claims:
    if not after:
        return {}
    first = looks[after[0]]
    is_large = first.size_pt > LARGE_PT
    is_title = is_large or first.align == "center"
    if not is_title or len(first.text) > _LONGEST_TITLE or heading_level(first.text) is not None:
        return {}
    claims: Claims = {after[0]: (ElementRole.ANNEX_TITLE, SURE if is_large else LIKELY)}
    for index in after[1:]:
        if not continues_title(first, looks[index]):
            break
        claims[index] = claims[after[0]]
    return claims


# --- between body and annexes ------------------------------------------------------------------

_RIGHT_CHARS = 8
"""What begins so far from the left edge stands on the right."""
_LONGEST_SIGNATURE = 30
_LONGEST_REMARK = 60


def _is_on_the_right(look: Look) -> bool:
    return look.align == "right" or (look.align != "center" and look.first_chars >= _RIGHT_CHARS)


def claim_signature(looks: Looks, main: list[int]) -> Claims:
    """The last line that is nothing but a date, the names above it, the remark below."""
    dates = [p for p, i in enumerate(main) if wordings.DATE.fullmatch(looks[i].text.strip("。"))]
    place = dates[-1] if dates else None
    if place is None:
        return {}
    date = looks[main[place]]
    is_right = _is_on_the_right(date)
    claims: Claims = {main[place]: (ElementRole.DATE, SURE if is_right else LIKELY)}
    for index in reversed(main[:place]):
        is_next = index == main[place - 1]
        if not _may_sign(looks[index]) or not (_is_on_the_right(looks[index]) or is_next):
            break
        claims[index] = (ElementRole.SIGNATURE, SURE if _is_on_the_right(looks[index]) else MAYBE)
    for index in main[place + 1 : place + 2]:
        if wordings.REMARK.fullmatch(looks[index].text):
            claims[index] = (ElementRole.REMARK, SURE)
        elif is_right and len(looks[index].text) <= _LONGEST_REMARK:
            claims[index] = (ElementRole.REMARK, LIKELY)
    return claims


def _may_sign(look: Look) -> bool:
    is_name = len(look.text) <= _LONGEST_SIGNATURE and look.text[-1] not in "。；：！？"
    is_noted = wordings.ATTACHMENT_NOTE.fullmatch(look.text) or wordings.ATTACHMENT_ITEM.fullmatch(
        look.text
    )
    return is_name and not is_noted and heading_level(look.text) is None


def claim_attachment_note(looks: Looks, left: list[int]) -> Claims:
    """The note and its further items: those that go on numbering, or follow it without a gap."""
    claims: Claims = {}
    for index in left:
        text = looks[index].text
        if claims:
            if not wordings.ATTACHMENT_ITEM.fullmatch(text):
                break
            if has_gap(looks[index]) and not _goes_on_numbering(looks, index, claims):
                break
            claims[index] = (ElementRole.ATTACHMENT_NOTE, SURE)
        elif wordings.ATTACHMENT_NOTE.fullmatch(text) and "。" not in text[:-1]:
            claims[index] = (ElementRole.ATTACHMENT_NOTE, SURE)
    return claims


def _goes_on_numbering(looks: Looks, index: int, claims: Claims) -> bool:
    """Whether an item stands directly below the one before it in order."""
    if index - 1 not in claims:
        return False
    before, number = _item_number(looks[index - 1].text), _item_number(looks[index].text)
    return before is not None and number == before + 1


_NOTE_LABEL = re.compile(r"附\s*件\s*[：:]\s*")


def _item_number(text: str) -> int | None:
    item = wordings.ATTACHMENT_ITEM.fullmatch(_NOTE_LABEL.sub("", text, count=1).strip())
    return int(item["number"]) if item else None
