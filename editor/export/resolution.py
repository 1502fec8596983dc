"""How many pixels a picture may become."""

from __future__ import annotations

import math

from editor.model.trouble import Trouble
from editor.picture.frame import Picture

POINTS_PER_INCH = 72
MOST_PIXELS = 64_000_000
"""More would take a quarter of a gigabyte while the picture is painted."""


def pixels(picture: Picture, dpi: float) -> tuple[int, int]:
    """Return the pixels (width, height) of a picture at `dpi` pixels per inch.

    Raises Trouble for a resolution at which there would be none, or too many.
    """
    width, height = picture.width * dpi / POINTS_PER_INCH, picture.height * dpi / POINTS_PER_INCH
    if not (width >= 1 and height >= 1 and (width + 1) * (height + 1) <= MOST_PIXELS):
        raise Trouble(
            "A picture of {dpi} pixels per inch cannot be made of this map.",
            "Choose between 10 and {most} pixels per inch.",
            dpi=round(dpi) if math.isfinite(dpi) else dpi,
            most=math.floor(POINTS_PER_INCH * math.sqrt(MOST_PIXELS / (picture.width * picture.height))),
        )
    return math.ceil(width), math.ceil(height)
