"""A PDF whose lines, rules and pictures stand exactly where a test puts them."""

import base64
import html
import io
from dataclasses import dataclass

import pikepdf
import weasyprint
from PIL import Image

from pipeline.model.standard import PT_PER_MM, FontRole
from pipeline.typography.fonts import find_fonts

LEFT_MM, PITCH_MM = 28.0, 28.95 / PT_PER_MM
FIRST_BASELINE_MM = 44.9


@dataclass(frozen=True)
class Text:
    """A line of text from `x`, on a baseline, in mm from the top left corner."""

    x: float
    baseline: float
    words: str
    size: float = 16
    role: FontRole = FontRole.FANGSONG
    color: str = "black"
    tracking: float = -0.25

    @property
    def svg(self) -> str:
        return (
            f'<text x="{self.x}" y="{self.baseline}" font-size="{self.size / PT_PER_MM}"'
            f' font-family="{_families()[self.role]}" fill="{self.color}"'
            f' letter-spacing="{self.tracking / PT_PER_MM}">{html.escape(self.words)}</text>'
        )


@dataclass(frozen=True)
class Bar:
    """A filled rectangle."""

    x: float
    y: float
    width: float
    height: float
    color: str = "black"

    @property
    def svg(self) -> str:
        return (
            f'<rect x="{self.x}" y="{self.y}" width="{self.width}" height="{self.height}"'
            f' fill="{self.color}"/>'
        )


@dataclass(frozen=True)
class Photo:
    """A picture of one colour."""

    x: float
    y: float
    width: float
    height: float
    color: str = "red"

    @property
    def svg(self) -> str:
        buffer = io.BytesIO()
        Image.new("RGB", (60, 60), self.color).save(buffer, "PNG")
        data = base64.b64encode(buffer.getvalue()).decode()
        return (
            f'<image x="{self.x}" y="{self.y}" width="{self.width}" height="{self.height}"'
            f' preserveAspectRatio="none" href="data:image/png;base64,{data}"/>'
        )


Item = Text | Bar | Photo


def line(number: int, words: str, indent: float = 0, **how: object) -> Text:
    """The line of this ordinal in the grid, set in by so many characters."""
    x = LEFT_MM + indent * 15.75 / PT_PER_MM
    return Text(x, FIRST_BASELINE_MM + (number - 1) * PITCH_MM, words, **how)  # type: ignore[arg-type]


def draw(*pages: list[Item], width: float = 210, height: float = 297) -> bytes:
    """A PDF of pages of that size in mm."""
    fonts = find_fonts()
    faces = "".join(
        f"@font-face {{ font-family: '{face.css_family}';"
        f" src: url('{face.path.resolve().as_uri()}') }}"
        for face in map(fonts.face, FontRole)
    )
    css = (
        f"{faces} @page {{ size: {width}mm {height}mm; margin: 0 }} body {{ margin: 0 }}"
        f" svg {{ display: block; width: {width}mm; height: {height}mm }}"
    )
    drawn = "".join(
        f'<svg viewBox="0 0 {width} {height}">{"".join(item.svg for item in page)}</svg>'
        for page in pages
    )
    return weasyprint.HTML(string=f"<style>{css}</style>{drawn}").write_pdf()


def _families() -> dict[FontRole, str]:
    fonts = find_fonts()
    return {role: fonts.face(role).css_family for role in FontRole}


def with_pikepdf(data: bytes, change: object, **saving: object) -> bytes:
    """The PDF after a change of its objects."""
    buffer = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)  # type: ignore[operator]
        pdf.save(buffer, **saving)
    return buffer.getvalue()
