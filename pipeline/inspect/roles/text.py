"""The text itself: addressee, headings, body, captions."""

from pipeline.chinese.heading_numbers import heading_level
from pipeline.inspect import wordings
from pipeline.inspect.outline import HEADINGS, ElementRole
from pipeline.inspect.roles.claims import LIKELY, MAYBE, SURE, Claims, Looks
from pipeline.inspect.seen import Look
from pipeline.model.standard import SIZE_3_PT, FontRole

_LONGEST_CAPTION = 40

_LONGEST_ADDRESSEE = 1500
_LONGEST_OPEN_ADDRESSEE = 60
_FLUSH_CHARS = 0.5


def claim_addressee(looks: Looks, left: list[int], *, is_official: bool) -> Claims:
    """The first paragraph below the title, if it ends with a colon or stands flush left."""
    if not left:
        return {}
    first = looks[left[0]]
    text = first.text
    if heading_level(text) is not None or first.align in ("center", "right"):
        return {}
    if wordings.GREETING.fullmatch(text):
        return {}
    is_flush = first.first_chars < _FLUSH_CHARS
    is_closed = text.endswith(("：", ":")) and len(text) <= _LONGEST_ADDRESSEE and "。" not in text
    # A summary may begin with an indented sentence that a list follows: 主要做了以下几件事：
    if is_closed and (is_official or is_flush or _names_addressees(text)):
        return {left[0]: (ElementRole.ADDRESSEE, SURE if is_official else LIKELY)}
    is_short = len(text) <= _LONGEST_OPEN_ADDRESSEE
    if is_official and is_flush and is_short and not wordings.SENTENCE_END.search(text[:-1]):
        return {left[0]: (ElementRole.ADDRESSEE, LIKELY)}
    return {}


def _names_addressees(text: str) -> bool:
    """Whether a paragraph that ends with a colon reads as a list of organs."""
    is_sentence = wordings.LIST_FOLLOWS.search(text) is not None
    return not is_sentence and wordings.ADDRESSEE_END.search(text) is not None


_LONGEST_HEADING = 40
_SHORTEST_BODY = 16


def _is_beside_the_text(look: Look) -> bool:
    """A table of contents and the attendance of minutes, which keep rules of their own."""
    is_contents = wordings.CONTENTS.fullmatch(look.text) or wordings.CONTENTS_LINE.fullmatch(
        look.text
    )
    is_styled = look.style_name.lower().startswith("toc")
    return bool(is_contents or wordings.ATTENDANCE.fullmatch(look.text)) or is_styled


def text_role(looks: Looks, index: int, claims: Claims) -> tuple[ElementRole, float]:
    """A heading by its number; else body, or what stands centred below a table or a picture."""
    look = looks[index]
    if _is_beside_the_text(look):
        return ElementRole.OTHER, LIKELY
    level = heading_level(look.text)
    if level is not None:
        return HEADINGS[level], _heading_certainty(look)
    before = claims.get(index - 1, (ElementRole.OTHER, 0))[0]
    if _is_wide_caption(look):
        return ElementRole.CAPTION, MAYBE
    if look.align == "center" and len(look.text) <= _LONGEST_CAPTION:
        is_caption = (
            before in (ElementRole.TABLE, ElementRole.CAPTION) or look.font is FontRole.KAITI
        )
        return (ElementRole.CAPTION if is_caption else ElementRole.OTHER), MAYBE
    is_prose = wordings.SENTENCE_END.search(look.text) or len(look.text) >= _SHORTEST_BODY
    return ElementRole.BODY, SURE if is_prose and look.align in ("justify", "left") else MAYBE


def _is_wide_caption(look: Look) -> bool:
    """Whether it is a caption by its number or its look: one as wide as the page is not centred."""
    is_small = look.font is FontRole.KAITI and look.size_pt < SIZE_3_PT
    is_set_so = is_small and wordings.SENTENCE_END.search(look.text) is None
    return wordings.CAPTION.fullmatch(look.text) is not None or is_set_so


def _heading_certainty(look: Look) -> float:
    """A heading of its own is short and ends bare; one that runs into text is set otherwise."""
    text = look.text
    if len(text) <= _LONGEST_HEADING and text[-1] not in "。；，":
        return SURE
    if len({(span.font, span.is_bold) for span in look.spans if span.text.strip()}) > 1:
        return LIKELY
    return LIKELY if text.find("。") == len(text) - 1 <= _LONGEST_HEADING else MAYBE
