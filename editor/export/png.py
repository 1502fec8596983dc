"""A picture as PNG: the pixels of its own PDF, so that there is one painter for paper."""

from __future__ import annotations

import io
import math
from typing import Any

import pypdfium2
from PIL import Image

from editor.export.papers import Page
from editor.export.pdf import pdf_bytes
from editor.export.progress import Progress, carry_on, report
from editor.model.trouble import Trouble
from editor.picture.frame import Picture

POINTS_PER_INCH = 72
MOST_PIXELS = 64_000_000
"""More would take a quarter of a gigabyte while the picture is painted."""

_PAINTED, _DRAWN = 0.3, 0.6
"""Shares of the work that are done once the PDF and the pixels are there."""


def png_bytes(picture: Picture, dpi: float = 144.0, progress: Progress = carry_on) -> bytes:
    """Return the picture as a PNG of `dpi` dots per inch; equal pictures give equal bytes.

    Raises Trouble for a resolution that cannot be made, Cancelled when `progress` answers False.
    """
    scale = dpi / POINTS_PER_INCH
    _refuse(picture, scale)
    page = Page(picture.width, picture.height)
    document = pdf_bytes(picture, page, lambda share: progress(share * _PAINTED))
    image = _pixels(document, scale)
    report(progress, _DRAWN)
    output = io.BytesIO()
    image.save(output, "PNG", dpi=(dpi, dpi))
    report(progress, 1.0)
    return output.getvalue()


def dpi_for_width(picture: Picture, pixels: int) -> float:
    """Return the resolution at which the picture is `pixels` wide."""
    return POINTS_PER_INCH * pixels / picture.width


def _refuse(picture: Picture, scale: float) -> None:
    """Raise Trouble if the picture would have no pixels or too many."""
    width, height = picture.width * scale, picture.height * scale
    most = math.floor(POINTS_PER_INCH * math.sqrt(MOST_PIXELS / (picture.width * picture.height)))
    if not (width >= 1 and height >= 1 and (width + 1) * (height + 1) <= MOST_PIXELS):
        raise Trouble(
            "A picture of {dpi} dots per inch cannot be made of this map.",
            "Choose between 10 and {most} dots per inch.",
            dpi=round(scale * POINTS_PER_INCH) if math.isfinite(scale) else scale,
            most=most,
        )


def _pixels(document: bytes, scale: float) -> Image.Image:
    with pypdfium2.PdfDocument(document) as file:
        page: Any = file[0]
        return page.render(scale=scale).to_pil().convert("RGB")
