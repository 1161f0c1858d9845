"""Picture files: read within limits, and the size they take on the page."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

from PIL import Image as Pillow
from PIL import ImageFile, UnidentifiedImageError

from pipeline.model.document import Image
from pipeline.model.standard import Measures

MAX_BYTES = 20_000_000
MAX_PIXELS = 50_000_000
_MEDIA_TYPES: dict[str, Literal["image/png", "image/jpeg"]] = {
    "PNG": "image/png",
    "JPEG": "image/jpeg",
}
_MAX_HEIGHT_LINES = 15
_MIN_PX_PER_PT = 100 / 72
"""A picture is never stretched to fewer than 100 pixels an inch."""


class PictureTooLargeError(ValueError):
    """The picture has more than a page can use: `found` says how much, `limit` what is allowed."""

    def __init__(self, found: str, limit: str) -> None:
        super().__init__(f"{found} > {limit}")
        self.found = found
        self.limit = limit


class NotAPictureError(ValueError):
    """The bytes are not a PNG or a JPEG that can be decoded whole."""


def read_picture(path: Path, description: str) -> Image:
    """The picture in a file; raises OSError, `NotAPictureError` or `PictureTooLargeError`."""
    if (size := path.stat().st_size) > MAX_BYTES:
        raise PictureTooLargeError(f"{size / 1e6:.0f} MB", f"{MAX_BYTES / 1e6:.0f} MB")
    data = path.read_bytes()
    try:
        with _strict_pillow(), Pillow.open(io.BytesIO(data), formats=[*_MEDIA_TYPES]) as picture:
            width, height = picture.size
            _check_pixels(width, height)
            picture.load()
            media_type = _MEDIA_TYPES[picture.format or ""]
    except PictureTooLargeError:
        raise
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
        raise NotAPictureError(path.name) from error
    return Image(path.name, data, media_type, description, width, height)


def _check_pixels(width: int, height: int) -> None:
    if width * height > MAX_PIXELS:
        limit = f"{MAX_PIXELS:,} px".replace(",", " ")
        raise PictureTooLargeError(f"{width}×{height} px", limit)


@contextmanager
def _strict_pillow() -> Iterator[None]:
    """Pillow with its process-wide switches as we need them, put back afterwards.

    WeasyPrint lets truncated pictures pass; and Pillow's own limit on pixels would speak before
    ours, which says in the reader's words what to do.
    """
    truncated, most = ImageFile.LOAD_TRUNCATED_IMAGES, Pillow.MAX_IMAGE_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Pillow.MAX_IMAGE_PIXELS = None
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = truncated
        Pillow.MAX_IMAGE_PIXELS = most


def fit_picture(image: Image, measures: Measures) -> tuple[float, float]:
    """Width and height in pt: as wide as the type area, less where that would be too coarse, or
    too high to leave room for the annex's title and the caption.
    """
    page = measures.page
    room = page.text_width_pt
    height_room = _MAX_HEIGHT_LINES * page.line_pitch_pt
    scale = min(room / image.width_px, height_room / image.height_px, 1 / _MIN_PX_PER_PT)
    return image.width_px * scale, image.height_px * scale
