"""Picture files: read within limits, and the size they take on the page."""

import io
import warnings
from pathlib import Path
from typing import Literal

from PIL import Image as Pillow
from PIL import UnidentifiedImageError

from pipeline.document import Image
from pipeline.standard import Measures

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
    """The picture has more pixels or bytes than a page can use; `args[0]` says how many."""


class NotAPictureError(ValueError):
    """The bytes are not a PNG or a JPEG that can be decoded."""


def read_picture(path: Path, description: str) -> Image:
    """The picture in a file; raises OSError, `NotAPictureError` or `PictureTooLargeError`."""
    if (size := path.stat().st_size) > MAX_BYTES:
        raise PictureTooLargeError(size)
    data = path.read_bytes()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Pillow.DecompressionBombWarning)
            with Pillow.open(io.BytesIO(data), formats=tuple(_MEDIA_TYPES)) as picture:
                width, height = picture.size
                if width * height > MAX_PIXELS:
                    raise PictureTooLargeError(width * height)
                picture.load()
                media_type = _MEDIA_TYPES[picture.format or ""]
    except (Pillow.DecompressionBombWarning, Pillow.DecompressionBombError) as error:
        raise PictureTooLargeError(str(error)) from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, KeyError) as error:
        if isinstance(error, PictureTooLargeError):
            raise
        raise NotAPictureError(path.name) from error
    return Image(path.name, data, media_type, description, width, height)


def fit_picture(image: Image, measures: Measures) -> tuple[float, float]:
    """Width and height in pt: as wide as the type area, less where that would be too coarse, or
    too high to leave room for the annex's title and the caption.
    """
    page = measures.page
    room = page.text_width_pt
    height_room = _MAX_HEIGHT_LINES * page.line_pitch_pt
    scale = min(room / image.width_px, height_room / image.height_px, 1 / _MIN_PX_PER_PT)
    return image.width_px * scale, image.height_px * scale
