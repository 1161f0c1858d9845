"""What blocks hold: stretches of text, figures as they are shown, pictures."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Text:
    """A stretch of plain text."""

    text: str


@dataclass(frozen=True, slots=True)
class FigureText:
    """A figure as it is shown, and the name it was declared under."""

    name: str
    text: str


Inline = Text | FigureText
Inlines = tuple[Inline, ...]


def plain_text(inlines: Inlines) -> str:
    """The words of a run of inlines."""
    return "".join(inline.text for inline in inlines)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its file name and bytes, what it shows, its size in pixels."""

    name: str
    data: bytes
    media_type: Literal["image/png", "image/jpeg"]
    description: str
    width_px: int
    height_px: int
