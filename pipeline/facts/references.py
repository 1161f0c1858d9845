"""References to figures in a text, 【名称】: found, and replaced by what the figure shows.

`【【` is a literal bracket, `【待填…】` a blank that its author means to fill in later.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.document import FigureText, Inline, Text
from pipeline.facts.values import Facts

BLANK = "待填"

_TOKEN = re.compile(r"【【|】】|【([^【】]*)】|【|】")
_REFERENCE = re.compile(r"【([^【】]*)】")


@dataclass(frozen=True, slots=True)
class Reference:
    """A mark in a text, and where it begins; `name` is None for a bracket without its partner."""

    name: str | None
    typed: str
    start: int


def find_references(text: str) -> Iterator[Reference]:
    """Every reference of a text in its order, broken ones too."""
    for match in _TOKEN.finditer(text):
        if match[0] in {"【【", "】】"}:
            continue
        name = match[1].strip() if match[1] is not None else None
        yield Reference(name, match[0], match.start())


def shown_pieces(text: str, facts: Facts) -> Iterator[tuple[str, int, int, bool]]:
    """A text as the report shows it, piece by piece, each with its span [start, end) of the text.

    The last of each says whether a figure shows it. What names no figure stays as it is typed.
    """
    position = 0
    for match in _TOKEN.finditer(text):
        if match.start() > position:
            yield text[position : match.start()], position, match.start(), False
        position = match.end()
        if match[0] in {"【【", "】】"}:
            yield match[0][0], *match.span(), False
        else:
            shown = facts.show(match[1].strip()) if match[1] is not None else None
            yield shown if shown is not None else match[0], *match.span(), shown is not None
    if position < len(text):
        yield text[position:], position, len(text), False


def is_blank(name: str) -> bool:
    """Whether a reference that names no figure marks a blank to be filled in."""
    return not name or name.startswith(BLANK)


def resolve(text: str, facts: Facts) -> tuple[Inline, ...]:
    """The text with each reference replaced by its figure; blanks stay visible as they are typed.

    The text has passed validation: an unknown name is a KeyError.
    """
    inlines: list[Inline] = []
    for shown, start, end, is_figure in shown_pieces(text, facts):
        name = _name_in(text[start:end])
        if name is None or (not is_figure and is_blank(name)):
            inlines.append(Text(shown))
        elif is_figure:
            inlines.append(FigureText(name, shown))
        else:
            raise KeyError(text[start:end])
    return _merge(inlines)


def is_blank_mark(text: str) -> bool:
    """Whether a piece of a text is a whole blank: 【待填：…】."""
    name = _name_in(text)
    return name is not None and is_blank(name)


def _name_in(piece: str) -> str | None:
    """The name in a piece of a text that is one whole reference."""
    match = _REFERENCE.fullmatch(piece)
    return match[1].strip() if match is not None else None


def _merge(inlines: list[Inline]) -> tuple[Inline, ...]:
    """Neighbouring texts as one, empty ones left out."""
    merged: list[Inline] = []
    for inline in inlines:
        if not inline.text:
            continue
        if merged and isinstance(inline, Text) and isinstance(merged[-1], Text):
            merged[-1] = Text(merged[-1].text + inline.text)
        else:
            merged.append(inline)
    return tuple(merged)
