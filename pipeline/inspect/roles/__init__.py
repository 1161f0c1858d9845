"""Seen -> Outline: the role of each paragraph, from its position, its wording and its look.

No style name is trusted: a document that does not use ours is recognised like our own. The
certainty says how many of the signs agree.
"""

from collections.abc import Iterable
from dataclasses import replace

from pipeline.inspect.outline import HEADINGS, ElementRole, SeenOutline, SeenPart
from pipeline.inspect.roles.claims import SURE, Claims, is_red
from pipeline.inspect.roles.ending import (
    claim_annexes,
    claim_attachment_note,
    claim_imprint,
    claim_signature,
)
from pipeline.inspect.roles.letterhead import (
    claim_letterhead,
    claim_title,
    find_document_number,
    find_title,
    has_letterhead,
    is_special,
)
from pipeline.inspect.roles.text import claim_addressee, text_role
from pipeline.inspect.seen import Seen

__all__ = ["is_red", "recognise"]


def recognise(seen: Seen) -> SeenOutline:
    """The role of each paragraph, and whether the document has a letterhead."""
    looks = seen.looks
    claims: Claims = {i: (ElementRole.TABLE, SURE) for i, look in enumerate(looks) if look.in_table}
    left = _unclaimed(range(len(looks)), claims)
    claims |= claim_imprint(looks, left)
    number = find_document_number(looks, _unclaimed(left, claims))
    title = find_title(looks, _unclaimed(left, claims), number)
    claims |= claim_letterhead(looks, _unclaimed(left, claims), number, title)
    claims |= claim_title(looks, _unclaimed(left, claims), title)
    is_official = has_letterhead(claims, seen.lines)
    text = [i for i in _unclaimed(left, claims) if title is None or i > title]
    claims |= claim_annexes(looks, text)
    annex = min(
        (i for i, (role, _) in claims.items() if role is ElementRole.ANNEX_MARK), default=None
    )
    main = [i for i in _unclaimed(text, claims) if annex is None or i < annex]
    claims |= claim_signature(looks, main)
    claims |= claim_attachment_note(looks, _unclaimed(main, claims))
    claims |= claim_addressee(looks, _unclaimed(main, claims), is_official=is_official)
    for index in _unclaimed(left, claims):
        claims[index] = text_role(looks, index, claims)
    parts = tuple(SeenPart(i, look, *claims[i]) for i, look in enumerate(looks))
    if not is_special(parts, seen.lines):
        return SeenOutline(parts, is_official)
    return SeenOutline(_without_text_above_rule(parts, seen), is_official, is_special=True)


def _without_text_above_rule(parts: tuple[SeenPart, ...], seen: Seen) -> tuple[SeenPart, ...]:
    """What stands above the first red rule is no text: minutes name their office and date there."""
    rule = next((line.after for line in seen.lines if is_red(line.color)), -1)
    return tuple(
        replace(part, role=ElementRole.OTHER)
        if part.index <= rule and part.role in (ElementRole.BODY, *HEADINGS)
        else part
        for part in parts
    )


def _unclaimed(indexes: Iterable[int], claims: Claims) -> list[int]:
    return [index for index in indexes if index not in claims]
