"""The PNG and JPEG bytes of a picture's bitmaps, opened with care."""

from __future__ import annotations

import io

from PIL import Image, UnidentifiedImageError

from editor.model.trouble import Trouble
from editor.picture.frame import Bitmap

MOST_PIXELS = 40_000_000
_FORMATS = ("PNG", "JPEG")


def opened(bitmap: Bitmap) -> Image.Image:
    """Return the decoded image as it is stored; raises Trouble if it cannot be read or is too large."""
    try:
        image = Image.open(io.BytesIO(bitmap.data), formats=_FORMATS)
        _refuse_giants(image, bitmap)
        image.load()
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise Trouble(
            "A picture on the map cannot be read.", "Replace it or take it away.", place=bitmap.digest[:16]
        ) from error
    return image


def _refuse_giants(image: Image.Image, bitmap: Bitmap) -> None:
    if image.width * image.height > MOST_PIXELS:
        raise Trouble(
            "A picture on the map has more than {most} megapixels.",
            "Replace it by a smaller one.",
            place=bitmap.digest[:16],
            most=MOST_PIXELS // 1_000_000,
        )
